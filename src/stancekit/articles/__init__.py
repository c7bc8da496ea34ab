"""Articles: from text or HTML to blocks, paragraphs and statements with their speakers."""

from stancekit.articles.alias_suggestions import AliasFinder
from stancekit.articles.alias_table import (
    Alias,
    agreed_names,
    merge_aliases,
    read_aliases,
    with_agreed_name,
    write_aliases,
)
from stancekit.articles.article_dates import article_dates
from stancekit.articles.attribution import attribute
from stancekit.articles.explanations import explanation_of
from stancekit.articles.reading import read_article
from stancekit.articles.sentences import sentence_spans, statement_text
from stancekit.articles.sources import read_articles
from stancekit.articles.statements import statements

__all__ = [
    "Alias",
    "AliasFinder",
    "agreed_names",
    "article_dates",
    "attribute",
    "explanation_of",
    "merge_aliases",
    "read_aliases",
    "read_article",
    "read_articles",
    "sentence_spans",
    "statement_text",
    "statements",
    "with_agreed_name",
    "write_aliases",
]
