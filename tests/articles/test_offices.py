import pytest

from stancekit.articles.offices import is_former, is_seat, was_held, was_in_team


@pytest.mark.parametrize(
    "text",
    [
        "a retired general",
        "an ex-diplomat",
        "formerly the envoy",
        "a top official during her first term",
        "an official during the Farraday administration",
        "an undersecretary under President Farraday",
        "an undersecretary under Farraday said",
        "the envoy from 2011 to 2014",
        "an official in the late 1990s",
        "the envoy until May",
        "the ambassador during the strike in 2007",
        "an adviser to an earlier president",
        "an officer before she founded the Harbour Institute",
    ],
)
def test_an_office_that_is_over(text):
    assert is_former(text)


@pytest.mark.parametrize(
    "text",
    [
        "a general",
        "an official in the Farraday administration",
        "an official acting under Albrook law",
        "the adviser before joining the cabinet",
        "the envoy until now",
        "the undersecretary of trade",
    ],
)
def test_an_office_that_is_held(text):
    assert not is_former(text)


@pytest.mark.parametrize(
    ("text", "office", "over"),
    [
        pytest.param("a former envoy", "envoy", True, id="before the office"),
        pytest.param("an envoy and former pilot", "envoy", False, id="said of another office"),
        pytest.param("an ex-envoy", "envoy", True, id="joined"),
        pytest.param("the former president", "president", False, id="head of state"),
        pytest.param("a former adviser to President Pell", "adviser", True, id="served one"),
    ],
)
def test_whether_the_office_itself_is_over(text, office, over):
    assert was_held(text, text.index(office)) is over


def test_a_seat_is_left_for_good():
    assert is_seat("senators")
    assert not is_seat("Democrat")


def test_who_once_sat_on_a_panel():
    assert was_in_team("a former member of the sanctions panel")
    assert was_in_team("who spent four years on the sanctions panel")
    assert not was_in_team("a member of the sanctions panel")
