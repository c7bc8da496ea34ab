"""B14: chains of one to three relays; the holder is the first who is no medium."""

from .cases import RIGHT, Case, Judged, article, chance, curly, found_in, hold, names_of, scene
from .words import OUTLETS, capital

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


def cases() -> list[Case]:
    draw = chance("relays")
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
                found.append(Case(f"depth {depth}, {i}, {form}", text, person.full))
    return found


def _judge(case: Case) -> Judged:
    """Judge whether the person holds the content; a medium beside them is no holder of it."""
    names = names_of(found_in(case))
    if names == [case.expected]:
        return RIGHT
    return ("wrong" if any(names) else "unresolved"), f"speakers {names}"


def test_the_holder_stands_at_the_inner_end_of_a_chain():
    hold(cases(), _judge, bar=0.95, fewest=80)
