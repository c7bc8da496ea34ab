"""Whom a medium relays: "the agency, citing officials, reported", "the Ledger said Baek said".

A chain of media is followed inwards to the first who is none; where it ends at a medium, that one
speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import is_role_noun
from stancekit.articles.phrases import Phrase
from stancekit.articles.roles import role_of
from stancekit.articles.tokens import Token

_CITING: Final = word_groups("verb_forms")["citing"]
_MEDIA: Final = word_groups("organisations")["media"]
_GROUPS: Final = word_groups("function_words")["quantifier"]
_TALKS: Final = frozenset(
    {"interview", "report", "reports", "remarks", "comments", "statement", "speech", "account"}
    | {"conversation", "article", "story", "post", "email", "letter"}
)
_OF_TALKS: Final = frozenset({"with", "by", "from", "of"})
_SAYING: Final = frozenset({"state", "speak", "tell", "think"})
_LONGEST_CHAIN: Final = 4
_LONGEST_TIME: Final = 8


def is_medium(words: Sequence[Token], phrase: Phrase) -> bool:
    """Tell a newspaper, an agency or what they print from other sources."""
    inside = words[phrase.start : phrase.end]
    last = inside[-1]
    if last.tag == "name":
        return last.lower in _MEDIA
    return last.tag == "word" and role_of(" ".join(word.text for word in inside)) == "media"


def relay_chain(sentence: Sentence, phrase: Phrase, cue_end: int, content: int) -> list[Phrase]:
    """Give a chain of sources from the outermost to the first who is no medium.

    Parameters
    ----------
    sentence, phrase
        The sentence and its outermost source.
    cue_end, content
        Where the outermost cue ends and where its content begins, as token indices.
    """
    chain = [phrase]
    while len(chain) <= _LONGEST_CHAIN:
        phrase = chain[-1] = _with_publisher(sentence, phrase)
        inner = _cited_beside(sentence, phrase)
        if inner is None and is_medium(sentence.tokens, phrase):
            inner = _cited_behind(sentence, cue_end) or _who_says(sentence, content)
        if inner is None or inner == phrase:
            break
        phrase = inner
        chain.append(phrase)
    return chain


def _with_publisher(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Add the paper to "a report by the Ledger, which cited officials", where it cites somebody."""
    tokens = sentence.tokens
    if phrase.end + 1 >= len(tokens) or tokens[phrase.end].lower != "by":
        return phrase
    by = sentence.phrase_after(phrase.end + 1) if tokens[phrase.end - 1].lower in _TALKS else None
    whole = phrase if by is None else Phrase(phrase.start, by.end, by.full_end)
    return phrase if _cited_beside(sentence, whole) is None else whole


def _cited_beside(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Give whom the words beside a source say it cites: "the agency, citing officials, "."""
    tokens = sentence.tokens
    behind = phrase.end < len(tokens) and tokens[phrase.end].tag == "word"
    for i in range(phrase.end, phrase.end + 1 if behind else phrase.full_end):
        if i < len(tokens) and tokens[i].lower in _CITING:
            says = tokens[i].lower.endswith("ing") or is_medium(tokens, phrase)
            return _named_in(sentence, i + 1) if says else None
    return None


def _cited_behind(sentence: Sentence, cue_end: int) -> Phrase | None:
    """Give whom it cites behind the cue: "the Ledger reported on Monday, citing officials, "."""
    tokens = sentence.tokens
    for i in range(cue_end, min(cue_end + _LONGEST_TIME, len(tokens) - 2)):
        if tokens[i].text == ",":
            cites = tokens[i + 1].lower in _CITING
            return _named_in(sentence, i + 2) if cites else None
        if tokens[i].lower == "that" or tokens[i].tag == "quotation":
            return None
    return None


def _named_in(sentence: Sentence, start: int) -> Phrase | None:
    """Give who is cited: "an interview with Oduya" is hers, "a report by the Post" the paper's."""
    tokens = sentence.tokens
    for i in range(start, min(start + 4, len(tokens) - 2)):
        if tokens[i].lower in _TALKS and tokens[i + 1].lower in _OF_TALKS:
            return sentence.phrase_after(i + 2)
        if tokens[i].tag not in ("determiner", "word"):
            break
    cited = sentence.phrase_after(start)
    return cited if cited is not None and _may_speak(tokens[cited.start : cited.end]) else None


def _may_speak(words: Sequence[Token]) -> bool:
    """Tell officials, papers and names from reasons: "citing storms"."""
    return any(
        word.tag == "name" or is_role_noun(word.lower) or word.lower in _GROUPS for word in words
    )


def _who_says(sentence: Sentence, content: int) -> Phrase | None:
    """Give who speaks in the first clause of what a medium reports, if this sentence has it."""
    tokens = sentence.tokens
    if content >= len(tokens):
        return None
    start = content + 1 if tokens[content].lower == "that" else content
    start += tokens[start].text == "," if start < len(tokens) else 0
    if [token.lower for token in tokens[start : start + 2]] == ["according", "to"]:
        return sentence.phrase_after(start + 2)
    return next(_subjects(sentence, start), None)


def _subjects(sentence: Sentence, start: int) -> Iterator[Phrase]:
    for clause in sentence.clauses:
        subject, cue = clause.subject, clause.cue
        says = cue.kind in _SAYING and cue.shape == "finite" and not cue.negated
        if says and clause.own and subject is not None and subject.start == start:
            yield subject
