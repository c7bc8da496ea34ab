from __future__ import annotations

import io
import sys

import pytest

from stancekit.articles import attribute, read_article
from stancekit.cli.explained import marked, print_explained, printable

TEXT = (
    "It rained.\n\n“A deal is near,” said Mara Lind, a professor at Norvik University. She warned "
    "that it may fail.\n\nIt rained."
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "deal.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_paragraph_is_marked_and_explained(cli, article):
    ended = cli("attribute", "--explain", article)
    assert (ended.status, ended.err) == (0, "")
    title, text, rule, *rest = ended.out.splitlines()[:7]
    assert title == "deal, paragraph 1"
    assert text == (
        "[content 1: “A deal is near,”] [cue 1: said] [source 1: Mara Lind], a professor at "
        "Norvik University. [source 2: She] [cue 2: warned] [content 2: that it may fail]."
    )
    assert rule.startswith("  1. content_first: words that stand left of somebody and a cue")
    seen = "from 'a professor at Norvik University' in paragraph 1"
    assert rest == [
        "     direct, confidence 0.9",
        "     speaker: Mara Lind; full name",
        f"     role: expert; {seen}",
        f"     affiliation: Norvik University; {seen}",
    ]
    assert "paragraph 0\n" not in ended.out


def test_one_attribution_needs_no_number(cli, tmp_path):
    (tmp_path / "no.txt").write_text("Kim Dae-ho met Kim Seo-yun. Kim said talks failed.")
    out = cli("attribute", "--explain", tmp_path / "no.txt").out
    assert "[source: Kim] [cue: said] [content: talks failed]." in out
    assert "     speaker: unresolved: 2 people are named Kim\n" in out
    assert "     role: unknown; no words show one\n" in out


def test_as_json_an_explanation_is_one_more_field(cli, article):
    plain = cli("attribute", article)
    explained = cli("attribute", "--explain", "--json", article)
    assert [{k: v for k, v in row.items() if k != "explanation"} for row in explained.rows] == (
        plain.rows
    )
    assert explained.rows[1]["explanation"] == {
        "rule": "cue_first",
        "looks_for": "somebody, then a verb that says or thinks, then what is said",
        "speaker": "pronoun 'she': the last compatible speaker of this paragraph",
        "role": {"words": "a professor at Norvik University", "paragraph": 1},
        "affiliation": {"words": "a professor at Norvik University", "paragraph": 1},
        "negated": False,
        "said_at": None,
        "relay_chain": [],
        "attributed_actor": None,
    }


def test_read_tells_each_lines_rule(cli, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(f"ADVERTISEMENT\n\n{'It rained all day. ' * 9}")
    first, second, third, last = cli("read", "--explain", path).out.splitlines()
    assert (first, last) == ("page", "")
    assert second.split() == ["0", "ui", "advertisement", "ADVERTISEMENT"]
    assert third.split()[:3] == ["1", "body", "default"]
    assert third.endswith("…")
    [row] = cli("read", "--explain", "--json", path).rows
    assert [block.pop("rule") for block in row["blocks"]] == ["advertisement", "default"]
    assert [row] == cli("read", path).rows


def test_the_pieces_joined_are_the_paragraph():
    article = read_article("Ines Oduya and Colm Farraday said that Baek, who called it off, left.")
    [paragraph] = article.paragraphs
    pieces = list(marked(paragraph, attribute(article)))
    assert "".join(piece.text for piece in pieces) == paragraph.text
    assert next(piece.numbers for piece in pieces if "content" in piece.parts) == (1, 2)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_gets_colours(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    article = read_article("Ines Oduya said talks failed.")
    print_explained(article, attribute(article))
    assert "\x1b[1;36mInes Oduya" in screen.getvalue()
    assert "[source" not in screen.getvalue()


def test_what_would_drive_a_terminal_is_not_printed():
    assert printable("a\x1b[31mé") == "a\ufffd[31mé"


def test_a_lone_surrogate_is_printed_as_its_escape(cli, jsonl):
    rows = [{"id": "odd", "text": "“A deal \ud83d is near,” said Mara Lind."}]
    ended = cli("attribute", "--explain", jsonl("odd.jsonl", rows))
    assert ended.status == 0
    assert "\\ud83d" in ended.out


def test_what_stands_beside_who_says_what_is_printed(cli, tmp_path):
    text = (
        "Delta Radio, citing Ines Oduya, reported in 2019 that talks failed.\n\n"
        "Colm Farraday denied that the ministry wants a truce."
    )
    (tmp_path / "old.txt").write_text(text, encoding="utf-8")
    printed = cli("attribute", "--explain", tmp_path / "old.txt").out
    assert "passed on: Delta Radio, quoting Ines Oduya" in printed
    assert "said in the past: '2019' (2019)" in printed
    assert "negated: the speaker says that it is not so" in printed
    assert "of the mind of: the ministry" in printed
