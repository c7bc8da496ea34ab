"""Checked columns to a ``datasets.Dataset``, in memory."""

from __future__ import annotations

import datetime
import json
import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from stancekit.corpus.columns import STANDARD
from stancekit.corpus.rows import is_missing, label_word

if TYPE_CHECKING:
    from datasets import Dataset

_logger = logging.getLogger(__name__)


def build_passages(
    columns: Mapping[str, Sequence[Any]], axes: Mapping[str, Sequence[str]]
) -> Dataset:
    """Give the columns as a dataset, the standard ones as text, the axes as ``ClassLabel``.

    The other columns keep their types. The dataset is built in memory, so that nothing is written
    to the user's cache folder.

    Parameters
    ----------
    columns
        The standard columns, the axes and the others, already checked.
    axes
        The labels of each axis, in codebook order.
    """
    import pyarrow as pa
    from datasets import ClassLabel, Dataset, DatasetInfo, Features, Value
    from datasets.table import InMemoryTable

    known: dict[str, Any] = {}
    arrays: dict[str, Any] = {}
    for name, values in columns.items():
        if name in axes:
            known[name] = ClassLabel(names=list(axes[name]))
            arrays[name] = pa.array(_label_numbers(values, axes[name]), type=pa.int64())
        elif name in STANDARD:
            known[name] = Value("string")
            arrays[name] = pa.array([_text(value) for value in values], type=pa.string())
        else:
            arrays[name] = _array_as_found(name, values)
    table = pa.table(arrays)
    features = Features({**Features.from_arrow_schema(table.schema), **known})
    # Not Dataset.cast(): it draws a progress bar.
    content = InMemoryTable(table.cast(features.arrow_schema))
    return Dataset(content, info=DatasetInfo(features=features))


def _label_numbers(values: Sequence[Any], labels: Sequence[str]) -> list[int | None]:
    numbers = {label: number for number, label in enumerate(labels)}
    words = (None if is_missing(value) else label_word(value) for value in values)
    return [None if word is None else numbers[word] for word in words]


def _text(value: Any) -> str | None:
    if is_missing(value) or value == "":
        return None
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value if isinstance(value, str) else str(value)


def _array_as_found(name: str, values: Sequence[Any]) -> Any:
    import pyarrow as pa

    try:
        return pa.array(values, from_pandas=False)
    except (pa.ArrowException, OverflowError, TypeError):
        _logger.info("column %r holds values of several types; it is kept as JSON text", name)
        return pa.array(
            [
                None if value is None else json.dumps(value, ensure_ascii=False, default=str)
                for value in values
            ],
            type=pa.string(),
        )
