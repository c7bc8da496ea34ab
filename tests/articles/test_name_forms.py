import pytest


@pytest.mark.parametrize(
    ("full", "short"),
    [
        pytest.param("Baek Ro-eun", "Baek", id="Korean, hyphen"),
        pytest.param("Kim Ro Eun", "Kim", id="Korean, three words"),
        pytest.param("Namgung Da-on", "Namgung", id="Korean, two-syllable family name"),
        pytest.param("Ro-eun Baek", "Baek", id="Korean, Western order"),
        pytest.param("Renji Ishizuka", "Ishizuka", id="Japanese, Western order"),
        pytest.param("ISHIZUKA Renji", "ISHIZUKA", id="Japanese, capitals"),
        pytest.param("Kelvin Mok Ka-ho", "Mok", id="Western given name, Chinese name"),
        pytest.param("Dang Hoai Vy", "Vy", id="Vietnamese, given name last"),
        pytest.param("Dang Hoai Vy", "Dang", id="Vietnamese, family name first"),
        pytest.param("Colm T. Farraday", "Farraday", id="initial"),
        pytest.param("Ines van Houten", "Houten", id="particle"),
    ],
)
def test_short_forms(cast, full, short):
    people = cast(f"{full} came.")
    assert people.find([short], 0).full_name.split()[0] == full.split()[0]


def test_a_western_given_name_is_no_short_form(cast):
    assert cast("Scott Farraday came.").find(["Scott"], 0) is None
