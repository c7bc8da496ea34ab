from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

from stancekit.models.linear.lexicon import LONGEST_WORD, Lexicon, character_ngrams

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=LONGEST_WORD)
LENGTHS = st.tuples(st.integers(1, 4), st.integers(0, 3)).map(lambda pair: (pair[0], sum(pair)))


@given(WORDS, LENGTHS)
def test_character_ngrams_are_those_of_scikit_learn(word, lengths):
    reference = CountVectorizer(analyzer="char_wb", ngram_range=lengths, lowercase=False)
    assert sorted(character_ngrams(word, lengths)) == sorted(reference.build_analyzer()(word))


def test_the_end_of_a_very_long_word_is_not_read():
    long = "ab" * LONGEST_WORD
    assert list(character_ngrams(long, (3, 3))) == list(
        character_ngrams(long[:LONGEST_WORD], (3, 3))
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [("a", [" a", "a ", " a "]), ("ab", [" a", "ab", "b ", " ab", "ab ", " ab "])],
    ids=["one", "two"],
)
def test_a_short_word_gives_itself_once(word, expected):
    assert list(character_ngrams(word, (2, 5))) == expected


def test_training_words_are_numbered_in_sorted_order():
    lexicon = Lexicon.build(["The crews sign", "the owners"], prefix=5)
    assert lexicon.words == ["crews", "owners", "sign", "the"]
    assert lexicon.n_known == 4
    stream = lexicon.encode(["owners sign", "", "The"])
    assert stream.ids.tolist() == [1, 2, 3]
    assert stream.rows.tolist() == [0, 0, 2]
    assert stream.n_rows == 3


def test_new_words_are_numbered_after_them_and_forgotten_together():
    lexicon = Lexicon.build(["crews sign"], prefix=3)
    assert lexicon.encode(["crewing docks crewing"]).ids.tolist() == [2, 3, 2]
    # "crewing" and "crews" share their first three letters, "docks" begins a prefix of its own
    assert lexicon.prefix_ids.tolist() == [0, 1, 0, 2]
    lexicon.forget()
    assert lexicon.words == ["crews", "sign"]
    assert lexicon.prefix_ids.tolist() == [0, 1]
    assert lexicon.encode(["docks"]).ids.tolist() == [2]
