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
