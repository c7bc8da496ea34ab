"""Saved models whose probabilities are averaged."""
