import pytest


def test_descriptions_give_role_affiliation_and_gender(cast):
    people = cast("Ms. Oduya came.", "Ines Oduya, 45, a fellow at the Hangang Forum, left.")
    person = people.find(["Oduya"], 1)
    assert (person.role, person.affiliation, person.gender) == ("expert", "Hangang Forum", "she")


def test_an_office_held_now_wins_over_a_former_one(cast):
    people = cast("Colm Farraday, a former ambassador, came.", "Secretary Colm Farraday left.")
    assert people.find(["Farraday"], 1).role == "official"


@pytest.mark.parametrize(
    ("texts", "role"),
    [
        pytest.param(
            ["Gen. Colm Farraday, a fellow at the Hangang Forum, left."], "expert", id="rank"
        ),
        pytest.param(["Gen. Colm Farraday left."], "official", id="rank alone"),
        pytest.param(
            ["Colonel Colm Farraday, a ministry spokesman, left."], "spokesperson", id="speaks for"
        ),
        pytest.param(
            ["Former governor Colm Farraday left.", "Colm Farraday, the nominee, left."],
            "politician",
            id="runs again",
        ),
        pytest.param(["The Farraday administration left."], "official", id="administration"),
        pytest.param(["Colm Farraday, who met the minister, left."], "unknown", id="met one"),
        pytest.param(["Colm Farraday, who is a minister, left."], "official", id="is one"),
        pytest.param(
            ["Former Secretary of State Colm Farraday left."], "expert", id="former, department"
        ),
    ],
)
def test_roles_of_people(cast, texts, role):
    assert cast(*texts).find(["Farraday"], 1).role == role


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Critics accused Colm Farraday of lying to voters.", id="verb before, clause behind"
        ),
        pytest.param("In talks with Colm Farraday, officials said no.", id="clause behind a comma"),
    ],
)
def test_neighbouring_words_describe_nobody(cast, text):
    assert cast(text).find(["Farraday"], 0).role == "unknown"
