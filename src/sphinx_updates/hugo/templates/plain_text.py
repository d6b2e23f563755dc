"""What is left of HTML without its tags, as Hugo takes them away."""

from __future__ import annotations

import re
from typing import Final

from sphinx_updates.hugo.templates.escape.tags import strip_tags as strip

_BREAK: Final = re.compile(r"</p>|<br>|<br />")
_SPACES: Final = re.compile(r"\s+")


def strip_tags(text: str) -> str:
    """Return *text* without tags, comments, scripts and styles; entities stay.

    Paragraphs and breaks end lines; of white space that stands together the first
    character is kept. A text without both angle brackets stays as it is.
    """
    if "<" not in text or ">" not in text:
        return text
    flat = _BREAK.sub("\n", text.replace("\n", " "))
    return _SPACES.sub(lambda run: run[0][0], strip(flat))
