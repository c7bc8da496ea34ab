import pytest

from stancekit.articles.datelines import after_dateline


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("HARBORTON \u2014 Talks failed.", "Talks failed.", id="place"),
        pytest.param("HARBORTON, Monday -- Talks failed.", "Talks failed.", id="place and day"),
        pytest.param("PORT FERROW, May 3 (Wire) - They left.", "They left.", id="agency"),
        pytest.param("Harborton (Wire) \u2014 They left.", "They left.", id="small letters"),
        pytest.param("Harborton \u2014 a port \u2014 fell.", None, id="no agency"),
        pytest.param("THE-END is near.", None, id="hyphen"),
        pytest.param("Talks failed.", None, id="none"),
    ],
)
def test_the_words_behind_a_dateline(text, rest):
    assert text[after_dateline(text, 0, len(text)) :] == (rest or text)
