import datasets
import huggingface_hub
import pytest
from datasets import ClassLabel, Dataset, DatasetDict, Features, Value

from stancekit.corpus import load_corpus
from stancekit.corpus.hub import hub_repository, is_hub_id, read_hub
from stancekit.errors import CorpusError

FEATURES = Features({"text": Value("string"), "label": ClassLabel(names=["for", "against"])})


def part(labels):
    rows = {"text": [f"Text {n}." for n in range(len(labels))], "label": labels}
    return Dataset.from_dict(rows, features=FEATURES)


@pytest.fixture
def hub(monkeypatch):
    """Put two data sets where the Hub would be, and record the revisions asked for."""
    stored = {
        "harbour/one": DatasetDict({"train": part([1, 0, None])}),
        "harbour/two": DatasetDict({"train": part([0, 1]), "test": part([1, 0, 0])}),
        "harbour/bad": DatasetDict({"train": part([0, -1])}),
    }
    asked = []

    def load_dataset(repository, revision=None):
        asked.append((repository, revision, datasets.are_progress_bars_disabled()))
        return stored[repository]

    monkeypatch.setattr(datasets, "load_dataset", load_dataset)
    monkeypatch.setattr(huggingface_hub.HfApi, "dataset_info", lambda *_, **__: None)
    return asked


def test_a_hub_dataset_with_one_split(hub):
    corpus = load_corpus("harbour/one", axes={"stance": "label"}, revision="v2")

    assert corpus.labels("stance") == ["against", "for", None]
    assert hub == [("harbour/one", "v2", True)]
    assert not datasets.are_progress_bars_disabled()


def test_one_of_several_splits_is_named_after_a_colon(hub):
    assert len(load_corpus("harbour/two:test", axes={"stance": "label"})) == 3


@pytest.mark.parametrize("source", ["harbour/two", "harbour/two:tset"], ids=["none", "typo"])
def test_several_splits_are_never_chosen_among(hub, source):
    with pytest.raises(CorpusError, match=r"several splits; name one as in harbour/two:train"):
        load_corpus(source, axes={"stance": "label"})


def test_minus_one_in_a_hub_dataset_is_a_problem(hub):
    with pytest.raises(CorpusError, match=r"harbour/bad:2.*a missing label is null"):
        load_corpus("harbour/bad", axes={"stance": "label"})


def test_the_digest_follows_the_rows(hub):
    assert read_hub("harbour/one").digest == read_hub("harbour/one:train").digest
    assert read_hub("harbour/one").digest != read_hub("harbour/two:train").digest


def test_an_unreachable_hub_says_what_to_give_instead(monkeypatch):
    def fail(*_, **__):
        raise ConnectionError("no route to host")

    monkeypatch.setattr(huggingface_hub.HfApi, "dataset_info", fail)

    with pytest.raises(CorpusError) as caught:
        load_corpus("harbour/one", axes={"stance": "label"})

    assert "no route to host" in str(caught.value)
    assert "a folder that holds passages.jsonl" in str(caught.value)
    assert isinstance(caught.value.__cause__, ConnectionError)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("harbour/one", True),
        ("harbour/one.v2:train", True),
        ("one", False),
        ("./one", False),
        ("../one", False),
        ("/srv/one", False),
        ("a/b/c", False),
        ("~/one", False),
    ],
)
def test_is_hub_id(source, expected):
    assert is_hub_id(source) is expected


def test_the_repository_is_told_only_of_what_is_on_the_hub(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "talks").mkdir()
    assert hub_repository("maker/talks:test") == "maker/talks"
    assert hub_repository("data/talks") is None
    assert hub_repository("talks.jsonl") is None
