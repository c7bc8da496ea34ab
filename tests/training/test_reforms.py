from __future__ import annotations

import pytest

from stancekit.evaluation import Score
from stancekit.reporting import Report, RunFacts
from stancekit.reporting.reforms import MODULES
from stancekit.training import Assessment
from stancekit.training.baselines import BASELINES
from stancekit.training.config import to_config
from stancekit.training.data import load_data
from stancekit.training.generalisation import SchemeScores
from stancekit.training.looks import Looks
from stancekit.training.reforms import reforms_answers
from stancekit.training.run_report import write_run_report
from stancekit.training.scoring import score


@pytest.fixture
def answers(workplace, experiment):
    """What is answered of a run of 16 training and 4 test articles, nothing scored."""
    config = to_config(experiment())
    data = load_data(config)
    facts = RunFacts(name="x", seed=7, n_train=len(data.fit), n_test=len(data.test))
    report = Report(title="x", facts=facts, evaluations=(), audit=data.audit)
    return data, reforms_answers(config, data, {"outlook": {"strength": 1.0}}, report, Assessment())


def told(answers, number):
    return " ".join(answers[number].known)


def test_the_run_answers_what_it_knows_and_no_more(answers):
    _, known = answers
    numbers = {item.number for items in MODULES.values() for item in items}
    assert known.keys() <= numbers
    # why, whom and how far are the author's
    assert numbers - known.keys() == {"1a", "1b", "1c", "3b", "3c", "3g", "5b", "8a"}


def test_the_answers_are_the_facts_of_the_run(answers):
    data, known = answers
    assert data.main.digest in told(known, "2a")
    assert "the seed is 7" in told(known, "2e").lower()
    # 2 of the 4 rows of an article hope, 1 doubts, 1 says neither
    assert "outlook, fit: optimistic 32, pessimistic 16, none 16." in told(known, "3d")
    shares = "outlook: optimistic 50%, pessimistic 25%, none 25%."
    assert told(known, "3e") == (
        f"fit: 64 rows in 16 groups. fit, {shares} test: 16 rows in 4 groups. test, {shares}"
    )
    assert told(known, "3f") == "No row is without a label on any axis."
    assert "Split: by article_id, 20% held out." in told(known, "5c")
    assert "Fitted on 64 rows, scored on 16." in told(known, "5c")
    assert told(known, "5e") == "Options: strength 1.0. outlook.strength: 1.0."
    assert data.fingerprint in told(known, "6a")
    assert "What is kept on one side: article_id." in told(known, "6b")
    assert all(line in told(known, "6b") for line in data.audit)


def test_looks_and_generalisation_are_told_where_they_are_known(workplace, experiment, evaluate):
    config = to_config(experiment())
    data = load_data(config)
    scheme = SchemeScores(scheme="expert", evaluations={"outlook": evaluate()})
    assessment = Assessment(looks=Looks("ab", "exploratory", 2), generalisation=(scheme,))
    report = Report(title="x", facts=RunFacts(name="x"), evaluations=())
    known = reforms_answers(config, data, {}, report, assessment)
    assert "the test rows were scored 2 times before" in told(known, "5d")
    assert told(known, "8a") == (
        "outlook, leave-experts-out: whole speakers left out, at most 5 folds of them: macro F1 "
        "0.600 (0.500 to 0.700)."
    )


def test_each_baseline_is_explained_and_compared_with(workplace, experiment):
    config = to_config(experiment())
    data = load_data(config)
    lead = {"tf-idf": Score(0.2, 0.1, 0.3)}
    report = Report(
        title="x", facts=RunFacts(name="x"), evaluations=(), differences={"outlook": lead}
    )
    known = reforms_answers(config, data, {}, report, Assessment())
    assert known["5f"].known == (
        f"The baseline tf-idf: {BASELINES['tf-idf']}.",
        "outlook: Beats tf-idf by 0.200 (0.100 to 0.300).",
    )


def test_labels_that_are_missing_are_counted(workplace, experiment):
    path = workplace / "talks.jsonl"
    path.write_text(path.read_text().replace('"outlook": "pessimistic"', '"outlook": null', 3))
    config = to_config(experiment())
    data = load_data(config)
    known = reforms_answers(
        config, data, {}, Report(title="x", facts=RunFacts(name="x"), evaluations=()), Assessment()
    )
    counted = sum(int(line.split(": ")[1].split()[0]) for line in known["3f"].known)
    assert counted == 3


def test_the_file_of_a_run_is_the_same_each_time(workplace, experiment):
    config = to_config(experiment())
    data = load_data(config)

    def predict(fit, test):
        labels = data.codebook.axes["outlook"].label_names
        return {"outlook": [[0.6, 0.3, 0.1] for _ in range(len(test))] if labels else []}

    files = []
    for name in ("a", "b"):
        folder = workplace / name
        folder.mkdir()
        scores = score(data, predict, resamples=20, seed=7)
        write_run_report(folder, config, data, scores, Assessment(), choices={})
        files.append({path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()})
    assert files[0] == files[1]
    assert set(files[0]) == {"report.html", "report.md", "report.json", "reforms.md"}
    assert b"- outlook: Macro F1 " in files[0]["reforms.md"]
