"""What is changed in a passage and must not change its label.

Each change gives the passage anew, or ``None`` where the text has nothing of the kind. They work on
sentences of our own and on a user's rows alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from stancekit.evaluation.behaviour.people import PEOPLE
from stancekit.evaluation.behaviour.places import BACKGROUND, INSTITUTES, OUTLETS
from stancekit.evaluation.behaviour.sentences.clauses import capital
from stancekit.records import Passage

Change = Callable[[Passage], Passage | None]

_STATE = re.compile(
    r"\b(?:Ministry|Department|Government|Office|Agency|Army|Navy|Command|Embassy|House|Senate"
    r"|Parliament|Congress|Committee|Commission|Party)\b"
)
_BODIES = re.compile(
    rf"{_STATE.pattern}|\b(?:Council|Association|Institute|Bank|Union|Center|Centre|University)\b"
)
_PLACED = re.compile(r"-based | in [A-Z]")
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "der", "di", "la", "van", "von"})


def other_name(passage: Passage, draw: Random) -> Passage | None:
    """Give the speaker another name everywhere in the text; a body or country keeps its own."""
    if not passage.speaker or " " not in passage.speaker or _BODIES.search(passage.speaker):
        return None
    words = passage.text.lower().split()
    people = [p for p in PEOPLE if not set(p.full.lower().split()) & set(words)]
    he = _pronoun(passage.text)
    person = draw.choice([p for p in people if he in (None, p.he)])
    text = _phrase(passage.speaker).sub(person.full, passage.text)
    for part in sorted(passage.speaker.split(), key=len, reverse=True):
        if len(part) > 1 and part[0].isupper() and part.lower() not in _PARTICLES:
            text = re.sub(rf"(?<![\w-]){re.escape(part)}(?![\w-])", person.short, text)
    return None if text == passage.text else replace(passage, text=text, speaker=person.full)


def other_affiliation(passage: Passage, draw: Random) -> Passage | None:
    """Put another institute, in another country, in place of the speaker's; a state's stays."""
    bare = (passage.affiliation or "").removeprefix("the ")
    if " " not in bare or _STATE.search(bare) or bare in (passage.speaker or ""):
        return None
    # "South Korea's Dongbaek Institute", "the Moselle Institute in Luxembourg": placed already.
    placed = re.search(rf"\w['\u2019]s? {re.escape(bare)}|{re.escape(bare)},? in\b", passage.text)
    institute = draw.choice(
        [name for name in INSTITUTES if bare not in name and not (placed and _PLACED.search(name))]
    )
    text = _renamed(passage.text, bare, institute)
    if text == passage.text:
        return None
    return replace(passage, text=text, affiliation=institute.removeprefix("the "))


def other_outlet(passage: Passage, draw: Random) -> Passage | None:
    """Put another outlet in place of the one that is named."""
    known = (
        (name or "").removeprefix("the ").removeprefix("The ")
        for name in (passage.outlet, *OUTLETS)
    )
    bare = next((name for name in known if name and name in passage.text), None)
    if bare is None:
        return None
    outlet = draw.choice([name for name in OUTLETS if bare not in name])
    return replace(passage, text=_renamed(passage.text, bare, outlet), outlet=outlet)


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})(?:,? \d{{4}})?\b"), "that day"),
    (re.compile(rf"\b(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?\b(?! per)"), "that day"),
    (re.compile(rf"\b(?:{_MONTHS}) (?:of )?\d{{4}}\b"), "that month"),
    (re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"), "on that day"),
    (re.compile(r"(?<=\b(?:[Ii]n|of|by) )(?:19|20)\d{2}\b(?!-)"), "that year"),
    (re.compile(r"(?<=\bsince )(?:19|20)\d{2}\b(?!-)"), "that year"),
)
_OFFICES = "President|Prime Minister|Chancellor|Premier|Chairman|General Secretary"
_LEADERS = re.compile(
    rf"\b(?:(?:{_OFFICES}) )(?:[A-Z][\w\u00c0-\u024f-]+)(?: [A-Z][\w\u00c0-\u024f-]+){{0,2}}"
    r"|\b(?:Kim Jong[ -][Uu]n|Xi Jinping|Vladimir Putin|Donald Trump|Joe Biden|Moon Jae-in"
    r"|Yoon Suk[ -][Yy]eol|Hassan Rouhani|Ebrahim Raisi|Masoud Pezeshkian|Shinzo Abe"
    r"|Fumio Kishida|Ferdinand Marcos Jr|Rodrigo Duterte|Lee Jae-myung)\b"
)
_CAPITALS = re.compile(
    r"(?<![Tt]he )(?<![A-Za-z] of )\b(?:Washington|Seoul|Tokyo|Pyongyang|Beijing|Tehran|Manila"
    r"|Moscow|Hanoi|Taipei|London|Berlin|Paris|Brussels|Canberra|Geneva|Vienna|Muscat)\b"
    r"(?!-| [A-Z])"
)


def placeholders(passage: Passage) -> Passage | None:
    """Put neutral words in place of dates, leaders and capitals."""
    text = passage.text
    for pattern, words in _DATES:
        text = _replaced(pattern, text, (words,))
    text = _replaced(_LEADERS, text, ("the president", "the other president", "a third president"))
    text = _replaced(_CAPITALS, text, ("the capital", "the other capital", "a third capital"))
    return None if text == passage.text else replace(passage, text=text)


def other_quotes(passage: Passage) -> Passage | None:
    """Write straight quotation marks and apostrophes as typographic ones, or the reverse."""
    straight = re.sub("[\u201c\u201d]", '"', passage.text)
    straight = re.sub("[\u2018\u2019]", "'", straight)
    text = _curly(straight) if straight == passage.text else straight
    return None if text == passage.text else replace(passage, text=text)


_CUES = {"said": "noted", "argued": "said", "noted": "said", "says": "notes", "argues": "says"}


def other_cue(passage: Passage) -> Passage | None:
    """Put another neutral cue in place of said, argued or noted."""
    # "is said to" tells of hearsay, and no other cue does.
    pattern = re.compile(
        rf"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )\b(?:{'|'.join(_CUES)})\b"
    )
    text = pattern.sub(lambda found: _CUES[found[0]], passage.text)
    return None if text == passage.text else replace(passage, text=text)


def background_behind(passage: Passage, draw: Random) -> Passage:
    """Let a sentence of the author's follow."""
    return replace(passage, text=f"{passage.text} {draw.choice(BACKGROUND)}")


def background_before(passage: Passage, draw: Random) -> Passage:
    """Let a sentence of the author's go before."""
    return replace(passage, text=f"{draw.choice(BACKGROUND)} {passage.text}")


def _non_breaking(text: str) -> str:
    return "".join("\u00a0" if c == " " and i % 3 == 0 else c for i, c in enumerate(text))


TYPOGRAPHY: Mapping[str, Callable[[str], str]] = {
    "blanks around it": lambda text: f"  {text}\t",
    "doubled blanks": lambda text: text.replace(" ", "  "),
    "carriage returns": lambda text: text.replace(" ", "\r\n", 3),
    "byte order mark": lambda text: f"\ufeff{text}",
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "hyphens": lambda text: text.replace("-", "\u2010"),
    "non-breaking hyphens": lambda text: text.replace("-", "\u2011"),
    "non-breaking blanks": _non_breaking,
}


def typeset(passage: Passage, name: str) -> Passage | None:
    """Write the characters of text, speaker and affiliation otherwise; the words stay."""
    change = TYPOGRAPHY[name]
    text = change(passage.text)
    return None if text == passage.text else replace(passage, text=text)


def _replaced(pattern: re.Pattern[str], text: str, words: tuple[str, ...]) -> str:
    """Put words in place of what is found: the same ones for the same thing."""
    known: dict[str, str] = {}

    def word(found: re.Match[str]) -> str:
        chosen = known.setdefault(found[0], words[min(len(known), len(words) - 1)])
        before = text[: found.start()].rstrip(" \"'\u201c\u2018")
        return capital(chosen) if not before or before[-1] in ".!?:" else chosen

    return pattern.sub(word, text)


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _renamed(text: str, bare: str, name: str) -> str:
    """Put a name in place of a bare one and the article before it, with the article that it has."""
    pattern = re.compile(rf"(?:\b[Tt]he )?{_phrase(bare).pattern}")

    def word(found: re.Match[str]) -> str:
        before = text[: found.start()]
        if re.search(r"(?:['\u2019]s?|\b(?:a|an|former|[A-Z][\w-]*)) $", before):
            return name.removeprefix("the ")
        at_start = not before.strip() or before.rstrip(' "\u201c')[-1:] in {".", "!", "?"}
        return capital(name) if at_start else name

    return pattern.sub(word, text)


def _pronoun(text: str) -> str | None:
    she = len(re.findall(r"\b(?:she|her|hers)\b", text, re.IGNORECASE))
    he = len(re.findall(r"\b(?:he|his|him)\b", text, re.IGNORECASE))
    return None if she == he else "she" if she > he else "he"


def _curly(text: str) -> str:
    text = re.sub(r'(^|[\s(\u2014])"', "\\1\u201c", text).replace('"', "\u201d")
    return re.sub(r"(^|[\s(\u2014])'", "\\1\u2018", text).replace("'", "\u2019")
