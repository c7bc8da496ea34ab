"""A marked-up article → its raw text in ``articles/`` and its gold in ``gold/``.

An author writes the article once and marks who says what where it stands, so that no string has
to be copied by hand:

    id: kestrel-2023-05-04-empty-chair
    outlet: Kestrel News
    date: 2023-05-04
    cluster: empty-chair-2023
    subject: korea
    speaker baek: Baek Ro-eun | Hangang Forum | expert | named
    speaker aide: - | Unification Ministry | official | unnamed_individual
    ---
    title|Headline of the article
    byline|By A. Reporter

    body|{s1 Baek Ro-eun, a fellow at the Hangang Forum,} {c1 said} {t1 the line would stay dead}.
    @1 baek | none pessimistic neutral

``KIND|`` opens every non-empty line. ``{s1 ...}``, ``{c1 ...}`` and ``{t1 ...}`` are source, cue
and content of the paragraph's attribution 1; ``{s1,2 ...}`` belongs to two; they may be nested.
An ``@`` line under a paragraph gives one statement: its attributions, speaker and intended
labels on the axes in the codebook's order. A third part overrides the mode that the quotation
marks show: ``| 1=according_to``.

python experiments/talks/markup.py FILE...    # write both files, if nothing is wrong
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checks import check_source
from gold import GoldArticle, GoldAttribution, Source
from placement import PlacementError, place
from pydantic import ValidationError

from stancekit.codebook import Codebook
from stancekit.records import Span

DATA = Path(__file__).parents[2] / "data" / "talks"
_QUOTES = "\"“”‘’'"  # noqa: RUF001
_OPEN = re.compile(r"\{([sct])([1-9](?:,[1-9])*) ")
_PARTS = {"s": "source", "c": "cue", "t": "content"}


class MarkupError(ValueError):
    """A marked-up article that cannot be read; the message says where and why."""


@dataclass
class Paragraph:
    """A body line without its marks, and what they marked."""

    text: str
    spans: dict[int, dict[str, list[Span]]]
    statements: list[str] = field(default_factory=list)


def read_markup(path: Path) -> tuple[str, dict[str, Any], list[Paragraph]]:
    """Give the raw text, the header and the paragraphs of a marked-up article."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    header: dict[str, Any] = {"speakers": {}}
    for line in head.splitlines():
        key, _, value = line.partition(":")
        if key.startswith("speaker "):
            header["speakers"][key.removeprefix("speaker ").strip()] = value.strip()
        else:
            header[key.strip()] = value.strip()
    lines, kinds, paragraphs = [], [], []
    for number, line in enumerate(body.splitlines(), start=head.count("\n") + 3):
        if line.startswith("@"):
            if not paragraphs or not kinds or kinds[-1] != "body":
                raise MarkupError(
                    f"{path.name}, line {number}: an @ line without a body line above"
                )
            paragraphs[-1].statements.append(line)
        elif not line.strip():
            lines.append("")
        else:
            kind, bar, text = line.partition("|")
            if not bar:
                raise MarkupError(f"{path.name}, line {number}: no KIND| at its start")
            kinds.append(kind)
            if kind == "body":
                paragraphs.append(parse_paragraph(text.strip(), f"{path.name}, line {number}"))
                text = paragraphs[-1].text
            lines.append(text.strip())
    header["blocks"] = kinds
    return "\n".join(lines).strip("\n") + "\n", header, paragraphs


def parse_paragraph(marked: str, where: str) -> Paragraph:
    """Take the marks out of a body line and keep what they spanned."""
    text: list[str] = []
    spans: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    stack: list[tuple[str, list[int], int]] = []
    position = length = 0
    while position < len(marked):
        match = _OPEN.match(marked, position)
        if match:
            numbers = [int(number) for number in match[2].split(",")]
            stack.append((_PARTS[match[1]], numbers, length))
            position = match.end()
            continue
        if marked[position] == "}":
            if not stack:
                raise MarkupError(
                    f"{where}: a closing brace too many at {marked[:position][-30:]!r}"
                )
            part, numbers, start = stack.pop()
            for number in numbers:
                spans[number][part].append((start, length))
        elif marked[position] == "{":
            raise MarkupError(f"{where}: an unknown mark at {marked[position:][:20]!r}")
        else:
            text.append(marked[position])
            length += 1
        position += 1
    if stack:
        raise MarkupError(f"{where}: a mark is not closed: {stack[-1][0]} {stack[-1][1]}")
    return Paragraph(text="".join(text), spans=spans)


def to_gold(path: Path, codebook: Codebook) -> tuple[str, dict[str, Any]]:
    """Give the raw text and the gold of a marked-up article."""
    text, header, paragraphs = read_markup(path)
    titles = [
        line
        for kind, line in zip(header["blocks"], filter(None, text.splitlines()), strict=True)
        if kind == "title"
    ]
    if not titles:
        raise MarkupError(f"{path.name}: no title line")
    statements = [
        statement
        for index, paragraph in enumerate(paragraphs)
        for statement in _statements(index, paragraph, header["speakers"], codebook, path.name)
    ]
    return text, {
        "article_id": header.get("id"),
        "outlet": header.get("outlet"),
        "date": header.get("date"),
        "title": titles[0],
        "cluster_id": header.get("cluster"),
        "subject": header.get("subject"),
        "blocks": header["blocks"],
        "statements": statements,
    }


def _statements(
    index: int, paragraph: Paragraph, speakers: dict[str, str], codebook: Codebook, name: str
) -> Iterator[dict[str, Any]]:
    used: list[int] = []
    for line in paragraph.statements:
        where = f"{name}, paragraph {index}, {line!r}"
        numbers_and_key, *rest = (part.strip() for part in line[1:].split("|"))
        numbers, _, key = numbers_and_key.partition(" ")
        labels = rest[0].split() if rest else []
        if key.strip() not in speakers or len(labels) != len(codebook.axes):
            raise MarkupError(
                f"{where}: expected '@1,2 KEY | {' '.join(codebook.axes)}' with a KEY of the "
                f"header: {sorted(speakers)}"
            )
        speaker, affiliation, role, naming = (
            None if part.strip() == "-" else part.strip()
            for part in speakers[key.strip()].split("|")
        )
        modes = dict(pair.split("=") for pair in rest[1].split()) if len(rest) > 1 else {}
        own = [int(number) for number in numbers.split(",")]
        used.extend(own)
        yield {
            "paragraph": index,
            "speaker": speaker,
            "affiliation": affiliation,
            "role": role,
            "naming": naming,
            "attributions": [
                _attribution(paragraph, number, modes.get(str(number)), where) for number in own
            ],
            "intended": dict(zip(codebook.axes, labels, strict=True)),
        }
    if sorted(used) != sorted(paragraph.spans):
        raise MarkupError(
            f"{name}, paragraph {index}: marks {sorted(paragraph.spans)} and @ lines "
            f"{sorted(used)} do not match"
        )


def _attribution(paragraph: Paragraph, number: int, mode: str | None, where: str) -> dict[str, Any]:
    spans = paragraph.spans.get(number)
    if not spans or not spans.get("content"):
        raise MarkupError(f"{where}: attribution {number} has no content mark")
    found: dict[str, Any] = {
        part: [paragraph.text[start:end] for start, end in sorted(spans.get(part, []))]
        for part in ("source", "cue", "content")
    }
    found["mode"] = mode or _shown_mode(found)
    attribution = GoldAttribution.model_validate(found)
    try:
        placed = place(paragraph.text, (0, len(paragraph.text)), attribution)
    except PlacementError as error:
        raise MarkupError(f"{where}: {error}; lengthen or reword it") from error
    for part in ("source", "cue", "content"):
        if list(getattr(placed, part)) != sorted(spans.get(part, [])):
            raise MarkupError(
                f"{where}: {part} {found[part]} stands in the paragraph more than once; mark "
                "more words or reword"
            )
    return found


def _shown_mode(found: dict[str, Any]) -> str:
    if not found["source"] and not found["cue"]:
        return "continuation"
    if any(cue.lower().startswith("according to") for cue in found["cue"]):
        return "according_to"
    if all(content[0] in _QUOTES for content in found["content"]):
        return "direct"
    is_quoted = any(mark in content for content in found["content"] for mark in '"“”')
    return "mixed" if is_quoted else "indirect"


def convert(path: Path, folder: Path, codebook: Codebook) -> list[str]:
    """Write one article and its gold, or say what is wrong with it."""
    try:
        text, content = to_gold(path, codebook)
        gold = GoldArticle.model_validate(content)
    except (MarkupError, ValidationError, ValueError) as error:
        return [f"{path.name}: {error}"]
    name = gold.article_id
    problems = check_source(Source(name=f"{name}.json", text=text, gold=gold), codebook)
    if problems:
        return [str(problem) for problem in problems]
    (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    rendered = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    (folder / "gold" / f"{name}.json").write_text(rendered, encoding="utf-8", newline="\n")
    return []


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the corpus")
    options = parser.parse_args()
    codebook = Codebook.load(options.data / "codebook.yaml")
    problems = [p for path in options.files for p in convert(path, options.data, codebook)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
