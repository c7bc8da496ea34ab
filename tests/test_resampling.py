import numpy as np
import pytest

from stancekit import resampling
from stancekit.intervals import interval_of
from stancekit.resampling import Score, ratio, resample_sums


def mean(sums):
    return sums["value"] / sums["n"]


def sums_of(values, groups, **options):
    rows = {"value": np.asarray(values, dtype=float), "n": np.ones(len(values))}
    options = {"resamples": 2000, "seed": 0, **options}
    return resample_sums(rows, np.asarray(groups), **options)


def test_a_resample_is_drawn_from_whole_groups():
    # groups of 1, 2, 3 ... 12 rows with the values 1: every resampled sum equals its row count
    groups = np.repeat(np.arange(12), np.arange(1, 13))
    drawn = sums_of(np.ones(len(groups)), groups).draws
    assert np.array_equal(drawn["value"], drawn["n"])
    assert len(set(drawn["n"])) > 20


def test_the_interval_is_that_of_a_loop_over_resamples():
    generator = np.random.default_rng(1)
    values, groups = generator.random(60), np.arange(60) % 15
    score = sums_of(values, groups, resamples=400).score(mean)
    by_group = [values[groups == group] for group in range(15)]
    means = []
    for weights in resampling._weights(15, 400, seed=0):
        for row in weights.astype(int):
            picked = np.concatenate([np.tile(by_group[i], times) for i, times in enumerate(row)])
            means.append(picked.mean())
    assert score.value == pytest.approx(values.mean())
    bounds = interval_of(
        np.array(means),
        values.mean(),
        level=0.95,
        effective_groups=15,
        left_out=np.array([values[groups != group].mean() for group in range(15)]),
    )
    assert [score.low, score.high] == pytest.approx(bounds)


def test_every_resample_draws_as_many_groups_as_there_are(monkeypatch):
    monkeypatch.setattr(resampling, "_CHUNK_CELLS", 45)
    weights = np.concatenate(list(resampling._weights(20, 101, seed=0)))
    assert weights.shape == (101, 20)
    assert set(weights.sum(axis=1)) == {20.0}


def test_the_interval_of_a_mean_is_as_wide_as_theory_says():
    values = np.tile([0.0, 1.0], 200)
    score = sums_of(values, np.arange(400)).score(mean)
    # standard error 0.5 / sqrt(400) = 0.025, so 0.5 ± 1.96 * 0.025
    assert score.low == pytest.approx(0.451, abs=0.006)
    assert score.high == pytest.approx(0.549, abs=0.006)


def test_rows_that_copy_their_group_add_no_certainty():
    values = np.tile([0.0, 1.0], 20)
    alone = sums_of(values, np.arange(40)).score(mean)
    copied = sums_of(np.repeat(values, 25), np.repeat(np.arange(40), 25)).score(mean)
    assert (copied.low, copied.high) == pytest.approx((alone.low, alone.high))


def test_one_seed_gives_one_interval():
    values, groups = np.arange(30.0), np.arange(30)
    first, again, other = (sums_of(values, groups, seed=seed).score(mean) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert first.value == other.value


@pytest.mark.parametrize(
    ("n_groups", "resamples", "note"),
    [
        pytest.param(9, 2000, "too few groups (9)", id="nine groups"),
        pytest.param(10, 2000, None, id="ten groups"),
        pytest.param(10, 0, "no interval asked for", id="no resamples"),
    ],
)
def test_an_interval_is_refused_where_it_would_mean_nothing(n_groups, resamples, note):
    score = sums_of(np.arange(20.0), np.arange(20) % n_groups, resamples=resamples).score(mean)
    assert score.value == 9.5
    assert score.note == note
    assert (score.low is None, score.high is None) == (note is not None, note is not None)


def test_an_interval_without_width_says_so():
    score = sums_of(np.ones(10), np.arange(10)).score(mean)
    assert (score.low, score.high, score.note) == (1.0, 1.0, "every resample gives this value")


def test_a_value_undefined_in_many_resamples_has_no_interval():
    # the one positive row is in about 63% of the resamples
    def undefined_without_it(sums):
        return np.where(sums["value"] > 0, 1.0, np.nan)

    score = sums_of([1.0] + [0.0] * 9, np.arange(10), resamples=200).score(undefined_without_it)
    assert score.value == 1.0
    assert score.low is None
    assert score.note.startswith("undefined in ")


def test_the_interval_holds_the_value_even_of_a_biased_measure():
    def biased(sums):
        return np.abs(sums["value"])

    score = sums_of(np.tile([-1.0, 1.0], 50), np.arange(100)).score(biased)
    assert score.value == score.low == 0.0
    assert score.high > 0


def test_a_score_shows_its_note_only_where_there_is_one():
    assert Score(0.5, 0.4, 0.6).to_dict() == {"value": 0.5, "low": 0.4, "high": 0.6}
    assert Score(None, note="too few").to_dict() == {
        "value": None,
        "low": None,
        "high": None,
        "note": "too few",
    }


def test_an_undefined_value_says_why():
    sums = resample_sums({"n": np.zeros(3)}, np.arange(3), resamples=0, seed=0)

    def none(sums):
        return ratio(1.0, sums["n"])

    assert sums.score(none).note == "undefined: no gold row counts for it"
    assert sums.score(none, undefined="nobody answered").note == "undefined: nobody answered"
    assert sums.score(none, note="refused") == Score(None, note="refused")


def test_scores_at_once_are_those_one_by_one():
    generator = np.random.default_rng(5)
    values, groups = generator.random((60, 3)), np.arange(60) % 15
    sums = resample_sums({"values": values}, groups, resamples=200, seed=0)
    together = sums.scores(lambda drawn: drawn["values"] / 60, level=0.9, note="of three")
    alone = [
        sums.score(lambda drawn, i=i: drawn["values"][..., i] / 60, level=0.9, note="of three")
        for i in range(3)
    ]
    assert list(together) == alone
    assert together[0] != together[1]


def test_remembered_draws_are_those_that_are_drawn(monkeypatch):
    groups, values = np.arange(400) % 40, np.random.default_rng(2).random(400)
    remembered = [sums_of(values, groups, seed=seed).score(mean) for seed in (4, 5, 4)]
    assert remembered[0] == remembered[2] != remembered[1]
    # some at a time, nothing is remembered: one stream of chance, cut elsewhere
    monkeypatch.setattr(resampling, "_CHUNK_CELLS", 40 * 300)
    assert sums_of(values, groups, seed=4).score(mean) == remembered[0]
