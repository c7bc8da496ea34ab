import json

from stancekit.reporting import Section, WordLists


def test_the_words_are_plain_data_by_name():
    part = WordLists("Words", {"for": ("deal", "talks"), "none": ()})
    content = Section(key="x", parts=(part,)).to_dict()["parts"][0]
    assert content == {
        "kind": "word_lists",
        "title": "Words",
        "words": {"for": ["deal", "talks"], "none": []},
    }
    assert json.loads(json.dumps(content)) == content
