"""A codebook of two axes and a maker of small corpora."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus, load_corpus

CorpusMaker = Callable[..., Corpus]


@pytest.fixture
def codebook() -> Codebook:
    return Codebook.from_labels(
        {"posture": ["pragmatic", "hawkish", "none"], "outlook": ["optimistic", "pessimistic"]},
        name="ferries",
    )


@pytest.fixture
def make_corpus(tmp_path: Path, codebook: Codebook) -> CorpusMaker:
    def make(rows: list[dict[str, Any]], name: str = "rows", **options: Any) -> Corpus:
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return load_corpus(path, **{"codebook": codebook, **options})

    return make


@pytest.fixture
def annotated(tmp_path: Path) -> CorpusMaker:
    """A maker of corpora with one axis, ``outlook``, from one string of letters an annotator.

    Each letter is the label of one passage: ``+`` optimistic, ``-`` pessimistic, ``0`` mixed, ``n``
    none; a blank is no label. Passages are called p0, p1 ... and stand alone, or in `articles`.
    """
    words = {"+": "optimistic", "-": "pessimistic", "0": "mixed", "n": "none"}

    def make(
        labels: dict[str, str],
        *,
        gold: str | None = None,
        articles: list[str] | None = None,
        adjudications: str | None = None,
    ) -> Corpus:
        n = len(next(iter(labels.values())))
        passages = [
            {
                "id": f"p{row}",
                "text": f"Passage {row}.",
                "article_id": None if articles is None else articles[row],
                "outlook": None if gold is None else words.get(gold[row]),
            }
            for row in range(n)
        ]
        lines = "".join(json.dumps(row) + "\n" for row in passages)
        (tmp_path / "passages.jsonl").write_text(lines, encoding="utf-8")
        rows = [
            f"p{row},{name},outlook,{words[letter]}\n"
            for name, letters in labels.items()
            for row, letter in enumerate(letters)
            if letter != " "
        ]
        header = "id,annotator,axis,label\n"
        (tmp_path / "annotations.csv").write_text(header + "".join(rows), encoding="utf-8")
        if adjudications is not None:
            (tmp_path / "adjudications.csv").write_text(adjudications, encoding="utf-8")
        return load_corpus(tmp_path, codebook=Codebook.from_mapping(OUTLOOK))

    return make


OUTLOOK: dict[str, Any] = {
    "name": "ferries",
    "axes": {
        "outlook": {
            "absent": "none",
            "labels": {
                "optimistic": {"position": 1},
                "pessimistic": {"position": -1},
                "mixed": {"position": 0},
                "none": {},
            },
        }
    },
}
