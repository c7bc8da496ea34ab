"""Argilla 2: records, as ``dataset.records.to_json`` writes them, and a dataset's settings.

Argilla knows people by UUID only. So a name becomes a UUID made of the name, and the record's
metadata keeps the names, from which reading finds them again; the UUID of an Argilla account stays
as it is. Argilla's file does not say whether a response was a draft or was discarded.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stancekit.codebook import Axis, Codebook
from stancekit.corpus.exchange.json_files import (
    identifier,
    json_items,
    json_list,
    shaped,
    text_fields,
)
from stancekit.corpus.exchange.tasks import (
    ANNOTATOR_NAMES,
    Answer,
    Sheet,
    Task,
    Work,
    check_axis_names,
)
from stancekit.errors import CodebookError

_FIELD = "text"
_NOBODY = "None"  # what Argilla writes for a response without a user
# The limits of Argilla's server, in characters.
_NAME = re.compile(r"(?=.*[a-z0-9])[a-z0-9_-]{1,200}")
_LONGEST = {"question": 500, "label": 200, "definition": 1000, "guidelines": 10_000}


def write_records(work: Work) -> str:
    """Give the passages as records; labels are responses, which Argilla takes of its users only."""
    return json_list(_record(task, work) for task in work.tasks)


def read_records(text: str, file: str, codebook: Codebook) -> Sheet:  # noqa: ARG001
    """Read records; suggestions are a machine's, and are no annotations."""
    sheet = Sheet()
    for place, item in json_items(text, file, item="record"):
        record = shaped(item, dict, place, sheet)
        row_id = identifier(record.get("id"))
        fields = shaped(record.get("fields"), dict, place.at("fields"), sheet)
        metadata = shaped(record.get("metadata"), dict, place.at("metadata"), sheet)
        names = _names(shaped(metadata.get(ANNOTATOR_NAMES), list, place.at("metadata"), sheet))
        if row_id is not None:
            texts = text_fields({**fields, **metadata}, (_FIELD, ANNOTATOR_NAMES))
            sheet.tasks.append(Task(row_id, str(fields.get(_FIELD, "")), texts))
        responses = shaped(record.get("responses"), dict, place.at("responses"), sheet)
        for axis, given in responses.items():
            at = place.at(f"responses.{axis}")
            for content in shaped(given, list, at, sheet):
                response = shaped(content, dict, at, sheet)
                person = identifier(response.get("user_id"))
                annotator = None if person in (None, _NOBODY) else names.get(str(person), person)
                value = response.get("value")
                labels = tuple(value) if isinstance(value, list) else (value,)
                if value is not None and labels:
                    sheet.answers.append(Answer(place, at, row_id, annotator, axis, labels))
    return sheet


def dataset_settings(codebook: Codebook, *, columns: Sequence[str], required: bool) -> str:
    """Give the settings of a dataset, as ``Settings.from_json`` reads them.

    Parameters
    ----------
    columns
        The fields that the tasks have; each becomes metadata that can be filtered by.
    required
        Whether an annotator must answer every axis; the first must be answered either way, since
        Argilla publishes no dataset without a question that must.

    Raises
    ------
    CodebookError
        With all that Argilla's server would refuse: names with capitals or blanks, texts too long.
    """
    check_axis_names(codebook)
    guidelines = _guidelines(codebook)
    if problems := [*_over_limits(codebook, guidelines)]:
        lines = "\n  ".join(problems)
        raise CodebookError(f"codebook {codebook.name!r} does not fit Argilla:\n  {lines}")
    settings = {
        "guidelines": guidelines,
        "questions": [
            _question(name, axis, required=required or number == 0)
            for number, (name, axis) in enumerate(codebook.axes.items())
        ],
        "fields": [
            {
                "name": _FIELD,
                "title": "Passage",
                "required": True,
                "settings": {"type": "text", "use_markdown": False},
            }
        ],
        "vectors": [],
        "metadata": [_metadata(name) for name in columns if _NAME.fullmatch(name)],
        "allow_extra_metadata": True,
        "distribution": {"strategy": "overlap", "min_submitted": 1},
        "mapping": None,
    }
    return json.dumps(settings, ensure_ascii=False, indent=1) + "\n"


def user_id(annotator: str) -> str:
    """Give the UUID that stands for an annotator; a UUID stands for itself."""
    try:
        if str(uuid.UUID(annotator)) == annotator:
            return annotator
    except ValueError:
        pass
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, annotator))


def _names(annotators: Sequence[Any]) -> Mapping[str, str]:
    return {user_id(name): name for name in annotators if isinstance(name, str)}


def _record(task: Task, work: Work) -> dict[str, Any]:
    labels = {name: given for name, given in work.labels.get(task.id, {}).items() if given}
    responses = {
        axis: [
            {"value": given[axis], "user_id": user_id(annotator)}
            for annotator, given in labels.items()
            if axis in given
        ]
        for axis in work.codebook.axes
    }
    names = {ANNOTATOR_NAMES: list(labels)} if labels else {}
    return {
        "id": task.id,
        "status": "pending",
        "fields": {_FIELD: task.text},
        "metadata": {**task.fields, **names},
        "suggestions": {},
        "responses": {axis: given for axis, given in responses.items() if given},
        "vectors": {},
    }


def _question(name: str, axis: Axis, *, required: bool) -> dict[str, Any]:
    definitions = {word: label.definition for word, label in axis.labels.items()}
    options = [
        {"value": word, "text": word, "description": definition or None}
        for word, definition in definitions.items()
    ]
    return {
        "name": name,
        "title": axis.question or name,
        "description": None,
        "required": required,
        "type": "label_selection",
        "settings": {
            "type": "label_selection",
            "options": options,
            # Argilla hides no option only where their number is given, and then 3 is the least.
            "visible_options": len(options) if len(options) >= 3 else None,
        },
    }


def _metadata(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "title": name,
        "visible_for_annotators": True,
        "settings": {"type": "terms", "values": None, "visible_for_annotators": True},
    }


def _guidelines(codebook: Codebook) -> str:
    """Give what an annotator must know beyond the questions, as Markdown."""
    parts = [f"Codebook {codebook.name}, version {codebook.version}."]
    if codebook.unit:
        parts.append(f"One record is {codebook.unit}.")
    for name, axis in codebook.axes.items():
        parts.append(f"## {name}")
        parts += [axis.question] if axis.question else []
        parts += ["\n".join(f"- {rule}" for rule in axis.rules)] if axis.rules else []
    return "\n\n".join(parts)


def _over_limits(codebook: Codebook, guidelines: str) -> Iterator[str]:
    texts = [("guidelines", "the rules of all axes", guidelines)]
    for name, axis in codebook.axes.items():
        if not _NAME.fullmatch(name):
            yield (
                f"axis {name!r}: found a name that Argilla refuses, expected lower-case letters, "
                "digits, - and _ only; rename the axis"
            )
        texts.append(("question", f"axis {name!r}", axis.question))
        for word, label in axis.labels.items():
            where = f"axis {name!r}, label {word!r}"
            texts += [("label", where, word), ("definition", where, label.definition)]
    for kind, where, text in texts:
        if len(text) > _LONGEST[kind]:
            yield (
                f"{where}: found a {kind} of {len(text)} characters, expected {_LONGEST[kind]} at "
                "most; shorten it"
            )
