"""Names of models that are short enough to be read, and still tell them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence


def short_names(addresses: Sequence[str]) -> dict[str, str]:
    """Give each address the part of it in which it differs from the others.

    Examples
    --------
    >>> short_names(["runs/first/model", "runs/second/model"])
    {'runs/first/model': 'first', 'runs/second/model': 'second'}
    >>> list(short_names(["models:/talks/3", "models:/talks@champion"]).values())
    ['talks/3', 'talks@champion']
    >>> list(short_names(["model", "other/model"]).values())
    ['model', 'other/model']
    """
    parts = {
        address: [part for part in re.split(r"[/\\]", address) if part] for address in addresses
    }
    rows = list(parts.values())
    while all(len(row) > 1 for row in rows) and len({row[0] for row in rows}) == 1:
        rows = [row[1:] for row in rows]
    while all(len(row) > 1 for row in rows) and len({row[-1] for row in rows}) == 1:
        rows = [row[:-1] for row in rows]
    names = ["/".join(row) for row in rows]
    if len(set(names)) < len(names) or not all(names):
        return {address: address for address in addresses}
    return dict(zip(addresses, names, strict=True))
