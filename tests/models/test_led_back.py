from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.models.led_back import LedBack
from stancekit.models.masking import AFFILIATION, NUMBER, SPEAKER, masked_texts, substitutions
from stancekit.models.passages import to_columns
from stancekit.typography import plain_marks

TEXTS = {
    "speaker": {"text": "Mara Lind waits, says Lind.", "speaker": "Mara Lind"},
    "line-break": {"text": "Mara\n  Lind’s ship", "speaker": "Mara Lind"},
    "accents": {"text": "Ångström and Zoë Ångström", "speaker": "Zoë Ångström"},
    "emoji": {"text": "😀 Lind 😀 of the Port 😀", "speaker": "Mara Lind", "affiliation": "Port"},
    "target": {"text": "The FERRY  tax, a ferry tax", "target": "ferry tax"},
    "numbers": {"text": "Talks in Norvik on May 2019, 1,200.5 tons", "speaker": None},
    "a-mask-in-the-text": {"text": f"a {SPEAKER}{NUMBER} Lind", "speaker": "Mara Lind"},
    "quotes": {"text": "“We wait,” Lind said. ‘No’", "speaker": "Mara Lind"},
    "blanks": {"text": "Talks  in\u00a0Norvik with\r\nMara  Lind", "speaker": "Mara\u00a0Lind"},
    "decomposed": {"text": "A\u030angstro\u0308m paid, Zoe\u0308 said", "speaker": "Zo\u00eb"},
    "hangul": {"text": "\u1100\u1161\u11a8 and \u1112\u1161\u11ab\u1100\u116e\u11a8"},
    "hyphens": {"text": "Mok Ka\u2011ho re\u2010opens the yard", "speaker": "Mok Ka-ho"},
    "empty": {"text": ""},
}


def led_back(row, **options):
    [masks] = substitutions(to_columns([row]), **options)
    return LedBack.of(row["text"]).plain().masked(masks)


@pytest.mark.parametrize("names", [False, True], ids=["speakers", "names"])
@pytest.mark.parametrize("row", TEXTS.values(), ids=TEXTS)
def test_the_masked_text_is_the_one_that_models_read(row, names):
    found = led_back(row, names=names)
    assert [found.text] == masked_texts(to_columns([row]), names=names)
    assert len(found.text) == len(found.starts) == len(found.ends)


@pytest.mark.parametrize("names", [False, True], ids=["speakers", "names"])
@pytest.mark.parametrize("row", TEXTS.values(), ids=TEXTS)
def test_every_character_stands_for_a_stretch_and_none_is_lost(row, names):
    found = led_back(row, names=names)
    stretches = [found.span(place, place + 1) for place in range(len(found.text))]
    joined = "".join(row["text"][start:end] for start, end in stretches)
    assert joined == row["text"]


def test_what_is_invisible_is_left_out_and_moves_nothing():
    row = {"text": "\ufeffnego\u00adtiate, says Lind\u200b.", "speaker": "Mara Lind"}
    found = led_back(row)
    assert [found.text] == masked_texts(to_columns([row])) == [f"negotiate, says {SPEAKER}."]
    assert row["text"][slice(*found.span(0, 9))] == "nego\u00adtiate"
    assert row["text"][slice(*found.span(16, 17))] == "Lind"


@given(st.text("ae-\u0301\u0323\u00e9\u1100\u1161\u11a8\u2019\u00ad \u00a0"))
def test_marks_are_made_plain_stretch_by_stretch_as_in_one_go(text):
    found = LedBack.of(text).plain()
    assert found.text == plain_marks(text)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert found.starts == sorted(found.starts)


def test_a_mask_stands_for_what_it_hides():
    found = led_back(TEXTS["emoji"])
    hidden = {mask: found.text.index(mask) for mask in (SPEAKER, AFFILIATION)}
    text = TEXTS["emoji"]["text"]
    spans = {mask: found.span(place, place + 1) for mask, place in hidden.items()}
    assert {mask: text[slice(*span)] for mask, span in spans.items()} == {
        SPEAKER: "Lind",
        AFFILIATION: "Port",
    }


def test_a_name_that_is_masked_twice_is_led_back_whole():
    # the speaker's mask becomes a part of a longer name: "the X of Y"
    row = {"text": "told the Lind of Norvik so", "speaker": "Mara Lind"}
    found = led_back(row, names=True)
    assert [found.text] == masked_texts(to_columns([row]), names=True)
    start = found.text.index("so")
    assert row["text"][slice(*found.span(start, start + 2))] == "so"


def test_letters_that_grow_in_lower_case_keep_their_places():
    text = "İN İzmir"
    found = LedBack.of(text).lowered()
    assert found.text == text.lower()
    assert len(found.text) == len(text) + 2
    start = found.text.index("zmir")
    assert text[slice(*found.span(start, start + 4))] == "zmir"
    assert text[slice(*found.span(0, 1))] == text[slice(*found.span(1, 2))] == "İ"
