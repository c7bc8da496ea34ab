import pytest


@pytest.fixture
def cues(sentence):
    def found(text):
        read = sentence(text)
        return [(read.tokens[cue.verb].text, cue.shape) for cue in read.cues]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Baek said no.", [("said", "finite")], id="past"),
        pytest.param("Analysts say so.", [("say", "finite")], id="present plural"),
        pytest.param(
            "Baek claims the dam leaks.", [("claims", "finite")], id="present, may be a noun"
        ),
        pytest.param("The claims were false.", [], id="noun after a determiner"),
        pytest.param("Their report on fears of war.", [], id="nouns"),
        pytest.param("The plan was criticized.", [("criticized", "passive")], id="passive"),
        pytest.param("The favored plan won.", [], id="adjective"),
        pytest.param("The plan favored by Baek won.", [], id="reduced relative"),
        pytest.param("A group called Harbour Watch won.", [], id="naming participle"),
        pytest.param(
            "Critics called the move rash.", [("called", "finite")], id="calling somebody something"
        ),
        pytest.param("He left, saying no.", [("saying", "participle")], id="participle"),
        pytest.param("She is calling for talks.", [("calling", "finite")], id="progressive"),
        pytest.param(
            "He began to argue that it failed.", [("argue", "finite")], id="chained infinitive"
        ),
        pytest.param("It was his wish to argue.", [], id="bare infinitive"),
    ],
)
def test_cues(cues, text, expected):
    assert cues(text) == expected


def test_particles_and_negation_belong_to_the_cue(sentence):
    cue = sentence("Baek has not called for talks.").cues[0]
    assert (cue.first, cue.verb, cue.last, cue.kind) == (1, 3, 4, "speak of")
    assert cue.negated
    assert sentence("Oduya declined to say why.").cues[0].negated
    assert not sentence("Oduya wanted to say why.").cues[-1].negated
