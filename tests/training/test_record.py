from __future__ import annotations

from stancekit.training.options import TrackingConfig
from stancekit.training.record import DatasetRecord, RunRecord, TrackedRun


def test_a_record_reads_back_equal(tmp_path):
    record = RunRecord(
        name="talks",
        tracking=TrackingConfig(registered_name="talks", alias="champion"),
        params={"seed": "7"},
        metrics={"outlook.macro_f1": 0.1 + 0.2},
        tags={"stancekit.split": "by article_id"},
        datasets=(
            DatasetRecord(
                name="talks:train",
                context="train",
                source="talks",
                sha256="0" * 64,
                n_rows=4,
                columns=("text", "outlook"),
            ),
        ),
        axes={"outlook": ("optimistic", "none")},
        requirements=("numpy==2.0",),
        started=1,
        finished=2,
        test={},
    )
    record.save(tmp_path)
    assert RunRecord.load(tmp_path) == record


def test_a_tracked_run_reads_back_equal(tmp_path):
    assert TrackedRun.load(tmp_path) is None
    tracked = TrackedRun(tracking_uri="a", experiment_id="1", run_id="r", model_uri="models:/m-1")
    tracked.save(tmp_path)
    assert TrackedRun.load(tmp_path) == tracked
