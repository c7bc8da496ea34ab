"""How captions end: with the name of who took, owns or handed out the photograph."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.block_signs import Place, letters
from stancekit.articles.lexicon import word_groups
from stancekit.articles.scanning import matches_from

_AGENCY: Final = "|".join(sorted(word_groups("boilerplate")["agencies"]))
_STOCK: Final = "|".join(sorted(word_groups("boilerplate")["photograph stock"], key=len)[::-1])
_CAPTIONS: Final = word_groups("boilerplate")["caption anywhere"]
_CAPITAL: Final = r"(?-i:[A-Z])"
_SURNAME: Final = rf"{_CAPITAL}[\w'\u2019-]{{1,20}}"
_HANDED: Final = r"(?:staff )?photo(?:graph)? (?:by|via)|(?:video )?provided by"
_CREDITED: Final = "|".join(
    (
        r"(?:(?<=photograph)|(?<=photographer)): [^.]{3,60}",
        rf"\| [^|/]{{3,60}}(?:/[\w ]{{2,20}}|{_AGENCY})",
        rf"(?<=[\w ]{{2}})/(?:{_AGENCY})(?:/[\w ]{{2,20}})?",
        r"(?<=reuters)/[\w ./-]{3,40}",
        r"\((?:photo|image|credit|ap photo|courtesy)[^()]{2,80}\)",
        rf"\([^()]{{0,60}}\b(?:{_STOCK})\)",
        r"\((?:pool|file|handout) (?:photo|image)\)",
        rf"\({_CAPITAL}[^()]{{1,60}} via {_CAPITAL}[^()]{{1,40}}\)",
        rf"\({_CAPITAL}[\w.'\u2019 -]{{2,40}}/ ?{_CAPITAL}[^()/.]{{2,40}}\)",
        r"[.!?] (?-i:\((?:[A-Z][\w.'\u2019&-]*,?(?: for| &)?(?: |(?=\)))){2,7}\))",
        rf"[.] {_SURNAME}(?: {_SURNAME}){{0,2}} ?/ ?{_CAPITAL}[\w'. -]{{2,40}}",
        rf"[.] [\w ]{{2,40}}/[\w ]{{0,30}}\b(?:{_STOCK})",
        rf"[.] (?:{_STOCK})(?: via {_CAPITAL}[\w ]{{2,40}})?",
        r"[.!?)] (?:photos?|credits?|image|picture): [^!?]{2,60}",
        rf"[.!?)] (?:{_HANDED}) {_CAPITAL}[^!?]{{2,60}}",
        r"(?<= )/ courtesy of [^./]{2,60}",
        r"(?<= )/ [\w ]{2,40} file",
        r"(?<= )\| (?-i:[A-Z]{2,}(?: [A-Z]{2,}){0,3})",
        r"\[[^\[\]/]{3,60}/[^\[\]/]{2,40}\]",
    )
)
_CREDITED_AT_END: Final = re.compile(rf"(?:{_CREDITED})\W*\Z", re.IGNORECASE)
_MAY_BE_CREDIT: Final = re.compile(r"[|/:.!?()\[]")
"""The marks that the alternatives of a credit begin with."""
_ONE_NAME: Final = re.compile(
    r"[.!?] (?:\([A-Z][\w'\u2019-]{1,20}\)"
    r"|(?<=[a-z]{4}\. )[A-Z][\w&'\u2019-]{1,20}(?: [A-Z][\w&'\u2019-]{1,20}){1,3}"
    r"(?: pool| file)?)\Z"
)
_NAME_AND_OWNER: Final = re.compile(
    r"[A-Z][\w.'\u2019-]{0,20}(?: [A-Z][\w.'\u2019-]{0,20}){1,2} ?/ ?"
    r"[A-Z][\w.'\u2019 -]{1,40}(?<!\.)"
)
_STORY: Final = re.compile(
    r"[A-Z][A-Z.'\u2019/-]+(?:,? [A-Z][\w.'\u2019/-]*){0,5}"
    r" \([A-Z][\w .&-]{1,40}\) ?[-\u2013\u2014]+ "
)
_VIDEO: Final = re.compile(r"CLOSE [\"\u201c'\u2018A-Z]\w*(?: \S+){3}")
_SPEECH: Final = re.compile(r"[\"\u201c\u201d]|\bsaid\b")
_BEFORE_CREDITS: Final = ("(", "|", "/", "]", "[", ". ")
_LONGEST: Final = 60
_LONGEST_WITHOUT_A_CREDIT: Final = 45
_FEWEST_LETTERS_OF_A_SHORT_NAME: Final = 5


def ends_with_a_credit(place: Place) -> bool:
    """Tell a caption by what stands at its end: "(Ines Oduya/Seto)", ". File photo"."""
    line = place.ending
    found = matches_from(_MAY_BE_CREDIT, _CREDITED_AT_END, line, 0, len(line))
    return next(found, None) is not None


def ends_with_an_agency(place: Place) -> bool:
    """Tell "Ferries wait in the storm. (Seto)", "Ferries wait. Harbour News", "Ines Oduya/Seto".

    Such a line is short, holds no speech and does not stand below the text.
    """
    if place.n_words > _LONGEST_WITHOUT_A_CREDIT or place.behind_body:
        return False
    if _NAME_AND_OWNER.fullmatch(place.text):
        return not place.in_head
    return _ONE_NAME.search(place.ending) is not None and _SPEECH.search(place.text) is None


def is_under_a_video(place: Place) -> bool:
    """Tell "CLOSE Ferries wait in the storm.": a player's button and what its video shows."""
    return _VIDEO.match(place.text) is not None


def tells_of_a_photograph(place: Place) -> bool:
    """Tell "This photo provided by the harbour office shows a ferry": it speaks of itself."""
    if place.n_words > _LONGEST_WITHOUT_A_CREDIT:
        return False
    tells = any(phrase in place.plain for phrase in _CAPTIONS)
    return tells and _SPEECH.search(place.text) is None


def opens_a_story(place: Place) -> bool:
    """Tell a first paragraph by its place and agency: "SEAHAVEN (Seto) - The ferries stopped"."""
    return _STORY.match(place.text) is not None


def is_credited_to_outlet(place: Place) -> bool:
    """Tell a caption by the outlet's name in its closing bracket or behind its last mark."""
    if place.outlet is None or place.n_words > _LONGEST or opens_a_story(place):
        return False
    credit = text = place.text.rstrip(").]")
    for mark in _BEFORE_CREDITS:
        credit = credit.rpartition(mark)[2]
    return credit != text and _names(credit, place.outlet)


def _names(credit: str, outlet: str) -> bool:
    """Tell the outlet's name, whole with words behind it or shortened to its beginning."""
    short, whole = letters(credit), letters(outlet)
    if short.startswith(whole):
        return True
    return len(short) >= _FEWEST_LETTERS_OF_A_SHORT_NAME and (
        whole.removeprefix("the").startswith(short.removeprefix("the"))
    )
