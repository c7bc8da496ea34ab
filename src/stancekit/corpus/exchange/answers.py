"""Answers to annotations: each is checked, and all that is wrong is told at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.annotations import COLUMNS
from stancekit.corpus.exchange.tasks import Answer, Place
from stancekit.corpus.rows import is_missing, label_word
from stancekit.corpus.table import shown
from stancekit.errors import RowProblem, nearest

Annotation = tuple[str, str, str, str]


def checked_annotations(
    answers: Sequence[Answer], *, codebook: Codebook, ids: Collection[str]
) -> tuple[list[Annotation], list[RowProblem]]:
    """Give the id, annotator, axis and label of each answer, and every problem.

    Where there is a problem, the annotations are not complete.
    """
    known = set(ids)
    first: dict[tuple[str, str, str], Place] = {}
    annotations, problems = [], []
    for answer in answers:
        found = [*_check_row(answer, known), *_check_label(answer, codebook)]
        label = _label(answer, codebook)
        # The conditions repeat what was checked, for the type checker's sake.
        if found or not (answer.id and answer.annotator and answer.axis and label is not None):
            problems += found
            continue
        key = (answer.id, answer.annotator, answer.axis)
        if key in first:
            problems.append(_second(answer, first[key]))
        else:
            first[key] = answer.place
            annotations.append((*key, label))
    return annotations, list(dict.fromkeys(problems))  # a row at fault is told once, not per axis


def named(
    answers: Sequence[Answer], annotator: str | None, annotators: Mapping[str, str]
) -> list[Answer]:
    """Give the answers under the names that the study uses.

    Parameters
    ----------
    annotator
        Who gave the answers that bear no name.
    annotators
        The tool's name of an annotator to the study's.
    """
    return [
        replace(
            answer,
            annotator=annotator
            if answer.annotator is None
            else annotators.get(answer.annotator, answer.annotator),
        )
        for answer in answers
    ]


def annotation_frame(annotations: Sequence[Annotation]) -> pd.DataFrame:
    """Give annotations as the frame that a corpus holds."""
    return pd.DataFrame(list(annotations), columns=list(COLUMNS), dtype=object)


def frame_answers(frame: pd.DataFrame, *, file: str) -> list[Answer]:
    """Give the rows of a frame of annotations as answers, to be checked like any others."""
    answers = []
    for number, values in enumerate(frame[list(COLUMNS)].itertuples(index=False), start=1):
        row = Place(f"{file}, row {number}")
        given = [None if is_missing(value) else value for value in values]
        row_id, annotator, axis = (None if value is None else str(value) for value in given[:3])
        labels = () if given[3] is None else (given[3],)
        answers.append(Answer(row, row.at("label"), row_id, annotator, axis, labels))
    return answers


def _check_row(answer: Answer, known: set[str]) -> list[RowProblem]:
    problems = []
    if not answer.id:
        problems.append(answer.row.at("id").problem("nothing", "the id of a passage"))
    elif answer.id not in known:
        problems.append(answer.row.at("id").problem(shown(answer.id), "the id of a passage"))
    if not answer.annotator:
        expected = "who gave the label; name them with --annotator NAME"
        problems.append(answer.row.at("annotator").problem("nothing", expected))
    return problems


def _check_label(answer: Answer, codebook: Codebook) -> list[RowProblem]:
    if answer.axis is None or answer.axis not in codebook.axes:
        found = "nothing" if answer.axis is None else f"the axis {shown(answer.axis)}"
        expected = f"an axis of the codebook; {nearest(answer.axis or '', codebook.axes)}"
        return [answer.place.problem(found, expected)]
    expected = f"one label of axis {answer.axis!r}"
    if not answer.labels:
        return [answer.place.problem("nothing", expected)]
    if len(answer.labels) > 1:
        listed = ", ".join(shown(label) for label in answer.labels)
        return [answer.place.problem(f"the {len(answer.labels)} labels {listed}", expected)]
    if _label(answer, codebook) is None:
        word = label_word(answer.labels[0])
        advice = "" if word is None else f"; {nearest(word, codebook.axes[answer.axis].labels)}"
        return [answer.place.problem(shown(answer.labels[0]), expected + advice)]
    return []


def _label(answer: Answer, codebook: Codebook) -> str | None:
    """Give the codebook's word for an answer; blanks around it, as people type them, go."""
    if answer.axis not in codebook.axes or len(answer.labels) != 1:
        return None
    word = label_word(answer.labels[0])
    labels = codebook.axes[answer.axis].labels
    return next((form for form in (word, (word or "").strip()) if form in labels), None)


def _second(answer: Answer, first: Place) -> RowProblem:
    found = f"{shown(answer.annotator)}, who labelled {shown(answer.id)} already ({first})"
    return answer.place.problem(found, f"one label an annotator on {answer.axis!r}")
