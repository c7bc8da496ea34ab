import pytest

from stancekit.articles.bodies import (
    is_no_office,
    is_of_members,
    seat_in_parliament,
    serves_state,
)


@pytest.mark.parametrize(
    ("text", "word", "none"),
    [
        pytest.param("of Harbour Diplomat", "Diplomat", True, id="in a name"),
        pytest.param("diplomat of Albrook", "diplomat", False, id="the office itself"),
        pytest.param("the director general", "general", True, id="in another title"),
        pytest.param("a trade representative", "representative", True, id="no member of a house"),
        pytest.param("a trade representative", "trade representative", False, id="whole title"),
    ],
)
def test_what_only_looks_like_an_office(text, word, none):
    start = text.index(word)
    assert is_no_office(text, start, start + len(word)) is none


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("president of the Ferry Owners Association", True),
        ("vice president of ferry policy at the Harbour Council", True),
        ("president of Albrook", False),
        ("vice president of the republic", False),
    ],
    ids=["association", "vice president at", "country", "of a republic"],
)
def test_offices_of_members(text, members):
    assert is_of_members(text) is members


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("CIA director", True),
        ("of the Ferry Ministry", True),
        ("a desk officer at Albrook 's Defense Ministry", True),
        ("head of the Treasury", True),
        ("director of the coast guard", False),
        ("of the Harbour Institute", False),
    ],
    ids=["title", "of", "owner", "head of", "small letters", "institute"],
)
def test_who_serves_a_state(text, state):
    assert serves_state(text) is state


@pytest.mark.parametrize(
    ("text", "sits"),
    [
        ("Senate Ferries Committee chairman", True),
        ("chair of the House panel", True),
        ("R-Ohio", True),
        ("chairman of the Harbour Institute", False),
    ],
    ids=["committee", "panel", "party and state", "institute"],
)
def test_who_sits_in_parliament(text, sits):
    assert (seat_in_parliament(text) is not None) is sits
