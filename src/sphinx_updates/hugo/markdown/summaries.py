"""The summary of a page as HTML: up to the divider, or as many words as the site says.

Source: hugo.md 6.9, run on Hugo 0.168.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sphinx_updates.hugo.markdown.html import HtmlText

_TAG: Final = re.compile(r"<[^>]*>")
_END: Final = "</p>"


class Parts(NamedTuple):
    """A text with its summary."""

    content: str
    summary: str
    rest: str
    """What comes behind the divider; empty without one."""
    is_truncated: bool


def split_summary(text: HtmlText, length: int) -> Parts:
    """Return *text* with its summary.

    :param length: How many words an automatic summary has at least.
    """
    html = text.html
    if text.divider is not None:
        summary, rest = html[: text.divider].strip(), html[text.divider :].strip()
        return Parts(html.rstrip(), summary, rest, bool(rest))
    words, start = 0, 0
    while (end := html.find(_END, start)) >= 0:
        end += len(_END)
        words += len(_TAG.sub(" ", html[start:end]).split())
        if words >= length:
            return Parts(html, html[:end].strip(), "", bool(html[end:].strip()))
        start = end
    return Parts(html, html.strip(), "", False)
