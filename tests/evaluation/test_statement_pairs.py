import pytest

from stancekit.evaluation.statement_pairs import PlacedStatement, pair_statements


def at(paragraph, speaker, article="a"):
    return PlacedStatement(article, paragraph, speaker)


@pytest.mark.parametrize(
    ("gold", "found", "paired"),
    [
        ("Noh Ki-tae", "noh ki tae", True),
        ("Núñez", "Nunez", True),
        ("Ilsa Brandeker", "Brandeker", True),
        ("Brandeker", "Dr Ilsa Brandeker", True),
        ("Ilsa Brandeker", "Otto Brandeker", False),
        (None, None, True),
        (None, "Brandeker", False),
        ("Brandeker", None, False),
    ],
    ids=["case", "accents", "surname", "title", "namesake", "nameless", "made up", "not told"],
)
def test_names_are_compared_word_by_word(gold, found, paired):
    assert pair_statements([at(1, gold)], [at(1, found)]) == ([(0, 0)] if paired else [])


def test_article_and_paragraph_have_to_be_the_same():
    gold = [at(1, "Noh"), at(2, "Noh"), at(1, "Noh", article="b")]
    assert pair_statements(gold, [at(2, "Noh"), at(1, "Noh", article="c")]) == [(1, 0)]


def test_each_is_paired_once_and_the_same_name_goes_before_a_part_of_it():
    gold = [at(1, "Ilsa Brandeker"), at(1, "Brandeker")]
    assert pair_statements(gold, [at(1, "Brandeker"), at(1, "Ilsa Brandeker")]) == [(0, 1), (1, 0)]
    assert pair_statements(gold, [at(1, "Brandeker")]) == [(1, 0)]
    assert pair_statements([at(1, None)] * 3, [at(1, None)] * 2) == [(0, 0), (1, 1)]
