"""What stands behind the ``%`` of a layout: flags, width, precision and the verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGEST: Final = 1_000_000
"""Go's bound for widths and precisions; what is larger is none."""
_FLAGS: Final = re.compile(r"[#0+\- ]*")
_DIGITS: Final = re.compile(r"[0-9]*")
_INDEX: Final = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Spec:
    """How one value is to be printed."""

    verb: str
    flags: str = ""
    width: int | None = None
    precision: int | None = None

    def has(self, flag: str) -> bool:
        """Say whether *flag* is given."""
        return flag in self.flags

    def without(self, flags: str) -> Spec:
        """Return the same without some *flags*."""
        return replace(self, flags="".join(f for f in self.flags if f not in flags))

    def sign(self, *, negative: bool) -> str:
        """Return the sign that a number gets."""
        if negative:
            return "-"
        return "+" if self.has("+") else " " if self.has(" ") else ""

    def pad(self, text: str, *, zeros: bool = True) -> str:
        """Return *text* in the width that is asked for; zeros only stand before it."""
        missing = (self.width or 0) - len(text)
        if missing <= 0:
            return text
        if self.has("-"):
            return text + " " * missing
        return ("0" if zeros and self.has("0") else " ") * missing + text


@dataclass(slots=True)
class SpecReader:
    """Reads the specifications of a layout and says which argument each one wants."""

    layout: str
    arguments: Sequence[object]
    position: int = 0
    argument: int = 0
    """The next argument."""
    reordered: bool = False
    """Whether any argument was named by its number: then none is too many."""
    complaints: list[str] = field(default_factory=list)
    """Widths and precisions that are no numbers, as Go prints them."""
    _good: bool = True
    _after_index: bool = False

    def read(self) -> Spec | str:
        """Read what is behind a ``%``; a text if nothing can be printed for it."""
        self._good, self._after_index = True, False
        flags = _taken(_FLAGS, self)
        self._index()
        width = self._width()
        if width is not None and width < 0:
            width, flags = -width, flags.replace("0", "") + "-"
        precision = self._precision()
        if not self._after_index:
            self._index()
        if self.position >= len(self.layout):
            return "%!(NOVERB)"
        verb = self.layout[self.position]
        self.position += 1
        if verb == "%":
            return "%"
        if not self._good:
            return f"%!{verb}(BADINDEX)"
        if self.argument >= len(self.arguments):
            return f"%!{verb}(MISSING)"
        return Spec(verb, flags, width, precision)

    def _at(self, mark: str) -> bool:
        return self.layout.startswith(mark, self.position)

    def _index(self) -> None:
        """Read the number of an argument, ``[2]``."""
        self._after_index = False
        if not self._at("["):
            return
        self.reordered = True
        found = _INDEX.match(self.layout, self.position)
        self.position += len(found[0]) if found else 1
        text = found[1] if found else ""
        number = _number(text) if text.isascii() and text.isdigit() else None
        self._after_index = number is not None
        if number is not None and 1 <= number <= len(self.arguments):
            self.argument = number - 1
        else:
            self._good = False

    def _star(self) -> int | None:
        """Return the argument for a ``*``; None if it is no good number."""
        self.position += 1
        self._after_index = False
        if self.argument >= len(self.arguments):
            return None
        value = self.arguments[self.argument]
        self.argument += 1
        good = isinstance(value, int) and not isinstance(value, bool)
        return int(value) if good and abs(value) <= _LARGEST else None  # type: ignore[call-overload, arg-type]

    def _width(self) -> int | None:
        if self._at("*"):
            width = self._star()
            if width is None:
                self.complaints.append("%!(BADWIDTH)")
            return width
        width = self._plain_number()
        # An index stands right before the verb or a star.
        if width is not None and self._after_index:
            self._good = False
        return width

    def _plain_number(self) -> int | None:
        """Read digits; after too many, Go reads no further."""
        digits = _taken(_DIGITS, self)
        number = _number(digits)
        if digits and number is None:
            self.position = len(self.layout)
        return number

    def _precision(self) -> int | None:
        # A point at the end is a verb, one that there is not.
        if not self._at(".") or self.position + 1 >= len(self.layout):
            return None
        self.position += 1
        self._good = self._good and not self._after_index
        self._index()
        if not self._at("*"):
            return self._plain_number() or 0
        precision = self._star()
        if precision is None or precision < 0:
            self.complaints.append("%!(BADPREC)")
            return None
        return precision


def _taken(pattern: re.Pattern[str], reader: SpecReader) -> str:
    found = pattern.match(reader.layout, reader.position)
    text = found[0] if found else ""
    reader.position += len(text)
    return text


def _number(digits: str) -> int | None:
    # Go looks whether it is too large before it takes the last digit.
    if not digits or len(digits) > 9 or int(digits) // 10 > _LARGEST:
        return None
    return int(digits)
