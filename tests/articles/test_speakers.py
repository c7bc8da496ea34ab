import pytest

from stancekit.articles import attribute


def test_name_with_place_behind_a_noun():
    (found,) = attribute("But another expert, Nora Pell of the Hangang Forum, warns that it sinks.")
    assert (found.speaker.name, found.speaker.role) == ("Nora Pell", "expert")


def test_adjective_behind_a_plural_leaves_it_one():
    (found,) = attribute("It holds, according to two officials familiar with the matter.")
    assert found.speaker.naming == "unnamed_group"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 2015 the ferry took a week, said Nora Pell.", id="inverted"),
        pytest.param("For the town, Nora Pell says, the way to go is by boat.", id="around"),
        pytest.param("The ferry had been late, Nora Pell commented.", id="commented"),
    ],
)
def test_content_that_opens_with_a_place_or_time(text):
    assert [one.speaker.name for one in attribute(text)] == ["Nora Pell"]
