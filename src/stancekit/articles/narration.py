"""What the author tells of somebody although a cue stands there: careers, habits, names given."""

from __future__ import annotations

from typing import Final

from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.deeds import is_deed, is_forecast
from stancekit.articles.embedding import is_embedded
from stancekit.articles.lexicon import word_groups
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
    """Tell "what envoys call the final text", a name the author uses, from a quoted one."""
    tokens = sentence.tokens
    asked = clause.begin > 0 and tokens[clause.begin - 1].lower == "what"
    return asked and tokens[clause.cue.verb].lower in _NAMING and not _is_quoted(sentence, start)


def _is_quoted(sentence: Sentence, start: int) -> bool:
    return any(word.tag == "quotation" for word in sentence.tokens[start : sentence.end])
