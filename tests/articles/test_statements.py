from stancekit.articles import read_article, statements


def test_a_statement_joins_a_speakers_attributions_and_leaves_the_author_out():
    text = "Baek Ro-eun said no. Ferries stopped. She called for talks."
    (found,) = statements(text)
    assert found.text == "Baek Ro-eun said no. She called for talks."
    assert len(found.attributions) == 2
    assert (found.number, found.paragraph, found.speaker.name) == (0, 0, "Baek Ro-eun")


def test_the_cue_is_part_of_the_text():
    (found,) = statements("Oduya doubts that talks will come.")
    assert found.text == "Oduya doubts that talks will come."


def test_statements_stand_in_the_order_of_the_text():
    article = read_article('"No," said Ines Oduya.\n\n"Yes," said Colm Farraday.')
    assert [(s.number, s.paragraph) for s in statements(article)] == [(0, 0), (1, 1)]


def test_a_text_without_attributions_has_no_statements():
    assert statements("Ferries stopped.") == []
