"""How far a noun phrase reaches from one of its ends, over nouns, names and what joins them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.morphology import past_forms
from stancekit.articles.names import is_organisation, is_title, name_start
from stancekit.articles.tokens import Token

IsVerb = Callable[[int], bool]

_WORDS: Final = word_groups("function_words")
LINKING: Final = _WORDS["linking"]
_QUANTIFIERS: Final = _WORDS["quantifier"]
_INDEFINITE: Final = _WORDS["indefinite"]
_CALENDAR: Final = all_words("calendar")
_DAYS: Final = word_groups("calendar")["days"]
_MONTHS: Final = word_groups("calendar")["months"]
_TIMES: Final = word_groups("calendar")["days"] | _WORDS["time"] | {"today", "yesterday"}
_ARTICLES: Final = frozenset({"the", "a", "an"})
_INSIDE: Final = frozenset({"name", "word", "number", "quotation", "possessive", "determiner"})
_VERB_PARTICLES: Final = frozenset({"up", "out", "off", "down", "away", "back"})
_JOINING: Final = frozenset({"and", "&", "or"})
_POINTING_AT_TIMES: Final = frozenset({"this", "last", "that", "earlier"})
_NAMES_MEMBERS: Final = frozenset({"included", "includes", "include"})
_NEVER_LAST: Final = LINKING | _JOINING | {"-"}
_BEFORE_RELATIVE_VERBS: Final = frozenset({"adverb", "auxiliary", "negation"})
_IN_CLAUSES: Final = frozenset({"auxiliary", "negation", "adverb"})
_LONGEST_CLAUSE: Final = 14
_CLOSING_QUOTES: Final = "\"'\u201d\u2019"
_MOST_WORDS: Final = 60
_LONGEST_NAME_IN_QUOTES: Final = 40


def left_edge(sentence: Sequence[Token], end: int, is_verb: IsVerb) -> int | None:
    """Give where the noun phrase that ends before `end` begins; ``None`` where none ends there."""
    head = sentence[end - 1]
    if head.tag in ("pronoun", "relative"):
        return end - 1
    if head.tag == "determiner":
        return end - 1 if head.lower in _QUANTIFIERS else None
    if not head.is_nounish or is_verb(end - 1):
        return None
    start = end - 1
    limit = max(0, end - _MOST_WORDS)
    while start > limit:
        further = _one_left(sentence, start, is_verb)
        if further is None or further < limit:
            break
        start = further
    start = _without_time(sentence, _trimmed(sentence, start, end), end)
    return _without_place(sentence, start, end)


def before_time(sentence: Sequence[Token], end: int, is_verb: IsVerb) -> int:
    """Give where a phrase ends before its time: "The ministry on Monday", "A poll taken Sunday"."""
    stop = _before_period(sentence, end)
    while stop > 1 and sentence[stop - 1].lower in _DAYS:
        stop -= 1
    if stop > 1 and sentence[stop - 1].lower in _MONTHS and sentence[stop - 2].lower == "in":
        return stop - 2
    if stop == end:
        return end
    if stop > 1 and sentence[stop - 1].lower == "on":
        return stop - 1
    participle = stop > 1 and sentence[stop - 1].lower.endswith("ed") and not is_verb(stop - 1)
    if participle and sentence[stop - 1].tag == "word" and sentence[stop - 2].is_nounish:
        return stop - 1
    return stop if _may_speak(sentence[stop - 1]) else end


def _may_speak(token: Token) -> bool:
    return token.is_nounish or token.tag == "relative"


def _before_period(sentence: Sequence[Token], end: int) -> int:
    """Leave out "earlier this month" and "last week" behind "Envoys" and before their verb."""
    if end < 3 or sentence[end - 1].lower not in _WORDS["time"]:
        return end
    if sentence[end - 2].lower not in _POINTING_AT_TIMES:
        return end
    stop = end - 2
    while stop > 1 and sentence[stop - 1].lower in ("earlier", "later", "late", "early"):
        stop -= 1
    return stop if _may_speak(sentence[stop - 1]) else end


def _without_place(sentence: Sequence[Token], start: int, end: int) -> int:
    """Leave out where something is said: "From the far side of the fence Ines Oduya argues"."""
    if start == 0 or sentence[start - 1].tag != "preposition":
        return start
    begin = name_start(sentence, end)
    full = end - begin > 1 and begin > start and not is_organisation(sentence[begin:end])
    noun = sentence[begin - 1]
    return begin if full and noun.tag == "word" and not is_title(noun.lower) else start


def _one_left(sentence: Sequence[Token], start: int, is_verb: IsVerb) -> int | None:
    """Give the next start to the left that keeps the phrase one phrase."""
    previous = sentence[start - 1]
    if is_verb(start - 1):
        return _relative_before(sentence, start - 1)
    if previous.tag in _INSIDE:
        if sentence[start].lower in _INDEFINITE or previous.lower in _NAMES_MEMBERS:
            return None
        return None if _begins_anew(sentence, start) else start - 1
    if _links(sentence, start - 1, is_verb) or _joins(sentence, start - 1, is_verb):
        return start - 1
    before = sentence[start - 2] if start >= 2 else None
    if previous.tag == "relative" and before is not None and before.is_nounish:
        return start - 1
    if previous.lower == "one" and sentence[start].tag in ("word", "name"):
        return start - 1
    if previous.lower in _INDEFINITE and sentence[start].lower in LINKING:
        return start - 1
    if previous.tag == "adverb" and before is not None and before.tag == "determiner":
        return start - 1
    return _behind_noun(sentence, start - 1) if previous.tag in _IN_CLAUSES else None


def _begins_anew(sentence: Sequence[Token], start: int) -> bool:
    """Tell whether a phrase begins at `start` although a noun or name stands left of it."""
    first, previous = sentence[start].lower, sentence[start - 1]
    if first in _INDEFINITE or is_speech(previous) or previous.lower == "something":
        return True  # "something the envoy denied"
    if first in _ARTICLES and (previous.tag in ("name", "number") or _took(sentence, start - 1)):
        return True
    return previous.lower == "that" and start > 1 and sentence[start - 2].is_nounish


def _took(sentence: Sequence[Token], index: int) -> bool:
    """Tell the verb that an article follows, "issued a", "kept up the", from a noun before it."""
    if sentence[index].lower in _VERB_PARTICLES and index > 1:
        index -= 1
    word = sentence[index]
    past = word.lower.endswith("ed") or word.lower in past_forms()
    return word.tag == "word" and past and index > 0 and sentence[index - 1].is_nounish


def is_object(sentence: Sequence[Token], start: int) -> bool:
    """Tell "a note" in "the mayor sent a note" by the verb left of it."""
    return start > 1 and sentence[start].lower in _ARTICLES and _took(sentence, start - 1)


def _behind_noun(sentence: Sequence[Token], inside: int) -> int | None:
    """Give the index of "who" in "an aide who asked not to be named" from a word behind it."""
    for i in range(inside, max(1, inside - _LONGEST_CLAUSE), -1):
        token = sentence[i]
        if token.tag == "relative":
            return i if token.lower == "who" and sentence[i - 1].is_nounish else None
        if token.tag in ("mark", "quotation", "conjunction", "subordinator"):
            return None
    return None


def is_speech(token: Token) -> bool:
    """Tell a quotation that is said from one that is a name or a scare quote."""
    if token.tag != "quotation":
        return False
    ending = token.text.rstrip(_CLOSING_QUOTES)[-1:]
    return token.end - token.start > _LONGEST_NAME_IN_QUOTES or ending in (",", ".", "?", "!")


def _relative_before(sentence: Sequence[Token], verb: int) -> int | None:
    """Give the index of "who" where a verb belongs to a relative clause inside the phrase."""
    i = verb
    while i > 0 and sentence[i - 1].tag in _BEFORE_RELATIVE_VERBS:
        i -= 1
    if i > 0 and (sentence[i - 1].tag == "relative" or sentence[i - 1].lower == "that"):
        return i - 1
    return None


def _links(sentence: Sequence[Token], index: int, is_verb: IsVerb) -> bool:
    """Tell whether a preposition joins two nouns of one phrase."""
    if sentence[index].lower not in LINKING or index == 0:
        return False
    before = sentence[index - 1]
    if before.lower in _QUANTIFIERS or before.lower in _INDEFINITE:
        return True
    return before.is_nounish and not is_verb(index - 1)


def _joins(sentence: Sequence[Token], index: int, is_verb: IsVerb) -> bool:
    """Tell whether a conjunction joins two nouns of one kind: names, or plurals."""
    if sentence[index].lower not in _JOINING or index == 0:
        return False
    before, after = sentence[index - 1], sentence[index + 1]
    if is_verb(index - 1) or not before.is_nounish:
        return False
    if before.tag == "name" and after.tag == "name":
        return True
    return before.tag == "word" and after.tag == "word" and before.lower.endswith("s")


def _trimmed(sentence: Sequence[Token], start: int, end: int) -> int:
    while start < end - 1 and sentence[start].tag in ("possessive", "preposition", "conjunction"):
        start += 1
    return start


def _without_time(sentence: Sequence[Token], start: int, end: int) -> int:
    """Leave out a time that stands right before a name: "On Monday Baek said"."""
    for i in range(end - 2, start - 1, -1):
        day_of_month = sentence[i].tag == "number" and i and sentence[i - 1].lower in _CALENDAR
        if sentence[i].lower in _TIMES or day_of_month:
            return i + 1
    return start


def right_edge(sentence: Sequence[Token], start: int, is_verb: IsVerb) -> int | None:
    """Give where the noun phrase that begins at `start` ends; ``None`` where none begins there."""
    if start >= len(sentence):
        return None
    first = sentence[start]
    if first.tag in ("pronoun", "relative") and first.lower not in _QUANTIFIERS:
        return start + 1
    end = start
    limit = min(len(sentence), start + _MOST_WORDS)
    while end < limit and _goes_on(sentence, start, end, is_verb):
        end += 1
    while end > start and sentence[end - 1].lower in _NEVER_LAST:
        end -= 1
    named = any(token.is_nounish or token.tag == "determiner" for token in sentence[start:end])
    return end if named else None


def _acts(sentence: Sequence[Token], start: int, i: int) -> bool:
    """Tell the verb of "Oduya went further" and "Oduya shrugged at it" from a noun."""
    word = sentence[i]
    if word.tag != "word" or not (word.lower.endswith("ed") or word.lower in past_forms()):
        return False
    behind = sentence[i + 1].tag if i + 1 < len(sentence) else "mark"
    if i + 2 < len(sentence) and sentence[i - 1].is_nounish:
        article = i + 2 if sentence[i + 1].lower in _VERB_PARTICLES else i + 1
        if sentence[article].lower in _ARTICLES:
            return True
    named = sentence[i - 1].tag == "name" and name_start(sentence, i) == start
    return named and behind not in ("word", "name", "quotation")


def _goes_on(sentence: Sequence[Token], start: int, i: int, is_verb: IsVerb) -> bool:
    """Tell whether token `i` belongs to the phrase that begins at `start`."""
    token = sentence[i]
    if i == start:
        return token.tag in ("name", "word", "determiner", "adverb", "possessive")
    if token.tag in ("name", "word", "determiner", "possessive"):
        verb = is_verb(i) and sentence[i - 1].tag != "determiner"
        return not verb and token.lower not in _TIMES and not _acts(sentence, start, i)
    if token.lower == "than":
        return sentence[i - 1].lower in ("more", "fewer", "less")
    if token.lower in LINKING:
        return i + 1 < len(sentence) and sentence[i + 1].lower not in _CALENDAR
    if token.lower in ("and", "&"):
        return i + 1 < len(sentence) and sentence[i + 1].tag in ("name", "word")
    if token.tag == "quotation":
        return not is_speech(token)
    return token.tag == "number" or token.text in ("(", ")", "-")
