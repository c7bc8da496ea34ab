import pytest

from stancekit.articles.offices import is_former
from stancekit.articles.roles import role_of


@pytest.mark.parametrize(
    ("description", "role"),
    [
        pytest.param("a senior fellow at the Hangang Forum", "expert", id="fellow"),
        pytest.param("; who owns a rope factory", "public", id="owner"),
        pytest.param("; whose family firm makes rope", "public", id="family firm"),
        pytest.param("; who runs a consulting company", "expert", id="runs a consultancy"),
        pytest.param("; of the ruling Harbour Party", "politician", id="of a party"),
        pytest.param("; an opposition member of the council", "politician", id="opposition"),
        pytest.param("; who sits on the Senate panel", "politician", id="sits in a house"),
        pytest.param(
            "; who wrote rules at the Treasury before joining the Hangang Forum",
            "expert",
            id="before joining",
        ),
        pytest.param("; the author of a short history of ropes", "expert", id="author"),
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
        pytest.param("a top official during Pell 's first term", "expert", id="term over"),
        pytest.param("who led the delegation under President Pell", "expert", id="under whom"),
        pytest.param("a former Ohio governor", "expert", id="former politician"),
        pytest.param("a former presidential nominee", "politician", id="candidate stays"),
        pytest.param("former Ohio Democrat", "politician", id="party stays"),
        pytest.param("the ex-diplomat", "expert", id="ex-"),
        pytest.param("a former adviser to President Pell", "expert", id="served a president"),
        pytest.param("of Harbour Diplomat a consulting firm", "expert", id="kind: consulting"),
        pytest.param("of Harbour Diplomat an advocacy group", "institution", id="kind: advocacy"),
        pytest.param("veterans of past negotiations", "expert", id="veterans of talks"),
        pytest.param("veterans of the island war", "public", id="veterans of a war"),
        pytest.param("observers in Seahaven", "expert", id="observers"),
        pytest.param("international observers", "unknown", id="observers sent"),
        pytest.param("a lawyer specializing in ferry law", "expert", id="specializing"),
        pytest.param("an international trade lawyer", "expert", id="trade lawyer"),
        pytest.param("author of a book on ferries", "expert", id="author of a book"),
        pytest.param("chief investment officer at the fund", "expert", id="investment officer"),
        pytest.param("of the Seahaven School of Policy", "expert", id="belongs to an academy"),
        pytest.param("of the Ministry of Economics", "official", id="a ministry's name"),
        pytest.param("a deputy director at the Defense Ministry", "official", id="ministry"),
        pytest.param("Former FBI director", "expert", id="former agency head"),
        pytest.param("chairman of the Senate Ferries Committee", "politician", id="committee"),
        pytest.param("a U.S. trade representative", "official", id="no member of a house"),
        pytest.param("president of the Ferry Association", "institution", id="association"),
        pytest.param("director general of the agency", "institution", id="director general"),
        pytest.param("a former member of the sanctions panel", "expert", id="former panel"),
    ],
)
def test_role(description, role):
    assert role_of(description) == role


def test_former():
    assert is_former("a retired general")
    assert not is_former("a general")
