from __future__ import annotations

import pytest

from stancekit.models.posts import posts_in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#TalksNotTanks now", "Talks Not Tanks now"),
        ("#UNTalks2018 #peace_now", "UN Talks 2018 peace now"),
        ("all of #peace.", "all of peace."),
        ("@envoy: @press it failed, said @envoy", "it failed, said @envoy"),
        ("RT @press It failed", "It failed"),
        # what is no post's mark stays
        ("he is #1, at issue #12", "he is #1, at issue #12"),
        ("write to desk@press.example", "write to desk@press.example"),
        ("C# and a&#8217;s", "C# and a&#8217;s"),
        ("@envoy @press", "@press"),  # of addressees alone, the last is kept
        ("no talks", "no talks"),
        ("", ""),
    ],
)
def test_the_marks_of_posts_are_written_in_words(text, words):
    assert posts_in_words(text) == words
