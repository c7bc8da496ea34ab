"""B16: the orders of names, their short forms, and namesakes who share one."""

from .cases import RIGHT, Case, Judged, article, chance, curly, found_in, hold, names_of, scene
from .words import PEOPLE, Invented, capital

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


def cases() -> list[Case]:
    return [*_orders(), *_namesakes()]


def _orders() -> list[Case]:
    """Each name once with each way to name its bearer again."""
    draw = chance("names")
    found = []
    for number, person in enumerate(PEOPLE):
        shorts = [person.short, person.full, *person.also]
        titled = draw.choice(_TITLED[person.he]).format(S=person.short)
        for i, short in enumerate([*shorts, titled, person.he]):
            found.append(_order(draw, person, short, f"{person.shape}: {short}", number + i))
    return found


def _order(draw, person: Invented, short: str, name: str, turn: int) -> Case:
    drawn = scene(draw, person)
    c, d, e = drawn.claims[:3]
    following = _FOLLOWING[turn % (3 if short == person.he else len(_FOLLOWING))]
    said = capital(following.format(S=short, c=c, C=capital(c)))
    other = drawn.people[1]
    opening = f"{drawn.introduced}, said that {d}."
    before = [f"{other.full}, {drawn.introductions[1]}, said that {e}."] if turn % 2 else []
    text = article(drawn.background[0], *before, opening, said, drawn.background[1])
    text = curly(text) if turn % 3 == 0 else text
    return Case(f"{name} ({turn})", text, person.full, 2 + len(before))


def _namesakes() -> list[Case]:
    """Two bearers of one name: the leader whom all mention, and who is asked."""
    draw = chance("namesakes")
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
            found.append(Case(f"namesakes, {kind}: {asked} and {leader}", text, expected, 2))
    return found


def _judge(case: Case) -> Judged:
    names = names_of(found_in(case))
    allowed = case.expected if isinstance(case.expected, set) else {case.expected}
    if names and set(names) <= allowed:
        return RIGHT
    others = set(names) - allowed - {None}
    return ("wrong" if others else "unresolved"), f"speakers {names}, expected {allowed}"


def test_names_of_every_shape_and_namesakes():
    hold(cases(), _judge, bar=0.95, most_wrong=0.01, fewest=150)
