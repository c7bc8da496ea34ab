from __future__ import annotations

import itertools
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from stancekit.articles import read_article
from stancekit.codebook import Codebook
from stancekit.errors import CodebookError, ModelError
from stancekit.models.confidence import read_confidence
from stancekit.prediction import Predictor, predictor
from stancekit.records import Stance

ARTICLE = """Ferry talks drag on

“A deal is near, and I hope for it,” said Ilsa Brandeker of the Norvik Port Office.

The harbour was quiet on Monday.

Ana Quillory, a professor at Norvik University, warned that the talks will fail again.
"""
TEXTS = ["A deal is near.", "The talks will fail again.", "The report has ninety pages."]


@pytest.fixture(scope="module")
def loaded(saved_folder):
    return Predictor.load(saved_folder)


def test_the_predictor_knows_which_model_it_is(loaded, saved_folder, codebook):
    info = loaded.info
    assert (info.uri, info.path) == (str(saved_folder), str(saved_folder))
    assert (info.version, info.run_id, info.family) == (None, None, "linear")
    assert info.codebook == {"name": "ferries", "version": "1.2.0", "hash": codebook.hash}
    assert info.training["n_rows"] == 40
    assert info.choices["outlook"]["C"] == 1.0
    assert loaded.axes == {
        "outlook": ("optimistic", "pessimistic", "none"),
        "posture": ("firm", "yielding"),
    }
    assert loaded.codebook == codebook


def test_the_model_inside_a_runs_folder_is_found(saved_folder):
    assert Predictor.load(str(saved_folder.parent)).info.path == str(saved_folder)


def test_it_predicts_what_the_fitted_model_predicts(loaded, fitted, frames):
    X, _ = frames
    for axis, proba in fitted.predict_proba(X).items():
        assert np.array_equal(loaded.predict_proba(X)[axis], proba)


def test_a_stance_holds_the_probabilities_in_codebook_order(loaded):
    proba = loaded.predict_proba(TEXTS)
    stances = loaded.predict(TEXTS)
    assert len(stances) == 3
    for row, stance in enumerate(stances):
        assert list(stance) == ["outlook", "posture"]
        for axis, labels in loaded.axes.items():
            values = proba[axis][row].tolist()
            assert stance[axis] == Stance(
                label=labels[int(np.argmax(values))],
                probability=max(values),
                probabilities=dict(zip(labels, values, strict=True)),
                abstained=False,
            )
            assert list(stance[axis].probabilities) == list(labels)


def test_below_the_threshold_it_abstains_and_says_how_likely_the_best_was(loaded):
    highest = loaded.predict_proba(TEXTS)["outlook"].max(axis=1)
    threshold = float(np.median(highest))
    stances = [stance["outlook"] for stance in loaded.predict(TEXTS, threshold=threshold)]
    assert [stance.abstained for stance in stances] == (highest < threshold).tolist()
    assert {stance.abstained for stance in stances} == {True, False}
    for stance, best in zip(stances, highest, strict=True):
        assert (stance.label is None) == stance.abstained
        assert stance.probability == best


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan")])
@pytest.mark.parametrize(
    "call",
    [
        lambda loaded, t: loaded.predict(TEXTS, threshold=t),
        lambda loaded, t: loaded.predict_frame(TEXTS, threshold=t),
        lambda loaded, t: loaded.tag(ARTICLE, threshold=t),
    ],
    ids=["predict", "predict_frame", "tag"],
)
def test_a_threshold_that_is_no_probability_is_refused(loaded, call, threshold):
    with pytest.raises(ModelError, match=r"threshold: found .*, expected a number between 0 and 1"):
        call(loaded, threshold)


def test_no_rows_give_no_stances(loaded):
    assert loaded.predict([]) == []
    assert loaded.predict_frame([]).shape == (0, 9)


def test_rows_of_a_frame_may_share_an_index(loaded):
    frame = loaded.predict_frame(pd.DataFrame({"text": TEXTS}, index=[1, 1, 2]))
    assert frame["outlook"].tolist() == loaded.predict_frame(TEXTS)["outlook"].tolist()
    assert frame.index.tolist() == [1, 1, 2]


@pytest.mark.parametrize(
    "X",
    [
        TEXTS,
        tuple(TEXTS),
        [{"text": text} for text in TEXTS],
        pd.DataFrame({"text": TEXTS}, index=[7, 5, 3]),
        {"text": TEXTS},
    ],
    ids=["list", "tuple", "rows", "frame", "columns"],
)
def test_a_frame_holds_labels_probabilities_and_abstentions(loaded, X):
    frame = loaded.predict_frame(X, threshold=0.6)
    assert list(frame) == [
        "outlook",
        "outlook.p_optimistic",
        "outlook.p_pessimistic",
        "outlook.p_none",
        "outlook.abstained",
        "posture",
        "posture.p_firm",
        "posture.p_yielding",
        "posture.abstained",
    ]
    expected = loaded.predict(TEXTS, threshold=0.6)
    for axis in loaded.axes:
        assert frame[axis].tolist() == [stance[axis].label for stance in expected]
        assert frame[f"{axis}.abstained"].tolist() == [s[axis].abstained for s in expected]
    assert frame["outlook.p_none"].tolist() == [
        stance["outlook"].probabilities["none"] for stance in expected
    ]
    assert frame.index.tolist() == ([7, 5, 3] if isinstance(X, pd.DataFrame) else [0, 1, 2])


def test_a_codebook_that_differs_names_both_versions(saved_folder, codebook):
    assert Predictor.load(saved_folder, codebook=codebook)
    other = Codebook.from_mapping({**codebook.to_dict(), "version": "9.0"})
    with pytest.raises(CodebookError, match=r"version 9\.0 .*expected 'ferries' version 1\.2\.0"):
        Predictor.load(saved_folder, codebook=other)


def test_a_changed_file_is_refused(model_folder):
    with (model_folder / "linear.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match=r"linear\.npz was changed"):
        Predictor.load(model_folder)


def test_an_article_is_tagged_statement_by_statement(loaded):
    tagged = loaded.tag(ARTICLE)
    assert tagged.article.text == ARTICLE
    speakers = [statement.speaker.name for statement in tagged.statements]
    assert speakers == ["Ilsa Brandeker", "Ana Quillory"]
    for row, statement in zip(tagged.to_rows(), tagged.statements, strict=True):
        assert row["stances"]["outlook"]["label"] == statement.stances["outlook"].label
        for start, end in row["content"]:
            assert ARTICLE[start:end] in row["text"]
    labels = [statement.stances["outlook"].label for statement in tagged.statements]
    assert labels == ["optimistic", "pessimistic"]


def test_a_tagged_statement_is_masked_like_a_row(loaded):
    [first, _] = loaded.tag(ARTICLE).statements
    row = {
        "text": first.text,
        "speaker": first.speaker.name,
        "affiliation": first.speaker.affiliation,
    }
    assert first.stances == loaded.predict([row])[0]
    renamed = ARTICLE.replace("Ilsa Brandeker", "Oto Vrana")
    np.testing.assert_allclose(
        list(loaded.tag(renamed).statements[0].stances["outlook"].probabilities.values()),
        list(first.stances["outlook"].probabilities.values()),
        rtol=1e-9,
    )


def test_many_articles_come_out_in_order_each_with_its_own(loaded, monkeypatch):
    monkeypatch.setattr(predictor, "_TOGETHER", 2)
    quiet = read_article("The harbour was quiet on Monday.", article_id="quiet")
    articles = [ARTICLE, quiet, ARTICLE.replace("fail", "succeed"), quiet, quiet]
    tagged = list(loaded.tag_many(articles))
    assert [len(each.statements) for each in tagged] == [2, 0, 2, 0, 0]
    assert [each.article.id for each in tagged][1::2] == ["quiet", "quiet"]
    assert tagged[0].to_rows() == loaded.tag(ARTICLE).to_rows()
    assert list(loaded.tag_many([])) == []


def test_articles_are_read_as_they_are_needed(loaded):
    taken = []

    def endless():
        for number in itertools.count():
            taken.append(number)
            yield "The harbour was quiet."

    next(loaded.tag_many(endless()))
    assert len(taken) <= 64


@pytest.mark.parametrize("text", ["", " \n", "\0", "“\ud800” said Mara Lind.", "x" * 100_000])
def test_odd_articles_are_tagged_without_an_error(loaded, text):
    assert loaded.tag(text).article.text == text


@pytest.mark.parametrize("text", ["", "  \n", "?!", "\x00"], ids=["empty", "blank", "marks", "nul"])
def test_of_a_text_without_a_word_there_is_nothing_to_tell(loaded, text):
    stances = loaded.predict([text, TEXTS[0]])
    assert [stance.abstained for stance in stances[0].values()] == [True, True]
    assert [stance.label for stance in stances[0].values()] == [None, None]
    assert not any(stance.abstained for stance in stances[1].values())
    frame = loaded.predict_frame([text, TEXTS[0]])
    assert frame["outlook.abstained"].tolist() == [True, False]
    assert frame["outlook"].iloc[0] is None


def test_a_precision_is_turned_into_a_threshold_for_each_axis(loaded, saved_folder):
    held_out = read_confidence(saved_folder)
    thresholds = {axis: held_out[axis].threshold(0.5) for axis in loaded.axes}
    for stances, plain in zip(
        loaded.predict(TEXTS, precision=0.5), loaded.predict(TEXTS), strict=True
    ):
        for axis, threshold in thresholds.items():
            assert stances[axis].abstained == (plain[axis].probability < threshold)


def test_a_precision_that_no_threshold_shows_names_the_axis(loaded):
    with pytest.raises(ModelError, match="axis 'outlook': found no threshold with a precision"):
        loaded.predict(TEXTS, precision=1.0)


def test_a_precision_and_a_threshold_exclude_each_other(loaded):
    with pytest.raises(ModelError, match="expected one of them"):
        loaded.predict(TEXTS, precision=0.9, threshold=0.5)


def test_sets_hold_the_most_probable_label_and_grow_with_coverage(loaded):
    narrow = loaded.predict(TEXTS, coverage=0.3)
    wide = loaded.predict(TEXTS, coverage=0.95)
    for row, (one, other) in enumerate(zip(narrow, wide, strict=True)):
        for axis in loaded.axes:
            assert one[axis].label in one[axis].labels
            assert set(one[axis].labels) <= set(other[axis].labels), row
            assert other[axis].to_dict()["labels"] == list(other[axis].labels)


def test_without_a_coverage_no_set_is_told(loaded):
    assert "labels" not in loaded.predict(TEXTS)[0]["outlook"].to_dict()


def test_a_model_without_held_out_rows_says_so(loaded, tmp_path, monkeypatch):
    monkeypatch.setattr(predictor, "read_confidence", lambda _: {})
    with pytest.raises(ModelError, match="no held-out predictions"):
        loaded.predict(TEXTS, coverage=0.9)


def test_statements_are_tagged_with_sets(loaded):
    row = loaded.tag(ARTICLE, coverage=0.9).to_rows()[0]
    assert row["stances"]["outlook"]["labels"]


def test_an_explanation_is_of_the_label_that_is_predicted(loaded):
    told = loaded.explain(TEXTS[1])
    assert list(told) == ["outlook", "posture"]
    for axis, stance in loaded.predict([TEXTS[1]])[0].items():
        assert told[axis].label == stance.label
    assert told["outlook"].largest(1)[0].text == "fail"
    for span in told["outlook"].spans:
        assert TEXTS[1][span.start : span.end] == span.text


def test_one_axis_and_another_label_are_explained_when_asked(loaded):
    row = {"text": "Ilsa Brandeker fears a collapse.", "speaker": "Ilsa Brandeker"}
    told = loaded.explain(row, "outlook", "optimistic")
    assert list(told) == ["outlook"]
    assert told["outlook"].label == "optimistic"
    assert told["outlook"].spans[0].text == "Ilsa Brandeker"
    with pytest.raises(ModelError, match="axis: found 'outlok'; did you mean 'outlook'"):
        loaded.explain(row, "outlok")
    with pytest.raises(TypeError, match="row 0: text is None"):
        loaded.explain({"text": None})


@pytest.mark.parametrize("text", ["", " \n", "?!", "“\ud800”", "\0", "x" * 100_000])
def test_odd_texts_are_explained_without_an_error(loaded, text):
    for explanation in loaded.explain(text).values():
        assert all(text[span.start : span.end] == span.text for span in explanation.spans)


def test_explaining_imports_nothing_heavy(saved_folder):
    code = (
        "import sys; from stancekit.prediction import Predictor; "
        f"Predictor.load({str(saved_folder)!r}).explain('A deal is near.'); "
        "print({'pandas', 'sklearn', 'scipy', 'torch'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
