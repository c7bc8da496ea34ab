"""Label Studio's JSON: its import and full export (not JSON-MIN, nor its CSV).

An annotator is the email that Label Studio knows the person by; where an export has but the number
of an account, the number. Drafts, predictions, reviews and skipped tasks (``was_cancelled``) are no
annotations. Label Studio numbers tasks itself, so a passage's id travels in its data.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Any

from stancekit.codebook import Axis, Codebook
from stancekit.corpus.exchange.json_files import (
    identifier,
    json_items,
    json_list,
    shaped,
    text_fields,
)
from stancekit.corpus.exchange.tasks import Answer, Place, Sheet, Task, Work, check_axis_names

_OBJECT = "text"
_SHOWN = ("speaker", "affiliation", "role", "outlet", "date", "target")


def write_tasks(work: Work) -> str:
    """Give the tasks as Label Studio imports them.

    Label Studio takes an annotation only of a person whom it knows, by email.
    """
    return json_list(_task(task, work) for task in work.tasks)


def read_tasks(text: str, file: str, codebook: Codebook) -> Sheet:  # noqa: ARG001
    """Read an export; what is not a choice, such as a comment, is passed over."""
    sheet = Sheet()
    for place, item in json_items(text, file, item="task"):
        task = shaped(item, dict, place, sheet)
        data = shaped(task.get("data"), dict, place.at("data"), sheet)
        row_id = identifier(data.get("id"))
        if row_id is not None:
            fields = text_fields(data, ("id", _OBJECT))
            sheet.tasks.append(Task(row_id, str(data.get(_OBJECT, "")), fields))
        annotations = shaped(task.get("annotations"), list, place.at("annotations"), sheet)
        for number, annotation in enumerate(annotations):
            _read_annotation(annotation, place, f"annotations[{number}]", row_id, sheet)
    return sheet


def labeling_config(codebook: Codebook, *, columns: Sequence[str], required: bool) -> str:
    """Give the labelling interface, as XML: the passage, and one group of choices an axis.

    Each choice shows its definition as a hint, each axis its rules in a panel that opens.

    Parameters
    ----------
    columns
        The fields that the tasks have; those that a person reads are shown.
    required
        Whether an annotator must answer every axis.
    """
    check_axis_names(codebook)
    view = ET.Element("View")
    for column in (name for name in _SHOWN if name in columns):
        ET.SubElement(view, "Header", value=column, size="6")
        ET.SubElement(view, "Text", name=f"field_{column}", value=f"${column}")
    ET.SubElement(view, "Text", name=_OBJECT, value=f"${_OBJECT}")
    for name, axis in codebook.axes.items():
        _add_choices(view, name, axis, required=required)
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def _task(task: Task, work: Work) -> dict[str, Any]:
    # A task must have every field that the interface shows, an empty one if need be.
    fields = {name: task.fields.get(name, "") for name in work.columns}
    annotations = [
        {
            "completed_by": {"email": annotator},
            "was_cancelled": False,
            "result": [_choice(axis, label) for axis, label in given.items()],
        }
        for annotator, given in work.labels.get(task.id, {}).items()
        if given
    ]
    return {
        "data": {"id": task.id, _OBJECT: task.text, **fields},
        "annotations": annotations,
        "predictions": [],
    }


def _choice(axis: str, label: str) -> dict[str, Any]:
    return {
        "id": axis,
        "from_name": axis,
        "to_name": _OBJECT,
        "type": "choices",
        "value": {"choices": [label]},
    }


def _read_annotation(content: Any, row: Place, key: str, row_id: str | None, sheet: Sheet) -> None:
    annotation = shaped(content, dict, row.at(key), sheet)
    if annotation.get("was_cancelled"):
        return
    results = shaped(annotation.get("result"), list, row.at(f"{key}.result"), sheet)
    for number, content_of_result in enumerate(results):
        place = row.at(f"{key}.result[{number}]")
        result = shaped(content_of_result, dict, place, sheet)
        if result.get("type") != "choices":
            continue
        value = shaped(result.get("value"), dict, place, sheet)
        labels = shaped(value.get("choices"), list, place, sheet)
        if labels:
            axis, annotator = result.get("from_name"), _person(annotation.get("completed_by"))
            sheet.answers.append(
                Answer(row, place, row_id, annotator, identifier(axis), tuple(labels))
            )


def _person(completed_by: Any) -> str | None:
    if isinstance(completed_by, dict):
        return identifier(completed_by.get("email")) or identifier(completed_by.get("id"))
    return identifier(completed_by)


def _add_choices(view: ET.Element, name: str, axis: Axis, *, required: bool) -> None:
    ET.SubElement(view, "Header", value=axis.question or name, size="4")
    choices = ET.SubElement(
        view,
        "Choices",
        name=name,
        toName=_OBJECT,
        choice="single",
        required=json.dumps(required),
        requiredMessage=f"Choose a label of {name}",
    )
    for word, label in axis.labels.items():
        choice = ET.SubElement(choices, "Choice", value=word)
        if label.definition:
            choice.set("hint", label.definition)
    if axis.rules:
        panel = ET.SubElement(ET.SubElement(view, "Collapse"), "Panel", value=f"Rules: {name}")
        rules = ET.SubElement(panel, "View")
        for rule in axis.rules:
            ET.SubElement(rules, "Header", value=rule, size="6")
