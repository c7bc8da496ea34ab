"""Which passages to label next: uncertain ones, different ones, rare labels, and their mix."""

from stancekit.corpus.suggest.suggestions import (
    STRATEGIES,
    Strategy,
    Suggestion,
    suggest_passages,
)

__all__ = ["STRATEGIES", "Strategy", "Suggestion", "suggest_passages"]
