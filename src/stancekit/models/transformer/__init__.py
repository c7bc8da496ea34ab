"""The transformer family: a pretrained encoder fine-tuned with one head an axis."""
