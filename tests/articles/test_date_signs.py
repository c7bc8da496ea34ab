from datetime import date

import pytest

from stancekit.articles.date_signs import (
    end_of,
    signs_of_mentions,
    signs_of_page,
    to_come,
    years_later,
)
from stancekit.articles.dated_mentions import dated_mentions


def first_sign(text):
    mentions = dated_mentions(text)
    past = [mention for mention in mentions if to_come(text, mention) is None]
    found = next(signs_of_mentions(text, mentions, past), None)
    return None if found is None else (found.latest.isoformat(), found.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Envoys will meet in June 2031.", "will meet in June 2031"),
        ("They are set to vote by the end of 2031.", "are set to vote by the end of 2031"),
        ("They may return in early 2031.", "may return in early 2031"),
        ("The accord expires in 2031.", "expires in 2031"),
        ("They seek a cut of half by 2031.", "by 2031"),
        ("The pact is in force until 2031.", "is in force until 2031"),
        ("The ferry board, headed into 2031, is split.", "headed into 2031"),
    ],
)
def test_to_come(text, words):
    (mention,) = dated_mentions(text)
    found = to_come(text, mention)
    assert found is not None
    assert f"{found.group()}{text[mention.start : mention.end]}" == words
    assert first_sign(text) == (
        end_of(mention.date).isoformat(),
        f'the text speaks of "{words}" as still to come',
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was to be done by 2031.", id="was"),
        pytest.param("By 2031, it had failed.", id="opens the sentence"),
        pytest.param("It failed, and by 2031 nobody met.", id="opens a clause"),
        pytest.param("She served until 2031.", id="served until"),
        pytest.param("They will revive what they let lapse in 2031.", id="another verb"),
        pytest.param("They will sue, since the court ruled so in 2031.", id="a reason"),
        pytest.param("They will discuss the role of the 2031 accord.", id="a name"),
        pytest.param("They may have met in 2031.", id="may have"),
        pytest.param('She said: "We will meet in 2031."', id="quoted"),
        pytest.param("“We will meet in 2031,” she said.", id="quoted, curly"),
        pytest.param("They will meet. It rained in 2031.", id="another sentence"),
        pytest.param("They will meet\nRain in 2031", id="another line"),
    ],
)
def test_not_to_come(text):
    assert first_sign(text) is None


@pytest.mark.parametrize(
    ("text", "latest", "words"),
    [
        ("Trade rose so far in 2031.", 2032, '"so far in 2031" as just past'),
        ("It fell in the first half of 2031.", 2032, '"the first half of 2031" as just past'),
        ("They met at last year's 2031 forum.", 2032, '"last year\'s 2031" as just past'),
        ("They met in May 2031, last year.", 2032, '"May 2031, last year" as just past'),
    ],
)
def test_just_been(text, latest, words):
    assert first_sign(text) == (f"{latest}-12-31", f"the text speaks of {words}")


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("It is the 60th anniversary of the 1971 truce.", 2032),
        ("Sixty years ago, in 1971, it rained.", 2032),
        ("Forty-two years since the 1971 truce, it rains.", 2014),
        ("Twenty years after the 1994 accord, it rains.", 2015),
        ("Two years after the 1994 accord, it failed.", None),
    ],
)
def test_counts_of_years(text, latest):
    found = first_sign(text)
    assert found is None if latest is None else found[0] == f"{latest}-12-31"


def test_posts():
    text = "No! — Ines Oduya (@oduya) May 3, 2031. No! — Ines Oduya (@oduya) June 4, 2030"
    words = "the latest post that it shows is of 2031-05-03"
    assert first_sign(text) == ("2032-05-03", words)


def test_many_dates():
    text = ", ".join(f"in {year}" for year in range(2020, 2028))
    words = '"2027" is the latest of the 8 dates of the text'
    assert first_sign(text) == ("2031-12-31", words)
    assert first_sign(text.removesuffix(", in 2027")) is None


@pytest.mark.parametrize(
    ("text", "around", "latest", "words"),
    [
        pytest.param(
            "More: https://ferrow.example/news/2031/05/03/ferry-talks/",
            "",
            date(2032, 5, 3),
            "an address in it tells 2031-05-03",
            id="address",
        ),
        pytest.param(
            "", "Copyright © 2031 The Ferrow Post", date(2032, 12, 31), None, id="copyright"
        ),
        pytest.param("", "(c) 2031 The Ferrow Post", date(2032, 12, 31), None, id="letter c"),
        pytest.param("", "The copyright of ferry plans, settled in 2031", None, None, id="a law"),
        pytest.param("https://ferrow.example/a/20310503", "", None, None, id="a number"),
    ],
)
def test_the_page(text, around, latest, words):
    found = next(signs_of_page(text, around), None)
    assert (None if found is None else found.latest) == latest
    if found is not None:
        assert found.words == (words or "its copyright line is of 2031")


def test_a_leap_day_later():
    assert years_later(date(2032, 2, 29), 1) == date(2033, 2, 28)
    assert years_later(date(2032, 12, 31), -1) == date(2031, 12, 31)
