"""A verb that says little and a noun that says: `Oduya issued a warning that talks failed`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.contents import object_end
from stancekit.articles.findings import Finding
from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.articles.phrases import Phrase
from stancekit.articles.present_verbs import may_speak
from stancekit.articles.verb_groups import group_around

LOOKS_FOR: Final = 'a verb and a noun that say together: "issued a warning that", "raised doubts"'
_JOINS: Final = frozenset({"that", "to", "about", "of", "over", "whether", "for", ":"})
_BETWEEN: Final = frozenset({"determiner", "word", "adverb", "number"})
_WITH_NOUN: Final = frozenset({"raise", "float"})
_LONGEST: Final = 4


@cache
def _verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Map each form of a light verb to its base and the nouns that it says something with."""
    return {
        form.text: (verb, nouns)
        for verb, nouns in word_groups("light_verbs").items()
        for form in verb_forms(verb)
        if "ing" not in form.tenses
    }


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions made with a light verb and a noun."""
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 3):
        if tokens[i].lower not in _verbs():
            continue
        verb, nouns = _verbs()[tokens[i].lower]
        noun = _noun(sentence, i, nouns)
        group = group_around(tokens, i, i)
        subject = None if noun is None else _speaker(sentence, group.first)
        if noun is None or subject is None or group.is_negated or group.is_modal:
            continue
        start = i + 1 if verb in _WITH_NOUN else noun + 1
        start += tokens[start].text == ":"
        end = object_end(sentence, start, sentence.end)
        if end > start:
            cue = (group.first, start)
            yield Finding("light_verb", cue, [(start, end)], subject, "judge", 0.75)


def _noun(sentence: Sentence, verb: int, nouns: frozenset[str]) -> int | None:
    """Give where the noun stands behind a verb, if something joins a content to it."""
    tokens = sentence.tokens
    for i in range(verb + 1, min(verb + 1 + _LONGEST, len(tokens) - 2)):
        if tokens[i].lower in nouns and tokens[i + 1].lower in _JOINS:
            return i
        if tokens[i].tag not in _BETWEEN:
            return None
    return None


def _speaker(sentence: Sentence, first: int) -> Phrase | None:
    """Give the subject, if it is somebody and not "the storm", which raises doubts as well."""
    subject = sentence.phrase_before(first)
    if subject is None:
        return None
    head = sentence.tokens[subject.end - 1]
    somebody = head.tag == "name" or head.lower in ("he", "she", "they", "who")
    return subject if somebody or may_speak(head.lower) else None
