"""Whole numbers below a hundred, in digits or words: "60th", "twenty-five"."""

from __future__ import annotations

from typing import Final

_SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
NUMERAL: Final = (
    rf"(?P<numeral>\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:(?:{'|'.join(_TENS)})[ -])?(?:{'|'.join(_VALUES)}))"
)
"""A pattern of a number, of any case; its group is called ``numeral``."""


def numeral(words: str) -> int:
    """Give the number that words which match ``NUMERAL`` tell.

    Examples
    --------
    >>> numeral("60th"), numeral("Twenty-five"), numeral("nine")
    (60, 25, 9)
    """
    digits = words.rstrip("stndrhSTNDRH")
    if digits.isdecimal():
        return int(digits)
    return sum(_VALUES[word] for word in words.lower().replace("-", " ").split())
