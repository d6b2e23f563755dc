"""The ``time`` namespace. The clock is the host's, so a build knows one time alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timezone, tzinfo
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sphinx_updates.hugo.templates.casts import (
    parse_duration,
    to_int,
    to_string,
    to_time,
    wrap,
)
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.local_words import LocalWords
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import Duration
from sphinx_updates.hugo.templates.verbs import sprintf

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime

_SECOND: Final = 10**9
_UNITS: Final = {
    **dict.fromkeys(("nanosecond", "ns"), 1),
    **dict.fromkeys(("microsecond", "us", "µs"), 10**3),
    **dict.fromkeys(("millisecond", "ms"), 10**6),
    **dict.fromkeys(("second", "s"), _SECOND),
    **dict.fromkeys(("minute", "m"), 60 * _SECOND),
    **dict.fromkeys(("hour", "h"), 3600 * _SECOND),
}


def find_zone(name: str) -> tzinfo:
    """Return a zone of the IANA list by its name, written as it is there."""
    if name in ("", "UTC"):
        return UTC
    if ".." in name or name.startswith(("/", "\\")):
        raise FunctionError("time: invalid location name")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise FunctionError(f"unknown time zone {name}") from error


@function("time.AsTime", "time", runtime=True)
def as_time(runtime: Runtime, value: object, *zone: object) -> datetime:
    """Return the value as a time, in the zone given or that of the site."""
    where = find_zone(to_string(zone[0])) if zone else runtime.host.time_zone
    return to_time(value, where)


@function("time.Duration", "duration")
def duration(unit: object, number: object) -> Duration:
    """Return so many of a unit as a length of time."""
    name = to_string(unit)
    if name not in _UNITS:
        raise FunctionError(sprintf("%q is not a valid duration unit", unit))
    try:
        count = to_int(number)
    except FunctionError as error:
        reason = re.sub(r" to int\b", " to int64", str(error))
        raise FunctionError(reason) from error
    return Duration(wrap(count * _UNITS[name]))


@function("time.ParseDuration")
def read_duration(value: object) -> Duration:
    """Return a length of time that is written with units, such as ``1h30m``."""
    return parse_duration(to_string(value))


@function("time.Now", "now", runtime=True)
def now(runtime: Runtime) -> datetime:
    """Return the time of the build."""
    return runtime.host.now()


@function("time.In")
def in_zone(zone: str, moment: datetime) -> datetime:
    """Return the same moment on the clocks of another zone."""
    if not isinstance(moment, datetime):
        raise FunctionError("wrong type for value; expected time.Time")
    try:
        return moment.astimezone(find_zone(zone))
    except OverflowError as error:
        raise FunctionError("the time is out of range") from error


@function("time.Format", "dateFormat", runtime=True)
def format_time(runtime: Runtime, layout: str, value: object) -> str:
    """Return the time in a layout of Go's or one of Hugo's, such as ``:date_long``.

    Names of months and weekdays are those of the site's language.
    """
    host = runtime.host
    if isinstance(value, datetime):
        # Hugo writes such a time down first, without fractions and names of zones.
        offset = value.utcoffset()
        zone = timezone(offset) if offset else UTC
        moment = value.replace(microsecond=0, tzinfo=zone)
    else:
        moment = to_time(value, host.time_zone)
    text = to_string(layout)
    written = host.translate_date(text, moment)
    if written is not None:
        return written
    return LocalWords.of(host.language).date(text, moment)
