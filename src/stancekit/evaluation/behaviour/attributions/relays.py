"""B14: chains of one to three relays; the holder is the first who is no medium."""

from __future__ import annotations

from stancekit.evaluation.behaviour.attributions.cases import Case, article, chance, curly, scene
from stancekit.evaluation.behaviour.attributions.words import OUTLETS, capital

_ONE = [
    "{S} told {m} that {c}.",
    "In an interview with {m}, {S} said that {c}.",
    "{M} reported that {S} said {c}.",
    "{M}, citing {S}, reported that {c}.",
    "{M} quoted {S} as saying that {c}.",
    '"{C}," {S} was quoted as saying by {m}.',
    "{C}, {M} reported, citing {S}.",
    '"{C}," {M} quoted {S} as saying.',
    "According to {S}, who spoke to {m}, {c}.",
    "Speaking to {m}, {S} said that {c}.",
    "{S} was quoted by {m} as saying that {c}.",
]
_TWO = [
    "{M}, citing {n}, reported that {S} said {c}.",
    "According to {m}, which cited {S}, {c}.",
    "According to {m}, {S} said that {c}.",
    "{M} reported on Monday, citing an interview with {S}, that {c}.",
    "{M} said that {S} had told {n} that {c}.",
    "{M} reported that, according to {S}, {c}.",
    "In a report carried by {m}, {S} told {n} that {c}.",
]
_THREE = [
    "According to {m}, which cited a report by {n} quoting {S}, {c}.",
    "{M}, citing {n}, reported that {S} had told a seminar that {c}.",
    "{M} reported, citing {n}, which quoted {S}, that {c}.",
    "According to a report in {m}, {S} told {n} in an interview that {c}.",
]


def cases(seed: int) -> list[Case]:
    """Write what somebody says as media pass it on."""
    draw = chance(seed, "relays")
    found = []
    for depth, forms, each in ((1, _ONE, 4), (2, _TWO, 4), (3, _THREE, 4)):
        for form in forms:
            for i in range(each):
                drawn = scene(draw)
                m, n = draw.sample(OUTLETS, 2)
                c, earlier = drawn.claims[:2]
                person = drawn.person
                said = form.format(
                    S=person.short if i % 2 else person.full,
                    m=m,
                    M=capital(m) if form.startswith("{M}") else m,
                    n=n,
                    c=c,
                    C=capital(c),
                )
                opening = f"{drawn.introduced}, said last month that {earlier}."
                text = article(opening, said, drawn.background[0])
                text = curly(text) if i > 1 else text
                found.append(
                    Case(form=f"depth {depth}, {i}: {form}", text=text, expected=person.full)
                )
    return found
