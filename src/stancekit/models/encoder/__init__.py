"""The encoder family: a frozen pretrained encoder, and logistic regressions on what it gives."""
