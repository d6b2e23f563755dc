"""What the writers of all formats do alike.

Source: run on Hugo 0.168; see the golden cases.
"""

from __future__ import annotations

from typing import Final

from sphinx_updates.hugo.templates.errors import FunctionError

MAX_DEPTH: Final = 100
"""Maps in maps; data that people write is nested a tenth as deep."""


def check_depth(depth: int) -> None:
    """Return if values may be nested so deep.

    :raises FunctionError: If they may not.
    """
    if depth > MAX_DEPTH:
        raise FunctionError(f"the data is nested deeper than {MAX_DEPTH} levels")


def whole(value: object) -> object:
    """Return *value*, a fraction that is none as a whole number.

    Hugo reads the numbers of maps again before it writes them, those of lists not.
    """
    is_whole = isinstance(value, float) and value.is_integer()
    return int(value) if is_whole else value  # type: ignore[call-overload]
