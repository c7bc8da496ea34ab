import time

import pytest

from stancekit.articles import (
    Alias,
    AliasFinder,
    agreed_names,
    attribute,
    merge_aliases,
    read_aliases,
    with_agreed_name,
    write_aliases,
)
from stancekit.errors import TableError
from stancekit.records import Attribution, Speaker

HEADING = "name,same_as,status,evidence\n"


def said(name, affiliation=None):
    speaker = Speaker(name, affiliation, "expert")
    return Attribution(0, 0, speaker, (), (), ((0, 1),), "direct", "x", 0.9, "cue_first")


def suggested(*speakers):
    finder = AliasFinder()
    finder.add(said(*speaker) for speaker in speakers)
    return [(alias.name, alias.same_as, alias.evidence) for alias in finder.suggestions()]


def test_the_name_of_more_rows_is_the_agreed_form():
    speakers = [
        ("Jo Sung-min", "the Hangang Forum"),
        ("Cho Seong-min", "Hangang Forum"),
        ("Cho Seong-min",),
    ]
    told = "Cho Seong-min: 2 rows, Hangang Forum; Jo Sung-min: 1 row, the Hangang Forum"
    assert suggested(*speakers) == [("Jo Sung-min", "Cho Seong-min", f"{told}; same affiliation")]


def test_hyphens_blanks_capitals_and_accents_are_suggested_for_every_name():
    found = suggested(("In\u00e9s Carrizo",), ("INES CARRIZO",), ("Al Harrani",), ("al-Harrani",))
    assert [pair[:2] for pair in found] == [
        ("al-Harrani", "Al Harrani"),
        ("In\u00e9s Carrizo", "INES CARRIZO"),
    ]


def test_other_people_and_organisations_are_left_alone():
    finder = AliasFinder()
    finder.add(attribute("The Hangang Forum said so. The Hangang-Forum said so."))
    assert finder.suggestions() == []
    assert suggested(("Cho Seong-min",), ("Cho Sang-min",), ("Ines Oduya",), (None,)) == []


def test_a_table_is_written_and_read_again(tmp_path):
    rows = [Alias("Jo, Sung-min", "Cho Seong-min", "confirmed", 'said "so"'), Alias("A b", "A B")]
    write_aliases(tmp_path / "aliases.csv", rows)
    assert read_aliases(tmp_path / "aliases.csv") == rows
    write_aliases(tmp_path / "none.csv", [])
    assert read_aliases(tmp_path / "none.csv") == []


def test_decisions_and_rows_stay():
    kept = [
        Alias("Cho Seong-min", "Jo Sung-min", "rejected", "old"),
        Alias("Pak Da-on", "Park Da-on", "suggested", "old"),
        Alias("Heo Ran", "Hur Ran", "confirmed", "mine"),
    ]
    new = [
        Alias("Jo Sung-min", "Cho Seong-min", evidence="new"),
        Alias("Pak Da-on", "Park Da-on", evidence="new"),
        Alias("Noh Bit", "Roh Bit", evidence="new"),
    ]
    assert merge_aliases(kept, new) == [
        kept[0],
        Alias("Pak Da-on", "Park Da-on", "suggested", "new"),
        kept[2],
        new[2],
    ]


def test_only_the_confirmed_are_applied_and_chains_are_followed():
    names = agreed_names(
        [
            Alias("Jo Sung-min", "Cho Sung-min", "confirmed"),
            Alias("Cho Sung-min", "Cho Seong-min", "confirmed"),
            Alias("Pak Da-on", "Park Da-on", "suggested"),
            Alias("Hur Ran", "Heo Ran", "rejected"),
        ]
    )
    speakers = [Speaker(name) for name in ("Jo Sung-min", "Pak Da-on", "Hur Ran", None)]
    agreed = [with_agreed_name(speaker, names).name for speaker in speakers]
    assert agreed == ["Cho Seong-min", "Pak Da-on", "Hur Ran", None]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            HEADING + "Jo Da,Cho Da,maybe,\n",
            ":2, column 'status': found 'maybe', expected one of suggested, confirmed, rejected",
            id="status",
        ),
        pytest.param(HEADING + ",Cho Da,confirmed,\n", "column 'name': found nothing", id="empty"),
        pytest.param(HEADING + "Jo,Jo,confirmed,\n", "expected another name", id="itself"),
        pytest.param(
            HEADING + "A b,A c,confirmed,\nA b,A d,confirmed,\n",
            ":3, column 'same_as': found 'A d', expected 'A c', as an earlier row confirms",
            id="two forms",
        ),
        pytest.param(
            HEADING + "A b,A c,confirmed,\nA c,A b,confirmed,\n",
            ":3, column 'same_as'",
            id="circle",
        ),
        pytest.param("name,same_as\nA b,A c\n", "no column 'status'", id="no column"),
        pytest.param(
            "name,same_as,status,evidense\nA b,A c,confirmed,\n",
            "did you mean 'evidence'?",
            id="unknown column",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_told(tmp_path, text, message):
    path = tmp_path / "aliases.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as raised:
        read_aliases(path)
    assert message in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_file_that_is_no_table(tmp_path):
    with pytest.raises(TableError, match=r"expected a \.csv file"):
        read_aliases(tmp_path / "aliases.txt")
    with pytest.raises(TableError, match="no such file"):
        read_aliases(tmp_path / "aliases.csv")


def test_many_names_take_no_time_of_pairs():
    families = ["Cho", "Jo", "Lee", "Yi", "Park", "Pak", "Noh", "Roh"]
    given = [f"{a}-{b}{c}" for a in ("Seong", "Da", "Ro") for b in "mnrst" for c in "aeiou"]
    finder = AliasFinder()
    finder.add(
        said(f"{family} {name}{i}") for family in families for name in given for i in range(20)
    )
    started = time.process_time()
    assert finder.suggestions()
    assert time.process_time() - started < 20
