"""Attributes in braces, ``{#id .class key="value"}``, as Goldmark reads them."""

from __future__ import annotations

import re
from typing import Final

Value = str | bool | int | float | list["Value"] | dict[str, "Value"] | None

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_SHORT: Final = re.compile(r"([#.])((?:[\w\-:.]|[^\x00-\x7f])*)")
_NAME: Final = re.compile(r"[A-Za-z_:][A-Za-z0-9_:.\-]*")
_NUMBER: Final = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?(?![\w.])")
_STRING: Final = re.compile(r'"((?:[^"\\\n]|\\.)*)"', re.DOTALL)
_WORDS: Final = {"true": True, "false": False, "null": None}
_MAX_DEPTH: Final = 8

HANDLERS: Final = "on"
"""Attributes that begin so run scripts; Hugo drops them."""


class _UnreadableError(Exception):
    """What stands between the braces is no list of attributes."""


def read_attributes(text: str, start: int = 0) -> tuple[dict[str, Value], int] | None:
    """Return the attributes at *start* of *text*, and where they end.

    None if no attributes stand there. Several classes are one value.
    """
    try:
        return _Reader(text, start).attributes()
    except _UnreadableError:
        return None


def as_html(attributes: dict[str, Value]) -> dict[str, str]:
    """Return the attributes that HTML may get, as text; nothing that runs scripts."""
    return {
        name: value if isinstance(value, str) else str(value).lower()
        for name, value in attributes.items()
        if not name.lower().startswith(HANDLERS)
        and not isinstance(value, list | dict | None)
    }


class _Reader:
    def __init__(self, text: str, position: int) -> None:
        self._text = text
        self._at = position
        self._depth = 0

    def attributes(self) -> tuple[dict[str, Value], int]:
        self._skip()
        self._expect("{")
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _UnreadableError
        found: dict[str, Value] = {}
        while not self._take("}"):
            name, value = self._attribute()
            if name == "class" and "class" in found:
                value = f"{found['class']} {value}"
            found[name] = value
            self._separate()
        self._depth -= 1
        return found, self._at

    def _attribute(self) -> tuple[str, Value]:
        if match := _SHORT.match(self._text, self._at):
            self._at = match.end()
            return "id" if match[1] == "#" else "class", match[2]
        name = self._match(_NAME)
        self._skip()
        self._expect("=")
        self._skip()
        value = self._value()
        if name == "class" and not isinstance(value, str):
            raise _UnreadableError
        return name, value

    def _value(self) -> Value:
        letter = self._text[self._at : self._at + 1]
        if letter == "{":
            return self.attributes()[0]
        if letter == "[":
            return self._list()
        if letter == '"':
            return re.sub(r"\\(.)", r"\1", self._match(_STRING)[1:-1])
        if letter in tuple("+-0123456789"):
            number = float(self._match(_NUMBER))
            return int(number) if number.is_integer() else number
        word = self._match(_NAME)
        return _WORDS.get(word, word)

    def _list(self) -> list[Value]:
        self._expect("[")
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _UnreadableError
        values: list[Value] = []
        self._skip()
        while not self._take("]"):
            values.append(self._value())
            self._separate()
        self._depth -= 1
        return values

    def _separate(self) -> None:
        self._skip()
        if self._take(","):
            self._skip()

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _take(self, letter: str) -> bool:
        self._skip()
        is_there = self._text.startswith(letter, self._at)
        self._at += is_there
        return is_there

    def _expect(self, letter: str) -> None:
        if not self._text.startswith(letter, self._at):
            raise _UnreadableError
        self._at += 1

    def _match(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _UnreadableError
        self._at = match.end()
        return match[0]
