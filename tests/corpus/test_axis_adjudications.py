import json

import pytest

from stancekit.corpus import adjudication_state
from stancekit.errors import CorpusError

HEADER = "id,axis,label,reason,status\n"


def test_the_state_by_hand(annotated):
    # p0, p1 agree; p2 to p5 differ, of which p2 and p3 are adjudicated, p3 as unclear; on p6, where
    # both agree, an adjudicator overrules. Gold: p1 has a label that nobody gave; p5, too; p3 and
    # p6 differ from their adjudication; p4 has none.
    corpus = annotated(
        {"Ann": "++++++n", "Bo": "++----n"},
        gold="+0+- 0n",
        adjudications=HEADER
        + "p2,outlook,optimistic,A forecast.,\n"
        + "p3,outlook,optimistic,It may be ironic.,unclear\n"
        + "p6,outlook,mixed,Both poles are there.,resolved\n",
    )

    state = adjudication_state(corpus)["outlook"]

    assert (state.n_disagreements, state.n_adjudicated, state.n_beyond) == (4, 2, 1)
    assert state.n_unclear == 1
    assert state.open_ids == ("p4", "p5")
    assert state.unsupported_ids == ("p1", "p5")
    assert state.contradicted_ids == ("p3", "p6")
    content = state.to_dict()
    assert (content["n_open"], content["n_unsupported"], content["n_contradicted"]) == (2, 2, 2)
    assert json.loads(json.dumps(content)) == content


def test_without_adjudications_all_is_open(annotated):
    state = adjudication_state(annotated({"Ann": "+-n", "Bo": "+n-"}))["outlook"]

    assert (state.n_disagreements, state.n_adjudicated, state.n_unclear) == (2, 0, 0)
    assert state.open_ids == ("p1", "p2")
    assert state.unsupported_ids == state.contradicted_ids == ()


def test_a_gold_label_on_a_passage_that_nobody_annotated_is_no_matter(annotated):
    state = adjudication_state(annotated({"Ann": "+ "}, gold="+-"))["outlook"]

    assert state.unsupported_ids == ()


def test_a_corpus_without_annotations(make_corpus):
    with pytest.raises(CorpusError, match="has no annotations"):
        adjudication_state(make_corpus([{"id": "a", "text": "One.", "posture": "none"}]))
