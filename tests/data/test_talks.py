"""The bundled corpus is what its card says, and its builder finds what is wrong."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from stancekit.codebook import Codebook
from stancekit.corpus import adjudication_state, load_corpus, split_by_column

ROOT = Path(__file__).parents[2]
TALKS = ROOT / "data" / "talks"
BUILDER = ROOT / "experiments" / "talks"


@pytest.fixture(scope="module")
def build() -> Iterator[ModuleType]:
    known = set(sys.modules)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BUILDER)
        yield importlib.import_module("build")
        for path in BUILDER.glob("*.py"):
            if path.stem not in known:
                sys.modules.pop(path.stem, None)


@pytest.fixture(scope="module")
def passages() -> list[dict[str, Any]]:
    lines = (TALKS / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return Codebook.load(TALKS / "codebook.yaml")


def shingles(text: str, size: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def test_codebook_has_the_axes_of_the_corpus(codebook: Codebook) -> None:
    assert {name: axis.label_names for name, axis in codebook.axes.items()} == {
        "posture": ("pragmatic", "hawkish", "mixed", "none"),
        "outlook": ("optimistic", "pessimistic", "mixed", "none"),
        "sentiment": ("positive", "negative", "neutral"),
    }
    assert [axis.absent for axis in codebook.axes.values()] == ["none", "none", None]
    for axis in codebook.axes.values():
        for label in axis.labels.values():
            assert label.definition
            assert label.hypothesis
            assert len(label.examples) >= 2


def test_built_files_are_up_to_date(build: ModuleType) -> None:
    assert build.main(["--check"]) == 0


def test_every_label_is_in_the_codebook(passages: list[dict[str, Any]], codebook: Codebook) -> None:
    found = {name: {row[name] for row in passages} for name in codebook.axes}
    assert found == {name: set(axis.labels) for name, axis in codebook.axes.items()}


def test_corpus_is_as_large_as_its_card_promises(
    passages: list[dict[str, Any]], codebook: Codebook
) -> None:
    assert len(passages) >= 1200
    assert len({row["id"] for row in passages}) == len(passages)
    assert len({row["article_id"] for row in passages}) >= 110
    assert len({row["outlet"] for row in passages}) >= 8
    named = (row for row in passages if row["role"] == "expert" and row["speaker"])
    assert len({frozenset(row["speaker"].split()) for row in named}) >= 90
    subjects = Counter(
        row["subject"] for row in {row["article_id"]: row for row in passages}.values()
    )
    assert set(subjects) == {"korea", "gulf", "maritime", "trade"}
    assert 0.45 <= subjects["korea"] / subjects.total() <= 0.6
    years = sorted(int(row["date"][:4]) for row in passages)
    assert years[-1] - years[0] >= 7
    for axis in codebook.axes:
        assert min(Counter(row[axis] for row in passages).values()) >= 80
    for axis in ("posture", "outlook"):
        assert Counter(row[axis] for row in passages)["none"] > len(passages) / 2


def test_three_annotators_labelled_every_passage(
    passages: list[dict[str, Any]], codebook: Codebook
) -> None:
    corpus = load_corpus(TALKS)
    assert corpus.annotations is not None
    given = Counter(corpus.annotations.groupby(["id", "axis"], sort=False).size())
    assert given == {3: len(passages) * len(codebook.axes)}
    assert corpus.annotations["annotator"].nunique() == 3
    for axis, state in adjudication_state(corpus).items():
        assert (state.open_ids, state.unsupported_ids, state.contradicted_ids) == ((), (), ()), axis


def test_the_test_split_shares_no_event_and_no_day_with_training() -> None:
    sides = split_by_column(load_corpus(TALKS))
    frames = {side: corpus.frame() for side, corpus in sides.items()}
    assert frames["test"]["article_id"].nunique() >= 25
    assert not {*frames["train"]["cluster_id"]} & {*frames["test"]["cluster_id"]}
    assert frames["train"]["date"].max() < frames["test"]["date"].min()
    for axis in ("posture", "outlook", "sentiment"):
        assert set(frames["train"][axis]) == set(frames["test"][axis])


def test_named_experts_take_more_than_one_stance(passages: list[dict[str, Any]]) -> None:
    stances: dict[frozenset[str], set[tuple[str, str]]] = {}
    articles: dict[frozenset[str], set[str]] = {}
    for row in passages:
        if row["role"] == "expert" and row["naming"] == "named":
            name = frozenset(row["speaker"].split())
            stances.setdefault(name, set()).add((row["posture"], row["outlook"]))
            articles.setdefault(name, set()).add(row["article_id"])
    several = [name for name, own in articles.items() if len(own) > 1]
    assert len(several) >= 90
    assert sum(len(stances[name]) > 1 for name in several) >= 0.95 * len(several)


def test_every_passage_has_text_and_a_speaker_or_none(passages: list[dict[str, Any]]) -> None:
    for row in passages:
        assert row["text"].strip() == row["text"] != "", row["id"]
        assert (row["speaker"] is None) == row["naming"].startswith("unnamed") or row[
            "naming"
        ] == "document", row["id"]


def test_no_two_statements_are_near_duplicates() -> None:
    # What is said is compared, without "X, a fellow at Y, said": speakers come back with it.
    said: dict[str, str] = {}
    for line in (TALKS / "attributions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = f"{row['article']} {row['statement']}"
        said[key] = f"{said.get(key, '')} {row['text']}"
    sets = {key: shingles(text, 3) for key, text in said.items()}
    shared: Counter[tuple[str, str]] = Counter()
    holders: dict[tuple[str, ...], list[str]] = {}
    for key, own in sets.items():
        for shingle in own:
            for other in holders.setdefault(shingle, []):
                shared[other, key] += 1
            holders[shingle].append(key)
    alike = [
        (one, other)
        for (one, other), n in shared.items()
        if n > 0.4 * max(10, min(len(sets[one]), len(sets[other])))
    ]
    assert alike == []


def test_card_shows_the_counts_of_the_builder(
    build: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(["--stats"]) == 0
    assert capsys.readouterr().out.strip() in (TALKS / "README.md").read_text(encoding="utf-8")


def test_sample_article_is_not_in_the_passages(passages: list[dict[str, Any]]) -> None:
    sample = (TALKS / "sample" / "sample_article.txt").read_text(encoding="utf-8")
    assert len(sample.split()) > 500
    own = shingles(sample, 8)
    assert [row["id"] for row in passages if own & shingles(row["text"], 8)] == []


ARTICLE = """Envoys meet for an hour
By Ahn Do
They met Monday. "It was long," said Bae Ro, a fellow at the Oak Institute. He said it was dull.
Read more
Bae said the sea was calm.
"""
GOLD: dict[str, Any] = {
    "article_id": "ledger-2020-01-02-envoys",
    "outlet": "Ledger",
    "date": "2020-01-02",
    "title": "Envoys meet for an hour",
    "cluster_id": "envoys",
    "subject": "gulf",
    "blocks": ["title", "byline", "body", "related_link", "body"],
    "statements": [
        {
            "paragraph": 1,
            "speaker": "Bae Ro",
            "affiliation": "Oak Institute",
            "role": "expert",
            "naming": "named",
            "attributions": [
                {
                    "source": ["Bae"],
                    "cue": ["said"],
                    "content": ["the sea was calm"],
                    "mode": "indirect",
                }
            ],
            "intended": {"posture": "none", "outlook": "none", "sentiment": "neutral"},
        },
        {
            "paragraph": 0,
            "speaker": "Bae Ro",
            "affiliation": "Oak Institute",
            "role": "expert",
            "naming": "named",
            "attributions": [
                {
                    "source": ["He"],
                    "cue": ["said"],
                    "content": ["it was dull"],
                    "mode": "indirect",
                },
                {
                    "source": ["Bae Ro, a fellow at the Oak Institute"],
                    "cue": ["said"],
                    "content": ['"It was long,"'],
                    "mode": "direct",
                },
            ],
            "intended": {"posture": "none", "outlook": "none", "sentiment": "negative"},
        },
    ],
}


# The annotators of the first passage are split between three labels on sentiment.
ANNOTATIONS = "id,annotator,axis,label\n" + "".join(
    f"ledger-2020-01-02-envoys-s0{passage},{name},{axis},{label}\n"
    for passage, sentiments in enumerate(
        (("negative", "neutral", "positive"), ("neutral", "neutral", "negative"))
    )
    for name, sentiment in zip("abc", sentiments, strict=True)
    for axis, label in (("posture", "none"), ("outlook", "none"), ("sentiment", sentiment))
)
ADJUDICATIONS = """id,axis,label,reason,status
ledger-2020-01-02-envoys-s00,sentiment,negative,Dull is blame.,resolved
ledger-2020-01-02-envoys-s01,sentiment,neutral,The sea is no subject of blame.,unclear
"""
CARD = "<!-- counts -->\n<!-- /counts -->\n<!-- agreement -->\n<!-- /agreement -->\n"


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """Write a corpus of one article whose gold was changed first."""

    def write(change: Callable[[dict[str, Any]], object] = lambda gold: None) -> Path:
        gold = json.loads(json.dumps(GOLD))
        change(gold)
        for folder in ("articles", "gold"):
            (tmp_path / folder).mkdir()
        stem = GOLD["article_id"]
        (tmp_path / "articles" / f"{stem}.txt").write_text(ARTICLE, encoding="utf-8")
        (tmp_path / "gold" / f"{stem}.json").write_text(json.dumps(gold), encoding="utf-8")
        (tmp_path / "codebook.yaml").write_bytes((TALKS / "codebook.yaml").read_bytes())
        (tmp_path / "README.md").write_text(CARD, encoding="utf-8")
        (tmp_path / "annotations.csv").write_text(ANNOTATIONS, encoding="utf-8")
        (tmp_path / "adjudications.csv").write_text(ADJUDICATIONS, encoding="utf-8")
        return tmp_path

    return write


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_builder_places_the_gold_in_reading_order(
    build: ModuleType, small: Callable[..., Path]
) -> None:
    folder = small()
    assert build.main(["--data", str(folder)]) == 0
    rows = read_rows(folder / "attributions.jsonl")
    assert [(row["statement"], row["text"]) for row in rows] == [
        (0, '"It was long,"'),
        (0, "it was dull"),
        (1, "the sea was calm"),
    ]
    # Of the two places of "said" in the first paragraph, each cue is the one beside its content.
    cues = [ARTICLE[: row["cue"][0][0]].split()[-1] for row in rows]
    assert cues == ['long,"', "He", "Bae"]
    texts = [row["text"] for row in read_rows(folder / "passages.jsonl")]
    assert texts == [
        '"It was long," said Bae Ro, a fellow at the Oak Institute. He said it was dull.',
        "Bae said the sea was calm.",
    ]
    rows = read_rows(folder / "passages.jsonl")
    assert [row["mode"] for row in rows] == ["mixed", "indirect"]
    assert [row["split"] for row in rows] == ["train", "train"]


def test_gold_labels_are_adjudicated_or_those_of_a_majority(
    build: ModuleType, small: Callable[..., Path]
) -> None:
    folder = small()
    assert build.main(["--data", str(folder)]) == 0
    rows = read_rows(folder / "passages.jsonl")
    assert [row["sentiment"] for row in rows] == ["negative", "neutral"]
    card = (folder / "README.md").read_text(encoding="utf-8")
    # One of two passages on sentiment: 6 labels, 3 neutral, 2 negative, 1 positive.
    assert "| sentiment | " in card
    assert "| 2 | 2 | 2 | 1 |" in card


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("adjudications.csv", "id,axis,label,reason\n", "'negative': 1, 'neutral': 1"),
        ("annotations.csv", "id,annotator,axis,label\nx,a,posture,none\n", "'x'"),
    ],
    ids=["tie", "unknown-passage"],
)
def test_a_passage_without_a_gold_label_is_told(
    build: ModuleType,
    small: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    found: str,
) -> None:
    folder = small()
    (folder / name).write_text(text, encoding="utf-8")
    assert build.main(["--data", str(folder)]) == 1
    assert found in capsys.readouterr().err


def test_check_fails_when_a_file_is_stale(build: ModuleType, small: Callable[..., Path]) -> None:
    folder = small()
    assert build.main(["--data", str(folder), "--check"]) == 1
    assert build.main(["--data", str(folder)]) == 0
    assert build.main(["--data", str(folder), "--check"]) == 0
    with (folder / "passages.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert build.main(["--data", str(folder), "--check"]) == 1


def attribution(gold: dict[str, Any]) -> dict[str, Any]:
    return gold["statements"][0]["attributions"][0]


@pytest.mark.parametrize(
    ("change", "place", "found"),
    [
        (lambda g: g.update(date="2020-01-03"), "date", "2020-01-03"),
        (lambda g: g.update(blocks=["title", "body"]), "blocks", "found 2"),
        (lambda g: g.update(title="Envoys meet"), "title", "Envoys meet"),
        (lambda g: g.update(subject="weather"), "subject", "weather"),
        (lambda g: g["statements"][0].update(paragraph=7), "statements.0.paragraph", "7"),
        (lambda g: g["statements"][0]["intended"].update(posture="dove"),
         "statements.0.intended", "dove"),
        (lambda g: g["statements"][0].update(speaker="Noh"), "statements.0.speaker", "Noh"),
        (lambda g: g["statements"][0].update(speaker=None), "statements.0.speaker", "null"),
        (lambda g: g["statements"][0].update(paragraph=0), "statements", "2 statements"),
        (lambda g: attribution(g).update(content=["the sky"]), "content", "nowhere"),
        (lambda g: attribution(g).update(content=["a"]), "content", "nowhere"),
        (lambda g: attribution(g).update(cue=["calm"]), "cue", "'calm'"),
        (lambda g: attribution(g).update(source=[]), "attributions.0", "without source"),
        (lambda g: attribution(g).update(mode="direct"), "attributions.0", "unquoted"),
        (lambda g: g["statements"][1]["attributions"][1].update(mode="indirect"),
         "attributions.1", "quotation mark"),
    ],
    ids=[
        "date", "blocks", "title", "subject", "paragraph", "label", "speaker", "unnamed", "twice",
        "not-verbatim", "part-of-a-word", "cue-in-content", "no-source", "direct", "indirect",
    ],
)  # fmt: skip
def test_builder_says_what_is_wrong_and_where(
    build: ModuleType,
    small: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
    change: Callable[[dict[str, Any]], object],
    place: str,
    found: str,
) -> None:
    folder = small(change)
    assert build.main(["--data", str(folder)]) == 1
    message = capsys.readouterr().err
    assert "ledger-2020-01-02-envoys.json" in message
    assert any(place in line and found in line for line in message.splitlines()), message
    assert not (folder / "passages.jsonl").exists()


def test_builder_lists_every_problem_at_once(
    build: ModuleType, small: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    def break_two(gold: dict[str, Any]) -> None:
        gold["statements"][0]["intended"]["outlook"] = "sunny"
        gold["statements"][1]["attributions"][0]["content"] = ["it was long and dull"]

    folder = small(break_two)
    (folder / "gold" / "ledger-2020-01-03-orphan.json").write_text("{}", encoding="utf-8")
    assert build.main(["--data", str(folder)]) == 1
    message = capsys.readouterr().err
    for word in ("3 problems", "sunny", "it was long and dull", "ledger-2020-01-03-orphan"):
        assert word in message
