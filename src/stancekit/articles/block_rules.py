"""What kind a line of an article is: one rule a sign, tried in order, `body` where none holds.

To add a rule, add it to `RULES`; to add a phrase to one, add it to ``lexicon/boilerplate.txt``.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from stancekit.articles.block_dates import is_date, is_dated_source, is_place_and_date
from stancekit.articles.block_headings import is_heading, is_other_headline
from stancekit.articles.block_layout import (
    heads_article,
    is_deck,
    is_given_title,
    is_outlet,
    is_outlet_in_capitals,
    is_outlets_note,
    is_trail,
)
from stancekit.articles.block_names import (
    are_names_above,
    is_about_the_writer,
    is_byline,
    is_name_below,
    is_reporters_credit,
    is_staff_byline,
)
from stancekit.articles.block_photos import (
    ends_with_a_credit,
    ends_with_an_agency,
    is_credited_to_outlet,
    is_under_a_video,
    tells_of_a_photograph,
)
from stancekit.articles.block_signs import (
    Place,
    Sign,
    both,
    ends_with,
    has_any,
    holds,
    is_only,
    matches,
    opens_with,
)
from stancekit.articles.block_ui import (
    is_call,
    is_offer,
    is_played,
    is_printed_twice,
    is_ranking,
    is_reading_time,
    is_row_of_page_words,
    is_signed_post,
)
from stancekit.records import BlockKind

_MAIL: Final = r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{2,20})+"
_ADDRESS: Final = r".{0,100}(?:@|twitter|facebook|\d{3}[-. ]\d).{0,60}"


def _has_no_letters(place: Place) -> bool:
    return not any(character.isalpha() for character in place.text)


def _is_place_above(place: Place) -> bool:
    """Tell "HARBORTON, South Ferrow" above the text, a dateline on a line of its own."""
    return place.before_body and place.index > 0 and _is_place(place)


def _is_programme_above(place: Place) -> bool:
    """Tell "From Morning Post" under a title, the programme that a text was broadcast in."""
    return place.before_body and place.titled and _is_programme(place)


_is_place: Final = matches(
    r"[A-Z]{3,}(?: [A-Z]{2,}){0,2}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){1,2}", flags=0
)
_is_programme: Final = matches(r"From(?: [A-Z][\w'\u2019-]*){1,5}", flags=0)


class BlockRule(NamedTuple):
    """A named sign of a kind."""

    name: str
    kind: BlockKind
    holds: Sign


RULES: Final[tuple[BlockRule, ...]] = (
    BlockRule("given_title", "title", is_given_title),
    BlockRule("no_letters", "other", _has_no_letters),
    BlockRule("outlet", "source_credit", is_outlet),
    BlockRule("markup", "other", matches(r"<[^<>]{1,150}>")),
    BlockRule("label", "other", is_only("label")),
    BlockRule("date", "dateline", lambda place: is_date(place.text)),
    BlockRule("source_and_date", "dateline", lambda place: is_dated_source(place.text)),
    BlockRule("place_and_date", "dateline", lambda place: is_place_and_date(place.text)),
    BlockRule(
        "programme", "other", matches(r"(?i:(?:as )?heard on)(?: [A-Z][\w'\u2019-]*){1,6}", flags=0)
    ),
    BlockRule("programme_above", "other", _is_programme_above),
    BlockRule("page_word", "ui", is_only("page alone")),
    BlockRule("page_words", "ui", is_row_of_page_words),
    BlockRule("byline", "byline", lambda place: is_byline(place.text)),
    BlockRule("staff_byline", "byline", is_staff_byline),
    BlockRule("about_the_writer", "contact", is_about_the_writer),
    BlockRule(
        "mail_address",
        "contact",
        both(has_any("@"), matches(rf"(?=.{{0,199}}\Z).{{0,140}}{_MAIL}\W*")),
    ),
    BlockRule("trail", "other", is_trail),
    BlockRule("keywords", "other", opens_with("keywords", words=30)),
    BlockRule("pointer", "related_link", matches(r">> ?\w.{2,150}")),
    BlockRule("caption", "caption", opens_with("caption")),
    BlockRule("video", "caption", is_under_a_video),
    BlockRule("player", "related_link", is_played),
    BlockRule("headline_twice", "related_link", is_printed_twice),
    BlockRule("outlets_note", "source_credit", is_outlets_note),
    BlockRule("outlets_photo", "caption", is_credited_to_outlet),
    BlockRule("photo_credit", "caption", ends_with_a_credit),
    BlockRule("about_a_photograph", "caption", tells_of_a_photograph),
    BlockRule("advertisement", "ui", opens_with("advertisement", words=6)),
    BlockRule("page", "ui", opens_with("page", words=30)),
    BlockRule("reading_time", "ui", is_reading_time),
    BlockRule("call_to_sign_up", "ui", is_call),
    BlockRule("offer", "ui", is_offer),
    BlockRule("ranking", "ui", is_ranking),
    BlockRule("newsletter", "ui", opens_with("newsletter", words=80)),
    BlockRule("newsletter_terms", "ui", holds("newsletter anywhere")),
    BlockRule("embedded_post", "other", opens_with("embedded")),
    BlockRule("signed_post", "other", is_signed_post),
    BlockRule("credit", "source_credit", opens_with("credit", words=40)),
    BlockRule("contributors", "source_credit", holds("credit anywhere", words=40)),
    BlockRule("reporters", "source_credit", is_reporters_credit),
    BlockRule("transcript_note", "other", holds("transcript note", words=40)),
    BlockRule("contact", "contact", both(opens_with("contact", words=25), matches(_ADDRESS))),
    BlockRule("reachable", "contact", holds("contact anywhere", words=25)),
    BlockRule("outlet_in_capitals", "source_credit", is_outlet_in_capitals),
    BlockRule("place", "dateline", _is_place_above),
    BlockRule("names_above", "byline", are_names_above),
    BlockRule("link", "related_link", opens_with("link", words=35)),
    BlockRule("link_behind", "related_link", both(ends_with("read more"), holds("link", words=35))),
    BlockRule("agencys_photo", "caption", ends_with_an_agency),
    BlockRule("headline", "title", heads_article),
    BlockRule("deck", "deck", is_deck),
    BlockRule("portrait", "caption", is_name_below),
    BlockRule("other_headline", "related_link", is_other_headline),
    BlockRule("section_heading", "other", is_heading),
)
