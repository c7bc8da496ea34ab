"""B13: the same words from an official, a spokesperson, somebody unnamed or the author."""

from .cases import RIGHT, Case, Judged, article, chance, curly, found_in, hold, scene
from .words import PEOPLE, capital

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


def cases() -> list[Case]:
    draw = chance("roles")
    found = []
    for kind, phrases in _WHO.items():
        for number, phrase in enumerate(phrases):
            for i in range(3):
                form = _FORMS[(number * 3 + i) % len(_FORMS)]
                found.append(_case(draw, kind, phrase, form))
    found += [_case(draw, "author", "", form) for form in _AUTHOR for _ in range(3)]
    return [
        Case(f"{i} {case.id}", curly(case.text) if i % 2 else case.text, case.expected)
        for i, case in enumerate(found)
    ]


def _case(draw, kind: str, phrase: str, form: str) -> Case:
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
    return Case(f"{kind}: {phrase} {form}", text, kind)


def _judge(case: Case) -> Judged:
    found = found_in(case)
    expected = case.expected.removeprefix("unnamed ")
    roles = {a.speaker.role for a in found}
    named = {a.speaker.name for a in found} - {None}
    if case.expected == "author":
        return RIGHT if not found else ("wrong", f"attributed: {[a.speaker for a in found]}")
    unnamed_right = not named if case.expected in ("unnamed official", "public") else True
    if roles == {expected} and unnamed_right:
        return RIGHT
    return "wrong", f"{[a.speaker for a in found]}, expected {case.expected}"


def _judge_absence(case: Case) -> Judged:
    experts = [a for a in found_in(case) if a.speaker.role == "expert"]
    return ("wrong", f"an expert: {experts}") if experts else RIGHT


def test_the_role_is_that_of_whoever_says_it():
    hold(cases(), _judge, bar=0.95, fewest=90)


def test_nothing_of_others_is_an_experts():
    others = [case for case in cases() if case.expected != "expert"]
    hold(others, _judge_absence, bar=1.0, fewest=80)
