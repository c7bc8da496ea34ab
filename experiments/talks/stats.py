"""Passages → the counts that the dataset card shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from stancekit.codebook import Codebook

Row = dict[str, Any]


def stats_tables(rows: Sequence[Row], codebook: Codebook) -> str:
    """Give Markdown tables: sizes, labels, and who speaks how."""
    tables = [_sizes(rows), _labels(rows, codebook), _words(rows)]
    return "\n\n".join("\n".join(table) for table in tables)


def _sizes(rows: Sequence[Row]) -> Iterator[str]:
    yield "| outlet | articles | passages |"
    yield "| --- | ---: | ---: |"
    for outlet in sorted({row["outlet"] for row in rows}):
        own = [row for row in rows if row["outlet"] == outlet]
        yield f"| {outlet} | {_distinct(own, 'article_id')} | {len(own)} |"
    yield f"| all | {_distinct(rows, 'article_id')} | {len(rows)} |"
    yield ""
    speakers = {row["speaker"] for row in rows} - {None}
    dates = sorted(row["date"] for row in rows)
    n_words = sum(len(row["text"].split()) for row in rows)
    yield (
        f"{_distinct(rows, 'cluster_id')} events, {len(speakers)} named speakers, {dates[0]} to "
        f"{dates[-1]}, {n_words / len(rows):.0f} words a passage on average."
    )


def _labels(rows: Sequence[Row], codebook: Codebook) -> Iterator[str]:
    experts = [row for row in rows if row["role"] == "expert"]
    yield "| axis | label | all passages | experts' |"
    yield "| --- | --- | ---: | ---: |"
    for name, axis in codebook.axes.items():
        for label in axis.labels:
            shares = (_share(group, name, label) for group in (rows, experts))
            yield f"| {name} | {label} | {' | '.join(shares)} |"


def _words(rows: Sequence[Row]) -> Iterator[str]:
    yield "| field | values |"
    yield "| --- | --- |"
    for column in ("subject", "role", "naming", "mode"):
        counts = Counter(str(row[column]) for row in rows).most_common()
        yield f"| {column} | {', '.join(f'{value} {count}' for value, count in counts)} |"


def _distinct(rows: Iterable[Row], column: str) -> int:
    return len({row[column] for row in rows})


def _share(rows: Sequence[Row], axis: str, label: str) -> str:
    count = sum(row[axis] == label for row in rows)
    return f"{count} ({count / len(rows):.0%})"


def moving_type_token_ratio(words: Sequence[str], window: int) -> float:
    """Give the mean share of distinct words in every window (Covington and McFall 2010)."""
    counts = Counter(words[:window])
    total = len(counts)
    for gone, come in zip(words, words[window:], strict=False):
        counts[come] += 1
        counts[gone] -= 1
        if not counts[gone]:
            del counts[gone]
        total += len(counts)
    return total / (window * (len(words) - window + 1))
