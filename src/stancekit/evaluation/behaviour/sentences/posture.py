"""Advice: negotiated means and coercive ones, both together, and none."""

from __future__ import annotations

from stancekit.evaluation.behaviour.poles import Pole
from stancekit.evaluation.behaviour.sentences.clauses import Clause

PRAGMATIC = (
    "offer a limited fuel waiver in exchange for inspections",
    "send an envoy without waiting for an apology",
    "trade partial relief for a halt to launches",
    "reopen the liaison office before the spring",
    "accept a freeze as a first step",
    "begin with family visits and exchanges of letters",
    "put a small, verifiable deal on the table",
    "ease the coal ban step by step as the reactors close",
    "restore the military hotline without conditions",
    "invite the other side's diplomats to working-level meetings",
    "let the medical aid through at once",
    "scale back the summer drills to make room for talks",
    "settle for a cap on fuel production for now",
    "return to the table with a phased plan",
    "answer the moratorium with a concession of its own",
    "swap prisoner lists as an opening move",
    "share the disputed fishing grounds",
    "propose a joint commission on the border river",
    "suspend the new duties while the negotiators meet",
    "release some of the frozen oil money in return for access to the sites",
    "widen the humanitarian licences",
    "agree to a declaration that the war is over",
    "reply to the letter with an offer to meet",
    "grant the rail project an exemption",
)
HAWKISH = (
    "tighten the shipping rules and leave them tight",
    "cut the remaining banks off from the dollar",
    "restore the joint drills in full",
    "refuse any relief while the warheads exist",
    "turn down the invitation to a summit",
    "board the ships that carry banned coal",
    "station more interceptors on the coast",
    "keep the embargo in place",
    "bring back every sanction that was waived",
    "send a second carrier into the strait",
    "break off the talks",
    "expel the trade delegation",
    "blacklist the companies that sell the fuel",
    "meet the next launch with force",
    "seize the leadership's accounts abroad",
    "reject the freeze offer",
    "hold back the rice shipments",
    "isolate the regime at the United Nations",
    "close the last crossing to its lorries",
    "deploy longer-range missiles on the island",
    "make the regime pay for every further test",
    "double the duties until the other side backs down",
    "stop the cash that flows through the industrial park",
    "threaten strikes on the enrichment halls",
)
BOTH = (
    "{a} should keep the patrols and reopen the hotline on the same day",
    "{a} should buy the interceptors and send an envoy in the same week",
    "tighter export controls and wider aid licences belong in one package",
    "more drills and more visas for their doctors should go hand in hand",
    "{a} should sanction the shipyards and sign the fishing accord side by side",
    "deterrence spending is justified, and so is an envoy this month",
    "{a} ought to lift one ban and impose another, and do both at once",
    "the carrier should stay in the strait and the delegations at the table",
    "both tracks deserve equal weight: the blockade and the talks",
    "{a} should answer the test with new sanctions and the letter with an offer to meet",
    "{a} should station the radar and propose the freeze, without putting either first",
    "arms for the island and a channel to the mainland are equally needed",
)
ABSENT = (
    "the last round ended over verification",
    "the offer fills nine pages, two of them on missiles",
    "the delegation stayed for three days",
    "the sanctions committee has fifteen members",
    "nobody outside the room knows what was offered",
    "the drills have been held every August since the war",
    "the embargo took effect in the first year of the war",
    "the envoy was received by two vice ministers",
    "the treaty has been renewed twice",
    "the waiver covers three banks and one port",
    "the text was translated in a single night",
    "the coal ban was voted in the year of the floods",
    "the inspectors counted forty cylinders",
    "the crossing handles about ninety lorries a day",
    "the hotline was installed in the seventies",
    "the meeting was moved from Geneva to Muscat",
    "the interceptors were built in two countries",
    "the list names eleven shipping companies",
    "the aid convoy had sixty lorries",
    "the statement was read out on state television",
)
ACTORS = ("Washington", "Seoul", "Tokyo", "Canberra", "Brussels", "Manila")

# Advice, its negation, and its hedged form.
_PATTERNS = (
    ("{a} should {m}", "{a} should not {m}", "{a} should perhaps {m}"),
    (
        "it is time for {a} to {m}",
        "it would be a mistake for {a} to {m}",
        "it may be time for {a} to {m}",
    ),
    ("{a} ought to {m}", "{a} ought not to {m}", "{a} possibly ought to {m}"),
    (
        "{a} would be wise to {m}",
        "{a} would be unwise to {m}",
        "{a} might just be wise to {m}",
    ),
    ("{a} must {m}", "{a} must not {m}", "{a} may have to {m}"),
    (
        "the right course is for {a} to {m}",
        "the wrong course is for {a} to {m}",
        "the right course may possibly be for {a} to {m}",
    ),
    (
        "the best answer would be for {a} to {m}",
        "the worst answer would be for {a} to {m}",
        "the best answer might conceivably be for {a} to {m}",
    ),
    (
        "it makes sense for {a} to {m}",
        "it makes no sense for {a} to {m}",
        "it may make some sense for {a} to {m}",
    ),
)
_EACH = 4


def posture_clauses() -> list[Clause]:
    """Give advice of both poles in several patterns, and what is both or neither."""
    found = []
    poles: tuple[tuple[Pole, tuple[str, ...]], ...] = (
        ("positive", PRAGMATIC),
        ("negative", HAWKISH),
    )
    for pole, means in poles:
        for number, m in enumerate(means):
            for turn in range(_EACH):
                # Each means meets four patterns, and each pattern as many means.
                plain, negated, hedged = _PATTERNS[(number + 2 * turn + turn // 2) % len(_PATTERNS)]
                a = ACTORS[(number + turn) % len(ACTORS)]
                found.append(
                    Clause(
                        text=plain.format(a=a, m=m),
                        concern="posture",
                        pole=pole,
                        negated=negated.format(a=a, m=m),
                        hedged=hedged.format(a=a, m=m),
                    )
                )
    both = [text.format(a=ACTORS[i % len(ACTORS)]) for i, text in enumerate(BOTH)]
    found += [Clause(text=text, concern="posture", pole="both") for text in both]
    found += [Clause(text=text, concern="posture", pole="absent") for text in ABSENT]
    return found
