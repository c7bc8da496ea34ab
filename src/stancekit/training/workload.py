"""What a family will do to fit, and roughly how long it will take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stancekit.models.encoder.options import EncoderOptions
from stancekit.models.fewshot import planning as fewshot
from stancekit.models.fewshot.options import FewshotOptions
from stancekit.models.transformer import planning as transformer
from stancekit.models.transformer.options import TransformerOptions

# One logistic regression over 1,000 paragraphs, on one core; measured from 500 to 2,000 of them,
# where it was between 0.5 and 1.
_LINEAR_SECONDS = 0.7
# A sentence of some thirty words through MiniLM, on one core.
_SECONDS_TO_EMBED = 0.012


@dataclass(frozen=True, kw_only=True)
class Workload:
    """What one fit does, beyond what its rows tell, and its seconds; ``None``: there is no telling.

    A line of `work` a model: an ensemble has one for each member.
    """

    work: tuple[str, ...] = ()
    seconds: float | None = None


def expect_work(
    family: str, options: Mapping[str, Any], labelled: Sequence[int], n_rows: int
) -> Workload:
    """Say what a family with these options will do.

    Parameters
    ----------
    labelled
        How many passages have a label, one number an axis.
    """
    if family == "linear":
        return Workload(seconds=_linear_seconds(options, labelled))
    if family == "encoder":
        return Workload(seconds=_encoder_seconds(options, labelled, n_rows))
    if family == "fewshot":
        few = FewshotOptions.model_validate(dict(options))
        tunings = fewshot.expect_work(labelled, few)
        return Workload(work=(tunings.describe(),), seconds=fewshot.seconds_to_tune(tunings, few))
    if family == "transformer":
        tuned = TransformerOptions.model_validate(dict(options))
        networks = transformer.expect_work(n_rows, tuned)
        return Workload(
            work=(networks.describe(),), seconds=transformer.seconds_to_tune(networks, tuned)
        )
    if family == "ensemble" and options["members"]:
        return _of_members(options["members"], labelled, n_rows)
    if family == "per_target":
        return _of_targets(options, labelled, n_rows)
    return Workload()


def _linear_seconds(options: Mapping[str, Any], labelled: Sequence[int]) -> float:
    # Each axis is fitted once a strength and fold, and once more on all of its rows.
    inner_fits = int(options["folds"]) * len(options["C"]) + 1
    return _LINEAR_SECONDS * sum(labelled) / 1000 * inner_fits


def _encoder_seconds(
    options: Mapping[str, Any], labelled: Sequence[int], n_rows: int
) -> float | None:
    if options["checkpoint"] != EncoderOptions().checkpoint:
        return None
    return n_rows * _SECONDS_TO_EMBED + _linear_seconds(options, labelled)


def _of_members(
    members: Sequence[Mapping[str, Any]], labelled: Sequence[int], n_rows: int
) -> Workload:
    each = [(member["family"], _of_member(member, labelled, n_rows)) for member in members]
    seconds = [expected.seconds for _, expected in each]
    known = [one for one in seconds if one is not None]
    return Workload(
        work=tuple(": ".join([family, *expected.work]) for family, expected in each),
        seconds=sum(known) if len(known) == len(seconds) else None,
    )


def _of_targets(options: Mapping[str, Any], labelled: Sequence[int], n_rows: int) -> Workload:
    member = options["member"]
    alone = _of_member(member, labelled, n_rows)
    said = (
        f"{member['family']}: a model for each target with {options['fewest']} or more passages, "
        "and one of all passages for the others"
    )
    # Together the targets have as many passages as there are, and the last model has all of them.
    return Workload(work=(said,), seconds=None if alone.seconds is None else 2 * alone.seconds)


def _of_member(member: Mapping[str, Any], labelled: Sequence[int], n_rows: int) -> Workload:
    options = {name: value for name, value in member.items() if name != "family"}
    return expect_work(member["family"], options, labelled, n_rows)
