"""Whom "he" or "she" means where they stand, by who has spoken and who is named so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stancekit.articles.discourse import Discourse
from stancekit.articles.extraction import Extract
from stancekit.articles.person import Gender, Person
from stancekit.articles.pronouns import antecedent, distinct, fits, is_somebody_unnamed
from stancekit.articles.told import Told, because, told_nobody, told_person

_UNNAMED: Final = 0.5
_MOST_SUBJECTS: Final = 12


def third_person(discourse: Discourse, gender: Gender, extract: Extract) -> Told:
    """Give the person whom a pronoun means at its place, or why it means nobody."""
    position = extract.source[0] if extract.source else 0
    named = [
        person
        for start, person in discourse.named_up_to(position)
        if not any(a <= start < b for a, b in extract.content)
    ]
    near = discourse.last_individual_near
    before = None if near is None else near.person
    subject = _subject_since(discourse, gender, position)
    spoke = [] if subject is not None else discourse.spoke_here
    person, confidence, reason = antecedent(
        gender, spoke, named if subject is None else [subject], before
    )
    if person is None and not named and near is None and _stands_at_cue(extract):
        person = _subject_before(discourse, gender)
        confidence = _UNNAMED
        reason = reason if person is None else "the only person the paragraph before is about"
    if person is None:
        nobody = told_nobody(("pronoun", gender), f"pronoun {gender!r}: {reason}")
        return _somebody_unnamed(discourse, gender, named) or nobody
    person.gender = person.gender or gender
    if subject is not None:
        reason = "whose full name opens a sentence since somebody else spoke"
    return told_person(person, confidence, f"pronoun {gender!r}: {reason}")


def _subject_before(discourse: Discourse, gender: Gender) -> Person | None:
    """Give the one person who is the subject of sentences of the paragraph before."""
    sentences, names = discourse.before
    found: list[Person] = []
    for sentence in sentences[:_MOST_SUBJECTS]:
        subject = sentence.subject
        if subject is None:
            continue
        begin, end = sentence.tokens[subject.start].start, sentence.tokens[subject.end - 1].end
        owners = {t.start for t in sentence.tokens if t.tag == "possessive"}
        found += [p for n, p in names if begin <= n < end and not owners & {n}][:1]
    people = [person for person in distinct(found) if fits(person, gender)]
    return people[0] if len(people) == 1 else None


def _somebody_unnamed(discourse: Discourse, gender: Gender, named: Sequence[Person]) -> Told | None:
    """Give "a former envoy", who spoke last, where no name stands between."""
    last = discourse.last_individual_near
    if last is None or named or not is_somebody_unnamed(last):
        return None
    told = because(last, f"pronoun {gender!r}: somebody unnamed, who spoke last")
    return replace(told, confidence=_UNNAMED)


def _subject_since(discourse: Discourse, gender: Gender, position: int) -> Person | None:
    """Give whose full name has opened a sentence since somebody else spoke in the paragraph."""
    if not discourse.spoke_here:
        return None
    for start, person in reversed(discourse.named_up_to(position)):
        if start <= discourse.spoke_at:
            return None
        if start in discourse.openings and fits(person, gender):
            return person
    return None


def _stands_at_cue(extract: Extract) -> bool:
    """Tell the subject of a cue from that of another verb, which the cue only hangs on."""
    if extract.finding is None or extract.phrase is None:
        return False
    (first, last), phrase = extract.finding.cue, extract.phrase
    return -1 <= first - phrase.end <= 1 or phrase.start == last
