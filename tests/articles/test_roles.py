import pytest

from stancekit.articles.roles import is_former, role_of


@pytest.mark.parametrize(
    ("description", "role"),
    [
        pytest.param("a senior fellow at the Hangang Forum", "expert", id="fellow"),
        pytest.param("professors of law", "expert", id="plural"),
        pytest.param("president of the Calderwick Institute", "expert", id="leads a think tank"),
        pytest.param("of the Calderwick Institute", "expert", id="belongs to a think tank"),
        pytest.param("of Seahaven High School", "unknown", id="belongs to a school"),
        pytest.param("a teacher whose Institute burned", "public", id="names a think tank"),
        pytest.param("director of the coast guard", "unknown", id="leads something else"),
        pytest.param("a former ambassador to Seahaven", "expert", id="former official"),
        pytest.param("the former president", "official", id="former head of state"),
        pytest.param("the ambassador to Seahaven", "official", id="official"),
        pytest.param("a spokeswoman for the ministry", "spokesperson", id="spokeswoman"),
        pytest.param("the Republican senator", "politician", id="senator"),
        pytest.param("a reporter at the Harbour Ledger", "media", id="reporter"),
        pytest.param("the shipping company", "institution", id="company"),
        pytest.param("residents of the town", "public", id="residents"),
        pytest.param("executive of the Albrook Company", "institution", id="executive"),
        pytest.param("Ferry Group", "unknown", id="a noun inside a name"),
        pytest.param("the hat in the generality", "unknown", id="part of a word"),
        pytest.param("", "unknown", id="nothing"),
        pytest.param("; 66", "public", id="an age alone"),
        pytest.param("; 66 , a fellow", "expert", id="an age and a post"),
        pytest.param("; whose nephew was aboard", "public", id="kin"),
        pytest.param("; who tracks ferries for insurers", "expert", id="studies a field"),
        pytest.param("a lawyer at the Calderwick Institute", "expert", id="works at a think tank"),
        pytest.param("a student at the Calderwick Institute", "public", id="learns there"),
        pytest.param("a former planner at the trade ministry", "expert", id="former civil servant"),
        pytest.param("a planner at the trade ministry", "official", id="civil servant"),
    ],
)
def test_role(description, role):
    assert role_of(description) == role


def test_former():
    assert is_former("a retired general")
    assert not is_former("a general")
