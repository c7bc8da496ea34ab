"""Which texts a model was trained on, kept as digests, so that a test on them is noticed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

SEEN = "training_texts.txt"

_find_words = re.compile(r"\w+").findall


def write_seen(folder: Path, texts: Iterable[str]) -> None:
    """Write the digests of training texts into a model folder, sorted, one a line."""
    digests = sorted({_digest(text) for text in texts})
    (folder / SEEN).write_text("".join(f"{digest}\n" for digest in digests), encoding="ascii")


def find_seen(folder: Path, texts: Iterable[str]) -> list[bool]:
    """Tell of each text whether the model was trained on it, case and punctuation aside.

    A model that holds other models was trained on what they were trained on, too.
    """
    known: set[str] = set()
    for path in folder.rglob(SEEN):
        known.update(path.read_text(encoding="ascii").split())
    return [_digest(text) in known for text in texts]


def _digest(text: str) -> str:
    words = " ".join(_find_words(text.casefold()))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
