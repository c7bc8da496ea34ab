"""What is wrong with an experiment, one line a problem: where, what was found, what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from stancekit.errors import CorpusError, nearest

NESTED_PROBLEMS = "nested_problems"
"""Type of the pydantic error whose context carries lines that are already written."""


_UNKNOWN = ": unknown key; "
_UNKNOWN_LABEL = re.compile(r"a label of axis .* or null; ")


def describe_problems(error: ValidationError, schema: type[BaseModel]) -> list[str]:
    """Give one line for each problem, beginning with its dotted place."""
    return [line for problem in error.errors() for line in _describe(problem, schema)]


def describe_new_labels(error: CorpusError, train: str) -> str | None:
    """Give one line on the labels that only the test or validation rows have, if there are any.

    Without a codebook, the labels are those of the training data, so that no training row can have
    an unknown one.
    """
    unknown = [each for each in error.problems if _UNKNOWN_LABEL.match(each.expected)]
    if not unknown:
        return None
    counts = Counter((each.column, each.found) for each in unknown)
    listed = ", ".join(f"{found} in column {name!r} ({n})" for (name, found), n in counts.items())
    files = ", ".join(dict.fromkeys(each.file for each in unknown))
    rows = "1 row has a label" if len(unknown) == 1 else f"{len(unknown)} rows have labels"
    return (
        f"{files}: {rows} that the training data {train} lacks: {listed}. Give a codebook with "
        "all labels, or extend the training data"
    )


def _describe(problem: Any, schema: type[BaseModel]) -> list[str]:
    place = ".".join(str(part) for part in problem["loc"])
    kind = problem["type"]
    if kind == NESTED_PROBLEMS:
        prefix = f"{place}." if place else ""
        own = _keys_at(schema, problem["loc"])
        return [f"{prefix}{_of_the_section(line, own)}" for line in problem["ctx"]["lines"]]
    if kind == "extra_forbidden":
        known = _keys_at(schema, problem["loc"][:-1])
        return [f"{place}{_UNKNOWN}{nearest(str(problem['loc'][-1]), known)}"]
    if kind == "missing":
        return [f"{place}: missing"]
    if kind == "value_error":
        return [f"{place}: {problem['ctx']['error']}" if place else str(problem["ctx"]["error"])]
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return [f"{place}: found {problem['input']!r}, expected a mapping"]
    expected = problem["msg"].removeprefix("Input should be ")
    return [f"{place}: found {problem['input']!r}, expected {expected}"]


def _of_the_section(line: str, own: Sequence[str]) -> str:
    """Suggest a key of the section itself, which those who wrote the nested lines do not know."""
    key, unknown, _ = line.partition(_UNKNOWN)
    meant = nearest(key, own).partition(" (")[0]
    return f"{key}{_UNKNOWN}{meant}" if unknown and meant.startswith("did you mean") else line


def _keys_at(schema: type[BaseModel], place: Sequence[int | str]) -> list[str]:
    """List the keys that the section at `place` may hold."""
    section = schema
    for part in place:
        found = _section_of(section, str(part))
        if found is None:
            break
        section = found
    return [field.alias or name for name, field in section.model_fields.items()]


def _section_of(schema: type[BaseModel], key: str) -> type[BaseModel] | None:
    field = schema.model_fields.get(key)
    if field is None:
        return None
    choices = (field.annotation, *get_args(field.annotation))
    sections = [kind for kind in choices if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return sections[0] if sections else None
