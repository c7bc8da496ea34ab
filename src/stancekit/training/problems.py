"""What is wrong with a configuration, one line a problem: where, what was found, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from stancekit.errors import nearest

NESTED_PROBLEMS = "nested_problems"
"""Type of the pydantic error whose context carries lines that are already written."""


def describe_problems(error: ValidationError, schema: type[BaseModel]) -> list[str]:
    """Give one line for each problem, beginning with its dotted place."""
    return [line for problem in error.errors() for line in _describe(problem, schema)]


def _describe(problem: Any, schema: type[BaseModel]) -> list[str]:
    place = ".".join(str(part) for part in problem["loc"])
    kind = problem["type"]
    if kind == NESTED_PROBLEMS:
        prefix = f"{place}." if place else ""
        return [f"{prefix}{line}" for line in problem["ctx"]["lines"]]
    if kind == "extra_forbidden":
        known = _keys_at(schema, problem["loc"][:-1])
        return [f"{place}: unknown key; {nearest(str(problem['loc'][-1]), known)}"]
    if kind == "missing":
        return [f"{place}: missing"]
    if kind == "value_error":
        return [f"{place}: {problem['ctx']['error']}" if place else str(problem["ctx"]["error"])]
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return [f"{place}: found {problem['input']!r}, expected a mapping"]
    expected = problem["msg"].removeprefix("Input should be ")
    return [f"{place}: found {problem['input']!r}, expected {expected}"]


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
