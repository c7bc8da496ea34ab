"""Numbers as a reader sees them: a fixed number of digits, a dash for what is not known."""

from __future__ import annotations

from stancekit.evaluation import Score

UNKNOWN = "\N{EN DASH}"


def number(value: float | None, digits: int = 3) -> str:
    """Give the number with that many digits; never a negative zero.

    Examples
    --------
    >>> number(0.12345), number(-0.25), number(-0.0001), number(None)
    ('0.123', '−0.250', '0.000', '–')
    """
    if value is None:
        return UNKNOWN
    rounded = round(value, digits) + 0.0  # adding 0 turns -0.0 into 0.0
    return f"{rounded:.{digits}f}".replace("-", "\N{MINUS SIGN}")


def signed(value: float, digits: int = 2) -> str:
    """Give the number with its sign, which 0 has none of.

    Examples
    --------
    >>> signed(0.614), signed(-0.25), signed(-0.0001)
    ('+0.61', '−0.25', '0.00')
    """
    told = number(value, digits)
    return told if value <= 0 or not float(told) else f"+{told}"


def interval(score: Score, digits: int = 3) -> str:
    """Give the interval in words, a dash where there is none.

    Examples
    --------
    >>> interval(Score(0.5, 0.4, 0.6), digits=1)
    '0.4 to 0.6'
    """
    if score.low is None or score.high is None:
        return UNKNOWN
    return f"{number(score.low, digits)} to {number(score.high, digits)}"


def has_interval(score: Score) -> bool:
    """Tell whether there is an interval that says anything: one of no width does not."""
    return score.low is not None and score.high is not None and score.low < score.high


def counted(n: int, noun: str, plural: str | None = None) -> str:
    """Give the number and its noun.

    Examples
    --------
    >>> counted(1, "row"), counted(2000, "row"), counted(0, "axis", "axes")
    ('1 row', '2,000 rows', '0 axes')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def sentence(clause: str) -> str:
    """Give a clause, as warnings are, as a sentence.

    Examples
    --------
    >>> sentence("nothing was scored")
    'Nothing was scored.'
    """
    return f"{clause[0].upper()}{clause[1:]}."


def percent(share: float) -> str:
    """Give a share as a whole percentage.

    Examples
    --------
    >>> percent(0.256)
    '26%'
    """
    return f"{share:.0%}"


def thousands(count: int | None) -> str:
    """Give a count with its thousands set apart.

    Examples
    --------
    >>> thousands(12345)
    '12,345'
    """
    return UNKNOWN if count is None else f"{count:,}"
