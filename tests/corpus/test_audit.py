import pytest

from stancekit.corpus import audit_split
from stancekit.errors import CorpusError

LONG = "the envoy of the harbour council expects ferries by autumn"


def rows(*texts, prefix, article=None):
    return [
        {
            "id": f"{prefix}{n}",
            "text": text,
            "posture": "none",
            "article_id": article or f"{prefix}{n}",
        }
        for n, text in enumerate(texts)
    ]


def test_every_kind_of_crossing_is_told_once(make_corpus):
    train = make_corpus(rows("Same.", LONG, "Own.", prefix="a"), "train")
    test_rows = rows("Same.", f"{LONG} again", "Another.", "New.", prefix="b")
    test_rows[2]["article_id"] = "a2"
    test_rows[3]["id"] = "a0"
    test = make_corpus(test_rows, "test")

    audit = audit_split({"train": train, "test": test})

    assert [(c.kind, c.earlier_id, c.later_id) for c in audit.crossings] == [
        ("id", "a0", "a0"),
        ("text", "a0", "b0"),
        ("near-duplicate", "a1", "b1"),
        ("group", "a2", "b2"),
    ]
    assert audit.lines()[1] == "test: 1 of 4 rows (25.0%) hold the text of a row of train"
    with pytest.raises(CorpusError, match=r"test row b1: found a near-duplicate.*row a1") as caught:
        audit.require_clean()
    assert len(caught.value.problems) == 4


def test_each_row_of_the_later_split_is_counted(make_corpus):
    train = make_corpus(rows("Same.", "Same.", prefix="a"), "train")
    test = make_corpus(rows("Same.", "Same.", "Other.", prefix="b"), "test")

    audit = audit_split({"train": train, "test": test})

    assert audit.count("text", "train", "test") == 2


def test_every_pair_of_splits_is_compared(make_corpus):
    corpora = {
        name: make_corpus(rows(f"Own {name}.", "Same.", prefix=name), name)
        for name in ("train", "validation", "test")
    }

    crossings = audit_split(corpora).crossings

    assert {(c.earlier, c.later) for c in crossings} == {
        ("train", "validation"),
        ("train", "test"),
        ("validation", "test"),
    }


def test_rows_without_ids_or_groups_cross_by_text_only(make_corpus):
    bare = [{"text": "Same.", "posture": "none"}, {"text": "Other.", "posture": "none"}]

    audit = audit_split({"train": make_corpus(bare, "a"), "test": make_corpus(bare[:1], "b")})

    assert [c.kind for c in audit.crossings] == ["text"]


def test_a_clean_audit_says_so(make_corpus):
    splits = {name: make_corpus(rows(f"Own {name}.", prefix=name), name) for name in ("a", "b")}

    audit = audit_split(splits)

    audit.require_clean()
    assert audit.is_clean
    assert audit.lines() == ["no id, text, near-duplicate or group crosses a, b"]
