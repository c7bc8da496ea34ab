"""From article to stance, as a section: what attribution costs."""

from __future__ import annotations

from collections.abc import Iterator

from stancekit.evaluation import Score
from stancekit.evaluation.end_to_end import AxisEndToEnd, EndToEnd, Finding
from stancekit.reporting.numbers import counted
from stancekit.reporting.plots import IntervalPlot
from stancekit.reporting.sections import Section, Sentences, Table


def end_to_end_sections(found: EndToEnd | None) -> tuple[Section, ...]:
    """Give one section; none where no articles were tagged."""
    if found is None:
        return ()
    return (
        Section(
            key="end_to_end",
            title="From article to stance",
            lead="In use, statements are found before they are tagged. A statement counts as found "
            "where its speaker and its label are right; beside it stands the score with gold "
            "statements, where labels alone can be wrong.",
            cautions=tuple(_missing(found)),
            parts=(
                IntervalPlot(rows=_rows(found), measure="F1", span=(0.0, 1.0), is_tabled=True),
                _table(found),
                Sentences((_told(found),)),
            ),
        ),
    )


def _missing(found: EndToEnd) -> Iterator[str]:
    if found.n_articles_missing:
        yield (
            f"The texts of {counted(found.n_articles_missing, 'article')} with gold statements "
            "were not given: they count in no end-to-end score."
        )


def _rows(found: EndToEnd) -> tuple[tuple[str, Score], ...]:
    axes = [
        row
        for axis, one in found.axes.items()
        for row in (
            (f"{axis}, gold statements", one.gold_attribution_f1),
            (f"{axis}, end to end", one.all_labels.f1),
        )
    ]
    return (("speakers alone", found.attribution.f1), *axes)


def _table(found: EndToEnd) -> Table:
    return Table.of(
        {
            "what": "counted",
            "precision": "precision",
            "recall": "recall",
            "f1": "F1",
            "gold": "F1 with gold statements",
            "lost": "lost to attribution",
        },
        [
            {"what": "speakers alone", **_finding(found.attribution)},
            *(row for one in found.axes.values() for row in _axis(one)),
        ],
    )


def _axis(one: AxisEndToEnd) -> Iterator[dict[str, str | Score]]:
    yield {
        "what": f"{one.axis}, all labels",
        **_finding(one.all_labels),
        "gold": one.gold_attribution_f1,
        "lost": one.lost,
    }
    # Where every label expresses something, the two are one.
    if one.expressed != one.all_labels:
        yield {
            "what": f"{one.axis}, expressed alone",
            **_finding(one.expressed),
            "gold": one.gold_attribution_expressed_f1,
        }


def _finding(found: Finding) -> dict[str, Score]:
    return {"precision": found.precision, "recall": found.recall, "f1": found.f1}


def _told(found: EndToEnd) -> str:
    return (
        f"{counted(found.n_articles, 'article')} with {counted(found.n_gold, 'gold statement')}; "
        f"{found.n_found:,} were found, {found.n_paired:,} of them gold ones."
    )
