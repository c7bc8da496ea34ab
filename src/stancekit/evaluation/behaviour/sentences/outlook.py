"""Forecasts: of talks and calm, of deadlock and clashes, of either, and of nothing."""

from __future__ import annotations

from collections.abc import Mapping

from stancekit.evaluation.behaviour.poles import Pole
from stancekit.evaluation.behaviour.sentences.clauses import Clause

OPTIMISTIC = (
    ("the two sides", "meet again before the summer"),
    ("the negotiators", "settle the inspection schedule this year"),
    ("the working-level meetings", "resume by autumn"),
    ("the capitals", "strike a small deal"),
    ("the guns along the border", "stay silent"),
    ("the delegations", "agree on a text"),
    ("the hotlines", "be reconnected within weeks"),
    ("the two leaders", "shake hands on a truce"),
    ("the inspectors", "be let back in"),
    ("the envoys", "find a way out of the deadlock"),
    ("both armies", "pull back from the river"),
    ("tensions", "ease after the harvest"),
    ("the coast guards", "work out rules for the shoal"),
    ("the two governments", "exchange ambassadors by the spring"),
    ("the trade negotiators", "make headway in the coming round"),
    ("the parties", "come back to the table"),
    ("the quiet contacts", "grow into real negotiations"),
    ("the ceasefire talks", "succeed"),
)
PESSIMISTIC = (
    ("the talks", "collapse before the winter"),
    ("the two sides", "drift further apart"),
    ("the launches", "start again within weeks"),
    ("the negotiators", "leave with nothing"),
    ("the meetings", "end in another deadlock"),
    ("the patrol boats", "collide again this season"),
    ("the hotlines", "ring unanswered all year"),
    ("the armies", "trade fire along the river"),
    ("the envoys", "be sent home"),
    ("the inspectors", "be thrown out"),
    ("the delegations", "walk out over the annex"),
    ("tensions", "climb through the summer"),
    ("the parties", "tear up the truce"),
    ("the capitals", "stop answering each other's letters"),
    ("new nuclear tests", "follow the anniversary"),
    ("the border guards", "shoot at the supply boats"),
    ("the two governments", "miss the deadline for an accord"),
    ("the contacts", "break down over verification"),
)
BOTH = (
    "talks could restart in the spring but might just as easily collapse",
    "the chance of a meeting is even",
    "either a small accord or a walkout is possible by the spring",
    "the contacts may lead to a deal or to nothing at all",
    "a second round is not out of the question, though far from certain",
    "it is a coin toss whether the delegations meet again",
    "the truce could hold or fall apart within a month",
    "the next round may bring a breakthrough, or the last straw",
    "a thaw is as likely as another crisis",
    "whether the two sides return to the table is wide open",
    "there may be a summit by autumn, and there may be a launch",
    "both a deal and a breakdown have to be reckoned with",
)
ABSENT = (
    "the previous round broke up over one annex",
    "the shipyards will fill their order books again",
    "parliament will pass the defence budget",
    "the ministry will move to a new building",
    "the archive will be opened to historians",
    "the harvest was poor for the third year running",
    "the envoy studied law in two countries",
    "the two leaders met for the first time in the spring of that year",
    "the border was drawn by surveyors on horseback",
    "the opposition will lose seats in the city",
    "the satellite pictures are from April",
    "the accord of that year had four pages",
    "the fishing season opens in June",
    "the ministers spoke through interpreters",
    "the price of rice doubled last year",
    "the delegation has eleven members",
    "the last meeting took place in a hotel by the lake",
    "the chief negotiator used to be a colonel",
    "the currency will lose value against the dollar",
    "the museum on the island will reopen",
)
# What would bring talks about, and what would end them.
_CONDITIONS: Mapping[Pole, tuple[str, ...]] = {
    "positive": (
        "if the crew is freed",
        "if the fuel waiver is granted",
        "if the drills are called off",
        "if the banks are unblocked",
        "provided that the annex is rewritten",
        "should the embargo be eased",
        "if the other capital sends rice",
        "if the leaflets stop",
    ),
    "negative": (
        "if the crew is put on trial",
        "if the fuel waiver is refused",
        "if the drills go ahead",
        "if more banks are blocked",
        "unless the annex is rewritten",
        "should the embargo be widened",
        "if another ship is boarded",
        "if the leaflets keep coming",
    ),
}
# A forecast, its negation, its hedged form, and under a condition {i}.
_PATTERNS = (
    ("{s} will {v}", "{s} will not {v}", "{s} might {v}", "{i}, {s} will {v}"),
    (
        "it is likely that {s} will {v}",
        "it is unlikely that {s} will {v}",
        "it is just possible that {s} will {v}",
        "{s} will {v} {i}",
    ),
    (
        "{s} are likely to {v}",
        "{s} are unlikely to {v}",
        "{s} may conceivably {v}",
        "{i}, {s} are likely to {v}",
    ),
    (
        "{s} are going to {v}",
        "{s} are not going to {v}",
        "{s} are perhaps going to {v}",
        "{i}, {s} are going to {v}",
    ),
    (
        "there is every sign that {s} will {v}",
        "there is no sign that {s} will {v}",
        "there is some sign that {s} may {v}",
        "{i}, there is every chance that {s} will {v}",
    ),
    (
        "chances are that {s} will {v}",
        "chances are slim that {s} will {v}",
        "it may or may not be that {s} will {v}",
        "chances are that {s} will {v} {i}",
    ),
)
_EACH = 4


def outlook_clauses() -> list[Clause]:
    """Give forecasts of both poles in several patterns, and what is both or neither."""
    found = []
    poles: tuple[tuple[Pole, tuple[tuple[str, str], ...]], ...] = (
        ("positive", OPTIMISTIC),
        ("negative", PESSIMISTIC),
    )
    for pole, events in poles:
        conditions = _CONDITIONS[pole]
        for number, (s, v) in enumerate(events):
            for turn in range(_EACH):
                written = [
                    pattern.format(s=s, v=v, i=conditions[(number + 3 * turn) % len(conditions)])
                    for pattern in _PATTERNS[(number + turn) % len(_PATTERNS)]
                ]
                plain, negated, hedged, conditional = written
                found.append(
                    Clause(
                        text=plain,
                        concern="outlook",
                        pole=pole,
                        negated=negated,
                        hedged=hedged,
                        conditional=conditional,
                    )
                )
    found += [Clause(text=text, concern="outlook", pole="both") for text in BOTH]
    found += [Clause(text=text, concern="outlook", pole="absent") for text in ABSENT]
    return found
