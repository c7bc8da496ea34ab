"""Praise, blame and plain description."""

from __future__ import annotations

from stancekit.evaluation.behaviour.poles import Pole
from stancekit.evaluation.behaviour.sentences.clauses import Clause

_SUBJECTS = (
    "the joint statement",
    "the plan",
    "the minister's speech",
    "the new proposal",
    "the communiqué",
    "the agreement",
)
_PRAISE = (
    "a fine piece of work",
    "clear and generous",
    "an impressive achievement",
    "admirably simple",
    "a brilliant idea",
    "thoughtful and fair",
    "a wise and courageous step",
    "excellent",
)
_BLAME = (
    "a shabby piece of work",
    "lazy and careless",
    "an embarrassing failure",
    "hopelessly muddled",
    "a foolish idea",
    "shallow and unfair",
    "a reckless and cowardly step",
    "dreadful",
)
_FLAT = (
    "the session lasted forty minutes",
    "two seats stayed empty",
    "three ministers attended",
    "the text has four chapters",
    "the meeting took place on the second floor",
    "it is the fourth such test",
    "the delegations arrived by train",
    "the letter was delivered on a Tuesday",
    "the agreement runs for five years",
    "the speech was broadcast at noon",
    "the ships left port before dawn",
    "the statement was published in two languages",
    "the committee has nine members",
    "the talks were held in a hotel",
    "the map shows both claims",
    "the minister took office in March",
)
_EACH = 3


def sentiment_clauses() -> list[Clause]:
    """Give praise and blame of several things, and description without either."""
    found = []
    poles: tuple[tuple[Pole, tuple[str, ...]], ...] = (("positive", _PRAISE), ("negative", _BLAME))
    for pole, words in poles:
        for number, word in enumerate(words):
            for turn in range(_EACH):
                subject = _SUBJECTS[(number + 2 * turn) % len(_SUBJECTS)]
                found.append(
                    Clause(
                        text=f"{subject} is {word}",
                        concern="sentiment",
                        pole=pole,
                        negated=f"{subject} is not {word}",
                        hedged=f"{subject} is perhaps {word}",
                    )
                )
    found += [Clause(text=text, concern="sentiment", pole="absent") for text in _FLAT]
    return found
