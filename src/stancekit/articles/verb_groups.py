"""How a verb stands in its sentence: finite, participle, infinitive, passive, or not as a verb.

A form that may also be a noun (``claims``, ``report``) or an adjective (``favored``) counts as a
verb only where its neighbours let it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import Tense, verb_forms
from stancekit.articles.names import is_role_noun
from stancekit.articles.tokens import Token

Shape = Literal["finite", "participle", "infinitive", "passive"]

_BE: Final = word_groups("function_words")["be"]
_MODALS: Final = word_groups("function_words")["modal"]
_FORMS: Final = word_groups("verb_forms")
_SUBJECTS: Final = frozenset({"pronoun", "relative", "auxiliary"})
_BODIES: Final = (
    word_groups("roles")["institution"] | word_groups("documents")["people in -ion and the like"]
)
_AGENTS: Final = ("ers", "ors", "ists", "ians", "ees")
_AROUND: Final = frozenset({"adverb", "auxiliary", "negation", "possessive"})
_PLURAL_PRONOUNS: Final = frozenset({"i", "you", "we", "they", "who", "others", "these", "those"})
_NOMINAL_BEFORE: Final = frozenset({"determiner", "possessive", "preposition", "number"})
_AFTER_A_VERB: Final = frozenset({"determiner", "pronoun", "name", "quotation", "subordinator"})
_ALSO_AFTER_A_VERB: Final = frozenset({":", "to", "for", "on", "in"})
_PAIRS: Final = frozenset({",", "\u2014", "\u2013", "--", ")"})
_OBJECT_NEEDED: Final = frozenset({"judge", "want", "tell"})
_INSIDE: Final = frozenset({"name", "word", "number", "determiner", "possessive"})
_JOINING: Final = frozenset({"of", "with", "at", "in", "on", "from", "for"})
_WITHOUT_SUBJECT: Final = frozenset({"when", "if", "unless", "once", "until", "although", "though"})
"""Behind these a past form without a subject is passive: "when asked about it"."""
_LONGEST_GROUP: Final = 7
_CHANNELS: Final = frozenset({"phone", "telephone", "email", "e-mail", "text", "letter", "video"})
_QUANTIFIERS: Final = word_groups("function_words")["quantifier"] - {"this", "that", "each"}
_BEFORE_CLAUSES: Final = frozenset({"mark", "conjunction", "subordinator"})
_AFTER_A_PARTICIPLE: Final = frozenset({"by", "in", "with", "as"})


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
        return any(t.tag == "negation" or _chained().get(t.lower) == "negative" for t in tokens)

    @property
    def is_modal(self) -> bool:
        """Whether a modal stands in the group."""
        return any(self.sentence[i].lower in _MODALS for i in self.words)


@cache
def _chained() -> dict[str, str]:
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


def shape_of(
    group: VerbGroup, kind: str, tenses: Sequence[Tense]
) -> tuple[Shape | None, VerbGroup]:
    """Give how a verb stands, ``None`` where it is none, and its group with governing verbs."""
    if "ing" in tenses:
        return _ing_shape(group), group
    if "past" in tenses or "participle" in tenses:
        shape = _past_shape(group, kind, tenses)
        if shape is not None or "base" not in tenses:
            return shape, group
    if group.auxiliaries or any(group.sentence[i].lower.endswith("n't") for i in group.words):
        return (None if group.is_passive else "finite"), group
    if group.before is not None and group.before.lower == "to":
        return _infinitive(group)
    return ("finite" if _stands_as_present(group, tenses) else None), group


def _ing_shape(group: VerbGroup) -> Shape | None:
    if group.is_passive:
        return "finite"
    if group.before is not None and group.before.tag in ("determiner", "possessive"):
        return None
    return "participle"


def _past_shape(group: VerbGroup, kind: str, tenses: Sequence[Tense]) -> Shape | None:
    if group.auxiliaries:
        return "passive" if group.is_passive else "finite"
    return "finite" if "past" in tenses and _stands_as_past(group, kind) else None


def _stands_as_past(group: VerbGroup, kind: str) -> bool:
    """Tell a past tense from a participle that stands as an adjective or a reduced relative."""
    before, following = group.before, group.following
    if before is None or (following is not None and _names_agent(group.sentence, group.last + 1)):
        return False
    if _follows_all(group):
        return True
    if before.lower in _QUANTIFIERS and before.tag == "determiner" and _opens(group):
        return following is not None and following.lower == "that"
    if before.tag in _NOMINAL_BEFORE or before.lower in _WITHOUT_SUBJECT:
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
    return before.lower in _QUANTIFIERS and following.tag in ("name", "pronoun", "determiner")


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


def _infinitive(group: VerbGroup) -> tuple[Shape | None, VerbGroup]:
    """Follow "began to argue" to its first verb, which has the subject."""
    sentence = group.sentence
    governor = group.first - 2
    while governor >= 0 and sentence[governor].tag == "adverb":
        governor -= 1
    if governor < 0 or sentence[governor].lower not in _chained():
        return None, group
    outer = group_around(sentence, governor, governor)
    words = (*outer.words, governor, *group.words)
    return "finite", VerbGroup(sentence, group.verb, group.last, outer.first, words)


def _stands_as_present(group: VerbGroup, tenses: Sequence[Tense]) -> bool:
    """Tell a present tense from a noun of the same spelling."""
    before = group.before
    if before is None:
        return False
    if before.lower in _QUANTIFIERS and before.tag == "determiner":
        return _follows_quantifier(group, tenses)
    if before.tag == "conjunction":
        return before.lower in ("and", "but") and "s" in tenses and _goes_on(group)
    if before.tag in _NOMINAL_BEFORE:
        return False
    if before.tag in ("mark", "quotation") and _inverts(group, tenses):
        return True
    if before.tag == "mark":
        return _closes_description(group) and _takes_content(group, tenses)
    if not (_agrees(before, tenses) or _head_agrees(group, tenses)):
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
    opens = _opens(group)
    known = group.sentence[group.verb].lower in _FORMS["only verbs"]
    return opens and known and "s" not in tenses


def _opens(group: VerbGroup) -> bool:
    """Tell whether the word before a verb opens its clause."""
    return group.first == 1 or group.sentence[group.first - 2].tag in _BEFORE_CLAUSES


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
        if is_role_noun(token.lower) and _is_plural(token):
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


def _is_plural(noun: Token) -> bool:
    return noun.lower.endswith("s") or noun.lower in _FORMS["plurals"]


def _head_agrees(group: VerbGroup, tenses: Sequence[Tense]) -> bool:
    """Tell the subject of "Observers of the peninsula expect": a plural before a preposition."""
    if "s" in tenses:
        return False
    i = group.first - 1
    while i > 0 and group.sentence[i].tag in _INSIDE:
        i -= 1
    head = group.sentence[i - 1] if i else None
    joined = group.sentence[i].tag == "preposition" and group.sentence[i].lower in _JOINING
    return head is not None and joined and is_role_noun(head.lower) and _is_plural(head)


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
    return any(is_role_noun(word.lower) and _is_plural(word) for word in described)


def _agrees(before: Token, tenses: Sequence[Tense]) -> bool:
    """Tell whether a subject's last word agrees with the verb in number."""
    plural = before.lower in _PLURAL_PRONOUNS or before.lower in _FORMS["plurals"]
    if "s" not in tenses:
        return plural or _ends_as_plural(before)
    if before.lower in _PLURAL_PRONOUNS - {"who"}:
        return False
    return not before.lower.endswith("s") or before.tag in ("name", "pronoun", "relative")


def _ends_as_plural(noun: Token) -> bool:
    """Tell "Republicans" from "US" and "Congress"."""
    if noun.tag == "name" and (noun.text.isupper() or noun.lower.endswith(("ss", "us", "is"))):
        return False
    return noun.lower.endswith("s")


def _starts_content(token: Token) -> bool:
    if token.lower == "such":
        return False
    return token.tag in _AFTER_A_VERB or token.lower in _ALSO_AFTER_A_VERB
