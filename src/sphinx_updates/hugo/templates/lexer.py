"""A template cut into tokens, as Go's ``text/template/parse`` cuts it.

An error is a token too: the parser says what it stood in. Messages are Go's.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.quoting import quote, quote_rune
from sphinx_updates.hugo.templates.tokens import KEYWORDS, Kind, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT: Final = "{{"
RIGHT: Final = "}}"
_SPACES: Final = " \t\r\n"

_SPACE_RUN: Final = re.compile(r"[ \t\r\n]+")
_WORD: Final = re.compile(r"\w*")
_QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\[^\n])*"', re.DOTALL)
_CHARACTER: Final = re.compile(r"'(?:[^'\\\n]|\\[^\n])*'", re.DOTALL)
_TRIMMED_RIGHT: Final = re.compile(r"[ \t\r\n]-\}\}")
# The digits that Go's scanner accepts; whether they make a number is seen later.
_NUMBER: Final = re.compile(
    r"[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?"
    r"|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?"
    r"|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?"
)


class _LexError(Exception):
    """Carries the message of an error token."""


class Lexer:
    """Cuts *source*; iterate :meth:`tokens` once."""

    def __init__(self, source: str) -> None:
        """Stand at the start of *source*."""
        self._source = source
        self._position = 0
        self._line = 1
        self._parentheses = 0

    def tokens(self) -> Iterator[Token]:
        """Give all tokens; the last one is the end or an error."""
        while self._position < len(self._source):
            start, line = self._position, self._line
            try:
                yield from self._text()
                if self._position >= len(self._source):
                    break
                start, line = self._position, self._line
                if self._skip_comment():
                    continue
                yield self._left()
                while True:
                    start, line = self._position, self._line
                    token = self._inside()
                    yield token
                    if token.kind is Kind.RIGHT_DELIM:
                        break
            except _LexError as error:
                if self._source.startswith(LEFT, start):
                    start += len(LEFT)
                yield Token(Kind.ERROR, start, str(error), line)
                return
        yield Token(Kind.EOF, self._position, "EOF", self._line)

    def _take(self, kind: Kind, end: int) -> Token:
        """Return what stands up to *end* and go there."""
        text = self._source[self._position : end]
        token = Token(kind, self._position, text, self._line)
        self._skip(end)
        return token

    def _skip(self, end: int) -> None:
        self._line += self._source.count("\n", self._position, end)
        self._position = end

    def _trims_before(self, after_left: int) -> bool:
        marker = self._source[after_left : after_left + 2]
        return len(marker) == 2 and marker[0] == "-" and marker[1] in _SPACES

    def _text(self) -> Iterator[Token]:
        left = self._source.find(LEFT, self._position)
        if left < 0:
            yield self._take(Kind.TEXT, len(self._source))
            return
        end = left
        if self._trims_before(left + 2):
            end = self._position + len(
                self._source[self._position : left].rstrip(_SPACES)
            )
        if end > self._position:
            yield self._take(Kind.TEXT, end)
        self._skip(left)

    def _skip_comment(self) -> bool:
        """Go past a comment; False if there is none. Nothing is left of it."""
        start = self._position + 2
        if self._trims_before(start):
            start += 2
        if not self._source.startswith("/*", start):
            return False
        end = self._source.find("*/", start + 2)
        if end < 0:
            raise _LexError("unclosed comment")
        end += 2
        trimmed = _TRIMMED_RIGHT.match(self._source, end) is not None
        if not trimmed and not self._source.startswith(RIGHT, end):
            raise _LexError("comment ends before closing delimiter")
        self._skip(end)
        self._after_right(trimmed=trimmed)
        return True

    def _after_right(self, *, trimmed: bool) -> None:
        """Go past the closing marks, and the space behind them if it is trimmed."""
        if not trimmed:
            self._skip(self._position + 2)
            return
        end = self._position + 4
        space = _SPACE_RUN.match(self._source, end)
        self._skip(space.end() if space else end)

    def _left(self) -> Token:
        token = self._take(Kind.LEFT_DELIM, self._position + 2)
        if self._trims_before(self._position):
            self._skip(self._position + 2)
        self._parentheses = 0
        return token

    def _inside(self) -> Token:
        source, start = self._source, self._position
        trimmed = _TRIMMED_RIGHT.match(source, start) is not None
        if trimmed or source.startswith(RIGHT, start):
            return self._right(trimmed=trimmed)
        if start >= len(source):
            raise _LexError("unclosed action")
        first = source[start]
        if first in _SPACES:
            return self._space()
        if first in _SINGLE:
            return self._single(first)
        if first in "\"`'":
            return self._string(first)
        if first == "$":
            return self._name(Kind.VARIABLE, start + 1)
        if first == "." and not _is_digit(source[start + 1 : start + 2]):
            if start + 1 >= len(source):
                return self._number()
            return self._name(Kind.FIELD, start + 1)
        if first in "+-." or _is_digit(first):
            return self._number()
        if _is_alphanumeric(first):
            return self._identifier()
        if " " < first < "\x7f":
            return self._take(Kind.CHAR, start + 1)
        raise _LexError(f"unrecognized character in action: {quote_rune(first)}")

    def _right(self, *, trimmed: bool) -> Token:
        if self._parentheses:
            raise _LexError("unclosed left paren")
        at = self._position + 2 if trimmed else self._position
        token = Token(Kind.RIGHT_DELIM, at, RIGHT, self._line)
        self._after_right(trimmed=trimmed)
        return token

    def _space(self) -> Token:
        run = _SPACE_RUN.match(self._source, self._position)
        end = run.end() if run else self._position + 1
        # The last space may belong to the mark that trims.
        if _TRIMMED_RIGHT.match(self._source, end - 1):
            end -= 1
        return self._take(Kind.SPACE, end)

    def _single(self, first: str) -> Token:
        if first == ":":
            if not self._source.startswith(":=", self._position):
                raise _LexError("expected :=")
            return self._take(Kind.DECLARE, self._position + 2)
        self._parentheses += _DEPTH.get(first, 0)
        if self._parentheses < 0:
            raise _LexError("unexpected right paren")
        return self._take(_SINGLE[first], self._position + 1)

    def _string(self, mark: str) -> Token:
        if mark == "`":
            end = self._source.find("`", self._position + 1)
            if end < 0:
                raise _LexError("unterminated raw quoted string")
            return self._take(Kind.RAW_STRING, end + 1)
        pattern = _QUOTED if mark == '"' else _CHARACTER
        found = pattern.match(self._source, self._position)
        if not found:
            what = "quoted string" if mark == '"' else "character constant"
            raise _LexError(f"unterminated {what}")
        kind = Kind.STRING if mark == '"' else Kind.CHAR_CONSTANT
        return self._take(kind, found.end())

    def _name(self, kind: Kind, after: int) -> Token:
        """Read a field or a variable, whose mark stands before *after*."""
        if self._ends_word(after):
            alone = Kind.VARIABLE if kind is Kind.VARIABLE else Kind.DOT
            return self._take(alone, after)
        end = self._word_end(after)
        self._check_end(end)
        return self._take(kind, end)

    def _identifier(self) -> Token:
        end = self._word_end(self._position)
        self._check_end(end)
        word = self._source[self._position : end]
        if word in KEYWORDS:
            return self._take(Kind.KEYWORD, end)
        if word == "nil":
            return self._take(Kind.NIL, end)
        is_bool = word in ("true", "false")
        return self._take(Kind.BOOL if is_bool else Kind.IDENTIFIER, end)

    def _word_end(self, start: int) -> int:
        found = _WORD.match(self._source, start)
        end = found.end() if found else start
        if self._source[start:end].isascii():
            return end
        # \w has numbers that are no digits, such as ½, and Go has not.
        return next(
            (i for i in range(start, end) if not _is_alphanumeric(self._source[i])), end
        )

    def _check_end(self, end: int) -> None:
        if not self._ends_word(end):
            raise _LexError(f"bad character {quote_rune(self._source[end])}")

    def _ends_word(self, at: int) -> bool:
        following = self._source[at : at + 1]
        return following in _TERMINATORS or self._source.startswith(RIGHT, at)

    def _number(self) -> Token:
        end = self._number_end(self._position)
        sign = self._source[end : end + 1]
        if sign not in ("+", "-"):
            return self._take(Kind.NUMBER, end)
        end = self._number_end(end)
        if self._source[end - 1] != "i":
            raise self._bad_number(end)
        return self._take(Kind.COMPLEX, end)

    def _number_end(self, start: int) -> int:
        found = _NUMBER.match(self._source, start)
        end = found.end() if found else start
        if _is_alphanumeric(self._source[end : end + 1]):
            raise self._bad_number(end + 1)
        return end

    def _bad_number(self, end: int) -> _LexError:
        text = quote(self._source[self._position : end])
        return _LexError(f"bad number syntax: {text}")


_SINGLE: Final = {
    "=": Kind.ASSIGN,
    ":": Kind.DECLARE,
    "|": Kind.PIPE,
    "(": Kind.LEFT_PAREN,
    ")": Kind.RIGHT_PAREN,
}
_DEPTH: Final = {"(": 1, ")": -1}
_TERMINATORS: Final = frozenset(["", *_SPACES, *".,|:)("])


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"


def _is_alphanumeric(character: str) -> bool:
    if not character or character.isascii():
        return character == "_" or character.isalnum()
    return unicodedata.category(character)[0] == "L" or (
        unicodedata.category(character) == "Nd"
    )
