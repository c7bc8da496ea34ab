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


@dataclass(frozen=True, slots=True)
class _HubMetric:
    """A metric of ours by the Hub's name for it, and how the Hub's is to be computed."""

    name: str
    kind: str
    title: str
    args: Mapping[str, str]


_METRICS = (
    _HubMetric("macro_f1", "f1", "Macro F1", {"average": "macro"}),
    _HubMetric("accuracy", "accuracy", "Accuracy", {}),
    _HubMetric("mcc", "matthews_correlation", "Matthews correlation", {}),
)


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
    dataset_id
        Of the training data on the Hugging Face Hub; ``None`` where they are not from there: the
        Hub would take a name for a dataset of someone else's.
    group
        What was kept together in the split, such as ``article_id``.
    licence
        Of the model, as the Hugging Face Hub writes it; ``None`` = not stated.
    base_model
        Id of the pretrained model, where there is one.
    masked
        Whether speaker names and affiliations are masked before the model sees them; ``None``
        where the cards of the model's members tell.
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
    dataset_id: str | None = None
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
    if facts.dataset_id is not None:
        metadata["datasets"] = [facts.dataset_id]
    results = [_result(facts, evaluation) for evaluation in evaluations if evaluation.n]
    if results:
        metadata["metrics"] = [metric.kind for metric in _METRICS]
        metadata["model-index"] = [{"name": facts.name, "results": results}]
    return metadata


def _result(facts: CardFacts, evaluation: AxisEvaluation) -> dict[str, Any]:
    return {
        "task": {"type": "text-classification", "name": evaluation.axis},
        "dataset": {
            "type": facts.dataset_id or facts.data,
            "name": facts.data,
            # The Hub joins the results of one task, data set, configuration and split: without it
            # the scores of all axes would be the first one's.
            "config": evaluation.axis,
            "split": "test",
        },
        "metrics": [
            _metric(metric, score)
            for metric in _METRICS
            if (score := evaluation.metrics[metric.name]).value is not None
        ],
    }


def _metric(metric: _HubMetric, score: Score) -> dict[str, Any]:
    """Give a metric as the Hub has it, which has no place of its own for an interval."""
    known: dict[str, Any] = {"type": metric.kind, "value": _rounded(score.value)}
    if not numbers.has_interval(score):
        return {**known, "name": metric.title, **({"args": metric.args} if metric.args else {})}
    interval = {"level": 0.95, "low": _rounded(score.low), "high": _rounded(score.high)}
    return {
        **known,
        "name": f"{metric.title} (95% interval {numbers.interval(score)})",
        "args": {**metric.args, "interval": interval},
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


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
