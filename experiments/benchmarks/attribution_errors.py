"""Count what attribution gets wrong on the benchmark's annotated articles, by kind.

An annotated attribution is found where half of the characters of both contents are shared, as in
the folder's own scorer. Each that is missed, and each of ours that nobody annotated, has one kind::

    python experiments/benchmarks/attribution_errors.py FOLDER --split dev
    python experiments/benchmarks/attribution_errors.py FOLDER --examples "missed: no cue known"
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attribution import read, rows
from rich.console import Console
from rich.table import Table

from stancekit.articles import attribute
from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.records import Attribution

Row = dict[str, Any]
HALF = 0.5
KINDS_OF_VERBS = {
    form.text: kind
    for kind, verbs in word_groups("cue_verbs").items()
    for verb in sorted(verbs)
    for form in verb_forms(verb.split()[0])
}
NOUNS = all_words("cue_nouns")
ADJECTIVES = all_words("cue_adjectives")
MOST_EXAMPLES = 40


@dataclass(frozen=True)
class Error:
    """One attribution that is missed or false, its kind and its place."""

    kind: str
    words: str


@dataclass(frozen=True)
class Side:
    """An attribution of either side as sets of characters."""

    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]


def characters(spans: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span[0], span[1]))


def gold_side(row: Row) -> Side:
    return Side(*(characters(row.get(part) or ()) for part in ("content", "cue", "source")))


def found_side(found: Attribution) -> Side:
    return Side(characters(found.content), characters(found.cue), characters(found.source))


def pairs(gold: Sequence[Side], found: Sequence[Side]) -> dict[int, int]:
    """Match ours to the annotated ones, the largest overlap of contents first."""
    overlaps = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            shared = len(one.content & other.content)
            if shared and shared / len(one.content | other.content) >= HALF:
                overlaps.append((shared / len(one.content | other.content), i, j))
    matched: dict[int, int] = {}
    for _, i, j in sorted(overlaps, reverse=True):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def beside(one: Side, others: Sequence[Side]) -> str | None:
    """Say what an unmatched attribution shares with the other side; ``None`` for nothing."""
    touched = [other for other in others if one.content & other.content]
    if any(one.cue & other.cue for other in touched):
        return "bounds of the content"
    if any(one.content & other.cue for other in touched):
        return "content of an inner attribution taken apart"
    if any(one.cue & other.content for other in others):
        return "inside another's content"
    return "content shared with another's" if touched else None


def kind_of_cue(words: str) -> str:
    """Say what kind of cue its words are, by our lists."""
    plain = [word.strip(".,:;'\"\u2019").lower() for word in words.split()]
    verb = next((KINDS_OF_VERBS[word] for word in reversed(plain) if word in KINDS_OF_VERBS), None)
    if not any(any(c.isalnum() for c in word) for word in plain):
        return "mark"
    if any(word in NOUNS or word.removesuffix("s") in NOUNS for word in plain):
        return "noun"
    if any(word in ADJECTIVES for word in plain):
        return "adjective"
    return "unknown" if verb is None else f"verb ({verb})"


def why_missed(row: Row, text: str, side: Side, found: Sequence[Side]) -> str:
    near = beside(side, found)
    cue = " ".join(text[a:b] for a, b in row.get("cue") or ())
    if near is not None:
        return near
    if not cue:
        return "no cue annotated"
    if not side.source:
        return "no source"
    kind = kind_of_cue(cue)
    named = {"unknown": "no cue known", "mark": "a mark for a cue"}
    return named.get(kind, f"cue known: {kind}")


def errors_of(row: Row) -> Iterator[Error]:
    """Give the errors of one article."""
    text, found = row["text"], attribute(read(row))
    gold = [gold_side(one) for one in row["attributions"]]
    ours = [found_side(one) for one in found]
    matched = pairs(gold, ours)
    for i, (one, side) in enumerate(zip(row["attributions"], gold, strict=True)):
        words = shown(text, one.get("source"), one.get("cue"), one["content"])
        if i not in matched:
            yield Error(f"missed: {why_missed(one, text, side, ours)}", words)
        elif bool(side.source) != bool(ours[matched[i]].source):
            yield Error("source: on one side alone", words)
        elif side.source and not side.source & ours[matched[i]].source:
            yield Error("source: another", words)
    for j, claim in enumerate(found):
        if j not in matched.values():
            words = shown(text, claim.source, claim.cue, claim.content)
            near = beside(ours[j], gold)
            cue = kind_of_cue(" ".join(text[a:b] for a, b in claim.cue))
            yield Error(f"false: {near or f'nothing annotated, {claim.rule}, {cue}'}", words)


def shown(text: str, *parts: Sequence[Sequence[int]] | None) -> str:
    return " | ".join(" … ".join(text[a:b] for a, b in spans or ()) for spans in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description="Count the errors of attribution by kind.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--least", type=int, default=10, help="fewer are counted as other")
    parser.add_argument("--examples", metavar="KIND", help="show errors whose kind begins so")
    options = parser.parse_args()
    by_kind: dict[str, list[str]] = defaultdict(list)
    n_gold = 0
    for row in rows(options.folder / "attribution" / f"{options.split}.jsonl"):
        n_gold += len(row["attributions"])
        for error in errors_of(row):
            by_kind[error.kind].append(error.words)
    console = Console()
    if options.examples:
        for kind, words in sorted(by_kind.items()):
            for example in words[:MOST_EXAMPLES] if kind.startswith(options.examples) else ():
                console.print(f"{kind}: {example}", markup=False, highlight=False)
        return
    console.print(counted(by_kind, n_gold, options.least))


def counted(by_kind: dict[str, list[str]], n_gold: int, least: int) -> Table:
    """Give the table of kinds, the largest of each group first."""
    counts: dict[str, int] = defaultdict(int)
    for kind, words in by_kind.items():
        group = kind.split(":")[0]
        counts[kind if len(words) >= least else f"{group}: other"] += len(words)
    table = Table("kind", "n", f"of {n_gold} annotated")
    for kind, n in sorted(counts.items(), key=lambda item: (item[0].split(":")[0], -item[1])):
        table.add_row(kind, str(n), f"{n / n_gold:.3f}")
    return table


if __name__ == "__main__":
    main()
