"""What kind a line of an article is: one rule a sign, tried in order, `body` where none holds.

To add a rule, add it to `RULES`; to add a phrase to one, add it to ``lexicon/boilerplate.txt``.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from stancekit.articles.block_layout import (
    heads_article,
    is_deck,
    is_given_title,
    is_heading,
    is_other_headline,
    is_outlet,
    is_outlet_in_capitals,
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
_DAY: Final = "|".join(sorted(word_groups("calendar")["days"]))
_AGENCY: Final = "|".join(sorted(word_groups("boilerplate")["agencies"]))
_WORD: Final = r"[A-Z][\w.'\u2019-]*"
_NAME: Final = rf"{_WORD}(?: (?:de |van |von |al-|bin |da |el |la )?{_WORD}){{1,4}}"
_NAMES: Final = rf"{_NAME}(?:(?:,|,? and) {_NAME}){{0,4}}"
_DATE: Final = (
    rf"(?:\d{{1,2}} (?:{_MONTH}),? \d{{4}}|(?:{_MONTH}) \d{{1,2}}(?:,? \d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_DATELINE: Final = (
    rf"(?i:(?:(?:published|updated|posted)\W*)?(?:(?:{_DAY}),? )?{_DATE})"
    r"(?:[^a-z]|am\b|pm\b|a\.m\.|p\.m\.|at\b|updated\b){0,40}"
)
_CREDITED: Final = "|".join(
    (
        r"photograph(?:er)?: [^.]{3,60}",
        rf"\| [^|/]{{3,60}}(?:/[\w ]{{2,20}}|{_AGENCY})",
        rf"[\w ]{{2,40}}/(?:{_AGENCY})(?:/[\w ]{{2,20}})?",
        r"reuters/[\w ./-]{3,40}",
        r"\((?:photo|image|credit|ap photo)[^()]{2,80}\)",
        r"\[[^\[\]/]{3,60}/[^\[\]/]{2,40}\]",
    )
)
_ADDRESS: Final = r".{0,100}(?:@|twitter|facebook|\d{3}[-. ]\d).{0,60}"


def _has_no_letters(place: Place) -> bool:
    return not any(character.isalpha() for character in place.text)


def _is_names_above(place: Place) -> bool:
    return place.before_body and place.n_words <= 12 and _is_names(place)


_is_names: Final = matches(rf"{_NAMES}(?:, [A-Z][\w. ]{{2,40}})?", flags=0)


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
    BlockRule("caption", "caption", opens_with("caption")),
    BlockRule("photo_credit", "caption", ends_with(_CREDITED)),
    BlockRule("advertisement", "ui", opens_with("advertisement", words=6)),
    BlockRule("page", "ui", opens_with("page", words=30)),
    BlockRule("page_word", "ui", is_only("page alone")),
    BlockRule("newsletter", "ui", opens_with("newsletter", words=80)),
    BlockRule("newsletter_terms", "ui", holds("newsletter anywhere")),
    BlockRule("embedded_post", "other", opens_with("embedded")),
    BlockRule("credit", "source_credit", opens_with("credit", words=40)),
    BlockRule("contributors", "source_credit", holds("credit anywhere", words=40)),
    BlockRule("outlet", "source_credit", is_outlet),
    BlockRule("contact", "contact", both(opens_with("contact", words=25), matches(_ADDRESS))),
    BlockRule("mail_address", "contact", matches(r"\S{1,60}@[\w-]{1,60}\.[\w.]{2,20}\W*")),
    BlockRule(
        "byline",
        "byline",
        matches(rf"(?:[Bb]y|BY|Words by):? {_NAME}.{{0,120}}(?<![.!?])", flags=0),
    ),
    BlockRule("outlet_in_capitals", "source_credit", is_outlet_in_capitals),
    BlockRule("date", "dateline", matches(_DATELINE, flags=0)),
    BlockRule(
        "place_and_date",
        "dateline",
        matches(rf"[A-Z][A-Z .'/-]{{2,40}},? (?i:{_MONTH}) \d{{1,2}}\b.{{0,30}}", flags=0),
    ),
    BlockRule("names_above", "byline", _is_names_above),
    BlockRule("link", "related_link", opens_with("link", words=35)),
    BlockRule("link_behind", "related_link", both(ends_with("read more"), holds("link", words=35))),
    BlockRule("headline", "title", heads_article),
    BlockRule("deck", "deck", is_deck),
    BlockRule("section_heading", "other", is_heading),
    BlockRule("other_headline", "related_link", is_other_headline),
)
