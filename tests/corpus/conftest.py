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
