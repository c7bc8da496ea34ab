import json

from stancekit.corpus import check_corpus


def rows(*labels, **columns):
    return [
        {
            "id": f"r{n}",
            "text": f"Text {n}.",
            "posture": label,
            "article_id": f"g{n // 2}",
            **columns,
        }
        for n, label in enumerate(labels)
    ]


def test_the_figures(make_corpus):
    given = rows("none", "hawkish", "none", None)
    given[3]["text"] = "Text 0."

    check = check_corpus(make_corpus(given))

    assert (check.n_rows, check.n_groups, check.largest_group) == (4, 2, 2)
    assert check.label_counts == {"posture": {"pragmatic": 0, "hawkish": 1, "none": 2}}
    assert check.n_missing == {"posture": 1}
    assert (check.n_repeated, check.n_distinct) == (1, 3)
    assert check.text_lengths == {"min": 7, "p05": 7, "median": 7, "p95": 7, "max": 7}
    assert check.problems == ()


def test_a_sound_corpus_has_nothing_to_tell(make_corpus):
    given = rows("none", "hawkish", "none", "hawkish", "pragmatic", "pragmatic", "pragmatic")

    check = check_corpus(make_corpus(given))

    assert (check.problems, check.warnings) == ((), ())


def test_one_label_only_is_a_problem(make_corpus):
    check = check_corpus(make_corpus(rows("none", "none", "none")))

    assert check.problems == (
        "axis 'posture': found only the label 'none', expected two or more to learn from",
    )


def test_no_label_is_a_problem(make_corpus):
    check = check_corpus(make_corpus(rows(None, None, None)))

    assert check.problems[0].startswith("axis 'posture': found no label")


def test_one_group_is_a_problem(make_corpus):
    check = check_corpus(make_corpus(rows("none", "hawkish")))

    assert "expected two or more: nothing can be held out" in check.problems[0]


def test_each_row_its_own_group_is_fine_but_told(make_corpus):
    given = rows("none", "hawkish", "none", "hawkish")
    for row in given:
        row["article_id"] = row["id"]

    check = check_corpus(make_corpus(given))

    assert check.problems == ()
    assert "each row is a group of its own (all its values differ)" in check.warnings[0]


def test_labels_in_one_group_or_none_are_told(make_corpus):
    warnings = check_corpus(make_corpus(rows("none", "hawkish", "none", "none"))).warnings

    assert "axis 'posture': the label 'pragmatic' never occurs" in warnings
    assert any("'hawkish' occurs in one group only" in warning for warning in warnings)


def test_equal_texts_with_different_labels(make_corpus):
    given = rows("none", "hawkish", "none", "hawkish")
    given[2]["text"] = given[1]["text"]

    check = check_corpus(make_corpus(given))

    (conflict,) = check.label_conflicts
    assert (conflict.axis, conflict.ids, conflict.labels) == (
        "posture",
        ("r1", "r2"),
        ("hawkish", "none"),
    )
    assert any("first on axis 'posture': rows r1, r2" in warning for warning in check.warnings)


def test_equal_texts_about_different_targets_do_not_conflict(make_corpus):
    given = rows("none", "hawkish", text="Same.")
    given[0]["target"], given[1]["target"] = "ferries", "tolls"

    assert check_corpus(make_corpus(given)).label_conflicts == ()


def test_unexpected_control_characters_are_counted_by_row(make_corpus):
    given = rows("none", "hawkish", "none")
    given[0]["text"] = "a\x00b\x00\tc\n"
    given[1]["text"] = "caf\ufffd \x00"

    assert check_corpus(make_corpus(given)).unexpected_characters == {"U+0000": 2, "U+FFFD": 1}


def test_lengths_reach_a_million(make_corpus):
    given = rows("none", "hawkish", "none")
    given[1]["text"] = "x" * 1_000_000

    assert check_corpus(make_corpus(given)).text_lengths["max"] == 1_000_000


def test_a_selection_without_rows_is_a_problem(make_corpus):
    check = check_corpus(make_corpus(rows("none", "hawkish")).select([]))

    assert check.n_rows == 0
    assert check.problems


def test_the_check_is_plain_data(make_corpus):
    given = json.loads(json.dumps(check_corpus(make_corpus(rows("none", "hawkish"))).to_dict()))

    assert given["label_counts"]["posture"]["none"] == 1
