import pytest

from stancekit.articles.affiliations import affiliation_of


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            "",
            ", a professor of Asian studies at Lingshan University",
            "Lingshan University",
            id="past a field",
        ),
        pytest.param("", ", ambassador to France for Asia", None, id="places alone"),
        pytest.param("", ", a fellow at the Hangang Forum", "Hangang Forum", id="role at"),
        pytest.param(
            "", ", who heads the Seto Bay Policy Center", "Seto Bay Policy Center", id="who heads"
        ),
        pytest.param(
            "",
            "of the Calderwick Institute for Trade and Security",
            "Calderwick Institute for Trade and Security",
            id="of, long name",
        ),
        pytest.param("the Calderwick Institute 's", "", "Calderwick Institute", id="owner"),
        pytest.param("Pentland Watch analyst", "", "Pentland Watch", id="before the noun"),
        pytest.param("", ", a longtime analyst", None, id="none"),
        pytest.param(
            "", ", a fellow at the Middle East Institute", "Middle East Institute", id="of places"
        ),
        pytest.param("", ", an officer from 1979 to 2005", None, id="a year"),
        pytest.param("two U.S. officials", "", None, id="an abbreviated country"),
        pytest.param("", ", an aide of Mr. Pell", None, id="a person"),
        pytest.param("The analyst", "", None, id="a determiner is no organisation"),
    ],
)
def test_affiliation(before, after, expected):
    assert affiliation_of(before, after) == expected
