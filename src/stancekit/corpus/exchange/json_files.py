"""What the two JSON formats share: reading a list of items, and writing one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from stancekit.corpus.exchange.tasks import Place, Sheet, field_text
from stancekit.corpus.table import shown
from stancekit.errors import CorpusError

_Kind = TypeVar("_Kind", list[Any], dict[str, Any])
_NAMES = {list: "a list", dict: "an object"}


def json_items(text: str, file: str, *, item: str) -> Iterator[tuple[Place, Any]]:
    """Give each item of a JSON list with its place; `item` is the tool's word for one.

    Raises
    ------
    CorpusError
        If the text is no JSON list.
    """
    try:
        items = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"{file}: found no JSON ({error}), expected a list of {item}s") from error
    if not isinstance(items, list):
        raise CorpusError(f"{file}: found {kind_of(items)}, expected a list of {item}s")
    for number, content in enumerate(items, start=1):
        yield Place(f"{file}, {item} {number}"), content


def json_list(items: Iterable[Mapping[str, Any]]) -> str:
    """Give items as a JSON list, one a line."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]\n"


def shaped(value: Any, kind: type[_Kind], place: Place, sheet: Sheet) -> _Kind:
    """Give a value that must be a list, or an object; an empty one if null.

    What is something else becomes a problem of the sheet, and an empty value.
    """
    if isinstance(value, kind):
        return value
    if value is not None:
        sheet.problems.append(place.problem(kind_of(value), _NAMES[kind]))
    return kind()


def text_fields(content: Mapping[str, Any], apart: Iterable[str]) -> dict[str, str]:
    """Give the values of an object as text, without those that are missing or set apart."""
    left_out = set(apart)
    texts = {name: field_text(value) for name, value in content.items() if name not in left_out}
    return {name: text for name, text in texts.items() if text}


def identifier(value: Any) -> str | None:
    """Give an id or a person as text; ``None`` for what can be neither."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value) or None


def kind_of(value: Any) -> str:
    """Say what a JSON value is, as an error message does."""
    if isinstance(value, (list, dict)):
        return _NAMES[type(value)]
    return shown(value)
