"""The marks of posts, written as a network has read them elsewhere: in words.

A tokenizer takes ``#TalksNotTanks`` apart where its letters allow, and not where its words begin,
and whom a reply is addressed to is no part of what it says.
"""

from __future__ import annotations

import re
from typing import Final

_ADDRESSEES: Final = re.compile(r"\A\s*(?:RT\s+)?(?:@\w+:?\s+)+(?=\S)")
_HASHTAG: Final = re.compile(r"(?<![\w&])#(\w*[^\W\d_]\w*)")
_WORD_BEGINS: Final = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z])"  # talksNot
    r"|(?<=[A-Z])(?=[A-Z][a-z])"  # UNTalks
    r"|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"  # Talks2018
)


def posts_in_words(text: str) -> str:
    """Write the words of hashtags apart, and leave out the addressees that a text begins with.

    Examples
    --------
    >>> posts_in_words("@envoy @press No deal without #TalksNotTanks, says the #UN")
    'No deal without Talks Not Tanks, says the UN'
    """
    if "#" not in text and "@" not in text:
        return text
    return _HASHTAG.sub(_words, _ADDRESSEES.sub("", text))


def _words(hashtag: re.Match[str]) -> str:
    return _WORD_BEGINS.sub(" ", hashtag.group(1).replace("_", " "))
