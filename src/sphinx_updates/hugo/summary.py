"""How much there is to read: words, minutes, and where a summary ends.

The text that comes in is plain (tags stripped), as Hugo counts it.
"""

from __future__ import annotations

import re
from typing import Final

SUMMARY_DIVIDER: Final = "<!--more-->"
"""Ends the summary. These exact characters; ``<!-- more -->`` is a plain comment."""

WORDS_PER_MINUTE: Final = 212
CJK_WORDS_PER_MINUTE: Final = 500

_CJK: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u309f"
    "\u30a1-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003134f]"
)


def count_words(text: str, *, cjk: bool = False) -> int:
    """Return the number of words, which are what white space separates.

    :param cjk: Count every character of a word that is not all ASCII.
    """
    words = text.split()
    if not cjk:
        return len(words)
    return sum(1 if word.isascii() else len(word) for word in words)


def reading_minutes(words: int, *, cjk: bool = False) -> int:
    """Return the reading time in whole minutes, rounded up; 0 for no words."""
    pace = CJK_WORDS_PER_MINUTE if cjk else WORDS_PER_MINUTE
    return -(-max(words, 0) // pace)


def has_cjk(text: str) -> bool:
    """Say whether *text* has Han, Kana or Hangul in it (``hasCJKLanguage``)."""
    return _CJK.search(text) is not None
