import pytest

from stancekit.corpus.columns import default_group_column, name_columns
from stancekit.corpus.table import Table
from stancekit.errors import CorpusError


def table(*names):
    return Table("a.csv", {name: [f"{name} value"] for name in names}, [2], "digest")


def name(given, *, columns=None, axes=None, known_axes=None):
    return name_columns(given, columns=columns, axes=axes, known_axes=known_axes)


def test_standard_columns_come_first_then_axes_then_the_rest():
    given = table("year", "label", "sentence", "id")

    naming = name(given, columns={"text": "sentence"}, axes={"stance": "label"})

    assert naming.apply(given) == {
        "id": ["id value"],
        "text": ["sentence value"],
        "stance": ["label value"],
        "year": ["year value"],
    }
    assert naming.problems == ()


def test_a_displaced_column_is_kept_under_another_name():
    given = table("text", "target", "topic", "label")

    naming = name(given, columns={"target": "topic"}, axes={"stance": "label"})

    content = naming.apply(given)
    assert content["target"] == ["topic value"]
    assert content["original_target"] == ["target value"]


def test_a_displaced_column_displaces_no_other():
    given = table("text", "target", "original_target", "topic", "stance")

    content = name(given, columns={"target": "topic"}, known_axes=["stance"]).apply(given)

    assert content["original_target"] == ["original_target value"]
    assert content["original_original_target"] == ["target value"]


def test_a_column_mapped_to_none_is_looked_for_under_its_own_name():
    given = table("text", "target", "stance")

    content = name(given, columns={"target": None}, known_axes=["stance"]).apply(given)

    assert content["target"] == ["target value"]


@pytest.mark.parametrize(
    ("names", "columns", "expected"),
    [
        (["text", "article_id", "cluster_id"], {}, "article_id"),
        (["text", "cluster_id"], {}, "cluster_id"),
        (["text"], {}, None),
        (["text", "story"], {"group": "story"}, "story"),
        (["text", "doc"], {"group": "doc", "article_id": "doc"}, "article_id"),
        (["text", "doc"], {"group": "article_id", "article_id": "doc"}, "article_id"),
        (
            ["text", "doc", "article_id"],
            {"group": "article_id", "article_id": "doc"},
            "original_article_id",
        ),
    ],
    ids=["article", "cluster", "none", "own", "renamed", "standard name", "displaced"],
)
def test_the_group_column(names, columns, expected):
    given = table(*names, "stance")

    naming = name(given, columns=columns, known_axes=["stance"])

    content = naming.apply(given)
    assert naming.problems == ()
    assert naming.group_column(content) == expected
    assert expected is None or expected in content


def test_axes_default_to_those_of_the_codebook_that_are_columns_in_its_order():
    naming = name(table("text", "outlook", "posture"), known_axes=["posture", "mood", "outlook"])

    assert naming.axes == ("posture", "outlook")


def test_named_axes_follow_the_codebook_order():
    naming = name(
        table("text", "a", "b"),
        axes={"outlook": "a", "posture": "b"},
        known_axes=["posture", "outlook"],
    )

    assert naming.axes == ("posture", "outlook")
    assert naming.sources["posture"] == "b"


def test_every_missing_column_is_a_problem_with_the_nearest_name():
    naming = name(
        table("sentence", "postur"),
        columns={"group": "article"},
        axes={"posture": "posture"},
        known_axes=["posture"],
    )

    problems = {problem.column: problem.expected for problem in naming.problems}
    assert set(problems) == {"text", "article", "posture"}
    assert "did you mean 'postur'?" in problems["posture"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"columns": {"txt": "a"}}, "'txt' is not a standard column; did you mean 'text'"),
        ({"axes": {"postur": "a"}, "known_axes": ["posture"]}, "no axis 'postur'; did you mean"),
        ({"axes": {"target": "a"}}, "an axis cannot be called 'target'"),
        ({"known_axes": ["posture"]}, "found no axis among the columns 'text', 'a'"),
        ({}, "expected a codebook, or the column of each axis"),
    ],
    ids=["standard column", "axis", "axis with a standard name", "no codebook axis", "no axis"],
)
def test_mappings_that_cannot_be_meant_raise(options, message):
    with pytest.raises(CorpusError, match=message):
        name(table("text", "a"), **options)


def test_default_group_column_prefers_the_article():
    assert default_group_column(["cluster_id", "article_id"]) == "article_id"
