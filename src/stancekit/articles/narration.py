"""What the author tells of somebody although a cue stands there: careers, habits, names given."""

from __future__ import annotations

from typing import Final

from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.deeds import is_deed, is_forecast
from stancekit.articles.embedding import is_embedded
from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.names import is_place, is_role_noun
from stancekit.articles.participles import is_inference

_AUTHORING: Final = word_groups("verb_forms")["authoring"]
_OPINIONS: Final = frozenset({"op-ed", "column", "editorial", "letter", "essay", "memo", "article"})
_WORKS: Final = word_groups("verb_forms")["works"]
_OBJECTS: Final = frozenset({"name", "word", "determiner", "number"})
_ATTITUDES: Final = frozenset({"judge", "speak of", "want"})
_HABITS: Final = frozenset(
    {"long", "always", "usually", "often", "traditionally", "generally", "consistently"}
)
_PERFECT: Final = frozenset({"has", "have", "had"})
_PERCEIVED: Final = frozenset({"seen", "heard", "read"})
_DESCRIBING: Final = frozenset({"describe", "describes", "described"})
_SO_DESCRIBED: Final = frozenset({"as", "how", "what", "in", "being", "having"})
_OFFERING: Final = frozenset({"offer", "offers", "offered", "offering"})
_SAYING_NOUNS: Final = all_words("cue_nouns") | word_groups("verb_forms")["said things"]
_READING: Final = frozenset({"read", "reads", "reading"})
_VIEWS: Final = word_groups("cue_nouns")["opinion"]
_WORRYING: Final = frozenset({"worry", "worries"})
_NEAR: Final = 5
_NAMING: Final = frozenset({"call", "calls", "called"})


def is_narrated(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell whether the author speaks; the content would begin at token `start`."""
    return (
        is_embedded(sentence, clause)
        or is_deed(sentence, clause, start)
        or is_forecast(sentence, clause, start)
        or is_inference(sentence, clause, start)
        or _tells_career(sentence, clause, start)
        or _tells_work(sentence, clause, start)
        or _tells_habit(sentence, clause, start)
        or _tells_experience(sentence, clause)
        or _tells_manner(sentence, clause, start)
        or _gives_name(sentence, clause, start)
        or _hands_over(sentence, clause, start)
        or _alarms(sentence, clause, start)
        or _wishes(sentence, clause, start)
        or _bears_words(sentence, clause)
    )


def _tells_career(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "Oduya, who wrote the rules," from "who wrote that the rules are dead"."""
    if clause.antecedent is None or sentence.tokens[clause.cue.verb].lower not in _AUTHORING:
        return False
    first, written = sentence.tokens[start], sentence.phrase_after(start)
    if written is None or first.tag not in _OBJECTS:
        return False
    return _OPINIONS.isdisjoint(word.lower for word in sentence.tokens[start : written.end])


def _tells_work(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "wrote her dissertation" and "has written a book" from what was written."""
    if sentence.tokens[clause.cue.verb].lower not in _AUTHORING:
        return False
    written = sentence.phrase_after(start)
    if written is None or _is_clause(sentence, written.end):
        return False
    words = sentence.tokens[start : written.end]
    return any(word.lower in _WORKS for word in words[:_NEAR])


def _is_clause(sentence: Sentence, end: int) -> bool:
    """Tell whether a verb follows a phrase: "the rules are dead"."""
    return end < sentence.end and sentence.tokens[end].tag in ("auxiliary", "negation")


def _tells_habit(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "has long supported a freeze" and "who has backed it" from what somebody says now."""
    if clause.cue.kind not in _ATTITUDES or _is_quoted(sentence, start):
        return False
    group = {word.lower for word in sentence.tokens[clause.cue.first : clause.cue.verb]}
    return bool(group & _HABITS) or (clause.antecedent is not None and bool(group & _PERFECT))


def _tells_experience(sentence: Sentence, clause: Clause) -> bool:
    """Tell "has seen the tapes" and "were looking for signs" from what somebody sees or awaits."""
    verb = sentence.tokens[clause.cue.verb].lower
    group = {word.lower for word in sentence.tokens[clause.cue.first : clause.cue.verb]}
    return verb == "looking" or (verb in _PERCEIVED and bool(group & _PERFECT))


def _tells_manner(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "described the method with pride" from "described it as slow"."""
    tokens = sentence.tokens
    if tokens[clause.cue.verb].lower not in _DESCRIBING or _is_quoted(sentence, start):
        return False
    return not any(word.lower in _SO_DESCRIBED for word in tokens[start : sentence.end])


def _gives_name(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "what envoys call the final text", a name in use, from what one "called "a fraud""."""
    tokens = sentence.tokens
    asked = clause.begin > 0 and tokens[clause.begin - 1].lower == "what"
    verb = tokens[clause.cue.verb].lower
    return asked and verb in _NAMING and (verb != "called" or not _is_quoted(sentence, start))


def _hands_over(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "offered fuel", an action, from "offered an apology" and "offered that"."""
    verb = sentence.tokens[clause.cue.verb].lower
    if verb not in _OFFERING or _is_quoted(sentence, start):
        return False
    given = sentence.phrase_after(start)
    if given is None or _is_clause(sentence, given.end):
        return False
    if given.end == sentence.end and sentence.tokens[given.end - 1].lower in _VIEWS:
        return True  # "offered a darker view", which a quotation follows
    return _SAYING_NOUNS.isdisjoint(word.lower for word in sentence.tokens[start : given.end])


def _alarms(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "should worry Americans", which worries others, from "worry that" and "worry about"."""
    verb = sentence.tokens[clause.cue.verb].lower
    if verb not in _WORRYING or not (clause.cue.modal or verb == "worries"):
        return False
    worried = sentence.phrase_after(start)
    return worried is not None and not _is_clause(sentence, worried.end)


def _wishes(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell what a capital "wants", which the author says, from what it says."""
    if clause.subject is None or clause.cue.kind != "want" or _is_quoted(sentence, start):
        return False
    return is_place(
        [word.text for word in sentence.tokens[clause.subject.start : clause.subject.end]]
    )


def _bears_words(sentence: Sentence, clause: Clause) -> bool:
    """Tell what is written on a thing, "banners read", from what a person or a letter "reads"."""
    if clause.subject is None or sentence.tokens[clause.cue.verb].lower not in _READING:
        return False
    head = sentence.tokens[clause.subject.end - 1]
    if head.tag in ("name", "pronoun", "relative"):
        return False
    return not is_role_noun(head.lower)


def _is_quoted(sentence: Sentence, start: int) -> bool:
    return any(word.tag == "quotation" for word in sentence.tokens[start : sentence.end])
