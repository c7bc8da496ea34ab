"""Sentences whose words point one way and whose meaning another.

Each is a clause, sorted by what it means.
"""

from __future__ import annotations

from collections.abc import Mapping

from stancekit.evaluation.behaviour.poles import Concern, Pole

Meant = Mapping[tuple[Concern, Pole], tuple[str, ...]]
"""Clauses by the concern that they are asked of and the pole that they mean."""

KEYWORD_BAIT: Meant = {
    ("posture", "absent"): (
        "the words sanctions, missiles and pressure each fill a chapter of the book",
        "sanctions, missiles and blockades are the three headings of the agenda",
        "the museum shows how sanctions and threats were drafted in the cold war",
        "the pressure on the valve and the missile's fuel are given in the annex",
        "the resolution that imposed the sanctions had seven paragraphs",
        "the army calls the missile by another name than the press does",
        "the pressure campaign of those years had its own staff and its own building",
        "the sanctions list is kept in alphabetical order",
        "the drills involve forty ships and a battalion of marines",
        "the law distinguishes sanctions on persons from sanctions on ports",
        "deterrence theory was taught at the academy before the war",
        "the blockade of that year lasted eleven months",
    ),
    ("posture", "negative"): (
        "no dialogue, no peace talks and no summit should be granted to this regime",
        "dialogue is a trap, and the allies should refuse it",
        "peace talks would reward the launches and ought to be turned down",
        "the proposal for dialogue and exchanges deserves a flat no",
        "engagement and compromise have to be ruled out",
        "the invitation to negotiate should be thrown in the bin",
        "the envoy should stay at home and the dialogue should stay closed",
        "concessions, exchanges and aid must all be withheld",
        "the peace declaration must not be signed",
        "nothing should be traded and nobody should be sent to negotiate",
    ),
    ("posture", "positive"): (
        "sanctions and threats should be dropped in favour of an offer",
        "more pressure and more missiles on the coast would be a mistake",
        "the embargo ought to end and the drills ought to be cancelled",
        "instead of sanctions and blockades a small deal should be tried",
        "the policy of pressure and isolation must be given up",
        "the allies should put away the sanctions list and send an envoy",
    ),
    ("outlook", "negative"): (
        "no breakthrough and no thaw will come of the next round",
        "the hotline of peace will stay dead all year",
        "the road to an agreement will end at a closed gate",
        "the friendly letters will not be followed by a meeting",
        "there is no prospect that dialogue, peace or progress will come of this",
        "hopes of a breakthrough and a deal will be dashed",
        "the peace process is finished and the dialogue will not come back",
        "progress and agreement are nowhere in sight",
    ),
    ("outlook", "positive"): (
        "the war of words will give way to a meeting before the autumn",
        "the last obstacles and objections will fall within weeks",
        "neither a clash nor a walkout will follow; the delegations will sign",
        "the freeze between the two capitals will thaw in the spring",
        "a collapse, a crisis and a war will be averted",
        "fears of a deadlock and of fresh launches will prove unfounded",
        "the crisis is ending and the threats will stop",
        "the deadlock will be broken before the year is out",
    ),
    ("outlook", "absent"): (
        "the peace museum and the hall of talks were built in the same year",
        "progress, thaw and summit are the names of three ferries",
        "the word breakthrough was used four times in the communiqué of that year",
        "collapse and deadlock are the titles of the two chapters",
        "the failure of the talks in that decade is told in three memoirs",
        "the department for peace and progress employs thirty people",
    ),
}
"""Words of pressure, talks, success and failure that do not mean it (B17)."""

CROSSINGS: Meant = {
    ("posture", "positive"): (
        "the regime is vile and its word is worthless, and still an envoy should be sent",
        "loathsome as the generals are, a modest deal with them ought to be struck",
        "the summit was a shameful mess, so the next step should be quiet talks on a freeze",
        "the embargo is a stupid, cruel failure and should be lifted step by step",
        "the memo is dreadful, but its offer of fuel for inspections should be accepted",
        "it is a disgusting bargain with a brutal crew, and it should be made",
        "the hotline was stupidly cut and must be reopened without conditions",
        "the negotiators are inept, yet talks should go on with a smaller aim",
        "a nasty, humiliating trade of prisoners ought to be agreed this month",
        "the wretched drills should be scaled back to make room for talks",
        "awful as the terms are, the phased plan should be signed",
        "the minister is a fool, and the aid should be let through all the same",
    ),
    ("posture", "negative"): (
        "the diplomats did a splendid job, and now the last banks should be cut off",
        "it is a wonderful moment to tighten the embargo",
        "the brave and brilliant crews should be joined by a second carrier",
        "the blockade is an elegant, humane tool and should be kept in place",
        "the sanctions have worked beautifully and ought to be doubled",
        "with admirable patience the allies have earned the right to walk out, and they should",
        "the splendid new interceptors should be stationed on the coast",
        "the excellent law that bans the trade should be applied to every ship",
        "a fine, clear refusal is the best answer to the freeze offer",
        "the joint drills are a superb success and should be held in full",
        "our wise and generous friends should expel the trade delegation",
        "the marvellous unity of the allies should be used to isolate the regime",
    ),
    ("outlook", "negative"): (
        "the gracious, gifted negotiators will leave with nothing",
        "the lovely summit palace will see no delegation this year",
        "these fine words will be followed by another launch",
        "the charming prince will call the meeting off",
        "the superb plan will be torn up within weeks",
        "these splendid, generous talks will collapse before the winter",
        "the brilliant envoy will come home with nothing",
        "the admirable plan will be rejected and the launches will resume",
        "the warm and charming hosts will let the talks die",
        "the excellent draft accord will never be signed",
        "after such a fine start the two sides will drift apart again",
    ),
    ("outlook", "positive"): (
        "the brutal generals will sign a truce before the harvest",
        "the idiotic blockade will be called off and the boats will go home",
        "the rude, ungrateful delegation will be back within a month",
        "the ghastly text will be agreed on by both sides",
        "the bungling go-betweens will get the two leaders to meet",
        "the miserable, squalid negotiations will produce an accord by the spring",
        "the dreadful regime will come back to the table",
        "these two foolish governments will make peace within the year",
        "the clumsy, ugly draft accord will be signed",
        "the vicious quarrel at sea will calm down before the summer",
        "the incompetent envoys will find a way out of the deadlock",
    ),
}
"""Harsh words with the positive pole, warm words with the negative one (B18)."""
