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
        pytest.param("", ", who has spoken with Pell", None, id="what somebody did"),
        pytest.param("", ", who was joined by Minister Pell of Ferrow Bay", None, id="was joined"),
        pytest.param("", "at the White House on Tuesday", None, id="where somebody was"),
        pytest.param("", ", a critic of the Harbour Council", None, id="no holder of a post"),
        pytest.param("EU spokeswoman", "", "EU", id="an abbreviation before the noun"),
        pytest.param("Defense Department spokesman Col.", "", "Defense Department", id="of titles"),
        pytest.param("Quell Motors CEO", "", "Quell Motors", id="before a title"),
        pytest.param("White House Press Secretary", "", "White House", id="before two titles"),
        pytest.param("White House Chief of Staff", "", "White House", id="before an office"),
        pytest.param("Then-National Security Adviser", "", None, id="an office alone"),
        pytest.param("Top White House officials", "", "White House", id="behind an adjective"),
        pytest.param("World leaders from Ferrow", "", None, id="an adjective alone"),
        pytest.param("Analysts", "", None, id="a noun of people alone"),
        pytest.param("", ", a Calder University professor", "Calder University", id="inside"),
        pytest.param("The Pell administration", "", "Pell administration", id="who governs"),
        pytest.param(
            "", ", a former aide in the Pell administration", "Pell administration", id="governed"
        ),
        pytest.param("Mayor", ", R , of Ferrow", None, id="where somebody was elected"),
        pytest.param("Sen.", "of Ferrow", "Senate", id="a senator's house"),
        pytest.param("former Sen.", "of Ferrow", None, id="a senator no more"),
        pytest.param("Rep.", "", None, id="of which parliament"),
        pytest.param("Rep.", "( R-Ohio", "House of Representatives", id="of Congress"),
        pytest.param(
            "",
            "of Ferrow Women 's University",
            "Ferrow Women's University",
            id="a name with an owner in it",
        ),
        pytest.param(
            "",
            ", a former Treasury official at the Harbour Institute",
            "Harbour Institute",
            id="left one, is at the other",
        ),
        pytest.param(
            "", ", who follows ships at the Harbour Forum", "Harbour Forum", id="where one works"
        ),
        pytest.param("", ", who opposes ships at the Harbour Forum", None, id="what one opposes"),
        pytest.param(
            "",
            ", who sat on a panel in Geneva and now teaches at Calder University",
            "Calder University",
            id="the second verb",
        ),
        pytest.param(
            "", ", who sold ropes before she joined the Quell Group", "Quell Group", id="joined"
        ),
        pytest.param("Jordanian diplomat", "", None, id="a nationality"),
        pytest.param("Ferrowland lawmaker", "", None, id="a lawmaker's place"),
        pytest.param(
            "House Committee on Ferries Chairman", "", "House Committee on Ferries", id="its chair"
        ),
        pytest.param(
            "",
            ", an analyst at the Harbour Intelligence Unit",
            "Harbour Intelligence Unit",
            id="unit",
        ),
        pytest.param("The host of the NATO summit", "", None, id="an event"),
        pytest.param(
            "",
            ", the secretary of the U.S. Department of Agriculture",
            "U.S. Department of Agriculture",
            id="of a department",
        ),
        pytest.param(
            "",
            ", head of the Ropes Program at the Albrook-based Center for Quiet Studies",
            "Center for Quiet Studies",
            id="a programme at a centre",
        ),
        pytest.param(
            "",
            ", a former planner at the Treasury who is now with the Harbour Institute in Seoul",
            "Harbour Institute",
            id="where somebody is now, without its place",
        ),
        pytest.param(
            "",
            ", once an aide at Inez Pell 's State Department",
            "State Department",
            id="whose department",
        ),
        pytest.param(
            "Israeli Prime Minister Colm Pell 's spokesman", "", None, id="a person with a title"
        ),
    ],
)
def test_affiliation(before, after, expected):
    assert affiliation_of(before, after) == expected
