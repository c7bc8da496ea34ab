"""The people an article names, and which of them a short name means.

The follow-ups of the article choose what stands for a name. A short form that fits two people
means the one who has spoken, or nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from stancekit.articles.descriptions import head, titles
from stancekit.articles.descriptions_behind import GOVERNS
from stancekit.articles.name_forms import ends_alike, forms_of, key_of, may_be_short_for, plain
from stancekit.articles.namesakes import who_is_called, who_spoke, who_was_introduced
from stancekit.articles.person import Person
from stancekit.articles.portraits import affiliate, describe, sits_there
from stancekit.articles.preceding_titles import is_titled
from stancekit.articles.sightings import Sighting

_MOST_TITLES: Final = 12
_MOST_BEARERS: Final = 32
"""A form that more people share tells nobody apart; not looking at them keeps the cast linear."""


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
        elif is_titled(sighting.before) or sighting.after == GOVERNS:
            person = self.find(sighting.name, None, sighting.before)
            person = person or self._titled(sighting.name, sighting.before)
            if person is not None and person.is_apart:
                person.named_in.append(paragraph)
        else:
            person = self.find(sighting.name, None)
        if person is not None:
            describe(person, sighting.before, sighting.after, paragraph)
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
        known = self._by_key.get(key_of(tuple(name)))
        if known is not None and len(name) > 1:
            return known
        people = who_is_called(self._bearers(name), before)
        if len(people) == 1:
            return people[0]
        if len(people) > _MOST_BEARERS:
            return None
        return who_spoke(people, paragraph) or who_was_introduced(people, paragraph)

    def find_introduced(self, word: str, paragraph: int) -> Person | None:
        """Give the only person of the article whose full name begins with a word.

        Some families' names stand first and are on no list; the name must have stood in full.
        """
        people = self._by_form.get(plain(word), ())
        full = [p for p in people if len(p.name) > 1 or p.is_apart]
        only = full[0] if len(full) == 1 else None
        if only is None or plain(only.name[0]) != plain(word):
            return None
        return only if only.named_in and only.named_in[0] <= paragraph else None

    def settle(self) -> None:
        """Take back affiliations that are people, once everybody is known."""
        for person in self.people():
            if person.places:
                places = [place for place in person.places if not self.is_person(place[0].split())]
                person.places = [one for one in places if sits_there(person, one[0])]
                affiliate(person)

    def people(self) -> list[Person]:
        """Give everybody the article names, each once."""
        known = (person for people in self._by_form.values() for person in people)
        return list({id(person): person for person in known}.values())

    def is_person(self, name: Sequence[str]) -> bool:
        """Tell whether a name that may be an organisation's is that of somebody known.

        One word is a person's if somebody's full name ends in it; a full name is, where the
        article says what its bearer is.
        """
        if len(name) == 1:
            form = plain(name[0])
            bearers = self._by_form.get(form, ())
            return any(p.is_apart or plain(p.name[-1]) == form != key_of(p.name) for p in bearers)
        known = self._by_key.get(key_of(tuple(name)))
        return known is not None and (
            known.gender is not None or known.role not in ("unknown", "institution")
        )

    def n_bearers(self, name: Sequence[str]) -> int:
        """Give how many people bear a name."""
        return len(self._bearers(name))

    def _titled(self, name: tuple[str, ...], before: str) -> Person | None:
        """Add somebody of whom a title and one name are known."""
        bearers = self._bearers(name)
        if not bearers or who_is_called(bearers, before):
            return self._person(name)
        person = Person(name, is_apart=True)
        self._by_form.setdefault(plain(name[0]), []).append(person)
        return person

    def _bearers(self, name: Sequence[str]) -> list[Person]:
        """Give the people a name may stand for: those with a full name first.

        Of a name that is common in every part, some of its bearers, and more than one.
        """
        wanted = forms_of(tuple(name))
        form = min(wanted, key=self._n_bearers, default="")
        if self._is_common(form):
            return self._by_form[form]
        people = [p for p in self._by_form.get(form, ()) if wanted <= p.forms]
        full = [p for p in people if len(p.name) > 1]
        if len(wanted) == 1:
            full = [p for p in full if may_be_short_for(form, p.name)]
        apart = [p for p in people if p.is_apart]
        return full + apart if full else [p for p in people if len(p.name) == 1]

    def _n_bearers(self, form: str) -> int:
        return len(self._by_form.get(form, ()))

    def _is_common(self, form: str) -> bool:
        """Tell a form that so many people share that not all of them are kept under it."""
        return self._n_bearers(form) > _MOST_BEARERS

    def _person(self, name: tuple[str, ...]) -> Person | None:
        key = key_of(name)
        if not key:
            return None
        person = self._by_key.get(key) or self._other_length(name)
        if person is None:
            person = self._by_key[key] = Person(name)
        elif len(" ".join(name)) > len(person.full_name):
            person.name = name
        self._by_key.setdefault(key, person)
        person.forms = forms_of(person.name)
        for form in person.forms:
            people = self._by_form.setdefault(form, [])
            if not self._is_common(form) and not any(other is person for other in people):
                people.append(person)
        return person

    def _other_length(self, name: tuple[str, ...]) -> Person | None:
        """Find the one person of whom this is a shorter or longer name."""
        forms = forms_of(name)
        fitting: list[Person] = []
        telling = (form for form in sorted(forms) if not self._is_common(form))
        for person in (p for form in telling for p in self._by_form.get(form, ())):
            other = person.forms
            nested = forms <= other or (other <= forms and ends_alike(name, person.name))
            if nested and not any(known is person for known in fitting):
                fitting.append(person)
        return fitting[0] if len(fitting) == 1 else None
