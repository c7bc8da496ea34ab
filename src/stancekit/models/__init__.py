"""Model families behind one contract: fit, predict, save, load."""

from stancekit.models.contract import StanceModel, StanceScorer
from stancekit.models.families import FAMILIES, build_model, family_options
from stancekit.models.folder import read_manifest
from stancekit.models.recarding import replace_card
from stancekit.models.saving import load_model, save_model
from stancekit.models.seen import find_seen

__all__ = [
    "FAMILIES",
    "StanceModel",
    "StanceScorer",
    "build_model",
    "family_options",
    "find_seen",
    "load_model",
    "read_manifest",
    "replace_card",
    "save_model",
]
