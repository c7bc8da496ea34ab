import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Experts are split. Some think it holds.", "expert", id="some"),
        pytest.param("Envoys are tired. They say it holds.", "official", id="they"),
        pytest.param("Experts are split. It is late. Many say it holds.", "expert", id="near"),
        pytest.param("Roads are closed. Some think it holds.", "unknown", id="things"),
    ],
)
def test_group_is_part_of_one_before(text, role):
    found = attribute(text)
    assert [(one.speaker.role, one.speaker.naming) for one in found] == [(role, "unnamed_group")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param('"It holds," Nora Pell said by phone.', "Nora Pell", id="by phone"),
        pytest.param("It was said by officials.", None, id="by an agent"),
    ],
)
def test_channel_is_no_agent(text, speaker):
    assert [one.speaker.name for one in attribute(text)] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("body", "role"),
    [
        pytest.param("International Ferry Agency", "institution", id="of many states"),
        pytest.param("Ferry Agency", "official", id="of one"),
        pytest.param("Harbour Wire", "media", id="wire"),
    ],
)
def test_body(body, role):
    (found,) = attribute(f"The {body} said on Monday that it holds.")
    assert (found.speaker.name, found.speaker.role) == (body, role)


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
