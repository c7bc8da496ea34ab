import pytest

from stancekit.articles.finite_clauses import finite_verb, opens_predicate


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        pytest.param("the ferry has sailed", "has", id="auxiliary"),
        pytest.param("he left the hall", "left", id="pronoun and a past form"),
        pytest.param("others dissented", "dissented", id="a pronoun that stands for many"),
        pytest.param("Ines Oduya sold the ferry", "sold", id="name and a past form"),
        pytest.param("he and others have left", "have", id="joined subjects"),
        pytest.param("more than a dozen of her own envoys have left", "have", id="long subject"),
        pytest.param("now the council does", "does", id="adverb first"),
        pytest.param("a plan backed by the envoy", None, id="participle"),
        pytest.param("a plan for the port", None, id="no verb"),
        pytest.param("local banks that have failed", None, id="a noun with a relative clause"),
        pytest.param("which the council has read", None, id="relative"),
        pytest.param("him on the ferry was a dog", None, id="object"),
    ],
)
def test_finite_verb(sentence, text, verb):
    read = sentence(text)
    found = finite_verb(read, 0, len(read.tokens))
    assert (None if found is None else read.tokens[found].text) == verb


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        pytest.param("has sold the ferry", True, id="auxiliary"),
        pytest.param("openly has said so", True, id="adverb and verb"),
        pytest.param("having sold the ferry", False, id="participle"),
        pytest.param("the ferry", False, id="noun"),
    ],
)
def test_opens_predicate(sentence, text, opens):
    assert opens_predicate(sentence(text), 0) is opens
