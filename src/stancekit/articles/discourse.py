"""Who speaks, read in the order of the article: names, nouns and pronouns become speakers.

A pronoun or a short name that could mean two people means nobody: right or unresolved, never wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.descriptions import (
    BODIES,
    ONE_AT_A_TIME,
    VAGUE,
    fits_title,
    head,
    is_elsewhere,
    is_foreign,
    kindred,
    names_place,
)
from stancekit.articles.extraction import Extract, ParagraphReading
from stancekit.articles.holders import holders, through
from stancekit.articles.keyed_patterns import KeyedPattern
from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import Mention, read_mention
from stancekit.articles.names import is_role_noun, may_be_surname
from stancekit.articles.people import Cast
from stancekit.articles.person import Gender, Person
from stancekit.articles.phrases import Phrase
from stancekit.articles.pronouns import antecedent, distinct, fits, is_somebody_unnamed
from stancekit.articles.roles import role_of
from stancekit.articles.rules.according_to import FOR_WHOM
from stancekit.articles.sightings import GOVERNS
from stancekit.articles.told import (
    Told,
    because,
    is_thing,
    told_name,
    told_nobody,
    told_noun,
    told_organisation,
    told_person,
    without_affiliation,
)
from stancekit.records import Evidence

_THIRD_PERSON: Final[dict[str, Gender]] = {
    "he": "he",
    "she": "she",
    "his": "he",
    "her": "she",
    "him": "he",
}
_AUTHOR: Final = frozenset({"i", "we", "you"})
_NO_ONE: Final = frozenset({"nobody", "none", "nothing"})
_GROUPS: Final = word_groups("function_words")["quantifier"] | {"they", "their", "them"}
_POINTING: Final = frozenset({"the", "this", "that", "his", "her", "their"})
_BODIES: Final = frozenset({"institution", "official", "media"})
_COLLEAGUE: Final = KeyedPattern(
    re.compile(
        r"\b(?:(?:his|her|their|\w+ ['\u2019]s)\b[\w ]{0,20}\b(?:colleague|supervisor|co-author)"
        r"|colleague of)\b",
        re.IGNORECASE,
    ),
    frozenset({"colleague", "supervisor", "co"}),
)
_MARKS: Final = " ,()\u2014-"
_UNNAMED: Final = 0.5
_LONG_AGO: Final = 3
_AT_ANY_TIME: Final = 1_000_000
_MOST_RECENT: Final = 12
_MOST_NAMES: Final = 40
_MOST_SENTENCES: Final = 3
_MOST_SUBJECTS: Final = 12


@dataclass(slots=True)
class Discourse:
    """What has been read so far of one article."""

    cast: Cast
    paragraph: int = -1
    last: Told | None = None
    last_paragraph: int = -9
    spoke_here: list[Told] = field(default_factory=list)
    named_before: list[Person] = field(default_factory=list)
    named_here: list[tuple[int, Person]] = field(default_factory=list)
    spoke_together: list[Told] = field(default_factory=list)
    last_individual: Told | None = None
    last_individual_paragraph: int = -9
    spoke_at: int = -1
    last_named: dict[int, int] = field(default_factory=dict)
    openings: set[int] = field(default_factory=set)
    sentences: list[Sentence] = field(default_factory=list)
    before: tuple[Sequence[Sentence], Sequence[tuple[int, Person]]] = ((), ())
    recent: deque[tuple[int, Person]] = field(default_factory=lambda: deque(maxlen=_MOST_RECENT))

    def enter(self, paragraph: int, reading: ParagraphReading) -> None:
        """Begin a paragraph: note which people it names, and where."""
        self.paragraph = paragraph
        self.spoke_here = []
        self.spoke_at = -1
        self.before = (self.sentences, self.named_here)
        self.sentences = reading.sentences
        self.openings = {sentence.tokens[0].start for sentence in reading.sentences}
        names = sorted(reading.names, key=lambda name: name.start)
        people = [
            (name.start, self._meant(name.name, name.before))
            for name in names
            if name.after != GOVERNS  # "the Farraday administration" is no mention of Farraday
        ]
        self.named_here = [(start, person) for start, person in people if person is not None]
        self._note_named(self.named_before)
        self.named_before = [person for _, person in self.named_here]
        for _, person in self.named_here:
            self._take_over_role(person)

    def _note_named(self, people: Sequence[Person]) -> None:
        """Note that the paragraph before named some people."""
        for person in people:
            self.last_named[id(person)] = self.paragraph - 1

    def remember(self, told: Told) -> None:
        """Note that somebody has spoken in the current paragraph."""
        if told.person is not None:
            told.person.spoken.append(self.paragraph)
            self.recent.append((self.paragraph, told.person))
        self.last = told
        self.last_paragraph = self.paragraph
        if not _is_body(told):
            self.last_individual = told
            self.last_individual_paragraph = self.paragraph
        self.spoke_here.append(told)

    def tell(self, extract: Extract) -> list[Told]:
        """Give the speakers of an attribution; none where it is the author's own voice."""
        if extract.phrase is None:
            return []
        known = [
            through(extract, phrase, speaker)
            for phrase in holders(extract, extract.phrase)
            for speaker in self._together(extract, phrase) or [self._tell(extract, phrase)]
            if speaker is not None
        ]
        if extract.relays and not known:
            extract.relays = []  # "cited the storm": what is cited does not speak
            told = self._tell(extract, extract.phrase)
            known = [] if told is None else [through(extract, extract.phrase, told)]
        known = [self._placed(speaker) for speaker in known]
        for speaker in known:
            self.remember(speaker)
        self.spoke_together = known
        if known and extract.source is not None:
            self.spoke_at = extract.source[0]
        return known

    def _together(self, extract: Extract, phrase: Phrase) -> list[Told | None]:
        """Give the people who spoke with one voice last, whom "they" and "the authors" mean."""
        people = [told for told in self.spoke_together if told.speaker.name is not None]
        if len(people) < 2 or self.paragraph - self.last_paragraph > 1:
            return []
        tokens = extract.sentence.tokens
        mention = read_mention(tokens, phrase)
        pair = mention.head == "they" or (mention.determiner == "the" and mention.is_plural)
        if not pair or any(token.tag == "name" for token in tokens[phrase.start : phrase.end]):
            return []
        told = mention.before or mention.head
        return [because(one, f"{told!r}: those who spoke together last") for one in people]

    def notice(self, acting: Sequence[Extract]) -> None:
        """Note people who act without words: "she" may mean them as if they had spoken."""
        for extract in acting:
            self.tell(extract)

    def _placed(self, told: Told) -> Told:
        """Leave out an affiliation that is a person, as in "Farraday aides"."""
        place = told.speaker.affiliation
        known = place is not None and told.person is None and self.cast.is_person(place.split())
        return without_affiliation(told) if known else told

    def _tell(self, extract: Extract, phrase: Phrase) -> Told | None:
        mention = read_mention(extract.sentence.tokens, phrase)
        if mention.head.lower() in _NO_ONE or mention.determiner == "no":
            return None
        if extract.kind == FOR_WHOM and not self._gives_views(mention):
            return None
        if mention.kind == "pronoun":
            return self._plural_subject(mention, extract) or self._pronoun(mention.head, extract)
        if mention.kind == "name":
            return self._named(mention, extract.kind)
        if mention.kind == "organisation":
            return self._surname(mention) or told_organisation(mention, self.paragraph)
        position = extract.source[0] if extract.source else 0
        if mention.head in _GROUPS:
            group = self._group_before(extract)
            return group or told_noun(mention, extract.kind, self.paragraph)
        told = self._pointed_at(mention, position)
        told = told or told_noun(mention, extract.kind, self.paragraph)
        if told is None and _is_behind_who(extract):
            return told_nobody(("who", position), "'who': nothing near tells whom it means")
        return told

    def _group_before(self, extract: Extract) -> Told | None:
        """Give whom "some" and "others" are part of: "Experts are split. Some say no."."""
        begin = extract.sentence.tokens[0].start
        before = [s for s in self.sentences if s.tokens[0].start < begin]
        for sentence in reversed(before[-_MOST_SENTENCES:]):
            subject = sentence.subject
            meant = None if subject is None else read_mention(sentence.tokens, subject)
            if meant is not None and meant.kind == "noun" and meant.is_plural:
                group = told_noun(meant, extract.kind, self.paragraph)
                reason = f"part of {meant.before!r}, a sentence before"
                return group and because(group, reason) if is_role_noun(meant.head) else None
        return None

    def _plural_subject(self, mention: Mention, extract: Extract) -> Told | None:
        """Give whom "they" means where its own sentence has a plural subject before it."""
        if mention.head != "they" or extract.phrase is None:
            return None
        subject = extract.sentence.subject
        if subject is None or subject.end > extract.phrase.start:
            return None
        meant = read_mention(extract.sentence.tokens, subject)
        known = meant.kind == "noun" and meant.is_plural and is_role_noun(meant.head)
        told = told_noun(meant, extract.kind, self.paragraph) if known else None
        return told and because(told, f"pronoun 'they': {meant.before!r}, its sentence's subject")

    def _named(self, mention: Mention, kind: str) -> Told | None:
        person = self._meant(mention.name, mention.before or mention.after.strip(_MARKS))
        if person is not None:
            self._take_over_role(person)
            confidence = 0.95 if len(mention.name) > 1 else 0.9
            return told_person(person, confidence, self._form_of(person, mention))
        n_bearers = self.cast.n_bearers(mention.name)
        if n_bearers > 1:
            reason = f"{n_bearers} people are named {' '.join(mention.name)}"
            return told_nobody(("shared", mention.name), reason, "named")
        return told_name(mention, self.paragraph) if not is_thing(mention, kind) else None

    def _form_of(self, person: Person, mention: Mention) -> str:
        """Say which form of somebody's name stands there, and where the full one does."""
        if mention.name == person.name:
            return "full name"
        where = f", named in paragraph {person.named_in[0]}" if person.named_in else ""
        chosen = ""
        if len(mention.name) == 1 and self.cast.n_bearers(mention.name) > 1:
            chosen = ", of those who bear it the one who spoke last"
        return f"short form of {person.full_name}{where}{chosen}"

    def _gives_views(self, mention: Mention) -> bool:
        """Tell whether "For Farraday, " opens the view of an expert who has spoken."""
        person = self._meant(mention.name, mention.before) if mention.kind == "name" else None
        return person is not None and person.role == "expert" and bool(person.spoken)

    def _surname(self, mention: Mention) -> Told | None:
        """Give the person whose surname is also a word of the calendar or a nationality's."""
        bare = len(mention.name) == 1 and not mention.determiner and may_be_surname(mention.head)
        person = self._meant(mention.name) if bare else None
        if person is None or person.name[-1].lower() != mention.head.lower():
            return None
        return told_person(person, 0.9, self._form_of(person, mention))

    def _meant(self, name: Sequence[str], before: str = "") -> Person | None:
        person = self.cast.find(name, self.paragraph, before)
        if person is None and len(name) == 1:
            return self.cast.find_introduced(name[0], self.paragraph)
        return person

    def _take_over_role(self, person: Person) -> None:
        """Let "her colleague" be an expert where she is one."""
        other = None if self.last_individual is None else self.last_individual.person
        if other is None or other is person or person.role not in ("unknown", "institution"):
            return
        colleague = _COLLEAGUE.search(person.description) if other.role == "expert" else None
        if colleague is not None:
            person.role = "expert"
            person.role_from = Evidence(colleague.group(), self.paragraph)

    def _pronoun(self, word: str, extract: Extract) -> Told | None:
        if word in _AUTHOR or (word == "it" and extract.kind == "show"):
            return None
        if word in _THIRD_PERSON:
            return self._third_person(_THIRD_PERSON[word], extract)
        near = self.last if self.paragraph - self.last_paragraph <= 1 else None
        if word in _GROUPS:
            group = near is not None and near.speaker.naming == "unnamed_group"
            if near is not None and group:
                return because(near, f"pronoun {word!r}: the group that spoke last")
            reason = f"{word!r} names nobody, and no group spoke last"
            nobody = told_nobody(("group", word), reason, "unnamed_group")
            return self._group_before(extract) or nobody
        if word in ("it", "its") and near is not None and near.person is None:
            if near.speaker.name:
                return because(near, f"pronoun {word!r}: {near.speaker.name}, which spoke last")
            if near.speaker.naming == "unnamed_group" and _is_one_noun(near):
                return because(near, f"pronoun {word!r}: the body that spoke last")
        return told_nobody(("pronoun", word), f"{word!r}: nothing near tells whom it means")

    def _third_person(self, gender: Gender, extract: Extract) -> Told:
        position = extract.source[0] if extract.source else 0
        named = [
            person
            for start, person in self._named_before(position)
            if not any(a <= start < b for a, b in extract.content)
        ]
        near = self.paragraph - self.last_individual_paragraph <= 1
        before = self.last_individual.person if near and self.last_individual else None
        subject = self._subject_since(gender, position)
        spoke = [] if subject is not None else self.spoke_here
        person, confidence, reason = antecedent(
            gender, spoke, named if subject is None else [subject], before
        )
        if person is None and not named and not near and _stands_at_cue(extract):
            person = self._subject_before(gender)
            confidence = _UNNAMED
            reason = reason if person is None else "the only person the paragraph before is about"
        if person is None:
            nobody = told_nobody(("pronoun", gender), f"pronoun {gender!r}: {reason}")
            return self._somebody_unnamed(gender, named) or nobody
        person.gender = person.gender or gender
        if subject is not None:
            reason = "whose full name opens a sentence since somebody else spoke"
        return told_person(person, confidence, f"pronoun {gender!r}: {reason}")

    def _subject_before(self, gender: Gender) -> Person | None:
        """Give the one person who is the subject of sentences of the paragraph before."""
        sentences, names = self.before
        found: list[Person] = []
        for sentence in sentences[:_MOST_SUBJECTS]:
            subject = sentence.subject
            if subject is None:
                continue
            begin, end = sentence.tokens[subject.start].start, sentence.tokens[subject.end - 1].end
            owners = {t.start for t in sentence.tokens if t.tag == "possessive"}
            found += [p for n, p in names if begin <= n < end and not owners & {n}][:1]
        people = [person for person in distinct(found) if fits(person, gender)]
        return people[0] if len(people) == 1 else None

    def _somebody_unnamed(self, gender: Gender, named: Sequence[Person]) -> Told | None:
        """Give "a former envoy", who spoke last, where no name stands between."""
        last = self.last_individual
        near = self.paragraph - self.last_individual_paragraph <= 1
        if last is None or named or not near or not is_somebody_unnamed(last):
            return None
        told = because(last, f"pronoun {gender!r}: somebody unnamed, who spoke last")
        return replace(told, confidence=_UNNAMED)

    def _subject_since(self, gender: Gender, position: int) -> Person | None:
        """Give whose full name has opened a sentence since somebody else spoke in the paragraph."""
        if not self.spoke_here:
            return None
        for start, person in reversed(self._named_before(position)):
            if start <= self.spoke_at:
                return None
            if start in self.openings and fits(person, gender):
                return person
        return None

    def _named_before(self, position: int) -> Sequence[tuple[int, Person]]:
        """Give the last people whom the paragraph names before a place, with where it does."""
        behind = bisect_left(self.named_here, position, key=lambda name: name[0])
        return self.named_here[max(0, behind - _MOST_NAMES) : behind]

    def _pointed_at(self, mention: Mention, position: int) -> Told | None:
        """Give the one person near whom "the professor" describes, or the body that spoke last."""
        if mention.determiner not in _POINTING or mention.is_plural or not mention.head:
            return None
        if mention.head in BODIES:
            return self._body_pointed_at(mention)
        same = self._same_unnamed(mention)
        if same is not None:
            return same
        titled = self._titled(mention)
        if titled:
            person = self._nearest(titled, mention, position)
            told = f"{mention.before!r}: the one person near who bears that title"
            return None if person is None else told_person(person, 0.65, told)
        people = distinct(p for n, p in self.recent if self.paragraph - n <= _LONG_AGO)
        meant = [person for person in people if _is_told_of(person, mention)]
        reason = "the one recent speaker so described"
        if not meant:
            meant = self._undescribed(mention, position)
            reason = "the only person near of whom nothing else is said"
            for person in meant if len(meant) == 1 else ():
                person.role = "expert"
                person.role_from = Evidence(mention.before, self.paragraph)
        if len(meant) != 1:
            return None
        return told_person(meant[0], 0.6, f"{mention.before!r}: {reason}")

    def _same_unnamed(self, mention: Mention) -> Told | None:
        """Give the unnamed official who spoke last where "the official" may be nobody else."""
        last = self.last_individual
        if last is None or self.paragraph - self.last_individual_paragraph > 1:
            return None
        if not is_somebody_unnamed(last) or head(str(_noun_of(last))) != mention.head:
            return None
        return because(last, f"{mention.before!r}: the unnamed speaker so called who spoke last")

    def _body_pointed_at(self, mention: Mention) -> Told | None:
        """Give the organisation that spoke last where "the ministry" may be it."""
        near = self.last if self.paragraph - self.last_paragraph <= 1 else None
        if near is None or near.person is not None or near.speaker.name is None:
            return None
        named = near.speaker.name.lower().split()
        printed = near.speaker.role == "media" and role_of(mention.before) == "media"
        if not (printed or mention.head in named) or is_elsewhere(
            mention.before, near.speaker.name
        ):
            return None
        return because(near, f"{mention.before!r}: {near.speaker.name}, which spoke last")

    def _titled(self, mention: Mention) -> list[Person]:
        """Give whom the article has named so far by a title that a description repeats."""
        bearers = self.cast.titled(sorted(kindred(mention.head)))
        return [
            person
            for person in bearers
            if (id(person) in self.last_named or any(p is person for _, p in self.named_here))
            and any(fits_title(mention.before, mention.head, title) for title in person.titles)
        ]

    def _nearest(self, people: Sequence[Person], mention: Mention, position: int) -> Person | None:
        """Give whom of some people the text before a place leads to, if it is one of them."""
        near = self.paragraph - self.last_individual_paragraph <= 1
        spoke = self.last_individual.person if near and self.last_individual else None
        here = distinct(
            [p for _, p in self._named_before(position) if _is_among(p, people)]
            + [p for p in (spoke,) if p is not None and _is_among(p, people)]
        )
        if here:
            return here[0] if len(here) == 1 and self._is_clear(here[0], people, mention) else None
        always = mention.head in ONE_AT_A_TIME or names_place(mention.before)
        for longest in (1, _LONG_AGO, _AT_ANY_TIME if always else 0):
            since = self.paragraph - longest
            found = [p for p in people if self.last_named.get(id(p), -_AT_ANY_TIME) >= since]
            if found:
                clear = len(found) == 1 and self._is_clear(found[0], people, mention)
                return found[0] if clear and (always or not self._untitled(position)) else None
        return None

    def _is_clear(self, person: Person, people: Sequence[Person], mention: Mention) -> bool:
        """Tell whether "the president" leaves no doubt: a foreign one must have spoken last."""
        near = self.paragraph - self.last_individual_paragraph <= 1
        if near and self.last_individual is not None and self.last_individual.person is person:
            return True
        if mention.head in VAGUE:
            return False
        if mention.head not in ONE_AT_A_TIME or names_place(mention.before):
            return True
        foreign = all(is_foreign(t) for t in person.titles if head(t) in kindred(mention.head))
        return not foreign and (len(people) == 1 or not _is_foreigner(person, people))

    def _untitled(self, position: int) -> bool:
        """Tell whether somebody is named nearer of whom the article tells no title."""
        here = [person for _, person in self._named_before(position)]
        return any(not person.titles for person in here)

    def _undescribed(self, mention: Mention, position: int) -> list[Person]:
        """Give who may be "the retired colonel" where the text has not said yet what they are."""
        if role_of(mention.before) != "expert":
            return []
        named = [person for _, person in self._named_before(position)]
        near = self.paragraph - self.last_individual_paragraph <= 1
        if not named and near and self.last_individual and self.last_individual.person:
            named = [self.last_individual.person]
        people = distinct(named)
        return people if all(_may_be_expert(person) for person in people) else []


def _is_body(told: Told) -> bool:
    """Tell an organisation, a group or a document, whom "he" cannot mean."""
    if told.person is not None:
        return False
    named = told.speaker.naming == "named" and told.speaker.role in _BODIES
    return named or told.speaker.naming in ("unnamed_group", "document")


def _is_behind_who(extract: Extract) -> bool:
    """Tell "an increase from Oduya, who said", where "who" cannot mean the thing before it."""
    found = extract.finding
    if found is None or found.antecedent is None or found.source is None:
        return False
    return extract.sentence.tokens[found.source.start].lower == "who"


def _is_among(person: Person, people: Sequence[Person]) -> bool:
    return any(other is person for other in people)


def _stands_at_cue(extract: Extract) -> bool:
    """Tell the subject of a cue from that of another verb, which the cue only hangs on."""
    if extract.finding is None or extract.phrase is None:
        return False
    (first, last), phrase = extract.finding.cue, extract.phrase
    return -1 <= first - phrase.end <= 1 or phrase.start == last


def _is_one_noun(told: Told) -> bool:
    """Tell "the army" from "soldiers"."""
    return isinstance(told.key, tuple) and told.key[0] == "noun"


def _noun_of(told: Told) -> object:
    return told.key[1] if isinstance(told.key, tuple) else ""


def _is_foreigner(person: Person, people: Sequence[Person]) -> bool:
    """Tell "French President Aubert" where "President Pell" may be meant by "the president"."""
    placed = [one for one in people if any(names_place(title) for title in one.titles)]
    return _is_among(person, placed) and len(placed) < len(people)


def _is_told_of(person: Person, mention: Mention) -> bool:
    """Tell whether a noun in small letters is a word of what is said of somebody."""
    noun, said = mention.head, person.description.lower()
    if not (is_role_noun(noun) or role_of(noun) != "unknown"):
        return False
    # A pattern for each noun takes longer to make than all texts take to search.
    if noun not in said or re.search(rf"\b{re.escape(noun)}\b", said) is None:
        return False
    return not is_elsewhere(mention.before, person.description)


def _may_be_expert(person: Person) -> bool:
    """Tell whether nothing but an organisation is said of somebody so far."""
    said = " ".join(word for word in person.description.split() if not word[0].isupper())
    return person.role in ("expert", "unknown") and role_of(said) == "unknown"
