"""The options of a family that another one fits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError

_SHARED: Final = ("checkpoint", "device", "precision")


def complete_member(
    place: str, member: Mapping[str, Any], around: BaseModel, *, never: Collection[str]
) -> dict[str, Any]:
    """Give a member's family and all of its options, defaults included.

    Parameters
    ----------
    place
        Where it stands, for a message.
    around
        The options of what it is a member of, whose ``checkpoint``, ``device`` and ``precision``
        are its own, where it takes them and does not name them.
    never
        Families that cannot be a member here.

    Raises
    ------
    ValueError
        If the family is not known or has no such options.
    """
    from stancekit.models.families import FAMILIES, family_options

    options = dict(member)
    family = options.pop("family", None)
    known = [name for name in FAMILIES if name not in never]
    if family not in known:
        raise ValueError(f"{place}: found the family {family!r}, expected one of {known}")
    kind = family_options(family)
    for name in _SHARED:
        value = getattr(around, name)
        if value is not None and name in kind.model_fields:
            options.setdefault(name, value)
    try:
        checked = kind.model_validate(options)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(
            f"{place}, {family}: {where}: found {first['input']!r}: {first['msg']}"
        ) from error
    return {"family": family, **checked.model_dump(mode="json")}
