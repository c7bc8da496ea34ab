"""Entailment models that test the hypotheses of a codebook, without any training row."""
