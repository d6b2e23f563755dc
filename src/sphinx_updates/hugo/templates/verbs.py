"""``printf``."""

from __future__ import annotations

from sphinx_updates.hugo.templates.printing import print_value


def sprintf(layout: str, *values: object) -> str:
    """Return *values* in *layout*."""
    return layout + " ".join(map(print_value, values))
