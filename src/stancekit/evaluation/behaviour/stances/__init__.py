"""What a model says of texts that differ in one thing, and of texts whose label is known."""
