from __future__ import annotations

import errno
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from stancekit.errors import OutputError, TrackingError
from stancekit.training import fitting, run_report, scored_run, track_saved, tracking, train
from stancekit.training import run as run_module
from stancekit.training.record import RunRecord, TrackedRun


@pytest.fixture(autouse=True)
def untracked(workplace, monkeypatch):
    """A workplace whose runs are recorded nowhere but in their folders."""
    tracked = TrackedRun(tracking_uri="", experiment_id="1", run_id="r1", model_uri="models:/m-1")
    monkeypatch.setattr(run_module, "track_saved", lambda folder, uri: tracked)
    return workplace


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


def stop(*arguments, **options):
    raise KeyboardInterrupt


def cut_off(monkeypatch, experiment, where, name, *, failing=stop, error=KeyboardInterrupt):
    """Run until a step, which fails; a fit after that fails, too."""
    with monkeypatch.context() as patch:
        patch.setattr(where, name, failing)
        with pytest.raises(error) as caught:
            train(experiment(), output="mine")
    monkeypatch.setattr(run_module, "fit_model", stop)
    return str(caught.value)


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (scored_run, "score"),
        (scored_run, "write_run_report"),
        (scored_run, "write_scored_card"),
        (scored_run, "record_run"),
        (run_module, "track_saved"),
    ],
    ids=["score", "report", "card", "record", "track"],
)
def test_a_run_goes_on_after_its_fit_as_if_it_had_not_been_cut_off(
    experiment, monkeypatch, where, name
):
    whole = train(experiment(), output="whole")
    cut_off(monkeypatch, experiment, where, name)
    result = train(experiment(), output="mine")
    assert contents("mine/model") == contents("whole/model")
    assert contents("mine").keys() == contents("whole").keys()
    assert result.test["outlook"] == whole.test["outlook"]
    assert RunRecord.load(Path("mine")).params == RunRecord.load(Path("whole")).params


def test_a_run_that_was_killed_goes_on(experiment, untracked):
    (untracked / "experiment.json").write_text(json.dumps(experiment()))
    code = (
        "import json, os, signal, sys, pytest\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import conftest\n"
        "from stancekit.training import run, scored_run\n"
        "conftest.install_fake_family(pytest.MonkeyPatch())\n"
        "scored_run.score = lambda *a, **o: os.kill(os.getpid(), signal.SIGKILL)\n"
        "run.train(json.load(open('experiment.json')), output='mine')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert sorted(path.name for path in Path("mine").iterdir()) == ["config.yaml", "model"]
    train(experiment(), output="mine")
    train(experiment(), output="whole")
    assert contents("mine/model") == contents("whole/model")


def test_a_run_that_was_killed_while_it_saved_starts_anew(experiment):
    train(experiment(), output="whole")
    Path("mine").mkdir()
    Path("mine/config.yaml").write_bytes(Path("whole/config.yaml").read_bytes())
    train(experiment(), output="mine")
    assert contents("mine/model") == contents("whole/model")


def test_a_full_disk_after_the_fit_is_told_with_the_way_on(experiment, monkeypatch):
    def full(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    message = cut_off(
        monkeypatch, experiment, run_report, "confusion_figure", failing=full, error=OutputError
    )
    assert "mine/figures: cannot be written: No space left on device" in message
    assert (
        message.count("The model is saved in mine/model. The same command with `--out mine`") == 1
    )
    assert train(experiment(), output="mine").report == Path("mine/report.html")


def test_a_full_disk_before_the_model_is_saved_promises_nothing(experiment, monkeypatch):
    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    message = cut_off(
        monkeypatch, experiment, fitting, "save_model", failing=full, error=OutputError
    )
    assert "is saved" not in message


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({"seed": 8}, "found a run of another configuration there, which differs in seed"),
        ({"data": {"train": "other.jsonl"}}, "another configuration there, which differs in data."),
    ],
    ids=["seed", "data"],
)
def test_a_run_of_another_configuration_is_left_alone(
    experiment, monkeypatch, write_passages, sections, expected
):
    write_passages("other.jsonl", 20)
    cut_off(monkeypatch, experiment, scored_run, "score")
    before = contents("mine")
    with pytest.raises(OutputError) as caught:
        train(experiment(**sections), output="mine")
    assert expected in str(caught.value)
    assert contents("mine") == before


def test_a_run_on_data_that_changed_since_is_left_alone(experiment, monkeypatch, write_passages):
    cut_off(monkeypatch, experiment, scored_run, "score")
    write_passages("talks.jsonl", 21)
    with pytest.raises(OutputError, match="whose model was trained on other data"):
        train(experiment(), output="mine")


def test_a_codebook_that_changed_since_is_told_of(experiment, monkeypatch):
    cut_off(monkeypatch, experiment, scored_run, "score")
    codebook = yaml.safe_load(Path("codebook.yaml").read_text())
    Path("codebook.yaml").write_text(yaml.safe_dump({**codebook, "version": "2"}, sort_keys=False))
    with pytest.raises(OutputError, match="or another codebook"):
        train(experiment(), output="mine")


def test_a_damaged_model_is_not_scored(experiment, monkeypatch):
    cut_off(monkeypatch, experiment, scored_run, "score")
    Path("mine/model/weights.json").write_text("{}")
    with pytest.raises(OutputError, match=r"weights\.json was changed after it was saved"):
        train(experiment(), output="mine")


def test_a_record_without_its_model_is_left_alone(experiment):
    train(experiment(), output="mine")
    Path("mine/model").rename("elsewhere")
    with pytest.raises(OutputError, match="found the record of a run there without its model"):
        train(experiment(), output="mine")


@pytest.fixture
def finished(experiment, untracked, monkeypatch):
    """A run in "mine" that is tracked; to fit, to score or to track it again fails."""
    monkeypatch.setattr(run_module, "track_saved", track_saved)
    result = train(experiment(), output="mine")
    for name in ("fit_model", "score_run"):
        monkeypatch.setattr(run_module, name, stop)
    monkeypatch.setattr(tracking, "connect", stop)
    return result


def test_a_finished_run_gives_what_it_ended_at_and_says_so(experiment, finished, caplog):
    before = contents("mine")
    again = train(experiment(), output="mine")
    assert again.to_dict() == finished.to_dict()
    assert contents("mine") == before
    assert "the run in mine is finished: its results are given" in caplog.text


def test_a_finished_run_of_another_configuration_or_data_is_left_alone(
    experiment, finished, write_passages
):
    before = contents("mine")
    with pytest.raises(OutputError, match="another configuration there, which differs in seed"):
        train(experiment(seed=8), output="mine")
    write_passages("talks.jsonl", 21)
    with pytest.raises(OutputError, match="whose model was trained on other data"):
        train(experiment(), output="mine")
    assert contents("mine") == before


def test_a_record_of_tracking_that_cannot_be_read_is_told_of(experiment, finished):
    Path("mine/tracked.json").write_text("{}")
    with pytest.raises(TrackingError, match=r"mine/tracked\.json: not where a run was logged"):
        train(experiment(), output="mine")


def test_a_configuration_that_cannot_be_read_is_told_of(experiment):
    Path("mine").mkdir()
    Path("mine/config.yaml").write_text("name: [")
    with pytest.raises(OutputError, match=r"whose configuration cannot be read: mine/config\.yaml"):
        train(experiment(), output="mine")


@pytest.mark.parametrize("kind", ["file", "full-folder"])
def test_an_output_that_is_no_run_is_left_alone(experiment, kind):
    path = Path("mine")
    if kind == "file":
        path.write_text("mine")
    else:
        path.mkdir()
        (path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="expected no such folder or an empty one"):
        train(experiment(), output="mine")
    assert (path if kind == "file" else path / "notes.txt").read_text() == "mine"


def test_an_empty_output_is_taken(experiment):
    Path("mine").mkdir()
    assert train(experiment(), output="mine").folder == Path("mine")
