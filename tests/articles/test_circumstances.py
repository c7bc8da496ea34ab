import pytest

from stancekit.articles import attribute, explanation_of, read_article, statements


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("Oduya denied that talks failed.", True, id="deny"),
        pytest.param("Oduya denied a role in the leak.", True, id="deny a thing"),
        pytest.param("Oduya does not think that talks failed.", True, id="not"),
        pytest.param("Oduya rejected the claim that talks failed.", True, id="claim of others"),
        pytest.param("Oduya rejected the offer.", False, id="no claim"),
        pytest.param("Oduya's denial that talks failed is old.", True, id="noun"),
        pytest.param("Oduya said that no talks failed.", False, id="inside the content"),
    ],
)
def test_denials(text, negated):
    assert [a.negated for a in attribute(text)] == [negated]


def past_times(text, date=None):
    found = attribute(read_article(text, date=date))
    return [a.said_at and (a.said_at.words, a.said_at.date) for a in found]


@pytest.mark.parametrize(
    ("text", "date", "said_at"),
    [
        pytest.param(
            "Oduya said last year that talks failed.", None, ("last year", None), id="open"
        ),
        pytest.param(
            "Oduya said last year that talks failed.",
            "2031-05-03",
            ("last year", "2030"),
            id="known",
        ),
        pytest.param(
            "Two years ago, Oduya said talks failed.",
            "2031-05-03",
            ("Two years ago", "2029"),
            id="ago",
        ),
        pytest.param(
            "Oduya said in April 2031 that talks failed.", "2031-05-03", None, id="weeks ago is now"
        ),
        pytest.param(
            "Oduya said in April 2031 that talks failed.",
            "2031-09-03",
            ("April 2031", "2031-04"),
            id="months ago",
        ),
        pytest.param("Talks failed, Oduya said on May 3, 2031.", None, None, id="a day, no date"),
        pytest.param(
            "Talks failed, Oduya said on May 3, 2029.",
            "2031-05-03",
            ("May 3, 2029", "2029-05-03"),
            id="a day long ago",
        ),
        pytest.param("Oduya said talks failed in 2019.", None, None, id="inside the content"),
        pytest.param("Oduya, who left in 2019, said talks failed.", None, None, id="her career"),
    ],
)
def test_past_times(text, date, said_at):
    assert past_times(text, date) == [said_at]


def test_a_quotation_that_goes_on_is_as_old_as_its_beginning():
    text = '"Talks failed," Oduya said in 2019.\n\n"They will fail again."'
    assert past_times(text) == [("2019", "2019")] * 2
    assert [statement.is_past for statement in statements(text)] == [True, True]


def test_a_statement_of_now_and_then_is_no_past_one():
    text = "Oduya said in 2019 that talks failed. Oduya now says they went well."
    assert [statement.is_past for statement in statements(text)] == [False]


def test_offsets_of_what_stands_beside():
    text = "Delta Radio, citing Ines Oduya, reported in 2019 that the ministry wants talks."
    (found,) = attribute(text)
    assert found.said_at
    assert found.attributed_actor
    for excerpt in (found.said_at, found.attributed_actor, *found.relay_chain):
        assert text[excerpt.start : excerpt.end] == excerpt.words
    assert [link.words for link in found.relay_chain] == ["Delta Radio", "Ines Oduya"]
    told = explanation_of(found)
    assert told["said_at"] == {"words": "2019", "start": 44, "end": 48, "date": "2019"}
    assert told["attributed_actor"]["words"] == "the ministry"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Oduya said Harbour Watch fears a strike.", "Harbour Watch", id="body"),
        pytest.param("Oduya said she wants a strike.", None, id="pronoun"),
        pytest.param("Oduya said the regime said nothing.", None, id="says"),
        pytest.param("Oduya said the storm expected by noon passed.", None, id="thing"),
    ],
)
def test_actors(text, actor):
    found = attribute(text)[0].attributed_actor
    assert (found and found.words) == actor
