"""Whether a speaker denies a content: "denied that", "did not say that", "rejected the claim that".

Two denials in one cue cancel each other: "did not deny that".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.articles.tokens import Token

_DENIALS: Final = word_groups("denials")
_FARTHEST_CLAIM: Final = 5
_ENDS_OBJECT: Final = frozenset({"that", "of", "about", "by", "from"})


def is_denied(tokens: Sequence[Token], cue: tuple[int, int], content: int) -> bool:
    """Tell whether a cue, given by its tokens, denies the content that begins at a token.

    Examples
    --------
    >>> from stancekit.articles.attribution import attribute
    >>> [a.negated for a in attribute("Oduya denied that talks failed. She said they went on.")]
    [True, False]
    """
    negated = denied = False
    for word in tokens[cue[0] : cue[1]]:
        negated = negated or word.tag == "negation"
        says_no = word.lower in _denying() and _says_no(word.lower, tokens, content)
        denied = denied or says_no
    return negated != denied


def denies(verb: str) -> bool:
    """Tell a form of "deny" from other verbs."""
    return verb in _forms("verbs")


def refuses_to_speak(tokens: Sequence[Token], verb: int) -> bool:
    """Tell "refused to discuss", which says nothing, from "refused to sign"."""
    if tokens[verb].lower not in _forms("refusals"):
        return False
    words = [token.lower for token in tokens[verb + 1 : verb + 4]]
    return words[:1] == ["to"] and not _DENIALS["speech"].isdisjoint(words[1:])


def _says_no(word: str, tokens: Sequence[Token], content: int) -> bool:
    return word not in _forms("verbs of claims") or _is_claim(tokens, content)


def _is_claim(tokens: Sequence[Token], start: int) -> bool:
    """Tell "the claim that it had left", which others make, from "the offer"."""
    for token in tokens[start : start + _FARTHEST_CLAIM]:
        if token.lower in _DENIALS["claims"]:
            return True
        if token.lower in _ENDS_OBJECT or token.tag in ("mark", "quotation", "auxiliary"):
            return False
    return False


@cache
def _denying() -> frozenset[str]:
    return _forms("verbs") | _forms("verbs of claims") | _DENIALS["nouns"]


@cache
def _forms(group: str) -> frozenset[str]:
    """Give all forms of the verbs of a group."""
    return frozenset(form.text for verb in _DENIALS[group] for form in verb_forms(verb))
