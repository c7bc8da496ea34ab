"""A network reads the same words, however a passage is typeset."""

from __future__ import annotations

import unicodedata

import pytest

from stancekit.models.passages import to_columns
from stancekit.models.reading import ReadingOptions
from stancekit.models.wording import Reading, read_passages

ROW = {
    "text": "\"Zoë-Råby's ferry tax,\" Zoë O'Neil said. O'Neil left Norvik in 2019.",
    "speaker": "Zoë O'Neil",
    "target": "ferry tax",
}

TYPESET = {
    "curly": lambda text: text.replace('"', "“", 1).replace('"', "”").replace("'", "’"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "hyphens": lambda text: text.replace("-", "\u2010"),
    "doubled": lambda text: text.replace(" ", "  "),
    "non-breaking": lambda text: text.replace(" ", "\u00a0"),
    "lines": lambda text: text.replace(" ", "\r\n"),
    "around": lambda text: f"\ufeff  {text}\n",
}


def read(row, **options):
    [reading] = read_passages(to_columns([row]), ReadingOptions(**options))
    return reading


def test_what_a_network_reads():
    text = '"the speaker-Råby\'s ferry tax," the speaker said. The speaker left someone in some.'
    start = text.index("ferry tax")
    assert read(ROW, mask_names=True) == Reading(text, "ferry tax", (start, start + 9))


@pytest.mark.parametrize("mask_names", [False, True])
@pytest.mark.parametrize("typeset", TYPESET.values(), ids=TYPESET)
def test_typesetting_changes_nothing(typeset, mask_names):
    other = {name: typeset(value) for name, value in ROW.items()}
    for target in ("segment", "marked"):
        options = {"mask_names": mask_names, "target": target}
        assert read(other, **options) == read(ROW, **options)
