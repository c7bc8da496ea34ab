import pytest

from stancekit.articles import article_dates, read_article

STAMP = "2034-11-03"
HEAD = "Envoys Meet Again in Harborton\n\n"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(
            "Envoys met on June 12, 2028. They met again on February 27, 2029.",
            "stamped 2034-11-03, while the latest of 2 dates is 2029-02-27; within a year of it "
            "stand 2 dates, 2 told to the day",
            id="days in full",
        ),
        pytest.param(
            "Envoys met on June 12, 2029. They first met in July 2028.",
            "stamped 2034-11-03, while the latest of 2 dates is 2029-06-12; within a year of it "
            "stand 2 dates, 1 told to the day",
            id="a day in full and another date",
        ),
        pytest.param(
            "Envoys met on June 12, 2032. They first met in July 2031.",
            "",
            id="a day in full and another date, too near to tell",
        ),
        pytest.param(
            "Envoys met on June 12, 2029. On June 12, 2029, it rained.", "", id="one day twice"
        ),
        pytest.param(
            "Talks began in 2027. Envoys will meet in Harborton by June 2029.",
            "stamped 2034-11-03, while the latest of 2 dates is 2029-06; the text speaks of "
            "2029-06 as still to come",
            id="still to come",
        ),
        pytest.param("Talks began in 2027, and failed in 2028 and 2029.", "", id="looks back"),
        pytest.param(
            "In 2027 the envoys said “we will be done by 2029”.", "", id="to come for a speaker"
        ),
        pytest.param("Envoys will meet in 2029.", "", id="one mention"),
        pytest.param("It rained. Envoys met.", "", id="none"),
        pytest.param(
            "Envoys met on June 12, 2028 and February 27, 2029. Nothing has moved since 2032.",
            "",
            id="one within two years",
        ),
        pytest.param(
            "Envoys met on June 12, 2028 and February 27, 2029. The deal ends in 2040.",
            "",
            id="one behind the stamp",
        ),
        pytest.param(
            "Envoys met on June 12, 2028. They first met on May 3, 2019.", "", id="days far apart"
        ),
    ],
)
def test_a_stamp_in_doubt(body, reason):
    dates = article_dates(read_article(f"{body}\n\nIt rained.", date=STAMP))
    assert dates.reason == reason
    assert dates.likely_crawl_date is bool(reason)
    assert dates.published == (None if reason else STAMP)
    assert dates.stamped == STAMP


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
