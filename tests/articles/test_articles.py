import subprocess
import sys

import stancekit.articles as articles


def test_the_public_names_are_there_and_sorted():
    assert sorted(articles.__all__) == articles.__all__
    assert all(callable(getattr(articles, name)) for name in articles.__all__)


def test_importing_the_room_loads_nothing_heavy():
    heavy = {"pandas", "numpy", "pyarrow", "trafilatura", "torch", "sklearn"}
    code = f"import sys, stancekit.articles; print({heavy!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
