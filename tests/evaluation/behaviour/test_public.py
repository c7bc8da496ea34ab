import subprocess
import sys

import pytest

from stancekit.evaluation import behaviour


@pytest.mark.parametrize("name", behaviour.__all__)
def test_every_public_name_is_there(name):
    assert getattr(behaviour, name).__name__ == name


def test_the_suite_is_entered_without_scikit_learn():
    code = "import sys, stancekit.evaluation.behaviour; sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
