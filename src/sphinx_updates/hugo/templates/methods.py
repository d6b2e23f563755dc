"""The methods of Go's ``time.Time``, ``time.Duration`` and their parts.

Dates here are exact to a microsecond; nanoseconds beyond are cut.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.go_time import MONTHS, WEEKDAYS, format_date
from sphinx_updates.hugo.templates.describe import duration_of, duration_text, syntax
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.printing import print_value
from sphinx_updates.hugo.templates.truth import is_zero_time
from sphinx_updates.hugo.templates.values import Duration, Named, Object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Methods = Mapping[str, Callable[..., object]]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO: Final = 1_000
_MILLI: Final = 1_000_000
_SECOND: Final = 1_000_000_000
_MINUTE: Final = 60 * _SECOND
_HOUR: Final = 60 * _MINUTE


class Month(Named):
    """A month, from 1."""

    __slots__ = ()
    go_type = "time.Month"
    words = MONTHS
    first = 1


class Weekday(Named):
    """A day of the week, from Sunday, 0."""

    __slots__ = ()
    go_type = "time.Weekday"
    words = (WEEKDAYS[6], *WEEKDAYS[:6])


class Location(Object):
    """The zone of a date."""

    __slots__ = ("_name",)
    go_type = "*time.Location"

    def __init__(self, name: str) -> None:
        """Keep its *name*."""
        self._name = name

    def go_string(self) -> str:
        """Return its name."""
        return self._name


def _nanoseconds(moment: datetime) -> int:
    return int(duration_of(moment - _EPOCH))


def _moved(moment: datetime, nanoseconds: int) -> datetime:
    """Return another instant in the same zone; the years of Python are the bounds."""
    try:
        utc = moment.astimezone(UTC) + timedelta(microseconds=nanoseconds // _MICRO)
        return utc.astimezone(moment.tzinfo)
    except OverflowError:
        raise FunctionError("the year is not between 1 and 9999") from None


def add(moment: datetime, length: Duration) -> datetime:
    """Return *moment* after *length*."""
    return _moved(moment, length)


def add_date(moment: datetime, years: int, months: int, days: int) -> datetime:
    """Return *moment* so many years, months and days later.

    Days that a month has not run into the next: 31 January and a month is 2 or 3
    March.
    """
    year, month = divmod(moment.month - 1 + months, 12)
    year += moment.year + years
    try:
        first = moment.replace(year=year, month=month + 1, day=1)
        return first + timedelta(days=moment.day - 1 + days)
    except (OverflowError, ValueError):
        raise FunctionError("the year is not between 1 and 9999") from None


def compare(moment: datetime, other: datetime) -> int:
    """Return -1, 0 or 1 as *moment* is before, at or after *other*."""
    return (moment > other) - (moment < other)


def after(moment: datetime, other: datetime) -> bool:
    """Say whether *moment* is after *other*."""
    return moment > other


def before(moment: datetime, other: datetime) -> bool:
    """Say whether *moment* is before *other*."""
    return moment < other


def equal(moment: datetime, other: datetime) -> bool:
    """Say whether both are the same instant."""
    return moment == other


def subtract(moment: datetime, other: datetime) -> Duration:
    """Return how long after *other* *moment* is."""
    return duration_of(moment - other)


def format_time(moment: datetime, layout: str) -> str:
    """Return *moment* in Go's *layout*."""
    return format_date(moment, layout)


def rounded(moment: datetime, length: Duration) -> datetime:
    """Return *moment* rounded to a multiple of *length* since the year 1, halves up."""
    if length <= 0:
        return moment
    rest = _since_zero(moment) % length
    up = rest + rest >= length
    return _moved(moment, length - rest if up else -rest)


def truncated(moment: datetime, length: Duration) -> datetime:
    """Return *moment* rounded down to a multiple of *length* since the year 1."""
    return _moved(moment, -(_since_zero(moment) % length)) if length > 0 else moment


def _since_zero(moment: datetime) -> int:
    return int(duration_of(moment - datetime(1, 1, 1, tzinfo=UTC)))


def location(moment: datetime) -> Location:
    """Return the zone of *moment*."""
    name = getattr(moment.tzinfo, "key", None)
    is_utc = moment.tzinfo is UTC or moment.tzname() == "UTC"
    return Location(name or ("UTC" if is_utc else ""))


def go_syntax(moment: datetime) -> str:
    """Return *moment* as Go writes it in code."""
    return syntax(moment)


def text(moment: datetime) -> str:
    """Return *moment* as it prints."""
    return print_value(moment)


TIME: Final[Methods] = {
    "Add": add,
    "AddDate": add_date,
    "After": after,
    "Before": before,
    "Compare": compare,
    "Day": lambda moment: moment.day,
    "Equal": equal,
    "Format": format_time,
    "GoString": go_syntax,
    "Hour": lambda moment: moment.hour,
    "IsDST": lambda moment: bool(moment.dst()),
    "IsZero": is_zero_time,
    "Local": lambda moment: moment.astimezone(UTC),
    "Location": location,
    "Minute": lambda moment: moment.minute,
    "Month": lambda moment: Month(moment.month),
    "Nanosecond": lambda moment: moment.microsecond * _MICRO,
    "Round": rounded,
    "Second": lambda moment: moment.second,
    "String": text,
    "Sub": subtract,
    "Truncate": truncated,
    "UTC": lambda moment: moment.astimezone(UTC),
    "Unix": lambda moment: _nanoseconds(moment) // _SECOND,
    "UnixMicro": lambda moment: _nanoseconds(moment) // _MICRO,
    "UnixMilli": lambda moment: _nanoseconds(moment) // _MILLI,
    "UnixNano": _nanoseconds,
    "Weekday": lambda moment: Weekday(moment.isoweekday() % 7),
    "Year": lambda moment: moment.year,
    "YearDay": lambda moment: moment.timetuple().tm_yday,
}


_THREE: Final = "function {} has 3 return values; should be 1 or 2"
_TWO: Final = (
    "invalid function signature for {}: second return value should be error; is int"
)
REFUSED: Final[Mapping[str, str]] = {
    **{name: _THREE.format(name) for name in ("Clock", "Date")},
    **{name: _TWO.format(name) for name in ("ISOWeek", "Zone")},
}
"""Methods of dates that give several values, and what Go says when one is called."""


def _towards_zero(length: int, unit: int) -> int:
    return int(math.copysign(abs(length) // unit, length))


def _rounded_length(length: Duration, unit: Duration) -> Duration:
    """Return *length* as a multiple of *unit*, halves away from zero."""
    if unit <= 0:
        return length
    whole, rest = divmod(abs(length), unit)
    whole += rest + rest >= unit
    return Duration(-whole * unit if length < 0 else whole * unit)


def _cut_length(length: Duration, unit: Duration) -> Duration:
    return Duration(_towards_zero(length, unit) * unit) if unit > 0 else length


def length_text(length: Duration) -> str:
    """Return *length* as it prints."""
    return duration_text(length)


def nanoseconds(length: Duration) -> int:
    """Return *length* as a number."""
    return int(length)


DURATION: Final[Methods] = {
    "Abs": lambda length: Duration(abs(length)),
    "Hours": lambda length: length / _HOUR,
    "Microseconds": lambda length: _towards_zero(length, _MICRO),
    "Milliseconds": lambda length: _towards_zero(length, _MILLI),
    "Minutes": lambda length: length / _MINUTE,
    "Nanoseconds": nanoseconds,
    "Round": _rounded_length,
    "Seconds": lambda length: length / _SECOND,
    "String": length_text,
    "Truncate": _cut_length,
}
_NAMED: Final[Methods] = {"String": Named.go_string}

METHODS: Final[Mapping[type, Methods]] = {
    datetime: TIME,
    Duration: DURATION,
    Named: _NAMED,
}
"""The methods of values that are no objects, by their Python types."""
