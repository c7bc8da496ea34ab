"""Articles, gold and annotations of data/talks → attributions, passages, the card's tables.

python experiments/talks/build.py            # check everything, then write all three
python experiments/talks/build.py --check    # write nothing; fail unless they are up to date
python experiments/talks/build.py --stats    # print the counts that the dataset card shows
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import croissant
from agreement import agreement_tables, replace_block
from checks import check_clusters, check_source
from gold import GoldAttribution, GoldStatement, Source, read_sources
from labels import GoldLabels, gold_labels
from placement import Placed, place
from stats import stats_tables

from stancekit.articles.sentences import statement_text
from stancekit.codebook import Codebook
from stancekit.errors import CorpusError
from stancekit.records import Span

DATA = Path(__file__).parents[2] / "data" / "talks"
TEST_FROM = date(2024, 1, 1)
"""Articles from this day on are the test split: no training text knows of what they report."""


@dataclass(frozen=True)
class NumberedStatement:
    """A statement with its number in the article and the places of its attributions."""

    number: int
    gold: GoldStatement
    placed: tuple[tuple[GoldAttribution, Placed], ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sorted(span for _, placed in self.placed for span in placed.spans))


def load_checked(folder: Path) -> list[Source]:
    """Read all articles with their gold.

    Raises
    ------
    CorpusError
        With every problem of every file, if there is any.
    """
    codebook = load_codebook(folder)
    sources, problems = read_sources(folder)
    for source in sources:
        problems.extend(check_source(source, codebook))
    problems.extend(check_clusters(sources, TEST_FROM))
    if problems:
        raise CorpusError(f"{folder}: {len(problems)} problems", problems, shown=500)
    return sources


def number_statements(source: Source) -> Iterator[NumberedStatement]:
    """Number the statements of an article in reading order."""
    paragraphs = source.lines_of("body")
    found = []
    for statement in source.gold.statements:
        paragraph = paragraphs[statement.paragraph]
        pairs = [(a, place(source.text, paragraph, a)) for a in statement.attributions]
        placed = tuple(sorted(pairs, key=lambda pair: pair[1].content[0]))
        found.append((placed[0][1].content[0], statement, placed))
    for number, (_, gold, placed) in enumerate(sorted(found, key=lambda item: item[0])):
        yield NumberedStatement(number=number, gold=gold, placed=placed)


def attribution_rows(source: Source) -> Iterator[dict[str, Any]]:
    """Give the rows of the ``attribute`` verb, without the fields that only a rule can fill."""
    for statement in number_statements(source):
        gold = statement.gold
        for attribution, placed in statement.placed:
            yield {
                "article": source.gold.article_id,
                "paragraph": gold.paragraph,
                "statement": statement.number,
                "speaker": {
                    "name": gold.speaker,
                    "affiliation": gold.affiliation,
                    "role": gold.role,
                    "naming": gold.naming,
                },
                "source": placed.source,
                "cue": placed.cue,
                "content": placed.content,
                "mode": attribution.mode,
                "text": " ".join(source.text[start:end] for start, end in placed.content),
            }


def passage_rows(source: Source, gold: GoldLabels | None = None) -> Iterator[dict[str, Any]]:
    """Give one row a statement, with its gold labels where they are given."""
    article = source.gold
    paragraphs = source.lines_of("body")
    for statement in number_statements(source):
        told = statement.gold
        start, end = paragraphs[told.paragraph]
        passage = f"{article.article_id}-s{statement.number:02d}"
        yield {
            "id": passage,
            "article_id": article.article_id,
            "cluster_id": article.cluster_id,
            "paragraph": told.paragraph,
            "text": statement_text(source.text, start, end, statement.spans),
            "speaker": told.speaker,
            "affiliation": told.affiliation,
            "role": told.role,
            "naming": told.naming,
            "mode": told.mode,
            "outlet": article.outlet,
            "date": article.date.isoformat(),
            "subject": article.subject,
            "split": "test" if article.date >= TEST_FROM else "train",
            **(gold[passage] if gold else {}),
        }


def labelled_rows(sources: list[Source], folder: Path) -> list[dict[str, Any]]:
    """Give the rows of all passages with their gold labels."""
    ids = [row["id"] for source in sources for row in passage_rows(source)]
    gold = gold_labels(folder, ids, load_codebook(folder))
    return [row for source in sources for row in passage_rows(source, gold)]


def made_files(sources: list[Source], folder: Path) -> dict[str, str]:
    """Give the content of the files of rows, by name."""
    rows = {
        "attributions.jsonl": [row for source in sources for row in attribution_rows(source)],
        "passages.jsonl": labelled_rows(sources, folder),
    }
    return {
        name: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in own)
        for name, own in rows.items()
    }


def made_card(sources: list[Source], folder: Path) -> dict[str, str]:
    """Give the card with the counts and the agreement, and the Croissant description."""
    card = (folder / "README.md").read_text(encoding="utf-8")
    counts = stats_tables(labelled_rows(sources, folder), load_codebook(folder))
    card = replace_block(card, "counts", counts)
    return {
        "README.md": replace_block(card, "agreement", agreement_tables(folder)),
        croissant.NAME: croissant.croissant_text(folder, version("stancekit")),
    }


def load_codebook(folder: Path) -> Codebook:
    return Codebook.load(folder / "codebook.yaml")


def write_whole(path: Path, content: str) -> None:
    """Write a file so that it is never seen half written."""
    temporary = path.with_suffix(".part")
    temporary.write_text(content, encoding="utf-8", newline="\n")
    os.replace(temporary, path)  # noqa: PTH105


def outdated(folder: Path, files: dict[str, str]) -> list[str]:
    """Name the files that are missing or differ from what is made now."""
    return [
        name
        for name, content in files.items()
        if not (folder / name).exists() or (folder / name).read_bytes() != content.encode("utf-8")
    ]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the corpus")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="fail unless the files are up to date")
    what.add_argument("--stats", action="store_true", help="print the counts as Markdown")
    options = parser.parse_args(arguments)
    try:
        return run(options)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1


def run(options: argparse.Namespace) -> int:
    """Check, print or write what is made, and give the exit status."""
    folder = options.data
    sources = load_checked(folder)
    if options.stats:
        print(stats_tables(labelled_rows(sources, folder), load_codebook(folder)))
        return 0
    stale = []
    for make in (made_files, made_card):  # the card tells of the files
        files = make(sources, folder)
        stale += outdated(folder, files)
        if not options.check:
            for name, content in files.items():
                write_whole(folder / name, content)
    if options.check and stale:
        print(f"out of date: {', '.join(stale)}; run this script without --check", file=sys.stderr)
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
