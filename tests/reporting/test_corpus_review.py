import json
import re

import pytest

from stancekit.codebook import Codebook
from stancekit.corpus import load_corpus
from stancekit.reporting import render_review, review_corpus, write_review

CODEBOOK = Codebook.from_mapping(
    {
        "name": "ferries",
        "version": "2.0.0",
        "axes": {
            "outlook": {
                "absent": "none",
                "labels": {
                    "up": {"position": 1},
                    "down": {"position": -1},
                    "mixed": {"position": 0},
                    "none": {},
                },
            }
        },
    }
)
WORDS = {"up": "soon resume", "down": "never return", "mixed": "perhaps either", "none": "at noon"}


def rows(n=80, **columns):
    labels = list(WORDS)
    return [
        {
            "id": f"p{row}",
            "article_id": f"a{row // 4}",
            "speaker": f"Person {row % 7}",
            "text": f"Boats {WORDS[labels[row % 4]]} w{row}a w{row}b w{row}c w{row}d w{row}e.",
            "outlook": labels[row % 4],
            **{name: values[row] for name, values in columns.items()},
        }
        for row in range(n)
    ]


@pytest.fixture
def review(tmp_path):
    def make(content, annotations=None, adjudications=None, **options):
        lines = "".join(json.dumps(row) + "\n" for row in content)
        (tmp_path / "passages.jsonl").write_text(lines, encoding="utf-8")
        if annotations is not None:
            text = "id,annotator,axis,label\n" + "".join(
                f"{passage},{name},outlook,{label}\n" for passage, name, label in annotations
            )
            (tmp_path / "annotations.csv").write_text(text, encoding="utf-8")
        if adjudications is not None:
            (tmp_path / "adjudications.csv").write_text(adjudications, encoding="utf-8")
        corpus = load_corpus(tmp_path, codebook=CODEBOOK)
        return review_corpus(corpus, resamples=100, **options)

    return make


def test_a_sound_corpus_has_no_problem(review):
    found = review(rows())
    assert (found.problems, found.leakage, dict(found.agreement)) == ((), None, {})
    assert found.codebook == "ferries 2.0.0"
    assert found.n_label_errors == {"outlook": 0}
    assert [shortcut.name for shortcut in found.shortcuts] == ["speaker and affiliation", "length"]
    json.dumps(found.to_dict(), allow_nan=False)


def test_a_planted_label_error_is_found(review):
    content = rows()
    content[8]["outlook"] = "down"  # its words say "up"
    found = review(content)
    assert "p8" in {one.id for one in found.label_errors}


@pytest.mark.parametrize(
    ("sides", "problem"),
    [
        (["train"] * 40 + ["test"] * 40, None),
        (["train"] * 42 + ["test"] * 38, "test: 2 of 38 rows"),
    ],
    ids=["by-article", "through-an-article"],
)
def test_a_published_split_is_audited(review, sides, problem):
    found = review(rows(split=sides))
    assert found.leakage.sizes == {"train": sides.count("train"), "test": sides.count("test")}
    assert found.leakage.is_clean == (problem is None)
    assert bool(found.problems) == (problem is not None)
    if problem:
        assert found.problems[0].startswith(problem)


def test_a_split_column_of_another_meaning_is_none(review):
    assert review(rows(split=["left"] * 80)).leakage is None


def test_a_test_file_is_audited_against(review, tmp_path):
    copied = [{**row, "id": f"q{row['id']}", "article_id": "z"} for row in rows(4)]
    path = tmp_path / "test.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in copied), encoding="utf-8")
    found = review(rows(), against={"test": load_corpus(path, codebook=CODEBOOK)})
    assert any("test: 4 of 4 rows" in line for line in found.warnings)


@pytest.mark.parametrize(
    ("sides", "names"),
    [
        (["train"] * 40 + ["test"] * 40, ["train", "test", "test given"]),
        (["left"] * 80, ["train", "test"]),
    ],
    ids=["published-split", "column-of-another-meaning"],
)
def test_a_test_file_is_audited_beside_a_split_column(review, tmp_path, sides, names):
    copied = [{**row, "id": f"q{row['id']}", "article_id": "z"} for row in rows(4)]
    path = tmp_path / "test.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in copied), encoding="utf-8")
    found = review(rows(split=sides), against={"test": load_corpus(path, codebook=CODEBOOK)})
    assert list(found.leakage.sizes) == names
    assert any(f"{names[-1]}: 4 of 4 rows" in line for line in found.warnings)


def annotate(labels):
    return [
        (f"p{row}", name, label)
        for row, given in enumerate(labels)
        for name, label in zip(("ann", "bo", "cy"), given, strict=False)
    ]


def test_open_disagreements_are_told(review):
    gold = list(WORDS) * 20
    given = [[label] * 3 for label in gold]
    given[0][2] = "none"
    given[1][2] = "none"
    adjudications = "id,axis,label,reason\np1,outlook,down,The denial is meant.\n"
    found = review(rows(), annotate(given), adjudications)
    assert found.agreement["outlook"].reading == "firm"
    assert found.adjudication["outlook"].open_ids == ("p0",)
    assert any("1 of 2 disagreements are not adjudicated, first p0" in w for w in found.warnings)


def test_weak_agreement_and_a_single_annotator_are_told(review):
    gold = list(WORDS) * 20
    weak = review(rows(), annotate([[label, "none"] for label in gold]))
    assert any("agreement is insufficient" in warning for warning in weak.warnings)
    single = review(rows(), annotate([[label] for label in gold]))
    assert any("a single annotator (ann)" in warning for warning in single.warnings)
    assert single.problems == ()


def test_ten_rows_are_reviewed_without_probes(review):
    found = review(rows(10))
    assert (found.shortcuts, found.label_errors, found.problems) == ((), (), ())


def test_same_seed_same_review(review):
    first, again = review(rows(), seed=3), review(rows(), seed=3)
    assert first.to_dict() == again.to_dict()


def test_steps_are_told(review):
    told = []
    review(rows(), progress=lambda *step: told.append(step))
    assert told[-1] == ("check", 5, 5)


def test_the_page_holds_the_review_and_nothing_from_outside(review, tmp_path):
    content = rows()
    content[0]["text"] = "<script>alert(1)</script> Boats &amp; soon resume."
    gold = list(WORDS) * 20
    found = review(content, annotate([[label] * 3 for label in gold]))
    page = render_review(found)
    assert page == render_review(found)
    assert "<script>" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    for words in ("Agreement of the annotators", "gives the labels away", "HTML", "ann, bo"):
        assert words in page
    assert page.count("<svg") == 4
    assert write_review(tmp_path / "check.html", found).read_text(encoding="utf-8") == page


def test_what_makes_data_unusable_is_on_top_of_the_page(review):
    page = render_review(review(rows(split=["train"] * 42 + ["test"] * 38)))
    assert "The data cannot be used as they stand." in page
    assert "What makes them unusable" in page
