"""An article's text as blocks, each with its kind, and its paragraphs."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from stancekit.articles.block_page import page_of
from stancekit.articles.block_rules import RULES
from stancekit.articles.block_signs import Place
from stancekit.articles.lines import lines
from stancekit.records import Block, BlockKind, Paragraph

_PRINTED_TWICE: Final = frozenset({"title", "caption", "deck"})
_FEWEST_WORDS_OF_A_CAPTION: Final = 6
_MOST_WORDS_OF_A_CAPTION: Final = 60


def read_blocks(
    text: str, *, title: str | None = None, outlet: str | None = None
) -> tuple[Block, ...]:
    r"""Give the blocks of a text in order; joined they are the text.

    A text of white space is one block of kind `other`; an empty one has none.

    Examples
    --------
    >>> [(block.kind, block.rule) for block in read_blocks("ADVERTISEMENT\nIt rained all day.")]
    [('ui', 'advertisement'), ('body', 'default')]
    """
    found = lines(text)
    if not found:
        return (Block(0, "other", 0, len(text), text, "white_space"),) if text else ()
    blocks: list[Block] = []
    printed = _Printed()
    page = page_of([line.text for line in found], title, outlet)
    before_body, titled = True, False
    for index, line in enumerate(found):
        above = blocks[-1].kind if blocks else None
        place = Place(index, page, before_body, titled, above)
        key = _key(place)
        kind, rule = _kind(place, key, printed)
        if kind in _PRINTED_TWICE:
            printed.add(key, kind)
        before_body = before_body and kind != "body"
        titled = titled or kind == "title"
        blocks.append(Block(index, kind, line.start, line.end, text[line.start : line.end], rule))
    return tuple(blocks)


@dataclass(slots=True)
class _Printed:
    """The lines that may be printed twice: their kinds, and the captions among them in order."""

    kinds: dict[str, BlockKind] = field(default_factory=dict)
    captions: list[str] = field(default_factory=list)

    def add(self, key: str, kind: BlockKind) -> None:
        if kind == "caption" and key not in self.kinds:
            insort(self.captions, key)
        self.kinds[key] = kind

    def begins_caption(self, words: str) -> bool:
        """Tell whether a caption begins with some words; in order, it stands right behind them."""
        behind = bisect_left(self.captions, words)
        return behind < len(self.captions) and self.captions[behind].startswith(words)


def _kind(place: Place, key: str, printed: _Printed) -> tuple[BlockKind, str]:
    """Give a line's kind and the rule that chose it; a title printed again stays a title."""
    again = printed.kinds.get(key) or _begins_caption(place, key, printed)
    if again is not None:
        return again, "printed_again"
    for rule in RULES:
        if rule.holds(place):
            return rule.kind, rule.name
    return "body", "default"


def _begins_caption(place: Place, key: str, printed: _Printed) -> BlockKind | None:
    """Tell a caption that is printed again without its date or credit."""
    if not _FEWEST_WORDS_OF_A_CAPTION <= place.n_words <= _MOST_WORDS_OF_A_CAPTION:
        return None
    return "caption" if printed.begins_caption(key.rstrip(".")) else None


def _key(place: Place) -> str:
    return " ".join(place.opening.lower().split())


def read_paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Give the `body` blocks without their outer white space, numbered from 0."""
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if block.kind == "body":
            start = block.start + len(block.text) - len(block.text.lstrip())
            words = block.text.strip()
            paragraphs.append(Paragraph(len(paragraphs), start, start + len(words), words))
    return tuple(paragraphs)
