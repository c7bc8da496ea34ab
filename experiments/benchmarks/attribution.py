"""Measure the attribution of speakers: how much of it is found, who is named, what is body text.

The benchmark folder holds ``score.py``, ``attribution/`` (articles with annotated sources, cues and
contents) and ``real_articles/`` (articles with a speaker for every body paragraph and a kind for
every line). Nothing of it is copied here. Run it as::

    python experiments/benchmarks/attribution.py FOLDER --split dev
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from stancekit.articles import attribute, read_article, statements
from stancekit.records import Article

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


def scored(folder: Path, kind: str, gold: Path, articles: Path) -> dict[str, Any]:
    """Give what the folder's own scorer says of our attributions."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
        for row in rows(articles):
            article = read(row)
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


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure attribution on the benchmark folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=("train", "dev", "test"), default="dev")
    options = parser.parse_args()
    folder: Path = options.folder
    gold = folder / "attribution" / f"{options.split}.jsonl"
    found = scored(folder, "attribution", gold, gold)
    real = folder / "real_articles"
    told = scored(folder, "articles", real / "dev_gold.jsonl", real / "dev.jsonl")
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
    Console().print(table)


if __name__ == "__main__":
    main()
