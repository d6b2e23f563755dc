"""Parameters by a path with dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def find_param(values: Mapping[str, object], name: str) -> object:
    """Return what *values* has at a path with dots, whatever its case; None if none."""
    lowered = name.lower()
    if lowered in values:
        return values[lowered]
    found: object = values
    for part in lowered.split("."):
        if not isinstance(found, dict) or part not in found:
            return None
        found = found[part]
    return found
