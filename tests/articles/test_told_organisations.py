import pytest

from stancekit.articles import attribute


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
