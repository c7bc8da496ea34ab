"""Models inside a model: fitted one after the other, each saved whole."""
