import json

from stancekit.evaluation import LabelScores, ReliabilityBin, Score, evaluate_axis


def test_label_scores_and_bins_are_plain_data():
    score = Score(0.5)
    plain = {"value": 0.5, "low": None, "high": None}
    assert LabelScores(score, score, score, support=4, predicted=2).to_dict() == {
        "f1": plain,
        "precision": plain,
        "recall": plain,
        "support": 4,
        "predicted": 2,
    }
    assert ReliabilityBin(0.5, 0.7, 3, 0.6, score).to_dict() == {
        "start": 0.5,
        "end": 0.7,
        "n": 3,
        "confidence": 0.6,
        "accuracy": plain,
    }


def test_an_evaluation_puts_metrics_beside_counts_and_survives_json():
    evaluation = evaluate_axis(
        ["up", "down", None],
        [[0.9, 0.1], [0.8, 0.2], [0.5, 0.5]],
        axis="outlook",
        labels=["up", "down"],
    )
    content = evaluation.to_dict()
    assert content["accuracy"]["value"] == 0.5
    assert (content["n"], content["n_groups"], content["n_missing"]) == (2, 2, 1)
    assert content["confusion"] == [[1, 0], [1, 0]]
    assert json.loads(json.dumps(content, allow_nan=False)) == content
