from __future__ import annotations

import pytest

from stancekit.codebook import Codebook
from stancekit.errors import CodebookError

YAML = """
name: ferries
version: 1.2.0
axes:
  outlook:
    absent: none
    labels:
      pessimistic: {position: -1}
      optimistic: {position: 1, definition: Hopes.}
      none:
  posture:
    labels: {soft: , firm: }
    rules: ["A wish is not a forecast."]
"""

SAME = """
# a comment
name: "ferries"
version: "1.2.0"
unit: ''

axes:
    outlook:
        absent: none
        labels: {pessimistic: {position: -1.0}, optimistic: {definition: "Hopes.", position: 1},
                 none: {}}
    posture:
        rules:
        - A wish is not a forecast.
        labels: {soft: {}, firm: {}}
"""


def load(tmp_path, text):
    path = tmp_path / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    return Codebook.load(path)


def test_labels_keep_the_order_of_the_file(tmp_path):
    book = load(tmp_path, YAML)
    assert list(book.axes) == ["outlook", "posture"]
    assert book.axes["outlook"].label_names == ("pessimistic", "optimistic", "none")
    assert book.axes["outlook"].expressed == ("pessimistic", "optimistic")
    assert book.axes["posture"].expressed == ("soft", "firm")
    assert book.axes["outlook"].labels["none"].position is None


def test_the_hash_does_not_depend_on_comments_or_layout(tmp_path):
    assert load(tmp_path, YAML).hash == load(tmp_path, SAME).hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.2.0", "1.2.1"),
        ("position: 1,", "position: 0.5,"),
        ("Hopes.", "Hopes!"),
        ("{soft: , firm: }", "{firm: , soft: }"),
        ("A wish", "One wish"),
        ("    absent: none\n", ""),
    ],
    ids=["version", "position", "definition", "order-of-labels", "rule", "absent"],
)
def test_the_hash_depends_on_the_content(tmp_path, old, new):
    assert old in YAML
    assert load(tmp_path, YAML.replace(old, new)).hash != load(tmp_path, YAML).hash


def test_what_is_written_reads_back_equal(tmp_path):
    book = load(tmp_path, YAML)
    again = load(tmp_path, book.to_yaml())
    assert again == book
    assert again.hash == book.hash
    assert again.axes["outlook"].label_names == book.axes["outlook"].label_names


def test_another_codebook_is_told_by_both_versions(tmp_path):
    book = load(tmp_path, YAML)
    other = load(tmp_path, YAML.replace("1.2.0", "2.0.0"))
    book.require_same(book, where="here")
    with pytest.raises(CodebookError) as caught:
        book.require_same(other, where="rows.jsonl")
    message = str(caught.value)
    assert message.startswith("rows.jsonl: the codebook differs")
    assert f"Found 'ferries' version 2.0.0 ({other.hash[:12]})" in message
    assert f"expected 'ferries' version 1.2.0 ({book.hash[:12]})" in message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("version:", "verson:", r"verson: unknown key; did you mean 'version'\?"),
        ("    rules:", "    rule:", r"axes\.posture\.rule: unknown key; did you mean 'rules'\?"),
        (
            "definition: Hopes.",
            "defintion: Hopes.",
            r"axes\.outlook\.labels\.optimistic\.defintion: unknown key; did you mean 'definition'",
        ),
        ("absent: none", "absent: non", r"axes\.outlook: absent: 'non' is not a label; did you"),
        (
            "      none:\n",
            "      none: {position: 0}\n",
            r"axes\.outlook: labels\.none\.position: found a number, expected none",
        ),
        ("{soft: , firm: }", "{soft: }", r"axes\.posture\.labels: found .* at least 2"),
        ("name: ferries\n", "", "name: missing"),
        ("position: -1", "position: .nan", r"pessimistic\.position: found nan"),
        ("name: ferries", 'name: "a \\ud800"', r"found the lone surrogate U\+D800"),
        ("position: -1", "position: low", r"pessimistic\.position: found 'low'; .*number"),
    ],
    ids=[
        "unknown-key",
        "unknown-key-of-an-axis",
        "unknown-key-of-a-label",
        "absent-is-no-label",
        "absent-with-a-position",
        "one-label",
        "no-name",
        "position-is-nan",
        "lone-surrogate",
        "position-is-a-word",
    ],
)
def test_a_broken_contract_is_refused(tmp_path, old, new, message):
    assert old in YAML
    with pytest.raises(CodebookError, match=message) as caught:
        load(tmp_path, YAML.replace(old, new))
    assert "codebook.yaml" in str(caught.value)


def test_all_problems_are_named_at_once(tmp_path):
    with pytest.raises(CodebookError) as caught:
        load(tmp_path, YAML.replace("version:", "verson:").replace("{soft: , firm: }", "{soft: }"))
    assert len(str(caught.value).splitlines()) == 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "found NoneType, expected a mapping"),
        (b"- a\n", "found list, expected a mapping"),
        (b"name: [", "not valid UTF-8 YAML"),
        (b"name: caf\xe9\n", "not valid UTF-8 YAML"),
        (b"name: a\x00\n", "not valid UTF-8 YAML"),
        (b"!!python/object/apply:os.getcwd []", "not valid UTF-8 YAML"),
    ],
    ids=["empty", "a-list", "cut", "latin-1", "nul", "code"],
)
def test_what_is_no_yaml_mapping_is_refused(tmp_path, content, message):
    path = tmp_path / "codebook.yaml"
    path.write_bytes(content)
    with pytest.raises(CodebookError, match=message):
        Codebook.load(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CodebookError, match=r"none\.yaml: the codebook cannot be read: No such"):
        Codebook.load(tmp_path / "none.yaml")


def test_an_axis_is_found_by_name_or_suggested(tmp_path):
    book = load(tmp_path, YAML)
    assert book.axis("outlook") is book.axes["outlook"]
    with pytest.raises(CodebookError, match=r"has no axis 'outlok'; did you mean 'outlook'\?"):
        book.axis("outlok")


def test_some_axes_make_another_codebook(tmp_path):
    book = load(tmp_path, YAML)
    assert list(book.restricted_to(["posture"]).axes) == ["posture"]
    assert book.restricted_to(["outlook", "posture"]).hash == book.hash
    assert book.restricted_to(["posture", "outlook"]).hash != book.hash


def test_words_that_yaml_reads_as_truth_values_are_told_of(tmp_path):
    with pytest.raises(CodebookError, match=r"found True; .*string"):
        load(tmp_path, YAML.replace("{soft: , firm: }", "{yes: , no: }"))
