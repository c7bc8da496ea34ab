from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
import yaml

from stancekit.errors import ConfigError, CorpusError, OutputError
from stancekit.training import TrainingResult, fitting, load_config, train
from stancekit.training import run as run_module
from stancekit.training.record import RunRecord, TrackedRun


@pytest.fixture
def untracked(workplace, monkeypatch):
    """A workplace whose runs are recorded nowhere but in their folders."""
    tracked = TrackedRun(tracking_uri="", experiment_id="1", run_id="r1", model_uri="models:/m-1")
    monkeypatch.setattr(run_module, "track_saved", lambda folder, uri: tracked)
    return workplace


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_run_leaves_model_report_and_record(untracked, experiment):
    result = train(experiment())
    assert result.folder.parent == Path("runs/talks-fake")
    assert {path.name for path in result.folder.iterdir()} == {
        "config.yaml",
        "figures",
        "model",
        "reforms.md",
        "report.html",
        "report.json",
        "report.md",
        "run.json",
    }
    # 4 of 20 articles are held out, of 4 rows each
    assert (result.test["outlook"].n, result.test["outlook"].n_groups) == (16, 4)
    assert result.test["outlook"].metrics["accuracy"].value == 1.0


def test_the_result_is_the_contracts_json(untracked, experiment):
    content = json.loads(json.dumps(train(experiment()).to_dict()))
    assert list(content)[:5] == ["run_id", "model_uri", "model_path", "report", "test"]
    assert (content["run_id"], content["model_uri"]) == ("r1", "models:/m-1")
    assert Path(content["model_path"]).is_dir()
    assert Path(content["report"]).is_file()
    assert content["test"]["outlook"]["macro_f1"]["value"] == 1.0
    assert content["test"]["outlook"]["n"] == 16
    assert {one["name"] for one in content["slices"]} == {"speaker"}


def test_one_configuration_gives_one_model_byte_for_byte(untracked, experiment):
    first = train(experiment(), output="first")
    second = train(experiment(), output=untracked / "elsewhere" / "second")
    other = train(experiment(seed=8), output="other")
    assert contents(first.model_path) == contents(second.model_path)
    assert contents(first.model_path) != contents(other.model_path)


def test_two_runs_have_the_same_names_to_be_compared_by(untracked, experiment):
    strong = experiment(seed=8, model={"family": "fake", "strength": 2.0})
    first, second = (
        RunRecord.load(train(config, output=name).folder)
        for name, config in (("first", experiment()), ("second", strong))
    )
    assert first.metrics.keys() == second.metrics.keys()
    assert first.params.keys() == second.params.keys()
    assert {"outlook.macro_f1", "outlook.accuracy"} <= first.metrics.keys()


def test_the_card_in_the_model_folder_holds_the_scores(untracked, experiment):
    card = (train(experiment()).model_path / "README.md").read_text()
    assert "1.0" in card
    assert "macro_f1" in card or "Macro F1" in card


def test_a_file_is_read_and_overridden(untracked, experiment):
    Path("talks.yaml").write_text(yaml.safe_dump(experiment()))
    result = train("talks.yaml", overrides=["seed=3", "data.split.test_size=0.5"])
    assert result.test["outlook"].n == 40
    assert load_config(result.folder / "config.yaml").seed == 3


def test_progress_names_each_step(untracked, experiment):
    told = []
    train(experiment(), progress=lambda step, done, total: told.append((step, done, total)))
    assert [step for step, _, _ in told] == ["load", "fit", "evaluate", "track"]
    assert all(0 <= done <= total for _, done, total in told)


def test_cross_validation_scores_every_row_without_a_test_set(untracked, experiment):
    result = train(experiment(evaluation={"resamples": 50, "cross_validation": 4}))
    record = RunRecord.load(result.folder)
    assert result.test["outlook"].n == 80
    assert record.metrics["n_fit"] == 80
    assert [each.context for each in record.datasets] == ["train"]
    assert "Scored by cross-validation" in (result.folder / "report.html").read_text()


def test_without_split_and_test_nothing_is_evaluated_and_that_is_said(untracked, experiment):
    result = train(experiment(data={"train": "talks.jsonl", "split": None}))
    assert (result.report, dict(result.test)) == (None, {})
    assert RunRecord.load(result.folder).tags["stancekit.split"] == "none"
    assert "nothing was evaluated" in (result.model_path / "README.md").read_text()


@pytest.mark.parametrize(
    ("sections", "error"),
    [
        ({"data": {"train": "absent.jsonl"}}, CorpusError),
        ({"seed": "x"}, ConfigError),
        ({"data": {"train": "talks.jsonl", "axes": {"mood": "mood"}}}, CorpusError),
    ],
    ids=["no-data", "bad-value", "no-such-axis"],
)
def test_what_cannot_be_run_leaves_nothing_behind(untracked, experiment, sections, error):
    with pytest.raises(error):
        train(experiment(**sections))
    assert not Path("runs").exists()


def test_a_failed_fit_leaves_no_folder(untracked, experiment, monkeypatch):
    def fail(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(fitting, "build_model", fail)
    with pytest.raises(KeyboardInterrupt):
        train(experiment(), output="mine")
    assert not Path("mine").exists()


def test_a_full_disk_leaves_no_half_of_a_model(untracked, experiment, monkeypatch):
    def full(model, folder, **options):
        (folder / "stancekit.json").write_text("{")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(fitting, "save_model", full)
    with pytest.raises(OutputError, match=r"mine/model: cannot be written: No space left"):
        train(experiment(), output="mine")
    assert contents(Path("mine")) == {}


def test_a_kill_before_tracking_leaves_everything(finished):
    assert RunRecord.load(finished).test["outlook"]["n"] == 16
    assert (finished / "model" / "stancekit.json").is_file()
    assert (finished / "report.html").is_file()
    assert not (finished / "tracked.json").exists()


@pytest.mark.parametrize("sections", [{}, {"validation": "more.jsonl"}], ids=["test", "both"])
def test_labels_that_only_the_test_rows_have_are_told_in_one_line(
    untracked, experiment, write_passages, sections
):
    write_passages("more.jsonl", 2, start=40)
    rows = write_passages("test.jsonl", 3, start=60)
    # of four rows an article, one has the label "none"
    text = Path(rows).read_text().replace('"none"', '"mixed"')
    Path(rows).write_text(text)
    data = {"train": "talks.jsonl", "test": rows, **sections, "axes": {"outlook": "outlook"}}
    with pytest.raises(CorpusError) as caught:
        train(experiment(codebook=None, data=data))
    first = str(caught.value).splitlines()[0]
    assert first == (
        "test.jsonl: 3 rows have labels that the training data talks.jsonl lacks: 'mixed' in "
        "column 'outlook' (3). Give a codebook with all labels, or extend the training data"
    )
    assert len(caught.value.problems) == 3


def test_mlflows_autologging_is_off_while_a_model_is_fitted(untracked, experiment, monkeypatch):
    from mlflow.utils import autologging_utils

    seen = []

    class Watching:
        def fit(self, X, y, *, groups, progress, work):
            seen.append(autologging_utils._AUTOLOGGING_GLOBALLY_DISABLED)
            raise KeyboardInterrupt

    monkeypatch.setattr(fitting, "build_model", lambda *arguments, **options: Watching())
    with pytest.raises(KeyboardInterrupt):
        train(experiment())
    assert seen == [True]
    assert not autologging_utils._AUTOLOGGING_GLOBALLY_DISABLED


def test_a_result_without_scores_is_plain_data(tmp_path):
    result = TrainingResult(
        run_id="r1",
        model_uri="models:/m-1",
        model_path=tmp_path / "model",
        report=None,
        folder=tmp_path,
        test={},
    )
    assert result.to_dict()["report"] is None


def test_further_scores_are_fitted_told_and_tracked_where_asked_for(untracked, experiment):
    asked = {"resamples": 50, "generalisation": ["expert"], "learning_curve": [0.5, 1]}
    result = train(experiment(evaluation=asked), output="mine")
    content = json.loads(json.dumps(result.to_dict()))
    assert list(content["generalisation"]) == ["expert", "random"]
    assert content["generalisation"]["expert"]["axes"]["outlook"]["macro_f1"]["value"] == 1.0
    assert [point["share"] for point in content["learning_curve"]] == [0.5, 1.0]
    metrics = json.loads(Path("mine/run.json").read_text())["metrics"]
    assert metrics["generalisation.expert.outlook.macro_f1"] == 1.0
    assert metrics["generalisation.expert.outlook.gap_to_random.macro_f1"] == 0.0
    assert metrics["learning_curve.0.5.outlook.macro_f1"] == 1.0
    assert metrics["learning_curve.1.outlook.gain.macro_f1"] == 0.0
    assert metrics["generalisation.expert.n_rows"] == 64


def test_repeated_splits_are_told_and_tracked_where_asked_for(untracked, experiment):
    asked = {"resamples": 50, "repeated_splits": 4}
    result = train(experiment(evaluation=asked), output="mine")
    # As it was recorded: a run that is finished already gives the same.
    found = result.repeated_splits
    assert [(one.n_fit, one.n_test) for one in found.splits] == [(52, 12)] * 4
    score = found.axes["outlook"].metrics["macro_f1"]
    assert score.values == (1.0,) * 4
    assert (score.mean.low, score.mean.note) == (None, "all divisions score the same")
    content = json.loads(json.dumps(result.to_dict()))
    assert content["repeated_splits"]["axes"]["outlook"]["macro_f1"]["sd"] == 0.0
    metrics = json.loads(Path("mine/run.json").read_text())["metrics"]
    assert metrics["repeated_splits.n"] == 4
    assert metrics["repeated_splits.outlook.macro_f1"] == 1.0
    assert metrics["repeated_splits.outlook.macro_f1.sd"] == 0.0
    assert metrics["repeated_splits.outlook.over_majority.macro_f1"] > 0
    assert "Repeated splits</h2>" in result.report.read_text()
    assert "## Repeated splits" in (result.folder / "report.md").read_text()
    reforms = (result.folder / "reforms.md").read_text()
    assert "outlook: over 4 random divisions of the training rows, macro F1 is 1.000" in reforms


ONE_DIVISION = "The scores rest on one division of the rows"


@pytest.mark.parametrize(
    ("asked", "is_told"),
    [({}, True), ({"repeated_splits": 2}, False), ({"cross_validation": 4}, False)],
    ids=["one division", "repeated splits", "cross-validation"],
)
def test_scores_of_a_single_division_are_told_to_be(untracked, experiment, asked, is_told):
    result = train(experiment(evaluation={"resamples": 0, **asked}), output="mine")
    cautions = json.loads((result.folder / "report.json").read_text())["cautions"]
    assert any(ONE_DIVISION in one for one in cautions) == is_told


def test_what_was_found_out_is_told_in_each_form_of_the_report(untracked, experiment):
    asked = {"resamples": 50, "generalisation": ["expert"], "learning_curve": [0.5, 1]}
    folder = train(experiment(evaluation=asked), output="mine").folder
    sections = json.loads((folder / "report.json").read_text())["sections"]
    assert [one["key"] for one in sections] == [
        "baselines",
        "generalisation",
        "learning_curve",
        "slices",
        "looks",
    ]
    page, markdown = ((folder / name).read_text() for name in ("report.html", "report.md"))
    for section in sections:
        assert f">{section['title']}</h2>" in page
        assert f"\n## {section['title']}\n" in markdown
        for caution in section["cautions"]:
            assert caution in page.split("<nav")[0]
            assert f"- {caution}" in markdown
    reforms = (folder / "reforms.md").read_text()
    assert "The scores of this run are exploratory." in reforms
    assert "outlook, leave-experts-out" in reforms


def test_further_scores_are_not_fitted_unasked(untracked, experiment):
    result = train(experiment())
    assert (result.generalisation, result.learning_curve) == ((), ())
    assert result.repeated_splits is None
