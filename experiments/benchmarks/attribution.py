"""Measure the attribution of speakers: how much of it is found, who is named, what is body text.

The benchmark folder holds ``score.py``, ``attribution/`` (articles with annotated sources, cues and
contents) and ``real_articles/`` (articles with a speaker for every body paragraph and a kind for
every line). Nothing of it is copied here. Run it as::

    python experiments/benchmarks/attribution.py FOLDER --split dev

With ``--talks data/talks`` the bundled articles are measured as well. They are invented, so what is
right there is a check of the rules and no estimate for real news.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from stancekit.articles import attribute, read_article, statements
from stancekit.records import Article, Attribution

Row = dict[str, Any]
NO_STANCES = {axis: {"label": "none"} for axis in ("posture", "outlook")}
WORDS_OF_AN_ARTICLE = 700


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read(row: dict[str, Any]) -> Article:
    return read_article(
        row["text"],
        article_id=row["id"],
        title=row.get("title"),
        outlet=row.get("outlet") or row.get("publisher"),
        date=row.get("date"),
    )


def scored(folder: Path, kind: str, gold: Path, articles: Iterable[Article]) -> dict[str, Any]:
    """Give what the folder's own scorer says of our attributions."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
        for article in articles:
            for found in attribute(article):
                line = {**found.to_dict(article.id), "stances": NO_STANCES}
                predicted.write(json.dumps(line) + "\n")
        predicted.flush()
        command = [sys.executable, str(folder / "score.py"), kind, str(gold), predicted.name]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def block_kinds(folder: Path) -> tuple[float, int]:
    """Give the share of lines whose kind is right, and the number of lines."""
    gold = defaultdict(list)
    for row in rows(folder / "real_articles" / "dev_blocks.jsonl"):
        gold[row["article"]].append(row)
    right = total = 0
    for row in rows(folder / "real_articles" / "dev.jsonl"):
        blocks = read(row).blocks
        for line in gold[row["id"]]:
            total += 1
            right += any(
                b.kind == line["kind"] and b.start <= line["start"] < b.end for b in blocks
            )
    return right / total, total


def speed(folder: Path) -> tuple[float, int]:
    """Give articles of 700 words a second (processor time), and the number of articles read."""
    articles = list(rows(folder / "real_articles" / "unlabelled.jsonl"))
    words = sum(len(row["text"].split()) for row in articles)
    begun = time.process_time()
    for row in articles:
        statements(read(row))
    return words / WORDS_OF_AN_ARTICLE / (time.process_time() - begun), len(articles)


@dataclass
class Talks:
    """What is right in the bundled articles: for each measure a count of outcomes."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, measure: str, outcome: str) -> None:
        self.counts[measure][outcome] += 1

    def table_rows(self) -> Iterator[tuple[str, str, str]]:
        for measure, outcomes in self.counts.items():
            for outcome in ("right", "wrong", "unresolved"):
                share = outcomes[outcome] / outcomes.total()
                if measure == "speaker" or outcome == "right":
                    yield f"talks: {measure} {outcome}", f"{share:.3f}", str(outcomes.total())

    def measure(self, article: Article, gold: dict[str, Any], lines: list[Row]) -> None:
        """Count the outcomes of one article; `lines` are its gold attributions."""
        spans = non_empty_lines(article.text)
        kinds = gold["blocks"]
        for (start, _), kind in zip(spans, kinds, strict=True):
            found = any(b.kind == kind and b.start <= start < b.end for b in article.blocks)
            self.add("block kinds", "right" if found else "wrong")
        body = [span for span, kind in zip(spans, kinds, strict=True) if kind == "body"]
        here: dict[int, list[Attribution]] = defaultdict(list)
        for found in attribute(article):
            position = found.content[0][0]
            for number, (start, end) in enumerate(body):
                if start <= position < end:
                    here[number].append(found)
        for number in range(len(body)):
            said = [row for row in lines if row["paragraph"] == number]
            self.paragraph(said, here[number])

    def paragraph(self, gold: list[Row], found: list[Attribution]) -> None:
        if not gold:
            expert = any(one.speaker.role == "expert" for one in found)
            self.add("author paragraphs without an expert", "wrong" if expert else "right")
        names = {row["speaker"]["name"] for row in gold} - {None}
        strangers = {
            one.speaker.name
            for one in found
            if one.speaker.name and not any(same_person(one.speaker.name, n) for n in names)
        }
        for _, said in itertools.groupby(gold, key=lambda row: row["statement"]):
            attributions = list(said)
            speaker = attributions[0]["speaker"]
            claimed = [one for one in found if overlap(attributions, one)]
            if claimed:
                best = max(claimed, key=lambda one: overlap(attributions, one))
                right = best.speaker.naming == speaker["naming"]
                self.add("naming", "right" if right else "wrong")
            if speaker["name"] is None:
                continue
            meant = [
                one
                for one in found
                if one.speaker.name and same_person(one.speaker.name, speaker["name"])
            ]
            outcome = "right" if meant else "wrong" if strangers else "unresolved"
            self.add("speaker", outcome)
            if meant:
                right = meant[0].speaker.role == speaker["role"]
                self.add("role", "right" if right else "wrong")
        if found:
            self.add("paragraphs without a stranger's name", "wrong" if strangers else "right")


def overlap(gold: list[Row], found: Attribution) -> int:
    """Give how many characters of content two attributions share."""
    return sum(
        max(0, min(b, d) - max(a, c))
        for row in gold
        for a, b in row["content"]
        for c, d in found.content
    )


def same_person(name: str, other: str) -> bool:
    """Tell whether one name's words are among the other's."""
    words, others = ({w.replace("-", "") for w in n.lower().split()} for n in (name, other))
    return words <= others or others <= words


def non_empty_lines(text: str) -> list[tuple[int, int]]:
    """Give the spans of the lines that hold more than white space."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line)
    return spans


def measured_talks(folder: Path, talks: Path) -> Iterator[tuple[str, str, str]]:
    """Give the rows of the table for the bundled articles."""
    lines = defaultdict(list)
    for row in rows(talks / "attributions.jsonl"):
        lines[row["article"]].append(row)
    counted, articles = Talks(), []
    for path in sorted((talks / "articles").glob("*.txt")):
        gold = json.loads((talks / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        article = read_article(path, title=gold["title"], outlet=gold["outlet"], date=gold["date"])
        articles.append(article)
        counted.measure(article, gold, lines[path.stem])
    yield from counted.table_rows()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as gold_rows:
        for article in articles:
            row = {"id": article.id, "attributions": lines[article.id]}
            gold_rows.write(json.dumps(row) + "\n")
        gold_rows.flush()
        found = scored(folder, "attribution", Path(gold_rows.name), articles)
    for part in ("precision", "recall", "f1"):
        yield f"talks: content {part}", f"{found['content'][part]:.3f}", str(found["gold"])


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure attribution on the benchmark folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=("train", "dev", "test"), default="dev")
    parser.add_argument("--talks", type=Path, help="the folder of the bundled articles")
    options = parser.parse_args()
    folder: Path = options.folder
    gold = folder / "attribution" / f"{options.split}.jsonl"
    found = scored(folder, "attribution", gold, map(read, rows(gold)))
    real = folder / "real_articles"
    told = scored(folder, "articles", real / "dev_gold.jsonl", map(read, rows(real / "dev.jsonl")))
    kinds, n_lines = block_kinds(folder)
    rate, n_articles = speed(folder)

    table = Table("measure", "value", "n")
    n_gold = str(found["gold"])
    table.add_row(f"content F1, {options.split}", f"{found['content']['f1']:.3f}", n_gold)
    table.add_row("content precision", f"{found['content']['precision']:.3f}", n_gold)
    table.add_row("content recall", f"{found['content']['recall']:.3f}", n_gold)
    table.add_row("content and source F1", f"{found['content_and_source']['f1']:.3f}", n_gold)
    for outcome in ("right", "wrong", "unresolved"):
        share = told[f"speaker_{outcome}"]
        table.add_row(f"speaker {outcome}", f"{share:.3f}", str(told["named_expert_paragraphs"]))
    table.add_row("false experts", f"{told['false_experts']:.3f}", str(told["author_paragraphs"]))
    table.add_row("block kinds", f"{kinds:.3f}", str(n_lines))
    table.add_row("articles of 700 words a second", f"{rate:.0f}", str(n_articles))
    for row in () if options.talks is None else measured_talks(folder, options.talks):
        table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    main()
