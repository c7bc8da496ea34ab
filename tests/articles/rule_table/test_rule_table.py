"""The rules A1-A27 and the table of names, each with invented sentences of the news.

Rewrites, boilerplate, roles, relays, continuations, names, the author's voice and typography are
also tested by the hundred in ``tests/articles/behaviour`` (B4, B5, B12-B16, B20, B24); what is
here says for each rule what it asks for. A case marked as failing is one that is not met yet.
"""

import pytest

from stancekit.articles import attribute, read_article

from . import circumstances, content, names, sources
from .cases import check

_FEWEST = 3

BLOCKS = [
    pytest.param(
        "Ferry talks stall again in Port Selwyn\n\nBy Tomas Reyes Quintero\n\n"
        "The two sides met for three hours on Thursday.\n"
        '"We are no closer," said Marit Solheim, who leads the harbour union.\n'
        "Related: What the strike has cost the islands\n"
        "The next round is set for May.",
        [
            "The two sides met for three hours on Thursday.",
            '"We are no closer," said Marit Solheim, who leads the harbour union.',
            "The next round is set for May.",
        ],
        ["Marit Solheim"],
        id="single line breaks, a related link between",
    ),
    pytest.param(
        "Dock strike enters second week\n\n"
        "Dock workers leave the terminal in Port Selwyn on Thursday. (Isla Brandt/Coastal News "
        "Agency)\nThe strike entered its second week on Friday, Yusra Haddad said.",
        ["The strike entered its second week on Friday, Yusra Haddad said."],
        ["Yusra Haddad"],
        id="a caption touches the text",
    ),
    pytest.param(
        "Mayor of Tolvane rejects the new ferry plan\nMayor of Tolvane rejects the new ferry plan"
        "\n\nThe mayor was in no mood to bargain.\n\nPavel Drozd said the plan was dead.",
        ["The mayor was in no mood to bargain.", "Pavel Drozd said the plan was dead."],
        ["Pavel Drozd"],
        id="a headline printed twice",
    ),
    pytest.param(
        'The council met on Monday.<br/>\n\n<b>"The bridge stays,"</b> said Okko Lehtinen, its '
        "chair.<br>\n\nNobody objected.",
        None,
        ["Okko Lehtinen"],
        id="stray tags",
    ),
]


@pytest.mark.parametrize(("text", "paragraphs", "speakers"), BLOCKS)
def test_a1_blocks(text, paragraphs, speakers):
    read = [paragraph.text for paragraph in read_article(text).paragraphs]
    assert paragraphs is None or read == paragraphs
    assert [a.speaker.name for a in attribute(text)] == speakers


def _cases(table):
    return [
        pytest.param(*case.values, id=f"{rule}: {case.id}", marks=case.marks)
        for rule, rows in table.items()
        for case in rows
    ]


RULES = {**content.ROWS, **sources.ROWS, **circumstances.ROWS}


@pytest.mark.parametrize(("text", "expected"), _cases(RULES))
def test_rules(text, expected):
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), _cases(names.ROWS))
def test_names(text, expected):
    check(text, expected)


def test_every_rule_has_its_cases():
    assert {f"A{number}" for number in range(2, 28)} == set(RULES)
    few = [rule for rule, rows in {**RULES, **names.ROWS}.items() if len(rows) < _FEWEST]
    assert not few
    assert len(BLOCKS) >= _FEWEST
