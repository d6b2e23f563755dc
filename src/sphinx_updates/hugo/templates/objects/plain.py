"""HTML without its tags, as Hugo's ``.Plain`` has it."""

from __future__ import annotations

import re
from typing import Final

_BREAKS: Final = re.compile(r"</p>|<br>|<br />", re.IGNORECASE)
_SPACES: Final = re.compile(r"\s+")
_TAG: Final = re.compile(r"<[^>]*>")


def strip_tags(html: str) -> str:
    """Return *html* without tags; paragraphs end in a line break, entities stay."""
    if "<" not in html:
        return html
    text = html.replace("\n", " ")
    text = _BREAKS.sub("\n", text)
    text = _TAG.sub("", text)
    # Of several blanks the first one is left.
    return _SPACES.sub(lambda blanks: blanks[0][0], text)
