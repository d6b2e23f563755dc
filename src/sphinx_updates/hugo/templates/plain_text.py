"""What is left of HTML without its tags, as Hugo takes them away."""

from __future__ import annotations

import re
from typing import Final

# Quoted values may have a ">" in them. What is not closed goes to the end.
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|</?[a-zA-Z](?:[^>\"']|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*(?:>|\Z)",
    re.DOTALL,
)
_BREAK: Final = re.compile(r"</p>|<br>|<br />")
_SPACES: Final = re.compile(r"\s+")


def strip_tags(text: str) -> str:
    """Return *text* without tags and comments; entities stay.

    Paragraphs and breaks end lines; of white space that stands together the first
    character is kept. A text without angle brackets stays as it is.
    """
    if "<" not in text and ">" not in text:
        return text
    flat = _BREAK.sub("\n", text.replace("\n", " "))
    return _SPACES.sub(lambda run: run[0][0], _TAG.sub("", flat))
