"""Labelled passages: load, check, split, audit; how annotators agree, and what they say as one."""

from stancekit.corpus.aggregation import (
    Aggregation,
    AggregationMethod,
    AnnotatorReliability,
    AxisAggregation,
    aggregate,
)
from stancekit.corpus.agreement import measure_agreement
from stancekit.corpus.agreement_results import (
    AxisAgreement,
    Disagreement,
    LabelAgreement,
    reading_of,
)
from stancekit.corpus.annotator_pairs import PairAgreement
from stancekit.corpus.audit import Crossing, CrossingKind, SplitAudit, audit_split
from stancekit.corpus.axis_adjudications import AdjudicationState, adjudication_state
from stancekit.corpus.check import CorpusCheck, LabelConflict, check_corpus
from stancekit.corpus.corpus import Corpus
from stancekit.corpus.duplicates import NearDuplicate, duplicate_clusters, near_duplicate_pairs
from stancekit.corpus.exchange import export_tasks, import_annotations, tool_configuration
from stancekit.corpus.lengths import TokenLengths, token_lengths
from stancekit.corpus.loading import load_corpus
from stancekit.corpus.schemes import Scheme, scheme_folds
from stancekit.corpus.splits import Split, SplitKind, group_folds, split_by_column, split_corpus
from stancekit.corpus.suggest import Suggestion, suggest_passages

__all__ = [
    "AdjudicationState",
    "Aggregation",
    "AggregationMethod",
    "AnnotatorReliability",
    "AxisAggregation",
    "AxisAgreement",
    "Corpus",
    "CorpusCheck",
    "Crossing",
    "CrossingKind",
    "Disagreement",
    "LabelAgreement",
    "LabelConflict",
    "NearDuplicate",
    "PairAgreement",
    "Scheme",
    "Split",
    "SplitAudit",
    "SplitKind",
    "Suggestion",
    "TokenLengths",
    "adjudication_state",
    "aggregate",
    "audit_split",
    "check_corpus",
    "duplicate_clusters",
    "export_tasks",
    "group_folds",
    "import_annotations",
    "load_corpus",
    "measure_agreement",
    "near_duplicate_pairs",
    "reading_of",
    "scheme_folds",
    "split_by_column",
    "split_corpus",
    "suggest_passages",
    "token_lengths",
    "tool_configuration",
]
