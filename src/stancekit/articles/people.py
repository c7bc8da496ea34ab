"""The people an article names, and which of them a short name means.

Names are sets of candidate forms, never split into given name and surname: the follow-ups of the
article choose. A short form that fits two people means the one who has spoken, or nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, Literal

from stancekit.articles.affiliations import affiliation_of
from stancekit.articles.descriptions import head, titles
from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.names import TITLES, is_office
from stancekit.articles.offices import is_former
from stancekit.articles.roles import role_of
from stancekit.articles.sightings import GOVERNS, Sighting
from stancekit.records import Evidence, Role

Gender = Literal["he", "she"]
_FAMILY_NAMES: Final = all_words("surnames")
_INITIAL: Final = re.compile(r"(?:[A-Z]|(?:[A-Z]\.-?){1,3})\Z")
_HYPHENATED: Final = re.compile(r"\w-[a-z]")
_GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii"})
_OFFICES: Final = frozenset({"official", "politician", "spokesperson"})
_RELATIVE: Final = re.compile(
    r"(?:who|whose) (?:(?:has|have|had|also|now|then|once|formerly|been|\w+ly) )*(?P<verb>\S+)"
)
_HOLDING: Final = word_groups("offices")["holding"]
_MOST_DESCRIPTION: Final = 1000
_MOST_TITLES: Final = 12
_NEAR: Final = 8
_MOST_NAMES: Final = 4096
"""Names whose forms are remembered: a stream of articles has ever new ones."""
_MOST_BEARERS: Final = 32
"""A form that more people share tells nobody apart; not looking at them keeps the cast linear."""


@dataclass(slots=True)
class Person:
    """Somebody the article names; `spoken` and `named_in` are paragraph numbers in order.

    `forms` are the words of the name that short names are told by.
    `titles` are what stands right before or behind the name to say what they are.
    `role_from` and `affiliation_from` are the words that show them.
    `is_apart` tells "President Kim" of whom no more is said from the analyst Kim Ro-eun.
    """

    name: tuple[str, ...]
    forms: frozenset[str] = frozenset()
    role: Role = "unknown"
    affiliation: str | None = None
    gender: Gender | None = None
    description: str = ""
    titles: list[str] = field(default_factory=list)
    was_former: bool = False
    is_apart: bool = False
    spoken: list[int] = field(default_factory=list)
    named_in: list[int] = field(default_factory=list)
    role_from: Evidence | None = None
    affiliation_from: Evidence | None = None

    @property
    def full_name(self) -> str:
        """The fullest form in the article."""
        return " ".join(self.name)

    def named_near(self, paragraph: int) -> bool:
        """Tell whether the full name stands in a paragraph or the one before it."""
        last = bisect_right(self.named_in, paragraph)
        return last > 0 and self.named_in[last - 1] >= paragraph - 1


class Cast:
    """The people of one article, by the forms of their names."""

    def __init__(self) -> None:
        self._by_key: dict[str, Person] = {}
        self._by_form: dict[str, list[Person]] = {}
        self._by_office: dict[str, list[Person]] = {}

    def note(self, sighting: Sighting, paragraph: int) -> None:
        """Note a name with what is said of it; one word alone counts where a title precedes it."""
        if len(sighting.name) > 1:
            person = self._person(sighting.name)
            if person is not None:
                person.named_in.append(paragraph)
        elif _is_titled(sighting.before) or sighting.after == GOVERNS:
            person = self.find(sighting.name, None, sighting.before)
            person = person or self._titled(sighting.name, sighting.before)
            if person is not None and person.is_apart:
                person.named_in.append(paragraph)
        else:
            person = self.find(sighting.name, None)
        if person is not None:
            _describe(person, sighting.before, sighting.after, paragraph)
            self._entitle(person, sighting)

    def _entitle(self, person: Person, sighting: Sighting) -> None:
        """Note the titles around a name, and who bears each."""
        if sighting.after == GOVERNS:
            return
        for title in titles(sighting.before, sighting.after):
            if len(person.titles) == _MOST_TITLES or title in person.titles:
                continue
            person.titles.append(title)
            bearers = self._by_office.setdefault(head(title), [])
            if len(bearers) <= _MOST_BEARERS and not any(one is person for one in bearers):
                bearers.append(person)

    def titled(self, nouns: Iterable[str]) -> list[Person]:
        """Give the people who bear a title with one of some nouns; nobody where very many do."""
        bearers = [self._by_office.get(noun, []) for noun in nouns]
        if any(len(people) > _MOST_BEARERS for people in bearers):
            return []
        return list({id(person): person for people in bearers for person in people}.values())

    def find(self, name: Sequence[str], paragraph: int | None, before: str = "") -> Person | None:
        """Give the person a name means; ``None`` where none fits or several fit alike.

        `paragraph` is where the name stands: of several people the one who spoke last before it
        is meant, if only one of them has spoken near. `before` is the title before the name, which
        is nobody's who is known to hold none.
        """
        known = self._by_key.get(_key(tuple(name)))
        if known is not None and len(name) > 1:
            return known
        people = _who_is_called(self._bearers(name), before)
        if len(people) == 1:
            return people[0]
        if len(people) > _MOST_BEARERS:
            return None
        return _who_spoke(people, paragraph) or _who_was_introduced(people, paragraph)

    def find_introduced(self, word: str, paragraph: int) -> Person | None:
        """Give the only person of the article whose full name begins with a word.

        Some families' names stand first and are on no list; the name must have stood in full.
        """
        people = self._by_form.get(_plain(word), ())
        full = [p for p in people if len(p.name) > 1 or p.is_apart]
        only = full[0] if len(full) == 1 else None
        if only is None or _plain(only.name[0]) != _plain(word):
            return None
        return only if only.named_in and only.named_in[0] <= paragraph else None

    def n_bearers(self, name: Sequence[str]) -> int:
        """Give how many people bear a name."""
        return len(self._bearers(name))

    def _titled(self, name: tuple[str, ...], before: str) -> Person | None:
        """Add somebody of whom a title and one name are known."""
        bearers = self._bearers(name)
        if not bearers or _who_is_called(bearers, before):
            return self._person(name)
        person = Person(name, is_apart=True)
        self._by_form.setdefault(_plain(name[0]), []).append(person)
        return person

    def _bearers(self, name: Sequence[str]) -> list[Person]:
        """Give the people a name may stand for: those with a full name first.

        Of a name that is common in every part, some of its bearers, and more than one.
        """
        wanted = _forms(tuple(name))
        form = min(wanted, key=self._n_bearers, default="")
        if self._is_common(form):
            return self._by_form[form]
        people = [p for p in self._by_form.get(form, ()) if wanted <= p.forms]
        full = [p for p in people if len(p.name) > 1]
        if len(wanted) == 1:
            full = [p for p in full if _may_be_short_for(form, p.name)]
        apart = [p for p in people if p.is_apart]
        return full + apart if full else [p for p in people if len(p.name) == 1]

    def _n_bearers(self, form: str) -> int:
        return len(self._by_form.get(form, ()))

    def _is_common(self, form: str) -> bool:
        """Tell a form that so many people share that not all of them are kept under it."""
        return self._n_bearers(form) > _MOST_BEARERS

    def _person(self, name: tuple[str, ...]) -> Person | None:
        key = _key(name)
        if not key:
            return None
        person = self._by_key.get(key) or self._other_length(name)
        if person is None:
            person = self._by_key[key] = Person(name)
        elif len(" ".join(name)) > len(person.full_name):
            person.name = name
        self._by_key.setdefault(key, person)
        person.forms = _forms(person.name)
        for form in person.forms:
            people = self._by_form.setdefault(form, [])
            if not self._is_common(form) and not any(other is person for other in people):
                people.append(person)
        return person

    def _other_length(self, name: tuple[str, ...]) -> Person | None:
        """Find the one person of whom this is a shorter or longer name."""
        forms = _forms(name)
        fitting: list[Person] = []
        telling = (form for form in sorted(forms) if not self._is_common(form))
        for person in (p for form in telling for p in self._by_form.get(form, ())):
            other = person.forms
            nested = forms <= other or (other <= forms and _ends_alike(name, person.name))
            if nested and not any(known is person for known in fitting):
                fitting.append(person)
        return fitting[0] if len(fitting) == 1 else None


def _ends_alike(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Keep a lone short name from growing into a full name it cannot be short for."""
    return len(shorter) > 1 or _may_be_short_for(_plain(shorter[0]), longer)


@lru_cache(maxsize=_MOST_NAMES)
def _plain(word: str) -> str:
    return re.sub(r"[\W_]", "", word).lower()


@cache
def _full_given_names() -> dict[str, str]:
    """Map what people are called for short to their given names: "bill" to "william"."""
    entries = [entry.split() for entry in word_groups("nicknames")["given"]]
    return {short: entry[0] for entry in entries for short in entry[1:]}


@lru_cache(maxsize=_MOST_NAMES)
def _key(name: tuple[str, ...]) -> str:
    words = [_plain(word) for word in name if not _INITIAL.match(word)]
    if len(words) > 1:
        words[0] = _full_given_names().get(words[0], words[0])
    return "".join(words)


@lru_cache(maxsize=_MOST_NAMES)
def _forms(name: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_plain(word) for word in name if not _INITIAL.match(word)) - {""}


def _may_be_short_for(form: str, name: Sequence[str]) -> bool:
    """Tell whether one word may stand for a full name: its last, or a family name that is first.

    A family name is first where the rest is hyphenated, where it is in capitals, or where it is a
    common one of East Asia. In a name of three words the middle one counts too ("Kelvin Mok Ka-ho"
    is Mok).
    """
    words = [_plain(word) for word in name]
    if form == words[-1] or words[-1] in _GENERATIONS:
        return True
    if form == words[0]:
        hyphenated = any(_HYPHENATED.search(word) for word in name[1:])
        return hyphenated or form in _FAMILY_NAMES or name[0].isupper()
    return form in words


def _who_is_called(people: Sequence[Person], before: str) -> Sequence[Person]:
    """Leave out, of the bearers of a name, those whom a title before it cannot mean."""
    title = _last_word(before)
    if not is_office(title) or is_former(before):
        return people
    holders = [p for p in people if title in _words_of(p.description)]
    if holders or title in TITLES["rank"] or role_of(title) not in _OFFICES:
        return holders or people
    return [p for p in people if p.role != "expert" or p.was_former]


def _words_of(description: str) -> list[str]:
    return [word.rstrip(".") for word in description.lower().split()]


def _who_spoke(people: Sequence[Person], paragraph: int | None) -> Person | None:
    """Tell namesakes apart: whoever spoke last near here, unless another was just named in full."""
    spoken = sorted((p for p in people if p.spoken), key=lambda person: -person.spoken[-1])
    if paragraph is None or not spoken or paragraph - spoken[0].spoken[-1] > _NEAR:
        return None
    latest = spoken[0]
    others = [person for person in people if person is not latest]
    if paragraph - latest.spoken[-1] > 1 and any(p.named_near(paragraph) for p in others):
        return None
    if len(spoken) > 1 and latest.spoken[-1] - spoken[1].spoken[-1] < 2:
        return None
    return latest


def _who_was_introduced(people: Sequence[Person], paragraph: int | None) -> Person | None:
    """Tell namesakes of whom none has spoken: the one whose full name alone was printed so near."""
    if paragraph is None or any(person.spoken for person in people):
        return None
    near = [person for person in people if person.named_near(paragraph)]
    return near[0] if len(near) == 1 else None


def _last_word(before: str) -> str:
    return before.rsplit(maxsplit=1)[-1].lower().rstrip(".") if before else ""


def _is_titled(before: str) -> bool:
    return is_office(_last_word(before))


def _role_behind(after: str) -> Role:
    """Give the role that a description shows; what somebody did to an office shows none."""
    role, clause = role_of(after), _RELATIVE.match(after)
    if clause is None or role in ("expert", "public") or clause["verb"].lower() in _HOLDING:
        return role
    return "unknown"


def _holds_office(title: Role, before: str, after: str) -> bool:
    """Tell an office that is held now, or sought, of somebody who has held one before."""
    if title in _OFFICES:
        return not is_former(before)
    return role_of(after) == "politician" and not is_former(after)


def _describe(person: Person, before: str, after: str, paragraph: int) -> None:
    """Add what is said around a name: the first role shown stays, but an office held now wins."""
    said = f"{before} ; {after}"
    if not before and not after:
        return
    if len(person.description) < _MOST_DESCRIPTION:
        person.description += f" ; {said}"
    title, ranked = role_of(before), _last_word(before) in TITLES["rank"]
    if person.was_former and not ranked and _holds_office(title, before, after):
        shows = before if title != "unknown" else after
        person.role, person.was_former = role_of(shows), False
        person.role_from = Evidence(shows, paragraph)
    if person.role == "unknown":
        shown = "official" if after == GOVERNS else _role_behind(after)
        ranks_last = title == "unknown" or (ranked and shown not in ("unknown", "institution"))
        ranks_last = ranks_last or shown == "spokesperson"
        person.role = shown if ranks_last else title
        if person.role != "unknown":
            person.role_from = Evidence(after if ranks_last else before, paragraph)
        person.was_former = person.role == "expert" and is_former(said)
    if person.affiliation is None:
        person.affiliation = affiliation_of(before, after)
        if person.affiliation is not None:
            shows = after if person.affiliation in after else before
            person.affiliation_from = Evidence(shows, paragraph)
    courtesy = _last_word(before)
    if person.gender is None and courtesy in TITLES["feminine"]:
        person.gender = "she"
    elif person.gender is None and courtesy in TITLES["masculine"]:
        person.gender = "he"
