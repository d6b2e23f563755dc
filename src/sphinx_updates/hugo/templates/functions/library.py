"""All functions: importing this module declares them.

One module a line, in the order of the alphabet.
"""

from __future__ import annotations

from sphinx_updates.hugo.templates.functions import (
    builtins,
    cast,
    digests,
    encoding,
    escaping,
    fmt,
    inflect,
    lang,
    math,
    path,
    safe,
    site,
    strings,
    strings_parts,
    strings_patterns,
    time,
    trigonometry,
    urls,
)
from sphinx_updates.hugo.templates.registry import functions

__all__ = [
    "builtins",
    "cast",
    "digests",
    "encoding",
    "escaping",
    "fmt",
    "functions",
    "inflect",
    "lang",
    "math",
    "path",
    "safe",
    "site",
    "strings",
    "strings_parts",
    "strings_patterns",
    "time",
    "trigonometry",
    "urls",
]
