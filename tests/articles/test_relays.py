import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The Harbour Post said Ines Oduya said talks failed.", "Ines Oduya", id="says"
        ),
        pytest.param(
            "Delta Radio said that Ines Oduya had told aides that talks failed.",
            "Ines Oduya",
            id="told",
        ),
        pytest.param(
            "Delta Radio reported on Monday, citing Ines Oduya, that talks failed.",
            "Ines Oduya",
            id="citing behind the cue",
        ),
        pytest.param(
            "Delta Radio, citing an interview with Ines Oduya, said that talks failed.",
            "Ines Oduya",
            id="an interview with her",
        ),
        pytest.param(
            "Delta Radio said on Monday, citing storms, that the port was shut.",
            "Delta Radio",
            id="a reason is nobody",
        ),
        pytest.param("Delta Radio said that talks failed.", "Delta Radio", id="nobody else"),
        pytest.param(
            "Ines Oduya said that Colm Farraday said talks failed.", "Ines Oduya", id="no medium"
        ),
    ],
)
def test_who_speaks_through_a_medium(text, name):
    assert [a.speaker.name for a in attribute(text)] == [name]


def test_a_medium_that_introduces_a_quotation_speaks_itself():
    found = attribute('Moran Television shrugged. "Nobody is going to wait for them."')
    assert [(a.rule, a.speaker.role) for a in found] == [("introduced_quotation", "media")]
