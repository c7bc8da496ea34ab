import pytest

from stancekit.articles.mentions import read_mention


@pytest.fixture
def mention(sentence):
    def found(text):
        read = sentence(text)
        return read_mention(read.tokens, read.phrase_after(0))

    return found


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param("Baek Ro-eun", "name", "Baek Ro-eun", id="bare"),
        pytest.param("Mr. Farraday", "name", "Farraday", id="courtesy"),
        pytest.param("Foreign Minister Colm Farraday", "name", "Colm Farraday", id="office"),
        pytest.param(
            "Secretary of State Colm Farraday", "name", "Colm Farraday", id="office with department"
        ),
        pytest.param("spokesman Colm Farraday", "name", "Colm Farraday", id="noun before"),
        pytest.param("the Calderwick Institute's Ines Oduya", "name", "Ines Oduya", id="owner"),
        pytest.param("Ines Oduya of the Calderwick Institute", "name", "Ines Oduya", id="of"),
        pytest.param(
            "a spokesman, Colm Farraday", "name", "Colm Farraday", id="named behind a comma"
        ),
        pytest.param(
            "the Ministry of Foreign Affairs",
            "organisation",
            "Ministry of Foreign Affairs",
            id="ministry",
        ),
        pytest.param(
            "the Harbour Ledger", "organisation", "Harbour Ledger", id="determiner before capitals"
        ),
        pytest.param("Seoul", "organisation", "Seoul", id="capital"),
        pytest.param("Polls", "noun", "", id="capitalised document"),
        pytest.param("Analysts", "noun", "", id="capitalised noun"),
        pytest.param("a spokesman for Ms. Oduya", "noun", "", id="noun for a name"),
        pytest.param("she", "pronoun", "", id="pronoun"),
    ],
)
def test_kind_and_name(mention, text, kind, name):
    found = mention(text)
    assert (found.kind, " ".join(found.name)) == (kind, name)


def test_number_and_description(mention):
    assert mention("senior officials").is_plural
    assert not mention("the boss").is_plural
    found = mention("Ines Oduya, a fellow at the Hangang Forum.")
    assert found.after == ", a fellow at the Hangang Forum"
