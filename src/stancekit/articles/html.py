"""The article inside an HTML page, found by trafilatura (the extra ``html``)."""

from __future__ import annotations

from dataclasses import dataclass

from stancekit.errors import ArticleError, MissingExtraError


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A text and what its page says of it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None


def read_html(page: str, name: str) -> HtmlPage:
    """Give the article text of a page; `name` is the file that an error speaks of."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError("Reading HTML", "trafilatura", "html") from error
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    if found is None or not found.text:
        raise ArticleError(
            f"{name}: found no article in the HTML; expected a page with running text. "
            "Copy the text into a .txt file instead."
        )
    return HtmlPage(found.text, found.title, found.sitename, found.date)
