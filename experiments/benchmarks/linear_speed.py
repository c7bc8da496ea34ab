"""Throughput of the linear family beside a scikit-learn pipeline and fastText, in one process.

All three are trained on the same rows of a benchmark with three labels, and predict the same
passages: 60 words each, drawn in runs of eight from the benchmark's own sentences, so that words
repeat as they do in text. Repetitions are interleaved; the ratio of each round is what counts on a
shared machine. Threads: one.

    OMP_NUM_THREADS=1 python experiments/benchmarks/linear_speed.py BENCHMARKS/fomc
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import fasttext
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import Pipeline, make_pipeline, make_union

from stancekit.codebook import Codebook
from stancekit.models import build_model, load_model, save_model

Labels = list[str]


def read_rows(*paths: Path) -> tuple[list[str], Labels]:
    rows = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
    return [row["text"] for row in rows], [row["label"] for row in rows]


def make_passages(texts: list[str], n: int, seed: int) -> list[str]:
    """Give passages of 60 words, in runs of eight from one sentence."""
    draw = random.Random(seed)
    sentences = [text.split() for text in texts if len(text.split()) >= 8]
    passages = []
    for _ in range(n):
        words: list[str] = []
        while len(words) < 60:
            sentence = draw.choice(sentences)
            start = draw.randrange(len(sentence) - 7)
            words += sentence[start : start + 8]
        passages.append(" ".join(words[:60]))
    return passages


def fit_sklearn(texts: list[str], labels: Labels) -> Pipeline:
    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
    )
    model = LogisticRegression(C=3, class_weight="balanced", max_iter=1000)
    return make_pipeline(features, model).fit(texts, labels)


def fit_fasttext(texts: list[str], labels: Labels) -> Callable[[list[str]], Labels]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        for text, label in zip(texts, labels, strict=True):
            file.write(f"__label__{label} {' '.join(text.split())}\n")
        file.flush()
        model = fasttext.train_supervised(
            file.name, wordNgrams=2, minn=2, maxn=5, epoch=25, lr=0.5, thread=1, verbose=0
        )

    def predict(passages: list[str]) -> Labels:
        found, _ = model.predict([" ".join(text.split()) for text in passages])
        return [label[0].removeprefix("__label__") for label in found]

    return predict


def timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts, labels = read_rows(options.data / "train.jsonl", options.data / "validation.jsonl")
    test, gold = read_rows(options.data / "test.jsonl")
    names = sorted(set(labels))

    pipeline = fit_sklearn(texts, labels)
    subwords = fit_fasttext(texts, labels)
    codebook = Codebook.from_labels({"policy": names}, name="benchmark")
    model = build_model("linear", {}, codebook=codebook, seed=7)
    model.fit(texts, pd.DataFrame({"policy": labels}))

    with tempfile.TemporaryDirectory() as folder:
        save_model(model, Path(folder), card="", training={})
        scorer = load_model(folder)
        passages = make_passages(test, options.passages, seed=1)
        cold = timed(lambda: scorer.predict_proba(passages))
        rounds = []
        for _ in range(options.rounds):
            ours = timed(lambda: scorer.predict_proba(passages))
            theirs = timed(lambda: pipeline.predict_proba(passages))
            fast = timed(lambda: subwords(passages))
            rounds.append((ours, theirs, fast))
        single = timed(lambda: [scorer.predict_proba([text]) for text in passages[:500]]) / 500
        predicted = scorer.predict_proba(test)["policy"].argmax(axis=1)

    scores = {
        "stancekit": [names[code] for code in predicted],
        "scikit-learn": list(pipeline.predict(test)),
        "fastText": subwords(test),
    }
    ours, theirs, fast = (statistics.median(column) for column in zip(*rounds, strict=True))
    n = options.passages
    print(f"{'':<14}{'passages/s':>12}{'macro F1':>10}{'weighted F1':>13}")
    for name, seconds in (("stancekit", ours), ("scikit-learn", theirs), ("fastText", fast)):
        macro = f1_score(gold, scores[name], average="macro")
        weighted = f1_score(gold, scores[name], average="weighted")
        print(f"{name:<14}{n / seconds:>12,.0f}{macro:>10.4f}{weighted:>13.4f}")
    print(f"first call {n / cold:,.0f} passages/s; one passage {single * 1e3:.2f} ms")
    against = [their / our for our, their, _ in rounds]
    print(f"times scikit-learn: median {statistics.median(against):.1f}, least {min(against):.1f}")
    against = [other / our for our, _, other in rounds]
    print(f"times fastText: median {statistics.median(against):.2f}, least {min(against):.2f}")


if __name__ == "__main__":
    main()
