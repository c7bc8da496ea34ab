"""The article around each row that was scored, as far as the corpus has it."""

from __future__ import annotations

from typing import Any, Final

from stancekit.corpus import Corpus
from stancekit.reporting.neighbours import Neighbours, article_neighbours
from stancekit.training.rows import Rows

_ARTICLE: Final = "article_id"
_PLACE: Final = "paragraph"


def passages_around(rows: Rows, corpus: Corpus) -> list[Neighbours] | None:
    """Give each row's neighbours among the scored rows of its article.

    Parameters
    ----------
    corpus
        That the rows are from; where it numbers paragraphs, they give the order.

    Returns
    -------
    ``None`` for a corpus that does not tell articles.
    """
    frame = corpus.frame()
    if _ARTICLE not in frame:
        return None
    known = [name for name in (_ARTICLE, _PLACE) if name in frame]
    own = frame.set_index("id")[known].to_dict("index")
    told: list[dict[Any, Any]] = [own.get(row, {}) for row in rows.ids]
    return article_neighbours(
        [_word(one.get(_ARTICLE)) for one in told],
        rows.X["text"].tolist(),
        [_number(one.get(_PLACE)) for one in told],
    )


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and value == value else None
