"""B24: line breaks, marks and blanks of another kind move the offsets and nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from stancekit.evaluation.behaviour.attributions.cases import (
    Attributor,
    Case,
    Judged,
    Scene,
    article,
    chance,
    curly,
    plain,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import capital
from stancekit.evaluation.behaviour.people import PEOPLE
from stancekit.records import Span

Pieces = list[str]
"""What each character of a text is replaced by."""


def _each(change: Callable[[str], str]) -> Callable[[str], Pieces]:
    return lambda text: [change(character) for character in text]


def _before_first(mark: str) -> Callable[[str], Pieces]:
    return lambda text: [mark + text[0], *text[1:]]


def _non_breaking(text: str) -> Pieces:
    """Give every third blank as one that does not break."""
    return ["\u00a0" if c == " " and i % 3 == 0 else c for i, c in enumerate(text)]


def _doubled_blanks(text: str) -> Pieces:
    return ["  " if c == " " and i % 4 == 0 else c for i, c in enumerate(text)]


def _around_lines(text: str) -> Pieces:
    return [" \t\n" if c == "\n" else c for c in text]


def _more_blank_lines(text: str) -> Pieces:
    return ["\n\n" if c == "\n" else c for c in text]


def _single_breaks(text: str) -> Pieces:
    """Leave one line break of two between paragraphs."""
    return ["" if c == "\n" and text[i - 1] == "\n" else c for i, c in enumerate(text)]


_WAYS: dict[str, Callable[[str], Pieces]] = {
    "carriage returns": _each(lambda c: "\r\n" if c == "\n" else c),
    "old carriage returns": _each(lambda c: "\r" if c == "\n" else c),
    "byte order mark": _before_first("\ufeff"),
    "decomposed": _each(lambda c: unicodedata.normalize("NFD", c)),
    "hyphen": _each(lambda c: "\u2010" if c == "-" else c),
    "non-breaking hyphen": _each(lambda c: "\u2011" if c == "-" else c),
    "non-breaking blanks": _non_breaking,
    "all blanks non-breaking": _each(lambda c: "\u00a0" if c == " " else c),
    "narrow blanks": _each(lambda c: "\u202f" if c == " " else c),
    "doubled blanks": _doubled_blanks,
    "blanks around lines": _around_lines,
    "more blank lines": _more_blank_lines,
    "blank lines above": _before_first("\n\n  "),
    "single breaks": _single_breaks,
    "tabs": _each(lambda c: "\t" if c == " " else c),
}


def cases(seed: int) -> list[Case]:
    """Write articles whose characters are changed in ways that mean nothing."""
    draw = chance(seed, "typography")
    found = []
    hyphened = [p for p in PEOPLE if "-" in p.full]
    accented = [p for p in PEOPLE if not p.full.isascii()]
    for name, change in _WAYS.items():
        for i in range(5):
            people = {"hyphen": hyphened, "decomposed": accented}.get(name.split()[-1], PEOPLE)
            text = _text(scene(draw, draw.choice(people)))
            text = curly(text) if i % 2 else text
            pieces = change(text)
            found.append(
                Case(
                    form=name,
                    text="".join(pieces),
                    expected="the same attributions, their offsets moved",
                    original=text,
                    given={"pieces": pieces},
                )
            )
    return found


def one_line_files(seed: int) -> list[Case]:
    """Write articles that are one line, with what they would be in lines of their own."""
    draw = chance(seed, "one line")
    found = []
    for i in range(12):
        drawn = scene(draw)
        c, d, e, *_ = drawn.claims
        lines = [
            f"{drawn.background[0]}",
            f"{drawn.introduced}, said that {c}.",
            f'"{capital(d)}," {drawn.person.short} said.',
            f"{capital(drawn.person.short)} added that {e}.",
        ]
        found.append(
            Case(
                form=f"all in one line, {i}",
                text=" ".join(lines),
                expected="the same attributions",
                original=article(*lines),
            )
        )
    return found


def _text(drawn: Scene) -> str:
    c, d, e, f, g, h = drawn.claims
    person, other = drawn.people
    return article(
        drawn.background[0],
        f"{drawn.introduced}, said that {c}. {drawn.background[1]}",
        f'"{capital(d)}," {person.short} said. "{capital(e)}."',
        f'"{capital(f)}."',
        f"{other.full}, {drawn.introductions[1]}, told reporters that {g}.",
        f"According to {other.short}, {h}.",
    )


def _moved(pieces: Pieces) -> list[int]:
    """Give where each character's replacement begins, and the end."""
    places, place = [], 0
    for piece in pieces:
        places.append(place)
        place += len(piece)
    return [*places, place]


def judge(case: Case, attributor: Attributor) -> Judged:
    """Judge whether only offsets differ, and those by what was put in."""
    original = case.original or ""
    before = _rows(original, attributor, _moved(case.given["pieces"]))
    after = _rows(case.text, attributor)
    paragraphs = [_same(p.text) for p in attributor.read(original).paragraphs]
    changed = [_same(p.text.strip("\ufeff")) for p in attributor.read(case.text).paragraphs]
    if before and before == after and paragraphs == changed:
        return "right", "the same"
    different = [pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]]
    return "wrong", f"{len(after)} attributions, was {len(before)}; different: {different[:2]}"


def judge_one_line(case: Case, attributor: Attributor) -> Judged:
    """Judge whether one line holds the attributions that lines of their own hold."""

    def said(text: str) -> list[tuple[Any, ...]]:
        return [(a.speaker, a.mode, a.rule, a.text) for a in attributor.attributions(text)]

    apart = said(case.original or "")
    for ending in ("", "\n", "\r\n"):
        if said(case.text + ending) != apart:
            return "wrong", f"{said(case.text + ending)}, in lines of their own: {apart}"
    return ("right" if apart else "wrong"), f"{len(apart)} attributions"


def _rows(
    text: str, attributor: Attributor, places: list[int] | None = None
) -> list[tuple[Any, ...]]:
    places = list(range(len(text) + 1)) if places is None else places
    return [
        (
            a.paragraph,
            _same(a.speaker.name),
            _same(a.speaker.affiliation),
            a.speaker.role,
            a.speaker.naming,
            a.mode,
            a.rule,
            a.confidence,
            a.statement,
            _same(a.text),
            _spans((a.source, a.cue, a.content), places),
        )
        for a in attributor.attributions(text)
    ]


def _spans(groups: Iterable[Iterable[Span]], places: list[int]) -> list[list[int]]:
    return [[places[start], places[end]] for group in groups for start, end in group]


def _same(text: str | None) -> str | None:
    """Write words so that two spellings of one text are equal."""
    return plain(" ".join(unicodedata.normalize("NFC", text or "").split()))
