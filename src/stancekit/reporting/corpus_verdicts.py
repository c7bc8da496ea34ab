"""What follows from the figures of a corpus: what makes it unusable, what to look at first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from stancekit.corpus import CrossingKind, SplitAudit
from stancekit.resampling import Score

if TYPE_CHECKING:
    from stancekit.reporting.corpus_review import CorpusReview

_ENCODER_LIMIT = 512


def corpus_problems(review: CorpusReview) -> Iterator[str]:
    """Say what makes the corpus unusable as it stands."""
    yield from review.check.problems
    yield from _leaks(review.leakage, ("id", "group"))


def corpus_warnings(review: CorpusReview) -> Iterator[str]:
    """Say what to look at before training."""
    yield from review.check.warnings
    yield from _leaks(review.leakage, ("text", "near-duplicate"))
    yield from _on_agreement(review)
    yield from _on_adjudication(review)
    for found in review.shortcuts:
        if found.gives_away:
            yield (
                f"axis {found.axis!r}: {found.name} alone says something of the label (Matthews "
                f"correlation {found.mcc.value:.2f}): a model may learn that instead of the text"
            )
    n_cut = review.tokens.truncated[_ENCODER_LIMIT]
    if n_cut:
        yield (
            f"{n_cut} texts are longer than {_ENCODER_LIMIT} tokens: most encoders would cut them"
        )


def _leaks(audit: SplitAudit | None, kinds: Collection[CrossingKind]) -> list[str]:
    if audit is None or not any(crossing.kind in kinds for crossing in audit.crossings):
        return []
    return audit.lines(kinds)


def _on_agreement(review: CorpusReview) -> Iterator[str]:
    for axis, found in review.agreement.items():
        if found.alpha.value is None:
            yield f"axis {axis!r}: no agreement to report: {found.alpha.note}"
        elif found.reading != "firm":
            yield f"axis {axis!r}: agreement is {found.reading} ({_in_words(found.alpha)})"


def _on_adjudication(review: CorpusReview) -> Iterator[str]:
    for axis, state in review.adjudication.items():
        counted = (
            (state.open_ids, f"of {state.n_disagreements} disagreements are not adjudicated"),
            (state.unsupported_ids, "gold labels are no annotator's, and no adjudication says why"),
            (state.contradicted_ids, "gold labels differ from the adjudicated ones"),
        )
        for ids, what in counted:
            if ids:
                yield f"axis {axis!r}: {len(ids)} {what}, first {ids[0]}"


def _in_words(alpha: Score) -> str:
    bounds = "" if alpha.low is None else f", 95% interval {alpha.low:.2f} to {alpha.high:.2f}"
    return f"Krippendorff's alpha {alpha.value:.2f}{bounds}"
