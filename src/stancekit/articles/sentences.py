"""Where sentences begin and end, and the sentences that carry a statement.

The rules are those of news English: titles and initials do not end a sentence, an abbreviation that
may stand last (``U.S.``, ``Inc.``) ends one only before a word that opens sentences, and a question
inside quotation marks goes on where its cue follows (``"Why now?" asked Baek``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.scanning import matches_from
from stancekit.records import Span
from stancekit.typography import (
    APOSTROPHES,
    CLOSING,
    DOUBLE_CLOSE,
    DOUBLE_OPEN,
    DOUBLE_STRAIGHT,
    OPENING,
)

_ABBREVIATIONS: Final = word_groups("abbreviations")
_BOUNDARY: Final = re.compile(
    rf"(?P<blank>\n[ \t\r]*\n\s*)"
    rf"|(?<![.!?\u2026])(?P<mark>[.!?\u2026]+)(?P<close>[{re.escape(CLOSING)}]*)"
    rf"(?P<gap>\s+|(?<=[.?!][{DOUBLE_CLOSE}{DOUBLE_STRAIGHT}])(?=[A-Z][a-z])"
    rf"|(?<=[a-z]\.)(?=[{DOUBLE_OPEN}][A-Z]))"
    rf"(?=(?P<open>[{re.escape(OPENING)}]*)(?P<next>[^\W_][\w.{APOSTROPHES}]*|[^\w\s]))"
)
_MAY_BE_BOUNDARY: Final = re.compile(r"[.!?\u2026\n]")
_LAST_WORD: Final = re.compile(r"[^\W_][\w.]*\Z")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_NAMED: Final = re.compile(
    r"(?:van|von|de|del|della|der|den|la|al|el|bin|ibn)[ -](?:\w{2,3} )?[A-Z]"
)
"""A name whose small first word may open a sentence: "Talks failed. van Ederveen left"."""
_SPOKE: Final = re.compile(r"(?:[A-Z][\w.'\u2019-]*\s+){1,3}said(?:\s+[A-Z][a-z]+day)?[.,](?!\w)")
"""A clause that can only close the quotation before it: "Johnson said Monday."."""
_ASKED: Final = re.compile(
    r"(?:[^\W\d_][\w.'\u2019-]*\s+){0,4}(?:said|says|asked|asks|wondered|wonders|wrote|writes"
    r"|added|adds|told|tweeted|exclaimed|cried|shouted)\b"
)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Give the spans of the sentences in ``text[start:end]``, without their outer white space.

    Every character that is not white space lies in exactly one span. A blank line ends a sentence
    whatever stands before it.

    Examples
    --------
    >>> text = 'Dr. Baek left the U.S. in May. "Why now?" he asked. Nobody knew.'
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['Dr. Baek left the U.S. in May.', '"Why now?" he asked.', 'Nobody knew.']
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in matches_from(_MAY_BE_BOUNDARY, _BOUNDARY, text, start, end):
        if match["blank"] is None and not _ends_sentence(text, match, begin):
            continue
        stop = match.start() if match["blank"] is not None else match.start("gap")
        _append_trimmed(spans, text, begin, stop)
        begin = match.end()
    _append_trimmed(spans, text, begin, end)
    return spans


def statement_text(
    text: str, paragraph_start: int, paragraph_end: int, spans: Iterable[Span]
) -> str:
    """Give the sentences of a paragraph that share a character with any of `spans`, as they stand.

    Neighbouring sentences keep the white space between them; where a sentence is left out, one
    blank joins the rest. Without a span inside the paragraph the result is empty.

    Examples
    --------
    >>> text = "Talks ended. Baek blamed both sides. It rained."
    >>> statement_text(text, 0, len(text), [(13, 17)])
    'Baek blamed both sides.'
    """
    return sentences_text(text, sentence_spans(text, paragraph_start, paragraph_end), spans)


def sentences_text(text: str, sentences: Sequence[Span], spans: Iterable[Span]) -> str:
    """Give those of some sentences in order that share a character with any of `spans`."""
    starts = [begin for begin, _ in sentences]
    kept: set[int] = set()
    for begin, stop in spans:
        first = max(0, bisect_right(starts, begin) - 1)
        last = bisect_left(starts, stop)
        kept.update(i for i in range(first, last) if begin < sentences[i][1])
    runs: list[Span] = []
    for i in sorted(kept):
        begin, stop = sentences[i]
        if i - 1 in kept:
            runs[-1] = (runs[-1][0], stop)
        else:
            runs.append((begin, stop))
    return " ".join(text[begin:stop] for begin, stop in runs)


def _append_trimmed(spans: list[Span], text: str, begin: int, stop: int) -> None:
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if begin < stop:
        spans.append((begin, stop))


def _ends_sentence(text: str, match: re.Match[str], begin: int) -> bool:
    """Tell whether the mark that was found ends a sentence rather than an abbreviation."""
    following = match["next"]
    if following[0].islower() and _NAMED.match(text, match.end()) is None:
        return False
    if match["close"] and _SPOKE.match(text, match.end()) is not None:
        return False
    if match["mark"] == "." and not match["close"]:
        return not _is_abbreviation(text, match, begin)
    if match["close"] and match["mark"][-1] in "?!":
        return _ASKED.match(text, match.end()) is None
    return True


def _is_abbreviation(text: str, match: re.Match[str], begin: int) -> bool:
    # 24 characters hold every abbreviation that is listed; a bounded window keeps the scan linear.
    word = _LAST_WORD.search(text, max(begin, match.start() - 24), match.start())
    if word is None:
        return False
    last = word.group()
    if last.lower() in _ABBREVIATIONS["never last"]:
        return last.lower() != "no" or match["next"][0].isdigit()
    if last == "I":
        return False
    if last.lower() in _ABBREVIATIONS["may be last"] or _INITIALS.fullmatch(last):
        return match["next"] not in _ABBREVIATIONS["openers"] and not match["open"]
    return False
