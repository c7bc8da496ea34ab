import csv
import io

import pytest

from stancekit.corpus.exchange import export_tasks, import_annotations, import_tasks
from stancekit.corpus.exchange.csv_sheets import csv_text, guard, unguard

HEAD = "id,text,outlook,posture,annotator\n"


def read(text, book, **options):
    return import_annotations(text, "csv", book, ["a1", "b2"], **options)


def test_the_wide_sheet_has_a_row_a_passage_and_annotator(passages, labelled, book):
    text = export_tasks(passages, labelled, book, "csv")
    assert text.startswith("\ufeffid,text,speaker,outlet,gold_outlook,gold_posture,outlook,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [(row["id"], row["annotator"], row["outlook"], row["posture"]) for row in rows] == [
        ("a1", "Ann", "optimistic", "firm"),
        ("a1", 'Bo, "B"', "very pessimistic", ""),
        ("b2", "Zoë", "", "yielding"),
    ]
    assert rows[0]["text"] == "A deal is near,\nIlsa Brandeker said."
    assert rows[2]["text"] == "'=no deal"


def test_a_blind_sheet_is_to_be_filled_in(passages, labelled, book):
    text = export_tasks(passages, labelled, book, "csv", blind=True, annotator="Bo")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert list(rows[0]) == ["id", "text", "speaker", "outlet", "outlook", "posture", "annotator"]
    assert [(row["id"], row["annotator"], row["outlook"]) for row in rows] == [
        ("a1", "Bo", ""),
        ("b2", "Bo", ""),
    ]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "'=1", "''-"])
def test_what_a_spreadsheet_would_run_is_guarded_and_comes_back(cell):
    assert guard(cell) == f"'{cell}"
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize("cell", ["", "1=1", "'tis", "a", "'"])
def test_other_cells_stay_as_they_are(cell):
    assert guard(cell) == unguard(cell) == cell


def test_cells_with_bare_returns_are_quoted():
    assert csv_text([["a\rb", "c"]]) == '"a\rb","c"\n'
    assert csv_text([["a b", "c"]]) == "a b,c\n"


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_spreadsheet_may_write_its_own_separator(sign, book):
    text = f"{HEAD}a1,One,optimistic,,Ann\n".replace(",", sign)
    assert read(text, book).values.tolist() == [["a1", "Ann", "outlook", "optimistic"]]


def test_empty_rows_and_blanks_around_a_label_are_how_people_type(book):
    text = f"{HEAD}a1,One, optimistic ,,Ann\n,,,,\n"
    assert read(text, book)["label"].tolist() == ["optimistic"]


def test_a_row_without_a_label_is_not_done_yet(book):
    assert len(read(f"{HEAD}a1,One,,,Ann\nb2,Two,,,\n", book)) == 0


def test_a_text_with_line_breaks_counts_its_lines(book, problems_of):
    text = f'{HEAD}a1,"One\nand two",optimistic,,Ann\nb2,Two,optimist,,Ann\n'
    (problem,) = problems_of(read, text, book, file="sheet.csv")
    assert str(problem) == (
        "sheet.csv:4, column 'outlook': found 'optimist', expected one label of axis 'outlook'; "
        "did you mean 'optimistic'? (known: 'none', 'optimistic', 'very pessimistic')"
    )


def test_all_that_is_wrong_is_told_at_once(book, problems_of):
    rows = [
        "z9,No,optimistic,firm,Ann",
        "a1,One,optimistic,,",
        "a1,One,optimistic,,Bo",
        "a1,One,none,,Bo",
        "a1,One",
        ",One,none,,Bo",
    ]
    problems = problems_of(read, HEAD + "\n".join(rows) + "\n", book)
    assert {(problem.line, problem.column) for problem in problems} == {
        (2, "id"),
        (3, "annotator"),
        (5, "outlook"),
        (6, None),
        (7, "id"),
    }
    assert len(problems) == 5
    second = next(problem for problem in problems if problem.line == 5)
    assert second.found == "'Bo', who labelled 'a1' already (line 4)"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("id,text,Posture,outlook,annotator", "the column 'Posture'"),
        ("id,text,annotator", "the columns id, text, annotator"),
        ("id,outlook,outlook,annotator,x", "two columns of this name"),
    ],
    ids=["mistyped-axis", "no-axis", "twice"],
)
def test_a_header_at_fault(header, found, book, problems_of):
    row = ",".join(["a1", *[""] * header.count(",")])
    (problem,) = problems_of(read, f"{header}\n{row}\n", book)
    assert (problem.line, problem.found) == (1, found)


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ("a1,Ann,postur,firm", "label", "did you mean 'posture'?"),
        ("a1,Ann,,firm", "axis", "an axis of the codebook"),
        ("a1,Ann,posture,", "label", "one label of axis 'posture'"),
        ("a1,,posture,firm", "annotator", "--annotator NAME"),
    ],
    ids=["axis", "no-axis", "no-label", "no-annotator"],
)
def test_a_long_row_at_fault(row, column, expected, book, problems_of):
    (problem,) = problems_of(read, f"id,annotator,axis,label\n{row}\n", book)
    assert (problem.line, problem.column) == (2, column)
    assert expected in problem.expected


def test_a_quote_that_never_closes_is_told(book, problems_of):
    (problem,) = problems_of(read, f'{HEAD}a1,"One,optimistic,,Ann\n', book)
    assert problem.line == 2
    assert "bad CSV" in problem.found


def test_passages_are_read_once_however_many_labelled_them(passages, labelled, book):
    tasks = import_tasks(export_tasks(passages, labelled, book, "csv"), "csv", book)
    assert [task.id for task in tasks] == ["a1", "b2"]
    assert tasks[1].fields == {
        "outlet": "Norvik Courier",
        "gold_outlook": "none",
        "gold_posture": "firm",
    }
