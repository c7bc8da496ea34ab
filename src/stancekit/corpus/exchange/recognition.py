"""What a file looks like, so that one given under a wrong name is not taken apart row by row."""

from __future__ import annotations

import json
from typing import Any

from stancekit.corpus.exchange.csv_sheets import BYTE_ORDER_MARK, header_of

NAMES = {
    "csv": "a CSV sheet",
    "label-studio": "Label Studio JSON",
    "argilla": "Argilla records",
}
_MINIMAL = "Label Studio JSON-MIN or CSV"
_CONFIG = "a Label Studio labelling interface"
_SETTINGS = "Argilla settings"
ADVICE = {
    _MINIMAL: "it lacks what tells annotators apart; export the project again as JSON",
    _CONFIG: "it holds no labels; export the project's tasks as JSON",
    _SETTINGS: "they hold no labels; export the dataset with records.to_json",
    "JSON Lines": "give one JSON list of all items",
}


def recognise(text: str) -> str | None:
    """Say which tool's file a text looks like.

    Returns
    -------
    str or None
        A key of ``NAMES``; a key of ``ADVICE`` for a file that cannot be imported; ``None`` where
        it looks like nothing known.
    """
    body = text.removeprefix(BYTE_ORDER_MARK).lstrip()
    if body.startswith("<"):
        return _CONFIG if "<Choices" in body else None
    if body.startswith(("[", "{")):
        return _recognise_json(body)
    header = header_of(text)
    if {"annotation_id", "lead_time"} <= set(header):
        return _MINIMAL
    return "csv" if "id" in header and len(header) > 1 else None


def _recognise_json(body: str) -> str | None:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return "JSON Lines" if _is_json_lines(body) else None
    if isinstance(content, list):
        items = [item for item in content if isinstance(item, dict)]
        return _recognise_item(items[0]) if items else None
    return _SETTINGS if isinstance(content, dict) and "questions" in content else None


def _is_json_lines(body: str) -> bool:
    try:
        return isinstance(json.loads(body.splitlines()[0]), dict)
    except (ValueError, RecursionError):
        return False


def _recognise_item(item: dict[str, Any]) -> str | None:
    if isinstance(item.get("data"), dict):
        return "label-studio"
    if isinstance(item.get("fields"), dict):
        return "argilla"
    return _MINIMAL if {"annotation_id", "lead_time"} <= set(item) else None
