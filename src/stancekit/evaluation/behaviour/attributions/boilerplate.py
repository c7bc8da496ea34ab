"""B5: what a page adds around the text leaves every body paragraph and attribution as it was."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from stancekit.evaluation.behaviour.attributions.cases import (
    Attributor,
    Case,
    Judged,
    Scene,
    chance,
    curly,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import capital
from stancekit.evaluation.behaviour.people import PEOPLE
from stancekit.records import Span

_CAPTION = "Workers wait at the ferry terminal in Harborton on Monday. (Harbour Press/Jo Ferris)"
_PHOTO = "A guard looks over the closed crossing on May 3, 2031. REUTERS/Jo Ferris/File Photo"
_TITLE = "[News analysis] Envoys circle an empty table as the crossing stays shut"
_ABOVE = {
    "title": [_TITLE],
    "title and dateline": [_TITLE, "Posted on : May 3, 2031 17:20 KST"],
    "title, byline": [_TITLE, "By Jo Ferris, staff reporter"],
    "title, caption": [_TITLE, _CAPTION],
    "title, caption printed twice": [_TITLE, _CAPTION, _CAPTION],
    "title printed twice": [_TITLE, _TITLE],
    "title, dateline and photo": [_TITLE, "Published: 3 May 2031", _PHOTO],
}
_BETWEEN = {
    "advertisement": ["ADVERTISEMENT"],
    "caption": [_CAPTION],
    "caption printed twice": [_CAPTION, _CAPTION],
    "photo": [_PHOTO],
    "related link": ["Related article: Villages on the river wait for the ferry"],
    "read more": ["Read more: What the embargo has cost the southern bank"],
    "story continues": ["Story continues below advertisement"],
}
_BELOW = {
    "byline and address": ["By Jo Ferris, staff reporter"],
    "contact": ["Please direct questions or comments to [desk@harbourledger.example]"],
    "related links": [
        "Related: A bridge of steel and timber",
        "Related: The island that nobody patrols",
    ],
    "newsletter": ["Sign up for our morning newsletter"],
    "credit": ["Reporting by Jo Ferris; Editing by Ada Winslow"],
    "copyright": ["Copyright 2031 The Harbour Ledger. All rights reserved."],
    "share": ["Share", "Print"],
}


def cases(seed: int) -> list[Case]:
    """Write articles with and without what a page adds."""
    draw = chance(seed, "boilerplate")
    found = []
    for where, kinds in (("above", _ABOVE), ("between", _BETWEEN), ("below", _BELOW)):
        for name, lines in kinds.items():
            for joint in ("\n\n", "\n"):
                for number in range(3):
                    body = _body(scene(draw, draw.choice(PEOPLE)), number)
                    title = [] if where == "above" else [_TITLE]
                    base = "\n\n".join([*title, *body])
                    text = _added(title, body, lines, where, joint)
                    form = f"{where}, {name}, {'glued' if joint == chr(10) else 'apart'}"
                    same = "the same paragraphs and attributions"
                    found.append(Case(form=form, text=text, expected=same, original=base))
    return found


def _body(drawn: Scene, number: int) -> list[str]:
    person, (c, d, e, f, *_) = drawn.person, drawn.claims
    body = [
        drawn.background[0],
        f"{drawn.introduced}, said that {c}.",
        f'"{capital(d)}," {person.short} said. "{capital(e)}."',
        f'"{capital(f)}."',
        f"{drawn.background[1]} {drawn.background[2]}",
        f"Still, {person.short} argues that {drawn.claims[4]}.",
    ]
    return [curly(paragraph) if number % 2 else paragraph for paragraph in body]


def _added(title: list[str], body: list[str], lines: list[str], where: str, joint: str) -> str:
    """Put lines beside body paragraphs, apart from them or glued by a single line break."""
    block = joint.join(lines)
    if where == "above":
        return block + joint + "\n\n".join(body)
    before, behind = (body[:2], body[2:]) if where == "between" else (body, [])
    text = "\n\n".join([*title, *before]) + joint + block
    return text + joint + "\n\n".join(behind) if behind else text + "\n"


def judge(case: Case, attributor: Attributor) -> Judged:
    """Judge whether the paragraphs and what is said in them are those of the text without it."""
    before = _reading(case.original or "", attributor)
    after = _reading(case.text, attributor)
    if before == after and before[1]:
        return "right", "the same"
    changed = [
        f"{new!r}, was {old!r}"
        for old, new in zip_longest([*before[0], *before[1]], [*after[0], *after[1]])
        if old != new
    ]
    return "wrong", "; ".join(changed) or "no attribution in either"


def _reading(text: str, attributor: Attributor) -> tuple[list[str], list[tuple[Any, ...]]]:
    article = attributor.read(text)
    said = [
        (
            a.paragraph,
            a.speaker,
            a.mode,
            a.rule,
            a.text,
            _words(text, a.cue),
            _words(text, a.source),
        )
        for a in attributor.attribute(article)
    ]
    return [paragraph.text for paragraph in article.paragraphs], said


def _words(text: str, spans: Iterable[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]
