import pytest

from stancekit.reporting import short_names


@pytest.mark.parametrize(
    ("addresses", "names"),
    [
        pytest.param(["a/model", "b/model"], ["a", "b"], id="what is common is left out"),
        pytest.param(["/x/a", "/x/b/c"], ["a", "b/c"], id="of different depth"),
        pytest.param(["x/a/x", "x/b/x", "x/b/y"], ["a/x", "b/x", "b/y"], id="only what all share"),
        pytest.param(["runs:/1/model", "models:/m/3"], ["runs:/1/model", "models:/m/3"], id="none"),
        pytest.param([r"C:\a\model", r"C:\b\model"], ["a", "b"], id="of Windows"),
        pytest.param(["a//b", "a/b"], ["a//b", "a/b"], id="alike when cut"),
    ],
)
def test_a_name_is_what_tells_an_address_from_the_others(addresses, names):
    assert short_names(addresses) == dict(zip(addresses, names, strict=True))
