"""Each planted fault in who is found to speak fails the test that was made for it."""

from dataclasses import replace

import pytest

from stancekit.articles import attribute, read_article
from stancekit.evaluation.behaviour import Attributor, check_attribution
from stancekit.evaluation.behaviour.attributions.definitions import ATTRIBUTION_TESTS
from stancekit.records import Paragraph, Speaker


def run(attributor, *tests):
    chosen = [test for test in ATTRIBUTION_TESTS if test.test in tests]
    checks = check_attribution(attributor, seed=1, tests=chosen)
    return {(check.test, check.measure): check for check in checks}


def everybody_an_expert(article):
    return [replace(a, speaker=replace(a.speaker, role="expert")) for a in attribute(article)]


def first_name_speaks(article):
    found = attribute(article)
    named = next((a.speaker for a in found if a.speaker.name), Speaker())
    return [replace(a, speaker=named) for a in found]


def no_continuations(article):
    return [a for a in attribute(article) if a.mode != "continuation"]


def media_speak(article):
    found = attribute(article)
    outlets = ("Ledger", "Courier", "Post", "Radio")
    return [
        replace(a, speaker=Speaker(name="the outlet", role="media"))
        if any(word in article.text for word in outlets)
        else a
        for a in found
    ]


def every_line_a_paragraph(text):
    article = read_article(text)
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append(Paragraph(len(paragraphs), start, start + len(line), line.strip()))
        start += len(line)
    return replace(article, paragraphs=tuple(paragraphs))


def quotes_are_speech(article):
    found = attribute(article)
    if '"' in article.text or "\u201c" in article.text:
        model = found[0]
        found += [
            replace(model, paragraph=p.index, statement=99 + p.index) for p in article.paragraphs
        ]
    return found


@pytest.mark.parametrize(
    ("attributor", "test", "measure"),
    [
        pytest.param((read_article, everybody_an_expert), "B13", "role right", id="roles"),
        pytest.param((read_article, everybody_an_expert), "B13", "no expert's", id="experts"),
        pytest.param((read_article, first_name_speaks), "B12", "both holders right", id="critics"),
        pytest.param((read_article, first_name_speaks), "B16", "speaker wrong", id="namesakes"),
        pytest.param((read_article, no_continuations), "B15", "holder right", id="orphans"),
        pytest.param((read_article, media_speak), "B14", "holder right", id="relays"),
        pytest.param(
            (every_line_a_paragraph, attribute),
            "B5",
            "paragraphs and attributions as before",
            id="captions",
        ),
        pytest.param((read_article, quotes_are_speech), "B20", "no expert's", id="scare quotes"),
    ],
)
def test_a_planted_fault_is_found(attributor, test, measure):
    check = run(Attributor(*attributor), test)[test, measure]
    assert check.outcome == "fails"
    assert check.failures
    assert all(case.texts and case.expected and case.found for case in check.failures)


def test_a_fault_of_continuations_is_none_of_resets():
    checks = run(Attributor(read_article, no_continuations), "B15", "B12")
    assert checks["B15", "nobody named"].outcome == "passes"
    assert checks["B12", "both holders right"].outcome == "passes"


def test_whoever_finds_nobody_fails_all_that_ask_for_somebody():
    checks = run(Attributor(read_article, lambda article: []), "B4", "B6", "B12", "B14", "B24")
    assert {check.outcome for check in checks.values()} == {"fails"}


def test_the_seed_draws_other_articles_of_the_same_forms():
    for test in ATTRIBUTION_TESTS:
        first, again, other = test.cases(1), test.cases(1), test.cases(2)
        assert first == again
        assert [case.text for case in first] != [case.text for case in other]
        assert len(first) == len(other)
