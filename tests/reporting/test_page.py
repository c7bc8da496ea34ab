import re
from dataclasses import replace
from html.parser import HTMLParser

from stancekit.evaluation import Score, evaluate_axis
from stancekit.records import StanceExplanation, WeighedSpan
from stancekit.reporting import (
    Curve,
    CurvePlot,
    ErrorCase,
    Flag,
    IntervalPlot,
    Section,
    Sentences,
    Table,
    WordLists,
    render_report,
)

VOID = {"meta", "path", "use", "rect", "br", "line", "stop"}


class Reader(HTMLParser):
    """Collects tags and ids, and raises where tags are not closed in order."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


def read(page):
    reader = Reader()
    reader.feed(page)
    return reader


def plain(page):
    without_tags = re.sub(r"<style>.*?</style>|<svg.*?</svg>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(without_tags.split())


def test_the_page_is_well_formed_and_its_ids_are_unique(report):
    two = replace(report, evaluations=report.evaluations * 2)
    reader = read(render_report(two))
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    # reliability, and risk at coverage, of either axis
    assert reader.tags.count("svg") == 4


def test_the_page_needs_nothing_else(report):
    page = render_report(report)
    assert not {"script", "link", "img", "iframe"} & set(read(page).tags)
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert not re.findall(r"url\((?!#)", page)
    assert "@import" not in page


def test_the_first_screen_answers_before_any_table(report):
    first = plain(render_report(report).split("<table")[0])
    for answer in (
        "0.92 macro F1, ",
        "120 rows in 30 groups",
        "Plumbing check, not field accuracy.",
        "Beats majority by",
        "Where not to trust it",
        "Beats every baseline on 1 of 1 axis: posture.",
    ):
        assert answer in first


def test_everything_given_is_told(report):
    told = plain(render_report(report))
    for fact in (
        "codebook talks",
        "by article_id",
        "480 rows",
        "120 rows in 1 group",
        "0123456789ab",
        "No article is on both sides.",
        "stancekit 0.1.0",
        "patrols +0.61",
        "keep −0.20",
        "for (0.70), gold is against · p7",
        "2026-03-01",
        "Looks at the test rows 2",
    ):
        assert fact.lower() in told.lower()


def test_unknown_facts_are_left_out(report):
    bare = replace(
        report.facts, date=None, family=None, codebook_name=None, seed=None, n_train=None
    )
    told = plain(render_report(replace(report, facts=bare)))
    assert "None" not in told.replace("None given.", "")
    for title in ("Date", "Family", "Codebook", "Training"):
        assert f" {title} " not in told


def test_text_of_users_is_escaped_wherever_it_stands(report):
    attack = "<script>alert('x')</script>&\""
    case = ErrorCase(
        id=attack,
        text=attack,
        axis=attack,
        gold=attack,
        predicted=attack,
        probability=0.7,
        explanation=StanceExplanation(
            label=attack,
            method="occlusion",
            score=0.5,
            spans=(WeighedSpan(0, len(attack), attack, 0.5),),
        ),
    )
    (evaluation,) = report.evaluations
    labels = (attack, "against", "none")
    changed = replace(
        evaluation,
        axis=attack,
        labels=labels,
        per_label=dict(zip(labels, evaluation.per_label.values(), strict=True)),
        prevalence=dict(zip(labels, evaluation.prevalence.values(), strict=True)),
    )
    facts = replace(
        report.facts, name=attack, data=attack, split_warning=attack, versions={attack: attack}
    )
    page = render_report(
        replace(
            report,
            title=attack,
            facts=facts,
            evaluations=(changed,),
            baselines={attack: {attack: evaluation}},
            differences={attack: {attack: Score(0.1, 0.05, 0.2)}},
            audit=(attack,),
            notes=(attack,),
            errors=(replace(case, before=attack, after=attack),),
            sections=(
                Section(
                    key=attack,
                    title=attack,
                    lead=attack,
                    parts=(
                        Table.of({"a": attack}, [{"a": attack}], caption=attack),
                        IntervalPlot(rows=((attack, Score(0.1)),), measure=attack),
                        CurvePlot(x=attack, y=attack, curves=(Curve(attack, ((1.0, Score(0)),)),)),
                        Sentences((attack,)),
                        WordLists(attack, {attack: (attack,)}),
                    ),
                ),
            ),
        )
    )
    reader = read(page)
    assert "script" not in reader.tags
    assert page.count("alert(") >= 15
    assert reader.open == []


def test_an_axis_without_gold_makes_a_page(report):
    empty = evaluate_axis(
        [None], [[0.5, 0.5]], axis="outlook", labels=["up", "down"], absent="down"
    )
    told = plain(render_report(replace(report, evaluations=(empty,))))
    assert "outlook: no score (undefined: no gold row counts for it)." in told


def test_an_interval_without_width_is_not_shown(report):
    (evaluation,) = report.evaluations
    metrics = {**evaluation.metrics, "accuracy": Score(1.0, 1.0, 1.0, "every resample is alike")}
    page = render_report(replace(report, evaluations=(replace(evaluation, metrics=metrics),)))
    assert "1.000 to 1.000" not in page.split("<h3>Labels")[0]


def test_the_same_report_gives_the_same_page(report):
    assert render_report(report) == render_report(report)


def test_sections_stand_behind_the_axes_and_in_the_navigation(report):
    score = Score(0.5, 0.4, 0.6)
    few = Score(None, note="too few rows (4)")
    table = Table.of(
        {"part": "outlet", "n": "rows", "a": "accuracy", "f1": "macro F1", "flag": "flag"},
        [
            {"part": "Herald", "n": 40, "a": score, "f1": score, "flag": Flag("errors go with it")},
            {"part": "other", "n": 4, "a": few, "f1": few},
        ],
    )
    sections = (
        Section(
            key="slices",
            title="Slices",
            lead="Parts of the rows.",
            parts=(table, IntervalPlot(rows=(("Herald", score),), measure="F1", reference=0.0)),
        ),
        Section(
            key="curve",
            title="Learning curve",
            parts=(
                CurvePlot(x="rows", y="F1", curves=(Curve("model", ((10.0, score),)),)),
                Sentences(("More helps.",)),
            ),
        ),
    )
    page = render_report(replace(report, sections=sections))
    reader = read(page)
    assert reader.open == []
    # those of the axis, and the curve
    assert reader.tags.count("svg") == 3
    assert len(reader.ids) == len(set(reader.ids))
    for place, section in enumerate(sections):
        assert f'<a href="#section-{place}">{section.title}</a>' in page
        assert f'id="section-{place}"' in page
    assert page.index('id="axis-0"') < page.index('id="section-0"') < page.index('id="measured"')
    told = plain(page)
    for words in ("Parts of the rows.", "errors go with it", "More helps.", "0.500 0.400 to 0.600"):
        assert words in told
    # both scores of the small slice are refused for one reason, which is told once
    assert page.count("no score: too few rows (4)") == 1
    assert 'colspan="2"' in page


def test_what_a_score_is_made_of_is_drawn_as_rings(report):
    rows = (("posture", Score(0.7, 0.6, 0.8)), ("outlook", Score(0.6)))
    plot = IntervalPlot(
        rows=rows, measure="F1", span=(0.5, 0.9), rings={"posture": (0.5, 0.7, 0.9)}
    )
    section = Section(key="s", title="s", parts=(plot,))
    page = render_report(replace(report, sections=(section,))).split('id="section-0"')[1]
    assert re.findall(r'<s style="left:([\d.]+)%"></s>', page) == ["0.0", "50.0", "100.0"]
    assert page.count("ringed") == 1


def test_a_report_without_scores_says_so_at_once(report):
    section = Section(key="tests", title="Tests", lead="2 of 3 passed.")
    page = render_report(
        replace(
            report, evaluations=(), baselines={}, differences={}, errors=(), sections=(section,)
        )
    )
    assert read(page).open == []
    assert "No labelled passage was scored. Tests: 2 of 3 passed." in plain(page)
    assert 'class="cards"' not in page
    assert "resamples" not in page


def test_a_wide_table_names_each_cell_for_a_narrow_screen(report):
    columns = {key: f"column {key}" for key in "abcde"}
    wide = Section(key="w", title="w", parts=(Table.of(columns, [dict.fromkeys("abcde", 1)]),))
    page = render_report(replace(report, sections=(wide,))).split('id="section-0"')[1]
    assert [f'data-title="column {key}"' in page for key in "abcde"] == [False, *[True] * 4]


def test_the_article_around_an_error_is_told(report):
    around = tuple(replace(one, before="Rain <fell>.", after="He left.") for one in report.errors)
    told = plain(render_report(replace(report, errors=around)))
    assert "before Rain &lt;fell&gt;." in told
    assert "after He left." in told
    assert 'class="side"' not in render_report(report)


def test_the_words_that_drove_an_error_are_marked_and_listed(report):
    page = render_report(report)
    told = plain(page)
    assert "What each word adds to the predicted label" in told
    assert "Words marked so speak for it, these against it" in told
    cases = page.split("Largest errors")[1]
    marked = re.findall(r"<mark[^>]*>([^<]*)</mark>", cases)
    assert marked == ["Words marked so", "these", "Keep", "patrols"]
    assert "patrols +0.61" in told
    assert "Keep −0.20" in told
    assert "before any word +0.08" in told
    assert "from the target" not in told  # it adds nothing here


def test_an_error_that_is_not_explained_is_its_text(report):
    bare = tuple(replace(case, explanation=None) for case in report.errors)
    page = render_report(replace(report, errors=bare))
    assert "<mark" not in page
    assert "“Keep the patrols,” said Baek Ro-eun." in plain(page)
