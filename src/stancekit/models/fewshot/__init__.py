"""The fewshot family: an encoder tuned on pairs of labelled passages, and regressions on it."""
