from __future__ import annotations

import json

import pytest

ARTICLE = "“A deal is near,” said Mara Lind, a professor at Norvik University.\n\nIt rained.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "deal.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_read_gives_the_fields_of_the_contract(cli, article):
    ended = cli("read", article)
    assert (ended.status, ended.err) == (0, "")
    [row] = ended.rows
    assert list(row) == ["article", "title", "outlet", "date", "blocks", "paragraphs"]
    assert row["article"] == "deal"
    assert all(list(b) == ["index", "kind", "start", "end", "text"] for b in row["blocks"])
    assert all(list(p) == ["index", "start", "end", "text"] for p in row["paragraphs"])
    assert "".join(block["text"] for block in row["blocks"]) == ARTICLE
    assert [ARTICLE[p["start"] : p["end"]] for p in row["paragraphs"]] == [
        p["text"] for p in row["paragraphs"]
    ]


def test_attribute_gives_the_fields_of_the_contract(cli, article):
    ended = cli("attribute", article)
    assert (ended.status, ended.err) == (0, "")
    [row] = ended.rows
    assert list(row) == [
        "article",
        "paragraph",
        "statement",
        "speaker",
        "source",
        "cue",
        "content",
        "mode",
        "text",
        "confidence",
        "rule",
    ]
    assert row["speaker"] == {
        "name": "Mara Lind",
        "affiliation": "Norvik University",
        "role": "expert",
        "naming": "named",
    }
    [[start, end]] = row["source"]
    assert ARTICLE[start:end] == "Mara Lind"


@pytest.mark.parametrize("verb", ["read", "attribute"])
def test_json_may_be_asked_for(cli, article, verb):
    assert cli(verb, article, "--json") == cli(verb, article)


@pytest.mark.parametrize("verb", ["read", "attribute"])
def test_a_lone_surrogate_comes_out_as_it_went_in(cli, jsonl, verb):
    text = "“A deal \ud83d is near,” said Mara Lind."
    ended = cli(verb, jsonl("odd.jsonl", [{"text": text}]))
    assert ended.status == 0
    assert ended.rows
    assert "\ud83d" in json.dumps(ended.rows, ensure_ascii=False)


def test_standard_input_is_an_article(cli):
    ended = cli("attribute", "-", stdin=ARTICLE.encode())
    assert [row["speaker"]["name"] for row in ended.rows] == ["Mara Lind"]


@pytest.mark.parametrize("verb", ["read", "attribute"])
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", ["empty.txt", "empty file"]),
        ("latin.txt", "Zoë said".encode("latin-1"), ["latin.txt", "not UTF-8", "0xeb"]),
        ("cut.jsonl", b'{"text": ', ["cut.jsonl:1", "JSON"]),
        ("latin.jsonl", b'{"text": "Zo\xeb"}\n', ["latin.jsonl", "UTF-8"]),
        ("no-text.jsonl", b'{"txt": "a"}\n', ["no-text.jsonl", "text"]),
    ],
    ids=["empty", "latin-1", "cut", "latin-1-rows", "no-text"],
)
def test_what_cannot_be_read_is_told(cli, tmp_path, verb, name, content, words):
    (tmp_path / name).write_bytes(content)
    assert cli(verb, tmp_path / name).failed_with(*words)


@pytest.mark.parametrize("verb", ["read", "attribute"])
def test_a_missing_file_is_named(cli, verb):
    assert cli(verb, "nowhere.txt").failed_with("nowhere.txt")


@pytest.mark.parametrize("text", ["a\0b", "x" * 1_000_000], ids=["nul", "a-million-characters"])
def test_odd_text_is_kept(cli, tmp_path, text):
    (tmp_path / "odd.txt").write_text(text)
    ended = cli("read", tmp_path / "odd.txt")
    assert ended.status == 0
    assert "".join(block["text"] for block in ended.json["blocks"]) == text


CRAWLED = {
    "id": "old",
    "date": "2034-11-03",
    "text": "Envoys met on June 12, 2028. They met on February 27, 2029, Mara Lind said.",
}


def test_dates_are_one_more_field(cli, jsonl):
    rows = jsonl("old.jsonl", [CRAWLED])
    plain, dated = cli("read", rows).rows, cli("read", "--dates", rows).rows
    dates = dated[0].pop("dates")
    assert dated == plain
    assert list(dates) == [
        "published",
        "modified",
        "stamped",
        "in_text",
        "likely_crawl_date",
        "reason",
    ]
    assert (dates["stamped"], dates["likely_crawl_date"]) == ("2034-11-03", True)
    assert plain[0]["date"] == "2034-11-03"


@pytest.mark.parametrize("verb", ["read", "attribute"])
def test_a_likely_crawl_date_is_warned_of_once_an_article(cli, jsonl, verb):
    ended = cli(verb, jsonl("old.jsonl", [CRAWLED, {**CRAWLED, "id": "new", "date": "2029-03-01"}]))
    assert ended.status == 0
    assert ended.rows
    [line] = ended.err.splitlines()
    assert line.startswith("stancekit: warning: old: the date 2034-11-03 is likely when the page")


@pytest.fixture
def spelled(tmp_path):
    """Two articles that spell one name in two ways."""
    text = "{}, a fellow at the Hangang Forum, said that talks failed."
    for number, name in enumerate(("Cho Seong-min", "Jo Sung-min")):
        (tmp_path / f"{number}.txt").write_text(text.format(name), encoding="utf-8")
    return tmp_path


def test_aliases_are_suggested_and_the_confirmed_ones_applied(cli, spelled):
    table = spelled / "aliases.csv"
    plain = cli("attribute", spelled / "0.txt", spelled / "1.txt")
    ended = cli("attribute", spelled / "0.txt", spelled / "1.txt", "--suggest-aliases", table)
    assert (ended.status, ended.rows) == (0, plain.rows)
    assert "1 new; 1 suggested" in ended.err
    written = table.read_text(encoding="utf-8")
    assert "Jo Sung-min,Cho Seong-min,suggested," in written
    assert "same affiliation" in written

    unconfirmed = cli("attribute", spelled / "1.txt", "--aliases", table)
    assert unconfirmed.rows[0]["speaker"]["name"] == "Jo Sung-min"
    table.write_text(written.replace("suggested", "confirmed"), encoding="utf-8")
    (row,) = cli("attribute", spelled / "1.txt", "--aliases", table).rows
    assert row["speaker"]["name"] == "Cho Seong-min"
    assert row["source"] == plain.rows[1]["source"]

    again = cli("attribute", spelled / "0.txt", spelled / "1.txt", "--suggest-aliases", table)
    assert "0 new; 1 confirmed" in again.err


def test_an_alias_table_that_cannot_be_used_stays_as_it_is(cli, spelled):
    table = spelled / "aliases.csv"
    table.write_text("name,same_as,status\nA,B,perhaps\n", encoding="utf-8")
    for option in ("--aliases", "--suggest-aliases"):
        ended = cli("attribute", spelled / "0.txt", option, table)
        assert (ended.status, ended.out) == (1, "")
        assert "aliases.csv:2, column 'status': found 'perhaps'" in ended.err
    assert table.read_text(encoding="utf-8").endswith("A,B,perhaps\n")
