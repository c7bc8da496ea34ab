"""The verbs ``read`` and ``attribute``: what an article is made of, and who says what in it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from stancekit.cli.streams import print_text

Articles = Annotated[
    list[str],
    typer.Argument(
        help="A .txt or .html file, a folder, JSONL/CSV/Parquet rows with a text, or - for "
        "standard input.",
        show_default=False,
    ),
]


AsJson = Annotated[
    bool, typer.Option("--json", help="Print JSON, a line a result; this is always so.")
]


def read(articles: Articles, *, as_json: AsJson = True) -> None:  # noqa: ARG001
    """Print the blocks and paragraphs of articles, one JSON object a line."""
    from stancekit.articles import read_articles

    for article in read_articles(articles):
        print_text(json.dumps(article.to_dict(), ensure_ascii=False))


def attribute(articles: Articles, *, as_json: AsJson = True) -> None:  # noqa: ARG001
    """Print who says what in articles, one attribution a line."""
    from stancekit.articles import attribute as find_attributions
    from stancekit.articles import read_articles

    for article in read_articles(articles):
        for attribution in find_attributions(article):
            print_text(json.dumps(attribution.to_dict(article.id), ensure_ascii=False))
