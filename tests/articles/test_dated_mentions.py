import pytest

from stancekit.articles.dated_mentions import dated_mentions


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param("They met on June 18, 2030.", ["2030-06-18"], id="day"),
        pytest.param("They met on 18 June 2030.", ["2030-06-18"], id="day first"),
        pytest.param("They met in June 2030.", ["2030-06"], id="month"),
        pytest.param("They met in Sept. 2030.", ["2030-09"], id="month, cut"),
        pytest.param("They met in 2030, and the 2029 round failed.", ["2030", "2029"], id="years"),
        pytest.param("The 2029-30 and 2027–2028 rounds.", ["2029", "2027", "2028"], id="ranges"),
        pytest.param("It fell in the 1990s.", [], id="a decade is no year"),
        pytest.param("They met last year, on June 18.", [], id="no year"),
        pytest.param("Some 2000 troops and 2,030 tents left.", [], id="counts"),
        pytest.param("It cost $2030 under Resolution 2031.", [], id="price and number"),
        pytest.param("Ferrow 2030 was built.", ["2030"], id="a name is no month"),
        pytest.param("June 31, 2030 is no day.", ["2030"], id="no such day"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_dates_of_a_text(text, dates):
    assert [mention.date for mention in dated_mentions(text)] == dates


def test_the_spans_are_those_of_the_article():
    text = "It rained. They met on June 18, 2030 and in 2031."
    spans = [(mention.start, mention.end) for mention in dated_mentions(text[11:], 11)]
    assert [text[start:end] for start, end in spans] == ["June 18, 2030", "2031"]
