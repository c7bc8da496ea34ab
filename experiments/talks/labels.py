"""Annotations and adjudications of data/talks → one gold label a passage and axis."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from stancekit.codebook import Codebook
from stancekit.errors import CorpusError, RowProblem

GoldLabels = dict[str, dict[str, str]]
"""Label by axis, by passage."""


def gold_labels(folder: Path, ids: Collection[str], codebook: Codebook) -> GoldLabels:
    """Give each passage's adjudicated label, else the one of more than half of its annotators.

    Raises
    ------
    CorpusError
        With every passage that has no such label, and every row for a passage that is not there.
    """
    given: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in _rows(folder / "annotations.csv"):
        given[row["id"], row["axis"]][row["label"]] += 1
    decided = {
        (row["id"], row["axis"]): row["label"] for row in _rows(folder / "adjudications.csv")
    }
    problems = list(_strays({*given, *decided}, set(ids)))
    gold: GoldLabels = {}
    for passage in ids:
        gold[passage] = {}
        for axis in codebook.axes:
            label = decided.get((passage, axis)) or _majority(given[passage, axis])
            if label is None:
                found = dict(given[passage, axis]) or "no annotation"
                expected = "a majority or an adjudication"
                problems.append(
                    RowProblem("annotations.csv", None, axis, f"{passage}: {found}", expected)
                )
            else:
                gold[passage][axis] = label
    if problems:
        raise CorpusError(f"{folder}: {len(problems)} problems", problems, shown=100)
    return gold


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _majority(counts: Counter[str]) -> str | None:
    label, n = counts.most_common(1)[0] if counts else ("", 0)
    return label if n > sum(counts.values()) / 2 else None


def _strays(keys: Collection[tuple[str, str]], ids: set[str]) -> Iterator[RowProblem]:
    for passage in sorted({passage for passage, _ in keys} - ids):
        yield RowProblem("annotations.csv", None, "id", repr(passage), "the id of a passage")
