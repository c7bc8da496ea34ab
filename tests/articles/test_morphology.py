import pytest

from stancekit.articles.morphology import verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        pytest.param("argue", ["argue", "argues", "arguing", "argued"], id="silent e"),
        pytest.param("deny", ["deny", "denies", "denying", "denied"], id="y"),
        pytest.param("say", ["say", "says", "saying", "said"], id="irregular"),
        pytest.param("write", ["write", "writes", "writing", "wrote", "written"], id="participle"),
        pytest.param("plan", ["plan", "plans", "planning", "planned"], id="doubled"),
        pytest.param("admit", ["admit", "admits", "admitting", "admitted"], id="doubled, longer"),
        pytest.param("explain", ["explain", "explains", "explaining", "explained"], id="plain"),
        pytest.param("stress", ["stress", "stresses", "stressing", "stressed"], id="s"),
        pytest.param("agree", ["agree", "agrees", "agreeing", "agreed"], id="ee"),
        pytest.param("forecast", ["forecast", "forecasts", "forecasting"], id="one form"),
        pytest.param("warn", ["warn", "warns", "warning", "warned"], id="two consonants"),
    ],
)
def test_forms(base, forms):
    assert [form.text for form in verb_forms(base)] == forms


def test_a_form_that_serves_twice_has_both_tenses():
    assert verb_forms("say")[-1].tenses == ("past", "participle")
