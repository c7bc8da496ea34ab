from __future__ import annotations

from stancekit.evaluation import Score
from stancekit.training.frozen_check import Deviation, FrozenCheck
from stancekit.training.looks import Looks
from stancekit.training.sections.frozen import frozen_sections


def check_of(**options):
    known = {
        "purpose": "exploratory",
        "sha256": "ab" * 32,
        "frozen_at": "2026-01-01T00:00:00Z",
        "earlier_looks": 1,
        "primary": {"outlook": "mcc"},
    }
    return FrozenCheck(**{**known, **options})


def looks_of(earlier):
    return Looks("cd" * 32, "exploratory", earlier)


def lines_of(section):
    return [line for part in section.parts for line in part.to_dict().get("lines", [])]


def test_an_exploration_that_nothing_was_frozen_for_has_no_section():
    assert frozen_sections(None) == ()


def test_a_confirmation_of_nothing_is_cautioned():
    (section,) = frozen_sections(FrozenCheck(purpose="confirmatory"), looks_of(0))
    assert section.cautions[0].startswith("A confirmatory run that nothing was frozen for")


def test_what_deviates_stands_in_a_table_and_on_the_first_screen():
    (section,) = frozen_sections(check_of(deviations=(Deviation("seed", "7", "8"),)))
    assert section.cautions == ("Not as it was frozen at 2026-01-01T00:00:00Z: seed.",)
    assert {"field": "seed", "frozen": "7", "found": "8"} in section.parts[1].to_dict()["rows"]


def test_what_was_frozen_is_told(evaluate):
    evaluations = {"outlook": evaluate(mcc=Score(0.4, 0.3, 0.5))}
    check = check_of(notes=("Hope is found.",), unchecked=("the weather",))
    (section,) = frozen_sections(check, looks_of(1), evaluations)
    assert section.cautions == ()
    lines = lines_of(section)
    assert f"SHA-256 of the content: {'ab' * 32}" in lines
    assert "Nothing that was checked deviates." in lines
    assert lines[-2:] == ["On record: Hope is found.", "Not checked: the weather."]
    (row,) = section.parts[2].to_dict()["rows"]
    assert (row["measure"], row["score"]["value"]) == ("Matthews correlation", 0.4)


def test_looks_between_freezing_and_running_are_cautioned():
    (section,) = frozen_sections(check_of(), looks_of(3))
    assert section.cautions == (
        "The rows were scored 2 times after they were frozen and before this run.",
    )
    assert frozen_sections(check_of(earlier_looks=None), looks_of(3))[0].cautions == ()
