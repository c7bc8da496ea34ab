"""When an article was published, and whether its stamp is rather when its page was saved.

A stamp is in doubt where the text shows that it was written by some day before, and speaks of
nothing later as past; or where no day that it tells without a year is near the stamp.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, takewhile
from typing import Final

from stancekit.articles.block_dates import day_of, printed_days
from stancekit.articles.date_signs import (
    DateSign,
    end_of,
    signs_of_mentions,
    signs_of_page,
    to_come,
    years_later,
)
from stancekit.articles.dated_mentions import dated_mentions
from stancekit.articles.yearless_days import YearlessDay, yearless_days
from stancekit.records import Article, ArticleDates, DateMention

_SPEAKING: Final = frozenset({"title", "deck", "body", "caption"})
_FEWEST_YEARLESS: Final = 2
_DAYS_AWAY: Final = 100
_YEARS: Final = range(1900, 2100)
"""The years that texts are searched for; 9999 stands for no date."""
_MOST_MENTIONS: Final = 300
"""What tells more dates is a table or a chronicle, which says nothing of its own day."""


def article_dates(article: Article) -> ArticleDates:
    """Give when an article was published and modified, and what dates its text speaks of.

    Examples
    --------
    >>> from stancekit.articles.reading import read_article
    >>> article = read_article("Talks will resume in 2019. They began in 2017.", date="2024-11-03")
    >>> dates = article_dates(article)
    >>> [mention.date for mention in dates.in_text], dates.likely_crawl_date
    (['2019', '2017'], True)
    >>> dates.reason
    'stamped 2024-11-03, while the text speaks of "will resume in 2019" as still to come'
    """
    head = takewhile(lambda block: block.kind != "body", article.blocks)
    published, modified = printed_days(block.text for block in head if block.kind == "dateline")
    mentions = tuple(
        mention
        for block in article.blocks
        if block.kind in _SPEAKING
        for mention in dated_mentions(block.text, block.start)
    )
    stamp = None if article.date is None else day_of(article.date)
    printed = [day for day in (published, modified) if day is not None]
    reason = "" if stamp is None else _doubt(article, stamp, mentions, printed)
    return ArticleDates(
        published=published or (None if reason else stamp),
        modified=article.modified or modified,
        stamped=article.date,
        in_text=mentions,
        likely_crawl_date=bool(reason),
        reason=reason,
    )


def _doubt(
    article: Article, stamp: str, mentions: Sequence[DateMention], printed: Sequence[str]
) -> str:
    """Say why a stamp is likely no day of publication; nothing where it may be one."""
    stamped = date.fromisoformat(stamp)
    if stamp in printed or stamped.year not in _YEARS or len(mentions) > _MOST_MENTIONS:
        return ""
    past = [
        mention
        for mention in mentions
        if to_come(article.text, mention) is None and not _is_behind(mention, stamped)
    ]
    told = max((end_of(mention.date) for mention in past), default=date.min)
    signs = chain(
        _of_printed_days(printed),
        signs_of_mentions(article.text, mentions, past),
        _of_page(article),
        _of_yearless_days(article, stamped, mentions),
    )
    found = next((sign for sign in signs if told <= sign.latest < stamped), None)
    return "" if found is None else f"stamped {stamp}, while {found.words}"


def _is_behind(mention: DateMention, stamped: date) -> bool:
    """Tell a bare year behind a stamp, to come for whoever wrote by then: "Vision 2040"."""
    return mention.date.isdecimal() and int(mention.date) > stamped.year


def _of_printed_days(printed: Sequence[str]) -> Iterator[DateSign]:
    if printed:
        yield DateSign(years_later(end_of(printed[-1]), 1), f"the page prints {printed[-1]}")


def _of_page(article: Article) -> Iterator[DateSign]:
    around = (block.text for block in article.blocks if block.kind not in _SPEAKING)
    yield from signs_of_page(article.text, "\n".join(around))


def _of_yearless_days(
    article: Article, stamped: date, mentions: Sequence[DateMention]
) -> Iterator[DateSign]:
    """Compare the days that are told without a year with the stamp's own months."""
    found = {
        day.words: day
        for block in article.blocks
        if block.kind in _SPEAKING
        for day in yearless_days(article.text, mentions, block.start, block.end)
    }
    days = list(found.values())
    year_before = years_later(stamped, -1)
    if _are_months_away(days, stamped):
        told = " and ".join(f'"{day.words}"' for day in days[:_FEWEST_YEARLESS])
        yield DateSign(year_before, f"all days told without a year, as {told}, are months from it")
    named = [day for day in days if day.weekday is not None]
    if named and not any(day.fits(stamped) for day in named):
        words = f'"{named[0].words}" is no day of the months around it'
        yield DateSign(year_before, words)


def _are_months_away(days: Sequence[YearlessDay], stamped: date) -> bool:
    """Tell days of which none is near a stamp; a single day may be that of any event."""
    if len({(day.month, day.day) for day in days}) < _FEWEST_YEARLESS:
        return False
    return all(day.days_from(stamped) > _DAYS_AWAY for day in days)
