"""data/talks beside real news: lengths, variety of words, how speech is reported.

python experiments/talks/beside_news.py BENCHMARKS    # folder with attribution/train.jsonl

Prints the table that the dataset card shows. Counted are the body paragraphs of data/talks and
the paragraphs of the 840 PolNeAR training articles; nothing of them is kept.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from build import DATA, attribution_rows, load_checked
from stats import moving_type_token_ratio

_WORD = re.compile(r"\w+(?:['’]\w+)*")  # noqa: RUF001
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"‘])")  # noqa: RUF001
_PRONOUNS = {"he", "she", "they", "we", "it", "i", "who"}


@dataclass(frozen=True)
class Attributed:
    """One attribution: the words of its content and source, and how they stand."""

    content: str
    source: str
    order: str


@dataclass(frozen=True)
class Sample:
    """The paragraphs of each article, and the attributions in all of them."""

    articles: list[list[str]]
    attributions: list[Attributed]


def read_talks(folder: Path) -> Sample:
    sources = load_checked(folder)
    articles = [[s.text[a:b] for a, b in s.lines_of("body")] for s in sources]
    rows = ((s.text, row) for s in sources for row in attribution_rows(s))
    return Sample(articles, [_attributed(text, row) for text, row in rows])


def read_news(path: Path) -> Sample:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [[p for p in row["text"].split("\n") if p.strip()] for row in rows]
    given = ((row["text"], one) for row in rows for one in row["attributions"])
    found = [_attributed(text, one) for text, one in given if one["content"]]
    return Sample(articles, found)


def _attributed(text: str, row: dict[str, Any]) -> Attributed:
    content, source = sorted(map(tuple, row["content"])), sorted(map(tuple, row["source"]))
    order = "none"
    if source:
        order = "before" if source[0][0] < content[0][0] else "after"
        if content[0][0] < source[0][0] < content[-1][1] and len(content) > 1:
            order = "in the middle"
    words = (" ".join(text[start:end] for start, end in spans) for spans in (content, source))
    return Attributed(*words, order)


def table(samples: dict[str, Sample]) -> Iterator[str]:
    yield f"| | {' | '.join(samples)} |"
    yield "| --- |" + " ---: |" * len(samples)
    for name, measure in _MEASURES.items():
        yield f"| {name} | {' | '.join(measure(sample) for sample in samples.values())} |"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _spread(values: Iterable[int]) -> str:
    low, middle, high = np.quantile(list(values), [0.1, 0.5, 0.9])
    return f"{middle:.0f} ({low:.0f} to {high:.0f})"


def _share(flags: Sequence[bool]) -> str:
    return f"{np.mean(flags):.0%}"


def _paragraphs(sample: Sample) -> list[str]:
    return [paragraph for article in sample.articles for paragraph in article]


def _variety(sample: Sample) -> str:
    texts = ([w for p in article for w in _words(p)] for article in sample.articles)
    return (
        f"{np.mean([moving_type_token_ratio(text, 100) for text in texts if len(text) > 100]):.3f}"
    )


def _distinct_per(n: int) -> Callable[[Sample], str]:
    def measure(sample: Sample) -> str:
        words = [w for p in _paragraphs(sample) for w in _words(p)][:n]
        return f"{len(set(words)):,}" if len(words) == n else "–"  # noqa: RUF001

    return measure


def _ordered(order: str) -> Callable[[Sample], str]:
    return lambda sample: _share([one.order == order for one in sample.attributions])


def _is_pronoun(one: Attributed) -> bool:
    return one.source.lower() in _PRONOUNS


def _is_one_name(one: Attributed) -> bool:
    return one.source[:1].isupper() and len(one.source.split()) == 1 and not _is_pronoun(one)


_MEASURES: dict[str, Callable[[Sample], str]] = {
    "articles": lambda s: f"{len(s.articles):,}",
    "words an article": lambda s: _spread(sum(len(_words(p)) for p in a) for a in s.articles),
    "paragraphs an article": lambda s: _spread(len(a) for a in s.articles),
    "words a paragraph": lambda s: _spread(len(_words(p)) for p in _paragraphs(s)),
    "words a sentence": lambda s: _spread(
        len(_words(one)) for p in _paragraphs(s) for one in _SENTENCE.split(p)
    ),
    "type-token ratio, moving window of 100 words": _variety,
    "distinct words in the first 50,000": _distinct_per(50_000),
    "attributions": lambda s: f"{len(s.attributions):,}",
    "words a content": lambda s: _spread(len(_words(one.content)) for one in s.attributions),
    "contents with a quotation mark": lambda s: _share(
        [any(mark in one.content for mark in '"“”') for one in s.attributions]
    ),
    "source before the content": _ordered("before"),
    "source after it": _ordered("after"),
    "source in its middle": _ordered("in the middle"),
    "no source": _ordered("none"),
    "source is a pronoun": lambda s: _share([_is_pronoun(one) for one in s.attributions]),
    "source is one name": lambda s: _share([_is_one_name(one) for one in s.attributions]),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    news = read_news(options.benchmarks / "attribution" / "train.jsonl")
    print("\n".join(table({"talks": read_talks(options.data), "real news": news})))


if __name__ == "__main__":
    main()
