"""Whether a form is a present tense, or a noun of the same spelling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.agreement import agrees, head_agrees, is_plural
from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import Tense
from stancekit.articles.names import is_role_noun
from stancekit.articles.tokens import Token
from stancekit.articles.verb_groups import VerbGroup
from stancekit.articles.verb_neighbours import NOMINAL_BEFORE, QUANTIFIERS, opens_clause

_FORMS: Final = word_groups("verb_forms")
_BODIES: Final = (
    word_groups("roles")["institution"] | word_groups("documents")["people in -ion and the like"]
)
_AGENTS: Final = ("ers", "ors", "ists", "ians", "ees")
_AFTER_A_VERB: Final = frozenset({"determiner", "pronoun", "name", "quotation", "subordinator"})
_ALSO_AFTER_A_VERB: Final = frozenset({":", "to", "for", "on", "in"})
_PAIRS: Final = frozenset({",", "\u2014", "\u2013", "--", ")"})
_LONGEST_GROUP: Final = 7


def stands_as_present(group: VerbGroup, tenses: Sequence[Tense]) -> bool:
    """Tell a present tense from a noun of the same spelling."""
    before = group.before
    if before is None:
        return False
    if before.lower in QUANTIFIERS and before.tag == "determiner":
        return _follows_quantifier(group, tenses)
    if before.tag == "conjunction":
        return before.lower in ("and", "but") and "s" in tenses and _goes_on(group)
    if before.tag in NOMINAL_BEFORE:
        return False
    if before.tag in ("mark", "quotation") and _inverts(group, tenses):
        return True
    if before.tag == "mark":
        return _closes_description(group) and _takes_content(group, tenses)
    if not (agrees(before, tenses) or head_agrees(group, tenses)):
        return False
    if before.tag in ("pronoun", "relative") or group.last > group.verb:
        return True
    if group.sentence[group.verb].lower in _FORMS["only verbs"]:
        return True
    return _behind_noun(group, before, tenses)


def _behind_noun(group: VerbGroup, before: Token, tenses: Sequence[Tense]) -> bool:
    """Tell a verb right behind its subject, a name or a noun, from the second noun of two."""
    following = group.following
    if following is None or following.tag == "mark":
        named = before.tag == "name" and "s" in tenses
        after_content = named and any(t.text == "," for t in group.sentence[: group.first])
        # "..., some analysts fear." and "..., the Ledger reports."
        return is_role_noun(before.lower) or after_content or _leads_in(group)
    if before.tag == "word" and not may_speak(before.lower) and not _behind_who(group):
        return following.lower == "that" or following.tag == "quotation"
    return _starts_content(following)


def _goes_on(group: VerbGroup) -> bool:
    """Tell "Oduya is unhappy and insists that" from a list of nouns."""
    known = group.sentence[group.verb].lower in _FORMS["only verbs"]
    described = any(word.tag == "relative" for word in group.sentence[: group.first])
    starts = group.following is not None and _starts_content(group.following)
    return known and starts and not described


def _leads_in(group: VerbGroup) -> bool:
    """Tell 'Oduya continues, "It ..."', with the mark and the quotation behind the verb."""
    behind = group.sentence[group.last + 1 : group.last + 3]
    return len(behind) > 1 and behind[0].text in (",", ":") and behind[1].tag == "quotation"


def _follows_quantifier(group: VerbGroup, tenses: Sequence[Tense]) -> bool:
    """Tell "Some think that" at the head of a clause from "a few claims", "have some say"."""
    opens = opens_clause(group)
    known = group.sentence[group.verb].lower in _FORMS["only verbs"]
    return opens and known and "s" not in tenses


def _inverts(group: VerbGroup, tenses: Sequence[Tense]) -> bool:
    """Tell "..., say analysts" and "..., warn many former officials" from an item of a list."""
    before, verb = group.before, group.sentence[group.verb]
    if before is None or (before.tag == "mark" and before.text != ","):
        return False
    if "s" in tenses or verb.lower not in _FORMS["only verbs"]:
        return False
    for token in group.sentence[group.last + 1 : group.last + _LONGEST_GROUP]:
        if token.tag not in ("word", "name", "determiner", "number"):
            return False
        if is_role_noun(token.lower) and is_plural(token):
            return True
    return False


def may_speak(noun: str) -> bool:
    """Tell a noun for people, a body or a paper from other common nouns."""
    one = noun.removesuffix("s")
    acts = noun.endswith(_AGENTS)
    return acts or is_role_noun(noun) or noun in _BODIES or one in _BODIES


def _behind_who(group: VerbGroup) -> bool:
    """Tell "the envoy who asked not to be named doubts it"."""
    before = group.sentence[max(0, group.first - _LONGEST_GROUP) : group.first]
    return any(word.lower == "who" for word in before)


def _closes_description(group: VerbGroup) -> bool:
    """Tell whether the comma left of the verb is the second of two around a description."""
    if group.before is None or group.before.text not in _PAIRS:
        return False
    opening = "(" if group.before.text == ")" else group.before.text
    return any(
        token.text == opening and i > 0 and group.sentence[i - 1].is_nounish
        for i, token in enumerate(group.sentence[: group.first - 1])
    )


def _takes_content(group: VerbGroup, tenses: Sequence[Tense]) -> bool:
    """Tell "Oduya, an envoy, doubts that" from a list: "claims, fears, doubts and hopes"."""
    following = group.following
    if following is None:
        return False
    only_verb = group.sentence[group.verb].lower in _FORMS["only verbs"]
    if "s" not in tenses:
        return only_verb and _starts_content(following) and _describes_several(group)
    return only_verb or group.last > group.verb or _starts_content(following)


def _describes_several(group: VerbGroup) -> bool:
    """Tell "Critics, many of them in the capital, say that" by the noun that is described."""
    marks = [i for i, token in enumerate(group.sentence[: group.first - 1]) if token.text in _PAIRS]
    described = group.sentence[max(0, marks[0] - _LONGEST_GROUP) : marks[0]] if marks else ()
    return any(is_role_noun(word.lower) and is_plural(word) for word in described)


def _starts_content(token: Token) -> bool:
    if token.lower == "such":
        return False
    return token.tag in _AFTER_A_VERB or token.lower in _ALSO_AFTER_A_VERB
