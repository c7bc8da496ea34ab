from __future__ import annotations

import dataclasses

import pytest

from stancekit.records import Article, Attribution, Speaker, Stance, Statement, TaggedStatement


def attribution(**changes):
    given = {
        "paragraph": 0,
        "statement": 2,
        "speaker": Speaker("Mara Lind", role="expert"),
        "source": ((10, 14),),
        "cue": ((5, 9),),
        "content": ((0, 4),),
        "mode": "direct",
        "text": "Yes.",
        "confidence": 0.9,
        "rule": "content_first",
    }
    return Attribution(**{**given, **changes})


def test_an_attribution_is_a_row():
    assert attribution().to_dict("a1") == {
        "article": "a1",
        "paragraph": 0,
        "statement": 2,
        "speaker": {
            "name": "Mara Lind",
            "affiliation": None,
            "role": "expert",
            "naming": "named",
        },
        "source": [[10, 14]],
        "cue": [[5, 9]],
        "content": [[0, 4]],
        "mode": "direct",
        "text": "Yes.",
        "confidence": 0.9,
        "rule": "content_first",
    }


def test_a_statement_joins_its_attributions():
    parts = (
        attribution(),
        attribution(content=((20, 24),), mode="continuation", text="No.", confidence=0.5, rule="b"),
    )
    statement = Statement(2, 0, parts[0].speaker, parts, "Yes, said Lind. No.")
    stance = Stance("up", 0.7, {"up": 0.7, "down": 0.3})
    row = TaggedStatement(statement, {"outlook": stance}).to_dict(Article("a1", "", title="T"))
    assert row["title"] == "T"
    assert row["outlet"] is None
    assert row["source"] == [[10, 14]]
    assert row["content"] == [[0, 4], [20, 24]]
    assert row["mode"] == "mixed"
    assert row["text"] == "Yes. No."
    assert row["confidence"] == 0.5
    assert row["rule"] == "content_first, b"
    assert row["stances"] == {
        "outlook": {
            "label": "up",
            "probability": 0.7,
            "probabilities": {"up": 0.7, "down": 0.3},
            "abstained": False,
        }
    }


def test_records_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Stance("up", 0.7).label = "down"
