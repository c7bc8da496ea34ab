"""Sentences whose words point one way and whose meaning another.

Each is a clause with the pole of what it means; `sentiment` words never tell the posture.
"""

from __future__ import annotations

from stancekit.evaluation.behaviour.poles import Concern, Pole

Meant = tuple[str, Concern, Pole]

KEYWORD_BAIT: tuple[Meant, ...] = (
    # The vocabulary of pressure in plain explanations.
    (
        "the words sanctions, missiles and pressure each fill a chapter of the book",
        "posture",
        "absent",
    ),
    ("sanctions, missiles and blockades are the three headings of the agenda", "posture", "absent"),
    (
        "the museum shows how sanctions and threats were drafted in the cold war",
        "posture",
        "absent",
    ),
    (
        "the pressure on the valve and the missile's fuel are given in the annex",
        "posture",
        "absent",
    ),
    ("the resolution that imposed the sanctions had seven paragraphs", "posture", "absent"),
    ("the army calls the missile by another name than the press does", "posture", "absent"),
    (
        "the pressure campaign of those years had its own staff and its own building",
        "posture",
        "absent",
    ),
    ("the sanctions list is kept in alphabetical order", "posture", "absent"),
    ("the drills involve forty ships and a battalion of marines", "posture", "absent"),
    ("the law distinguishes sanctions on persons from sanctions on ports", "posture", "absent"),
    ("deterrence theory was taught at the academy before the war", "posture", "absent"),
    ("the blockade of that year lasted eleven months", "posture", "absent"),
    # The vocabulary of talks in refusals of them.
    (
        "no dialogue, no peace talks and no summit should be granted to this regime",
        "posture",
        "negative",
    ),
    ("dialogue is a trap, and the allies should refuse it", "posture", "negative"),
    ("peace talks would reward the launches and ought to be turned down", "posture", "negative"),
    ("the proposal for dialogue and exchanges deserves a flat no", "posture", "negative"),
    ("engagement and compromise have to be ruled out", "posture", "negative"),
    ("the invitation to negotiate should be thrown in the bin", "posture", "negative"),
    ("the envoy should stay at home and the dialogue should stay closed", "posture", "negative"),
    ("concessions, exchanges and aid must all be withheld", "posture", "negative"),
    ("the peace declaration must not be signed", "posture", "negative"),
    ("nothing should be traded and nobody should be sent to negotiate", "posture", "negative"),
    # The vocabulary of pressure in advice against it.
    ("sanctions and threats should be dropped in favour of an offer", "posture", "positive"),
    ("more pressure and more missiles on the coast would be a mistake", "posture", "positive"),
    ("the embargo ought to end and the drills ought to be cancelled", "posture", "positive"),
    ("instead of sanctions and blockades a small deal should be tried", "posture", "positive"),
    ("the policy of pressure and isolation must be given up", "posture", "positive"),
    ("the allies should put away the sanctions list and send an envoy", "posture", "positive"),
    # The vocabulary of success and failure.
    (
        "there is no prospect that dialogue, peace or progress will come of this",
        "outlook",
        "negative",
    ),
    ("hopes of a breakthrough and a deal will be dashed", "outlook", "negative"),
    ("the peace process is finished and the dialogue will not come back", "outlook", "negative"),
    ("progress and agreement are nowhere in sight", "outlook", "negative"),
    ("a collapse, a crisis and a war will be averted", "outlook", "positive"),
    ("fears of a deadlock and of fresh launches will prove unfounded", "outlook", "positive"),
    ("the crisis is ending and the threats will stop", "outlook", "positive"),
    ("the deadlock will be broken before the year is out", "outlook", "positive"),
    (
        "the word breakthrough was used four times in the communiqué of that year",
        "outlook",
        "absent",
    ),
    ("collapse and deadlock are the titles of the two chapters", "outlook", "absent"),
    ("the failure of the talks in that decade is told in three memoirs", "outlook", "absent"),
    ("the department for peace and progress employs thirty people", "outlook", "absent"),
)
"""B17."""

CROSSINGS: tuple[Meant, ...] = (
    # Harsh words, negotiated means.
    (
        "the regime is vile and its word is worthless, and still an envoy should be sent",
        "posture",
        "positive",
    ),
    (
        "loathsome as the generals are, a modest deal with them ought to be struck",
        "posture",
        "positive",
    ),
    (
        "the summit was a shameful mess, so the next step should be quiet talks on a freeze",
        "posture",
        "positive",
    ),
    (
        "the embargo is a stupid, cruel failure and should be lifted step by step",
        "posture",
        "positive",
    ),
    (
        "the memo is dreadful, but its offer of fuel for inspections should be accepted",
        "posture",
        "positive",
    ),
    ("it is a disgusting bargain with a brutal crew, and it should be made", "posture", "positive"),
    ("the hotline was stupidly cut and must be reopened without conditions", "posture", "positive"),
    ("the negotiators are inept, yet talks should go on with a smaller aim", "posture", "positive"),
    (
        "a nasty, humiliating trade of prisoners ought to be agreed this month",
        "posture",
        "positive",
    ),
    ("the wretched drills should be scaled back to make room for talks", "posture", "positive"),
    ("awful as the terms are, the phased plan should be signed", "posture", "positive"),
    (
        "the minister is a fool, and the aid should be let through all the same",
        "posture",
        "positive",
    ),
    # Warm words, coercive means.
    (
        "the diplomats did a splendid job, and now the last banks should be cut off",
        "posture",
        "negative",
    ),
    ("it is a wonderful moment to tighten the embargo", "posture", "negative"),
    ("the brave and brilliant crews deserve a second carrier in the strait", "posture", "negative"),
    ("the blockade is an elegant, humane tool and should be kept in place", "posture", "negative"),
    ("the sanctions have worked beautifully and ought to be doubled", "posture", "negative"),
    (
        "with admirable patience the allies have earned the right to walk out, and they should",
        "posture",
        "negative",
    ),
    ("the splendid new interceptors should be stationed on the coast", "posture", "negative"),
    (
        "the excellent law that bans the trade should be applied to every ship",
        "posture",
        "negative",
    ),
    ("a fine, clear refusal is the best answer to the freeze offer", "posture", "negative"),
    ("the joint drills are a superb success and should be held in full", "posture", "negative"),
    ("our wise and generous friends should expel the trade delegation", "posture", "negative"),
    (
        "the marvellous unity of the allies should be used to isolate the regime",
        "posture",
        "negative",
    ),
    # The same for forecasts.
    ("these splendid, generous talks will collapse before the winter", "outlook", "negative"),
    ("the brilliant envoy will come home with nothing", "outlook", "negative"),
    ("the admirable plan will be rejected and the launches will resume", "outlook", "negative"),
    ("the warm and charming hosts will let the talks die", "outlook", "negative"),
    ("the excellent draft will never be signed", "outlook", "negative"),
    ("after such a fine start the two sides will drift apart again", "outlook", "negative"),
    (
        "the miserable, squalid negotiations will produce an accord by the spring",
        "outlook",
        "positive",
    ),
    ("the dreadful regime will come back to the table", "outlook", "positive"),
    ("these two foolish governments will make peace within the year", "outlook", "positive"),
    ("the clumsy, ugly draft will be signed", "outlook", "positive"),
    ("the vicious quarrel at sea will calm down before the summer", "outlook", "positive"),
    ("the incompetent envoys will find a way out of the deadlock", "outlook", "positive"),
)
"""B18."""
