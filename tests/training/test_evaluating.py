from __future__ import annotations

import hashlib
import json

import pytest

from stancekit.codebook import Codebook
from stancekit.errors import CodebookError, CorpusError, ModelError, OutputError
from stancekit.evaluation import EvaluationError
from stancekit.prediction import Predictor
from stancekit.training import evaluate

LABELLED = [
    ("A deal is near, the crews believe.", "optimistic"),
    ("The mood has improved.", "optimistic"),
    ("The talks will fail again.", "pessimistic"),
    ("The report has ninety pages.", None),
]


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def unseen(tmp_path):
    rows = [
        {"id": f"u{number}", "article_id": f"b{number}", "text": text, "outlook": label}
        for number, (text, label) in enumerate(LABELLED)
    ]
    return write(tmp_path / "unseen.jsonl", rows)


def of_outlook(model, data, **options):
    return evaluate(model, data, axes={"outlook": "outlook"}, resamples=10, **options)


def test_the_scores_are_those_of_the_predictions(saved_folder, unseen):
    predictor = Predictor.load(saved_folder)
    predicted = [row["outlook"].label for row in predictor.predict([text for text, _ in LABELLED])]
    right = [a == b for a, (_, b) in zip(predicted, LABELLED, strict=True) if b is not None]
    result = of_outlook(predictor, unseen)
    assert result.model_uri == str(saved_folder)
    assert result.report is None
    assert list(result.test) == ["outlook"]
    assert result.test["outlook"].n == 3
    assert result.test["outlook"].metrics["accuracy"].value == sum(right) / 3


def test_the_json_has_the_fields_of_the_contract(saved_folder, unseen, tmp_path):
    report = tmp_path / "out" / "report.html"
    content = of_outlook(str(saved_folder), unseen, report=report).to_dict()
    assert list(content)[:4] == ["model_uri", "report", "n_seen_in_training", "test"]
    assert list(content["baselines"]["outlook"]) == ["majority"]
    assert content["report"] == str(report)
    assert json.loads(json.dumps(content)) == content
    assert set(content["test"]["outlook"]["macro_f1"]) >= {"value", "low", "high"}
    page = report.read_text(encoding="utf-8")
    assert "The baselines keywords, sentiment-only, name-only and tf-idf are not here" in page
    assert "majority" in page


def rows_of_two_desks(n):
    return [
        {"id": f"u{i}", "article_id": f"b{i}", "text": text, "outlook": label, "desk": desk}
        for i in range(n)
        for desk, (text, label) in [[("north", "south")[i % 2], LABELLED[i % 2]]]
    ]


def test_parts_of_the_rows_are_scored_too(saved_folder, tmp_path):
    data = write(tmp_path / "desks.jsonl", rows_of_two_desks(40))
    found = of_outlook(saved_folder, data, slices=["desk"]).slices
    assert {one.name: [value.value for value in one.values] for one in found} == {
        "length": ["up to 4 words", "5 words or more"],
        "desk": ["north", "south"],
    }
    desk = next(one for one in found if one.name == "desk").to_dict()
    assert [value["n"] for value in desk["values"]] == [20, 20]


def test_abstentions_are_counted_both_ways(saved_folder, tmp_path):
    data = write(tmp_path / "desks.jsonl", rows_of_two_desks(40))
    plain = of_outlook(saved_folder, data).test["outlook"]
    assert (plain.n_abstained, "strict_accuracy" in plain.metrics) == (None, False)
    sure = max(one.threshold for one in plain.risk_coverage)
    found = of_outlook(saved_folder, data, threshold=sure).test["outlook"]
    metrics = {name: score.value for name, score in found.metrics.items()}
    answered = 1 - found.n_abstained / 40
    assert 0 < answered < 1
    assert metrics["answered_share"] == pytest.approx(answered)
    assert metrics["strict_accuracy"] == pytest.approx(metrics["answered_accuracy"] * answered)
    assert metrics["accuracy"] == plain.metrics["accuracy"].value


def test_a_column_to_cut_by_has_to_be_there(saved_folder, tmp_path):
    data = write(tmp_path / "desks.jsonl", rows_of_two_desks(40))
    with pytest.raises(EvaluationError, match=r"slices: found no column 'desks'.*'desk'"):
        of_outlook(saved_folder, data, slices=["desks"])


def test_axes_without_a_column_are_left_out_only_where_asked(saved_folder, unseen):
    assert list(of_outlook(saved_folder, unseen).test) == ["outlook"]


def test_the_training_data_is_refused(saved_folder, unseen):
    predictor = Predictor.load(saved_folder)
    digest = hashlib.sha256(unseen.read_bytes()).hexdigest()
    predictor.info.training["data"] = {"train": digest}
    with pytest.raises(CorpusError, match="the model was trained on this very file"):
        of_outlook(predictor, unseen)


def test_another_codebook_is_refused(saved_folder, unseen, codebook):
    other = Codebook.from_mapping({**codebook.to_dict(), "version": "9.0"})
    for model in (saved_folder, Predictor.load(saved_folder)):
        with pytest.raises(CodebookError, match=r"Found 'ferries' version 9\.0"):
            of_outlook(model, unseen, codebook=other)
    assert of_outlook(saved_folder, unseen, codebook=codebook).test["outlook"].n == 3


def test_an_unknown_label_is_refused(saved_folder, tmp_path):
    rows = [{"text": "A deal.", "outlook": "optimistc"}, {"text": "Fear.", "outlook": "none"}]
    data = write(tmp_path / "odd.jsonl", rows)
    with pytest.raises(CorpusError, match=r"odd\.jsonl:1, column 'outlook': found 'optimistc'"):
        of_outlook(saved_folder, data)


def test_a_model_that_does_not_say_its_labels_has_no_majority_baseline(
    saved_folder, unseen, tmp_path
):
    predictor = Predictor.load(saved_folder)
    del predictor.info.training["labels"]
    report = tmp_path / "report.html"
    assert of_outlook(predictor, unseen, report=report).test["outlook"].n == 3
    assert report.is_file()


def test_a_missing_model_is_named(unseen):
    with pytest.raises(ModelError, match="nowhere: found no such folder"):
        of_outlook("nowhere", unseen)


def test_progress_is_told(saved_folder, unseen):
    told = []
    of_outlook(saved_folder, unseen, progress=lambda *step: told.append(step))
    assert told == [("predict", 0, 4), ("predict", 4, 4)]


def test_the_seed_draws_the_interval(saved_folder, frames, rows, tmp_path):
    data = write(tmp_path / "rows.jsonl", [{**row, "text": f"{row['text']} So."} for row in rows])

    def interval(seed):
        return of_outlook(saved_folder, data, seed=seed).to_dict()["test"]["outlook"]

    assert interval(1) == interval(1)
    assert interval(1)["macro_f1"]["value"] == interval(2)["macro_f1"]["value"]


def test_texts_of_the_training_rows_are_counted_and_told(saved_folder, frames, tmp_path):
    seen = frames[0]["text"].iloc[0].upper()
    rows = [
        {"text": seen, "outlook": "optimistic"},
        {"text": "A deal nobody wrote of before.", "outlook": "pessimistic"},
    ]
    data, report = write(tmp_path / "partly.jsonl", rows), tmp_path / "report.html"
    assert of_outlook(saved_folder, data, report=report).n_seen_in_training == 1
    assert "1 of 2 texts are texts that the model was trained on" in report.read_text("utf-8")


def test_a_test_on_training_texts_alone_is_refused(saved_folder, frames, tmp_path):
    texts = frames[0]["text"].iloc[:3]
    rows = [{"text": f" {text} ", "outlook": "optimistic"} for text in texts]
    rows[0]["outlook"] = "pessimistic"
    with pytest.raises(CorpusError, match="the model was trained on every text in it"):
        of_outlook(saved_folder, write(tmp_path / "seen.jsonl", rows))


def test_the_report_marks_the_words_that_drove_an_error(saved_folder, tmp_path):
    rows = [
        {"id": "e1", "article_id": "b1", "text": "The talks, alas, will fail.", "outlook": "none"},
        {"id": "e2", "article_id": "b2", "text": "A deal, they hope, is near.", "outlook": "none"},
    ]
    report = tmp_path / "report.html"
    of_outlook(saved_folder, write(tmp_path / "errors.jsonl", rows), report=report)
    cases = report.read_text(encoding="utf-8").split("Largest errors")[1]
    assert "What each word adds to the predicted label" in cases
    assert ">fail</mark>" in cases
    assert ">near</mark>" in cases


def test_the_article_around_an_error_stands_in_each_form_of_the_report(saved_folder, tmp_path):
    rows = [
        {"id": "e1", "article_id": "b1", "text": "It rained.", "outlook": None},
        {"id": "e2", "article_id": "b1", "text": "The talks will fail.", "outlook": "none"},
        {"id": "e3", "article_id": "b2", "text": "A deal is near.", "outlook": "none"},
    ]
    report = tmp_path / "first.html"
    of_outlook(saved_folder, write(tmp_path / "errors.jsonl", rows), report=report)
    assert "It rained." in report.read_text(encoding="utf-8")
    assert "> *before:* It rained." in report.with_suffix(".md").read_text(encoding="utf-8")
    errors = json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))["axes"]["outlook"]
    around = {case["id"]: (case["before"], case["after"]) for case in errors["errors"]}
    assert around == {"e2": ("It rained.", None), "e3": (None, None)}


def test_a_report_replaces_no_data_and_nothing_is_scored_for_it(saved_folder, unseen, tmp_path):
    mine = write(tmp_path / "talks.json", [{"text": "Mine."}])
    told = []
    with pytest.raises(OutputError, match=r"talks\.json: found a file that is no report"):
        of_outlook(
            saved_folder,
            unseen,
            report=tmp_path / "talks.html",
            progress=lambda *step: told.append(step),
        )
    assert told == []
    assert json.loads(mine.read_text()) == {"text": "Mine."}
