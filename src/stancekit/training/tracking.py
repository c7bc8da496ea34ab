"""A finished run's folder in, a tracked MLflow run out.

The folder is complete before tracking starts, so that a store that is down, full or out of reach
delays the record and loses none of it: `track_saved` logs the folder whenever the store answers.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from stancekit.errors import StancekitError, TrackingError
from stancekit.prediction.address import DEFAULT_URI, store_uri, without_password
from stancekit.prediction.store import connect, first_line, quiet_mlflow
from stancekit.training.looks import EARLIER_TAG, TEST_TAG, count_looks
from stancekit.training.mlflow_run import (
    experiment_id,
    log_datasets,
    log_files,
    log_model,
    log_numbers,
    register,
)
from stancekit.training.record import RunRecord, TrackedRun


def track_saved(folder: str | Path, uri: str | None = None) -> TrackedRun:
    """Log the run in `folder` to MLflow; a run that was logged already is left as it is.

    Parameters
    ----------
    folder
        What `train` wrote.
    uri
        Address of the MLflow store; ``None`` takes the one of the run's configuration.

    Raises
    ------
    TrackingError
        If the folder holds no finished run, or the store cannot be reached or written. Nothing in
        the folder is lost by that.
    """
    folder = Path(folder)
    record = RunRecord.load(folder)
    done = TrackedRun.load(folder)
    if done is not None:
        return done
    with _nothing_lost(folder):
        tracked = _track(folder, record, store_uri(uri or record.tracking.uri))
        tracked.save(folder)
    return tracked


def _track(folder: Path, record: RunRecord, uri: str) -> TrackedRun:
    client = connect(uri)
    with quiet_mlflow(uri) as mlflow:
        own = experiment_id(client, record.tracking.experiment, uri)
        digest = record.tags.get(TEST_TAG)
        earlier = None if digest is None else count_looks(client, digest)
        tags = record.tags if earlier is None else {**record.tags, EARLIER_TAG: str(earlier)}
        # Nested, since the user may have a run open; ours is a run of its own all the same.
        with mlflow.start_run(
            experiment_id=own, run_name=record.name, tags=tags, nested=True
        ) as run:
            run_id = run.info.run_id
            log_numbers(client, run_id, record)
            log_datasets(client, run_id, record.datasets)
            log_files(client, run_id, folder)
            model = log_model(folder, record)
        version = register(client, record, run_id, model)
    return TrackedRun(
        tracking_uri=without_password(uri),
        experiment_id=own,
        run_id=run_id,
        model_uri=model.model_uri,
        registered_name=record.tracking.registered_name,
        version=version,
        earlier_looks=earlier,
    )


@contextlib.contextmanager
def _nothing_lost(folder: Path) -> Iterator[None]:
    """Tell where everything is, whatever made tracking fail."""
    try:
        yield
    # Each store raises its own driver's errors, which share no base class.
    except Exception as error:
        reason = str(error) if isinstance(error, StancekitError) else first_line(error)
        raise TrackingError(
            f"the run was not tracked: {reason}\nNothing is lost: the model is in "
            f"{folder / 'model'}, the report in {folder / 'report.html'}. To log the run later, "
            f"give the same `stancekit train` command with `--out {folder}`, which does not fit "
            'again. To log it without that store: python -c "from stancekit.training import '
            f"track_saved; track_saved('{folder}', uri='{DEFAULT_URI}')\""
        ) from error
