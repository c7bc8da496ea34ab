"""Cross-validates recipes on TweetEval's training and validation rows; no test row is read.

Five folds, stratified by target and label. Prints the mean F1 of favor and against over all rows,
and its mean over targets.

    python experiments/benchmarks/tweet_recipes.py BENCHMARKS --checkpoint FOLDER \
        [--only "encoder, per target"]
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from stancekit.codebook import Codebook
from stancekit.models import build_model

LABELS = ("against", "favor", "none")
BOOK = Codebook.from_labels({"stance": LABELS}, name="tweets")
MARK = "#SemST"
"""What the collection put into nearly every text."""


@dataclass(frozen=True)
class Recipe:
    """A family with its options, for all targets at once or for each; with the mark or without."""

    name: str
    family: str
    options: dict[str, Any] = field(default_factory=dict)
    is_per_target: bool = True
    has_mark: bool = True


RECIPES = [
    Recipe("linear, one model", "linear", is_per_target=False),
    Recipe("linear, per target", "linear"),
    Recipe("encoder, one model", "encoder", is_per_target=False),
    Recipe("encoder, per target", "encoder"),
    Recipe("encoder, per target, four layers", "encoder", {"layers": 4}),
    Recipe("encoder, per target, thrice the weight", "encoder", {"weight": 3.0}),
    Recipe("encoder, per target, no class weights", "encoder", {"class_weight": None}),
    Recipe("encoder, per target, without the mark", "encoder", has_mark=False),
    Recipe(
        "encoder, per target, without the mark, two layers", "encoder", {"layers": 2}, True, False
    ),
]


def out_of_fold(recipe: Recipe, rows: pd.DataFrame, checkpoint: str) -> list[str]:
    """Give the label of each row by a model that never saw it."""
    options = dict(recipe.options)
    if recipe.family == "encoder":
        options["checkpoint"] = checkpoint
    if not recipe.has_mark:
        bare = rows["text"].str.replace(MARK, "", regex=False).str.strip()
        rows = rows.assign(text=bare.where(bare != "", "."))
    answers = pd.Series("", index=rows.index)
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    for train, left_out in folds.split(rows, rows["target"] + rows["label"]):
        fit, asked = rows.iloc[train], rows.iloc[left_out]
        targets = sorted(set(asked["target"])) if recipe.is_per_target else [None]
        for target in targets:
            own, mine = (
                part if target is None else part[part["target"] == target] for part in (fit, asked)
            )
            model = build_model(recipe.family, options, codebook=BOOK, seed=7)
            model.fit(own[["text", "target"]], own[["label"]].rename(columns={"label": "stance"}))
            answers[mine.index] = model.predict(mine[["text", "target"]])["stance"].to_numpy()
    return answers.tolist()


def favor_against(rows: pd.DataFrame) -> float:
    """Give the mean F1 of favor and against (SemEval-2016 Task 6)."""
    asked = ["against", "favor"]
    return float(
        f1_score(rows["label"], rows["answer"], labels=asked, average="macro", zero_division=0)
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--checkpoint", default="sentence-transformers/all-MiniLM-L6-v2")
    parser.add_argument("--only", default="", help="the beginning of a recipe's name")
    options = parser.parse_args()
    folder = options.benchmarks / "tweeteval_stance"
    rows = pd.concat(
        [pd.read_json(folder / f"{side}.jsonl", lines=True) for side in ("train", "validation")],
        ignore_index=True,
    )
    print(f"{'recipe':<52}{'pooled':>8}{'mean over targets':>19}")
    for recipe in RECIPES:
        if recipe.name.startswith(options.only):
            scored = rows.assign(answer=out_of_fold(recipe, rows, options.checkpoint))
            each = [favor_against(part) for _, part in scored.groupby("target")]
            print(
                f"{recipe.name:<52}{favor_against(scored):>8.3f}{np.mean(each):>19.3f}", flush=True
            )


if __name__ == "__main__":
    main()
