"""B12: what critics say who are only reported is theirs, and the answer to them the expert's."""

from __future__ import annotations

from itertools import product

from stancekit.evaluation.behaviour.attributions.cases import (
    Attributor,
    Case,
    Judged,
    article,
    chance,
    curly,
    found_in,
    in_words,
    plain,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import capital

_OPPONENTS = [
    "critics",
    "opponents of the deal",
    "supporters of the embargo",
    "hardliners in the capital",
    "some lawmakers",
    "skeptics",
    "many conservatives",
    "advocates of engagement",
]
_FORMS = [
    "{O}, many of them in the capital, say that {x}. Not so, {S} said, arguing that {y}.",
    "To {o}, the matter is simple, and they say that {x}. {S} warned that {y}.",
    '{O} maintain that {x}, an argument that leaves {S} cold. "{Y}," he or she said.',
    "{S} said that {y}, while {o} insist that {x}.",
    "{X}, according to {o}. But {S} said that {y}.",
    '"{X}," {o} say. "{Y}," {S} replied.',
    "{O} have long said that {x}. {S} told reporters on Monday that {y}.",
    "{O} say {x}, but {S} argued that {y}.",
    "{O} argue that {x}. But {S} said {y}.",
    '{O} say that {x}. "{Y}," {S} said.',
    "While {o} insist that {x}, {S} said that {y}.",
    "Although {o} contend that {x}, {S} believes that {y}.",
    "{O} have warned that {x}; {S} said {y}.",
    "{X}, {o} say. {S} disagrees: {y}, he or she said.",
    "According to {o}, {x}. {S}, however, said that {y}.",
    '{O} want the talks called off, but {S} said: "{Y}."',
    "{O} complain that {x}, yet {S} maintained that {y}.",
    '{O} claim that {x}. {S} told reporters that {y}, and called that claim "lazy."',
    "{S} said that {y}. {O} counter that {x}.",
]


def cases(seed: int) -> list[Case]:
    """Write paragraphs that report opponents and answer them."""
    draw = chance(seed, "opponents")
    found = []
    for i, (form, is_curly) in enumerate([*product(_FORMS, (True, False))] * 3):
        drawn = scene(draw)
        x, y, earlier = drawn.claims[:3]
        o = _OPPONENTS[i % len(_OPPONENTS)]
        said = form.replace("he or she", drawn.person.he).format(
            S=drawn.person.short, o=o, O=capital(o), x=x, X=capital(x), y=y, Y=capital(y)
        )
        opening = f"{drawn.introduced}, said that {earlier}."
        text = article(opening, capital(said), drawn.background[1])
        text = curly(text) if is_curly else text
        x = "the talks called off" if "called off" in form else x
        given = {"x": x, "y": y}
        shape = f"{form} ({'curly' if is_curly else 'straight'})"
        found.append(Case(form=shape, text=text, expected=drawn.person.full, given=given))
    return found


def judge(case: Case, attributor: Attributor) -> Judged:
    """Judge who holds the opponents' words and who the answer."""
    found = found_in(case, attributor)
    theirs = [a.speaker for a in found if _says(a.text, case.given["x"])]
    answer = [a.speaker for a in found if _says(a.text, case.given["y"])]
    groups = theirs and all(s.name is None and s.naming == "unnamed_group" for s in theirs)
    if groups and [plain(s.name) for s in answer] == [case.expected]:
        return "right", in_words(found)
    return "wrong", in_words(found)


def _says(text: str, claim: str) -> bool:
    return claim.lower()[:30] in text.lower()
