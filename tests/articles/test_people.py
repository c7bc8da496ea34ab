import pytest

from stancekit.articles import attribute
from stancekit.articles.people import Cast
from stancekit.articles.sightings import sightings


@pytest.fixture
def cast(sentence):
    """Give a function that reads a cast from sentences, one a paragraph."""

    def read(*texts):
        people = Cast()
        for number, text in enumerate(texts):
            for name in sightings(sentence(text).tokens):
                people.note(name, number)
        return people

    return read


@pytest.mark.parametrize(
    ("full", "short"),
    [
        pytest.param("Baek Ro-eun", "Baek", id="Korean, hyphen"),
        pytest.param("Kim Ro Eun", "Kim", id="Korean, three words"),
        pytest.param("Namgung Da-on", "Namgung", id="Korean, two-syllable family name"),
        pytest.param("Ro-eun Baek", "Baek", id="Korean, Western order"),
        pytest.param("Renji Ishizuka", "Ishizuka", id="Japanese, Western order"),
        pytest.param("ISHIZUKA Renji", "ISHIZUKA", id="Japanese, capitals"),
        pytest.param("Kelvin Mok Ka-ho", "Mok", id="Western given name, Chinese name"),
        pytest.param("Dang Hoai Vy", "Vy", id="Vietnamese, given name last"),
        pytest.param("Dang Hoai Vy", "Dang", id="Vietnamese, family name first"),
        pytest.param("Colm T. Farraday", "Farraday", id="initial"),
        pytest.param("Ines van Houten", "Houten", id="particle"),
    ],
)
def test_short_forms(cast, full, short):
    people = cast(f"{full} came.")
    assert people.find([short], 0).full_name.split()[0] == full.split()[0]


def test_a_western_given_name_is_no_short_form(cast):
    assert cast("Scott Farraday came.").find(["Scott"], 0) is None


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


def test_namesakes_mean_whoever_spoke_or_nobody(cast):
    people = cast("Kim Da-on and, later, Kim Ro-eun came.")
    assert people.find(["Kim"], 1) is None
    assert people.n_bearers(["Kim"]) == 2
    people.find(["Kim", "Ro-eun"], 0).spoken.append(0)
    assert people.find(["Kim"], 1).full_name == "Kim Ro-eun"
    people.find(["Kim", "Da-on"], 0).spoken.append(1)
    assert people.find(["Kim"], 2) is None


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


def test_a_title_tells_namesakes_apart():
    found = attribute(
        "Kim Ro-eun, an analyst, said that talks failed.\n\nPresident Kim said that they go on."
        "\n\nBut Kim, the analyst, said that they failed."
    )
    assert [a.speaker.name for a in found] == ["Kim Ro-eun", "Kim", "Kim Ro-eun"]


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
