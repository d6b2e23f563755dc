"""Dates as Hugo reads them: the accepted forms, the fallbacks, the file name.

Source: hugo@0.168 resources/page/pagemeta/page_frontmatter.go, github.com/spf13/cast
timeFormats, Go time.Parse; every form was run, see the golden cases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Final

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_any_date

from sphinx_updates.hugo.front_matter.model import (
    DEFAULT_DATE,
    DEFAULT_EXPIRY_DATE,
    DEFAULT_LASTMOD,
    DEFAULT_PUBLISH_DATE,
    DateRules,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTHS: Final = (
    "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - a row
)
_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

# The parts of Go's layouts. An hour may have one digit, a minute may not; a run of
# spaces equals any other; a fraction may follow the seconds of every layout.
_YMD: Final = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_HMS: Final = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)(?:[.,](?P<frac>\d+))?"
)
_HM: Final = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)"
_SHORT_DAY: Final = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_LONG_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = r"(?P<name>[A-Za-z]{3})"
_DAY: Final = r"(?P<day>\d{1,2})"
_DAY2: Final = r"(?P<day>\d\d)"
_DMY: Final = rf"(?P<day>\d\d) +{_MONTH} +(?P<year>\d{{4}})"
_DMY2: Final = rf"(?P<day>\d\d) +{_MONTH} +(?P<year>\d\d)"
_NUMERIC: Final = r"(?P<offset>[+-]\d\d\d\d)"
_COLON: Final = r"(?P<offset>[+-]\d\d:\d\d)"
_Z: Final = r"(?P<offset>Z|[+-]\d\d:?\d\d)"
# A zone name says nothing in Hugo, but for "GMT+3", which moves the clock.
_NAMED: Final = (
    r"(?:GMT(?P<gmt>[+-]\d{1,2})?|UTC|ChST|MeST|WITA|[+-]\d\d"
    r"|[A-Z]{3}(?![A-Z])|[A-Z]{3}T(?![A-Z])|[A-Z]{4}T(?![A-Z]))"
)

_LAYOUTS: Final = tuple(
    # Weekdays are compared without case; zone names are not.
    re.compile(layout, re.ASCII)
    for layout in (
        _YMD,
        rf"{_YMD}T{_HMS}{_Z}?",
        rf"{_YMD} +{_HMS}{_Z}?",
        rf"{_YMD} +{_HMS} +{_COLON}",
        rf"{_YMD} +{_HMS} +{_NUMERIC}(?: +{_NAMED})?",
        _DMY,
        rf"(?i:{_SHORT_DAY}), +{_DMY} +{_HMS} +(?:{_NUMERIC}|{_NAMED})",
        rf"{_DMY2} +{_HM} +(?:{_NUMERIC}|{_NAMED})",
        rf"(?i:{_LONG_DAY}), +(?P<day>\d\d)-{_MONTH}-(?P<year>\d\d) +{_HMS} +{_NAMED}",
        rf"(?i:{_SHORT_DAY}) +{_MONTH} +{_DAY} +{_HMS} +(?P<year>\d{{4}})",
        rf"(?i:{_SHORT_DAY}) +{_MONTH} +{_DAY} +{_HMS} +{_NAMED} +(?P<year>\d{{4}})",
        rf"(?i:{_SHORT_DAY}) +{_MONTH} +{_DAY2} +{_HMS} +{_NUMERIC} +(?P<year>\d{{4}})",
    )
)

ABLOG_KEY: Final = "blogpost"
"""A page with this key was written for ABlog, which reads dates in many forms."""

# A value longer than this is no date; it need not be matched twelve times.
MAX_DATE_LENGTH: Final = 100

_FILE_NAME: Final = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[-T ](?P<time>\d\d[-:]\d\d[-:]\d\d))?", re.ASCII
)


def parse_date(value: object, time_zone: tzinfo) -> datetime | None:
    """Return *value* as an aware date, None for an empty value or Hugo's zero date.

    Text in one of Hugo's forms, or a whole number of seconds since 1970. A date that
    names no zone is in *time_zone*; nanoseconds are cut to microseconds.

    :raises ValueError: If Hugo would not parse it, or Python cannot hold it.
    """
    match value:
        case None | "":
            return None
        case bool():
            raise ValueError("a boolean")
        case int():
            moment = _from_seconds(value)
        case str():
            moment = _from_text(value, time_zone)
        case datetime() if value.tzinfo is not None:
            moment = value
        case _:
            raise ValueError("not a date")
    return None if _in_utc(moment) == datetime.min.replace(tzinfo=UTC) else moment


def _in_utc(moment: datetime) -> datetime:
    """Return *moment* in UTC; others will ask for it, so it must be in range."""
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("out of range") from error


def _from_seconds(seconds: int) -> datetime:
    try:
        return _EPOCH + timedelta(seconds=seconds)
    except OverflowError as error:
        raise ValueError("out of range") from error


def _from_text(text: str, time_zone: tzinfo) -> datetime:
    if len(text) > MAX_DATE_LENGTH:
        raise ValueError("too long")
    for layout in _LAYOUTS:
        if match := layout.fullmatch(text):
            return _from_parts(match.groupdict(), time_zone)
    raise ValueError("no known form")


def _from_parts(parts: Mapping[str, str | None], time_zone: tzinfo) -> datetime:
    """Build a date from the named groups of a layout."""
    month = parts.get("month")
    if month is None:
        name = (parts.get("name") or "").lower()
        if name not in _MONTHS:
            raise ValueError("no such month")
        month = str(_MONTHS.index(name) + 1)
    moment = datetime(  # noqa: DTZ001 - the zone follows
        _year(parts.get("year") or ""),
        int(month),
        int(parts.get("day") or ""),
        int(parts.get("hour") or 0),
        int(parts.get("minute") or 0),
        int(parts.get("second") or 0),
        int((parts.get("frac") or "").ljust(6, "0")[:6]),
    )
    if offset := parts.get("offset"):
        return moment.replace(tzinfo=_offset_zone(offset))
    if hours := parts.get("gmt"):
        moment += timedelta(hours=int(hours))
    return _in_zone(moment, time_zone)


def _year(text: str) -> int:
    """Return the year; two digits from 69 on are of the last century, as in Go."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (1900 if year >= 69 else 2000)


def _offset_zone(text: str) -> tzinfo:
    if text in {"Z", "+0000", "+00:00"}:
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _in_zone(moment: datetime, time_zone: tzinfo) -> datetime:
    """Put the naive *moment* into *time_zone*.

    A time that the clocks skip is read with the offset after the change, as in Go.
    """
    try:
        local = moment.replace(tzinfo=time_zone)
        back = local.astimezone(UTC).astimezone(time_zone)
        if back.replace(tzinfo=None) != moment:
            return local.replace(fold=1).astimezone(UTC).astimezone(time_zone)
    except OverflowError as error:
        raise ValueError("out of range") from error
    return local


def date_and_slug(name: str, time_zone: tzinfo) -> tuple[datetime | None, str]:
    """Return the date that starts the file *name*, and the slug that is left.

    Hugo takes an extension off a second time, so that ``2020-01-02-a.b`` gives ``a``.
    """
    stem = name.rpartition(".")[0] if "." in name else name
    match = _FILE_NAME.match(stem)
    if match is None:
        return None, ""
    day, clock = match.group("day"), match.group("time")
    forms = [(day, match.end("day"))]
    if clock:
        forms.insert(0, (f"{day}T{clock.replace('-', ':')}", match.end()))
    for form, end in forms:
        try:
            moment = parse_date(form, time_zone)
        except ValueError:
            continue
        return moment, stem[end:].strip(" -_") if moment is not None else ""
    return None, ""


@dataclass(slots=True)
class Dates:
    """The four dates of a page, and what else came up on the way to them."""

    date: datetime | None = None
    lastmod: datetime | None = None
    publishdate: datetime | None = None
    expirydate: datetime | None = None
    slug: str = ""
    """What is left of the file name, where a date came from it."""
    bad_keys: list[str] = field(default_factory=list)
    """Keys that hold no date; each once, in the order met."""
    params: dict[str, object] = field(default_factory=dict)
    """What the date keys are in a template's ``.Params``."""


def resolve_dates(values: Mapping[str, object], name: str, rules: DateRules) -> Dates:
    """Find the dates of a page with the front matter *values*; never raises.

    The order matters: a date that was found counts as given for those that follow, so
    that ``lastmod`` alone sets the publish date too.
    """
    dates = Dates(params=dict(values))
    for key, sources, defaults in (
        ("date", rules.date, DEFAULT_DATE),
        ("lastmod", rules.lastmod, DEFAULT_LASTMOD),
        ("publishdate", rules.publish_date, DEFAULT_PUBLISH_DATE),
        ("expirydate", rules.expiry_date, DEFAULT_EXPIRY_DATE),
    ):
        for source in _expand(sources, defaults):
            if source == ":filename":
                moment, slug = date_and_slug(name, rules.time_zone)
                if moment is not None:
                    dates.slug = slug
            else:
                moment = _read_source(dates, source, rules.time_zone)
            if moment is not None:
                setattr(dates, key, moment)
                dates.params.setdefault(key, moment)
                break
    return dates


def _expand(sources: tuple[str, ...], defaults: tuple[str, ...]) -> list[str]:
    """Replace ``:default`` and add each key's other names behind it, each once."""
    names: list[str] = []
    for source in sources:
        names.extend(defaults if source == ":default" else (source,))
    full = [alias for name in names for alias in (name, *_ALIASES.get(name, ()))]
    return list(dict.fromkeys(full))


def _read_source(dates: Dates, key: str, time_zone: tzinfo) -> datetime | None:
    if key.startswith(":") or key not in dates.params:
        return None
    value = dates.params[key]
    try:
        moment = parse_date(value, time_zone)
    except ValueError:
        moment = None
        if ABLOG_KEY in dates.params:
            moment = _as_ablog_reads(value, time_zone)
        if moment is None:
            if key not in dates.bad_keys:
                dates.bad_keys.append(key)
            return None
    if moment is not None:
        dates.params[key] = moment
    return moment


def _as_ablog_reads(value: object, time_zone: tzinfo) -> datetime | None:
    """Return a date in any form that ABlog knows, ``Jan 5, 2024``; None for no date."""
    if not isinstance(value, str) or len(value) > MAX_DATE_LENGTH:
        return None
    try:
        moment = parse_any_date(value)
        return moment if moment.tzinfo else _in_zone(moment, time_zone)
    except (ParserError, OverflowError, ValueError):
        return None
