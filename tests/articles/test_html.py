import pytest

from stancekit.articles import article_dates, read_article

pytest.importorskip("trafilatura")

BODY = "".join(
    f"<p>Envoys met for the {n} time in Harborton, and talks about the corridor went on until "
    "late in the evening, said Ines Oduya, a fellow at the Hangang Forum.</p>"
    for n in ("first", "second", "third", "fourth")
)
META = """
<meta property="og:title" content="Envoys Meet Again in Harborton">
<meta property="og:site_name" content="The Ferrow Post">
<meta name="author" content="Colm Farraday">
<meta property="article:published_time" content="2021-05-03T16:04:00+09:00">
"""
MODIFIED = '<meta property="article:modified_time" content="2021-05-05T09:10:00+09:00">'
LINKED = """
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Envoys Meet Again in Harborton", "datePublished": "2021-05-03T16:04:00Z",
"dateModified": "2021-05-06T09:10:00Z", "author": {"@type": "Person", "name": "Colm Farraday"},
"publisher": {"@type": "Organization", "name": "The Ferrow Post"}}</script>
"""


@pytest.fixture
def page(tmp_path):
    def write(head="", body=BODY):
        path = tmp_path / "page.html"
        path.write_text(
            f"<html><head>{head}</head><body><nav>Home</nav><article>{body}</article></body></html>"
        )
        return read_article(path)

    return write


@pytest.mark.parametrize(
    ("head", "modified"),
    [
        pytest.param(META, None, id="meta"),
        pytest.param(META + MODIFIED, "2021-05-05", id="meta, modified"),
        pytest.param(LINKED, "2021-05-06", id="linked data"),
    ],
)
def test_the_metadata_of_a_page(page, head, modified):
    article = page(head)
    assert article.title == "Envoys Meet Again in Harborton"
    assert article.outlet == "The Ferrow Post"
    assert article.byline == "Colm Farraday"
    assert (article.date, article.modified) == ("2021-05-03", modified)
    assert len(article.paragraphs) == 4
    dates = article_dates(article)
    assert (dates.published, dates.modified) == ("2021-05-03", modified)


@pytest.mark.parametrize(
    ("head", "modified"),
    [
        ('<meta property="og:updated_time" content="2021-05-05">', "2021-05-05"),
        ('<meta itemprop="dateModified" content="May 5, 2021">', "2021-05-05"),
        ('<meta http-equiv="last-modified" content="2024-11-03">', None),
        ('<meta property="article:modified_time" content="soon">', None),
        ('<meta property="article:modified_time">', None),
        ('<script type="application/ld+json"></script>', None),
    ],
)
def test_the_day_of_modification(page, head, modified):
    assert page(META + head).modified == modified


def test_a_time_element_tells_too(page):
    time = '<time itemprop="dateModified" datetime="2021-05-07T10:00Z">Friday</time>'
    assert page(META, time + BODY).modified == "2021-05-07"


def test_a_page_saved_years_later(page):
    stamp = META.replace("2021-05-03", "2024-11-03")
    dated = "<p>The envoys met on June 12, 2018, and again on February 27, 2019, in Harborton.</p>"
    dates = article_dates(page(stamp, BODY + dated))
    assert (dates.stamped, dates.published) == ("2024-11-03", None)
    assert dates.likely_crawl_date


def test_a_bare_page_has_no_metadata(page):
    article = page()
    assert (article.outlet, article.byline, article.modified) == (None, None, None)
