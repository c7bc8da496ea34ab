"""Content ends where the author takes over again: each case gives the content alone."""

import pytest

from stancekit.articles import attribute
from stancekit.articles.rules.cue_first import find

ENDS = [
    pytest.param(
        "While Oduya said the pact was sound, the ferries left the port.",
        "the pact was sound",
        id="main clause behind a subordinate one",
    ),
    pytest.param(
        "Citing an old rumour, Farraday left the hall before noon.",
        "an old rumour",
        id="main clause behind a participle",
    ),
    pytest.param(
        'Although Oduya called it "a farce," the council met again.',
        'it "a farce,"',
        id="a comma inside the quotation",
    ),
    pytest.param(
        "Oduya, who says the toll is a mistake, has changed her mind.",
        "the toll is a mistake",
        id="the verb behind who",
    ),
    pytest.param(
        "A second vote, which aides say she wants in May, would be the last.",
        "she wants in May",
        id="the verb behind which aides say",
    ),
    pytest.param(
        "Oduya said the pact was sound, but the council has since left the table.",
        "the pact was sound",
        id="but and another subject",
    ),
    pytest.param(
        "Oduya praised the pact, and more than a dozen of her own envoys have left.",
        "the pact",
        id="and with a long subject",
    ),
    pytest.param(
        "Oduya blasted the toll on Friday, and, in a note that night, Farraday accused her.",
        "the toll",
        id="and with a parenthesis",
    ),
    pytest.param(
        "Farraday denied that he had sold the ferry in May — and Oduya believed him.",
        "that he had sold the ferry in May",
        id="and behind a dash",
    ),
    pytest.param(
        "Oduya lashed out at the council over its tolls and plans an early exit from the port.",
        "the council over its tolls",
        id="a second verb behind an object",
    ),
    pytest.param(
        "Oduya said the reef was safe, a claim that nobody on the coast shares.",
        "the reef was safe",
        id="a noun that sums up",
    ),
    pytest.param(
        "Oduya says the council needs nine more votes — no easy task given its quarrels.",
        "the council needs nine more votes",
        id="a noun that sums up behind a dash",
    ),
    pytest.param(
        "Oduya said the crew was held for a week, in an incident that has hurt trade.",
        "the crew was held for a week",
        id="in an incident that",
    ),
    pytest.param(
        "Oduya said the port is hers, upending decades of Harborton policy.",
        "the port is hers",
        id="what came of it",
    ),
    pytest.param(
        "Oduya said the ferry was sold, without giving a date.",
        "the ferry was sold",
        id="without",
    ),
    pytest.param(
        "Selwyn says it has raised the toll, the Delta agency reported Saturday.",
        "it has raised the toll",
        id="who reports it",
    ),
    pytest.param(
        "Oduya praised the crew on Friday.",
        "the crew",
        id="a day behind an object",
    ),
    pytest.param(
        "Oduya called the raid a crime in a televised interview.",
        "the raid a crime",
        id="an interview behind an object",
    ),
    pytest.param(
        "Oduya has touted the toll as a triumph, even though it is an old one.",
        "the toll as a triumph",
        id="even though behind an object",
    ),
]
GOES_ON = [
    pytest.param(
        "Oduya blasted Farraday on Friday for breaking the pact.",
        "Farraday on Friday for breaking the pact",
        id="a day inside an object",
    ),
    pytest.param(
        "Oduya said that if the pact fails, the ferries stay in port.",
        "that if the pact fails, the ferries stay in port",
        id="a clause of its own opens it",
    ),
    pytest.param(
        "Oduya said the pact was sound, but it would need more time.",
        "the pact was sound, but it would need more time",
        id="reported speech goes on",
    ),
    pytest.param(
        "Oduya said the pact was sound, and that the council had read it.",
        "the pact was sound, and that the council had read it",
        id="and that",
    ),
    pytest.param(
        "Oduya says the pact is sound, but the council is divided.",
        "the pact is sound, but the council is divided",
        id="says, all in the present",
    ),
    pytest.param(
        "Oduya said the pact, a step toward calm, has failed.",
        "the pact, a step toward calm, has failed",
        id="a description inside",
    ),
    pytest.param(
        "Oduya said the storm had hit trade, leaving the port empty.",
        "the storm had hit trade, leaving the port empty",
        id="a participle of what is told",
    ),
    pytest.param(
        "Oduya said the port was a threat — a power unwilling to play by the rules.",
        "the port was a threat — a power unwilling to play by the rules",
        id="a description behind a dash",
    ),
    pytest.param(
        'Oduya called the tolls "reckless" and not "aimed."',
        'the tolls "reckless" and not "aimed."',
        id="and not",
    ),
    pytest.param(
        "Oduya condemned the raids and tolls of the spring.",
        "the raids and tolls of the spring",
        id="two nouns",
    ),
]


@pytest.mark.parametrize(("text", "content"), [*ENDS, *GOES_ON])
def test_content_ends_where_the_author_goes_on(apply, text, content):
    assert apply(find, text)[0][2] == [content]


def test_somebody_elses_clause_is_found_behind_the_first(apply):
    text = 'Oduya hailed the pact as "a dawn," and Premier Farraday said it marked a chapter.'
    assert [(source, content) for source, _, content in apply(find, text)] == [
        ("Oduya", ['the pact as "a dawn,"']),
        ("Premier Farraday", ["it marked a chapter"]),
    ]


def test_content_first_ends_at_the_next_cue():
    text = 'The pact, Oduya added, "is a dawn," she said, adding that it "has held."'
    assert [found.text for found in attribute(text)] == [
        'The pact "is a dawn,"',
        'that it "has held."',
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("Oduya issued a note warning that it was late.", "Oduya", id="issued a note"),
        pytest.param(
            "Harbour radio kept up a steady drum beat on Monday, insisting that it was late.",
            "Harbour radio",
            id="kept up a beat",
        ),
        pytest.param(
            "More than 60 envoys released a letter urging a truce.",
            "More than 60 envoys",
            id="more than",
        ),
    ],
)
def test_a_participle_has_the_subject_and_not_the_clause(apply, text, source):
    assert apply(find, text)[-1][0] == source


@pytest.mark.parametrize(
    "text",
    [
        '"It failed," Oduya said, alluding to the pact. "It never held."',
        '"It failed," said Oduya, who voted for the toll. "It never held."',
    ],
)
def test_a_quotation_goes_on_behind_what_the_author_adds(text):
    assert attribute(text)[0].text == '"It failed," "It never held."'


def test_what_is_withheld_is_not_said(apply):
    assert apply(find, "Oduya left the hall without saying why the ferry had sailed.") == []
