import pytest

from stancekit.articles.person import Person
from stancekit.articles.pronouns import antecedent
from stancekit.articles.told import told_nobody, told_person

BAEK = Person(("Baek", "Ro-eun"))
COLM = Person(("Colm", "Farraday"), gender="he")
INES = Person(("Ines", "Oduya"), gender="she")
DIPLOMAT = told_nobody(("noun", "a diplomat"), "")


@pytest.mark.parametrize(
    ("spoke", "named", "before", "expected"),
    [
        pytest.param([told_person(INES, 1, "")], [BAEK, COLM], None, INES, id="spoke here"),
        pytest.param([], [INES], None, INES, id="named here alone"),
        pytest.param([], [INES, BAEK], None, None, id="two named here"),
        pytest.param([], [INES, BAEK], BAEK, BAEK, id="two named, one spoke before"),
        pytest.param([], [], INES, INES, id="spoke before"),
        pytest.param([], [COLM], None, None, id="nobody fits"),
        pytest.param([], [COLM, INES], COLM, INES, id="only one fits"),
        pytest.param([DIPLOMAT], [INES], INES, None, id="somebody unnamed spoke here"),
        pytest.param([told_nobody("x", "")], [INES], INES, INES, id="a pronoun meant nobody here"),
    ],
)
def test_she(spoke, named, before, expected):
    assert antecedent("she", spoke, named, before)[0] is expected
