from __future__ import annotations

import json
import shutil

import numpy as np
import pytest

from stancekit.codebook import Codebook
from stancekit.errors import CodebookError, CorpusError, ModelError
from stancekit.prediction import Predictor
from stancekit.training import compare, evaluate


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def unseen(tmp_path, rows):
    """The labelled rows, each text changed so that no model saw it; the first without labels."""
    changed = [{**row, "text": f"{row['text']} So it goes."} for row in rows]
    changed[0] = {**changed[0], "outlook": None, "posture": None}
    return write(tmp_path / "unseen.jsonl", changed)


def of(models, data, **options):
    return compare(models, data, **{"resamples": 50, **options})


def test_the_better_model_leads_on_every_axis(saved_folder, contrary_folder, unseen):
    found = of([contrary_folder, saved_folder], unseen).comparison
    assert list(found.axes) == ["outlook", "posture"]
    outlook = found.axes["outlook"]
    assert [place.model for place in outlook.leaderboard] == [
        str(saved_folder),
        str(contrary_folder),
    ]
    assert [place.letters for place in outlook.leaderboard] == ["a", "b"]
    assert outlook.pairs[0].is_told_apart
    assert (outlook.n, outlook.n_groups, outlook.n_missing) == (39, 10, 1)
    # both were fitted on the same postures
    assert [place.letters for place in found.axes["posture"].leaderboard] == ["a", "a"]
    assert found.axes["posture"].pairs[0].p_value == 1.0


def test_the_scores_are_those_of_evaluate(saved_folder, contrary_folder, unseen):
    found = of([saved_folder, contrary_folder], unseen).comparison.axes["outlook"]
    alone = evaluate(saved_folder, unseen, resamples=50).test["outlook"]
    assert found.leaderboard[0].score == alone.metrics["macro_f1"]


def test_the_rows_that_differ_have_what_each_model_says(saved_folder, contrary_folder, unseen):
    result = of([saved_folder, contrary_folder], unseen, axes={"outlook": "outlook"})
    differing = list(result.differing_rows())
    proba = Predictor.load(saved_folder).predict_proba(result.rows.X)["outlook"]
    assert len(differing) == len(result.comparison.axes["outlook"].differing) > 20
    assert "r00" not in {row["id"] for row in differing}
    row = next(row for row in differing if row["id"] == "r01")
    assert list(row) == ["id", "group", "axis", "text", "speaker", "affiliation", "gold", "models"]
    assert (row["group"], row["axis"], row["gold"]) == ("a7", "outlook", "optimistic")
    assert row["models"][str(saved_folder)] == {
        "label": "optimistic",
        "probability": pytest.approx(proba[1].max()),
        "is_right": True,
    }
    assert row["models"][str(contrary_folder)]["label"] == "pessimistic"
    assert json.loads(json.dumps(differing)) == differing
    nameless = next(row for row in differing if row["id"] == "r04")
    assert "speaker" not in nameless


def test_the_json_has_what_was_compared_and_how(saved_folder, contrary_folder, unseen):
    content = of([saved_folder, contrary_folder], unseen, metric="mcc", seed=3).to_dict()
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert content["models"] == [str(saved_folder), str(contrary_folder)]
    assert (content["metric"], content["seed"], content["n_rows"]) == ("mcc", 3, 40)
    assert content["n_seen_in_training"] == {str(saved_folder): 0, str(contrary_folder): 0}
    assert content["warnings"] == []
    assert set(content["axes"]["outlook"]["leaderboard"][0]["score"]) >= {"value", "low", "high"}


def test_any_number_of_models_is_compared(saved_folder, contrary_folder, save_rival, unseen):
    hopeful = save_rival(lambda label: "optimistic" if label == "none" else label)
    found = of([Predictor.load(saved_folder), contrary_folder, str(hopeful)], unseen).comparison
    assert len(found.axes["outlook"].leaderboard) == len(found.axes["outlook"].pairs) == 3


def test_rows_seen_in_training_are_counted_for_each_model_and_told(
    saved_folder, contrary_folder, rows, tmp_path
):
    partly = [{**row, "text": f"{row['text']} So."} for row in rows[5:]] + rows[:5]
    result = of([saved_folder, contrary_folder], write(tmp_path / "partly.jsonl", partly))
    assert result.n_seen_in_training == {str(saved_folder): 5, str(contrary_folder): 0}
    assert result.warnings == (
        f"{saved_folder} was trained on 5 of 40 texts: they flatter it beside the other models.",
    )


def test_a_model_trained_on_all_of_it_is_named(saved_folder, contrary_folder, rows, tmp_path):
    data = write(tmp_path / "seen.jsonl", rows)
    with pytest.raises(CorpusError, match=f"{saved_folder} was trained on every text in it"):
        of([contrary_folder, saved_folder], data)


def test_one_model_alone_is_refused(saved_folder, unseen):
    with pytest.raises(ModelError, match="found 1 model to compare, expected two or more"):
        of([saved_folder], unseen)


def test_the_same_model_twice_is_refused_even_as_a_copy(saved_folder, unseen, tmp_path):
    copy = shutil.copytree(saved_folder, tmp_path / "copy")
    for again in (saved_folder, Predictor.load(saved_folder), copy):
        with pytest.raises(ModelError, match="found the same model twice"):
            of([saved_folder, again], unseen)


def without(codebook, axis):
    return codebook.restricted_to([name for name in codebook.axes if name != axis])


def test_axes_that_only_some_models_have_are_left_out_and_told(
    saved_folder, save_rival, codebook, unseen
):
    narrow = save_rival(codebook=without(codebook, "posture"))
    result = of([saved_folder, narrow], unseen)
    assert list(result.comparison.axes) == ["outlook"]
    assert result.warnings == ("Not compared, since only some of the models have it: posture.",)
    assert of([saved_folder, narrow], unseen, axes={"outlook": "outlook"}).warnings == ()
    with pytest.raises(CodebookError, match="axis 'posture': not all models have it"):
        of([saved_folder, narrow], unseen, axes={"posture": "posture"})


def changed(codebook, **axes):
    content = codebook.to_dict()
    return Codebook.from_mapping({**content, "version": "9.0", "axes": axes})


def test_models_without_a_common_axis_are_refused(saved_folder, save_rival, codebook, unseen):
    narrow = save_rival(codebook=without(codebook, "posture"))
    other = save_rival(codebook=without(codebook, "outlook"))
    with pytest.raises(CodebookError, match=r"share no axis: .* has \['outlook'\]"):
        of([narrow, other], unseen)


def test_an_axis_that_models_define_differently_is_refused(
    saved_folder, save_rival, codebook, unseen
):
    posture, outlook = codebook.to_dict()["axes"]["posture"], codebook.to_dict()["axes"]["outlook"]
    turned = {**posture, "labels": dict(reversed(posture["labels"].items()))}
    rival = save_rival(codebook=changed(codebook, outlook=outlook, posture=turned))
    with pytest.raises(CodebookError, match="axis 'posture' is not defined as") as caught:
        of([saved_folder, rival], unseen)
    for words in ("version 9.0", "version 1.2.0", "['yielding', 'firm']", "['firm', 'yielding']"):
        assert words in str(caught.value)
    # the axis that both define alike can still be compared
    alike = of([saved_folder, rival], unseen, axes={"outlook": "outlook"})
    assert list(alike.comparison.axes) == ["outlook"]


def test_another_codebook_than_asked_for_is_refused(
    saved_folder, contrary_folder, codebook, unseen, tmp_path
):
    other = Codebook.from_mapping({**codebook.to_dict(), "version": "9.0"})
    with pytest.raises(CodebookError, match=r"Found 'ferries' version 9\.0"):
        of([saved_folder, contrary_folder], unseen, codebook=other)
    path = tmp_path / "codebook.yaml"
    path.write_text(codebook.to_yaml(), encoding="utf-8")
    assert of([saved_folder, contrary_folder], unseen, codebook=path).comparison.axes


def test_machine_written_text_is_told(saved_folder, contrary_folder, unseen, tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    shutil.copy(unseen, folder / "passages.jsonl")
    (folder / "README.md").write_text(
        "---\nlanguage_creators: machine-generated\n---\n", encoding="utf-8"
    )
    result = of([saved_folder, contrary_folder], folder)
    assert len(result.warnings) == 1
    assert "plumbing check, not field accuracy" in result.warnings[0]


def test_one_seed_gives_one_result(saved_folder, contrary_folder, unseen):
    models = [saved_folder, contrary_folder]
    assert of(models, unseen, seed=1).to_dict() == of(models, unseen, seed=1).to_dict()
    assert of(models, unseen, seed=1).to_dict() != of(models, unseen, seed=2).to_dict()


def test_progress_is_told_model_by_model(saved_folder, contrary_folder, unseen):
    told = []
    of([saved_folder, contrary_folder], unseen, progress=lambda *step: told.append(step))
    assert told == [("models", 0, 2), ("models", 1, 2), ("models", 2, 2)]


def test_the_probabilities_stay_at_hand(saved_folder, contrary_folder, unseen):
    result = of([saved_folder, contrary_folder], unseen)
    expected = Predictor.load(contrary_folder).predict_proba(result.rows.X)["posture"]
    assert np.array_equal(result.proba[str(contrary_folder)]["posture"], expected)
