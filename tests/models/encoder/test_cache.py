from __future__ import annotations

import numpy as np

from stancekit.models.encoder.cache import EmbeddingCache, cache_folder, key_of


def test_vectors_come_back_as_they_were(tmp_path):
    keys = [key_of([1, number], [0, 0]) for number in range(1200)]
    vectors = np.arange(2400, dtype=np.float32).reshape(1200, 2)
    EmbeddingCache(tmp_path, "way").keep(keys, vectors)
    found = EmbeddingCache(tmp_path, "way").find(keys)
    assert np.array_equal(np.stack([found[key] for key in keys]), vectors)


def test_another_way_of_embedding_has_a_cache_of_its_own(tmp_path):
    EmbeddingCache(tmp_path, "one").keep([b"k"], np.ones((1, 2), np.float32))
    assert EmbeddingCache(tmp_path, "other").find([b"k"]) == {}


def test_a_damaged_file_is_told_and_does_not_stop_the_work(tmp_path, caplog):
    cache = EmbeddingCache(tmp_path, "way")
    cache.keep([b"k"], np.ones((1, 2), np.float32))
    next(tmp_path.glob("*.sqlite")).write_bytes(b"no database at all" * 100)
    assert cache.find([b"k"]) == {}
    assert "embeddings are not kept" in caplog.text


def test_segments_are_part_of_the_key():
    assert key_of([1, 2], [0, 0]) != key_of([1, 2], [0, 1])


def test_the_folder_follows_the_system(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "stancekit" / "embeddings"
