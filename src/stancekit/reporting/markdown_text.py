"""Text of users in Markdown: it is read as it was written, and changes no layout."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*\[\]<|])")
_OPENS_A_BLOCK = re.compile(r"^(\d{1,9})([.)](?:\s|$))|^([#\-+>=~])")


def one_line(text: object) -> str:
    r"""Give the text on one line, with the signs escaped that Markdown would read.

    Examples
    --------
    >>> print(one_line("# 2 * 3\n<b>"))
    \# 2 \* 3 \<b>
    """
    line = _SIGNS.sub(r"\\\1", " ".join(str(text).split()))
    return _OPENS_A_BLOCK.sub(r"\1\\\2\3", line)


def item(text: object) -> str:
    """Give the text as an item of a list.

    Examples
    --------
    >>> item("No gold label.")
    '- No gold label.'
    """
    return f"- {one_line(text)}"


def quoted(text: object) -> str:
    """Give the text as a quotation of one line."""
    return f"> {one_line(text)}"
