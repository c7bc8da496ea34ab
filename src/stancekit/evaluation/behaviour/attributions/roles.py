"""B13: the same words from an official, a spokesperson, somebody unnamed or the author."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from stancekit.evaluation.behaviour.attributions.cases import (
    Attributor,
    Case,
    Judged,
    article,
    chance,
    curly,
    found_in,
    in_words,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import capital
from stancekit.evaluation.behaviour.people import PEOPLE

_WHO = {
    "official": [
        "{N}, the deputy foreign minister,",
        "Foreign Minister {N}",
        "Ambassador {N}",
        "{N}, the country's chief negotiator,",
        "President {N}",
        "Gen. {N}",
        "Prime Minister {N}",
        "Treasury Secretary {N}",
        "{N}, who is the ministry's top envoy for the talks,",
        "{N}, the unification minister,",
        "Vice Foreign Minister {N}",
        "{N}, secretary of defense,",
        "Defense Secretary {N}",
    ],
    "spokesperson": [
        "{N}, a spokesperson for the Unification Ministry,",
        "ministry spokesman {N}",
        "{N}, the president's press secretary,",
        "Foreign Ministry spokeswoman {N}",
        "{N}, a spokesman for the army,",
        "a spokesman for the presidential office",
        "a Foreign Ministry spokesperson",
        "{N}, who speaks for the delegation,",
    ],
    "politician": [
        "Senator {N}",
        "{N}, a lawmaker from the opposition party,",
        "Rep. {N}",
        "{N}, leader of the opposition,",
        "Sen. {N}, a Democrat,",
        "Governor {N}",
    ],
    "unnamed official": [
        "a senior official who spoke on condition of anonymity",
        "an official at the presidential office, who asked not to be named,",
        "a government official",
        "officials in Seoul",
        "two diplomats familiar with the talks",
        "a senior diplomat",
        "a senior administration official",
        "one official",
        "another diplomat, who declined to be identified,",
        "two officials briefed on the plan",
        "a Defense Ministry official",
        "a high-ranking Foreign Ministry official",
    ],
    "institution": [
        "the shipping company",
        "the Harbour Bank",
        "the fishermen's union",
        "a shipping executive in Harborton",
        "the port authority's board",
    ],
    "public": ["a resident of the border village", "farmers on the southern bank", "one villager"],
    "expert": [
        "{N}, a senior fellow at the Calderwick Institute,",
        "Professor {N} of Lingshan University",
        "{N}, a former foreign minister,",
        "analyst {N}",
        "{N}, a retired general who now teaches at Lingshan University,",
        "{N}, who studies sanctions at the Red Delta Institute,",
        "the economist {N}",
        "{N} of the Pentland Institute",
        "Calderwick Institute fellow {N}",
        "several analysts",
        "an expert on the border trade",
    ],
}
_FORMS = [
    "{S} said that {c}.",
    '"{C}," said {S}.',
    '"{C}," {S} said. "{D}."',
    "According to {S}, {c}.",
    "{S} told reporters on Monday that {c}.",
    '{S} warned: "{C}."',
    "{B} {S} said {c}.",
    "{C}, {S} said.",
]
_AUTHOR = [
    "{C}, or so it seems.",
    "Yet {c}.",
    "For now, {c}.",
    "{B} That means that {c}.",
    "{C}.",
    "{C}. {B}",
    "It is clear that {c}.",
    "{B} {C}, and the ferries are empty.",
    "In other words, {c}.",
    "The fact remains that {c}.",
]


def cases(seed: int) -> list[Case]:
    """Write what is said by people and bodies of every role, and by the author."""
    draw = chance(seed, "roles")
    found = []
    for kind, phrases in _WHO.items():
        for number, phrase in enumerate(phrases):
            for i in range(3):
                form = _FORMS[(number * 3 + i) % len(_FORMS)]
                found.append(_case(draw, kind, phrase, form))
    found += [_case(draw, "author", "", form) for form in _AUTHOR for _ in range(3)]
    return [
        replace(case, text=curly(case.text) if i % 2 else case.text) for i, case in enumerate(found)
    ]


def _case(draw: Random, kind: str, phrase: str, form: str) -> Case:
    """Write an article in which an expert speaks first and then whoever is asked about."""
    person = draw.choice(PEOPLE)
    drawn = scene(draw, person)
    expert = drawn.people[1]
    c, d, earlier = drawn.claims[:3]
    said = form.format(
        S=phrase.format(N=person.full), c=c, C=capital(c), d=d, D=capital(d), B=drawn.background[0]
    )
    said = said.replace(",,", ",").replace(",.", ".")
    opening = f"{expert.full}, {drawn.introductions[1]}, said that {earlier}."
    text = article(opening, capital(said), drawn.background[1])
    return Case(form=f"{kind}: {phrase} / {form}", text=text, expected=kind)


def judge(case: Case, attributor: Attributor) -> Judged:
    """Judge whether whoever speaks has the role that the text shows."""
    found = found_in(case, attributor)
    expected = case.expected.removeprefix("unnamed ")
    roles = {a.speaker.role for a in found}
    named = {a.speaker.name for a in found} - {None}
    if case.expected == "author":
        return ("wrong" if found else "right"), in_words(found)
    unnamed_right = not named if case.expected in ("unnamed official", "public") else True
    if roles == {expected} and unnamed_right:
        return "right", in_words(found)
    return "wrong", in_words(found)


def judge_absence(case: Case, attributor: Attributor) -> Judged:
    """Judge whether no expert is found to say it."""
    experts = [a for a in found_in(case, attributor) if a.speaker.role == "expert"]
    return ("wrong" if experts else "right"), in_words(experts)
