"""The sentences themselves: enough of them, of their own, and each of one pole only."""

from stancekit.evaluation.behaviour import map_poles
from stancekit.evaluation.behaviour.people import PEOPLE
from stancekit.evaluation.behaviour.rates import clusters_needed
from stancekit.evaluation.behaviour.sentences.bait import CROSSINGS, KEYWORD_BAIT
from stancekit.evaluation.behaviour.stances.collection import own_clauses, sentence_cases
from stancekit.evaluation.behaviour.stances.measures import STANCE_TESTS

from .conftest import codebook_of


def test_each_clause_is_written_once():
    texts = [clause.text for clause in own_clauses()]
    assert len(texts) == len(set(texts))


def test_every_test_has_enough_sentences_to_be_passed():
    cases = sentence_cases(map_poles(codebook_of()), 0)
    for test, definition in STANCE_TESTS.items():
        for axis in {axis for case in cases if case.test == test for axis in case.axes}:
            clusters = {case.cluster for case in cases if case.test == test and axis in case.axes}
            for measure in definition.measures:
                if measure.is_rate and measure.bar < 1:
                    assert len(clusters) >= clusters_needed(measure.bar), (test, axis)


def test_no_clause_means_two_things():
    for table in (KEYWORD_BAIT, CROSSINGS):
        texts = [text for texts in table.values() for text in texts]
        assert len(texts) == len(set(texts))


def test_a_changed_text_differs_from_its_original():
    for case in sentence_cases(map_poles(codebook_of()), 0):
        assert len({passage.text for passage in case.passages}) == len(case.passages), case


def test_no_text_is_left_with_a_slot_or_a_doubled_article():
    for case in sentence_cases(map_poles(codebook_of()), 0):
        for passage in case.passages:
            text = passage.text.replace("  ", " ").lower()
            assert "{" not in text, text
            assert "}" not in text, text
            assert "the the " not in text, text
            assert ",," not in text, text
            assert ".." not in text, text


def test_the_names_are_of_many_places_and_both_genders():
    shapes = {person.shape.split(",")[0] for person in PEOPLE}
    assert shapes >= {"Korean", "Japanese", "Chinese", "Vietnamese", "Western"}
    for place in ("Korean", "Japanese", "Chinese", "Vietnamese", "Western"):
        assert {p.he for p in PEOPLE if p.shape.startswith(place)} == {"he", "she"}
