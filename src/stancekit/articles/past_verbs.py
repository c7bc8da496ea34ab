"""Whether a past form is a past tense, or a participle that stands as an adjective."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.tokens import Token
from stancekit.articles.verb_groups import VerbGroup
from stancekit.articles.verb_neighbours import NOMINAL_BEFORE, QUANTIFIERS, opens_clause

_FORMS: Final = word_groups("verb_forms")
_OBJECT_NEEDED: Final = frozenset({"judge", "want", "tell"})
_WITHOUT_SUBJECT: Final = frozenset({"when", "if", "unless", "once", "until", "although", "though"})
"""Behind these a past form without a subject is passive: "when asked about it"."""
_CHANNELS: Final = frozenset({"phone", "telephone", "email", "e-mail", "text", "letter", "video"})
_AFTER_A_PARTICIPLE: Final = frozenset({"by", "in", "with", "as"})


def stands_as_past(group: VerbGroup, kind: str) -> bool:
    """Tell a past tense from a participle that stands as an adjective or a reduced relative."""
    before, following = group.before, group.following
    if before is None or (following is not None and _names_agent(group.sentence, group.last + 1)):
        return False
    if _follows_all(group):
        return True
    if before.lower in QUANTIFIERS and before.tag == "determiner" and opens_clause(group):
        return following is not None and following.lower == "that"
    if before.tag in NOMINAL_BEFORE or before.lower in _WITHOUT_SUBJECT:
        return False
    if following is None:
        return True
    if _is_adjective(group, before, following) or _is_passive_aside(group):
        return False
    if kind in _OBJECT_NEEDED and following.lower in _AFTER_A_PARTICIPLE:
        return False
    names = group.sentence[group.verb].lower in _FORMS["naming"] and group.last == group.verb
    after_noun = before.tag == "word"
    return not (names and after_noun and following.tag in ("name", "word", "quotation"))


def _is_adjective(group: VerbGroup, before: Token, following: Token) -> bool:
    """Tell "killed suspected militants" and "three suspected smugglers" from "he suspected"."""
    if group.sentence[group.verb].lower not in _FORMS["adjectival"] or following.tag != "word":
        return False
    return before.lower in _FORMS["numbers"] or before.lower.endswith("ed")


def _follows_all(group: VerbGroup) -> bool:
    """Tell "All urged Oduya to stay" at the head of a sentence from "All proposed changes"."""
    before, following = group.before, group.following
    if group.first != 1 or before is None or following is None:
        return False
    return before.lower in QUANTIFIERS and following.tag in ("name", "pronoun", "determiner")


def _is_passive_aside(group: VerbGroup) -> bool:
    """Tell "Oduya, asked what it meant, shrugged" and "a line, intended to help" from a past."""
    sentence, comma = group.sentence, group.first - 1
    if sentence[group.verb].lower not in _FORMS["asides"] or sentence[comma].text != ",":
        return False
    marks = any(word.tag in ("mark", "quotation") for word in sentence[:comma])
    return not marks and sentence[comma - 1].is_nounish


def _names_agent(sentence: Sequence[Token], index: int) -> bool:
    """Tell "said by officials" from "said by phone"."""
    if sentence[index].lower != "by":
        return False
    return not any(token.lower in _CHANNELS for token in sentence[index + 1 : index + 3])
