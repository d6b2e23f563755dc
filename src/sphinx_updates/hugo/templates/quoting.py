"""Strings and characters as Go's ``strconv`` quotes and reads them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ESCAPES: Final = {
    "\a": r"\a",
    "\b": r"\b",
    "\f": r"\f",
    "\n": r"\n",
    "\r": r"\r",
    "\t": r"\t",
    "\v": r"\v",
    "\\": r"\\",
}
_NAMED: Final = {text[1]: character for character, text in _ESCAPES.items()}
_ESCAPE: Final = re.compile(
    r"\\(?:(?P<named>[abfnrtv\\])|(?P<quote>['\"])|x(?P<byte>[0-9a-fA-F]{2})"
    r"|(?P<octal>[0-7]{3})|u(?P<short>[0-9a-fA-F]{4})|U(?P<long>[0-9a-fA-F]{8}))"
)


def quote(text: str, mark: str = '"', *, ascii_only: bool = False) -> str:
    """Return *text* between *mark* as a literal of Go's."""
    return f"{mark}{''.join(_quoted(c, mark, ascii_only) for c in text)}{mark}"


def quote_rune(character: str) -> str:
    """Return *character* as ``U+0041 'A'``."""
    code = f"U+{ord(character):04X}"
    return f"{code} '{character}'" if is_printable(character) else code


def is_printable(character: str) -> bool:
    """Say whether Go prints *character* as it is: letters, marks, numbers, a space."""
    return character == " " or unicodedata.category(character)[0] in "LMNPS"


def can_backquote(text: str) -> bool:
    """Say whether *text* can stand between backquotes: one line without controls."""
    return not any(
        c in "`\x7f\ufeff" or (c < " " and c != "\t") or "\udc80" <= c <= "\udcff"
        for c in text
    )


def _quoted(character: str, mark: str, ascii_only: bool) -> str:
    if character == mark:
        return f"\\{mark}"
    if character in _ESCAPES:
        return _ESCAPES[character]
    if is_printable(character) and (character.isascii() or not ascii_only):
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is no UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x20 or code == 0x7F:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def unquote(literal: str) -> str:
    """Return the text of a string literal; raises ``ValueError`` if it is none."""
    if len(literal) < 2 or literal[0] != literal[-1]:
        raise ValueError("invalid syntax")
    inside = literal[1:-1]
    if literal[0] == "`":
        return inside.replace("\r", "")
    return unquote_inside(inside, literal[0])


def unquote_inside(text: str, mark: str) -> str:
    r"""Return *text*, the inside of a literal in *mark*, without its escapes.

    Bytes given by ``\x`` make UTF-8; what does not is kept as lone surrogates.
    """
    if "\\" not in text:
        return text
    parts: list[bytes] = []
    position = 0
    while position < len(text):
        backslash = text.find("\\", position)
        end = len(text) if backslash < 0 else backslash
        parts.append(text[position:end].encode("utf-8", "surrogateescape"))
        if backslash < 0:
            break
        found = _ESCAPE.match(text, backslash)
        if not found or (found["quote"] and found["quote"] != mark):
            raise ValueError("invalid syntax")
        parts.append(_escaped(found))
        position = found.end()
    return b"".join(parts).decode("utf-8", "surrogateescape")


def _escaped(found: re.Match[str]) -> bytes:
    if found["named"]:
        return _NAMED[found["named"]].encode()
    if found["quote"]:
        return found["quote"].encode()
    if found["byte"] or found["octal"]:
        code = int(found["byte"], 16) if found["byte"] else int(found["octal"], 8)
        if code > 255:
            raise ValueError("invalid syntax")
        return bytes([code])
    code = int(found["short"] or found["long"], 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise ValueError("invalid syntax")
    return chr(code).encode()


_LONE: Final = re.compile("[\ud800-\udfff]")
_NO_BYTE: Final = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def whole_text(text: str) -> str:
    """Return *text* as others can write it.

    Bytes that are no UTF-8 go through templates as they are, so that parts of a letter
    can come together again; what is left of them in the end is replaced.
    """
    return utf8(text).decode("utf-8", "replace") if _LONE.search(text) else text


def utf8(text: str) -> bytes:
    """Return *text* in UTF-8; bytes that were no UTF-8 are those bytes again."""
    return _NO_BYTE.sub("\ufffd", text).encode("utf-8", "surrogateescape")
