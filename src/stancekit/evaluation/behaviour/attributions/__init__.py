"""Who is found to speak: articles of our own, and what must come out of them."""
