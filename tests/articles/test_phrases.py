import pytest


@pytest.fixture
def subject(sentence):
    """Give the source left of the last cue, and its description."""

    def found(text):
        read = sentence(text)
        phrase = read.phrase_before(read.cues[-1].first)
        if phrase is None:
            return None
        tokens = read.tokens
        return text[tokens[phrase.start].start : tokens[phrase.end - 1].end]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Baek said no.", "Baek", id="name"),
        pytest.param("The senior envoy said no.", "The senior envoy", id="noun"),
        pytest.param(
            "A fellow at the Hangang Forum said no.",
            "A fellow at the Hangang Forum",
            id="preposition",
        ),
        pytest.param(
            "Colm Farraday, 45, a fellow at Pentland Watch, said no.",
            "Colm Farraday",
            id="age and apposition",
        ),
        pytest.param("Colm Farraday (R) said no.", "Colm Farraday", id="brackets"),
        pytest.param(
            "Farraday, who runs Pentland Watch, said no.",
            "Farraday",
            id="relative clause between commas",
        ),
        pytest.param(
            "People who know the matter said no.",
            "People who know the matter",
            id="relative clause",
        ),
        pytest.param("On Monday Oduya said no.", "Oduya", id="day before a name"),
        pytest.param("Baek and Oduya said no.", "Baek and Oduya", id="two names"),
        pytest.param("The vote failed and Oduya said no.", "Oduya", id="a clause before and"),
        pytest.param("The talks, it was clear, said nothing.", None, id="a clause between commas"),
    ],
)
def test_phrase_before(subject, text, expected):
    assert subject(text) == expected


@pytest.mark.parametrize(
    ("text", "head", "full"),
    [
        pytest.param(
            "Colm Farraday, a fellow at Pentland Watch.",
            "Colm Farraday",
            "Colm Farraday, a fellow at Pentland Watch",
            id="apposition",
        ),
        pytest.param("Oduya on Monday.", "Oduya", "Oduya", id="day"),
        pytest.param(
            "the Hangang Forum, but nobody came.",
            "the Hangang Forum",
            "the Hangang Forum",
            id="new clause",
        ),
        pytest.param("she, too.", "she", "she, too", id="pronoun"),
    ],
)
def test_phrase_after(sentence, text, head, full):
    read = sentence(text)
    phrase = read.phrase_after(0)
    assert text[: read.tokens[phrase.end - 1].end] == head
    assert text[: read.tokens[phrase.full_end - 1].end] == full


def test_a_description_of_nobody_has_no_phrase_left_of_it(subject):
    assert subject(", a retired mediator at the Lac Institute, said he was impressed.") is None
