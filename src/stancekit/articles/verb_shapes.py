"""How a verb stands in its sentence: finite, participle, infinitive, passive, or not as a verb.

A form that may also be a noun (``claims``, ``report``) or an adjective (``favored``) counts as a
verb only where its neighbours let it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from stancekit.articles.morphology import Tense
from stancekit.articles.past_verbs import stands_as_past
from stancekit.articles.present_verbs import stands_as_present
from stancekit.articles.verb_groups import VerbGroup, chained, group_around

Shape = Literal["finite", "participle", "infinitive", "passive"]


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
    return ("finite" if stands_as_present(group, tenses) else None), group


def _ing_shape(group: VerbGroup) -> Shape | None:
    if group.is_passive:
        return "finite"
    if group.before is not None and group.before.tag in ("determiner", "possessive"):
        return None
    return "participle"


def _past_shape(group: VerbGroup, kind: str, tenses: Sequence[Tense]) -> Shape | None:
    if group.auxiliaries:
        return "passive" if group.is_passive else "finite"
    return "finite" if "past" in tenses and stands_as_past(group, kind) else None


def _infinitive(group: VerbGroup) -> tuple[Shape | None, VerbGroup]:
    """Follow "began to argue" to its first verb, which has the subject."""
    sentence = group.sentence
    governor = group.first - 2
    while governor >= 0 and sentence[governor].tag == "adverb":
        governor -= 1
    if governor < 0 or sentence[governor].lower not in chained():
        return None, group
    outer = group_around(sentence, governor, governor)
    words = (*outer.words, governor, *group.words)
    return "finite", VerbGroup(sentence, group.verb, group.last, outer.first, words)
