import pytest

from stancekit.errors import CodebookError, CorpusError

ROWS = [
    {"id": "a", "text": "One.", "posture": "none", "article_id": "x", "year": 2020},
    {"id": "b", "text": "Two.", "posture": None, "article_id": None, "year": 2021},
    {"id": "c", "text": "Three.", "posture": "hawkish", "article_id": "x", "year": 2022},
]


def test_frame_has_words_and_none(make_corpus):
    frame = make_corpus(ROWS).frame()

    assert frame["posture"].tolist() == ["none", None, "hawkish"]
    assert frame["article_id"].tolist() == ["x", None, "x"]
    assert frame["year"].tolist() == [2020, 2021, 2022]


def test_groups_fall_back_to_the_rows_own_id(make_corpus):
    corpus = make_corpus(ROWS)

    assert corpus.groups() == ["x", "b", "x"]
    assert make_corpus([{"id": "a", "text": "One.", "posture": "none"}]).groups() == ["a"]


def test_a_group_column_of_numbers(make_corpus):
    assert make_corpus(ROWS, columns={"group": "year"}).groups() == ["2020", "2021", "2022"]


def test_select_keeps_order_labels_and_source(make_corpus):
    corpus = make_corpus(ROWS)

    chosen = corpus.select([2, 0])

    assert chosen.ids == ["c", "a"]
    assert chosen.labels("posture") == ["hawkish", "none"]
    assert chosen.digest == corpus.digest
    assert len(corpus) == 3


def test_unknown_axes_and_columns_are_named(make_corpus):
    corpus = make_corpus(ROWS)

    with pytest.raises(CodebookError, match="no axis 'postur'; did you mean 'posture'"):
        corpus.labels("postur")
    with pytest.raises(CorpusError, match="no column 'articles'"):
        type(corpus)(corpus.passages, corpus.codebook, "s", "d", None, "articles").groups()


def test_select_keeps_the_annotations_of_its_rows(tmp_path, codebook):
    from stancekit.corpus import load_corpus

    (tmp_path / "passages.csv").write_text("id,text,posture\na,One.,none\nb,Two.,none\n")
    (tmp_path / "annotations.csv").write_text(
        "id,annotator,axis,label\na,Ann,posture,none\nb,Ann,posture,none\n"
    )

    chosen = load_corpus(tmp_path, codebook=codebook).select([1])

    assert chosen.annotations["id"].tolist() == ["b"]
