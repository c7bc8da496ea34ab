"""Behavioural tests: what must not change an answer, what must, and what must come out.

The method is CheckList's (Ribeiro et al., 2020, "Beyond Accuracy: Behavioral Testing of NLP Models
with CheckList").
"""

from __future__ import annotations

from stancekit.evaluation.behaviour.attributions.cases import Attributor
from stancekit.evaluation.behaviour.attributions.suite import check_attribution
from stancekit.evaluation.behaviour.poles import AxisPoles, map_poles, read_poles
from stancekit.evaluation.behaviour.results import (
    BehaviourCheck,
    BehaviourReport,
    FailedCase,
    LeftOut,
)
from stancekit.evaluation.behaviour.stances.suite import check_stances
from stancekit.evaluation.behaviour.stances.user_rows import UserRows
from stancekit.evaluation.behaviour.suite import check_behaviour

__all__ = [
    "Attributor",
    "AxisPoles",
    "BehaviourCheck",
    "BehaviourReport",
    "FailedCase",
    "LeftOut",
    "UserRows",
    "check_attribution",
    "check_behaviour",
    "check_stances",
    "map_poles",
    "read_poles",
]
