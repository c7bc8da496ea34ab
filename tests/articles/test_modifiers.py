import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("Most experts reached by the Ledger said it holds.", "Most experts", id="by"),
        pytest.param(
            "A paper published this month by the Hangang Forum argued that it holds.",
            "A paper",
            id="a time before by",
        ),
        pytest.param("A report by a Seahaven panel said it holds.", "A report", id="report by"),
        pytest.param(
            "Envoys who were briefed on the session said it holds.", "Envoys", id="who were"
        ),
        pytest.param(
            "An envoy who was in town and was not allowed to speak said it holds.",
            "An envoy",
            id="two verbs behind who",
        ),
        pytest.param(
            "Colm Farraday, who served on a panel and is with the Forum in Ferrow, Albrook, "
            "said its clock runs.",
            "Colm Farraday",
            id="who between commas, with a place",
        ),
        pytest.param(
            "Colm Farraday, director of the Forum in Ferrow, Albrook, said it holds.",
            "Colm Farraday",
            id="office between commas, with a place",
        ),
        pytest.param(
            "Sen. Colm Farraday (R-Ferrow), who presided, said a hearing would follow.",
            "Sen. Colm Farraday",
            id="two descriptions",
        ),
        pytest.param(
            "Tides fell, Colm Farraday, a researcher at the Hangang Forum told the Ledger.",
            "Colm Farraday",
            id="a description without its second comma",
        ),
        pytest.param(
            "After meeting Colm Farraday, a researcher at the Forum said it holds.",
            "a researcher at the Forum",
            id="another's description",
        ),
        pytest.param(
            "At the quay, Colm Farraday, 72, said he fishes.", "Colm Farraday", id="behind a place"
        ),
    ],
)
def test_source(text, source):
    found = attribute(text)
    assert [text[a:b] for a, b in found[0].source] == [source]
