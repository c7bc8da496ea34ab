"""One text or one file as an article: decoded, cut into blocks, with its metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Final

from stancekit.articles.block_dates import date_of
from stancekit.articles.blocks import read_blocks, read_paragraphs
from stancekit.articles.html import HtmlPage, read_html
from stancekit.errors import ArticleError
from stancekit.records import Article, Block

HTML_SUFFIXES: Final = frozenset({".html", ".htm"})
_NAMED_FILES: Final = HTML_SUFFIXES | {".txt"}
_LONGEST_PATH: Final = 4096


def read_article(
    source: str | Path,
    *,
    article_id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    date: str | None = None,
) -> Article:
    r"""Give the article in a file or a text, its characters untouched.

    Parameters
    ----------
    source
        A path is a file. A string is the text itself, unless it is one line that names an existing
        file.
    article_id
        Default: the file's stem, or the first 16 hexadecimal digits of the SHA-256 of the text.
    title, outlet, date
        What is known of the article; for HTML what the page says is used where they are not given.

    Raises
    ------
    ArticleError
        Where the file is missing, empty or not UTF-8.
    MissingExtraError
        Where the file is HTML and the extra ``html`` is not installed.

    Examples
    --------
    >>> article = read_article("Talks stalled.\n\nADVERTISEMENT\n\nBaek blamed both sides.")
    >>> [paragraph.text for paragraph in article.paragraphs]
    ['Talks stalled.', 'Baek blamed both sides.']
    """
    path = source if isinstance(source, Path) else _named_file(source)
    if path is None:
        return article_from_text(
            str(source), article_id=article_id, title=title, outlet=outlet, date=date
        )
    page = _page(path)
    article = article_from_text(
        page.text,
        article_id=article_id or path.stem,
        title=title or page.title,
        outlet=outlet or page.outlet,
        date=date or page.date,
    )
    return replace(article, modified=page.modified, byline=page.byline)


def article_from_text(
    text: str,
    *,
    article_id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    date: str | None = None,
) -> Article:
    """Give the article that a text is, whatever it looks like.

    A title or date that is not given is that of the text's own title block and datelines above
    the body, where these tell one.
    """
    blocks = read_blocks(text, title=title, outlet=outlet)
    return Article(
        id=article_id or text_id(text),
        text=text,
        title=title or _printed_title(blocks),
        outlet=outlet,
        date=date or _printed_date(blocks),
        blocks=blocks,
        paragraphs=read_paragraphs(blocks),
    )


def _printed_title(blocks: Sequence[Block]) -> str | None:
    titles = (" ".join(block.text.split()) for block in blocks if block.kind == "title")
    return next(titles, None)


def _printed_date(blocks: Sequence[Block]) -> str | None:
    head = takewhile(lambda block: block.kind != "body", blocks)
    return date_of(block.text for block in head if block.kind == "dateline")


def text_id(text: str) -> str:
    """Give the first 16 hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def decode(content: bytes, name: str, *, offset: int = 0) -> str:
    """Give UTF-8 bytes as text; `offset` is where they begin in the file called `name`."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{name}: byte {offset + error.start} is {content[error.start]:#04x}, which is not "
            "UTF-8; expected UTF-8 text. Save the file as UTF-8 and read it again."
        ) from error


def read_bytes(path: Path) -> bytes:
    """Give a file's content, or say why it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError(f"{path}: no such file; expected an article. Check the path.") from error
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}).") from error


def _page(path: Path) -> HtmlPage:
    text = decode(read_bytes(path), str(path))
    if not text.strip("\ufeff\x00 \t\r\n"):
        raise ArticleError(
            f"{path}: found an empty file; expected the text of an article. Remove it or fill it."
        )
    return read_html(text, str(path)) if path.suffix.lower() in HTML_SUFFIXES else HtmlPage(text)


def _named_file(source: str) -> Path | None:
    """Give the file that a one-line string names, if it exists or is clearly meant as a file."""
    if not source or len(source) > _LONGEST_PATH or len(source.splitlines()) != 1:
        return None
    path = Path(source)
    try:
        exists = path.is_file()
    except (OSError, ValueError):
        return None
    if exists:
        return path
    if path.suffix.lower() in _NAMED_FILES:
        raise ArticleError(
            f"{source}: no such file; expected an article. Check the path, or pass a text that "
            f"does not end in {path.suffix!r}."
        )
    return None
