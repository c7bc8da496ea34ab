from __future__ import annotations

from stancekit.evaluation import Score, Slice, SliceValue
from stancekit.reporting import slice_sections


def a_slice(name, *, p, n_values=2, **more):
    values = tuple(
        SliceValue(f"{name} {number}", 20, 12, Score(0.5, 0.4, 0.6), Score(0.4))
        for number in range(n_values)
    )
    usual = {"n_missing": 0, "n_pooled": 0, "p_value": p}
    return Slice(axis="outlook", name=name, values=values, adjusted_p=p, **{**usual, **more})


def test_what_errors_go_with_stands_first_and_among_the_cautions():
    (section,) = slice_sections([a_slice("speaker", p=0.4), a_slice("outlet", p=0.004)])
    assert section.cautions == ("outlook: errors go with outlet (corrected p 0.004).",)
    assert [one.title for one in section.sections] == ["outlook by outlet", "outlook by speaker"]
    assert len({one.key for one in section.sections}) == 2


def test_a_long_slice_says_how_much_of_it_is_not_shown():
    (section,) = slice_sections([a_slice("speaker", p=None, n_values=25, n_missing=3)])
    _, table, told = section.sections[0].parts
    assert len(table.rows) == 20
    assert told.lines == ("5 more values not shown here.", "Without a value: 3 rows.")


def test_no_slices_make_no_section():
    assert slice_sections([]) == ()
