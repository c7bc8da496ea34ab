"""The article inside an HTML page, found by trafilatura (the extra ``html``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from stancekit.articles.block_dates import day_of
from stancekit.errors import ArticleError, MissingExtraError

_MODIFIED: Final = frozenset(
    {
        *("article:modified_time", "article:modified", "og:modified_time", "og:updated_time"),
        *("datemodified", "dateupdated", "dcterms.modified", "dc.date.modified", "lastmodified"),
    }
)
_SAYS_WHAT: Final = ("property", "name", "itemprop")
_IN_LINKED_DATA: Final = re.compile(r'"dateModified"\s{0,9}:\s{0,9}"([^"]{10,40})"')


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A text and what its page says of it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    modified: str | None = None
    byline: str | None = None


def read_html(page: str, name: str) -> HtmlPage:
    """Give the article text of a page; `name` is the file that an error speaks of."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError("Reading HTML", "trafilatura", "html") from error
    tree = trafilatura.load_html(page)
    # Before the extraction, which takes out of the tree what is no part of the article.
    modified = None if tree is None else _modified(tree)
    found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    if found is None or not found.text:
        raise ArticleError(
            f"{name}: found no article in the HTML; expected a page with running text. "
            "Copy the text into a .txt file instead."
        )
    return HtmlPage(
        text=found.text,
        title=found.title,
        outlet=found.sitename,
        date=found.date,
        modified=modified,
        byline=found.author,
    )


def _modified(tree: Any) -> str | None:
    """Give the day on which a page says that it was modified.

    trafilatura looks for the first day of a page alone. The header ``last-modified`` is left out:
    it is when the page was served.
    """
    return next((day for day in map(day_of, _modified_stamps(tree)) if day is not None), None)


def _modified_stamps(tree: Any) -> Iterator[str]:
    for element in tree.iter("meta", "time"):
        if any((element.get(name) or "").lower() in _MODIFIED for name in _SAYS_WHAT):
            yield element.get("content") or element.get("datetime") or ""
    for element in tree.iter("script"):
        if element.get("type") == "application/ld+json":
            yield from _IN_LINKED_DATA.findall(element.text or "")
