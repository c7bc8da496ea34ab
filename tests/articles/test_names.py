import pytest

from stancekit.articles import names


@pytest.mark.parametrize(
    "tell", [names.is_bearer_noun, names.is_holder, names.is_role_noun, names.is_title]
)
def test_a_stream_of_new_words_fills_no_memory(tell):
    assert tell.cache_info().maxsize is not None
