import pytest

from stancekit.corpus.encoding import decode


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(b"\xef\xbb\xbfid,text\n", "a.csv") == ("id,text\n", [])


def test_every_undecodable_line_is_named_with_its_byte_offset():
    content = b"\xef\xbb\xbfab\nc\xe9d\nfine\n\xff\n"  # offsets: mark 0-2, "ab\n" 3-5, c 6, e9 7

    text, problems = decode(content, "a.csv")

    assert [problem.line for problem in problems] == [2, 4]
    assert "0xE9 at byte offset 7" in problems[0].found
    assert "0xFF at byte offset 15" in problems[1].found
    assert text == "ab\nc\ufffdd\nfine\n\ufffd\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-32", "UTF-32")],
    ids=["utf-16", "utf-32"],
)
def test_other_unicode_encodings_are_named(encoding, name):
    text, problems = decode("id,text\n".encode(encoding), "a.csv")

    assert text == ""
    assert len(problems) == 1
    assert name in problems[0].found
