"""Front matter that a page has from others: what its sections hand down to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Two names of one key: who says the one does not want the other.
_SAME: Final = {"_build": "build", "build": "_build"}


def with_defaults(
    values: Mapping[str, object], defaults: Mapping[str, object]
) -> dict[str, object]:
    """Return *values* with what they do not say themselves; ``params`` key by key.

    :param defaults: As decoded; keys in lower case.
    """
    missing = {
        key: value
        for key, value in defaults.items()
        if key not in values and _SAME.get(key) not in values
    }
    own, handed = values.get("params"), defaults.get("params")
    if isinstance(handed, dict) and (own is None or isinstance(own, dict)):
        # What a page says at the top is a parameter too.
        rest = {key: value for key, value in handed.items() if key not in values}
        missing["params"] = rest | (own or {})
    return {**values, **missing}
