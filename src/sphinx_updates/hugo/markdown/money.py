"""Telling a formula between dollars from prices and other prose.

A script in the browser has no such rules, and authors of pages with prices and formulas
escape the prices or see them set as formulas. Here no price is ever math.
"""

from __future__ import annotations

import re
from typing import Final

# What a formula has, and prose about money has not.
_TEX: Final = re.compile(r"\\[A-Za-z]|[\^=]|_\{|\b[A-Za-z]_")
_SYMBOL: Final = re.compile(r"[A-Za-z][A-Za-z0-9]?'*")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+(?:\{[^{}]*\})?")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_LOWER_WORD: Final = re.compile(r"(?:^|\s)[a-z]{2,}(?=[\s,;:.)]|$)")
_AMOUNT: Final = re.compile(r"[-+~]?[.,]?\d")
_QUANTITY: Final = re.compile(r"[-+~]?[\d.,]+\s*[A-Za-z]+")
_WORDS_ONLY: Final = re.compile(
    r"[\s,;:.()/-]*(?:[A-Za-z]{2,}[\s,;:.()/-]+)*[A-Za-z]{2,}[\s,;:.()/-]*"
)


def is_inline_formula(before: str, tex: str, after: str) -> bool:
    """Say whether *tex* between two single dollars is a formula.

    :param before: The character before the first dollar; empty if there is none.
    :param after: The character behind the second one.
    """
    if not tex.strip() or after.isdigit():
        return False
    is_amount = _AMOUNT.match(tex) is not None
    if _SYMBOL.fullmatch(tex.strip()) or (
        _TEX.search(tex) and not (is_amount and tex[-1].isspace())
    ):
        return True
    is_bare = not any(letter.isalnum() for letter in tex)
    if before.isdigit() or (before.isalpha() and not is_bare):
        return False
    if tex[0].isspace() or tex[-1].isspace():
        return False
    has_words = _WORD.search(_COMMAND.sub(" ", tex)) is not None
    if not has_words:
        return True
    if after.isalpha():
        return False
    if is_amount:
        return _QUANTITY.fullmatch(tex) is not None
    is_torn = tex[0] in ",;:.)!?-" or tex.count("(") != tex.count(")")
    return not (is_torn and _LOWER_WORD.search(tex))


def is_display_formula(tex: str) -> bool:
    """Say whether *tex* between two double dollars is a formula: not words alone."""
    return bool(tex.strip()) and (
        _TEX.search(tex) is not None or _WORDS_ONLY.fullmatch(tex) is None
    )
