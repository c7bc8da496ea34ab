import pandas as pd

from stancekit.corpus.split_rows import to_split_rows


def test_a_frame_without_ids_goes_by_row_number_and_rows_without_a_group_by_their_id():
    frame = pd.DataFrame({"text": ["One.", "Two."], "article_id": ["x", None]}, index=[7, 9])

    rows = to_split_rows(frame, axes=None, group_column=None)

    assert rows.ids == ["0", "1"]
    assert rows.groups == ["x", "1"]


def test_labels_that_are_missing_are_none():
    frame = pd.DataFrame({"text": ["One.", "Two."], "stance": ["for", float("nan")]})

    assert to_split_rows(frame, axes=["stance"], group_column=None).labels == {
        "stance": ["for", None]
    }


def test_stories_join_the_groups_that_share_one_and_no_others():
    frame = pd.DataFrame(
        {
            "text": [f"Text {n}." for n in range(4)],
            "article_id": ["a", "b", "c", "d"],
            "cluster_id": ["flood", None, "flood", None],
        }
    )

    rows = to_split_rows(frame, axes=None, group_column=None)

    assert rows.joined_groups(seed=0).tolist() == [0, 1, 0, 2]
