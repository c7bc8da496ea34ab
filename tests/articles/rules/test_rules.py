from importlib import import_module
from pathlib import Path

import pytest

import stancekit.articles.rules as rules


def test_every_module_of_the_folder_is_applied():
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert {rule.__module__.rsplit(".", 1)[-1] for rule in rules.RULES} == modules


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content_first", '"It failed," Baek said.'),
        ("according_to", "According to Baek, talks failed."),
        ("cue_first", "Baek said talks failed."),
        ("colon_lead", 'Baek: "No."'),
        ("cue_noun", "Baek's claim that talks failed is wrong."),
        ("cue_adjective", "Baek is sceptical that talks failed."),
        ("passive_by", "Talks were criticized by Baek."),
    ],
)
def test_a_finding_carries_the_name_of_its_rule(sentence, name, text):
    find = import_module(f"stancekit.articles.rules.{name}").find
    assert [finding.rule for finding in find(sentence(text))] == [name]
