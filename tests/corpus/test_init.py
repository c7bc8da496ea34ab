import stancekit.corpus


def test_every_public_name_is_there_and_sorted():
    names = stancekit.corpus.__all__

    assert names == sorted(names)
    assert all(hasattr(stancekit.corpus, name) for name in names)
