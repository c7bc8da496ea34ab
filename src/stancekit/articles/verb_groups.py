"""A verb with the words left of it that belong to it: auxiliaries, adverbs and negations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.articles.tokens import Token

_BE: Final = word_groups("function_words")["be"]
_MODALS: Final = word_groups("function_words")["modal"]
_SUBJECTS: Final = frozenset({"pronoun", "relative", "auxiliary"})
_AROUND: Final = frozenset({"adverb", "auxiliary", "negation", "possessive"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with the auxiliaries, adverbs and negations left of it, as token indices.

    `words` are the indices of everything that belongs to the verb; `first` is the leftmost.
    """

    sentence: Sequence[Token]
    verb: int
    last: int
    first: int
    words: tuple[int, ...]

    @property
    def before(self) -> Token | None:
        """The token left of the group."""
        return self.sentence[self.first - 1] if self.first else None

    @property
    def following(self) -> Token | None:
        """The token right of the verb and its particles."""
        return self.sentence[self.last + 1] if self.last + 1 < len(self.sentence) else None

    @property
    def auxiliaries(self) -> list[str]:
        """The auxiliaries of the group in order."""
        tokens = [self.sentence[i] for i in self.words]
        return [t.lower for t in tokens if t.tag in ("auxiliary", "possessive")]

    @property
    def is_passive(self) -> bool:
        """Whether the nearest auxiliary is a form of "be"."""
        return bool(self.auxiliaries) and self.auxiliaries[-1] in _BE

    @property
    def is_negated(self) -> bool:
        """Whether the group denies or withholds: "did not say", "declined to say"."""
        tokens = [self.sentence[i] for i in self.words]
        return any(t.tag == "negation" or chained().get(t.lower) == "negative" for t in tokens)

    @property
    def is_modal(self) -> bool:
        """Whether a modal stands in the group."""
        return any(self.sentence[i].lower in _MODALS for i in self.words)


@cache
def chained() -> dict[str, str]:
    """Map the forms of verbs that take "to" and keep the subject to their group."""
    return {
        form.text: group
        for group, verbs in word_groups("catenatives").items()
        for verb in verbs
        for form in verb_forms(verb.split()[0])
    }


def group_around(sentence: Sequence[Token], verb: int, last: int) -> VerbGroup:
    """Give a verb with the auxiliaries and adverbs left of it."""
    first = verb
    while first > 0 and (_is_around(sentence, first - 1) or _is_once(sentence, first - 1)):
        if sentence[first - 1].tag == "possessive" and not _is_contracted(sentence, first - 1):
            break
        first -= 1
    return VerbGroup(sentence, verb, last, first, tuple(range(first, verb)))


def _is_once(sentence: Sequence[Token], index: int) -> bool:
    """Tell "she once said" from the clause of "once said, it is said"."""
    if sentence[index].lower != "once" or index == 0:
        return False
    return sentence[index - 1].is_nounish or sentence[index - 1].tag in _SUBJECTS


def _is_around(sentence: Sequence[Token], index: int) -> bool:
    """Tell auxiliaries and adverbs, and the conjunction of "has not yet", from other words."""
    if sentence[index].lower == "yet":
        return index > 0 and sentence[index - 1].tag == "negation"
    return sentence[index].tag in _AROUND


def _is_contracted(sentence: Sequence[Token], clitic: int) -> bool:
    """Tell "he's calling" from "Baek's calling"."""
    return clitic > 0 and sentence[clitic - 1].tag in ("pronoun", "relative")
