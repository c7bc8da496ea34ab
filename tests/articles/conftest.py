import pytest

from stancekit.articles.clauses import Sentence
from stancekit.articles.people import Cast
from stancekit.articles.quotations import quotations
from stancekit.articles.sightings import sightings
from stancekit.articles.tokens import tokens


def read(text):
    return Sentence(tokens(text, 0, len(text), quotations(text, 0, len(text))))


@pytest.fixture
def sentence():
    """Give a function that reads one sentence."""
    return read


@pytest.fixture
def cast():
    """Give a function that reads a cast from sentences, one a paragraph."""

    def read_cast(*texts):
        people = Cast()
        for number, text in enumerate(texts):
            for name in sightings(read(text).tokens):
                people.note(name, number)
        return people

    return read_cast


@pytest.fixture
def apply():
    """Give a function that lists what a rule finds: source, cue and content as words."""

    def applied(rule, text):
        found = read(text)

        def words(part):
            return text[found.tokens[part[0]].start : found.tokens[part[1] - 1].end]

        return [
            (
                words((finding.source.start, finding.source.end)),
                words(finding.cue),
                [words(part) for part in finding.content],
            )
            for finding in rule(found)
            if not finding.acts
            if not finding.acts
        ]

    return applied
