"""Heading ids as Hugo makes them, so that links to ``#fragments`` keep working.

The plain text of each heading comes in, in the order of the page; ids go out.
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

from sphinx_updates.hugo.permalinks import lower_case, strip_accents

IdStyle = Literal["github", "github-ascii", "blackfriday"]
"""The values of ``markup.goldmark.parser.autoIDType``."""

FALLBACK: Final = "heading"
"""The id of a heading of which no letter is left."""


class HeadingIds:
    """The ids of one page: each is made once."""

    def __init__(self, style: IdStyle = "github") -> None:
        self.style = style
        self._used: set[str] = set()
        # Where to go on counting; starting at 1 each time is quadratic.
        self._next: dict[str, int] = {}

    def make(self, text: str) -> str:
        """Return the id of the next heading; ``""`` if it has no text at all.

        :param text: After typography (``--`` is a dash by then), entities resolved,
            alt texts of images kept; without tags, autolinks and other markup.
        """
        if not text:
            return ""
        name = make_id(text, self.style) or FALLBACK
        found = name
        number = self._next.get(name, 1)
        while found in self._used:
            found = f"{name}-{number}"
            number += 1
        self._next[name] = number
        self._used.add(found)
        return found

    def reserve(self, explicit: str) -> None:
        """Keep later headings off an id that the author wrote (``{#explicit}``)."""
        self._used.add(explicit)


def make_id(text: str, style: IdStyle = "github") -> str:
    """Return the id of one heading by itself; ``""`` if no letter is left.

    Source: hugo@v0.168.0 markup/goldmark/autoid.go, sanitizeAnchorNameWithHook, and
    markup/blackfriday/anchors.go, SanitizedAnchorName.
    """
    if style == "blackfriday":
        return _blackfriday_id(text)
    if style == "github-ascii":
        # The ends are trimmed before letters go, so a space may end up at one.
        text = "".join(c for c in strip_accents(text).strip() if c.isascii())
        return lower_case("".join(map(_github_letter, text)))
    return lower_case("".join(map(_github_letter, text.strip())))


def _github_letter(letter: str) -> str:
    if letter in "- ":
        return "-"
    if letter == "_" or letter.isalpha() or letter.isdecimal():
        return letter
    return ""


def _blackfriday_id(text: str) -> str:
    """Join the runs of letters and numbers with single hyphens."""
    words = "".join(
        c if c.isalpha() or unicodedata.category(c)[0] == "N" else " " for c in text
    )
    return lower_case("-".join(words.split()))
