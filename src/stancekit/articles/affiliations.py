"""The organisations that a description places a speaker in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.offices import is_former
from stancekit.articles.organisation_names import RUN, governed, is_body, is_workplace, organisation

_WORDS: Final = word_groups("affiliations")
_ROLES: Final = word_groups("roles")
_GROUPS: Final = ("expert", "spokesperson", "politician", "official", "media")
_NOUNS: Final = "|".join(
    re.escape(word)
    for word in sorted(
        frozenset().union(*(_ROLES[group] for group in _GROUPS), _WORDS["holders"]),
        key=len,
        reverse=True,
    )
)
_HOLDER: Final = re.compile(rf"(?<![\w-])(?:{_NOUNS})(?:e?s)?(?![\w-])", re.IGNORECASE)
_NOUN_BEHIND: Final = re.compile(rf" (?:[a-z][\w-]* ){{0,3}}?(?P<noun>{_NOUNS})(?:e?s)?(?![\w-])")
_AT: Final = re.compile(
    r"(?<!\S)(?P<joint>at|of|with|for|from|in|joins?|joined|joining|heads?|headed|runs?|ran|leads?|led|directs?|directed)"
    rf"(?: the| a| an)?(?P<kind>(?: (?!(?:of|at|for|with|from|in|to|and|who) )[a-z][\w-]*){{0,3}}?)"
    rf" (?:the )?(?P<name>{RUN})"
)
_RUN: Final = re.compile(rf"(?<![\w.-])(?P<name>{RUN})")
_OWNER: Final = re.compile(r" ?['\u2019]s?(?!\w)")
_CLAUSE: Final = re.compile(
    r"\W*(?:who|whose) (?P<perfect>(?:has|have) )?"
    r"(?:(?:had|also|now|then|once|formerly|been|\w+ly) )*(?P<verb>\S+)"
    r"(?: (?P<next>\S+))?"
)
_KINDS: Final = _ROLES["institution"] | {"company", "giant", "consultancy", "tank", "network"}
_SIDES: Final = word_groups("offices")["sides"]
_BE: Final = frozenset({"is", "was", "are", "were", "'s", "\u2019s"})
_DEEDS: Final = frozenset({"was", "is", "'s", "\u2019s", "says", "supports", "opposes", "wants"})
_POSTS: Final = (
    word_groups("offices")["holding"]
    | word_groups("offices")["studying"]
    | {"joined", "taught", "left"}
) - _WORDS["no posts"]
_CUT: Final = re.compile(rf"(?<!\S)(?:{'|'.join(sorted(_WORDS['not there']))})(?!\S)")
_SPLIT: Final = re.compile(
    r"\s*[,;()]\s*|\s+(?:and|but)\s+(?=(?:now |also |later |currently |previously )?"
    r"(?:an?|the|former|formerly|who|is|was|has|co-\w+|once) )"
    r"|\s+(?=now (?:with|at|an?|the|of|heads|runs|leads|directs) )"
    rf"|\s+and\s+(?=(?:[A-Z][\w.&-]* ){{1,6}}(?:{_NOUNS})(?!\w))"
    r"|\s+(?=who )"
    r"|\s+(?:and|before (?:he |she )?)\s*(?=(?:now |also |then )?"
    r"(?:teach|run|head|lead|direct|studi|chair|work|serve|advise|join|follow|track)"
    r"(?:s|es|ed|ing)? "
    r"|(?:now )?(?:at|with) (?:the )?[A-Z])"
)
CHAMBERS: Final = {
    "sen": "Senate",
    "senator": "Senate",
    "congressman": "House of Representatives",
    "congresswoman": "House of Representatives",
}
"""Where whoever bears a title sits."""
_SEAT: Final = re.compile(r"\b[RDI]-\s?[A-Z]")
_MOST_SEGMENTS: Final = 8
_LOOKED_AT: Final = 400
_JOINTS: Final = frozenset({"at", "of", "with", "for", "from"})
_CIRCUMSTANCES: Final = frozenset({"house", "summit", "forum", "conference", "nations", "assembly"})


def affiliation_of(before: str, after: str) -> str | None:
    """Give the organisation named before or after a speaker's name; ``None`` where there is none.

    One where the speaker is comes before one that they have left.

    Examples
    --------
    >>> affiliation_of("", ", a fellow at the Hangang Forum for Strategic Dialogue,")
    'Hangang Forum for Strategic Dialogue'
    >>> affiliation_of("the Seto Bay Policy Center 's", "")
    'Seto Bay Policy Center'
    """
    return next(iter(affiliations_of(before, after)), None)


@lru_cache(maxsize=4096)
def affiliations_of(before: str, after: str) -> tuple[str, ...]:
    """Give every organisation that a description may place a speaker in, the likeliest first."""
    holder = _HOLDER.search(before)
    behind = _in_description(after)
    if holder is not None:  # "Sen. Colm Farraday of Ferrow"
        behind = (one for one in behind if not _is_from(holder.group(), one[0]))
    found = [*behind, *_in_description(before, is_before=True)]
    found.sort(key=lambda one: one[1])
    house = _house(before, after)
    if house is not None:
        found.append((house, False))
    # "Seafarers ' Union": the mark was a token of its own.
    names = (re.sub(r" (?=['\u2019])", "", name) for name, _ in found)
    return tuple(dict.fromkeys(names))


def _house(before: str, after: str) -> str | None:
    """Give the house that a title seats its bearer in; "Rep." is of Congress with a state only."""
    words = before.lower().replace(".", "").split()
    if not words or is_former(before) or "state" in words:
        return None
    if words[-1] == "rep" and _SEAT.search(after) is not None:
        return "House of Representatives"
    return CHAMBERS.get(words[-1])


def _in_description(text: str, *, is_before: bool = False) -> Iterator[tuple[str, bool]]:
    """Give the organisations of a description, each with whether it was left."""
    if not any(character.isupper() for character in text):
        return
    for segment in _SPLIT.split(text[:_LOOKED_AT])[:_MOST_SEGMENTS]:
        said, works_on = _post(segment)
        before_noun = [*_before_noun(said), *(_owning(said) if is_before else ())]
        joined = [one for one in _joined(said) if is_workplace(one[1]) or not works_on]
        former = is_former(said)
        # "a former Treasury official at the Harbour Institute" left the one and is at the other
        left = {name: former for _, name in before_noun}
        left |= {name: former and not before_noun for _, name in joined}
        for _, name in sorted([*before_noun, *joined]):
            yield name, left[name]


def _post(segment: str) -> tuple[str, bool]:
    """Give the part of a description that tells a post, and whether it tells only of work.

    What somebody works on tells a workplace: "who follows ships at the Forum". What somebody did
    tells none.
    """
    clause, cut = _CLAUSE.match(segment), _CUT.search(segment)
    said = segment if cut is None else segment[: cut.start()]
    if clause is None:
        return said, False
    verb, following = clause["verb"].lower(), clause["next"] or ""
    acted = verb in _BE and (following.endswith(("ed", "ing")) or following == "born")
    if verb in _POSTS and not acted:
        return said, False
    as_what = segment.partition(" as ")[2]
    now = clause["perfect"] is not None or (verb.endswith("s") and verb not in _DEEDS)
    return (said, True) if now and not as_what else (as_what, False)


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """Give what "at", "of" and their like join to a noun of a person, or to the name itself."""
    for found in _AT.finditer(text):
        joint, kind = found["joint"], found["kind"].split()
        named = organisation(found["name"], text[found.end() :])
        trying = kind and kind[0].endswith("ing") and kind[0] not in _SIDES
        if named is None or (trying and kind[-1] not in _KINDS):
            continue
        if _is_joined(text[: found.start()].strip(" ,(;"), joint, named):
            yield found.start("name"), named


def _is_joined(said: str, joint: str, named: str) -> bool:
    """Tell "a fellow at" and a bare "of the Institute" from "a critic of" and "at the summit"."""
    if joint == "in":
        return named.endswith("administration")
    if joint not in _JOINTS:
        return True
    if joint == "from" and not is_body(named) and not named.isupper():  # "leaders from Albrook"
        return False
    if not said:
        return joint != "at" or named.lower().split()[-1] not in _CIRCUMSTANCES
    holder = _HOLDER.search(said)
    if holder is None:
        placed = said.startswith(("who ", "now", "also", "currently", "formerly"))
        return placed or (joint == "at" and is_workplace(named))
    return joint not in ("of", "from") or not _is_from(holder.group(), named)


def _is_from(noun: str, named: str) -> bool:
    """Tell where a politician was elected and where people live from an organisation."""
    role = {noun.lower(), noun.lower().removesuffix("s")}
    return bool(role & (_ROLES["politician"] | _ROLES["public"])) and not is_body(named)


def _before_noun(text: str) -> Iterator[tuple[int, str]]:
    """Give what stands before a noun of a person: "Harbour Institute analyst"."""
    for found in _RUN.finditer(text):
        behind = text[found.end() :]
        if _OWNER.match(behind) is not None:
            continue
        ruled = governed(behind)
        holder = None if ruled else _NOUN_BEHIND.match(behind)
        noun = holder is not None
        if not noun and not ruled and _HOLDER.search(found["name"]) is None:
            continue
        named = organisation(found["name"], "" if noun else behind, opens=True)
        if named is not None and not (holder and _is_from(holder["noun"], named)):
            yield found.start(), named


def _owning(text: str) -> Iterator[tuple[int, str]]:
    """Give whose somebody is: "the Harbour Institute's", "Harbour Institute's director"."""
    for found in _RUN.finditer(text):
        owner = _OWNER.match(text, found.end())
        if owner is None:
            continue
        rest = text[owner.end() :].strip()
        named = organisation(found["name"], text[found.end() :], opens=found.start() == 0)
        if named is not None and (not rest or _HOLDER.search(rest) is not None):
            yield found.start(), named
