"""The hand-written gold files of data/talks: what they hold and how they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from stancekit.errors import RowProblem
from stancekit.records import BlockKind, Mode, Naming, Role, Span

Words = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldAttribution(_Strict):
    """One source, cue and content, as verbatim strings of the paragraph."""

    source: tuple[Words, ...]
    cue: tuple[Words, ...]
    content: tuple[Words, ...] = Field(min_length=1)
    mode: Mode


class GoldStatement(_Strict):
    """What one speaker says in one paragraph."""

    paragraph: int = Field(ge=0)
    speaker: Words | None
    affiliation: Words | None
    role: Role
    naming: Naming
    attributions: tuple[GoldAttribution, ...] = Field(min_length=1)
    intended: dict[str, str]
    """The label that the writer had in mind, by axis; the gold labels are the annotators'."""

    @property
    def mode(self) -> Mode:
        """The mode that all attributions share, else ``mixed``."""
        modes = {attribution.mode for attribution in self.attributions}
        return modes.pop() if len(modes) == 1 else "mixed"


class GoldArticle(_Strict):
    """The gold of one article."""

    article_id: Words
    outlet: Words
    date: date
    title: Words
    cluster_id: Words
    subject: Literal["korea", "gulf", "maritime", "trade"]
    blocks: tuple[BlockKind, ...]
    statements: tuple[GoldStatement, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Source:
    """An article's raw text beside its gold."""

    name: str
    """The gold file's name: where problems are reported."""
    text: str
    gold: GoldArticle

    @property
    def lines(self) -> list[Span]:
        """The non-empty lines without their outer white space."""
        return list(_line_spans(self.text))

    def lines_of(self, kind: BlockKind) -> list[Span]:
        """The lines of one kind in order; those of ``body`` are the paragraphs."""
        pairs = zip(self.gold.blocks, self.lines, strict=False)
        return [span for block, span in pairs if block == kind]


def read_sources(folder: Path) -> tuple[list[Source], list[RowProblem]]:
    """Read every article with its gold in id order, and say which could not be read."""
    ids = sorted({path.stem for path in (folder / "articles").glob("*.txt")})
    orphans = sorted({path.stem for path in (folder / "gold").glob("*.json")} - set(ids))
    problems = [
        RowProblem(f"{name}.json", None, None, "no article", f"articles/{name}.txt")
        for name in orphans
    ]
    sources = []
    for name in ids:
        found = _read_source(folder, name)
        if isinstance(found, Source):
            sources.append(found)
        else:
            problems.extend(found)
    return sources, problems


def _read_source(folder: Path, name: str) -> Source | list[RowProblem]:
    gold_path = folder / "gold" / f"{name}.json"
    try:
        content = json.loads(gold_path.read_text(encoding="utf-8"))
        gold = GoldArticle.model_validate(content)
    except FileNotFoundError:
        return [RowProblem(f"{name}.txt", None, None, "no gold", f"gold/{name}.json")]
    except json.JSONDecodeError as error:
        return [RowProblem(gold_path.name, error.lineno, None, error.msg, "JSON")]
    except ValidationError as error:
        return [_describe(gold_path.name, problem) for problem in error.errors()]
    # Read as bytes: text mode would turn CRLF into LF and move every offset.
    text = (folder / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
    return Source(name=gold_path.name, text=text, gold=gold)


def _describe(name: str, problem: Any) -> RowProblem:
    place = ".".join(str(part) for part in problem["loc"])
    return RowProblem(name, None, place, repr(problem["input"])[:80], problem["msg"])


def _line_spans(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            offset = start + line.index(stripped)
            yield offset, offset + len(stripped)
        start += len(line) + 1
