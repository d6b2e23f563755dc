"""Read the arguments of a tag, for :mod:`.lexer`.

A function reads on to the end of what it is about and returns what is wrong with it,
an empty text if nothing is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .cursor import NO_SPACES, SPACES, end_of, word_end
from .items import Form, ItemKind

if TYPE_CHECKING:
    from .reading import Reading

# What an unterminated string holds can be the whole rest of the page.
MAX_SHOWN: Final = 40

_IN_QUOTES: Final = re.compile(r'["\\\n]')
# Wider than Go's letters and digits; word_end cuts it down.
_WORD: Final = re.compile(r"[\w.-]*")

_NO_MIX: Final = "Cannot mix named and positional parameters"


# The accepted spellings of an argument:
# 1. word
# 2. "quoted" or \"quoted\"
# 3. `raw`
# 4. any of these as a key, an equals sign, and one of these or any run without spaces
def read_argument(lex: Reading) -> str:
    """Read a key or a positional argument; return what is wrong, empty if nothing."""
    char = lex.peek()
    if char in {'"', "`"}:
        return _read_quoted_argument(lex, has_escapes=True)
    lex.pos = word_end(_WORD, lex.text, lex.pos)
    word = lex.text[lex.start : lex.pos]
    style = "named" if lex.at("=") else "positional"
    if lex.style not in {None, style}:
        return f"got {style} parameter '{word}'. {_NO_MIX}"
    lex.style = style
    lex.emit(ItemKind.ARGUMENT)
    return ""


def read_escaped_argument(lex: Reading) -> str:
    r"""Read an argument in escaped quotes, ``\"x y\"``; return what is wrong."""
    if lex.at("`"):
        lex.pos += 1
        return "unrecognized escape character"
    return _read_quoted_argument(lex, has_escapes=False)


def _read_quoted_argument(lex: Reading, *, has_escapes: bool) -> str:
    """Read a key or a positional argument in quotes or backticks."""
    if lex.style == "named":
        lex.pos += 1
        return f"got quoted positional parameter. {_NO_MIX}"
    lex.style = "positional"
    if lex.at("`"):
        return _read_raw(lex, ItemKind.ARGUMENT)
    return _read_quoted(lex, ItemKind.ARGUMENT, has_escapes=has_escapes)


def read_value(lex: Reading) -> str:
    """Read ``=`` and the value after it; return what is wrong, empty if nothing."""
    lex.pos += 1
    lex.skip(SPACES)
    if lex.at("`"):
        return _read_raw(lex, ItemKind.VALUE)
    if lex.peek() in {'"', "\\"}:
        return _read_quoted(lex, ItemKind.VALUE, has_escapes=lex.at('"'))
    lex.pos = end_of(NO_SPACES, lex.text, lex.pos)
    lex.emit(ItemKind.VALUE)
    return ""


def _read_raw(lex: Reading, kind: ItemKind) -> str:
    """Read a string in backticks: no escapes, line ends allowed."""
    lex.pos = lex.start = lex.pos + 1
    lex.pos = lex.find("`", lex.pos)
    if lex.pos == len(lex.text):
        return _unterminated(lex, "raw")
    lex.emit(kind, Form.QUOTED)
    lex.pos = lex.start = lex.pos + 1
    return ""


def _read_quoted(lex: Reading, kind: ItemKind, *, has_escapes: bool) -> str:
    r"""Read a string in quotes, on one line.

    :param has_escapes: Whether ``\"`` stands for a quote; else it ends the string.
    """
    form: Form | None = None
    while match := _IN_QUOTES.search(lex.text, lex.pos):
        lex.pos = match.end()
        is_escape = match[0] == "\\" and lex.at('"')
        if match[0] == "\\" and lex.at("`"):
            return "unrecognized escape character"
        if match[0] == "\n":
            return _unterminated(lex, "quoted")
        if form is None:
            if match[0] == '"':
                form, lex.start = Form.QUOTED, lex.pos
        elif is_escape and has_escapes:
            form = Form.ESCAPED
            lex.pos += 1
        elif is_escape or match[0] == '"':
            lex.pos += is_escape
            lex.emit(kind, form, match.start())
            return ""
    lex.pos = len(lex.text)
    return _unterminated(lex, "quoted")


def _unterminated(lex: Reading, what: str) -> str:
    shown = lex.text[lex.start : min(lex.pos, lex.start + MAX_SHOWN)].partition("\n")[0]
    return f"unterminated {what} string in shortcode parameter-argument: '{shown}'"
