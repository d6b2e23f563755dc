"""Titles in capitals, as Hugo writes them over lists that have no title of their own.

Source: hugo.md 6.1; run on Hugo 0.168, tests/golden/terms.json.
"""

from __future__ import annotations

import re
from typing import Final

# A word: letters and digits, and whatever follows up to a blank, a hyphen or a slash.
_WORD: Final = re.compile(r"[^\W_]+[^\t\n\f\r /-]*")

_SMALL: Final = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of",
    "on", "or", "per", "the", "to", "vs", "vs.", "via", "v", "v.",
))  # fmt: skip
_PREPOSITIONS: Final = frozenset((
    "about", "above", "across", "after", "against", "along", "among", "around",
    "before", "between", "beyond", "concerning", "despite", "down", "during",
    "following", "from", "including", "into", "near", "over", "since", "through",
    "throughout", "towards", "under", "until", "upon", "with", "within", "without",
))  # fmt: skip
# Words are looked for in a text with plain signs; that they are of other lengths, in
# bytes, moves the places that are compared, which is part of the rule.
_PLAIN: Final = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}
)


def title_case(text: str, style: str = "ap") -> str:
    """Return *text* as a title in one of Hugo's styles; an unknown one is ``ap``.

    ``ap`` leaves short articles, conjunctions and prepositions small unless they come
    first or last, ``chicago`` long prepositions too; ``go`` capitalises every word,
    ``firstupper`` the first letter only, ``none`` nothing. Capitals are never lowered.
    """
    match style.lower():
        case "none":
            return text
        case "firstupper":
            return text[:1] if not text else _upper(text[0]) + text[1:]
        case "go":
            return _every_word(text)
        case "chicago":
            return _principal_words(text, _SMALL | _PREPOSITIONS)
        case _:
            return _principal_words(text, _SMALL)


def _upper(letter: str) -> str:
    """Return the letter's title case, if that is one letter."""
    title = letter.title()
    return title if len(title) == 1 else letter


def _every_word(text: str) -> str:
    """Capitalise what follows a blank, or an ASCII sign other than an underscore."""
    letters: list[str] = []
    before = " "
    for letter in text:
        is_part = before.isalnum() or before == "_"
        is_gap = before.isspace() or (before.isascii() and not is_part)
        letters.append(_upper(letter) if is_gap else letter)
        before = letter
    return "".join(letters)


def _principal_words(text: str, small: frozenset[str]) -> str:
    plain = text.translate(_PLAIN).encode("utf-8", "replace")
    at = 0

    def convert(match: re.Match[str]) -> str:
        nonlocal at
        word = match[0]
        data = word.encode("utf-8", "replace")
        found = plain[at:].find(data) + at
        at = end = found + len(data)
        is_bounding = found == 0 or end == len(plain)
        before, further = _byte(plain, found - 1), _byte(plain, found - 2)
        stays_small = (
            not is_bounding
            and word.lower() in small
            and before in b" -/"
            and further not in b":-"
            and (_byte(plain, end) != b"-" or before == b"-")
        )
        return word.lower() if stays_small else _upper(word[0]) + word[1:]

    return _WORD.sub(convert, text)


def _byte(data: bytes, index: int) -> bytes:
    """Return one byte; beyond the ends the first one."""
    return data[index : index + 1] if 0 <= index < len(data) else data[:1]
