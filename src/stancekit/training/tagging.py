"""A model and articles whose statements are labelled, to the end-to-end score."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stancekit.corpus.rows import is_missing
from stancekit.errors import CorpusError, nearest
from stancekit.evaluation.end_to_end import EndToEnd, evaluate_end_to_end
from stancekit.evaluation.statement_pairs import PlacedStatement
from stancekit.prediction import Predictor
from stancekit.records import TaggedArticle
from stancekit.training.scoring import Scores

if TYPE_CHECKING:
    from stancekit.codebook import Codebook

_NEEDED = ("article_id", "paragraph", "speaker")


def score_articles(
    predictor: Predictor,
    articles: str | Path,
    scores: Scores,
    codebook: Codebook,
    *,
    source: str,
    asked: Mapping[str, float | None],
    resamples: int,
    seed: int,
) -> EndToEnd:
    """Tag the articles that scored rows are statements of, and score what was found.

    The rows are taken for all statements of their articles. An article goes by the name of its
    file, which is its rows' ``article_id``. `asked` is when the model abstains.

    Raises
    ------
    CorpusError
        If the rows do not tell article, paragraph and speaker, or no article is there.
    """
    from stancekit.articles import read_articles

    gold = _gold(scores, codebook, source)
    wanted = {one.article for one in gold}
    there = [one for one in read_articles([str(articles)]) if one.id in wanted]
    if not there:
        raise CorpusError(
            f"{articles}: found no article that a row of {source} is of, expected files named as "
            f"their article_id, such as {min(wanted, default='')}.txt"
        )
    names = {one.id for one in there}
    kept = [row for row, one in enumerate(gold) if one.article in names]
    found = [one for tagged in predictor.tag_many(there, **asked) for one in _found(tagged)]
    predicted = _predicted(scores, codebook)
    groups = {one.article: scores.rows.groups[row] for row, one in enumerate(gold)}
    return evaluate_end_to_end(
        [gold[row] for row in kept],
        found,
        [predicted[row] for row in kept],
        absent={name: axis.absent for name, axis in codebook.axes.items()},
        groups=groups,
        resamples=resamples,
        seed=seed,
        n_articles_missing=len(wanted - names),
    )


def _gold(scores: Scores, codebook: Codebook, source: str) -> list[PlacedStatement]:
    known = scores.rows.known
    for name in _NEEDED:
        if name not in known:
            raise CorpusError(
                f"{source}: found no column {name!r}, expected {', '.join(_NEEDED)} to tell which "
                f"statement of an article a row is; {nearest(name, map(str, known.columns))}"
            )
    labels = scores.rows.y[list(codebook.axes)].to_dict("records")
    columns = (known[name].tolist() for name in _NEEDED)
    places = list(zip(*columns, labels, strict=True))
    for row, (article, paragraph, _, _) in enumerate(places):
        if is_missing(article) or is_missing(paragraph):
            raise CorpusError(
                f"{source}, row {scores.rows.ids[row]}: found article_id {article!r} and paragraph "
                f"{paragraph!r}, expected both, to tell which statement of an article the row is"
            )
    return [
        PlacedStatement(
            str(article), int(paragraph), None if is_missing(speaker) else str(speaker), row
        )
        for article, paragraph, speaker, row in places
    ]


def _found(tagged: TaggedArticle) -> list[PlacedStatement]:
    return [
        PlacedStatement(
            tagged.article.id,
            one.statement.paragraph,
            one.speaker.name,
            {axis: stance.label for axis, stance in one.stances.items()},
        )
        for one in tagged.statements
    ]


def _predicted(scores: Scores, codebook: Codebook) -> list[Mapping[str, Any]]:
    names = {axis: codebook.axes[axis].label_names for axis in codebook.axes}
    best = {axis: scores.proba[axis].argmax(axis=1).tolist() for axis in names}
    return [
        {axis: names[axis][best[axis][row]] for axis in names} for row in range(len(scores.rows))
    ]
