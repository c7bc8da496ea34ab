from pathlib import Path

import pytest

from stancekit.articles import attribute, explanation_of, extraction, rules
from stancekit.articles import attribution as narration
from stancekit.articles.explanations import LOOKS_FOR

ROOT = Path(__file__).parents[2]


def told(text, number=-1):
    return explanation_of(attribute(text)[number])


def test_no_rule_lacks_a_line_on_what_it_looks_for():
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    others = {"introduced_quotation", "continued_quotation", "orphan_quotation"}
    assert set(LOOKS_FOR) == modules | others
    assert set(extraction.LOOKS_FOR) | set(narration.LOOKS_FOR) == others
    assert all(line and "\n" not in line and line[-1] != "." for line in LOOKS_FOR.values())
    assert len(set(LOOKS_FOR.values())) == len(LOOKS_FOR)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Ines Oduya said talks failed.", "full name", id="full name"),
        pytest.param(
            "Ines Oduya left.\n\nOduya said talks failed.",
            "short form of Ines Oduya, named in paragraph 0",
            id="surname",
        ),
        pytest.param(
            "Kim Dae-ho met Kim Seo-yun.\n\nKim said talks failed.",
            "unresolved: 2 people are named Kim",
            id="namesakes",
        ),
        pytest.param(
            "Kim Dae-ho met Kim Seo-yun.\n\nKim Dae-ho said no.\n\nIt rained.\n\nIt rained.\n\n"
            "It rained.\n\nKim said talks failed.",
            "short form of Kim Dae-ho, named in paragraph 0, of those who bear it the one who "
            "spoke last",
            id="the namesake who spoke",
        ),
        pytest.param(
            "Oduya said talks failed.",
            "the name as it stands; the article has no fuller one",
            id="surname alone",
        ),
        pytest.param(
            'Ines Oduya said no. "Talks failed," she said.',
            "pronoun 'she': the last compatible speaker of this paragraph",
            id="pronoun, same paragraph",
        ),
        pytest.param(
            "Ines Oduya said no.\n\nTalks failed, she said.",
            "pronoun 'she': the last compatible speaker, in the paragraph before",
            id="pronoun, paragraph before",
        ),
        pytest.param(
            "Ines Oduya met Colm Farraday. Talks failed, she said.",
            "unresolved: pronoun 'she': 2 people named before it here fit",
            id="pronoun, two fit",
        ),
        pytest.param(
            "It rained. Talks failed, she said.",
            "unresolved: pronoun 'she': nobody who fits spoke or is named near",
            id="pronoun, nobody fits",
        ),
        pytest.param("Analysts said talks failed.", "unnamed group", id="unnamed group"),
        pytest.param("A diplomat said talks failed.", "unnamed individual", id="unnamed"),
        pytest.param("The Hangang Forum said talks failed.", "organisation", id="organisation"),
        pytest.param("The report said talks failed.", "document", id="document"),
        pytest.param(
            "Analysts said no.\n\nThey said talks failed.",
            "pronoun 'they': the group that spoke last",
            id="they",
        ),
        pytest.param(
            "Ines Oduya, a professor at Norvik University, said no.\n\n"
            "The professor said talks failed.",
            "'The professor': the one person near who bears that title",
            id="described",
        ),
        pytest.param(
            'Ines Oduya said no.\n\n"Talks failed."',
            "who spoke last in paragraph 0 goes on",
            id="orphan",
        ),
    ],
)
def test_how_the_speaker_was_told(text, speaker):
    assert told(text)["speaker"] == speaker


def test_the_words_that_show_role_and_affiliation():
    text = (
        "Ines Oduya, a fellow at the Hangang Forum, left.\n\nIt rained.\n\nOduya said talks failed."
    )
    seen = {"words": "a fellow at the Hangang Forum", "paragraph": 0}
    assert told(text)["role"] == seen
    assert told(text)["affiliation"] == seen


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("Ines Oduya said no.", None, None),
        ("Spokesman Colm Farraday said no.", "Spokesman", None),
        ("Analysts at the Hangang Forum said no.", *["Analysts at the Hangang Forum"] * 2),
        ("The Hangang Forum's Ines Oduya said no.", None, "Hangang Forum's"),
    ],
)
def test_words_before_and_behind_a_name(text, role, affiliation):
    why = told(text)
    assert why["role"] == (role and {"words": role, "paragraph": 0})
    assert why["affiliation"] == (affiliation and {"words": affiliation, "paragraph": 0})


def test_every_attribution_of_the_bundled_articles_is_explained():
    for path in sorted((ROOT / "data/talks/articles").glob("*.txt"))[::20]:
        for found in attribute(path.read_text(encoding="utf-8")):
            why = explanation_of(found)
            assert why["speaker"]
            assert why["looks_for"]
            assert (why["role"] is None) == (found.speaker.role == "unknown")
            assert (why["affiliation"] is None) == (found.speaker.affiliation is None)


def test_an_explanation_is_no_part_of_the_row():
    [found] = attribute("Ines Oduya said talks failed.")
    assert "explanation" not in found.to_dict("a1")
    assert "explanation" not in repr(found)
