import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        pytest.param(["Sogo Ren came."], "Sogo Ren", id="the only one"),
        pytest.param(["Sogo Ren came.", "Sogo Mai left."], None, id="two of them"),
        pytest.param(["It rained.", "It rained.", "Sogo Ren came."], None, id="named only later"),
        pytest.param(["Ren Sogo came."], None, id="not the first word"),
    ],
)
def test_who_was_introduced_by_a_first_word(cast, texts, name):
    found = cast(*texts).find_introduced("Sogo", 1)
    assert (found.full_name if found else None) == name


def test_the_fullest_form_is_the_name(cast):
    people = cast("Mr. Farraday came.", "Colm T. Farraday left.", "Colm Farraday came.")
    assert people.find(["Farraday"], 3).full_name == "Colm T. Farraday"


def surname(number):
    return "Z" + "".join("abcdefghij"[int(digit)] for digit in str(number))


def test_a_name_that_very_many_share_means_nobody(cast):
    people = cast(*(f"Mira {surname(n)} left." for n in range(100, 200)))
    assert people.find(["Mira"], 99) is None
    assert people.n_bearers(["Mira"]) > 1
    assert people.find(["Mira", surname(190)], 99).full_name == f"Mira {surname(190)}"
    assert people.find([surname(190)], 99).full_name == f"Mira {surname(190)}"


def test_two_names_that_very_many_share_apart_mean_nobody_together(cast):
    miras = [f"Mira Oduya {surname(n)} left." for n in range(100, 150)]
    assert cast(*miras).find(["Mira", "Oduya"], 49) is None


def test_an_affiliation_that_is_a_person_is_taken_back(cast):
    people = cast(
        "Ines Oduya, a lawyer for Farraday and a fellow at the Hangang Forum, came.",
        "Colm Farraday left.",
    )
    assert people.find(("Ines", "Oduya"), 1).affiliation == "Farraday"
    people.settle()
    assert people.find(("Ines", "Oduya"), 1).affiliation == "Hangang Forum"


def test_aides_of_a_person_have_no_affiliation():
    text = 'Colm Farraday came.\n\n"We will stay," Farraday aides said.'
    assert [found.speaker.affiliation for found in attribute(text)] == [None]
