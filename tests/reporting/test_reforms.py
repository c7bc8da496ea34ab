import re

import pytest

from stancekit.reporting import ReformsAnswer, render_reforms
from stancekit.reporting.reforms import MODULES


def test_the_checklist_has_32_items_in_eight_modules():
    numbers = [item.number for items in MODULES.values() for item in items]
    assert len(MODULES) == 8
    assert len(numbers) == len(set(numbers)) == 32
    # the paper numbers the items of a module by letters
    assert numbers == [
        f"{place}{chr(ord('a') + letter)}"
        for place, items in enumerate(MODULES.values(), start=1)
        for letter in range(len(items))
    ]


def test_what_is_known_is_filled_in_and_the_rest_is_asked_for():
    told = render_reforms(
        "talks",
        {
            "3e": ReformsAnswer(("train: 480 rows.",)),
            "2a": ReformsAnswer(("data/talks",), "a link or DOI."),
        },
    )
    assert "answers 1 of them and a part of 1; the other 30 are yours" in told
    assert re.search(r"### 3e [^\n]+\n\n- train: 480 rows\.\n\n", told)
    assert re.search(r"### 2a .+\n\n- data/talks\n- \*\*For you to add:\*\* a link or DOI\.", told)
    assert told.count("**For you to answer.**") == 30


def test_an_answer_to_no_item_is_an_error():
    with pytest.raises(ValueError, match=r"found answers to \['9z'\]"):
        render_reforms("talks", {"9z": ReformsAnswer(("x",))})


def test_what_users_wrote_changes_no_layout():
    told = render_reforms("x\n# y", {"2a": ReformsAnswer(("a\n## b <i>",))})
    assert "- a ## b \\<i>" in told
    assert [line for line in told.splitlines() if line.startswith("# ")] == ["# REFORMS: x # y"]
