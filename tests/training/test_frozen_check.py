from __future__ import annotations

from stancekit.training.frozen_check import (
    AT_TAG,
    DEVIATIONS_TAG,
    SHA256_TAG,
    Deviation,
    FrozenCheck,
    frozen_tags,
)

MODEL = Deviation("model.C", "[1.0]", "[2.0]")
SEED = Deviation("seed", "7", "8")


def check_of(*deviations, purpose="exploratory"):
    return FrozenCheck(
        purpose=purpose, sha256="ab" * 32, frozen_at="2026-01-01T00:00:00Z", deviations=deviations
    )


def test_what_deviates_is_counted_and_warned_of():
    assert check_of(MODEL).in_words().endswith("1 thing deviates")
    assert check_of(MODEL, SEED).in_words().endswith("2 things deviate")
    assert check_of(MODEL, SEED).warning().endswith("2026-01-01T00:00:00Z: model.C, seed")
    assert MODEL.in_words() == "model.C: frozen [1.0], found [2.0]"


def test_what_is_as_it_was_frozen_needs_no_warning():
    assert check_of(purpose="confirmatory").warning() is None
    assert "nothing that was checked deviates" in check_of().in_words()


def test_a_confirmation_of_nothing_is_warned_of():
    bare = FrozenCheck(purpose="confirmatory")
    assert "nothing was frozen for" in bare.warning()
    assert bare.in_words() == "nothing was frozen"


def test_a_run_is_found_by_what_it_was_held_to():
    assert frozen_tags(None) == {}
    assert frozen_tags(FrozenCheck(purpose="confirmatory")) == {SHA256_TAG: "none"}
    assert frozen_tags(check_of(MODEL, SEED)) == {
        SHA256_TAG: "ab" * 32,
        AT_TAG: "2026-01-01T00:00:00Z",
        DEVIATIONS_TAG: "model.C, seed",
    }
    assert frozen_tags(check_of())[DEVIATIONS_TAG] == "none"
