import pytest

from stancekit.articles import attribute
from stancekit.articles.introductions import introduction
from stancekit.articles.sightings import sightings


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        pytest.param(
            "Nora Pell is not worried.",
            "She's a fellow at the Hangang Forum.",
            "who 's a fellow at the Hangang Forum",
            id="is",
        ),
        pytest.param(
            "Nora Pell has a picture of it.",
            "She now directs the Hangang Forum, she says.",
            "who now directs the Hangang Forum",
            id="directs",
        ),
        pytest.param("Nora Pell is not worried.", "She laughs at it.", None, id="another verb"),
        pytest.param("Nora Pell is not worried.", "It is an office.", None, id="no person"),
        pytest.param("Nora Pell met Colm Farraday.", "He is a fellow.", None, id="two people"),
    ],
)
def test_introduction(sentence, before, text, after):
    named = list(sightings(sentence(before).tokens))
    found = introduction(named, sentence(text).tokens)
    assert (found.after if found else None) == after


@pytest.mark.parametrize(
    "text",
    [
        'Nora Pell is calm. She is a fellow at the Hangang Forum. "It passes," Pell said.',
        "Nora Pell is an economist with the Hangang Forum. Pell said it passes.",
        "Nora Pell is in Seahaven, at the Hangang Forum. Pell said it passes.",
        "Nora Pell teaches law at Tollgate University. Pell said it passes.",
        "At the Hangang Forum in Seahaven, Nora Pell said it passes.",
    ],
    ids=["pronoun", "is a", "is at", "teaches", "place before the name"],
)
def test_whoever_is_introduced_is_an_expert(text):
    (found,) = attribute(text)
    assert (found.speaker.name, found.speaker.role) == ("Nora Pell", "expert")


def test_who_governs_is_no_expert():
    (found,) = attribute("Nora Pell leads the Albrook government. Pell said it passes.")
    assert found.speaker.role == "unknown"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param(
            "Nora Pell sat on the panel for years and directs the Hangang Forum.",
            "expert",
            id="later predicate",
        ),
        pytest.param(
            "Nora Pell left Seahaven at 20. She has two boats, and she runs the Hangang Forum.",
            "expert",
            id="pronoun after pronoun",
        ),
        pytest.param(
            "In Harborton, Nora Pell has seen it all; these days she heads the Hangang Forum.",
            "expert",
            id="behind a place",
        ),
        pytest.param("Nora Pell was at the Hangang Forum on Friday.", "unknown", id="a guest"),
        pytest.param(
            "Nora Pell has a boat. The Hangang Forum is in town.", "unknown", id="another subject"
        ),
    ],
)
def test_life_of_a_person(text, role):
    found = attribute(f'{text}\n\n"It passes," Nora Pell said.')
    assert found[-1].speaker.role == role
