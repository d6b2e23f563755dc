"""All functions: importing this module declares them.

One module a line, in the order of the alphabet.
"""

from __future__ import annotations

from sphinx_updates.hugo.templates.functions import (
    builtins,
    fmt,
    safe,
    site,
)
from sphinx_updates.hugo.templates.registry import functions

__all__ = [
    "builtins",
    "fmt",
    "functions",
    "safe",
    "site",
]
