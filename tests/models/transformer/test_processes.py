"""Two processes, started as torchrun starts them, fine-tune one network."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import numpy as np
import pytest

pytest.importorskip("torch")

PROGRAM = """
import sys
import numpy as np
import pandas as pd
from stancekit.models.transformer.estimator import TransformerStanceClassifier
from pathlib import Path

work, checkpoint = map(Path, sys.argv[1:3])
texts = [f"talks {word}" for word in ("open", "close", "fail", "succeed")] * 8
y = pd.DataFrame({"outlook": ["up", "down", "down", "up"] * 8})
options = {"checkpoint": str(checkpoint), "epochs": 2, "batch_size": 8, "device": "cpu"}
model = TransformerStanceClassifier(options=options, random_state=1)
model.fit(texts, y, work=work)
np.save(sys.argv[3], model.predict_proba(texts)["outlook"])
"""


def test_two_processes_end_at_one_network(tiny_checkpoint, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shared = {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    work = tmp_path / "work"
    work.mkdir()
    started = []
    for rank in range(2):
        words = [sys.executable, "-c", PROGRAM, work, tiny_checkpoint, tmp_path / f"{rank}.npy"]
        own = {**os.environ, **shared, "RANK": str(rank), "LOCAL_RANK": str(rank)}
        started.append(subprocess.Popen(words, env=own, stderr=subprocess.PIPE))
    for process in started:
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said.decode()[-3000:]
    first, second = (np.load(tmp_path / f"{rank}.npy") for rank in range(2))
    assert np.array_equal(first, second)
    assert [path.name for path in work.iterdir()] == ["network-0"]
