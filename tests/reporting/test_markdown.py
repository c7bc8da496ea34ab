import re
from dataclasses import replace

import pytest

from stancekit.evaluation import Score
from stancekit.reporting import (
    Curve,
    CurvePlot,
    Flag,
    IntervalPlot,
    Section,
    Sentences,
    Table,
    WordLists,
    render_markdown,
    render_report,
)
from stancekit.reporting.markdown_text import one_line


def test_it_tells_what_the_page_tells(report):
    told = render_markdown(report)
    for words in (
        "# Evaluation of talks-linear\n",
        "Plumbing check, not field accuracy.",
        "Beats every baseline on 1 of 1 axis: posture.",
        "- posture: Beats majority by",
        "## Where not to trust it",
        "## posture\n",
        "### All scores",
        "| Accuracy (share of rows with the right label) | 0.917 (",
        "| none (not expressed) |",
        "| none | 10 (25%) | 0 (0%) | 30 (75%) |",
        "**for** (0.70), gold is **against** · p7",
        "Words: patrols +0.61; Keep −0.20; the +0.01; before any word +0.08",
        "- Codebook: talks, version 1.0.0 (0123456789ab)",
        "- No article is on both sides.",
    ):
        assert words in told


def test_it_has_every_heading_of_the_page(report):
    more = replace(report, sections=(Section(key="slices", title="Slices"),))
    headings = re.findall(r"<h[1-6][^>]*>([^<]*)</h", render_report(more))
    told = re.findall(r"^#+ (.*)$", render_markdown(more), re.MULTILINE)
    cards = [evaluation.axis for evaluation in report.evaluations]
    assert headings == [told[0], *cards, *told[1:]]


def test_tables_have_as_many_cells_as_titles(report):
    for block in re.findall(r"(?:^\|.*\n)+", render_markdown(report), re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1


def test_each_part_of_a_section_is_told(report):
    score = Score(0.5, 0.4, 0.6)
    section = Section(
        key="more",
        title="More",
        lead="What was looked at, too.",
        parts=(
            Table.of(
                {"a": "part", "f": "flag"}, [{"a": "x|y", "f": Flag("fails")}], caption="Parts"
            ),
            Sentences(("Listed.",), is_list=True),
            Sentences(("Told.",)),
            WordLists("Words of a list", {"a|b": ("deal", "talks"), "none": ()}),
            IntervalPlot(rows=(("drawn alone", score),), measure="F1"),
            IntervalPlot(rows=(("in a table", score),), measure="F1", is_tabled=True),
            CurvePlot(x="rows", y="F1", curves=(Curve("model", ((10.0, score),)),)),
        ),
        sections=(Section(key="inner", title="Inner", parts=(Sentences(("Deep.",)),)),),
    )
    told = render_markdown(replace(report, sections=(section,)))
    for words in (
        "\n## More\n\nWhat was looked at, too.\n",
        "\nParts\n\n| part | flag |\n| --- | --- |\n| x\\|y | fails |\n",
        "\n- Listed.\n",
        "\nTold.\n",
        "\n**Words of a list**\n\n- a\\|b: deal, talks\n- none: none\n",
        "| drawn alone | 0.500 (0.400 to 0.600) |",
        "| 10 | 0.500 (0.400 to 0.600) |",
        "\n### Inner\n\nDeep.\n",
    ):
        assert words in told
    assert "in a table" not in told


def test_the_article_around_an_error_is_quoted(report):
    around = tuple(replace(one, before="Rain fell.", after="He left.") for one in report.errors)
    told = render_markdown(replace(report, errors=around))
    assert (
        "> *before:* Rain fell.\n>\n> “Keep the patrols,” said Baek Ro-eun.\n>\n> *after:* He left."
    ) in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a | b", "a \\| b"),
        ("<img src=x>", "\\<img src=x>"),
        ("![x](http://y)", "!\\[x\\](http://y)"),
        ("# heading", "\\# heading"),
        ("two\nlines", "two lines"),
        ("1. item", "1\\. item"),
        ("0.5 of them", "0.5 of them"),
        ("- item", "\\- item"),
        ("macro_f1", "macro_f1"),
        ("a\\", "a\\\\"),
    ],
)
def test_text_of_users_changes_no_layout(text, told):
    assert one_line(text) == told


def test_a_hostile_report_keeps_its_layout(report):
    attack = "x\n\n# Heading | <script>alert(1)</script>"
    cases = tuple(
        replace(one, text=attack, id=attack, before=attack, explanation=None)
        for one in report.errors
    )
    changed = replace(report, title=attack, notes=(attack,), audit=(attack,), errors=cases)
    told = render_markdown(changed)
    headings = re.findall(r"^#+ .*$", told, re.MULTILINE)
    assert headings[1:] == re.findall(r"^#+ .*$", render_markdown(report), re.MULTILINE)[1:]
    assert "<script" not in told.replace("\\<script", "")


def test_the_same_report_gives_the_same_markdown(report):
    assert render_markdown(report) == render_markdown(report)
