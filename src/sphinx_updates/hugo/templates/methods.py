"""The methods of Go's ``time.Time`` and ``time.Duration``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

TIME_METHODS: Final[dict[str, Callable[..., object]]] = {}
DURATION_METHODS: Final[dict[str, Callable[..., object]]] = {}
