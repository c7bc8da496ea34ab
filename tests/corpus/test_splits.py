import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.codebook import Codebook
from stancekit.corpus import audit_split, group_folds, split_by_column, split_corpus
from stancekit.errors import CorpusError


def frame(n_groups, *, per_group=2, **columns):
    """Rows of unlike texts, `per_group` a group, the label alternating by group."""
    n_rows = n_groups * per_group
    groups = [row // per_group for row in range(n_rows)]
    rows = {
        "id": [f"r{row}" for row in range(n_rows)],
        "text": [" ".join(f"w{row}x{n}" for n in range(6)) for row in range(n_rows)],
        "article_id": [f"g{group}" for group in groups],
        "stance": ["for" if group % 2 else "against" for group in groups],
    }
    return pd.DataFrame({**rows, **columns})


def test_groups_stay_whole_and_labels_are_spread():
    rows = frame(20)

    split = split_corpus(rows, by="group", test_size=0.2, seed=1, axes=["stance"])

    assert sorted([*split.train, *split.test]) == list(range(40))
    assert set(rows["article_id"][split.train]).isdisjoint(rows["article_id"][split.test])
    assert rows["stance"][split.test].value_counts().to_dict() == {"for": 4, "against": 4}
    assert (split.by, split.n_groups, split.warnings, split.warning) == ("group", 20, (), None)


@pytest.mark.parametrize("by", ["group", "random"])
def test_one_seed_one_split(by):
    first, again, other = (split_corpus(frame(20), by=by, seed=seed) for seed in (1, 1, 2))

    assert first.test.tolist() == again.test.tolist()
    assert first.fingerprint == again.fingerprint
    assert first.fingerprint != other.fingerprint


def test_near_duplicates_and_stories_stay_together():
    rows = frame(10, cluster_id=[None] * 20)
    rows.loc[3, "text"] = rows.loc[18, "text"].upper()  # groups 1 and 9
    rows.loc[[0, 8], "cluster_id"] = "flood"  # groups 0 and 4

    for seed in range(5):
        split = split_corpus(rows, by="group", test_size=0.3, seed=seed)
        sides = np.zeros(20)
        sides[split.test] = 1
        assert sides[3] == sides[18]
        assert sides[0] == sides[8]
        assert split.n_groups == 8


def test_time_gives_the_latest_rows_to_the_test():
    dates = [f"2026-01-{1 + row // 2:02d}" for row in range(20)]

    split = split_corpus(frame(10, date=dates), by="time", test_size=0.2, seed=0)

    assert split.test.tolist() == [16, 17, 18, 19]


def test_time_needs_a_date_column():
    with pytest.raises(CorpusError, match="a split by time needs the column 'date'"):
        split_corpus(frame(4), by="time", seed=0)


def test_random_says_that_it_is_optimistic():
    split = split_corpus(frame(20), by="random", test_size=0.25, seed=0, axes=["stance"])

    assert len(split.test) == 10
    assert "optimistic" in split.warning


def test_rows_that_are_their_own_groups_are_told():
    split = split_corpus(frame(10, per_group=1), by="group", seed=0)

    assert "each row is a group of its own" in split.warning


def test_a_label_on_one_side_only_is_told():
    rows = frame(10)
    rows.loc[0, "stance"] = "unsure"

    split = split_corpus(rows, by="group", seed=0, axes=["stance"])

    side = "test" if 0 in split.test else "train"
    assert split.warnings == (f"axis 'stance': the label 'unsure' stands on the {side} side only",)


def test_a_share_that_whole_groups_cannot_give_is_told():
    rows = frame(2, per_group=10)

    split = split_corpus(rows, by="group", test_size=0.2, seed=0)

    assert "the test side holds 50% of the rows where 20% was asked for" in split.warning


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        (frame(1), {}, r"found a single group \(2 rows"),
        (frame(1, per_group=1), {"by": "random"}, "found a single row"),
        (frame(2), {"test_size": 0}, "test_size=0, expected a number between 0 and 1"),
        (frame(2), {"test_size": 1.0}, "test_size=1.0"),
        (frame(2), {"by": "chance"}, "split by 'chance', expected one of group, time, random"),
        (frame(2), {"axes": ["stanse"]}, "no column 'stanse'; did you mean 'stance'"),
        (frame(2), {"group_column": "story"}, "found no column 'story'"),
        (frame(2).iloc[:0], {}, "found no rows to split"),
    ],
    ids=["group", "row", "zero", "one", "kind", "axis", "column", "empty"],
)
def test_what_cannot_be_split_raises(rows, options, message):
    with pytest.raises(CorpusError, match=message):
        split_corpus(rows, **{"by": "group", "seed": 0, **options})


def test_a_corpus_brings_its_axes_and_groups(make_corpus):
    rows = [
        {**row, "posture": "none" if number % 2 else "hawkish", "story": row["article_id"]}
        for number, row in enumerate(frame(10).drop(columns=["stance"]).to_dict("records"))
    ]
    corpus = make_corpus(rows, columns={"group": "story"})

    split = split_corpus(corpus, by="group", test_size=0.2, seed=0)

    assert split.n_groups == 10
    parts = {"train": corpus.select(split.train), "test": corpus.select(split.test)}
    assert parts["test"].labels("posture").count("none") == 2
    audit_split(parts).require_clean()


def test_folds_validate_every_row_once_with_its_group():
    rows = frame(10)

    folds = group_folds(rows, n_splits=5, seed=0, axes=["stance"])

    assert sorted(row for _, validation in folds for row in validation) == list(range(20))
    for train, validation in folds:
        assert set(rows["article_id"][train]).isdisjoint(rows["article_id"][validation])
        assert sorted(rows["stance"][validation]) == ["against", "against", "for", "for"]


@pytest.mark.parametrize(
    ("n_splits", "message"), [(1, "expected 2 or more"), (3, "found 2 groups for 3 folds")]
)
def test_folds_that_cannot_be_made_raise(n_splits, message):
    with pytest.raises(CorpusError, match=message):
        group_folds(frame(2), n_splits=n_splits, seed=0)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=40),
    st.floats(0.05, 0.95),
    st.integers(0, 3),
)
def test_no_group_is_ever_parted(groups, test_size, seed):
    n_rows = len(groups)
    rows = pd.DataFrame(
        {"text": [f"a{n} b{n} c{n} d{n} e{n}" for n in range(n_rows)], "article_id": groups}
    )
    if len(set(groups)) == 1:
        return
    split = split_corpus(rows, by="group", test_size=test_size, seed=seed)

    assert sorted([*split.train, *split.test]) == list(range(n_rows))
    assert len(split.train)
    assert len(split.test)
    assert set(rows["article_id"][split.train]).isdisjoint(rows["article_id"][split.test])


def sided(sides):
    labels = ["for", "against"]
    return [
        {"id": f"r{row}", "text": f"Text {row}.", "split": side, "posture": labels[row % 2]}
        for row, side in enumerate(sides)
    ]


def test_a_column_names_the_sides(make_corpus):
    codebook = Codebook.from_labels({"posture": ["for", "against"]}, name="ferries")
    rows = sided(["test", "train", "validation", "train"])

    sides = split_by_column(make_corpus(rows, codebook=codebook), "split")

    assert {side: corpus.ids for side, corpus in sides.items()} == {
        "train": ["r1", "r3"],
        "validation": ["r2"],
        "test": ["r0"],
    }


@pytest.mark.parametrize(
    ("sides", "column", "message"),
    [
        (["train", "test"], "part", "no column 'part' to split by"),
        (["train", "tset"], "split", "row r1: found 'tset', expected one of train, validation"),
        (["train", None], "split", "row r1: found ''"),
        (["train", "train"], "split", "no row names 'test'"),
    ],
    ids=["no-column", "unknown-side", "empty", "no-test"],
)
def test_a_column_that_names_no_sides_is_refused(make_corpus, sides, column, message):
    codebook = Codebook.from_labels({"posture": ["for", "against"]}, name="ferries")
    with pytest.raises(CorpusError, match=message):
        split_by_column(make_corpus(sided(sides), codebook=codebook), column)
