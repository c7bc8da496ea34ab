"""An article with its attributions marked and explained, in colour where somebody watches."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, Final, NamedTuple

from stancekit.articles import explanation_of
from stancekit.cli.streams import console, print_text
from stancekit.records import Article, Attribution, Paragraph

_STYLES: Final = {"source": "bold cyan", "cue": "yellow", "content": "green"}
_LONGEST_LINE: Final = 100


class Piece(NamedTuple):
    """A stretch of a paragraph, with the parts it plays and in which attributions."""

    text: str
    parts: tuple[str, ...]
    numbers: tuple[int, ...]


def print_explained(article: Article, attributions: Sequence[Attribution]) -> None:
    """Print each paragraph that has an attribution, marked, and why it has it."""
    write = _writer()
    for index, group in groupby(attributions, key=lambda found: found.paragraph):
        found = list(group)
        paragraph = article.paragraphs[index]
        write([Piece(f"{article.id}, paragraph {index}", ("title",), ())])
        write(list(marked(paragraph, found)))
        for number, attribution in enumerate(found, start=1):
            for line in _explained(number, attribution):
                write([Piece(line, (), ())])
        write([])


def print_explained_blocks(article: Article) -> None:
    """Print each line of an article with its kind and the rule that chose it."""
    write = _writer()
    write([Piece(article.id, ("title",), ())])
    for block in article.blocks:
        words = " ".join(block.text.split())
        if len(words) > _LONGEST_LINE:
            words = words[: _LONGEST_LINE - 1] + "\u2026"
        write([Piece(f"{block.index:>4}  {block.kind:<13} {block.rule:<20} {words}", (), ())])
    write([])


def marked(paragraph: Paragraph, attributions: Sequence[Attribution]) -> Iterator[Piece]:
    """Give a paragraph in pieces; their texts joined are the paragraph.

    A piece that plays several parts, as the source of one attribution inside the content of
    another, has them all.
    """
    spans = [
        (max(start, paragraph.start), min(end, paragraph.end), part, number)
        for number, found in enumerate(attributions, start=1)
        for part in _STYLES
        for start, end in getattr(found, part)
    ]
    opened = sorted(spans, reverse=True)
    edges = {paragraph.start, paragraph.end}
    edges.update(edge for span in spans for edge in span[:2] if span[0] < span[1])
    active: list[tuple[int, int, str, int]] = []
    for start, end in pairwise(sorted(edges)):
        while opened and opened[-1][0] <= start:
            active.append(opened.pop())
        active = [span for span in active if span[1] > start]
        text = paragraph.text[start - paragraph.start : end - paragraph.start]
        yield Piece(text, _each(span[2] for span in active), _each(span[3] for span in active))


def _each(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(set(values)))


def _explained(number: int, attribution: Attribution) -> Iterator[str]:
    """Give the lines that say what an attribution's rule and speaker rest on."""
    why, speaker = explanation_of(attribution), attribution.speaker
    yield f"  {number}. {attribution.rule}: {why['looks_for']}"
    yield f"     {attribution.mode}, confidence {attribution.confidence:g}"
    yield f"     speaker: {'; '.join(filter(None, (speaker.name, why['speaker'])))}"
    yield f"     role: {speaker.role}{_seen(why['role'])}"
    if speaker.affiliation is not None:
        yield f"     affiliation: {speaker.affiliation}{_seen(why['affiliation'])}"
    yield from _circumstances(attribution)


def _circumstances(attribution: Attribution) -> Iterator[str]:
    """Give a line for each thing beside who says what: denied, said long ago, passed on."""
    said_at, chain = attribution.said_at, attribution.relay_chain
    if attribution.negated:
        yield "     negated: the speaker says that it is not so"
    if said_at is not None:
        date = "" if said_at.date is None else f" ({said_at.date})"
        yield f"     said in the past: {said_at.words!r}{date}"
    if chain:
        yield f"     passed on: {', quoting '.join(link.words for link in chain)}"
    if attribution.attributed_actor is not None:
        yield f"     of the mind of: {attribution.attributed_actor.words}"


def _seen(evidence: dict[str, Any] | None) -> str:
    if evidence is None:
        return "; no words show one"
    return f"; from {evidence['words']!r} in paragraph {evidence['paragraph']}"


def _writer() -> Callable[[Sequence[Piece]], None]:
    """Give what writes a line: in colour to a terminal, with plain brackets elsewhere."""
    return _colourful_writer() if sys.stdout.isatty() else _write_plain


def _write_plain(line: Sequence[Piece]) -> None:
    several = len({number for piece in line for number in piece.numbers}) > 1
    print_text("".join(_bracketed(piece, several=several) for piece in line))


def _bracketed(piece: Piece, *, several: bool) -> str:
    if not piece.numbers:
        return printable(piece.text)
    numbers = f" {_numbers(piece)}" if several else ""
    return f"[{' '.join(piece.parts)}{numbers}: {printable(piece.text)}]"


def _numbers(piece: Piece) -> str:
    return ", ".join(map(str, piece.numbers))


def _colourful_writer() -> Callable[[Sequence[Piece]], None]:
    from rich.text import Text

    screen = console()
    legend = Text()
    for part, style in _STYLES.items():
        legend.append(f"{part} ", style)
    screen.print(legend)

    def write(line: Sequence[Piece]) -> None:
        several = len({number for piece in line for number in piece.numbers}) > 1
        text = Text()
        for piece in line:
            style = " ".join(_STYLES.get(part, "bold") for part in piece.parts[-1:])
            text.append(printable(piece.text), style)
            if several and piece.numbers:
                text.append(f"[{_numbers(piece)}]", "dim")
        screen.print(text)

    return write


def printable(text: str) -> str:
    """Give a text without the control characters that would drive a terminal."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" else c for c in text)
