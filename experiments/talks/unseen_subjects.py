"""Which options of the linear family carry over to a subject that it never saw.

python experiments/talks/unseen_subjects.py

Each of the four subjects of data/talks is held out in turn, the test split left aside. The options
in configs/talks-linear.yaml are the ones that do best here: real news is a new subject to a model.
Prints macro F1 over all held-out passages, with its interval over events.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from stancekit.corpus import load_corpus, split_by_column
from stancekit.evaluation import evaluate_axis
from stancekit.models import build_model
from stancekit.training.rows import Rows

AXES = ("posture", "outlook", "sentiment")
OPTIONS: dict[str, dict[str, Any]] = {
    "defaults": {},
    "no pairs": {"pairs": 0},
    "no pairs, words alone": {"pairs": 0, "bigrams": False},
    "no pairs, no characters": {"pairs": 0, "characters": None},
    "words alone": {"pairs": 0, "bigrams": False, "characters": None},
    "names and numbers masked": {"mask_names": True},
    "no pairs, names and numbers masked": {"pairs": 0, "mask_names": True},
}


def main() -> None:
    corpus = split_by_column(load_corpus("data/talks"))["train"]
    frame, rows = corpus.frame(), Rows.of(corpus)
    events = frame["cluster_id"].tolist()
    print(f"| options | {' | '.join(AXES)} |")
    print("| --- |" + " ---: |" * len(AXES))
    for name, options in OPTIONS.items():
        proba = {axis: np.zeros((len(rows), len(labels))) for axis, labels in _labels(corpus)}
        for subject in frame["subject"].unique():
            held_out = np.flatnonzero(frame["subject"] == subject)
            fit = np.flatnonzero(frame["subject"] != subject)
            model = build_model("linear", options, codebook=corpus.codebook, seed=7)
            part = rows.select(fit)
            model.fit(part.X, part.y, groups=[events[row] for row in fit])
            for axis, answer in model.predict_proba(rows.select(held_out).X).items():
                proba[axis][held_out] = answer
        scores = [
            evaluate_axis(rows.y[axis], proba[axis], axis=axis, labels=labels, groups=events)
            for axis, labels in _labels(corpus)
        ]
        shown = (one.metrics["macro_f1"].in_words() for one in scores)
        print(f"| {name} | {' | '.join(shown)} |", flush=True)


def _labels(corpus: Any) -> list[tuple[str, tuple[str, ...]]]:
    return [(axis, corpus.codebook.axes[axis].label_names) for axis in AXES]


if __name__ == "__main__":
    main()
