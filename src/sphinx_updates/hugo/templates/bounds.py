"""Values and texts that would grow past what a template may build.

A list may hold one list twice, which holds another one twice, and so on: few letters of
a template make what no memory holds and no walk ends. Whatever walks through values or
joins texts asks here.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.errors import LimitError
from sphinx_updates.hugo.templates.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COUNTER: Final[ContextVar[Callable[[int], None] | None]] = ContextVar(
    "steps of the run", default=None
)
"""What counts the steps of the run that is going on; None outside of a run."""


def spend(count: int = 5) -> None:
    """Count *count* steps, by default those of looking into a list or map.

    :raises LimitError: If the run does more than it may.
    """
    if counter := COUNTER.get():
        counter(count)


def check_length(length: int) -> None:
    """Return if a text of *length* characters may be built.

    Asked before building it: what a template writes in ten letters can fill a memory.
    """
    if length > LIMITS.text:
        raise LimitError(
            f"a text of {length} characters is longer than the limit of {LIMITS.text}"
        )


def joined(separator: str, texts: Iterable[str]) -> str:
    """Return *texts* with *separator* between them, unless that is too long."""
    parts: list[str] = []
    length = 0
    for text in texts:
        length += len(text) + len(separator)
        check_length(length)
        parts.append(text)
    return separator.join(parts)
