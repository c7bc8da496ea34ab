"""Articles and gold of data/talks → attributions.jsonl and passages.jsonl.

python experiments/talks/build.py            # check everything, then write both files
python experiments/talks/build.py --check    # write nothing; fail unless both are up to date
python experiments/talks/build.py --stats    # print the counts that the dataset card shows
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checks import check_source
from gold import GoldAttribution, GoldStatement, Source, read_sources
from placement import Placed, place
from stats import stats_tables

from stancekit.articles.sentences import statement_text
from stancekit.codebook import Codebook
from stancekit.errors import CorpusError
from stancekit.records import Span

DATA = Path(__file__).parents[2] / "data" / "talks"


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
    codebook = Codebook.load(folder / "codebook.yaml")
    sources, problems = read_sources(folder)
    for source in sources:
        problems.extend(check_source(source, codebook))
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


def passage_rows(source: Source) -> Iterator[dict[str, Any]]:
    """Give one labelled row a statement."""
    article = source.gold
    paragraphs = source.lines_of("body")
    for statement in number_statements(source):
        gold = statement.gold
        start, end = paragraphs[gold.paragraph]
        yield {
            "id": f"{article.article_id}-s{statement.number:02d}",
            "article_id": article.article_id,
            "cluster_id": article.cluster_id,
            "paragraph": gold.paragraph,
            "text": statement_text(source.text, start, end, statement.spans),
            "speaker": gold.speaker,
            "affiliation": gold.affiliation,
            "role": gold.role,
            "naming": gold.naming,
            "mode": gold.mode,
            "outlet": article.outlet,
            "date": article.date.isoformat(),
            "subject": article.subject,
            "posture": gold.posture,
            "outlook": gold.outlook,
            "sentiment": gold.sentiment,
        }


def built_files(sources: list[Source]) -> dict[str, str]:
    """Give the content of every file that is made, by name."""
    makers = {"attributions.jsonl": attribution_rows, "passages.jsonl": passage_rows}
    return {
        name: "".join(
            json.dumps(row, ensure_ascii=False) + "\n" for source in sources for row in make(source)
        )
        for name, make in makers.items()
    }


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
        sources = load_checked(options.data)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    if options.stats:
        rows = [row for source in sources for row in passage_rows(source)]
        print(stats_tables(rows, Codebook.load(options.data / "codebook.yaml")))
        return 0
    files = built_files(sources)
    if options.check:
        stale = outdated(options.data, files)
        if stale:
            print(
                f"out of date: {', '.join(stale)}; run this script without --check", file=sys.stderr
            )
        return 1 if stale else 0
    for name, content in files.items():
        write_whole(options.data / name, content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
