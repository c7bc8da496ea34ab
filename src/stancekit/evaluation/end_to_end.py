"""From article to stance: how often the right speaker is found with the right label.

A model is usually scored on gold statements. In use, the statements are found by the attribution
rules first, and what these miss or make up counts, too; so that score stands beside the first here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from stancekit.evaluation.rows import FloatArray
from stancekit.evaluation.statement_pairs import PlacedStatement, pair_statements
from stancekit.resampling import IntArray, Measure, ResampledSums, Score, ratio, resample_sums


@dataclass(frozen=True, slots=True)
class Finding:
    """How much of what is there is found, and how much of what is found is there."""

    precision: Score
    recall: Score
    f1: Score

    def to_dict(self) -> dict[str, Any]:
        """Give the three scores."""
        return {name: getattr(self, name).to_dict() for name in ("precision", "recall", "f1")}


@dataclass(frozen=True, kw_only=True)
class AxisEndToEnd:
    """One axis: pairs of speaker and label found, beside labels given to the gold statements.

    Parameters
    ----------
    all_labels, expressed
        Over all labels, and over statements that express something, in gold or as found. A
        statement counts as found where its speaker and its label are right.
    gold_attribution_f1, gold_attribution_expressed_f1
        The same F1 where every statement is the gold one, so that labels alone are at fault.
    lost
        F1 over all labels with the gold statements minus that end to end: what attribution costs.
    """

    axis: str
    all_labels: Finding
    expressed: Finding
    gold_attribution_f1: Score
    gold_attribution_expressed_f1: Score
    lost: Score

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        scores = ("gold_attribution_f1", "gold_attribution_expressed_f1", "lost")
        return {
            "axis": self.axis,
            "all_labels": self.all_labels.to_dict(),
            "expressed": self.expressed.to_dict(),
            **{name: getattr(self, name).to_dict() for name in scores},
        }


@dataclass(frozen=True, kw_only=True)
class EndToEnd:
    """What becomes of the statements of articles that are tagged as a user tags them.

    Parameters
    ----------
    n_articles, n_gold, n_found, n_paired
        Articles, their gold statements, the statements found, and those of both.
    n_articles_missing
        Articles with gold statements whose text was not given; they count nowhere.
    attribution
        Of statements by article, paragraph and speaker, whatever their labels.
    """

    n_articles: int
    n_gold: int
    n_found: int
    n_paired: int
    attribution: Finding
    axes: Mapping[str, AxisEndToEnd]
    n_articles_missing: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "n_articles": self.n_articles,
            "n_articles_missing": self.n_articles_missing,
            "n_gold": self.n_gold,
            "n_found": self.n_found,
            "n_paired": self.n_paired,
            "attribution": self.attribution.to_dict(),
            "axes": {axis: one.to_dict() for axis, one in self.axes.items()},
        }


def evaluate_end_to_end(
    gold: Sequence[PlacedStatement],
    found: Sequence[PlacedStatement],
    predicted: Sequence[Mapping[str, str | None]],
    *,
    absent: Mapping[str, str | None],
    groups: Mapping[str, Any] | None = None,
    resamples: int = 2000,
    seed: int = 0,
    n_articles_missing: int = 0,
) -> EndToEnd:
    """Score the statements found in articles, with their labels, against all gold ones.

    Parameters
    ----------
    gold
        All statements of the articles: one that is found and not in gold is an error.
    predicted
        Labels that the model gives each gold statement, by axis.
    absent
        By axis, the label that means "not expressed"; ``None`` where every label expresses
        something.
    groups
        By article, what it is drawn with in the bootstrap; by default each article alone.

    Notes
    -----
    On an axis on which a gold statement has no label, neither it nor its pair counts.
    """
    names = list(dict.fromkeys(one.article for one in (*gold, *found)))
    articles = {name: place for place, name in enumerate(names)}
    pairs = pair_statements(gold, found)
    counts = {"attribution": _counts(articles, [gold[place] for place, _ in pairs], gold, found)}
    for axis, none in absent.items():
        counts |= _axis_counts(axis, none, articles, pairs, gold, found, predicted)
    drawn = [name if groups is None else groups.get(name, name) for name in names]
    numbers = np.unique(np.array([str(one) for one in drawn]), return_inverse=True)[1]
    sums = resample_sums(counts, numbers.astype(np.int64), resamples=resamples, seed=seed)
    return EndToEnd(
        n_articles=len(names),
        n_gold=len(gold),
        n_found=len(found),
        n_paired=len(pairs),
        attribution=_finding(sums, "attribution"),
        axes={axis: _axis(sums, axis) for axis in absent},
        n_articles_missing=n_articles_missing,
    )


def _counts(
    articles: Mapping[str, int],
    right: Sequence[PlacedStatement],
    gold: Sequence[PlacedStatement],
    found: Sequence[PlacedStatement],
) -> FloatArray:
    """Count what is right, in gold and found of each article, shape (articles, 3)."""
    columns = [
        np.bincount(_numbers(articles, part), minlength=len(articles))
        for part in (right, gold, found)
    ]
    return np.column_stack(columns).astype(np.float64)


def _numbers(articles: Mapping[str, int], statements: Sequence[PlacedStatement]) -> IntArray:
    return np.array([articles[one.article] for one in statements], dtype=np.int64)


def _axis_counts(
    axis: str,
    absent: str | None,
    articles: Mapping[str, int],
    pairs: Sequence[tuple[int, int]],
    gold: Sequence[PlacedStatement],
    found: Sequence[PlacedStatement],
    predicted: Sequence[Mapping[str, str | None]],
) -> dict[str, FloatArray]:
    truth = [one.labels.get(axis) for one in gold]
    said = [one.labels.get(axis) for one in found]
    given = [labels.get(axis) for labels in predicted]
    unknown = {other for place, other in pairs if truth[place] is None}
    same = [(place, place) for place in range(len(gold))]
    found_rows = [i for i, label in enumerate(said) if label is not None and i not in unknown]
    given_rows = [i for i, label in enumerate(given) if label is not None and truth[i] is not None]

    def count(
        only_expressed: bool,
        matched: Sequence[tuple[int, int]],
        labels: Sequence[str | None],
        rows: Sequence[int],
        statements: Sequence[PlacedStatement],
    ) -> FloatArray:
        def counts(label: str | None) -> bool:
            return label is not None and not (only_expressed and label == absent)

        return _counts(
            articles,
            [gold[a] for a, b in matched if counts(truth[a]) and truth[a] == labels[b]],
            [one for one, label in zip(gold, truth, strict=True) if counts(label)],
            [statements[i] for i in rows if counts(labels[i])],
        )

    return {
        f"{axis} all": count(False, pairs, said, found_rows, found),
        f"{axis} expressed": count(True, pairs, said, found_rows, found),
        f"{axis} gold all": count(False, same, given, given_rows, gold),
        f"{axis} gold expressed": count(True, same, given, given_rows, gold),
    }


def _axis(sums: ResampledSums, axis: str) -> AxisEndToEnd:
    best, whole = _f1(f"{axis} gold all"), _f1(f"{axis} all")
    return AxisEndToEnd(
        axis=axis,
        all_labels=_finding(sums, f"{axis} all"),
        expressed=_finding(sums, f"{axis} expressed"),
        gold_attribution_f1=sums.score(best),
        gold_attribution_expressed_f1=sums.score(_f1(f"{axis} gold expressed")),
        lost=sums.score(lambda drawn: best(drawn) - whole(drawn)),
    )


def _finding(sums: ResampledSums, name: str) -> Finding:
    return Finding(
        precision=sums.score(lambda drawn: ratio(drawn[name][..., 0], drawn[name][..., 2])),
        recall=sums.score(lambda drawn: ratio(drawn[name][..., 0], drawn[name][..., 1])),
        f1=sums.score(_f1(name)),
    )


def _f1(name: str) -> Measure:
    return lambda drawn: ratio(2 * drawn[name][..., 0], drawn[name][..., 1] + drawn[name][..., 2])
