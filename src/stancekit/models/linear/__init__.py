"""The linear family: n-grams of masked text, and a scorer that needs numpy alone."""
