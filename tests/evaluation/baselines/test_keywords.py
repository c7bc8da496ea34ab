import math

import numpy as np
import pandas as pd
import pytest

from stancekit.evaluation import KeywordBaseline
from stancekit.evaluation.baselines.keywords import log_odds_z

LABELS = ["for", "against"]


def fitted(texts, y, **options):
    return KeywordBaseline(LABELS, **options).fit(pd.DataFrame({"text": texts}), y)


def proba_of(baseline, *texts):
    return baseline.predict_proba(pd.DataFrame({"text": list(texts)}))


def test_z_is_that_of_the_paper():
    # word 0: 8 of 10 words of the one label, 2 of 10 of the other; a prior of half the pooled
    # counts adds 5 to each
    z = log_odds_z(np.array([[8.0, 2.0], [2.0, 8.0]]), prior=0.5)
    difference = math.log(13 / 7) - math.log(7 / 13)
    expected = difference / math.sqrt(1 / 13 + 1 / 7)
    np.testing.assert_allclose(z, [[expected, -expected], [-expected, expected]], rtol=1e-12)


def test_a_heavier_prior_trusts_counts_less():
    counts = np.array([[8.0, 2.0], [2.0, 8.0]])
    light, heavy = (log_odds_z(counts / counts.sum(), prior=prior)[0, 0] for prior in (0.1, 10.0))
    assert light > heavy > 0


def test_words_are_whole_counted_once_a_text_and_in_any_case():
    texts = ["Engage, ENGAGE, engage: it pays", "Engagement: it doesn't"] * 10
    baseline = fitted(texts, ["for", "against"] * 10)
    assert baseline.words_ == {"for": ("engage", "pays"), "against": ("doesn't", "engagement")}
    found = proba_of(baseline, "To engage", "ENGAGE", "engage engage")
    np.testing.assert_array_equal(found, found[[0, 0, 0]])
    assert found[0].argmax() == 0


def test_a_word_of_all_labels_or_of_few_texts_is_not_listed():
    texts = ["we engage", "we isolate"] * 10 + ["we hesitate"]
    baseline = fitted(texts, [*["for", "against"] * 10, "for"])
    assert baseline.words_ == {"for": ("engage",), "against": ("isolate",)}


def test_lists_are_no_longer_than_asked():
    texts = ["engage talk meet", "isolate punish deter"] * 20
    baseline = fitted(texts, ["for", "against"] * 20, n_words=2)
    assert {label: len(words) for label, words in baseline.words_.items()} == {
        "for": 2,
        "against": 2,
    }


def test_the_label_with_most_words_wins_and_shares_decide_between_equals():
    texts = ["engage talk", "isolate punish", "isolate punish"] * 10
    baseline = fitted(texts, ["for", "against", "against"] * 10)
    # a text holds a label's 2 words in each third text (2/3 in the mean), or in 2 of 3 (4/3)
    np.testing.assert_allclose(
        proba_of(baseline, "engage and talk", "isolate", "nothing of these"),
        [
            [(3 + 1 / 3) / (3 + 1), (2 / 3) / (3 + 1)],
            [(1 / 3) / (3 / 4 + 1), (3 / 4 + 2 / 3) / (3 / 4 + 1)],
            [1 / 3, 2 / 3],
        ],
    )


@pytest.mark.parametrize("text", ["engages", "re-engage", "engag"], ids=["s", "hyphen", "part"])
def test_parts_of_words_are_no_hits(text):
    baseline = fitted(["engage", "isolate"] * 10, ["for", "against"] * 10)
    np.testing.assert_allclose(proba_of(baseline, text), [[0.5, 0.5]])
