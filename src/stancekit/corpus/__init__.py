"""Labelled passages: load, check, split, audit."""

from stancekit.corpus.audit import Crossing, SplitAudit, audit_split
from stancekit.corpus.check import CorpusCheck, LabelConflict, check_corpus
from stancekit.corpus.corpus import Corpus
from stancekit.corpus.duplicates import NearDuplicate, duplicate_clusters, near_duplicate_pairs
from stancekit.corpus.loading import load_corpus
from stancekit.corpus.splits import Split, group_folds, split_corpus

__all__ = [
    "Corpus",
    "CorpusCheck",
    "Crossing",
    "LabelConflict",
    "NearDuplicate",
    "Split",
    "SplitAudit",
    "audit_split",
    "check_corpus",
    "duplicate_clusters",
    "group_folds",
    "load_corpus",
    "near_duplicate_pairs",
    "split_corpus",
]
