from stancekit.articles import attribute
from stancekit.articles.bullets import is_item, span_before

ITEM = "\u2022 Ferries. The law lets pilots stay. It may go, said Nora Pell, a ferry economist."


def test_what_stands_before_the_name_in_an_item_is_said_too():
    (found,) = attribute(ITEM)
    assert found.text == "The law lets pilots stay. It may go"
    assert (found.speaker.name, found.confidence) == ("Nora Pell", 0.6)


def test_a_paragraph_that_is_no_item_keeps_the_authors_sentences():
    (found,) = attribute(ITEM.removeprefix("\u2022 "))
    assert found.text == "It may go"


def test_a_cue_before_its_content_claims_nothing_before_it():
    (found,) = attribute("\u2022 The law lets pilots stay. Nora Pell said it may go.")
    assert found.text == "it may go"


def test_a_heading_alone_is_nothing_said(sentence):
    assert is_item(ITEM, 0)
    assert span_before([sentence("\u2022 Ferries.")]) is None
