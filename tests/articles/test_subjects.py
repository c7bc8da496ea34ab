"""Whose verb it is where somebody else stands nearer to it."""

import pytest

from stancekit.articles import attribute


def speakers(text):
    return [found.speaker.name for found in attribute(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            'Looking tired, Mr. Farraday walked in and alongside Mr. Pell said: "We are glad."',
            ["Farraday"],
            id="company",
        ),
        pytest.param(
            "Using Harbour Square, Mr. Farraday openly and repeatedly praised the deal.",
            ["Farraday"],
            id="participle first",
        ),
        pytest.param(
            "Mr. Oduya said that it sank after Mr. Pell interceded and offered that he would pay.",
            ["Oduya"],
            id="content holds both",
        ),
        pytest.param(
            "Mr. Oduya warned of war after Mr. Pell interceded and vowed that he would pay.",
            ["Oduya", "Pell"],
            id="clause behind after",
        ),
        pytest.param(
            "Envoys were angry when Farraday lectured Pell in his office and warned him to go.",
            ["Farraday"],
            id="subject, not object, of the inner clause",
        ),
        pytest.param(
            "Rep. Colm Farraday, a Ferrow native and war veteran who supports the accord, left.",
            ["Colm Farraday"],
            id="who behind a description",
        ),
        pytest.param(
            "It is the work of Nora Pell, of Ferrow who says that the deal sinks.",
            ["Nora Pell"],
            id="who behind a place",
        ),
        pytest.param(
            "In Ferrow, the news drew a laugh from two envoys who said that it sank.",
            [None],
            id="who behind an introduction",
        ),
        pytest.param(
            "Among them is Nora Pell, who led the town until 2012 and said that it sank.",
            ["Nora Pell"],
            id="second verb of who",
        ),
        pytest.param(
            'Pell -- who in March declared that "bridges are easy" -- left.',
            ["Pell"],
            id="dash",
        ),
        pytest.param(
            "Nora Pell was among the envoys warning of a flood.", ["Nora Pell"], id="among"
        ),
        pytest.param(
            "Pell sent a tweet denouncing the bridge as unsafe.", ["Pell"], id="a verb before"
        ),
        pytest.param(
            "Sen. Nora Pell, an envoy, said that even if it sank, Ferrow would not agree.",
            ["Nora Pell"],
            id="that holds a condition",
        ),
        pytest.param(
            "Supporters included Sen. Nora Pell, Ohio Democrat, who said it holds.",
            ["Nora Pell"],
            id="included",
        ),
        pytest.param(
            "Although Pell quoted Oduya to aides as having attributed the plan to him, it failed.",
            ["Pell"],
            id="quoted",
        ),
        pytest.param("Two of her lawyers said it holds.", [None], id="a number of"),
        pytest.param('"It holds," said An Gorrin.', ["An Gorrin"], id="An as a family name"),
        pytest.param("An Gorrin said it holds.", ["An Gorrin"], id="An at the head"),
        pytest.param("An FBI agent said it holds.", [None], id="article"),
        pytest.param("The journal 40 South said in May that it sank.", ["40 South"], id="number"),
        pytest.param("More than one witness said it sank.", [None], id="quantity"),
    ],
)
def test_whose_verb_it_is(text, names):
    assert speakers(text) == names


def test_a_name_of_two_words_that_looks_like_an_article():
    (found,) = attribute('"It holds," said An Gorrin, a researcher at the Hangang Forum.')
    assert (found.speaker.name, found.speaker.role) == ("An Gorrin", "expert")


@pytest.mark.parametrize(
    ("source", "naming"),
    [
        ("White House officials earlier this month", "unnamed_group"),
        ("Two of her lawyers", "unnamed_group"),
        ("Twenty percent", "unnamed_group"),
        ("The international community", "unnamed_group"),
    ],
)
def test_groups(source, naming):
    assert [one.speaker.naming for one in attribute(f"{source} said it holds.")] == [naming]


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Former Canadian ambassador to China Nora Pell", "Nora Pell", "expert"),
        ("Ferrow's Joint Chiefs of Staff spokesman Roh Ga-cheon", "Roh Ga-cheon", "spokesperson"),
        ("The government of Ferrow", None, "official"),
    ],
)
def test_names_behind_long_titles(source, name, role):
    (found,) = attribute(f"{source} said that it holds.")
    assert (found.speaker.name, found.speaker.role) == (name, role)
