"""Measure where reading and attribution end: speed, growth, memory and damaged input.

    python experiments/benchmarks/attribution_limits.py speed BENCHMARKS
    python experiments/benchmarks/attribution_limits.py growth --articles data/talks/articles
    python experiments/benchmarks/attribution_limits.py memory --articles data/talks/articles
    python experiments/benchmarks/attribution_limits.py fuzz --articles data/talks/articles

Times are processor time, so that they hold on a machine that others use too. ``fuzz`` reads inputs
numbered from ``--start``; an input depends on its number alone, so that a run goes on where another
has stopped. It ends with status 1 where an input failed, and lists those in ``--failures``.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import math
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Final

from mutated_articles import faults, load_paragraphs, mutated
from rich.console import Console
from rich.progress import track
from rich.table import Table

from stancekit.articles import attribute
from stancekit.articles.reading import article_from_text

WORDS_OF_AN_ARTICLE: Final = 700
TFIDF: Final = 16_187
SIZES: Final = (10_000, 31_623, 100_000, 316_228, 1_000_000)
STEEPEST: Final = 1.25
LONGEST: Final = 5.0
NEGLIGIBLE: Final = 0.1
HANG: Final = 1.0
FEW, MANY = 10_000, 100_000
WORDS_OF_A_SHORT_ARTICLE: Final = 100
CLI: Final = """
import sys
from stancekit.cli import main
try:
    main()
finally:
    print(open("/proc/self/status").read(), file=sys.stderr)
"""
LETTERS: Final = "aeioubdkmn"


def processor_time(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun


def name(number: int) -> str:
    """Give one of a million surnames."""
    return "".join(LETTERS[int(digit)] for digit in str(number)).capitalize()


# Speed


def speed(options: argparse.Namespace) -> None:
    """Compare reading and attribution with two yardsticks of the same texts, round by round.

    A shared machine may be two or three times as slow on one day as on another. The second
    yardstick, TF-IDF of words and word pairs on passages of 60 words, does `TFIDF` passages a
    second where the machine has nothing else to do: the last column is what our rate is then.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    path = options.benchmarks / "real_articles" / "unlabelled.jsonl"
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    words = sum(len(row["text"].split()) for row in rows)
    token = re.compile(r"\w+|[^\w\s]")
    articles = [article_from_text(row["text"], title=row["title"]) for row in rows]

    every = " ".join(row["text"] for row in rows).split()
    passages = [" ".join(every[start : start + 60]) for start in range(0, len(every), 60)]
    tfidf = TfidfVectorizer(ngram_range=(1, 2)).fit(passages[:2000])

    def weigh() -> None:
        tfidf.transform(passages)

    def split() -> None:
        for row in rows:
            [(found.group(), found.start()) for found in token.finditer(row["text"])]

    def read() -> None:
        for row in rows:
            article_from_text(row["text"], title=row["title"], outlet=row["outlet"])

    def tell() -> None:
        for article in articles:
            attribute(article)

    tell()  # what is built once, at the first call, is no part of the speed
    calls = (split, weigh, read, tell)
    rounds = [[processor_time(call) for call in calls] for _ in range(options.rounds)]
    table = Table(
        "round",
        "split s",
        "read s",
        "attribute s",
        "articles a second",
        "times the split",
        "TF-IDF passages a second",
        f"articles at {TFIDF:,}",
    )
    for number, (plain, weighing, reading, telling) in enumerate(rounds, start=1):
        ours = reading + telling
        rate = words / WORDS_OF_AN_ARTICLE / ours
        weighed = len(passages) / weighing
        seconds = [f"{value:.2f}" for value in (plain, reading, telling)]
        table.add_row(
            str(number),
            *seconds,
            f"{rate:.0f}",
            f"{ours / plain:.1f}",
            f"{weighed:,.0f}",
            f"{rate * TFIDF / weighed:.0f}",
        )
    Console().print(table)


# Growth


def shuffled(paragraphs: Sequence[str], joint: str) -> Callable[[int], str]:
    """Give a text of a length made of paragraphs in random order, repeated as often as needed."""

    def text(length: int) -> str:
        draw, parts, total = random.Random(length), list[str](), 0
        while total < length:
            parts.append(draw.choice(paragraphs))
            total += len(parts[-1]) + len(joint)
        return joint.join(parts)[:length]

    return text


def repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def numbered(sentence: str) -> Callable[[int], str]:
    """Give a text of sentences with a new short name in each: 90,909 in a million characters."""
    return lambda length: "".join(
        itertools.islice(
            (sentence.replace("NAME", name(n)) for n in itertools.count(100_000)),
            length // (len(sentence) + 2),
        )
    )


def nested(opening: str, closing: str) -> Callable[[int], str]:
    def text(length: int) -> str:
        depth = length // (2 * len(opening))
        return opening * depth + closing * depth

    return text


def texts(paragraphs: Sequence[str]) -> dict[str, Callable[[int], str]]:
    """Give normal text first, then what may be slow, each for any length."""
    words = [re.sub(r"[.!?\u2026\n]", "", paragraph) for paragraph in paragraphs]
    unclosed = ['"' + re.sub(r"[\"\u201c\u201d]", "", paragraph) for paragraph in paragraphs]
    units = {
        "quotation marks": '"',
        "curly quotation marks": "\u201c",
        "single quotation marks": "'a ",
        "blanks inside lines": f"Oduya{' ' * 5000}left\n",
        "wrapped lines": "the line goes on in the next,\n",
        "new nouns": "Oduya, a pilot, said no. The pilot said no. ",
        "capitals": "A",
        "capitalised words": "Oduya ",
        "brackets": "[",
        "round brackets": "(",
        "digits": "7",
        "digits and points": "7.",
        "newlines": "\n",
        "one letter": "a",
        "one letter apart": "a ",
        "blanks": " ",
        "stops": ". ",
        "commas": "a, ",
        "hyphens": "a-",
        "apostrophes": "a'",
        "dashes": "Oduya \u2014 ",
        "cues": "said ",
        "cues with a subject": "she said ",
        "cues behind commas": "a pilot, says ",
        "according to": "according to ",
        "owners": "in Oduya's ",
        "relative clauses": "who ",
        "particles": "de ",
        "titles": "President ",
        "one sentence over and over": "Oduya said it sails. ",
        "one short line over and over": "Oduya\n",
        "mail addresses": "a.a@a.",
        "list items": "\u2022 It sails. It leaks. ",
        "pronouns": "She said no. ",
        "control characters": "\x00",
        "combining marks": "a\u0301\u0300",
        "right to left": "\u05d0\u05d1 ",
    }
    return {
        "articles": shuffled(paragraphs, "\n\n"),
        "one paragraph": shuffled(paragraphs, " "),
        "one sentence": shuffled(words, " "),
        "every quotation unclosed": shuffled(unclosed, "\n\n"),
        "nested brackets": nested("(", ")"),
        "nested brackets around words": nested("(a ", " b)"),
        "nested quotations": nested("\u201ca", "b\u201d"),
        "names, one paragraph": numbered("Ai NAME. "),
        "names, a paragraph each": numbered("Ai NAME came.\n\n"),
        "names that share a surname": numbered("NAME Odu. "),
        "names that share a surname, speaking": numbered("NAME Odu said. Odu said no. "),
        "names and pronouns": numbered("Ai NAME. She said no. "),
        "names that nest": numbered("Ai Odu NAME left. Odu said no. "),
        "captions": numbered("Photo: ferries of the port of NAME at sea.\n"),
        "quotations without a cue": numbered('Odu NAME said no. "It sails." '),
        **{label: repeated(unit) for label, unit in units.items()},
    }


def seconds_of(text: str) -> float:
    gc.collect()
    return processor_time(lambda: attribute(text))


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Give the slope of the line through the points, both axes in logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(max(value, 1e-4)) for value in seconds]
    middle, height = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - middle) * (b - height) for a, b in zip(x, y, strict=True))
    return above / sum((a - middle) ** 2 for a in x)


def growth(options: argparse.Namespace) -> None:
    """Time texts of 10 kB to 1 MB and fit the exponent; a text that grows too fast is marked."""
    made = texts(load_paragraphs(options.articles))
    attribute(made["articles"](SIZES[-1]))
    print(f"{'seconds for':<40}" + "".join(f"{size:>11,}" for size in SIZES) + "   exponent")
    for label, make in made.items():
        if options.only and options.only not in label:
            continue
        seconds: list[float] = []
        for size in SIZES:
            seconds.append(seconds_of(make(size)))
            if seconds[-1] > 4 * LONGEST:
                break
        slope = exponent(SIZES[: len(seconds)], seconds)
        held = seconds[-1] <= LONGEST and (slope <= STEEPEST or seconds[-1] < NEGLIGIBLE)
        cells = "".join(f"{value:>11.3f}" for value in seconds)
        print(f"{label:<40}{cells}{slope:>11.2f}{'' if held else '  too slow'}", flush=True)


# Memory


def short_articles(paragraphs: Sequence[str], n: int) -> Iterator[str]:
    """Give articles of some 100 words whose names are new, as those of news are."""
    draw = random.Random(0)
    for number in range(n):
        speaker = f"{name(number % 977 + 100)} {name(number + 100_000)}"
        parts = [f"{speaker}, a {name(number).lower()}, said it sails."]
        while sum(len(part.split()) for part in parts) < WORDS_OF_A_SHORT_ARTICLE:
            parts.append(draw.choice(paragraphs))
        yield "\n\n".join(parts)


def resident(which: str) -> float:
    """Give a memory of this process in MiB: ``VmRSS`` is that of now, ``VmHWM`` the most so far."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(rf"{which}:\s+(\d+) kB", status)[0]) / 2**10


def memory(options: argparse.Namespace) -> None:
    """Compare memory after 10,000 articles with that after 100,000, of one way or of all."""
    paragraphs = load_paragraphs(options.articles)
    ways: dict[str, Callable[[Sequence[str]], Iterator[float]]] = {"attribute()": in_process}
    for verb, *flags in (("attribute",), ("read", "--dates")):
        for source in ("FILE", "-"):
            command = [verb, *flags, source]
            ways[f"stancekit {' '.join(command)}"] = partial(through_cli, command)
    table = Table("way", f"after {FEW:,}, MiB", f"after {MANY:,}, MiB", "grown by")
    for way, measure in ways.items():
        if not options.only or options.only in way:
            few, many = measure(paragraphs)
            table.add_row(way, f"{few:.1f}", f"{many:.1f}", f"{many / few - 1:.1%}")
            Console(stderr=True).print(f"{way}: {few:.1f} and {many:.1f} MiB")
    Console().print(table)


def in_process(paragraphs: Sequence[str]) -> Iterator[float]:
    for number, text in enumerate(short_articles(paragraphs, MANY), start=1):
        attribute(text)
        if number in (FEW, MANY):
            yield resident("VmRSS")


def through_cli(command: Sequence[str], paragraphs: Sequence[str]) -> Iterator[float]:
    """Give the most memory that the whole program held, for few rows and then for many."""
    for n in (FEW, MANY):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "rows.jsonl"
            with path.open("w", encoding="utf-8") as rows:
                for number, text in enumerate(short_articles(paragraphs, n), start=1):
                    row = {"id": str(number), "date": "2024-06-01", "text": text}
                    rows.write(json.dumps(row) + "\n")
            yield peak([str(path) if word == "FILE" else word for word in command], path)


def peak(arguments: Sequence[str], rows: Path) -> float:
    """Give the most memory in MiB of a run of the program with `rows` at its standard input.

    The program tells it itself, at its end: what the system tells of a child that has ended counts
    the memory of the parent that it was forked from.
    """
    with rows.open("rb") as given, tempfile.TemporaryFile("w+") as told:
        command = [sys.executable, "-c", CLI, *arguments]
        subprocess.run(command, stdin=given, stdout=subprocess.DEVNULL, stderr=told, check=True)
        told.seek(0)
        return int(re.findall(r"VmHWM:\s+(\d+) kB", told.read())[-1]) / 2**10


# Damaged input


class HangError(Exception):
    """An input took longer than it may."""


def _interrupt(_: int, __: FrameType | None) -> None:
    raise HangError


def fuzz(options: argparse.Namespace) -> None:
    """Read damaged articles; note an exception, a hang and whatever does not hold of the result."""
    paragraphs = load_paragraphs(options.articles)
    signal.signal(signal.SIGVTALRM, _interrupt)
    stop, failed, characters = options.start + options.count, 0, 0
    begun, slowest = time.process_time(), 0.0
    for number in track(range(options.start, stop), console=Console(stderr=True)):
        article = mutated(number, paragraphs)
        characters += len(article.text)
        here = time.process_time()
        found = checked(lambda article=article: list(faults(article)))
        slowest = max(slowest, time.process_time() - here)
        if found:
            failed += 1
            with options.failures.open("a", encoding="utf-8") as file:
                row = {"number": number, "faults": found, "text": article.text}
                file.write(json.dumps(row) + "\n")
    seconds = time.process_time() - begun
    print(
        f"inputs {options.start:,} to {stop - 1:,}: {failed} failed; "
        f"{characters / 1e6:.0f} million characters, {seconds:.0f} s, slowest {slowest:.3f} s"
    )
    sys.exit(failed > 0)


def checked(call: Callable[[], list[str]]) -> list[str]:
    """Give what a call finds, or the exception that ends it."""
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
    try:
        return call()
    except HangError:
        return [f"took longer than {HANG} s"]
    except Exception:
        return [traceback.format_exc()]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    limits = parser.add_subparsers(required=True)
    limit = limits.add_parser("speed")
    limit.add_argument("benchmarks", type=Path)
    limit.add_argument("--rounds", type=int, default=3)
    limit.set_defaults(measure=speed)
    for measure in (growth, memory, fuzz):
        limit = limits.add_parser(measure.__name__)
        limit.add_argument("--articles", type=Path, default=Path("data/talks/articles"))
        limit.set_defaults(measure=measure)
        if measure in (growth, memory):
            limit.add_argument("--only", help="texts or ways whose name holds this")
        if measure is fuzz:
            limit.add_argument("--start", type=int, default=0)
            limit.add_argument("--count", type=int, default=10_000)
            limit.add_argument("--failures", type=Path, default=Path("failures.jsonl"))
    options = parser.parse_args()
    options.measure(options)


if __name__ == "__main__":
    main()
