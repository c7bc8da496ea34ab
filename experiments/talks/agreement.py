"""Annotations of data/talks → the table of agreement that the dataset card shows."""

from __future__ import annotations

from pathlib import Path

from stancekit.corpus import adjudication_state, load_corpus, measure_agreement
from stancekit.resampling import Score


def agreement_tables(folder: Path) -> str:
    """Give Markdown: alpha of each axis, then specific agreement of each label."""
    corpus = load_corpus(folder)
    agreement, state = measure_agreement(corpus), adjudication_state(corpus)
    alphas = [
        "| axis | alpha | ordinal | expressed or not | passages | differ | adjudicated | unclear |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for axis, found in agreement.items():
        own = state[axis]
        scores = (found.alpha, found.alpha_ordinal, found.alpha_gate)
        counts = (found.n_items, own.n_disagreements, own.n_adjudicated, own.n_unclear)
        cells = [axis, *map(_interval, scores), *map(str, counts)]
        alphas.append(f"| {' | '.join(cells)} |")
    labels = ["| axis | label | specific agreement | given |", "| --- | --- | ---: | ---: |"]
    for axis, found in agreement.items():
        labels += [
            f"| {axis} | {label} | {_interval(one.agreement)} | {one.n} |"
            for label, one in found.per_label.items()
        ]
    return "\n".join(alphas) + "\n\n" + "\n".join(labels)


def replace_block(text: str, name: str, block: str) -> str:
    """Put a block between its marks in a Markdown text.

    Raises
    ------
    ValueError
        If the marks are not there.
    """
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    if start not in text or end not in text:
        raise ValueError(f"found no marks {start.strip()} and {end}, expected both in the card")
    head, _, rest = text.partition(start)
    tail = rest.partition(end)[2]
    return f"{head}{start}\n{block}\n\n{end}{tail}"


def _interval(score: Score | None) -> str:
    return "–" if score is None else score.in_words()  # noqa: RUF001
