import pytest

from stancekit.articles.rules.quoted_as import find


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "The Post quoted Oduya as saying that talks failed.",
            "Oduya",
            "that talks failed",
            id="active",
        ),
        pytest.param(
            "Oduya was quoted by the Post as saying talks failed.",
            "Oduya",
            "talks failed",
            id="passive",
        ),
        pytest.param(
            '"Talks failed," Oduya was quoted as saying by the Post.',
            "Oduya",
            '"Talks failed,"',
            id="content first",
        ),
        pytest.param(
            '"Talks failed," the Post quoted Oduya as saying.',
            "Oduya",
            '"Talks failed,"',
            id="content first, active",
        ),
    ],
)
def test_finds(apply, text, source, content):
    ((found, _, parts),) = apply(find, text)
    assert (found, parts) == (source, [content])


@pytest.mark.parametrize(
    "text", ["The Post quoted Oduya.", "Prices were quoted as falling.", "He quoted as saying."]
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []
