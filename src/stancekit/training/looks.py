"""How often a test set was looked at: each look makes the best score of several a bit too good.

A run's tags in the MLflow store name the rows it was scored on, so that the store itself is the
counter: earlier runs and evaluations with the same tag are earlier looks, deleted ones too.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from stancekit.errors import TrackingError
from stancekit.prediction.address import sqlite_path, store_uri
from stancekit.prediction.store import connect, first_line, quiet_mlflow
from stancekit.training.options import Purpose
from stancekit.training.rows import Rows

if TYPE_CHECKING:
    from mlflow import MlflowClient

_LOGGER = logging.getLogger(__name__)

TEST_TAG = "stancekit.test.sha256"
PURPOSE_TAG = "stancekit.purpose"
EARLIER_TAG = "stancekit.test.earlier_looks"
KIND_TAG = "stancekit.kind"

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Looks:
    """One look at a test set.

    Parameters
    ----------
    test_sha256
        Of the ids and texts that were scored, in whatever order; labels may have been mended since.
    earlier
        Runs and evaluations in the store that scored the same rows before; ``None`` where there is
        no store to count in.
    """

    test_sha256: str
    purpose: Purpose
    earlier: int | None

    def warning(self) -> str | None:
        """Give what to mind of a confirmatory look that is not the first."""
        if self.purpose != "confirmatory" or not self.earlier:
            return None
        return (
            f"these rows were scored {self.times} before: a confirmatory result needs a "
            "test set that no choice was made by"
        )

    @property
    def times(self) -> str:
        """How often the rows were scored before, in words."""
        return in_times(self.earlier)

    def to_dict(self) -> dict[str, Any]:
        """Give the digest, the purpose, and the looks so far, this one included."""
        return {**asdict(self), "n": None if self.earlier is None else self.earlier + 1}


def in_times(n: int | None) -> str:
    """Say how often something was done."""
    return "once" if n == 1 else f"{n} times"


def digest_of(rows: Rows) -> str:
    """Give the SHA-256 of the ids and texts of rows, in whatever order they stand."""
    content = sorted(zip(rows.ids, rows.X["text"].tolist(), strict=True))
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()


def count_looks(client: MlflowClient, digest: str) -> int:
    """Count the runs of all experiments of a store that scored these rows."""
    from mlflow.entities import ViewType

    experiments = client.search_experiments(view_type=ViewType.ALL)
    n, token = 0, None
    while True:
        found = client.search_runs(
            [each.experiment_id for each in experiments],
            filter_string=f"tags.`{TEST_TAG}` = '{digest}'",
            run_view_type=ViewType.ALL,
            max_results=_PAGE,
            page_token=token,
        )
        n, token = n + len(found), found.token
        if not token:
            return n


def look_at(
    rows: Rows, purpose: Purpose, *, uri: str | None = None, is_made: bool = False
) -> Looks:
    """Count the earlier looks at rows that are scored; whoever tracks the run records this one.

    A store that cannot be used is warned of.

    Parameters
    ----------
    uri
        Of the store; ``None`` takes the one in force.
    is_made
        Whether the store is made for this look where there is none yet: there is then no earlier
        one. Without, nothing is counted there.
    """
    digest = digest_of(rows)
    address = store_uri(uri)
    database = sqlite_path(address)
    if database is not None and not database.is_file():
        return Looks(digest, purpose, 0 if is_made else None)
    try:
        client = connect(address)
        with quiet_mlflow(address):
            return Looks(digest, purpose, count_looks(client, digest))
    # Each store raises its own driver's errors, which share no base class.
    except Exception as error:
        reason = str(error) if isinstance(error, TrackingError) else first_line(error)
        _LOGGER.log(
            # A run tells of its own store when it comes to be tracked.
            logging.DEBUG if is_made else logging.WARNING,
            "looks at the test set are not counted: %s",
            reason,
        )
        return Looks(digest, purpose, None)
