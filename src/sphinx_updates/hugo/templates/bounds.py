"""Texts that would grow past what a template may build."""

from __future__ import annotations

from sphinx_updates.hugo.templates.errors import LimitError
from sphinx_updates.hugo.templates.limits import LIMITS


def check_length(length: int) -> None:
    """Return if a text of *length* characters may be built.

    Asked before building it: what a template writes in ten letters can fill a memory.
    """
    if length > LIMITS.text:
        raise LimitError(
            f"a text of {length} characters is longer than the limit of {LIMITS.text}"
        )
