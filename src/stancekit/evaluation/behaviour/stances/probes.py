"""B22 and B23: what a model says with the content gone, and outside its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from stancekit.evaluation import confusion
from stancekit.evaluation.behaviour.poles import AxisPoles, Pole
from stancekit.evaluation.behaviour.rates import outcome_of, pass_rate
from stancekit.evaluation.behaviour.results import BehaviourCheck, FailedCase, Outcome
from stancekit.evaluation.behaviour.sentences.domains import DOMAINS
from stancekit.evaluation.behaviour.stances.answers import Answers
from stancekit.evaluation.behaviour.stances.cases import chance
from stancekit.evaluation.behaviour.stances.frames import FRAMES, voices
from stancekit.evaluation.rows import FloatArray
from stancekit.records import Passage
from stancekit.resampling import Score, Sums, ratio, resample_sums

_MASKED = "content masked: only speaker, affiliation and outlet are left"
_FOREIGN = "subjects of other kinds: is the model less sure of them?"


def masked(passage: Passage) -> Passage | None:
    """Give a passage that holds nothing but who speaks, for whom, and where it was printed.

    The model is told the speaker and the affiliation as it is for any row: one that masks them
    sees no more of them here than there.
    """
    known = [one for one in (passage.speaker, passage.affiliation, passage.outlet) if one]
    return replace(passage, text=", ".join(known)) if known else None


def masked_checks(
    axis: str,
    labels: Sequence[str],
    rows: Sequence[tuple[Passage, str, str]],
    answers: Answers,
    *,
    seed: int,
) -> list[BehaviourCheck]:
    """Say whether labels from names alone are right more often than the commonest label (B22).

    The test fails where the whole interval of the difference in accuracy lies above 0. Matthews'
    correlation, 0 for whoever always says the commonest label, is reported beside it: it shows
    a weaker trace of the names, too.

    Parameters
    ----------
    rows
        Masked passage, gold label and group.
    """
    gold = np.array([labels.index(label) for _, label, _ in rows], dtype=np.int64)
    said = np.array([int(answers.proba(one, axis).argmax()) for one, _, _ in rows], dtype=np.int64)
    groups = np.unique([group for _, _, group in rows], return_inverse=True)[1]
    cells = {"cells": confusion.confusion_rows(gold, said, len(labels))}
    sums = resample_sums(cells, groups, resamples=2000, seed=seed)
    commonest = int(np.bincount(gold).argmax())

    def beyond_majority(drawn: Sums) -> FloatArray:
        always = drawn["cells"][..., commonest, :].sum(axis=-1)
        n = drawn["cells"].sum(axis=(-2, -1))
        return confusion.accuracy(drawn["cells"]) - ratio(always, n)

    beyond = sums.score(beyond_majority)
    trace = sums.score(lambda drawn: confusion.mcc(drawn["cells"]))
    outcome: Outcome = "cannot be told"
    if beyond.low is not None:
        outcome = "fails" if beyond.low > 0 else "passes"
    shared: dict[str, Any] = {
        "test": "B22",
        "kind": "probe",
        "checks": _MASKED,
        "axis": axis,
        "source": "rows",
        "n": len(rows),
        "n_clusters": int(groups.max(initial=-1)) + 1,
        "direction": "at most",
    }
    return [
        BehaviourCheck(
            measure="accuracy beyond the majority's",
            score=beyond,
            bar=0.0,
            outcome=outcome,
            note="fails where the whole interval lies above 0",
            **shared,
        ),
        BehaviourCheck(
            measure="correlation with gold", score=trace, bar=None, outcome="reported", **shared
        ),
    ]


def foreign_passages(seed: int) -> list[tuple[str, str, Pole, Pole, Passage]]:
    """Give for each sentence its domain, its words, its posture, its outlook and a passage."""
    told = [
        (domain, text, posture, outlook)
        for domain, by_poles in DOMAINS.items()
        for (posture, outlook), texts in by_poles.items()
        for text in texts
    ]
    drawn = voices(chance(seed, "B23"), len(told))
    return [
        (*one, voice.says(one[1], FRAMES[i % len(FRAMES)]))
        for i, (one, voice) in enumerate(zip(told, drawn, strict=True))
    ]


def foreign_checks(
    poles: AxisPoles,
    own: Sequence[tuple[Passage, str]],
    foreign: Sequence[tuple[str, str, Pole, Pole, Passage]],
    answers: Answers,
    *,
    seed: int,
) -> list[BehaviourCheck]:
    """Compare how unsure the model is of other subjects and of its own, and score it there (B23).

    Parameters
    ----------
    own
        Passages of the model's subject with their clusters: the user's rows, else our sentences.
    """
    known = [(_entropy(answers.proba(one, poles.axis)), cluster) for one, cluster in own]
    checks = []
    for domain in DOMAINS:
        there = [(one[-1], one[1]) for one in foreign if one[0] == domain]
        unsure = [(_entropy(answers.proba(one, poles.axis)), cluster) for one, cluster in there]
        score = _difference(unsure, known, seed)
        checks.append(
            BehaviourCheck(
                test="B23",
                kind="probe",
                checks=_FOREIGN,
                measure=f"less sure of {domain}",
                axis=poles.axis,
                source="sentences",
                n=len(there),
                n_clusters=len(there),
                score=score,
                bar=0.0,
                direction="above",
                outcome=outcome_of(score, 0.0, "above"),
                note="mean entropy, as a share of its maximum, beyond that on its own subject; "
                "a subject that the model was trained on need not raise it",
            )
        )
    return [*checks, _accuracy(poles, foreign, answers)]


def _accuracy(
    poles: AxisPoles,
    foreign: Sequence[tuple[str, str, Pole, Pole, Passage]],
    answers: Answers,
) -> BehaviourCheck:
    right, clusters, failures = [], [], []
    for domain, text, posture, outlook, passage in foreign:
        pole = posture if poles.concern == "posture" else outlook
        expected = poles.silent if pole == "absent" else poles.of(pole)
        if not expected:
            continue
        answer = answers.of(passage, poles.axis)
        right.append(answer.label in expected)
        clusters.append(text)
        if answer.label not in expected:
            failures.append(
                FailedCase(
                    case=f"{domain}: {text}",
                    texts=(passage.text,),
                    expected=" or ".join(expected),
                    found=(answer.label,),
                    probabilities=(answer.probabilities,),
                )
            )
    return BehaviourCheck(
        test="B23",
        kind="probe",
        checks="subjects of other kinds: how good is it there?",
        measure="accuracy",
        axis=poles.axis,
        source="sentences",
        n=len(right),
        n_clusters=len(clusters),
        score=pass_rate(right, clusters),
        bar=None,
        direction="at least",
        outcome="reported",
        failures=tuple(failures),
    )


def _difference(
    there: Sequence[tuple[float, str]], here: Sequence[tuple[float, str]], seed: int
) -> Score:
    """Give the mean of the first beyond that of the second, groups of either drawn again."""
    values = np.array([value for value, _ in (*there, *here)])
    is_there = np.array([True] * len(there) + [False] * len(here))
    names = [f"there {name}" for _, name in there] + [f"here {name}" for _, name in here]
    groups = np.unique(names, return_inverse=True)[1]
    sums = resample_sums(
        {
            "there": np.where(is_there, values, 0.0),
            "n_there": is_there.astype(np.float64),
            "here": np.where(is_there, 0.0, values),
            "n_here": (~is_there).astype(np.float64),
        },
        groups,
        resamples=2000,
        seed=seed,
    )
    return sums.score(lambda s: ratio(s["there"], s["n_there"]) - ratio(s["here"], s["n_here"]))


def _entropy(proba: FloatArray) -> float:
    positive = proba[proba > 0]
    return float(-(positive * np.log(positive)).sum() / np.log(len(proba)))
