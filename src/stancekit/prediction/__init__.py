"""The predictor: loads a model from anywhere, predicts passages and tags articles."""

from stancekit.prediction.locate import ResolvedModel, resolve_model
from stancekit.prediction.predictor import ModelInfo, Predictor

__all__ = ["ModelInfo", "Predictor", "ResolvedModel", "resolve_model"]
