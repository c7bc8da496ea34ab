import pytest

from stancekit.articles.adjuncts import after_adjuncts, after_recipient


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("on Tuesday that talks failed", "that", id="day"),
        pytest.param("in an interview with the Harbour Ledger that", "that", id="interview"),
        pytest.param("last week that talks failed", "that", id="time without preposition"),
        pytest.param("to reporters he was late", "he", id="subject follows"),
        pytest.param("talks failed on Tuesday", "talks", id="nothing to pass"),
        pytest.param("in Seahaven", None, id="nothing follows"),
    ],
)
def test_after_adjuncts(sentence, text, rest):
    tokens = sentence(text).tokens
    after = after_adjuncts(tokens, 0, len(tokens))
    assert (tokens[after].text if after < len(tokens) else None) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("reporters that talks failed", "that", id="noun"),
        pytest.param("him that talks failed", "that", id="pronoun"),
        pytest.param("the Harbour Ledger that talks failed", "that", id="name"),
        pytest.param("aides the bill was dead", "the", id="clause without that"),
        pytest.param("that talks failed", "that", id="no recipient"),
        pytest.param("reporters “it is over” by May", "“it is over”", id="a short quotation"),
        pytest.param("Delta Radio last week that talks failed", "last", id="time behind a name"),
    ],
)
def test_after_recipient(sentence, text, rest):
    read = sentence(text)
    assert read.tokens[after_recipient(read, 0, len(read.tokens))].text == rest
