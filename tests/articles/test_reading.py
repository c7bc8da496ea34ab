import hashlib
import sys

import pytest

from stancekit.articles import read_article
from stancekit.errors import ArticleError, MissingExtraError

TEXT = "Envoys met on Monday.\n\nBaek Ro-eun said talks failed."


def test_a_string_is_the_text(tmp_path):
    article = read_article(TEXT, title="Talks", outlet="Harbour Ledger", date="2031-05-03")
    assert article.text == TEXT
    assert article.id == hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    assert (article.title, article.outlet, article.date) == (
        "Talks",
        "Harbour Ledger",
        "2031-05-03",
    )
    assert [p.text for p in article.paragraphs] == TEXT.split("\n\n")


@pytest.mark.parametrize("form", [str, lambda path: path], ids=["string", "path"])
def test_a_file_is_read_as_it_is(tmp_path, form):
    path = tmp_path / "talks.txt"
    path.write_bytes(b"\xef\xbb\xbfEnvoys met.\r\n\r\nThey left.\r\n")
    article = read_article(form(path))
    assert article.id == "talks"
    assert article.text == "\ufeffEnvoys met.\r\n\r\nThey left.\r\n"
    assert [article.text[p.start : p.end].strip("\ufeff") for p in article.paragraphs] == [
        "Envoys met.",
        "They left.",
    ]


def test_an_id_that_is_given_wins(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    assert read_article(path, article_id="x7").id == "x7"


def test_an_empty_text_has_no_blocks():
    assert read_article("").blocks == ()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("gone.txt", None, "no such file", id="missing"),
        pytest.param("empty.txt", b"", "empty file", id="empty"),
        pytest.param("blank.txt", b" \n\n", "empty file", id="blank"),
        pytest.param("latin.txt", b"Seaha\xe9ven", "byte 5 is 0xe9", id="not UTF-8"),
    ],
)
def test_a_bad_file_is_told(tmp_path, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArticleError, match=message) as raised:
        read_article(path)
    assert name in str(raised.value)


def test_a_string_that_names_a_missing_file_is_told():
    with pytest.raises(ArticleError, match=r"gone\.txt: no such file"):
        read_article("gone.txt")


@pytest.mark.parametrize("text", ["Talks stalled", "a\x00b", "x" * 5000, "one\ntwo.txt"])
def test_other_strings_are_text(text):
    assert read_article(text).text == text


def test_a_folder_is_no_article(tmp_path):
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article(tmp_path)


def test_a_lone_surrogate_has_an_id():
    assert len(read_article("\ud800 Envoys met.").id) == 16


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>Envoys met.</p></body></html>")
    return path


def test_html_needs_its_extra(page, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"stancekit\[html\]"):
        read_article(page)


class FoundPage:
    text = "Envoys met."
    title = "Talks"
    sitename = "Harbour Ledger"
    date = "2031-05-03"
    author = "Colm Farraday"


def trafilatura_that_finds(found):
    class Trafilatura:
        @staticmethod
        def bare_extraction(page, *, with_metadata, include_comments):
            assert with_metadata
            assert not include_comments
            return found

        @staticmethod
        def load_html(page):
            return None

    return Trafilatura


def test_html_gives_its_text_and_metadata(page, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", trafilatura_that_finds(FoundPage))
    article = read_article(page, outlet="Seto Times")
    assert (article.id, article.text, article.title) == ("page", "Envoys met.", "Talks")
    assert (article.outlet, article.date) == ("Seto Times", "2031-05-03")


def test_html_without_an_article_is_told(page, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", trafilatura_that_finds(None))
    with pytest.raises(ArticleError, match="found no article"):
        read_article(page)


def test_a_printed_title_and_date_are_read():
    text = (
        "Envoys Meet Again in Harborton\n\nThe Ferrow Post | May 3, 2031 at 7:25 p.m.\n\n"
        "Envoys met on Monday, officials said.\n\nThey left."
    )
    article = read_article(text)
    assert (article.title, article.date) == ("Envoys Meet Again in Harborton", "2031-05-03")
    assert article.outlet is None
    assert [block.kind for block in article.blocks] == ["title", "dateline", "body", "body"]
    given = read_article(text, title="Envoys Meet", date="2031-05-04")
    assert (given.title, given.date) == ("Envoys Meet", "2031-05-04")
