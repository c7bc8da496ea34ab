"""An assessment as the sections of a report, in the order in which they are to be read."""

from __future__ import annotations

from stancekit.reporting import (
    Section,
    behaviour_sections,
    ceiling_sections,
    end_to_end_sections,
    slice_sections,
)
from stancekit.training.results import Assessment
from stancekit.training.sections.dates import date_sections
from stancekit.training.sections.frozen import frozen_sections
from stancekit.training.sections.generalisation import generalisation_sections
from stancekit.training.sections.learning_curve import learning_curve_sections
from stancekit.training.sections.looks import look_sections
from stancekit.training.sections.repeated_splits import repeated_sections


def assessment_sections(assessment: Assessment) -> tuple[Section, ...]:
    """Give a section of each thing that was found out beside the scores on each axis."""
    return (
        *generalisation_sections(assessment.generalisation),
        *repeated_sections(assessment.repeated_splits, assessment.test),
        *learning_curve_sections(assessment.learning_curve),
        *ceiling_sections(assessment.human_ceiling),
        *end_to_end_sections(assessment.end_to_end),
        *date_sections(assessment.dates, assessment.slices),
        *slice_sections(assessment.slices),
        *look_sections(assessment.looks),
        *frozen_sections(assessment.frozen, assessment.looks, assessment.test),
        *behaviour_sections(assessment.behaviour),
    )
