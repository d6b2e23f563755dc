"""Looking at values while writing a template.

Source: hugo@0.168 tpl/debug, every rule run; see the golden cases.
"""

from __future__ import annotations

from typing import Final

from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.json_text import write_json
from sphinx_updates.hugo.templates.registry import function

_SPACES: Final = str.maketrans({" ": "[SPACE]", "\t": "[TAB]", "\n": "[NEWLINE]\n"})


@function("debug.Dump")
def dump(value: object) -> str:
    """Return the value as JSON."""
    return write_json(value, indent="  ")


@function("debug.VisualizeSpaces")
def visualize_spaces(text: object) -> str:
    """Return the text with names for its white space."""
    try:
        return to_string(text).translate(_SPACES)
    except FunctionError:
        return ""
