"""When an article was published, and whether its stamp is rather when its page was saved.

A text that only looks back says nothing of when it was written: news of today speaks of "2018" and
says "Tuesday" of its own day. A stamp is in doubt only where, beside being years away from all
dates of the text, the page prints another day, the text tells several dates of its latest year and
days among them in full, or it speaks of a date as still to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from stancekit.articles.block_dates import day_of, printed_days
from stancekit.articles.dated_mentions import dated_mentions
from stancekit.records import Article, ArticleDates, DateMention

_SPEAKING: Final = frozenset({"title", "deck", "body", "caption"})
_FEWEST_MENTIONS: Final = 2
_YEARS_AWAY: Final = 2
_YEARS_AWAY_FOR_ONE_DAY: Final = 3
_DAYS_OF_A_YEAR: Final = 366
_FULL: Final = len("2031-05-03")
_LOOKED_AT: Final = 100
_TO_COME: Final = re.compile(
    r"\b(?:will|(?:is|are) (?:due|expected|scheduled|set|slated|planned)|expires?)\b"
    r"[^.;\"\u201c\u201d]{0,80}\Z"
)


def article_dates(article: Article) -> ArticleDates:
    """Give when an article was published and modified, and what dates its text speaks of.

    Examples
    --------
    >>> from stancekit.articles.reading import read_article
    >>> article = read_article("Talks will resume in 2019. They began in 2017.", date="2024-11-03")
    >>> dates = article_dates(article)
    >>> [mention.date for mention in dates.in_text], dates.likely_crawl_date
    (['2019', '2017'], True)
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
    reason = "" if stamp is None else _doubt(article.text, stamp, mentions, printed)
    return ArticleDates(
        published=published or (None if reason else stamp),
        modified=article.modified or modified,
        stamped=article.date,
        in_text=mentions,
        likely_crawl_date=bool(reason),
        reason=reason,
    )


def _doubt(text: str, stamp: str, mentions: Sequence[DateMention], printed: Sequence[str]) -> str:
    """Say why a stamp is likely no day of publication; nothing where it may be one."""
    told = [*(mention.date for mention in mentions), *printed]
    if len(told) < _FEWEST_MENTIONS or any(
        _end(day) >= _years_before(stamp, _YEARS_AWAY) for day in told
    ):
        return ""
    latest = max(told, key=_end)
    sign = _sign(text, stamp, latest, mentions, printed)
    return sign and f"stamped {stamp}, while the latest of {len(told)} dates is {latest}; {sign}"


def _sign(
    text: str, stamp: str, latest: str, mentions: Sequence[DateMention], printed: Sequence[str]
) -> str:
    """Say what shows that a text was written near the latest date that it tells."""
    if printed:
        return f"the page prints {printed[-1]}"
    near = [m for m in mentions if (_end(latest) - _end(m.date)).days < _DAYS_OF_A_YEAR]
    dates = {mention.date for mention in near}
    days = {told for told in dates if len(told) == _FULL}
    n_years = _YEARS_AWAY if len(days) > 1 else _YEARS_AWAY_FOR_ONE_DAY
    if days and len(dates) > 1 and _end(latest) < _years_before(stamp, n_years):
        return f"within a year of it stand {len(dates)} dates, {len(days)} told to the day"
    coming = next((m for m in near if _is_to_come(text, m)), None)
    return "" if coming is None else f"the text speaks of {coming.date} as still to come"


def _is_to_come(text: str, mention: DateMention) -> bool:
    """Tell a date that the author speaks of as to come; in a quotation it may be an old one's."""
    before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    quoted = before.count("\u201c") > before.count("\u201d") or before.count('"') % 2
    return not quoted and _TO_COME.search(before[-_LOOKED_AT:]) is not None


def _end(told: str) -> date:
    """Give the last day that a date may mean; a month's 28th, which is near enough."""
    year, month, day = (*map(int, told.split("-")), 0, 0)[:3]
    return date(year, month or 12, day or (28 if month else 31))


def _years_before(day: str, n_years: int) -> date:
    stamp = date.fromisoformat(day)
    return date(stamp.year - n_years, stamp.month, min(stamp.day, 28))
