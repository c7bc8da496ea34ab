"""Damaged articles, and what has to hold of whatever is read from one.

`mutated` gives input number n: a few paragraphs of the bundled articles, damaged in a few places.
It depends on n alone, so that a run can be cut into ranges and every failure comes back.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, get_args

from stancekit.articles import statements
from stancekit.articles.reading import article_from_text
from stancekit.records import Article, Attribution, Mode, Naming, Role, Span, Statement

Mutation = Callable[[random.Random, str, Sequence[str]], str]

QUOTES: Final = "\"'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\uff02"
MARKS: Final = ".,;:!?()[]{}<>/\\|&@#%$*_+=~^-\u2010\u2013\u2014\u2026\u2022\u00b7\u00a9"
WHITE_SPACE: Final = " \t\n\r\v\f\x1c\x1d\x85\u00a0\u2003\u2028\u2029\u202f\u3000"
INVISIBLE: Final = (
    "\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2066\u2069\u00ad\x00"
)
COMBINING: Final = "".join(map(chr, range(0x300, 0x370))) + "\u20dd\ufe0f"
CAPRICIOUS: Final = "\u0130\u0131\u00df\u1e9e\ufb03\u01c5\u03c2\u0149\u2160\u00b2\u00bd\u0664"
EMOJI: Final = "\U0001f600\U0001f1f0\U0001f1f7\U0001f468\u200d\U0001f680\u2764\ufe0f"
SCRIPTS: Final = (
    (0x5D0, 0x5EA),
    (0x621, 0x64A),
    (0x4E00, 0x4FFF),
    (0xAC00, 0xB000),
    (0x400, 0x4FF),
)
FRAGMENTS: Final = (
    *(" said ", " she said", ", said ", " told reporters that ", " according to ", " citing "),
    *(" who ", " and ", " of ", " the ", "Mr. ", "Dr. ", "U.S. ", " Kim ", "'s ", "n't ", " -- "),
    *(
        "\n\n",
        "\r\n",
        "\n\n\n",
        "\u2022 ",
        "Photo: ",
        "By ",
        "Read more: ",
        "May 3, 2031",
        "5:25 p.m.",
    ),
    *(
        "<p>",
        "</p>",
        "<br/>",
        "&nbsp;",
        "&quot;",
        "**",
        "[link](https://a.example/b?c=d)",
        "a@b.example",
    ),
)
LAST_CHARACTER: Final = 0x1FFFF


def load_paragraphs(folder: Path) -> list[str]:
    """Give the lines of all articles of a folder."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return [line for text in texts for line in text.splitlines() if line.strip()]


def mutated(number: int, paragraphs: Sequence[str]) -> Article:
    """Give input number `number`."""
    draw = random.Random(number)
    text = _whole(draw, paragraphs)
    for _ in range(draw.choice((0, 1, 1, 2, 2, 3, 4, 6, 10, 20))):
        text = draw.choice(MUTATIONS)(draw, text, paragraphs)
    known = text.splitlines() if draw.random() < 0.2 else ()
    title = draw.choice(known) if known else None
    outlet = draw.choice(known)[:30] if known else None
    return article_from_text(text, article_id=str(number), title=title, outlet=outlet)


def _whole(draw: random.Random, paragraphs: Sequence[str]) -> str:
    n_paragraphs = draw.choice((1, 1, 1, 2, 2, 3)) if draw.random() > 0.01 else 30
    joint = draw.choice(("\n\n", "\n\n", "\n", "\r\n\r\n", " "))
    return joint.join(draw.choice(paragraphs) for _ in range(n_paragraphs))


def _place(draw: random.Random, text: str) -> int:
    return draw.randint(0, len(text))


def _stretch(draw: random.Random, text: str, longest: int = 30) -> Span:
    start = _place(draw, text)
    return start, min(len(text), start + draw.randint(1, longest))


def _insert(text: str, place: int, new: str) -> str:
    return text[:place] + new + text[place:]


def delete(draw: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _stretch(draw, text)
    return text[:start] + text[end:]


def duplicate(draw: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _stretch(draw, text)
    return _insert(text, end, text[start:end] * draw.choice((1, 1, 1, 2, 5)))


def swap(draw: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _stretch(draw, text)
    middle = draw.randint(start, end)
    return text[:start] + text[middle:end] + text[start:middle] + text[end:]


def swap_words(draw: random.Random, text: str, _: Sequence[str]) -> str:
    words = text.split(" ")
    a, b = draw.randrange(len(words)), draw.randrange(len(words))
    words[a], words[b] = words[b], words[a]
    return " ".join(words)


def change_lines(draw: random.Random, text: str, _: Sequence[str]) -> str:
    """Delete, repeat or move a line."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    line = lines.pop(draw.randrange(len(lines)))
    for _ in range(draw.randint(0, 2)):
        lines.insert(draw.randint(0, len(lines)), line)
    return "".join(lines)


def change_quotes(draw: random.Random, text: str, _: Sequence[str]) -> str:
    """Delete, repeat or replace a quotation mark, or add one."""
    places = [i for i, character in enumerate(text) if character in QUOTES]
    if not places or draw.random() < 0.3:
        return _insert(text, _place(draw, text), draw.choice(QUOTES))
    place = draw.choice(places)
    mark = draw.choice(("", text[place] * 2, draw.choice(QUOTES)))
    return text[:place] + mark + text[place + 1 :]


def insert_characters(draw: random.Random, text: str, _: Sequence[str]) -> str:
    kind = draw.choice((QUOTES, MARKS, WHITE_SPACE, INVISIBLE, COMBINING, CAPRICIOUS, EMOJI))
    new = "".join(draw.choice(kind) for _ in range(draw.choice((1, 1, 1, 2, 3, 8))))
    return _insert(text, _place(draw, text), new)


def insert_script(draw: random.Random, text: str, _: Sequence[str]) -> str:
    """Insert a word of another script, some written from right to left."""
    low, high = draw.choice(SCRIPTS)
    word = "".join(chr(draw.randint(low, high)) for _ in range(draw.randint(1, 12)))
    return _insert(text, _place(draw, text), word)


def insert_anything(draw: random.Random, text: str, _: Sequence[str]) -> str:
    """Insert any character but a surrogate."""
    code = draw.randint(0, LAST_CHARACTER)
    new = "" if 0xD800 <= code <= 0xDFFF else chr(code)
    return _insert(text, _place(draw, text), new)


def insert_fragment(draw: random.Random, text: str, _: Sequence[str]) -> str:
    return _insert(text, _place(draw, text), draw.choice(FRAGMENTS))


def insert_digits(draw: random.Random, text: str, _: Sequence[str]) -> str:
    return _insert(text, _place(draw, text), str(draw.randint(0, 10 ** draw.randint(1, 20))))


def truncate(draw: random.Random, text: str, _: Sequence[str]) -> str:
    place = _place(draw, text)
    return text[:place] if draw.random() < 0.5 else text[place:]


def splice(draw: random.Random, text: str, paragraphs: Sequence[str]) -> str:
    """Go on with another article in the middle of this one."""
    other = draw.choice(paragraphs)
    return text[: _place(draw, text)] + other[_place(draw, other) :]


def change_case(draw: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _stretch(draw, text, 200)
    change = draw.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + change(text[start:end]) + text[end:]


MUTATIONS: Final[tuple[Mutation, ...]] = (
    *(delete, duplicate, swap, swap_words, change_lines, change_quotes, change_quotes),
    *(insert_characters, insert_characters, insert_script, insert_anything, insert_fragment),
    *(insert_fragment, insert_digits, truncate, splice, change_case),
)


def faults(article: Article) -> Iterator[str]:
    """Give what does not hold of an article and of what is read from it; nothing where all does."""
    yield from _faults_of_blocks(article)
    groups = statements(article)
    found = [attribution for group in groups for attribution in group.attributions]
    for attribution in found:
        yield from _faults_of_attribution(article, attribution)
    yield from _faults_of_contents(found)
    yield from _faults_of_statements(groups)


def _faults_of_blocks(article: Article) -> Iterator[str]:
    if "".join(block.text for block in article.blocks) != article.text:
        yield "the blocks joined are not the text"
    if any(a.end != b.start for a, b in pairwise(article.blocks)):
        yield "blocks overlap or leave a gap"
    for part in (*article.blocks, *article.paragraphs):
        if article.text[part.start : part.end] != part.text:
            yield f"{part} is not the text between its offsets"
    if any(a.end > b.start for a, b in pairwise(article.paragraphs)):
        yield "paragraphs overlap"
    if [part.index for part in article.paragraphs] != list(range(len(article.paragraphs))):
        yield "paragraphs are not numbered in order"


def _faults_of_attribution(article: Article, found: Attribution) -> Iterator[str]:
    paragraph = article.paragraphs[found.paragraph]
    for part in (found.source, found.cue, found.content):
        if not all(paragraph.start <= a < b <= paragraph.end for a, b in part):
            yield f"{found}: a span lies outside {paragraph}"
        if any(a[1] > b[0] for a, b in pairwise(part)):
            yield f"{found}: spans are not in order"
    if not found.content:
        yield f"{found}: no content"
    if found.text != " ".join(article.text[a:b] for a, b in found.content):
        yield f"{found}: the text is not that of the content's spans"
    if not 0 <= found.confidence <= 1:
        yield f"{found}: confidence"
    speaker = found.speaker
    if not (speaker.role in get_args(Role) and speaker.naming in get_args(Naming)):
        yield f"{found}: role or naming"
    if found.mode not in get_args(Mode):
        yield f"{found}: mode"
    if any(word not in article.text for word in (speaker.name or "").split()):
        yield f"{found}: the name does not stand in the article"


def _faults_of_contents(found: Sequence[Attribution]) -> Iterator[str]:
    """Two speakers share a whole content or nothing, and no cue lies inside its own."""
    spans = sorted({span for one in found for span in (*one.content, *one.cue)})
    if any(a[1] > b[0] for a, b in pairwise(spans)):
        yield f"contents or cues cross: {spans}"


def _faults_of_statements(groups: Sequence[Statement]) -> Iterator[str]:
    if [group.number for group in groups] != list(range(len(groups))):
        yield "statements are not numbered in order"
    for group in groups:
        if len({one.speaker for one in group.attributions}) != 1:
            yield f"{group}: more than one speaker"
        if not group.text:
            yield f"{group}: no text"
