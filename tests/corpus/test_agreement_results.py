import pytest

from stancekit.corpus import reading_of


@pytest.mark.parametrize(
    ("alpha", "reading"),
    [
        (1.0, "firm"),
        (0.8, "firm"),
        (0.799, "tentative"),
        (0.667, "tentative"),
        (0.666, "insufficient"),
        (-0.2, "insufficient"),
        (None, "undefined"),
    ],
)
def test_the_customary_bars(alpha, reading):
    assert reading_of(alpha) == reading
