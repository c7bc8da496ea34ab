from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.corpus.suggest import STRATEGIES, suggest_passages
from stancekit.errors import CorpusError

LABELS = {"outlook": ("hopeful", "doubtful", "none")}

# Ten stories, of which each passage tells one in words of its own.
STORIES = [
    "ferry harbour crews tide anchor gangway",
    "budget ledger auditors surplus treasury deficit",
    "orchard apples frost growers blossom pruning",
    "railway tracks signal timetable station locomotive",
    "museum paintings curator gallery restoration canvas",
    "hospital nurses ward surgeons patients clinic",
    "satellite orbit antenna launch telemetry payload",
    "vineyard grapes cellar harvest barrels cork",
    "glacier ice moraine meltwater crevasse summit",
    "orchestra violins conductor rehearsal overture cello",
]


def passages_of(story, n, rng):
    words = STORIES[story].split()
    return [
        " ".join([*rng.choice(words, 4, replace=False), f"remark{story}x{number}"])
        for number in range(n)
    ]


def sure(n, label=2, certainty=0.9):
    """Give probabilities that name one label with certainty."""
    proba = np.full((n, 3), (1 - certainty) / 2)
    proba[:, label] = certainty
    return proba


@pytest.fixture(scope="module")
def pool():
    """60 passages of six stories with probabilities of all kinds."""
    rng = np.random.default_rng(3)
    texts = [text for story in range(6) for text in passages_of(story, 10, rng)]
    return texts, {"outlook": rng.dirichlet([1, 1, 1], len(texts))}


def chosen_texts(texts, proba, n, **options):
    found = suggest_passages(texts, proba, n, labels=LABELS, **options)
    return [texts[suggestion.row] for suggestion in found]


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_order_of_the_pool_changes_nothing(pool, strategy):
    texts, proba = pool
    there = chosen_texts(texts, proba, 12, strategy=strategy, seed=4)
    shuffled = np.random.default_rng(0).permutation(len(texts))
    back = chosen_texts(
        [texts[row] for row in shuffled],
        {"outlook": proba["outlook"][shuffled]},
        12,
        strategy=strategy,
        seed=4,
    )
    assert there == back
    assert len(set(there)) == 12


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_order_of_the_labelled_texts_changes_nothing(pool, strategy):
    texts, proba = pool
    rest, own = texts[:15], {"outlook": proba["outlook"][15:]}
    there = chosen_texts(texts[15:], own, 8, strategy=strategy, labelled=rest)
    assert there == chosen_texts(texts[15:], own, 8, strategy=strategy, labelled=rest[::-1])


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_one_seed_suggests_the_same_again(pool, strategy):
    texts, proba = pool
    options = {"strategy": strategy, "labels": LABELS}
    assert suggest_passages(texts, proba, 9, seed=1, **options) == suggest_passages(
        texts, proba, 9, seed=1, **options
    )


def test_another_seed_draws_others(pool):
    drawn = [chosen_texts(*pool, 9, strategy="random", seed=seed) for seed in (1, 2)]
    assert drawn[0] != drawn[1]


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_near_duplicates_are_suggested_once_and_labelled_ones_never(strategy):
    first = "The ferry talks between both ports will resume before the summer ends"
    second = "Nobody in the harbour office expects the owners to sign anything soon"
    texts = [first, first.upper() + "!", second, f"{second}.", "A third thing was said.", "…", ""]
    proba = {"outlook": np.full((7, 3), 1 / 3)}
    found = suggest_passages(texts, proba, 7, labels=LABELS, strategy=strategy)
    assert sorted(suggestion.row // 2 for suggestion in found) == [0, 1, 2]
    found = suggest_passages(
        texts, proba, 7, labels=LABELS, strategy=strategy, labelled=[f"“{first}”"]
    )
    assert sorted(suggestion.row // 2 for suggestion in found) == [1, 2]


@pytest.mark.parametrize("strategy", STRATEGIES)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_as_many_as_asked_for_each_with_score_and_reasons(pool, strategy, data):
    texts, proba = pool
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1), min_size=1, unique=True))
    n = data.draw(st.integers(1, 70))
    found = suggest_passages(
        [texts[row] for row in rows],
        {"outlook": proba["outlook"][rows]},
        n,
        labels=LABELS,
        strategy=strategy,
        ids=[f"p{row}" for row in rows],
    )
    assert len(found) == min(n, len(rows))
    assert len({suggestion.row for suggestion in found}) == len(found)
    for suggestion in found:
        assert suggestion.id == f"p{rows[suggestion.row]}"
        assert 0.0 <= suggestion.score <= 1.0
        assert suggestion.reasons
        assert all(suggestion.reasons)


def test_uncertainty_suggests_what_is_unsure_first():
    texts = [f"statement number {word}" for word in ("one", "two", "three", "four")]
    proba = np.array([[0.9, 0.1, 0.0], [0.5, 0.5, 0.0], [1.0, 0.0, 0.0], [0.4, 0.3, 0.3]])
    found = suggest_passages(texts, {"outlook": proba}, 4, labels=LABELS, strategy="uncertainty")
    assert [suggestion.row for suggestion in found] == [3, 1, 0, 2]
    assert found[0].reasons == ("outlook: hopeful .40 or none .30",)
    assert found[3].score == 0.0


def test_rare_finds_the_label_of_which_there_are_few():
    # Of 200 passages the last ten probably hold the label that is 2 of 100 so far.
    rng = np.random.default_rng(5)
    texts = [text for story in range(10) for text in passages_of(story, 20, rng)]
    proba = sure(200)
    proba[190:] = [0.1, 0.5, 0.4]
    options = {"labels": LABELS, "label_counts": {"outlook": [40, 2, 58]}}
    found = suggest_passages(texts, {"outlook": proba}, 10, strategy="rare", **options)
    assert {suggestion.row for suggestion in found} == set(range(190, 200))
    assert found[0].reasons == (
        "outlook: may be the rare label doubtful (.50; 3% of labels so far)",
    )
    drawn = suggest_passages(texts, {"outlook": proba}, 10, strategy="random", **options)
    assert sum(suggestion.row >= 190 for suggestion in drawn) < 5


@pytest.mark.parametrize("seed", range(3))
def test_diversity_meets_the_small_stories_where_chance_meets_the_frequent_ones(seed):
    rng = np.random.default_rng(seed)
    sizes = [120, 60, 30, 15, 8, 8, 8, 8, 8, 8]
    story = np.repeat(np.arange(10), sizes)
    texts = [text for number, n in enumerate(sizes) for text in passages_of(number, n, rng)]
    proba = {"outlook": sure(len(texts))}

    def stories_met(strategy):
        found = suggest_passages(texts, proba, 20, labels=LABELS, strategy=strategy, seed=seed)
        return len({story[suggestion.row] for suggestion in found})

    # Of 20 of 273 passages drawn at random each small story gets 0.6 on average.
    assert stories_met("diversity") >= 8
    assert stories_met("diversity") > stories_met("random")


def test_diversity_stays_away_from_what_is_labelled():
    rng = np.random.default_rng(8)
    texts = [text for story in range(4) for text in passages_of(story, 20, rng)]
    labelled = [text for story in range(3) for text in passages_of(story, 26, rng)[20:]]
    found = suggest_passages(
        texts,
        {"outlook": sure(80)},
        1,
        labels=LABELS,
        strategy="diversity",
        labelled=labelled,
    )
    assert found[0].row >= 60
    assert found[0].reasons == ("little like it is labelled, or suggested before it",)


@pytest.mark.parametrize("seed", range(3))
def test_mix_looks_where_the_model_is_unsure_and_at_every_story_there(seed):
    # In each of ten stories the model is unsure of five passages of 25.
    rng = np.random.default_rng(seed)
    texts = [text for story in range(10) for text in passages_of(story, 25, rng)]
    proba = sure(250, certainty=0.98)
    unsure = np.arange(250) % 25 < 5
    proba[unsure] = [0.4, 0.3, 0.3]

    def met(strategy):
        found = suggest_passages(
            texts, {"outlook": proba}, 20, labels=LABELS, strategy=strategy, seed=seed
        )
        rows = np.array([suggestion.row for suggestion in found])
        return unsure[rows].mean(), len(set(rows // 25))

    share, stories = met("mix")
    assert share >= 0.9
    assert stories == 10
    assert share > met("random")[0] + 0.3


def test_several_axes_count_alike():
    texts = [f"statement number {word}" for word in ("one", "two", "three")]
    proba = {
        "outlook": np.array([[1.0, 0, 0], [1 / 3, 1 / 3, 1 / 3], [1.0, 0, 0]]),
        "posture": np.array([[0.5, 0.5], [0.5, 0.5], [1.0, 0.0]]),
    }
    labels = {**LABELS, "posture": ("firm", "yielding")}
    found = suggest_passages(texts, proba, 3, labels=labels, strategy="uncertainty")
    assert [(suggestion.row, suggestion.score) for suggestion in found] == [
        (1, pytest.approx(1.0)),
        (0, pytest.approx(0.5)),
        (2, 0.0),
    ]
    # An axis that is not asked for has no say.
    found = suggest_passages(texts, proba, 3, labels=LABELS, strategy="uncertainty")
    assert [suggestion.score for suggestion in found] == pytest.approx([1.0, 0.0, 0.0])


@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize(
    "texts",
    [["One thing was said."], ["Same words here.", "Other talk there."], ["水", "火", "7"]],
    ids=["one", "two", "no-word-shared"],
)
def test_small_pools_are_given_whole(strategy, texts):
    proba = {"outlook": sure(len(texts), certainty=1.0)}
    found = suggest_passages(texts, proba, 5, labels=LABELS, strategy=strategy)
    assert sorted(suggestion.row for suggestion in found) == list(range(len(texts)))


def test_nothing_is_suggested_of_nothing():
    empty = {"outlook": np.empty((0, 3))}
    assert suggest_passages([], empty, 5, labels=LABELS) == []
    assert suggest_passages(["…"], {"outlook": sure(1)}, 5, labels=LABELS) == []


PROBA = {"outlook": sure(2)}
BAD = {
    "strategy": ({"strategy": "mixed"}, "there is no strategy 'mixed'; did you mean 'mix'"),
    "n": ({"n": 0}, "n=0, expected 1 or more"),
    "no-axis": ({"labels": {}}, "no axis"),
    "other-axis": ({"labels": {"posture": ("a", "b")}}, "axis 'posture': found no probabilities"),
    "shape": ({"labels": {"outlook": ("a", "b")}}, r"shape \(2, 3\), expected \(2, 2\)"),
    "not-probabilities": ({"probabilities": {"outlook": np.ones((2, 3))}}, "row 0: found"),
    "not-a-number": ({"probabilities": {"outlook": np.full((2, 3), np.nan)}}, "row 0: found"),
    "counts": ({"label_counts": {"outlook": [1, 2]}}, "found 2 label counts, expected 3"),
    "no-counts": ({"label_counts": {}}, "axis 'outlook': found no label counts"),
    "ids": ({"ids": ["a"]}, "found 1 ids for 2 texts"),
}


@pytest.mark.parametrize(("changed", "message"), BAD.values(), ids=BAD)
def test_what_does_not_fit_is_named(changed, message):
    given_ = {"probabilities": PROBA, "n": 1, "labels": LABELS} | changed
    with pytest.raises(CorpusError, match=message):
        suggest_passages(["One thing.", "Another."], given_.pop("probabilities"), **given_)
