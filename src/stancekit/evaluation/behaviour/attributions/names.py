"""B16: the orders of names, their short forms, and namesakes who share one."""

from __future__ import annotations

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
    names_of,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import capital
from stancekit.evaluation.behaviour.people import PEOPLE, Invented

_FOLLOWING = [
    "{S} said that {c}.",
    '"{C}," {S} said.',
    '"{C}," said {S}.',
    "According to {S}, {c}.",
    "But {S} warned that {c}.",
    "{C}, {S} added.",
]
_TITLED = {
    "he": ["Mr. {S}", "Professor {S}", "Dr. {S}"],
    "she": ["Ms. {S}", "Prof. {S}", "Dr. {S}"],
}
_SHARED = [
    ("Heo Bit-sol", "Heo Ran", "Heo"),
    ("Kim Sae-byeok", "Kim Go-wun", "Kim"),
    ("Noh Garam", "Noh Cho-rong", "Noh"),
    ("Namgung Da-sol", "Namgung Mir", "Namgung"),
    ("Qiu Baolan", "Qiu Tiezhu", "Qiu"),
    ("Tamsin Okell", "Rufus Okell", "Okell"),
    ("Joon Baek", "Baek Dan-bi", "Baek"),
]


def cases(seed: int) -> list[Case]:
    """Write articles that name somebody once in full, then otherwise; and with namesakes."""
    return [*_orders(seed), *_namesakes(seed)]


def _orders(seed: int) -> list[Case]:
    """Each name with each way to name its bearer again, in three sentences."""
    draw = chance(seed, "names")
    found = []
    for number, person in enumerate(PEOPLE):
        shorts = [person.short, person.full, *person.also]
        titled = draw.choice(_TITLED[person.he]).format(S=person.short)
        for i, short in enumerate([*shorts, titled, person.he]):
            found += [_order(draw, person, short, number + i + turn) for turn in range(3)]
    return found


def _order(draw: Random, person: Invented, short: str, turn: int) -> Case:
    drawn = scene(draw, person)
    c, d, e = drawn.claims[:3]
    following = _FOLLOWING[turn % (3 if short == person.he else len(_FOLLOWING))]
    said = capital(following.format(S=short, c=c, C=capital(c)))
    other = drawn.people[1]
    opening = f"{drawn.introduced}, said that {d}."
    before = [f"{other.full}, {drawn.introductions[1]}, said that {e}."] if turn % 2 else []
    text = article(drawn.background[0], *before, opening, said, drawn.background[1])
    text = curly(text) if turn % 3 == 0 else text
    form = f"{person.shape}, {person.full}: {following.format(S=short, c='', C='')}"
    return Case(form=form, text=text, expected=person.full, paragraph=2 + len(before))


def _namesakes(seed: int) -> list[Case]:
    """Two bearers of one name: the leader whom all mention, and who is asked."""
    draw = chance(seed, "namesakes")
    found = []
    for number, (asked, leader, short) in enumerate(_SHARED):
        first = scene(draw, next(p for p in PEOPLE if p.short != short))
        c, d, e = first.claims[:3]
        introduced = f"{asked}, {first.introductions[0]}, said that {d}."
        news = f"President {leader} returned to the capital on Monday."
        visits = f"{first.background[0]} {news}"
        rival = f"{leader}, a senior fellow at the Harbour Foundation, said that {e}."
        following = _FOLLOWING[number % len(_FOLLOWING)].format(S=short, c=c, C=capital(c))
        titled = f"Professor {short} said that {c}."
        office = f"President {short} said that {c}."
        again = f"{asked} said that {c}."
        professor = f"{asked}, a professor at Lingshan University, said that {d}."
        scenes = {
            "spoke, the other is mentioned": (visits, introduced, following, asked),
            "spoke, the other is mentioned between": (
                introduced,
                f"{news} {first.background[1]}",
                following,
                {None, asked},
            ),
            "only a president": (
                introduced,
                f"Talks with President {short} failed.",
                office,
                short,
            ),
            "a president, then the analyst": (
                introduced,
                f"President {short} returned to the capital on Monday.",
                following,
                {None, asked},
            ),
            "the leader spoke": (
                introduced,
                f"President {leader} said on Monday that {e}.",
                f"According to {asked}, {c}.",
                asked,
            ),
            "both named at once": (
                f"{first.background[1]} {asked} and {leader} met in Geneva on Monday.",
                first.background[0],
                following,
                {None},
            ),
            "leader of the North": (
                f"The North Korean leader, {leader}, toured the shipyards on Monday.",
                introduced,
                following,
                asked,
            ),
            "both spoke": (rival, introduced, following, {None}),
            "both spoke, full name": (rival, introduced, again, asked),
            "professor and president": (visits, professor, titled, asked),
            "president and professor": (visits, professor, office, leader),
            "the other speaks, then full name": (introduced, rival, again, asked),
        }
        for kind, (*paragraphs, expected) in scenes.items():
            text = article(*paragraphs, first.background[2])
            form = f"namesakes, {kind}: {paragraphs[-1].replace(c, '')[:40]}"
            found.append(Case(form=form, text=text, expected=expected, paragraph=2))
    return found


def judge(case: Case, attributor: Attributor) -> Judged:
    """Judge whether nobody speaks but whom the text shows; who cannot be told is unresolved."""
    found = found_in(case, attributor)
    names = names_of(found)
    allowed = case.expected if isinstance(case.expected, set) else {case.expected}
    if names and set(names) <= allowed:
        return "right", in_words(found)
    others = set(names) - allowed - {None}
    return ("wrong" if others else "unresolved"), in_words(found)
