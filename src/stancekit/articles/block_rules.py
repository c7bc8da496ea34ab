"""What kind a line of an article is: one rule a sign, tried in order, `body` where none holds.

To add a rule, add it to `RULES`; to add a phrase to one, add it to ``lexicon/boilerplate.txt``.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from stancekit.articles.block_dates import is_date, is_dated_source
from stancekit.articles.block_layout import (
    heads_article,
    is_credited_to_outlet,
    is_deck,
    is_given_title,
    is_heading,
    is_other_headline,
    is_outlet,
    is_outlet_in_capitals,
    is_outlets_note,
    is_trail,
)
from stancekit.articles.block_signs import (
    Place,
    Sign,
    both,
    ends_with,
    holds,
    is_only,
    matches,
    opens_with,
)
from stancekit.articles.lexicon import word_groups
from stancekit.records import BlockKind

_MONTH: Final = "|".join(sorted(map(re.escape, word_groups("calendar")["months"])))
_AGENCY: Final = "|".join(sorted(word_groups("boilerplate")["agencies"]))
_WORD: Final = r"[A-Z][\w.'\u2019-]*"
_NAME: Final = rf"{_WORD}(?: (?:de |van |von |al-|bin |da |el |la )?{_WORD}){{1,4}}"
_NAMES: Final = rf"{_NAME}(?:(?:,|,? and) {_NAME}){{0,4}}"
_CREDITED: Final = "|".join(
    (
        r"photograph(?:er)?: [^.]{3,60}",
        rf"\| [^|/]{{3,60}}(?:/[\w ]{{2,20}}|{_AGENCY})",
        rf"[\w ]{{2,40}}/(?:{_AGENCY})(?:/[\w ]{{2,20}})?",
        r"reuters/[\w ./-]{3,40}",
        r"\((?:photo|image|credit|ap photo|courtesy)[^()]{2,80}\)",
        r"\([^()]{2,60}\b(?:photo|file|files|handout|pool|release|image)\)",
        r"\((?:pool|file|handout) (?:photo|image)\)",
        r"\((?-i:[A-Z])[\w.'\u2019 -]{2,40}/ ?(?-i:[A-Z])[^()/.]{2,40}\)",
        r"[.!?] (?-i:\((?:[A-Z][\w.'\u2019&-]*(?: for)?(?: |(?=\)))){2,7}\))",
        r"[.] (?-i:[A-Z])[\w'\u2019-]{1,20} (?-i:[A-Z])[\w'\u2019-]{1,20}/(?-i:[A-Z])[\w' ]{2,40}",
        r" / courtesy of [^./]{2,60}",
        r" / [\w ]{2,40} file",
        r" \| (?-i:[A-Z]{2,}(?: [A-Z]{2,}){0,3})",
        r"\[[^\[\]/]{3,60}/[^\[\]/]{2,40}\]",
    )
)
_BYLINE: Final = rf"(?:(?:[A-Z][a-z]+ )?[Bb]y|BY):? {_NAME}.{{0,120}}(?<![.!?])"
_REPORTED: Final = (
    rf"(?:{_NAME}|{_WORD}) reported from {_WORD}.*"
    rf"|.{{0,190}}\b[A-Z][\w-]*(?: in {_WORD})? contributed\."
)
_READING_TIME: Final = (
    r"(?:[\w ]{0,25}\W{0,3})?\d{1,3}(?::\d\d|[ -]?min(?:ute)?s?)\b(?:[^.]{0,40}\W?)"
)
_MAIL: Final = r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{2,20})+"
_ADDRESS: Final = r".{0,100}(?:@|twitter|facebook|\d{3}[-. ]\d).{0,60}"


def _has_no_letters(place: Place) -> bool:
    return not any(character.isalpha() for character in place.text)


def _is_row_of_page_words(place: Place) -> bool:
    """Tell "8 minute read · Share · Save": a short line whose every part is a page's own."""
    if place.n_words > 20:
        return False
    parts = re.split(r"\s+[\u00b7\u2022|/]\s+|\s{2,}", place.text)
    return len(parts) > 1 and all(_PAGE_PART.match(part) for part in parts)


def _is_byline_above(place: Place) -> bool:
    return place.before_body and _is_byline(place)


def _is_place_above(place: Place) -> bool:
    """Tell "HARBORTON, South Ferrow" above the text, a dateline on a line of its own."""
    return place.before_body and place.index > 0 and _is_place(place)


def _is_names_below(place: Place) -> bool:
    """Tell the name under a portrait, inside the text."""
    inside = not place.before_body and not place.text.isupper()
    return inside and place.n_words <= 8 and _is_portrait(place)


def _is_names_above(place: Place) -> bool:
    return place.before_body and place.n_words <= 12 and _is_names(place)


_is_names: Final = matches(rf"{_NAMES}(?:, [A-Z][\w. ]{{2,40}})?", flags=0)


_is_byline: Final = matches(_BYLINE, flags=0)
_is_place: Final = matches(
    r"[A-Z]{3,}(?: [A-Z]{2,}){0,2}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){1,2}", flags=0
)
_is_portrait: Final = matches(
    rf"[A-Z][a-z]{{1,4}}\. {_WORD} {_WORD}(?:, {_NAME})?|{_WORD} {_WORD}, {_NAME}"
    rf"|{_WORD} [A-Z]\w*-[a-z]\w*",
    flags=0,
)
_PAGE_PART: Final = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, word_groups('boilerplate')['page part'])))})\b|\d+ min",
    re.IGNORECASE,
)


class BlockRule(NamedTuple):
    """A named sign of a kind."""

    name: str
    kind: BlockKind
    holds: Sign


RULES: Final[tuple[BlockRule, ...]] = (
    BlockRule("given_title", "title", is_given_title),
    BlockRule("no_letters", "other", _has_no_letters),
    BlockRule("markup", "other", matches(r"<[^<>]{1,150}>")),
    BlockRule("label", "other", is_only("label")),
    BlockRule("date", "dateline", lambda place: is_date(place.text)),
    BlockRule("source_and_date", "dateline", lambda place: is_dated_source(place.text)),
    BlockRule("page_words", "ui", _is_row_of_page_words),
    BlockRule("byline_above", "byline", _is_byline_above),
    BlockRule("mail_address", "contact", matches(rf"(?=.{{0,199}}\Z).{{0,140}}{_MAIL}\W*")),
    BlockRule("trail", "other", is_trail),
    BlockRule("caption", "caption", opens_with("caption")),
    BlockRule("outlets_note", "source_credit", is_outlets_note),
    BlockRule("outlets_photo", "caption", is_credited_to_outlet),
    BlockRule("photo_credit", "caption", ends_with(_CREDITED)),
    BlockRule("advertisement", "ui", opens_with("advertisement", words=6)),
    BlockRule("page", "ui", opens_with("page", words=30)),
    BlockRule("page_word", "ui", is_only("page alone")),
    BlockRule("reading_time", "ui", matches(_READING_TIME)),
    BlockRule("call_to_sign_up", "ui", matches(r".{0,190}(?-i:SIGN (?:ME )?UP|SUBSCRIBE|JOIN)\W*")),
    BlockRule("newsletter", "ui", opens_with("newsletter", words=80)),
    BlockRule("newsletter_terms", "ui", holds("newsletter anywhere")),
    BlockRule("embedded_post", "other", opens_with("embedded")),
    BlockRule("credit", "source_credit", opens_with("credit", words=40)),
    BlockRule("contributors", "source_credit", holds("credit anywhere", words=40)),
    BlockRule("reporters", "source_credit", matches(_REPORTED, flags=0)),
    BlockRule("outlet", "source_credit", is_outlet),
    BlockRule("contact", "contact", both(opens_with("contact", words=25), matches(_ADDRESS))),
    BlockRule("reachable", "contact", holds("contact anywhere", words=25)),
    BlockRule("byline", "byline", matches(_BYLINE, flags=0)),
    BlockRule("outlet_in_capitals", "source_credit", is_outlet_in_capitals),
    BlockRule(
        "place_and_date",
        "dateline",
        matches(rf"[A-Z][A-Z .'/-]{{2,40}},? (?i:{_MONTH}) \d{{1,2}}\b.{{0,30}}", flags=0),
    ),
    BlockRule("place", "dateline", _is_place_above),
    BlockRule("names_above", "byline", _is_names_above),
    BlockRule("link", "related_link", opens_with("link", words=35)),
    BlockRule("link_behind", "related_link", both(ends_with("read more"), holds("link", words=35))),
    BlockRule("headline", "title", heads_article),
    BlockRule("deck", "deck", is_deck),
    BlockRule("portrait", "caption", _is_names_below),
    BlockRule("section_heading", "other", is_heading),
    BlockRule("other_headline", "related_link", is_other_headline),
)
