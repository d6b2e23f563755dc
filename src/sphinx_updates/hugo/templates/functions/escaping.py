"""Go's own functions that escape: ``html`` and ``urlquery``.

At the end of a pipe they stand for the escaper that does the same; what was declared
safe is escaped as well. Source: Go's text/template, run with Hugo.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote_plus

from sphinx_updates.hugo.go_values import HTML_MARKS
from sphinx_updates.hugo.templates.printing import sprint
from sphinx_updates.hugo.templates.registry import function

_MARKS: Final = str.maketrans(HTML_MARKS | {"\0": "\ufffd"})


@function("html")
def html(*values: object) -> str:
    """Return *values* as one text with the special marks of HTML as entities."""
    return _text(values).translate(_MARKS)


@function("urlquery")
def urlquery(*values: object) -> str:
    """Return *values* as one text, encoded as a value in the query of an address."""
    return quote_plus(_text(values), safe="", errors="surrogateescape")


def _text(values: tuple[object, ...]) -> str:
    return sprint(*("<no value>" if value is None else value for value in values))
