"""The fixed test split of data/talks: the linear model, beside the five baselines.

python experiments/talks/score_test.py    # about a minute; prints the table of the dataset card
"""

from __future__ import annotations

from threadpoolctl import threadpool_limits

from stancekit.training.config import load_config
from stancekit.training.data import load_data
from stancekit.training.fitting import fit_model
from stancekit.training.scoring import score


def main() -> None:
    config = load_config("configs/talks-linear.yaml")
    data = load_data(config)
    with threadpool_limits(1, user_api="blas"):
        scores = score(
            data,
            lambda fit, test: fit_model(fit, data.codebook, config).predict_proba(test.X),
            resamples=2000,
            seed=config.seed,
        )
    if scores is None:
        raise SystemExit("configs/talks-linear.yaml holds nothing out")
    print("| axis | model | macro F1 | accuracy | Matthews correlation |")
    print("| --- | --- | ---: | ---: | ---: |")
    for axis, evaluation in scores.evaluations.items():
        for name, own in {"linear": evaluation, **scores.baselines[axis]}.items():
            cells = (own.metrics[metric].in_words() for metric in ("macro_f1", "accuracy", "mcc"))
            print(f"| {axis} | {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
