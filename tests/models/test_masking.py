from __future__ import annotations

import pytest

from stancekit.models.masking import AFFILIATION, NAME, NUMBER, SPEAKER, TARGET, masked_texts
from stancekit.models.passages import to_columns

S, A, T, N, D = SPEAKER, AFFILIATION, TARGET, NAME, NUMBER


def masked(text, *, speakers=True, targets=True, names=False, **known):
    [result] = masked_texts(
        to_columns([{"text": text, **known}]), speakers=speakers, targets=targets, names=names
    )
    return result


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Mara Lind", "Mara Lind waits, says Lind.", f"{S} waits, says {S}."),
        ("Mara Lind", "Lind's ship; Mara\n Lind", f"{S}'s ship; {S}"),
        ("Mara Lind", "Lindberg and Maram stay", "Lindberg and Maram stay"),
        ("Mara Lind", "MARA LIND: no. LIND: yes.", f"{S}: no. {S}: yes."),
        ("Tomas van der Rell", "van der Rell, of Rell", f"van der {S}, of {S}"),
        ("Tomas van der Rell", "A van is der last", "A van is der last"),
        ("Ana De La Croix", "De La Mer met Croix", f"De La Mer met {S}"),
        ("J. Okoro", "J. said; Okoro said", f"{S} said; {S} said"),
        ("Ola I Berg", "I think Berg is right", f"I think {S} is right"),
        ("Ola I Berg", "Ola I Berg thinks", f"{S} thinks"),
        ("Lu (Port) [x]+", "Lu (Port) [x]+ spoke", f"{S} spoke"),
        ("a deckhand", "Now a deckhand said", f"Now {S} said"),
        ("Zoë Ångström", "Ångström and Zoë", f"{S} and {S}"),
        ("  ", "Nobody said", "Nobody said"),
        (None, "Mara Lind said", "Mara Lind said"),
    ],
    ids=[
        "full-and-surname",
        "possessive-and-line-break",
        "whole-words-only",
        "in-capitals",
        "particles-stay",
        "particles-alone-stay",
        "capital-particles-stay",
        "initial-with-stop",
        "bare-initial-is-a-word",
        "bare-initial-in-the-full-name",
        "odd-signs",
        "described-speaker",
        "accents",
        "blank-name",
        "no-name",
    ],
)
def test_speakers(name, text, expected):
    assert masked(text, speaker=name) == expected


@pytest.mark.parametrize(
    ("affiliation", "text", "expected"),
    [
        ("Norvik Port Office", "the Norvik Port\nOffice of Norvik", f"the {A} of Norvik"),
        ("Norvik Port Office", "a norvik port office", "a norvik port office"),
        ("port office", "the Port Office", f"the {A}"),
    ],
    ids=["whole-phrase-only", "case-counts", "lower-case-fits-any"],
)
def test_affiliations(affiliation, text, expected):
    assert masked(text, affiliation=affiliation) == expected


@pytest.mark.parametrize(
    ("target", "text", "expected"),
    [
        ("ferry tax", "Ferry tax, the FERRY  TAX", f"{T}, the {T}"),
        ("Ferry Tax", "the ferry tax, the Ferry Tax", f"the ferry tax, the {T}"),
        ("tax", "taxes and tax", f"taxes and {T}"),
    ],
    ids=["lower-case-fits-any", "a-name-fits-as-written", "whole-words-only"],
)
def test_targets(target, text, expected):
    assert masked(text, target=target) == expected


def test_what_is_not_asked_for_stays():
    known = {"speaker": "Mara Lind", "affiliation": "Port", "target": "tax"}
    text = "Lind of the Port on tax"
    assert masked(text, speakers=False, **known) == f"Lind of the Port on {T}"
    assert masked(text, targets=False, **known) == f"{S} of the {A} on tax"


def test_masks_cannot_be_written_into_a_text():
    assert masked(f"a {S}{A}{T} b") == "a     b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Norvik failed.", f"Talks in {N} failed."),
        ("He told the Port of Norvik Council so", f"He told the {N} so"),
        ("The U.S. Navy and Norvik", f"The {N} and {N}"),
        ('It ended. Norvik paid. It said "Norvik pays" again', None),
        ("the Sino-Norvik deal, Lind's idea", f"the {N} deal, {N}'s idea"),
        ("and I think I'd go", None),
        ('"We wait," Lind said." Berg left', f'"We wait," {N} said." {N} left'),
        ("the owners' Norvik yard", f"the owners' {N} yard"),
        ("in May 2019, 1,200.5 tons, 40%", f"in {N} {D}, {D} tons, {D}%"),
        ("visited Örebro", f"visited {N}"),
        ("vessels sailed", None),
    ],
    ids=[
        "place",
        "run-with-of",
        "abbreviation",
        "first-words-stay",
        "hyphen-and-possessive",
        "the-speaker-himself",
        "behind-a-closing-quote",
        "behind-an-apostrophe",
        "numbers",
        "accents",
        "no-name",
    ],
)
def test_other_names_and_numbers(text, expected):
    assert masked(text, names=True) == (text if expected is None else expected)
    assert masked(text) == text


def test_names_beside_the_speaker():
    text = "Lind of the Port told Norvik Radio"
    expected = f"{S} of the {A} told {N}"
    assert masked(text, names=True, speaker="Mara Lind", affiliation="Port") == expected


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("“We wait,” Lind said.” Berg left", {}, f'"We wait," {N} said." {N} left'),
        ("the owners’ Norvik yard", {}, f"the owners' {N} yard"),
        ("Talks  in\u00a0Norvik\r\nfailed", {}, f"Talks in {N} failed"),
        ("the Sino\u2010Norvik deal", {}, f"the {N} deal"),
        ("the Nor\u00advik deal", {}, f"the {N} deal"),
        ("said O’Neil", {"speaker": "Mara O'Neil"}, f"said {S}"),
        ("said Mok Ka\u2011ho", {"speaker": "Mok Ka-ho"}, f"said {S}"),
        ("said Zoe\u0308 first", {"speaker": "Zo\u00eb Lind"}, f"said {S} first"),
        ("said Zo\u00eb first", {"speaker": "Zoe\u0308\u00a0Lind"}, f"said {S} first"),
        ("a women's vote", {"target": "women’s  vote"}, f"a {T}"),
    ],
    ids=[
        "quotes",
        "apostrophe",
        "blanks",
        "hyphen",
        "soft-hyphen",
        "speaker-with-an-apostrophe",
        "speaker-with-a-hyphen",
        "decomposed-text",
        "decomposed-speaker",
        "target",
    ],
)
def test_marks_and_blanks_of_another_kind_hide_no_name(text, known, expected):
    assert masked(text, names=not known, **known) == expected
