import pytest

from stancekit.articles.rules.colon_lead import find


def test_finds(apply):
    assert apply(find, 'Oduya had one answer: "Never."') == [("Oduya", ":", ['"Never."'])]
    assert apply(find, 'Volkova: "That is clear."') == [("Volkova", ":", ['"That is clear."'])]


@pytest.mark.parametrize(
    "text", ["Three things matter: talks, trade, time.", 'It is "new": nobody knew.', ': "No."']
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []
