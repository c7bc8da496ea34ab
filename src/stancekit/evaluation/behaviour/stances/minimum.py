"""B17, B18, B19 and B21: texts whose label is known, whatever their words suggest."""

from __future__ import annotations

from stancekit.evaluation.behaviour.poles import AxisPoles, Pole
from stancekit.evaluation.behaviour.sentences.bait import CROSSINGS, KEYWORD_BAIT, Meant
from stancekit.evaluation.behaviour.sentences.figures import FIGURES
from stancekit.evaluation.behaviour.sentences.off_target import OFF_TARGET
from stancekit.evaluation.behaviour.stances.cases import StanceCase, chance
from stancekit.evaluation.behaviour.stances.frames import FRAMES, voices
from stancekit.records import Passage

_QUOTED = ('"{q}" said {S} of {I}.', '{S}, an analyst at {I}, said: "{q}"')


def minimum(poles: AxisPoles, seed: int) -> list[StanceCase]:
    """Give all texts of known label for one axis."""
    found = _meant("B17", KEYWORD_BAIT, poles, seed) + _meant("B18", CROSSINGS, poles, seed)
    return found + _figures(poles, seed) + _off_target(poles, seed)


def _meant(test: str, table: Meant, poles: AxisPoles, seed: int) -> list[StanceCase]:
    rows = [
        (text, pole)
        for (concern, pole), texts in table.items()
        for text in texts
        if concern == poles.concern
    ]
    found = []
    for i, ((text, pole), voice) in enumerate(
        zip(rows, voices(chance(seed, test), len(rows)), strict=True)
    ):
        passage = voice.says(text, FRAMES[i % len(FRAMES)])
        found += _case(test, poles, text, passage, pole, "")
    return found


def _figures(poles: AxisPoles, seed: int) -> list[StanceCase]:
    rows = [
        (kind, text, pole)
        for (kind, concern, pole), texts in FIGURES.items()
        for text in texts
        if concern == poles.concern
    ]
    found = []
    for i, ((kind, text, pole), voice) in enumerate(
        zip(rows, voices(chance(seed, "B19"), len(rows)), strict=True)
    ):
        frame = _QUOTED[i % 2]
        # What is quoted before "said" ends in a comma unless it asks.
        quoted = f"{text[:-1]}," if i % 2 == 0 and text.endswith(".") else text
        passage = voice.says(text, frame.replace("{q}", quoted))
        found += _case("B19", poles, text, passage, pole, kind)
    return found


def _off_target(poles: AxisPoles, seed: int) -> list[StanceCase]:
    if poles.concern == "sentiment":
        return []
    found = []
    for i, (text, voice) in enumerate(
        zip(OFF_TARGET, voices(chance(seed, "B21"), len(OFF_TARGET)), strict=True)
    ):
        passage = voice.says(text, FRAMES[i % len(FRAMES)])
        found += _case("B21", poles, text, passage, "absent", "off the axis")
    return found


def _case(
    test: str, poles: AxisPoles, text: str, passage: Passage, pole: Pole, change: str
) -> list[StanceCase]:
    """Give the case, unless the axis has no label for it."""
    expected = poles.silent if pole == "absent" else poles.of(pole)
    if not expected:
        return []
    return [
        StanceCase(
            test=test,
            source="sentences",
            axes=(poles.axis,),
            cluster=text,
            passages=(passage,),
            expected=(expected,),
            change=change,
        )
    ]
