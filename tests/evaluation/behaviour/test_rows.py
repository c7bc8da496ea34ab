"""What a user's rows add, what a codebook without known poles gets, and what is left out."""

import pytest

from stancekit.codebook import Codebook
from stancekit.evaluation import EvaluationError
from stancekit.evaluation.behaviour import UserRows, check_behaviour, check_stances
from stancekit.evaluation.behaviour.people import PEOPLE
from stancekit.evaluation.behaviour.stances.examples import negated
from stancekit.records import Passage

from .conftest import Texts, labels_of

EXAMPLES = ["The ferry should run on Sundays.", "The bridge ought to be built."]


@pytest.fixture
def ferries():
    return Codebook.from_mapping(
        {
            "name": "ferries",
            "axes": {
                "view": {
                    "absent": "none",
                    "labels": {
                        "for": {"position": 1, "examples": EXAMPLES},
                        "against": {"position": -1, "examples": ["The dock must close."]},
                        "none": {},
                    },
                }
            },
        }
    )


def rows_of(n=60, *, gold=True):
    people = [PEOPLE[i % len(PEOPLE)] for i in range(n)]
    return UserRows(
        passages=[
            Passage(
                text=f"{person.full} of the Ferry Forum said that ferry {i} is late.",
                speaker=person.full,
                affiliation="Ferry Forum",
                outlet="The Daily Pier",
            )
            for i, person in enumerate(people)
        ],
        groups=[f"article {i // 3}" for i in range(n)],
        gold={"view": ["for" if "-" in p.full else "against" for p in people]} if gold else {},
    )


def says(codebook, function):
    return Texts(labels_of(codebook), lambda _, text: function(text))


def by_hyphen(text):
    return "for" if any(p.full in text and "-" in p.full for p in PEOPLE) else "against"


def test_rows_are_changed_for_an_axis_of_unknown_meaning(ferries):
    checks, left_out = check_stances(says(ferries, lambda _: "none"), ferries, rows=rows_of())
    rows = [check for check in checks if check.source == "rows"]
    assert {check.test for check in rows} == {"B1", "B2", "B4", "B6", "B22", "B24"}
    names = next(check for check in rows if check.measure == "label stays")
    assert (names.n, names.n_clusters) == (60, 20)
    assert names.outcome == "cannot be told"
    assert names.note == "no failure in 20 groups of cases; 381 would show it"
    reasons = {one.test: one.reason for one in left_out}
    assert reasons["B3"] == "no row has anything of the kind"
    assert "--poles" in reasons["B17"]
    assert "B22" not in reasons


def test_names_in_place_of_content_give_a_name_learner_away(ferries):
    checks, _ = check_stances(says(ferries, by_hyphen), ferries, rows=rows_of())
    masked, trace = (check for check in checks if check.test == "B22")
    labels = rows_of().gold["view"]
    commonest = max(labels.count("for"), labels.count("against"))
    assert masked.score.value == pytest.approx(1 - commonest / 60)
    assert masked.outcome == "fails"
    assert (trace.score.value, trace.outcome) == (1.0, "reported")
    assert next(c for c in checks if c.test == "B1").outcome == "fails"


def test_names_tell_nothing_of_a_model_that_reads_what_is_said(ferries):
    model = says(ferries, lambda text: "for" if "late" in text else "none")
    checks, _ = check_stances(model, ferries, rows=rows_of())
    assert next(check for check in checks if check.test == "B22").outcome == "passes"


def test_without_rows_only_the_codebooks_examples_are_left(ferries):
    model = says(ferries, lambda text: "for" if "run" in text or "built" in text else "against")
    checks, left_out = check_stances(model, ferries)
    assert {(check.test, check.source) for check in checks} == {("B7", "codebook")}
    turned = checks[0]
    assert (turned.n, turned.score.value) == (3, 0.0)
    assert turned.failures[0].texts == (EXAMPLES[0], "The ferry should not run on Sundays.")
    assert {one.test for one in left_out} >= {"B1", "B6", "B22", "B23", "B24"}


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Tokyo ought to send rice.", "Tokyo ought not to send rice."),
        ("A deal is likely.", "A deal is unlikely."),
        ("A rupture is improbable.", "A rupture is not improbable."),
        ("A thaw is possible soon.", "A thaw is impossible soon."),
        ("Relief would be a mistake.", "Relief would not be a mistake."),
        ("She expects a launch.", "She does not expect a launch."),
        ("Nothing will come of it.", None),
        ("Frith would not go.", None),
        ("Buy rice.", None),
    ],
)
def test_an_example_is_negated_once_or_left_alone(text, turned):
    assert negated(text) == turned


def test_of_many_rows_some_are_drawn(ferries):
    many = rows_of(900)
    drawn = many.sample(3)
    assert len(drawn.passages) == len(drawn.groups) == len(drawn.gold["view"]) == 500
    assert drawn == many.sample(3)
    assert drawn != many.sample(4)
    places = [many.passages.index(passage) for passage in drawn.passages]
    assert places == sorted(places)


def test_columns_of_another_length_are_told():
    with pytest.raises(EvaluationError, match="found 1 values, expected 2"):
        UserRows(passages=[Passage("a"), Passage("b")], groups=["x"], gold={})


def test_what_is_no_probability_is_told(ferries):
    class Wrong:
        def predict_proba(self, X):
            return {"view": [[0.9, 0.9, 0.9]] * len(X)}

    with pytest.raises(EvaluationError, match="behavioural tests, axis 'view'"):
        check_stances(Wrong(), ferries, rows=rows_of())


def test_an_axis_that_the_model_lacks_is_told(ferries):
    class Other:
        def predict_proba(self, X):
            return {"mood": [[1.0]] * len(X)}

    with pytest.raises(EvaluationError, match=r"probabilities for \['mood'\] only"):
        check_stances(Other(), ferries, rows=rows_of())


def test_a_report_is_plain_data_with_every_failing_case(ferries):
    report = check_behaviour(says(ferries, by_hyphen), ferries, rows=rows_of())
    content = report.to_dict()
    failing = [case for check in content["checks"] for case in check["failures"]]
    rows = report.failure_rows()
    assert len(rows) == len(failing) > 0
    assert set(rows[0]) == {
        *("test", "measure", "axis", "source", "case", "texts", "expected", "found"),
        "probabilities",
    }
    section = report.section(shown=1)
    assert all(len(row["failures"]) <= 1 for row in section["rows"])
    assert [row["n_failures"] for row in section["rows"]] == [
        len(check["failures"]) for check in content["checks"]
    ]
    assert sum(content["counts"].values()) == len(content["checks"])
    assert report.check("B1", axis="view", measure="label stays").outcome == "fails"
    with pytest.raises(KeyError, match="B99"):
        report.check("B99")


def test_a_model_needs_its_codebook(ferries):
    with pytest.raises(ValueError, match="without a codebook"):
        check_behaviour(says(ferries, by_hyphen))
