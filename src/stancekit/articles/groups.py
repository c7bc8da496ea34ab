"""Whom "they" and "some" mean: those who spoke together, a plural near, or the group before."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from stancekit.articles.discourse import Discourse
from stancekit.articles.extraction import Extract
from stancekit.articles.mentions import Mention, read_mention
from stancekit.articles.names import is_role_noun
from stancekit.articles.phrases import Phrase
from stancekit.articles.told import Told, because
from stancekit.articles.told_nouns import told_noun

_MOST_SENTENCES: Final = 3


def together(discourse: Discourse, extract: Extract, phrase: Phrase) -> list[Told | None]:
    """Give the people who spoke with one voice last, whom "they" and "the authors" mean."""
    people = [told for told in discourse.spoke_together if told.speaker.name is not None]
    if len(people) < 2 or discourse.last_near is None:
        return []
    tokens = extract.sentence.tokens
    mention = read_mention(tokens, phrase)
    pair = mention.head == "they" or (mention.determiner == "the" and mention.is_plural)
    if not pair or any(token.tag == "name" for token in tokens[phrase.start : phrase.end]):
        return []
    told = mention.before or mention.head
    return [because(one, f"{told!r}: those who spoke together last") for one in people]


def group_before(discourse: Discourse, extract: Extract) -> Told | None:
    """Give whom "some" and "others" are part of: "Experts are split. Some say no."."""
    begin = extract.sentence.tokens[0].start
    here = bisect_left(discourse.sentences, begin, key=lambda sentence: sentence.tokens[0].start)
    for sentence in reversed(discourse.sentences[max(0, here - _MOST_SENTENCES) : here]):
        subject = sentence.subject
        meant = None if subject is None else read_mention(sentence.tokens, subject)
        if meant is not None and meant.kind == "noun" and meant.is_plural:
            group = told_noun(meant, extract.kind, discourse.paragraph)
            reason = f"part of {meant.before!r}, a sentence before"
            return group and because(group, reason) if is_role_noun(meant.head) else None
    return None


def plural_subject(discourse: Discourse, mention: Mention, extract: Extract) -> Told | None:
    """Give whom "they" means where its own sentence has a plural subject before it."""
    if mention.head != "they" or extract.phrase is None:
        return None
    subject = extract.sentence.subject
    if subject is None or subject.end > extract.phrase.start:
        return None
    meant = read_mention(extract.sentence.tokens, subject)
    known = meant.kind == "noun" and meant.is_plural and is_role_noun(meant.head)
    told = told_noun(meant, extract.kind, discourse.paragraph) if known else None
    return told and because(told, f"pronoun 'they': {meant.before!r}, its sentence's subject")
