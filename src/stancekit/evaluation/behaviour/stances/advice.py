"""B10 and B11: advice beside a forecast of others' policy, and beside what the adversary wants."""

from __future__ import annotations

from collections.abc import Sequence

from stancekit.evaluation.behaviour.poles import AxisPoles, Pole
from stancekit.evaluation.behaviour.sentences.posture import ACTORS, HAWKISH, PRAGMATIC
from stancekit.evaluation.behaviour.stances.cases import Labels, StanceCase, chance
from stancekit.evaluation.behaviour.stances.frames import voices
from stancekit.records import Passage

# What a government will do, and what the speaker would have it do: as like as two texts can be.
_FORECAST_AND_ADVICE = (
    ("{a} will probably {m}, {S} of {I} predicted.", "{a} should probably {m}, {S} of {I} argued."),
    ("{S} of {I} expects {a} to {m}.", "{S} of {I} urges {a} to {m}."),
    (
        "{S}, who teaches at {I}, thinks that {a} is going to {m}.",
        "{S}, who teaches at {I}, thinks that {a} ought to {m}.",
    ),
    (
        "{a} is likely to {m}, in the estimate of {S}, an analyst at {I}.",
        "{a} would do well to {m}, in the judgement of {S}, an analyst at {I}.",
    ),
    (
        '"{a} will {m}; that much is certain," said {S} of {I}.',
        '"{a} should {m}; that much is certain," said {S} of {I}.',
    ),
    (
        "{S} of {I} has no doubt that {a} will {m}.",
        "{S} of {I} has no doubt that {a} should {m}.",
    ),
)
_ADVERSARIES = ("Pyongyang", "Tehran", "Beijing", "Moscow", "the North", "the other side")
# What the adversary asks for, and the same as the speaker's advice.
_DEMANDS = (
    ("the coal ban lifted", "the coal ban ought to be lifted"),
    ("the banks unblocked", "the banks ought to be unblocked"),
    ("the drills called off", "the drills ought to be called off"),
    ("the list cut to three names", "the list ought to be cut to three names"),
    ("the frozen oil money back", "the frozen oil money ought to be given back"),
    ("the new duties suspended", "the new duties ought to be suspended"),
    ("its diplomats readmitted", "the other side's diplomats ought to be readmitted"),
    ("the carriers gone from the strait", "the carriers ought to leave the strait"),
    ("an end to the leaflets", "the leaflets ought to be stopped"),
    ("sanctions eased", "sanctions ought to be eased"),
    ("a letter that rules out an attack", "a letter that rules out an attack ought to be sent"),
    ("its ships let through", "the other side's ships ought to be let through"),
)
_WANTS_AND_ADVICE = (
    (
        "{A} wants {x} before it sits down, {S} of {I} explained; that is its price.",
        "{Y} before anybody sits down, {S} of {I} argued; that is a fair price.",
    ),
    (
        '"{A} wants {x}, and nothing less will do for it," said {S}, an analyst at {I}.',
        '"{Y}, and nothing less will do," said {S}, an analyst at {I}.',
    ),
    (
        "{S} of {I} said that {a} wants {x} in return.",
        "{S} of {I} said that {y} in return.",
    ),
)


def forecasts_and_advice(poles: AxisPoles, seed: int) -> list[StanceCase]:
    """Give pairs in which a government's course is foreseen, and in which it is advised."""
    means: list[tuple[Pole, str]] = [("positive", m) for m in PRAGMATIC]
    means += [("negative", m) for m in HAWKISH]
    found = []
    for i, ((pole, m), voice) in enumerate(
        zip(means, voices(chance(seed, "B10"), len(means)), strict=True)
    ):
        a = ACTORS[(i + i // len(_FORECAST_AND_ADVICE)) % len(ACTORS)]
        forms = _FORECAST_AND_ADVICE[i % len(_FORECAST_AND_ADVICE)]
        texts = [form.format(a=a, m=m, S="{S}", I="{I}") for form in forms]
        passages = [voice.says(m, text) for text in texts]
        found.append(_pair("B10", poles, m, passages, poles.of(pole), "forecast, then advice"))
    return found


def demands_and_advice(poles: AxisPoles, seed: int) -> list[StanceCase]:
    """Give pairs in which the adversary asks for something, and in which the speaker advises it."""
    written = [(x, y, forms) for x, y in _DEMANDS for forms in _WANTS_AND_ADVICE]
    found = []
    for i, ((x, y, forms), voice) in enumerate(
        zip(written, voices(chance(seed, "B11"), len(written)), strict=True)
    ):
        a = _ADVERSARIES[(i // len(_WANTS_AND_ADVICE)) % len(_ADVERSARIES)]
        texts = [
            form.format(
                a=a, A=a[0].upper() + a[1:], x=x, y=y, Y=y[0].upper() + y[1:], S="{S}", I="{I}"
            )
            for form in forms
        ]
        passages = [voice.says(x, text) for text in texts]
        cluster = f"{x} / {forms[0]}"
        found.append(
            _pair("B11", poles, cluster, passages, poles.of("positive"), "demand, then advice")
        )
    return found


def _pair(
    test: str,
    poles: AxisPoles,
    cluster: str,
    passages: Sequence[Passage],
    advised: Labels,
    change: str,
) -> StanceCase:
    return StanceCase(
        test=test,
        source="sentences",
        axes=(poles.axis,),
        cluster=cluster,
        passages=tuple(passages),
        expected=(poles.silent, advised),
        change=change,
    )
