import numpy as np
import pandas as pd
import pytest

from stancekit.corpus import scheme_folds
from stancekit.errors import CorpusError


def frame(n_articles=30, *, per_article=2, speakers=10, **columns):
    """Rows of unlike texts; each speaker has articles of their own."""
    n = n_articles * per_article
    article = np.arange(n) // per_article
    rows = {
        "id": [f"r{row}" for row in range(n)],
        "text": [" ".join(f"w{row}x{i}" for i in range(6)) for row in range(n)],
        "article_id": [f"a{one}" for one in article],
        "speaker": [f"s{one % speakers}" for one in article],
        "outlet": [f"o{one % 3}" for one in article],
        "date": [f"2024-01-{one + 1:02d}" for one in article],
        "stance": ["for" if one % 2 else "against" for one in article],
    }
    return pd.DataFrame({**rows, **columns}, dtype=object)


def folds_of(rows, scheme, **options):
    options = {"axes": ["stance"], "seed": 1, **options}
    return scheme_folds(rows, scheme, groups=rows["article_id"].tolist(), **options)


@pytest.mark.parametrize(
    ("scheme", "column", "n_folds"),
    [("group", "article_id", 5), ("expert", "speaker", 5), ("outlet", "outlet", 3)],
)
def test_whole_values_are_left_out_and_every_row_is_scored_once(scheme, column, n_folds):
    rows = frame()
    folds = folds_of(rows, scheme)
    assert len(folds) == n_folds
    for fit, left in folds:
        assert set(rows[column][fit]).isdisjoint(rows[column][left])
    assert sorted(np.concatenate([left for _, left in folds])) == list(range(60))


def test_rows_of_one_article_are_not_fitted_on_where_another_is_scored():
    # two speakers share each article
    rows = frame(speaker=[f"s{row % 10}" for row in range(60)])
    for fit, left in folds_of(rows, "expert"):
        assert set(rows["article_id"][fit]).isdisjoint(rows["article_id"][left])
        assert set(rows["speaker"][fit]).isdisjoint(rows["speaker"][left])


def test_near_duplicates_are_not_fitted_on_where_one_is_scored():
    rows = frame()
    for one, other in ((0, 2), (10, 14)):
        rows.loc[other, "text"] = rows.loc[one, "text"]
    for fit, left in folds_of(rows, "expert"):
        assert set(rows["text"][fit]).isdisjoint(rows["text"][left])


def test_a_row_without_a_speaker_is_fitted_on_and_never_scored():
    rows = frame()
    rows.loc[:5, "speaker"] = [None, None, "", "", None, None]
    folds = folds_of(rows, "expert")
    scored = np.concatenate([left for _, left in folds])
    assert sorted(scored) == list(range(6, 60))
    assert all(set(range(6)) <= set(fit) for fit, _ in folds)


def test_time_goes_forward():
    rows = frame()
    folds = folds_of(rows, "time")
    assert len(folds) == 4
    for fit, left in folds:
        assert max(rows["date"][fit]) < min(rows["date"][left])
    assert [len(fit) for fit, _ in folds] == [12, 24, 36, 48]


def test_an_article_is_as_late_as_its_latest_row_and_undated_ones_are_left_out():
    rows = frame()
    rows.loc[0, "date"] = "2024-02-01"
    rows.loc[1, "date"] = None  # of the same article
    rows.loc[[2, 3], "date"] = None
    folds = folds_of(rows, "time")
    assert {0, 1} <= set(folds[-1][1])
    assert all({2, 3}.isdisjoint([*fit, *left]) for fit, left in folds)


def test_random_folds_cut_through_articles():
    rows = frame()
    folds = folds_of(rows, "random")
    assert sorted(np.concatenate([left for _, left in folds])) == list(range(60))
    assert any(set(rows["article_id"][fit]) & set(rows["article_id"][left]) for fit, left in folds)


def test_one_seed_one_division():
    first, again, other = (folds_of(frame(), "expert", seed=seed) for seed in (1, 1, 2))
    assert [left.tolist() for _, left in first] == [left.tolist() for _, left in again]
    assert [left.tolist() for _, left in first] != [left.tolist() for _, left in other]


@pytest.mark.parametrize(
    ("scheme", "change", "why"),
    [
        ("outlet", {"outlet": "o"}, "found 1 to leave out in turn"),
        ("outlet", {"outlet": None}, "found 0 to leave out in turn"),
        ("time", {"date": "2024-01-01"}, "found 1 dates to cut at"),
        ("expert", {"article_id": "a"}, "folds have no row to fit"),
    ],
    ids=["one outlet", "no outlet", "one day", "one article"],
)
def test_what_cannot_be_divided_is_told(scheme, change, why):
    with pytest.raises(CorpusError, match=why):
        folds_of(frame().assign(**change), scheme)


def test_a_missing_column_is_told():
    with pytest.raises(CorpusError, match="no column 'outlet'"):
        folds_of(frame().drop(columns="outlet"), "outlet")
