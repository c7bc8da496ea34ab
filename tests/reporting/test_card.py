from dataclasses import replace

import pytest
import yaml
from huggingface_hub import ModelCard, ModelCardData

from stancekit.evaluation import evaluate_axis
from stancekit.reporting import model_card


def metadata(card):
    return ModelCard(card).data.to_dict()


def test_the_hub_reads_the_metadata(codebook, card_facts, evaluation):
    data = metadata(model_card(codebook, card_facts, [evaluation]))
    assert data["license"] == "apache-2.0"
    assert data["library_name"] == "stancekit"
    assert data["pipeline_tag"] == "text-classification"
    assert "linear" in data["tags"]
    (result,) = data["model-index"][0]["results"]
    assert result["task"]["name"] == "posture"
    # F1: for 8/9, against 1, none 6/7; right: 110 of 120
    values = {metric["type"]: metric["value"] for metric in result["metrics"]}
    assert values["f1"] == round((8 / 9 + 1 + 6 / 7) / 3, 4)
    assert values["accuracy"] == round(110 / 120, 4)
    assert list(values) == data["metrics"] == ["f1", "accuracy", "matthews_correlation"]


def test_the_hub_reads_each_result_with_its_interval(codebook, card_facts, evaluation):
    other = replace(evaluation, axis="outlook")
    card = ModelCard(model_card(codebook, card_facts, [evaluation, other]))
    results = card.data.eval_results
    assert len(results) == 6
    assert len({result.unique_identifier for result in results}) == 2
    assert {result.task_name for result in results} == {"posture", "outlook"}
    accuracy = evaluation.metrics["accuracy"]
    (told, _) = (result for result in results if result.metric_type == "accuracy")
    assert told.metric_name == f"Accuracy (95% interval {accuracy.low:.3f} to {accuracy.high:.3f})"
    assert told.metric_args["interval"] == {
        "level": 0.95,
        "low": round(accuracy.low, 4),
        "high": round(accuracy.high, 4),
    }
    f1 = next(result for result in results if result.metric_type == "f1")
    assert f1.metric_args["average"] == "macro"


def test_the_hub_library_writes_the_metadata_as_it_reads_it(codebook, card_facts, evaluation):
    """`ModelCardData` drops or refuses what its schema does not know."""
    two = [evaluation, replace(evaluation, axis="outlook")]
    text = model_card(codebook, replace(card_facts, dataset_id="maker/talks"), two)
    written = yaml.safe_load(text.split("---\n")[1])
    assert ModelCardData(**written).to_dict() == written
    assert written["datasets"] == ["maker/talks"]


def test_a_score_without_interval_is_told_without_one(codebook, card_facts):
    few = evaluate_axis(
        ["for", "against"] * 10,
        [[0.9, 0.1]] * 20,
        axis="posture",
        labels=["for", "against"],
        groups=["one"] * 20,
    )
    (result, *_) = metadata(model_card(codebook, card_facts, [few]))["model-index"][0]["results"]
    by_type = {metric["type"]: metric for metric in result["metrics"]}
    assert by_type["accuracy"]["name"] == "Accuracy"
    assert "args" not in by_type["accuracy"]
    assert by_type["f1"]["args"] == {"average": "macro"}


def test_a_licence_that_is_not_stated_is_asked_for(codebook, card_facts):
    asked = "licence: not stated; add `license` to the metadata"
    assert asked in model_card(codebook, replace(card_facts, licence=None))
    assert asked not in model_card(codebook, card_facts)


def test_what_is_not_stated_is_left_out(codebook, card_facts):
    data = metadata(model_card(codebook, replace(card_facts, licence=None)))
    assert {"license", "base_model", "datasets", "metrics", "model-index"}.isdisjoint(data)


def test_the_base_model_is_named(codebook, card_facts):
    card = model_card(codebook, replace(card_facts, base_model="maker/base"))
    assert metadata(card)["base_model"] == "maker/base"
    assert "- family: linear, on maker/base\n" in card


def test_axes_labels_and_rules_are_told(codebook, card_facts):
    card = model_card(codebook, card_facts)
    assert "### posture\n\nWhat does the speaker advise?\n" in card
    assert "| for | 1.0 | Talks \\| deals. |\n" in card
    assert "| against | −1.0 |  |\n" in card
    assert "| none |  | (not expressed) |\n" in card
    assert "\n- A wish is not a forecast.\n" in card
    assert f"(`{codebook.hash[:12]}`)" in card


def test_training_data_and_use_are_told(codebook, card_facts):
    card = model_card(codebook, card_facts)
    assert "- data: talks, 480 rows in 90 groups, kept together by `article_id`\n" in card
    assert "ab" * 32 in card
    assert "- option `C`: `0.5`\n" in card
    assert 'Predictor.load("path/to/this/folder")' in card
    assert "- Trained on bundled text.\n" in card


def test_scores_stand_with_their_intervals(codebook, card_facts, evaluation):
    card = model_card(codebook, card_facts, [evaluation])
    accuracy = evaluation.metrics["accuracy"]
    assert f"0.917 ({accuracy.low:.3f} to {accuracy.high:.3f})" in card
    assert "| posture | against | 40 | 1.000 | 1.000 | 1.000 |" in card


def test_a_card_without_scores_says_so(codebook, card_facts):
    assert "None were given when this card was written." in model_card(codebook, card_facts)


@pytest.mark.parametrize(("masked", "warned"), [(True, False), (False, True)])
def test_a_model_that_sees_names_is_warned_of(codebook, card_facts, masked, warned):
    card = model_card(codebook, replace(card_facts, masked=masked))
    assert ("may have learnt names" in card) is warned


def test_text_of_users_cannot_change_the_layout(codebook, card_facts):
    hostile = "x\n# Heading <img src=y>"
    facts = replace(card_facts, name=hostile, notes=(hostile,), limits=(hostile,))
    card = model_card(codebook, replace(facts, options={"o": "`a`\n# b"}))
    headings = [line for line in card.splitlines() if line.startswith("# ")]
    assert headings == ["# x # Heading &lt;img src=y>"]
    assert "<img" not in card.split("---\n")[2]
    assert metadata(card)["library_name"] == "stancekit"


def test_the_same_model_gives_the_same_card(codebook, card_facts, evaluation):
    first, again = (model_card(codebook, card_facts, [evaluation]) for _ in range(2))
    assert first == again
    assert first.endswith("\n")
    assert not first.endswith("\n\n")
    assert "\n\n\n" not in first
