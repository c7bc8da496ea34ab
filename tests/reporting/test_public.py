import subprocess
import sys

import pytest

from stancekit import reporting


@pytest.mark.parametrize("name", reporting.__all__)
def test_every_public_name_is_there(name):
    assert getattr(reporting, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        reporting.nothing  # noqa: B018


def test_a_card_is_written_without_matplotlib():
    code = (
        "import sys; from stancekit.reporting import model_card; "
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
