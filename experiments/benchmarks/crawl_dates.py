"""Measure how often a wrong stamp of an article is doubted, and how often a right one is.

    python experiments/benchmarks/crawl_dates.py BENCHMARKS --talks data/talks

The articles that have a date are parted in two by the hash of their id: the rules were developed on
``dev``, ``test`` was counted only. Each stamp is then moved by years, and last set to one day.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from stancekit.articles import article_dates
from stancekit.articles.date_signs import years_later
from stancekit.articles.reading import article_from_text
from stancekit.records import Article

YEARS: Final = (0, 2, 3, 5, 8)
ONE_DAY: Final = "2024-06-01"


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def real_articles(path: Path, *, half: str) -> list[Article]:
    """Give the dated articles of a half, as they come."""
    rows = [row for row in read_rows(path) if row["date"] and half_of(row["id"]) == half]
    return [
        article_from_text(
            row["text"],
            article_id=row["id"],
            title=row["title"],
            outlet=row["outlet"],
            date=row["date"],
        )
        for row in rows
    ]


def half_of(article_id: str) -> str:
    digest = hashlib.sha256(article_id.encode()).hexdigest()
    return "test" if int(digest, 16) % 2 else "dev"


def bundled_articles(folder: Path) -> list[Article]:
    days = {row["article_id"]: row["date"] for row in read_rows(folder / "passages.jsonl")}
    paths = sorted((folder / "articles").glob("*.txt"))
    return [
        article_from_text(
            path.read_text(encoding="utf-8"), article_id=path.stem, date=days[path.stem]
        )
        for path in paths
        if path.stem in days
    ]


def moved(n_years: int) -> Callable[[str], str]:
    def stamp(day: str) -> str:
        return years_later(date.fromisoformat(day[:10]), n_years).isoformat()

    return stamp


def doubted(articles: Iterable[Article], stamp: Callable[[str], str]) -> list[tuple[str, str]]:
    """Give the articles whose stamp is doubted once it is set anew, and why."""
    found = ((a.id, article_dates(replace(a, date=stamp(a.date or ""))).reason) for a in articles)
    return [(article_id, reason) for article_id, reason in found if reason]


def row_of(name: str, articles: Sequence[Article], *, examples: bool) -> list[str]:
    stamps = [*map(moved, YEARS), lambda _: ONE_DAY]
    found = [doubted(articles, stamp) for stamp in stamps]
    if examples:
        for flags in found:
            Console(stderr=True).print(*(": ".join(flag) for flag in flags), sep="\n", markup=False)
    return [
        f"{name} ({len(articles)})",
        *(f"{len(f)} ({len(f) / len(articles):.3f})" for f in found),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--talks", type=Path, default=Path("data/talks"))
    parser.add_argument("--examples", action="store_true", help="list why, for dev")
    options = parser.parse_args()
    path = options.benchmarks / "real_articles" / "unlabelled.jsonl"
    dev, test = (real_articles(path, half=half) for half in ("dev", "test"))
    table = Table("articles", "right", *(f"+{n} years" for n in YEARS[1:]), f"all {ONE_DAY}")
    table.add_row(*row_of("real, dev", dev, examples=options.examples))
    table.add_row(*row_of("real, test", test, examples=False))
    table.add_row(*row_of("bundled", bundled_articles(options.talks), examples=False))
    Console().print(table)


if __name__ == "__main__":
    main()
