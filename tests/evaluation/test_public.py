import subprocess
import sys

import pytest

from stancekit import evaluation


@pytest.mark.parametrize("name", evaluation.__all__)
def test_every_public_name_is_there(name):
    assert getattr(evaluation, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        evaluation.nothing  # noqa: B018


def test_the_room_is_entered_without_scikit_learn():
    code = "import sys, stancekit.evaluation; sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
