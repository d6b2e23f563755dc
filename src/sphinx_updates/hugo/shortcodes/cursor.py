"""A place in a text, and what a lexer does there: look, move, search.

Knows nothing of shortcodes but what is a space, and for Go a letter and a digit.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# What Hugo takes for a space around a value. Python's \s knows many more.
SPACES: Final = re.compile(r"[ \t\n\v\f\r]*")
NO_SPACES: Final = re.compile(r"[^ \t\n\v\f\r]*")


class Cursor:
    """A text, the place in it, and the start of what is being read."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self.pos = 0
        self.start = 0
        self._found: dict[str, tuple[int, int]] = {}

    def at(self, prefix: str) -> bool:
        """Return whether *prefix* stands here."""
        return self.text.startswith(prefix, self.pos)

    def peek(self) -> str:
        """Return the character here, the empty string at the end."""
        return self.text[self.pos : self.pos + 1]

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Go to the end of what *pattern* matches here, and start anew."""
        self.pos = self.start = end_of(pattern, self.text, self.pos)

    def find(self, needle: str, start: int) -> int:
        """Return the first place of *needle* from *start* on; the end if there is none.

        Remembers the last answer: the same miss is not looked for again and again.
        """
        asked, found = self._found.get(needle, (0, -1))
        if asked <= start <= found:
            return found
        until = asked + len(needle) - 1 if start < asked else len(self.text)
        first = self.text.find(needle, start, until)
        if first < 0:
            first = found if start < asked else len(self.text)
        self._found[needle] = (start, first)
        return first


def end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where the match of *pattern* at *start* ends; *start* if there is none."""
    match = pattern.match(text, start)
    return match.end() if match else start


def word_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where the match ends, cut where Go sees no letter, digit or sign."""
    end = end_of(pattern, text, start)
    if text[start:end].isascii():
        return end
    others = (i for i in range(start, end) if not is_word(text[i], "-./"))
    return next(others, end)


def is_word(char: str, more: str = "") -> bool:
    """Return whether *char* is ``_``, one of *more*, or for Go a letter or a digit."""
    if char.isascii():
        return char.isalnum() or char == "_" or char in more
    return unicodedata.category(char)[0] == "L" or char.isdecimal()
