import pytest

from stancekit.articles import article_dates, read_article

STAMP = "2034-11-03"
HEAD = "Envoys Meet Again in Harborton\n\n"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(
            "Envoys met on June 12, 2028. They met again on February 27, 2029.",
            'the latest dates of the text are "June 12, 2028" and "February 27, 2029"',
            id="days in full",
        ),
        pytest.param(
            "Envoys met on June 12, 2029. They first met in July 2028.",
            'the latest dates of the text are "July 2028" and "June 12, 2029"',
            id="a day in full and another date",
        ),
        pytest.param(
            "Talks began in 2027. Envoys will meet in Harborton by June 2029.",
            'the text speaks of "will meet in Harborton by June 2029" as still to come',
            id="still to come",
        ),
        pytest.param(
            "Envoys met on June 12, 2028 and February 27, 2029. The deal ends in 2040.",
            'the latest dates of the text are "June 12, 2028" and "February 27, 2029"',
            id="a year behind the stamp is to come either way",
        ),
        pytest.param(
            "Envoys met on March 3, she said. They are to meet again on April 9.",
            'all days told without a year, as "March 3" and "April 9", are months from it',
            id="other months",
        ),
        pytest.param(
            "Envoys met on Tuesday, November 6.",
            '"Tuesday, November 6" is no day of the months around it',
            id="a weekday that does not fit",
        ),
    ],
)
def test_a_stamp_in_doubt(body, words):
    dates = article_dates(read_article(f"{body}\n\nIt rained.", date=STAMP))
    assert dates.reason == f"stamped {STAMP}, while {words}"
    assert dates.likely_crawl_date
    assert (dates.published, dates.stamped) == (None, STAMP)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Envoys met on June 12, 2032. They first met in July 2031.", id="too near"),
        pytest.param("Envoys met on June 12, 2029. On June 12, 2029, it rained.", id="one day"),
        pytest.param("Envoys met on June 12, 2028. They first met on May 3, 2019.", id="far apart"),
        pytest.param("Talks began in 2027, and failed in 2028 and 2029.", id="looks back"),
        pytest.param("In 2027 the envoys said “we will be done by 2029”.", id="quoted"),
        pytest.param("It rained. Envoys met.", id="no date"),
        pytest.param(
            "Envoys met on June 12, 2028 and February 27, 2029. Nothing has moved since 2032.",
            id="a later date",
        ),
        pytest.param("Envoys will meet by 2029. They met on May 3, 2035.", id="a later day"),
        pytest.param("Envoys met on March 3, she said.", id="a day in other months"),
        pytest.param("Envoys met on March 3 and on October 9.", id="one of two in its months"),
        pytest.param("Envoys met on March 3 and April 9, 2033.", id="days of a year that is told"),
        pytest.param("Envoys met on Tuesday, November 6, and Friday, November 3.", id="one fits"),
        pytest.param("Envoys will meet in 2029. " + "It was 2027. " * 300, id="a chronicle"),
    ],
)
def test_a_stamp_that_may_be_right(body):
    dates = article_dates(read_article(f"{body}\n\nIt rained.", date=STAMP))
    assert (dates.published, dates.reason) == (STAMP, "")


@pytest.mark.parametrize("stamp", ["0001-01-01", "1899-12-31", "9999-12-31"])
def test_stamps_that_stand_for_none(stamp):
    article = read_article("Envoys met on Monday, March 3, and on April 9.", date=stamp)
    assert article_dates(article).reason == ""


def test_a_printed_day_that_is_the_stamp():
    text = f"{HEAD}November 3, 2034\n\nTalks will resume in 2028, she said."
    assert article_dates(read_article(text, date=STAMP)).reason == ""


def test_a_printed_day_shows_that_the_stamp_is_wrong():
    text = f"{HEAD}Published : June 18, 2030 - 16:04\n\nTalks that began in 2028 stalled, she said."
    dates = article_dates(read_article(text, date=STAMP))
    assert dates.published == "2030-06-18"
    assert dates.reason.endswith("the page prints 2030-06-18")


def test_published_and_updated():
    text = (
        f"{HEAD}Published : June 18, 2030 - 16:04   Updated : June 19, 2030 - 9:10\n\n"
        "Talks that began in 2028 stalled, she said."
    )
    article = read_article(text)
    dates = article_dates(article)
    assert article.date is None
    assert (dates.published, dates.modified) == ("2030-06-18", "2030-06-19")
    assert (dates.stamped, dates.reason) == (None, "")
    assert [mention.date for mention in dates.in_text] == ["2028"]


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("2031-05-03T16:04:00+09:00", "2031-05-03"),
        ("May 3, 2031", "2031-05-03"),
        ("2031", None),
        ("soon", None),
        ("2032-02-29", "2032-02-29"),
        (None, None),
    ],
)
def test_stamps_as_they_come(stamp, published):
    dates = article_dates(read_article("Talks began in 2028 and 2029.", date=stamp))
    assert (dates.published, dates.stamped) == (published, stamp)


def test_a_copyright_line_is_no_mention():
    text = (
        "Envoys met on June 12, 2028, she said.\n\nThey met on February 27, 2029.\n\n"
        "© 2034 The Ferrow Post"
    )
    assert article_dates(read_article(text, date=STAMP)).likely_crawl_date


def test_a_copyright_line_before_the_stamp():
    text = "Envoys met, she said.\n\nIt rained.\n\n© 2031 The Ferrow Post. All rights reserved."
    words = "its copyright line is of 2031"
    assert article_dates(read_article(text, date=STAMP)).reason == f"stamped {STAMP}, while {words}"


def test_as_a_row():
    article = read_article("Talks began in 2028.", date="2029-01-02")
    assert article_dates(article).to_dict() == {
        "published": "2029-01-02",
        "modified": None,
        "stamped": "2029-01-02",
        "in_text": [{"date": "2028", "start": 15, "end": 19}],
        "likely_crawl_date": False,
        "reason": "",
    }
