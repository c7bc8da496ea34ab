"""Model families behind one contract: fit, predict, save, load."""

from stancekit.models.contract import StanceModel, StanceScorer
from stancekit.models.families import FAMILIES, build_model, family_options
from stancekit.models.folder import read_manifest
from stancekit.models.saving import load_model, save_model

__all__ = [
    "FAMILIES",
    "StanceModel",
    "StanceScorer",
    "build_model",
    "family_options",
    "load_model",
    "read_manifest",
    "save_model",
]
