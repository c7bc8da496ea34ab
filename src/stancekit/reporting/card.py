"""The model card: the README.md of a saved model folder, with Hugging Face metadata."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from stancekit.codebook import Codebook
from stancekit.evaluation import AxisEvaluation, Score
from stancekit.reporting import numbers

_DIGITS = 4


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """What a model card tells beside the codebook and the scores.

    Nothing here may differ between two trainings of one configuration: no date, no path, no run.

    Parameters
    ----------
    data
        Name of the training data, not its path.
    data_digest
        SHA-256 of the training data.
    group
        What was kept together in the split, such as ``article_id``.
    licence
        Of the model, as the Hugging Face Hub writes it; ``None`` = not stated.
    base_model
        Id of the pretrained model, where there is one.
    masked
        Whether speaker names and affiliations are masked before the model sees them; ``None``
        where the cards of an ensemble's members tell.
    version
        Of stancekit.
    options
        Of the family, in the order in which the card shall list them.
    notes, limits
        Sentences added to the opening and to the limits.
    """

    name: str
    family: str
    data: str
    data_digest: str
    n_rows: int
    n_groups: int | None = None
    group: str | None = None
    language: str = "en"
    licence: str | None = None
    base_model: str | None = None
    masked: bool | None = True
    version: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


def model_card(
    codebook: Codebook, facts: CardFacts, evaluations: Sequence[AxisEvaluation] = ()
) -> str:
    """Give the card as Markdown with Hugging Face metadata; same arguments, same bytes.

    Parameters
    ----------
    evaluations
        Scores on rows the model never saw in training; without them, the card says that there are
        none.
    """
    environment = Environment(
        loader=PackageLoader("stancekit.reporting"),
        autoescape=False,  # noqa: S701 - the card is Markdown; `cell` and `line` keep its layout
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        line=_line,
        cell=_cell,
        code=_code,
        score=_score,
        number=numbers.number,
        counted=numbers.counted,
    )
    metadata = yaml.safe_dump(
        _metadata(facts, evaluations), sort_keys=False, allow_unicode=True, width=100
    )
    return environment.get_template("model_card.md.j2").render(
        metadata=metadata, codebook=codebook, facts=facts, evaluations=evaluations
    )


def _metadata(facts: CardFacts, evaluations: Sequence[AxisEvaluation]) -> dict[str, Any]:
    stated = {"license": facts.licence, "base_model": facts.base_model}
    metadata: dict[str, Any] = {
        "language": facts.language,
        **{key: value for key, value in stated.items() if value is not None},
        "library_name": "stancekit",
        "pipeline_tag": "text-classification",
        "tags": ["stance-detection", "news-analysis", facts.family],
    }
    results = [_result(facts, evaluation) for evaluation in evaluations if evaluation.n]
    if results:
        metadata["model-index"] = [{"name": facts.name, "results": results}]
    return metadata


def _result(facts: CardFacts, evaluation: AxisEvaluation) -> dict[str, Any]:
    shown = {"macro_f1": ("f1", "Macro F1"), "accuracy": ("accuracy", "Accuracy")}
    values = {name: evaluation.metrics[name].value for name in shown}
    return {
        "task": {"type": "text-classification", "name": evaluation.axis},
        "dataset": {"type": facts.data, "name": facts.data, "split": "test"},
        "metrics": [
            {"type": kind, "name": title, "value": round(value, _DIGITS)}
            for name, (kind, title) in shown.items()
            if (value := values[name]) is not None
        ],
    }


def _score(score: Score) -> str:
    if score.value is None:
        return numbers.UNKNOWN
    if not numbers.has_interval(score):
        return numbers.number(score.value)
    return f"{numbers.number(score.value)} ({numbers.interval(score)})"


def _line(text: object) -> str:
    """Keep a text on one line and free of HTML, so that it cannot change the card's layout."""
    return " ".join(str(text).split()).replace("<", "&lt;")


def _cell(text: object) -> str:
    return _line(text).replace("|", "\\|")


def _code(text: object) -> str:
    return " ".join(str(text).split()).replace("`", "'")
