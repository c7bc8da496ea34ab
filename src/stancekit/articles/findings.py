"""What the rules hand on, before the speaker is told."""

from __future__ import annotations

from dataclasses import dataclass

from stancekit.articles.phrases import Phrase

Range = tuple[int, int]


@dataclass(slots=True)
class Finding:
    """One attribution in one sentence, in token indices of that sentence.

    `source` is ``None`` where the clause names nobody; `antecedent` is what a relative pronoun
    stands for; `kind` is the cue's group in the lexicon; `relay` is who passes the source's words
    on, where the rule knows; `acts` says that the author tells what somebody does: no attribution,
    but whoever does it is who "she" means next.
    """

    rule: str
    cue: Range
    content: list[Range]
    source: Phrase | None
    kind: str
    confidence: float = 0.9
    antecedent: Phrase | None = None
    relay: Phrase | None = None
    acts: bool = False
