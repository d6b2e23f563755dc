"""Dates written with Go's layouts, where an example date stands for the format.

Permalink patterns may use the pieces of such a layout as tokens (``:06``, ``:Jan``).
English names only, as in Go.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_ZERO: Final = timedelta()
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

# The longest spelling of a piece stands first. A short name followed by a lower-case
# letter is an ordinary word ("Janus", "Monster"), not a piece.
_PIECE: Final = re.compile(
    r"January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|_2006|__2|002|0[1-6]|15"
    r"|_2|[1-5]|PM|pm|Z07:00:00|Z070000|Z07:00|Z0700|Z07"
    r"|-07:00:00|-070000|-07:00|-0700|-07|[.,](?:0+|9+)(?![0-9])"
)


def _offset(when: datetime, colon: str, *, minutes: bool = True) -> str:
    seconds = int((when.utcoffset() or _ZERO).total_seconds())
    hours, rest = divmod(abs(seconds) // 60, 60)
    sign = "-" if seconds < 0 else "+"
    return f"{sign}{hours:02}" + (f"{colon}{rest:02}" if minutes else "")


def _z_offset(when: datetime, colon: str, *, minutes: bool = True) -> str:
    return "Z" if not when.utcoffset() else _offset(when, colon, minutes=minutes)


def _seconds_offset(when: datetime, colon: str) -> str:
    seconds = int((when.utcoffset() or _ZERO).total_seconds())
    return f"{_offset(when, colon)}{colon}{abs(seconds) % 60:02}"


def _fraction(when: datetime, piece: str) -> str:
    """Return so many digits of the second; of nines, zeros at the end are left out."""
    digits = f"{when.microsecond:06}".ljust(len(piece) - 1, "0")[: len(piece) - 1]
    kept = digits.rstrip("0") if piece[1] == "9" else digits
    return piece[0] + kept if kept else ""


def _zone_name(when: datetime) -> str:
    """Return the zone's letters; Go has no name for a bare offset, so it is written."""
    name = when.tzname() or "UTC"
    if not name.startswith("UTC") or name == "UTC":
        return name
    return _offset(when, "")


def _yearday(when: datetime) -> int:
    return when.timetuple().tm_yday


def _hour12(when: datetime) -> int:
    return when.hour % 12 or 12


_FORMATS: Final[dict[str, Callable[[datetime], str]]] = {
    "January": lambda when: MONTHS[when.month - 1],
    "Jan": lambda when: MONTHS[when.month - 1][:3],
    "Monday": lambda when: WEEKDAYS[when.weekday()],
    "Mon": lambda when: WEEKDAYS[when.weekday()][:3],
    "MST": _zone_name,
    "2006": lambda when: f"{when.year:04}",
    "_2006": lambda when: f"_{when.year:04}",
    "__2": lambda when: f"{_yearday(when):3}",
    "002": lambda when: f"{_yearday(when):03}",
    "01": lambda when: f"{when.month:02}",
    "02": lambda when: f"{when.day:02}",
    "03": lambda when: f"{_hour12(when):02}",
    "04": lambda when: f"{when.minute:02}",
    "05": lambda when: f"{when.second:02}",
    "06": lambda when: f"{when.year % 100:02}",
    "15": lambda when: f"{when.hour:02}",
    "_2": lambda when: f"{when.day:2}",
    "1": lambda when: str(when.month),
    "2": lambda when: str(when.day),
    "3": lambda when: str(_hour12(when)),
    "4": lambda when: str(when.minute),
    "5": lambda when: str(when.second),
    "PM": lambda when: "PM" if when.hour >= 12 else "AM",
    "pm": lambda when: "pm" if when.hour >= 12 else "am",
    "Z07:00:00": lambda when: _seconds_offset(when, ":") if when.utcoffset() else "Z",
    "Z070000": lambda when: _seconds_offset(when, "") if when.utcoffset() else "Z",
    "-07:00:00": lambda when: _seconds_offset(when, ":"),
    "-070000": lambda when: _seconds_offset(when, ""),
    "Z07:00": lambda when: _z_offset(when, ":"),
    "Z0700": lambda when: _z_offset(when, ""),
    "Z07": lambda when: _z_offset(when, "", minutes=False),
    "-07:00": lambda when: _offset(when, ":"),
    "-0700": lambda when: _offset(when, ""),
    "-07": lambda when: _offset(when, "", minutes=False),
}


def format_date(when: datetime, layout: str) -> str:
    """Return *when* in Go's *layout*; text that is no piece of a layout stays.

    Fractions of seconds (``.000``) have six digits that may differ from zero.
    """
    return _PIECE.sub(lambda piece: _format(when, piece[0]), layout)


def _format(when: datetime, piece: str) -> str:
    known = _FORMATS.get(piece)
    return known(when) if known else _fraction(when, piece)
