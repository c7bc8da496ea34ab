from __future__ import annotations

import json

import pytest

from stancekit.errors import CorpusError
from stancekit.training import evaluate

ARTICLE = (
    "Ferry talks resume\n\n"
    "“A deal is near,” said Ilsa Brandeker of the Norwick Institute.\n\n"
    "“The talks will collapse,” said Otto Vance, a retired harbour pilot.\n"
)


@pytest.fixture
def labelled(tmp_path):
    def _labelled(**change):
        rows = [
            {
                "id": f"s{number}",
                "article_id": "ferry",
                "paragraph": number,
                "speaker": speaker,
                "text": text,
                "outlook": label,
                **change,
            }
            for number, (speaker, text, label) in enumerate(
                [
                    ("Ilsa Brandeker", "“A deal is near,” said Ilsa Brandeker.", "optimistic"),
                    ("Otto Vance", "“The talks will collapse,” said Vance.", "pessimistic"),
                    ("Rao Jingwen", "Nobody expects much, Rao Jingwen feels.", "none"),
                ]
            )
        ]
        path = tmp_path / "statements.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    return _labelled


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.txt").write_text(ARTICLE)
    (folder / "other.txt").write_text(ARTICLE)  # no row is of it
    return folder


def end_to_end(model, data, articles):
    options = {"axes": {"outlook": "outlook"}, "resamples": 10}
    return evaluate(model, data, articles=articles, **options).end_to_end


def test_articles_are_tagged_and_what_is_found_set_against_the_rows(
    saved_folder, labelled, articles
):
    found = end_to_end(saved_folder, labelled(), articles)
    assert (found.n_articles, found.n_gold, found.n_found, found.n_paired) == (1, 3, 2, 2)
    assert found.attribution.precision.value == 1.0
    assert found.attribution.recall.value == pytest.approx(2 / 3)
    assert set(found.axes) == {"outlook"}


def test_without_articles_there_is_no_such_score(saved_folder, labelled):
    assert end_to_end(saved_folder, labelled(), None) is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"article_id": "ferri"}, "found no article that a row of .* such as ferri.txt"),
        ({"paragraph": None}, "row s0: found article_id 'ferry' and paragraph None"),
    ],
    ids=["other article", "no paragraph"],
)
def test_rows_that_cannot_be_placed_are_told(saved_folder, labelled, articles, change, words):
    with pytest.raises(CorpusError, match=words):
        end_to_end(saved_folder, labelled(**change), articles)
