"""The tokens of the template language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from sphinx_updates.hugo.templates.quoting import quote


class Kind(Enum):
    """What a token is."""

    ERROR = "error"
    BOOL = "bool"
    CHAR = "char"
    CHAR_CONSTANT = "character"
    COMPLEX = "complex"
    ASSIGN = "="
    DECLARE = ":="
    DOT = "."
    EOF = "EOF"
    FIELD = "field"
    IDENTIFIER = "identifier"
    KEYWORD = "keyword"
    LEFT_DELIM = "{{"
    LEFT_PAREN = "("
    NIL = "nil"
    NUMBER = "number"
    PIPE = "|"
    RAW_STRING = "raw string"
    RIGHT_DELIM = "}}"
    RIGHT_PAREN = ")"
    SPACE = "space"
    STRING = "string"
    TEXT = "text"
    VARIABLE = "variable"


# fmt: off
KEYWORDS: Final = frozenset([
    "block", "break", "continue", "define", "else",
    "end", "if", "range", "template", "with",
])
# fmt: on


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a template; of an error, ``text`` is the message."""

    kind: Kind
    offset: int
    text: str
    line: int
    """The line that it starts in, from 1."""

    def __str__(self) -> str:
        """Return the token as Go's messages show it."""
        match self.kind:
            case Kind.EOF:
                return "EOF"
            case Kind.ERROR:
                return self.text
            case Kind.KEYWORD | Kind.NIL | Kind.DOT:
                return f"<{self.text}>"
        if len(self.text.encode("utf-8", "surrogateescape")) > 10:
            return f"{quote(self.text[:10])}..."
        return quote(self.text)
