from __future__ import annotations

import json

import pytest

from stancekit.corpus import load_corpus
from stancekit.training.around import passages_around
from stancekit.training.rows import Rows

TEXTS = ("Second.", "Other.", "First.", "Alone.")


@pytest.fixture
def corpus_of(tmp_path):
    def load(**columns):
        rows = [
            {"id": f"r{row}", "text": text, "outlook": label}
            | {name: values[row] for name, values in columns.items() if values[row] is not None}
            for row, (text, label) in enumerate(zip(TEXTS, ("up", "down") * 2, strict=True))
        ]
        path = tmp_path / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return load_corpus(path, axes={"outlook": "outlook"})

    return load


ARTICLES = ["a", "b", "a", None]


def test_paragraphs_give_the_order(corpus_of):
    corpus = corpus_of(article_id=ARTICLES, paragraph=[7, 1, 3, 2])
    assert passages_around(Rows.of(corpus), corpus) == [
        ("First.", None),
        (None, None),
        (None, "Second."),
        (None, None),
    ]


def test_without_paragraphs_rows_give_it(corpus_of):
    corpus = corpus_of(article_id=ARTICLES)
    assert passages_around(Rows.of(corpus), corpus)[0] == (None, "First.")


def test_only_scored_rows_stand_around(corpus_of):
    corpus = corpus_of(article_id=ARTICLES)
    rows = Rows.of(corpus).select([2, 1])
    assert passages_around(rows, corpus) == [(None, None), (None, None)]


def test_a_corpus_without_articles_has_nothing_around(corpus_of):
    corpus = corpus_of(speaker=["x"] * 4)
    assert passages_around(Rows.of(corpus), corpus) is None
