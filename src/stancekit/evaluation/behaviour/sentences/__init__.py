"""Our own sentences: what experts might say, each of a known pole; all of it invented."""
