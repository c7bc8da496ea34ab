from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

from stancekit.codebook import Codebook
from stancekit.errors import ModelError
from stancekit.models.linear.estimator import LinearStanceClassifier
from stancekit.models.linear.options import LinearOptions
from stancekit.models.linear.storage import read_scorer

WORDS_ONLY = {"characters": None, "bigrams": False, "pairs": 0, "C": [1.0], "folds": 2}
TEXTS = ["a deal is near", "hope returns", "a strike is near", "fear returns"] * 5
LABELS = ["up", "up", "down", "down"] * 5


def fit(texts, labels, *, groups=None, seed=0, codebook=None, **options):
    y = labels if isinstance(labels, pd.DataFrame) else pd.DataFrame({"outlook": labels})
    model = LinearStanceClassifier(codebook, options={**WORDS_ONLY, **options}, random_state=seed)
    return model.fit(texts, y, groups=groups)


def outlook(model, *texts):
    return model.predict_proba(list(texts))["outlook"]


# scikit-learn's contract


def test_parameters_are_stored_unchanged_and_cloned(codebook):
    options = {"C": [2.0]}
    model = LinearStanceClassifier(codebook, options=options, random_state=3)
    assert model.get_params() == {"codebook": codebook, "options": options, "random_state": 3}
    assert model.options is options
    copy = clone(model)
    assert copy.get_params() == model.get_params()
    assert not hasattr(copy, "scorer_")


def test_parameters_can_be_set():
    model = LinearStanceClassifier().set_params(options={"C": [2.0]}, random_state=5)
    model.fit(TEXTS, pd.DataFrame({"outlook": LABELS}))
    assert model.describe()["outlook"]["C"] == 2.0
    with pytest.raises(ValueError, match="Invalid parameter 'bogus'"):
        model.set_params(bogus=1)


def test_a_clone_fits_the_same(fitted, frames, rows):
    X, y = frames
    again = clone(fitted).fit(X, y, groups=[row["article_id"] for row in rows])
    for axis, proba in fitted.predict_proba(X).items():
        assert np.array_equal(again.predict_proba(X)[axis], proba)


def test_fitting_again_forgets_the_first_fit():
    model = fit(TEXTS, LABELS)
    turned = ["down" if label == "up" else "up" for label in LABELS]
    model.fit(TEXTS, pd.DataFrame({"outlook": turned}))
    assert np.array_equal(outlook(model, *TEXTS), outlook(fit(TEXTS, turned), *TEXTS))


@pytest.mark.parametrize("call", ["predict", "predict_proba"])
def test_an_unfitted_model_says_so(call):
    with pytest.raises(NotFittedError):
        getattr(LinearStanceClassifier(), call)(["a"])


def test_options_may_be_an_object():
    by_object = LinearStanceClassifier(options=LinearOptions(**WORDS_ONLY))
    by_object.fit(TEXTS, pd.DataFrame({"outlook": LABELS}))
    assert np.array_equal(outlook(by_object, "hope"), outlook(fit(TEXTS, LABELS), "hope"))


def test_score_is_the_mean_accuracy_of_the_axes():
    model = fit(TEXTS, LABELS)
    # three of four labelled rows are right; the unlabelled one does not count
    y = pd.DataFrame({"outlook": ["up", "up", "down", "up", None]})
    assert model.score([*TEXTS[:4], "hope"], y) == 0.75


def test_the_seed_changes_the_folds_only():
    rows = [f"{text} {number}" for number, text in enumerate(TEXTS)]
    first, second = fit(rows, LABELS, seed=1), fit(rows, LABELS, seed=2)
    np.testing.assert_array_equal(
        first.scorer_.logits(rows)["outlook"], second.scorer_.logits(rows)["outlook"]
    )
    same = fit(rows, LABELS, seed=1)
    assert same.describe() == first.describe()
    assert second.describe()["outlook"]["out_of_fold"] != first.describe()["outlook"]["out_of_fold"]


# Labels


def test_a_row_without_a_label_on_one_axis_still_trains_the_other():
    """The word "zebra" stands in rows without a posture only: it moves the outlook alone."""
    texts = [*TEXTS, *["zebra"] * 6]
    posture = ["firm", "soft"] * 10
    y = pd.DataFrame({"outlook": [*LABELS, *["up"] * 6], "posture": [*posture, *[None] * 6]})
    proba = fit(texts, y).predict_proba(["zebra", ""])
    assert proba["outlook"][0, 1] > proba["outlook"][1, 1] + 0.1
    assert proba["posture"][0].tolist() == proba["posture"][1].tolist()


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA], ids=["none", "nan", "na"])
def test_each_kind_of_missing_label_is_masked(missing):
    expected = fit([*TEXTS, "zebra"], [*LABELS, None])
    found = fit(
        [*TEXTS, "zebra"], pd.DataFrame({"outlook": pd.Series([*LABELS, missing], dtype=object)})
    )
    assert np.array_equal(outlook(found, *TEXTS), outlook(expected, *TEXTS))


def test_a_label_without_a_training_row_gets_probability_zero():
    three = Codebook.from_labels({"outlook": ["up", "mixed", "down"]}, name="three")
    proba = outlook(fit(TEXTS, LABELS, codebook=three), "a deal", "a strike", "mixed", "")
    assert proba[:, 1].tolist() == [0.0] * 4
    np.testing.assert_allclose(proba.sum(axis=1), 1.0)
    assert proba[0, 0] > 0.5 > proba[1, 0]


def test_columns_follow_the_codebook_and_else_the_alphabet():
    book = Codebook.from_labels({"outlook": ["up", "down"]}, name="two")
    with_book, without = fit(TEXTS, LABELS, codebook=book), fit(TEXTS, LABELS)
    assert without.codebook_.axes["outlook"].label_names == ("down", "up")
    assert with_book.codebook_ is book
    np.testing.assert_allclose(
        outlook(with_book, *TEXTS), outlook(without, *TEXTS)[:, ::-1], rtol=1e-5
    )


def test_two_labels_share_one_score():
    logits = fit(TEXTS, LABELS).scorer_.logits([*TEXTS, "unseen"])["outlook"]
    np.testing.assert_allclose(logits.sum(axis=1), 0.0, atol=1e-6)


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (TEXTS, ["up"] * 20, r"axis 'outlook': the training rows hold only the label 'up'"),
        (TEXTS, [None] * 20, r"hold no label, expected two or more"),
        ([], [], r"hold no label, expected two or more"),
        (TEXTS[:4], LABELS, "found 4 passages in X, 20 rows in y"),
        (TEXTS, LABELS[:4], "found 20 passages in X, 4 rows in y"),
        ([""] * 20, LABELS, "found no word to learn from"),
        (["..."] * 20, LABELS, "found no word to learn from"),
        (TEXTS, [0, 1] * 10, r"axis 'outlook': y holds the labels \[0, 1\], expected words"),
    ],
    ids=[
        "one-label",
        "no-label",
        "no-row",
        "few-texts",
        "few-labels",
        "empty-texts",
        "no-words",
        "numbers",
    ],
)
def test_what_cannot_be_learned_is_refused(X, y, message):
    with pytest.raises(ModelError, match=message):
        fit(X, y)


def test_a_label_that_the_codebook_lacks_is_refused():
    book = Codebook.from_labels({"outlook": ["up", "mixed"]}, name="two")
    with pytest.raises(
        ModelError, match=r"y holds the labels \['down'\], expected \['up', 'mixed'\]"
    ):
        fit(TEXTS, LABELS, codebook=book)


def test_an_axis_without_a_column_is_refused(codebook):
    with pytest.raises(ModelError, match=r"y has the columns \['outlook'\], expected also \['post"):
        fit(TEXTS, LABELS, codebook=codebook)


# Weights

RARE_TEXTS = [f"crew {letter}" for letter in "abcdefghijklmnopqrst"]
RARE_LABELS = ["up"] * 18 + ["down"] * 2


def test_balanced_weights_raise_the_rare_label():
    def margin(weight):
        fitted = fit(RARE_TEXTS, RARE_LABELS, class_weight=weight)
        down, up = fitted.scorer_.logits([""])["outlook"][0]
        return down - up

    # without words the score is the intercept: near ln(2 / 18) as counted, near 0 when balanced
    assert margin(None) < -1.5
    assert abs(margin("balanced")) < 0.5


def test_balanced_is_the_dictionary_that_it_stands_for():
    # 20 rows / (2 labels x 18) and 20 / (2 x 2)
    by_hand = {"up": 20 / 36, "down": 5.0}
    np.testing.assert_allclose(
        outlook(fit(RARE_TEXTS, RARE_LABELS, class_weight=by_hand), *RARE_TEXTS),
        outlook(fit(RARE_TEXTS, RARE_LABELS, class_weight="balanced"), *RARE_TEXTS),
    )


def test_a_label_that_the_dictionary_leaves_out_weighs_one():
    np.testing.assert_array_equal(
        outlook(fit(RARE_TEXTS, RARE_LABELS, class_weight={"down": 1.0}), *RARE_TEXTS),
        outlook(fit(RARE_TEXTS, RARE_LABELS, class_weight=None), *RARE_TEXTS),
    )


def test_a_weight_for_no_label_is_refused():
    with pytest.raises(ModelError, match="no label 'dwn'; did you mean 'down'"):
        fit(TEXTS, LABELS, class_weight={"dwn": 2.0})


# Groups


def test_groups_stay_whole_where_choices_are_made():
    """Each text stands twice, with a label drawn by lot: only a twin in training gives it away."""
    draw = np.random.default_rng(5)
    texts = [f"w{number}" for number in range(40) for _ in range(2)]
    labels = np.repeat(np.where(draw.random(40) < 0.5, "up", "down"), 2).tolist()
    options = {"folds": 5, "C": [100.0]}
    leaking = fit(texts, labels, **options).describe()["outlook"]["out_of_fold"]["100.0"]
    whole = fit(texts, labels, groups=[*texts], **options).describe()["outlook"]["out_of_fold"][
        "100.0"
    ]
    chance = -np.log(2)
    assert leaking > chance / 2 > chance >= whole - 0.05


def test_groups_are_taken_by_place_not_by_index():
    groups = [number // 2 for number in range(20)]
    turned = pd.Series(groups, index=range(19, -1, -1))
    assert (
        fit(TEXTS, LABELS, groups=turned).describe() == fit(TEXTS, LABELS, groups=groups).describe()
    )


def test_groups_of_another_length_are_refused():
    with pytest.raises(ModelError, match="20 rows in y and 3 groups"):
        fit(TEXTS, LABELS, groups=["a", "b", "c"])


@pytest.mark.parametrize("n", [2, 3, 4])
@pytest.mark.parametrize("to_groups", [list, lambda texts: ["one"] * len(texts)])
def test_a_handful_of_rows_is_fitted_without_a_choice(n, to_groups):
    texts, labels = ["hope", "fear", "deal", "strike"][:n], ["up", "down", "up", "down"][:n]
    proba = outlook(fit(texts, labels, groups=to_groups(texts), folds=5), *texts)
    np.testing.assert_allclose(proba.sum(axis=1), 1.0)


# Names and targets


@pytest.mark.parametrize("with_target", [False, True], ids=["without-target", "with-target"])
def test_a_renamed_speaker_changes_nothing(with_target):
    def passages(name, surname, place):
        return [
            {
                "text": f"{name} of the {place}, {number}: {text}. {surname.upper()} left.",
                "speaker": name,
                "affiliation": place,
                **({"target": "the deal" if number % 3 else "strike"} if with_target else {}),
            }
            for number, text in enumerate(TEXTS)
        ]

    known = passages("Mara Lind", "Lind", "Norvik Port Office")
    renamed = passages("Oto Vrana", "Vrana", "League of Seamen")
    model = fit(known, LABELS, characters=(2, 4), bigrams=True, pairs=3)
    np.testing.assert_allclose(outlook(model, *renamed), outlook(model, *known), rtol=1e-9)
    learned = set(model.scorer_.parts.words)
    assert not learned & {"mara", "lind", "norvik", "office"}


def test_names_are_read_where_masking_is_turned_off():
    rows = [
        {"text": f"{name} spoke", "speaker": name}
        for name in ("Mara Lind", "Oto Vrana")
        for _ in range(5)
    ]
    labels = ["up"] * 5 + ["down"] * 5
    masked, open_ = fit(rows, labels), fit(rows, labels, mask_speaker=False)
    np.testing.assert_allclose(outlook(masked, rows[0], rows[9]), 0.5, atol=1e-6)
    assert outlook(open_, rows[0])[0, 1] > 0.6


def test_places_and_years_change_nothing_where_all_names_are_masked(tmp_path):
    texts = [f"Those in {place} expect a deal by 2019" for place in ("Norvik", "Berg")] * 5
    labels = ["up", "down"] * 5
    masked, open_ = fit(texts, labels, mask_names=True), fit(texts, labels)
    assert np.ptp(outlook(masked, texts[0], texts[1], "Those in Lund expect a deal by 1954")) == 0
    assert outlook(open_, texts[0])[0, 1] > 0.6
    masked.write_weights(tmp_path)
    assert np.array_equal(
        read_scorer(tmp_path).predict_proba(texts)["outlook"], outlook(masked, *texts)
    )


def target_rows():
    rows, labels = [], []
    for number in range(12):
        rows += [
            {"text": f"Good words on the ferry in hall {number}", "target": "ferry"},
            {"text": f"Good words on the harbour in hall {number}", "target": "ferry"},
        ]
        labels += ["for", "unrelated"]
    return rows, labels


def test_the_target_decides_what_one_text_says():
    rows, labels = target_rows()
    model = fit(rows, labels, near=4)
    text = "Good words on the ferry in hall 3"
    proba = outlook(model, {"text": text, "target": "ferry"}, {"text": text, "target": "harbour"})
    assert proba[0].argmax() == 0
    assert proba[1].argmax() == 1
    assert model.scorer_.uses_target


def test_a_target_is_ignored_by_a_model_trained_without():
    model = fit(TEXTS, LABELS)
    with_target = outlook(model, {"text": "a deal is near", "target": "deal"})
    assert np.array_equal(with_target, outlook(model, "a deal is near"))


def test_progress_rises_to_its_end():
    told = []
    LinearStanceClassifier(options={**WORDS_ONLY, "C": [0.5, 1.0], "folds": 3}).fit(
        TEXTS, pd.DataFrame({"outlook": LABELS}), progress=lambda *step: told.append(step)
    )
    # two strengths in three folds, and one fit on all rows
    assert told == [("fit outlook", done, 7) for done in range(1, 8)]


# soft labels


def test_soft_labels_of_one_label_are_hard_ones():
    soft = pd.DataFrame({"outlook": [{label: 1.0} for label in LABELS]}, dtype=object)
    assert np.array_equal(outlook(fit(TEXTS, soft), *TEXTS), outlook(fit(TEXTS, LABELS), *TEXTS))


def test_a_soft_label_counts_for_each_of_its_labels():
    shares = {"up": 3, "down": 1}  # scaled to add up to 1
    soft = pd.DataFrame({"outlook": [*LABELS, shares, shares]}, dtype=object)
    model = fit([*TEXTS, "a draw is near", "a draw is near"], soft)
    proba = outlook(model, "draw")[0]
    down, up = (list(model.classes_["outlook"]).index(name) for name in ("down", "up"))
    assert proba[up] > proba[down] > 0.05


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ({"up": 0.5, "sideways": 0.5}, "y holds the labels \\['sideways'\\]"),
        ({"up": -1.0, "down": 2.0}, "y holds the shares"),
        ({"up": 0.0}, "y holds the shares"),
        ({}, "y holds the shares"),
        ({"up": float("nan")}, "y holds the shares"),
    ],
    ids=["unknown", "negative", "nothing", "empty", "nan"],
)
def test_soft_labels_that_are_none_are_refused(cell, message):
    codebook = Codebook.from_labels({"outlook": ["up", "down"]}, name="ferries")
    soft = pd.DataFrame({"outlook": [*LABELS[1:], cell]}, dtype=object)
    with pytest.raises(ModelError, match=message):
        fit(TEXTS, soft, codebook=codebook)


def test_null_stays_unlabelled_beside_soft_labels():
    cells = [{"up": 0.6, "down": 0.4}, None, *LABELS[2:]]
    model = fit(TEXTS, pd.DataFrame({"outlook": cells}, dtype=object))
    assert outlook(model, "hope").shape == (1, 2)
