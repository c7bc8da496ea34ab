"""The verbs ``read`` and ``attribute``: what an article is made of, and who says what in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stancekit.cli.streams import print_text, print_warning

if TYPE_CHECKING:
    from stancekit.records import Article, ArticleDates, Attribution

Articles = Annotated[
    list[str],
    typer.Argument(
        help="A .txt or .html file, a folder, JSONL/CSV/Parquet rows with a text, or - for "
        "standard input.",
        show_default=False,
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print JSON, a line a result: always so but to explain.")
]
ExplainKinds = Annotated[
    bool, typer.Option("--explain", help="Print each line's kind and the rule that chose it.")
]
Dates = Annotated[
    bool,
    typer.Option(
        "--dates",
        help="Add when each article was published and modified, what dates its text speaks of, "
        "and whether its date is likely that of a crawl.",
    ),
]
ExplainSpeakers = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="Print each paragraph with source, cue and content marked, which rule found them and "
        "how the speaker was told.",
    ),
]
SuggestAliases = Annotated[
    Path | None,
    typer.Option(
        "--suggest-aliases",
        help="Also write which names may be one in other spellings to this .csv file, for you to "
        "confirm or reject; what it holds already stays.",
    ),
]
AliasFile = Annotated[
    Path | None,
    typer.Option(
        "--aliases",
        help="A .csv file of names that mean one speaker; those that are confirmed are applied.",
    ),
]


def read(
    articles: Articles,
    *,
    dates: Dates = False,
    explain: ExplainKinds = False,
    as_json: AsJson = False,
) -> None:
    """Print the blocks and paragraphs of articles, one JSON object a line."""
    from stancekit.articles import article_dates, read_articles
    from stancekit.cli.explained import print_explained_blocks

    for article in read_articles(articles):
        told = article_dates(article) if dates or article.date else None
        _warn(article, told)
        if explain and not as_json:
            print_explained_blocks(article)
            continue
        row = article.to_dict()
        if dates and told is not None:
            row["dates"] = told.to_dict()
        if explain:
            for block, shown in zip(article.blocks, row["blocks"], strict=True):
                shown["rule"] = block.rule
        _print_row(row)


def attribute(
    articles: Articles,
    *,
    aliases: AliasFile = None,
    suggest_aliases: SuggestAliases = None,
    explain: ExplainSpeakers = False,
    as_json: AsJson = False,
) -> None:
    """Print who says what in articles, one attribution a line."""
    from stancekit.articles import AliasFinder, article_dates, explanation_of, read_articles
    from stancekit.cli.aliases import agreed_in, kept_aliases, write_suggestions
    from stancekit.cli.explained import print_explained

    names = agreed_in(aliases)
    kept = kept_aliases(suggest_aliases)
    finder = AliasFinder()
    for article in read_articles(articles):
        _warn(article, article_dates(article) if article.date else None)
        found = _attributed(article, names)
        if suggest_aliases is not None:
            finder.add(found)
        if explain and not as_json:
            print_explained(article, found)
            continue
        for attribution in found:
            row = attribution.to_dict(article.id)
            _print_row({**row, "explanation": explanation_of(attribution)} if explain else row)
    if suggest_aliases is not None:
        write_suggestions(suggest_aliases, kept, finder.suggestions())


def _attributed(article: Article, names: Mapping[str, str]) -> list[Attribution]:
    """Give an article's attributions, their speakers under the names that are agreed on."""
    from stancekit.articles import attribute as find_attributions
    from stancekit.articles import with_agreed_name

    found = find_attributions(article)
    if not names:
        return found
    return [replace(a, speaker=with_agreed_name(a.speaker, names)) for a in found]


def _warn(article: Article, dates: ArticleDates | None) -> None:
    """Warn where the date that an article came with is in doubt."""
    if dates is not None and dates.likely_crawl_date:
        print_warning(
            f"{article.id}: the date {dates.stamped} is likely when the page was saved, not when "
            f"the article was published ({dates.reason})"
        )


def _print_row(row: dict[str, Any]) -> None:
    print_text(json.dumps(row, ensure_ascii=False))
