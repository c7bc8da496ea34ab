"""The program run in this process, its streams and exit status kept."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from stancekit.cli import main


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    status: int
    out: str
    err: str

    @property
    def rows(self):
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def json(self):
        return json.loads(self.out)

    def failed_with(self, *words):
        """Check for one clear message, status 1, and nothing where results go."""
        assert self.status == 1, self
        assert self.out == ""
        assert self.err.count("stancekit: ") == 1, self.err
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err, self.err
        return True


def run_program(*arguments, stdin=b""):
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["stancekit", *map(str, arguments)])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as ended:
                status = ended.code or 0
    for stream in (out, err):
        stream.flush()
    return Ended(status, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))


@pytest.fixture(scope="session")
def cli():
    """A function: run the program with those arguments."""
    return run_program


@pytest.fixture
def jsonl(tmp_path):
    """A function: write rows to a file of that name."""

    def write(name, rows):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def refuse_writing(monkeypatch):
    """A function: from now on, every file opened for writing fails with that error."""
    real = Path.open

    def install(error):
        def refuse(self, mode="r", *arguments, **options):
            if "w" in mode:
                raise error
            return real(self, mode, *arguments, **options)

        monkeypatch.setattr(Path, "open", refuse)

    return install


@pytest.fixture
def names(tmp_path):
    """A function: the names in the current directory."""
    return lambda: sorted(path.name for path in tmp_path.iterdir())
