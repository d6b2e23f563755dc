"""Tables of CSV as Go's ``encoding/csv`` reads them, with its messages.

Source: Go's encoding/csv, run by Hugo 0.168; see the golden cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.errors import FunctionError

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTE: Final = '"'
_NO_DELIMITERS: Final = ("", _QUOTE, "\r", "\n", "\ufffd")
_BARE: Final = 'bare " in non-quoted-field'
_STRAY: Final = 'extraneous or missing " in quoted-field'


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written."""

    delimiter: str = ","
    comment: str = ""
    """A line that begins with it says nothing."""
    is_lazy: bool = False
    """Whether quotes may stand anywhere."""


def read_table(text: str, dialect: Dialect) -> list[list[str]]:
    """Return the rows, all of one length.

    :raises FunctionError: If *text* or *dialect* cannot be read.
    """
    if dialect.delimiter in (*_NO_DELIMITERS, dialect.comment):
        raise FunctionError("csv: invalid field or comment delimiter")
    rows: list[list[str]] = []
    for number, row in _Reader(text, dialect).rows():
        if rows and len(row) != len(rows[0]):
            raise FunctionError(f"record on line {number}: wrong number of fields")
        rows.append(row)
    return rows


class _Reader:
    def __init__(self, text: str, dialect: Dialect) -> None:
        self._lines = iter(text.replace("\r\n", "\n").splitlines(keepends=True))
        self._dialect = dialect
        self._number = 0
        self._line = ""
        self._start = 1

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the line on which each row begins, and the row."""
        comment = self._dialect.comment
        while self._next():
            line = self._line
            if line == "\n" or (comment and line.startswith(comment)):
                continue
            self._start = self._number
            yield self._start, self._row()

    def _next(self) -> bool:
        self._line = next(self._lines, "")
        self._number += bool(self._line)
        return bool(self._line)

    def _row(self) -> list[str]:
        row: list[str] = []
        place: int | None = 0
        while place is not None:
            if self._line.startswith(_QUOTE, place):
                field, place = self._quoted(place + 1)
            else:
                field, place = self._plain(place)
            row.append(field)
        return row

    def _plain(self, start: int) -> tuple[str, int | None]:
        """Return a field without quotes, and where the next one begins."""
        delimiter = self._dialect.delimiter
        end = self._line.find(delimiter, start)
        field = self._line[start:] if end < 0 else self._line[start:end]
        field = field.removesuffix("\n") if end < 0 else field
        quote = field.find(_QUOTE)
        if quote >= 0 and not self._dialect.is_lazy:
            raise self._error(_BARE, start + quote)
        return field, None if end < 0 else end + len(delimiter)

    def _quoted(self, start: int) -> tuple[str, int | None]:
        parts: list[str] = []
        delimiter = self._dialect.delimiter
        while True:
            line = self._line
            end = line.find(_QUOTE, start)
            if end < 0:
                parts.append(line[start:])
                # An error at the end of the text is where the last line ends.
                last = len(line.removesuffix("\n"))
                if not self._next():
                    if not self._dialect.is_lazy:
                        self._line = line
                        raise self._error(_STRAY, last)
                    return "".join(parts).removesuffix("\n"), None
                start = 0
                continue
            parts.append(line[start:end])
            start = end + 1
            if line.startswith(_QUOTE, start):
                parts.append(_QUOTE)
                start += 1
            elif line.startswith(delimiter, start):
                return "".join(parts), start + len(delimiter)
            elif line[start:] in ("", "\n"):
                return "".join(parts), None
            elif self._dialect.is_lazy:
                parts.append(_QUOTE)
            else:
                raise self._error(_STRAY, end)

    def _error(self, reason: str, place: int) -> FunctionError:
        column = len(self._line[:place].encode()) + 1
        where = f"parse error on line {self._number}, column {column}"
        if self._start != self._number:
            where = f"record on line {self._start}; {where}"
        return FunctionError(f"{where}: {reason}")
