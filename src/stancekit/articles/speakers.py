"""Who speaks in an attribution: its names, nouns and pronouns become speakers.

A pronoun or a short name that could mean two people means nobody: right or unresolved, never wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.discourse import Discourse
from stancekit.articles.extraction import Extract
from stancekit.articles.groups import group_before, plural_subject, together
from stancekit.articles.holders import holders, through
from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import Mention, read_mention
from stancekit.articles.names import may_be_surname
from stancekit.articles.person import Gender, Person
from stancekit.articles.phrases import Phrase
from stancekit.articles.pointing import pointed_at
from stancekit.articles.rules.according_to import FOR_WHOM
from stancekit.articles.third_person import third_person
from stancekit.articles.told import (
    Told,
    because,
    told_name,
    told_nobody,
    told_person,
    without_affiliation,
)
from stancekit.articles.told_nouns import is_thing, told_noun
from stancekit.articles.told_organisations import told_organisation

_THIRD_PERSON: Final[dict[str, Gender]] = {
    "he": "he",
    "she": "she",
    "his": "he",
    "her": "she",
    "him": "he",
}
_AUTHOR: Final = frozenset({"i", "we", "you"})
_NO_ONE: Final = frozenset({"nobody", "none", "nothing"})
_GROUPS: Final = word_groups("function_words")["quantifier"] | {"they", "their", "them"}
_MARKS: Final = " ,()\u2014-"


def tell(discourse: Discourse, extract: Extract) -> list[Told]:
    """Give the speakers of an attribution; none where it is the author's own voice."""
    if extract.phrase is None:
        return []
    known = [
        through(extract, phrase, speaker)
        for phrase in holders(extract, extract.phrase)
        for speaker in together(discourse, extract, phrase) or [_tell(discourse, extract, phrase)]
        if speaker is not None
    ]
    if extract.relays and not known:
        extract.relays = []  # "cited the storm": what is cited does not speak
        told = _tell(discourse, extract, extract.phrase)
        known = [] if told is None else [through(extract, extract.phrase, told)]
    known = [_placed(discourse, speaker) for speaker in known]
    for speaker in known:
        discourse.remember(speaker)
    discourse.spoke_together = known
    if known and extract.source is not None:
        discourse.spoke_at = extract.source[0]
    return known


def notice(discourse: Discourse, acting: Sequence[Extract]) -> None:
    """Note people who act without words: "she" may mean them as if they had spoken."""
    for extract in acting:
        tell(discourse, extract)


def _placed(discourse: Discourse, told: Told) -> Told:
    """Leave out an affiliation that is a person, as in "Farraday aides"."""
    place = told.speaker.affiliation
    known = place is not None and told.person is None and discourse.cast.is_person(place.split())
    return without_affiliation(told) if known else told


def _tell(discourse: Discourse, extract: Extract, phrase: Phrase) -> Told | None:
    mention = read_mention(extract.sentence.tokens, phrase)
    if mention.head.lower() in _NO_ONE or mention.determiner == "no":
        return None
    if extract.kind == FOR_WHOM and not _gives_views(discourse, mention):
        return None
    if mention.kind == "pronoun":
        several = plural_subject(discourse, mention, extract)
        return several or _pronoun(discourse, mention.head, extract)
    if mention.kind == "name":
        return _named(discourse, mention, extract.kind)
    if mention.kind == "organisation":
        return _surname(discourse, mention) or told_organisation(mention, discourse.paragraph)
    position = extract.source[0] if extract.source else 0
    if mention.head in _GROUPS:
        group = group_before(discourse, extract)
        return group or told_noun(mention, extract.kind, discourse.paragraph)
    told = pointed_at(discourse, mention, position)
    told = told or told_noun(mention, extract.kind, discourse.paragraph)
    if told is None and _is_behind_who(extract):
        return told_nobody(("who", position), "'who': nothing near tells whom it means")
    return told


def _named(discourse: Discourse, mention: Mention, kind: str) -> Told | None:
    person = discourse.meant(mention.name, mention.before or mention.after.strip(_MARKS))
    if person is not None:
        discourse.take_over_role(person)
        confidence = 0.95 if len(mention.name) > 1 else 0.9
        return told_person(person, confidence, _form_of(discourse, person, mention))
    n_bearers = discourse.cast.n_bearers(mention.name)
    if n_bearers > 1:
        reason = f"{n_bearers} people are named {' '.join(mention.name)}"
        return told_nobody(("shared", mention.name), reason, "named")
    return told_name(mention, discourse.paragraph) if not is_thing(mention, kind) else None


def _form_of(discourse: Discourse, person: Person, mention: Mention) -> str:
    """Say which form of somebody's name stands there, and where the full one does."""
    if mention.name == person.name:
        return "full name"
    where = f", named in paragraph {person.named_in[0]}" if person.named_in else ""
    chosen = ""
    if len(mention.name) == 1 and discourse.cast.n_bearers(mention.name) > 1:
        chosen = ", of those who bear it the one who spoke last"
    return f"short form of {person.full_name}{where}{chosen}"


def _gives_views(discourse: Discourse, mention: Mention) -> bool:
    """Tell whether "For Farraday, " opens the view of an expert who has spoken."""
    person = discourse.meant(mention.name, mention.before) if mention.kind == "name" else None
    return person is not None and person.role == "expert" and bool(person.spoken)


def _surname(discourse: Discourse, mention: Mention) -> Told | None:
    """Give the person whose surname is also a word of the calendar or a nationality's."""
    bare = len(mention.name) == 1 and not mention.determiner and may_be_surname(mention.head)
    person = discourse.meant(mention.name) if bare else None
    if person is None or person.name[-1].lower() != mention.head.lower():
        return None
    return told_person(person, 0.9, _form_of(discourse, person, mention))


def _pronoun(discourse: Discourse, word: str, extract: Extract) -> Told | None:
    if word in _AUTHOR or (word == "it" and extract.kind == "show"):
        return None
    if word in _THIRD_PERSON:
        return third_person(discourse, _THIRD_PERSON[word], extract)
    near = discourse.last_near
    if word in _GROUPS:
        group = near is not None and near.speaker.naming == "unnamed_group"
        if near is not None and group:
            return because(near, f"pronoun {word!r}: the group that spoke last")
        reason = f"{word!r} names nobody, and no group spoke last"
        nobody = told_nobody(("group", word), reason, "unnamed_group")
        return group_before(discourse, extract) or nobody
    if word in ("it", "its") and near is not None and near.person is None:
        if near.speaker.name:
            return because(near, f"pronoun {word!r}: {near.speaker.name}, which spoke last")
        if near.speaker.naming == "unnamed_group" and _is_one_noun(near):
            return because(near, f"pronoun {word!r}: the body that spoke last")
    return told_nobody(("pronoun", word), f"{word!r}: nothing near tells whom it means")


def _is_behind_who(extract: Extract) -> bool:
    """Tell "an increase from Oduya, who said", where "who" cannot mean the thing before it."""
    found = extract.finding
    if found is None or found.antecedent is None or found.source is None:
        return False
    return extract.sentence.tokens[found.source.start].lower == "who"


def _is_one_noun(told: Told) -> bool:
    """Tell "the army" from "soldiers"."""
    return isinstance(told.key, tuple) and told.key[0] == "noun"
