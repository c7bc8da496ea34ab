"""Cold starts: whole processes, from nothing to the first prediction or the first import.

    python experiments/benchmarks/startup.py MODEL_FOLDER [--rounds 7]

Beside `stancekit predict` of one row stand what it replaces: scikit-learn's import alone, a joblib
pipeline of the same kind, and MLflow's pyfunc of the same model, in interleaved rounds.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import joblib
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

TEXT = "Talks may resume once the inspectors are back, the analyst said."


def write_pipeline(path: Path) -> None:
    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2)),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)),
    )
    texts = [f"{TEXT} {number}" for number in range(200)]
    pipeline = make_pipeline(features, LogisticRegression())
    joblib.dump(pipeline.fit(texts, [number % 2 for number in range(200)]), path)


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    python = sys.executable
    stancekit = str(Path(python).with_name("stancekit"))
    with tempfile.TemporaryDirectory() as folder:
        row, pipeline = Path(folder) / "row.jsonl", Path(folder) / "pipeline.joblib"
        row.write_text(f'{{"text": "{TEXT}"}}\n', encoding="utf-8")
        write_pipeline(pipeline)
        load = f"import joblib; joblib.load({str(pipeline)!r}).predict([{TEXT!r}])"
        commands = {
            "bare Python": [python, "-c", "pass"],
            "import stancekit": [python, "-c", "import stancekit"],
            "import sklearn": [python, "-c", "import sklearn.linear_model"],
            "import mlflow.pyfunc": [python, "-c", "import mlflow.pyfunc"],
            "joblib, one row": [python, "-c", load],
            "stancekit predict, one row": [
                stancekit, "predict", str(row), "--model", str(options.model),
            ],
        }  # fmt: skip
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                taken[name].append(seconds(command))
    for name, times in taken.items():
        print(f"{name:<28}{statistics.median(times):>8.3f} s  (least {min(times):.3f})")


if __name__ == "__main__":
    main()
