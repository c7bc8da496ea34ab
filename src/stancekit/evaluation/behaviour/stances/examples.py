"""The codebook's own examples, negated: a direction that needs no map of the poles."""

from __future__ import annotations

import re

from stancekit.codebook import Codebook
from stancekit.evaluation.behaviour.stances.cases import StanceCase
from stancekit.records import Passage

# The first that a sentence has is turned; what is negated already is left alone.
_TURNS = (
    (r"\bwould be a mistake\b", "would not be a mistake"),
    (r"\b(should|must|will|would|ought|can|could)\b(?! not\b)", r"\1 not"),
    (r"\bunlikely\b", "likely"),
    (r"\b(likely|probable|possible)\b", r"un\1"),
    (r"\b(expects|sees|thinks|believes|wants|argues)\b", None),
    (r"\b(is|are|was|were)\b(?! not\b)", r"\1 not"),
)
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|nothing|without|doubts?)\b|n't\b", re.IGNORECASE)
_IRREGULAR = {"unprobable": "improbable", "unpossible": "impossible"}


def negated(text: str) -> str | None:
    """Give a sentence with its first verb or adjective of advice or forecast negated.

    ``None`` where it is negated already, or holds nothing that can be turned.

    Examples
    --------
    >>> negated("Tokyo should send the rice."), negated("A rupture is unlikely.")
    ('Tokyo should not send the rice.', 'A rupture is likely.')
    >>> negated("Nobody should pick up that receiver.") is None
    True
    """
    if _NEGATED.search(text):
        return None
    for pattern, turned in _TURNS:
        found = re.search(pattern, text)
        if found:
            words = f"does not {found[0][:-1]}" if turned is None else found.expand(turned)
            return text[: found.start()] + _IRREGULAR.get(words, words) + text[found.end() :]
    return None


def negated_examples(codebook: Codebook, axes: tuple[str, ...]) -> list[StanceCase]:
    """Give the examples of every label that has a position other than 0, each with its negation."""
    found = []
    for name in axes:
        axis = codebook.axes[name]
        for word, label in axis.labels.items():
            if not label.position:
                continue
            side = label.position
            same = tuple(w for w, its in axis.labels.items() if (its.position or 0) * side > 0)
            others = tuple(w for w in axis.labels if w not in same)
            for example in label.examples:
                turned = negated(" ".join(example.split()))
                if turned is None:
                    continue
                found.append(
                    StanceCase(
                        test="B7",
                        source="codebook",
                        axes=(name,),
                        cluster=f"{word}: {example}",
                        passages=(Passage(text=" ".join(example.split())), Passage(text=turned)),
                        expected=(same, others),
                        change="negated",
                    )
                )
    return found
