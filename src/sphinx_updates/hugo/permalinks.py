"""The parts of an address: Hugo's three slug rules and its permalink patterns.

Text comes in as authors write it, paths go out as Hugo publishes them: POSIX, decoded
(no percent signs of our own). Which pattern is for which page is decided in
:mod:`sphinx_updates.hugo.site.urls`.

Source of the rules: Hugo's common/paths Sanitize and resources/page/permalinks.go,
checked case by case in tests/golden/permalinks.json.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_plus

from sphinx_updates.hugo.go_time import MONTHS, WEEKDAYS, format_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ALWAYS_ALLOWED: Final = frozenset("./\\_#+~-@")
_HEX: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_PLAIN: Final = re.compile(r"[a-z0-9./_-]*")
_TOKEN: Final = re.compile(r":[0-9A-Za-z_]+(?:\[.+?\])?")
_SLICE: Final = re.compile(r"(sections|sectionslugs)(\[.+\])")

# Each of its fields differs from Go's example date, so that formatting changes every
# layout there is; what comes back unchanged is no layout.
_REFERENCE: Final = datetime(2019, 11, 9, 23, 1, 42, tzinfo=UTC)
ZERO_DATE: Final = datetime(1, 1, 1, tzinfo=UTC)
"""What a page without a date has in Hugo; a pattern shows its year as ``1``."""


class PermalinkError(ValueError):
    """A permalink pattern that cannot be used; the message says which token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PermalinkInput:
    """What a permalink pattern may ask about a page."""

    date: datetime | None = None
    """In the zone the author wrote; None is :data:`ZERO_DATE`."""
    sections: tuple[str, ...] = ()
    """Names of the sections the page lies in, outermost first."""
    section_slugs: tuple[str, ...] = ()
    """Slug or title of each of these sections; empty means the names."""
    title: str = ""
    slug: str = ""
    base_name: str = ""
    """File name without suffix, or the folder of a bundle or section."""
    remove_accents: bool = False
    lower: bool = True
    keeps_slashes: bool = False
    """Whether a slash in the title stays one: that of a term does."""


def lower_case(text: str) -> str:
    """Return *text* in lower case, letter by letter as Go does.

    Python's own rule looks at neighbours (a final sigma) and may return more letters
    than it was given (a dotted capital I).
    """
    if text.isascii():
        return text.lower()
    return "".join(letter.lower()[0] for letter in text)


def strip_accents(text: str) -> str:
    """Return *text* without combining marks; letters such as ``ł`` and ``ß`` stay."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in parts if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", kept)


def sanitize(text: str, *, remove_accents: bool = False, lower: bool = True) -> str:
    """Drop what Hugo keeps out of paths; a run of white space becomes one hyphen.

    No hyphen is put at either end or beside another one.
    """
    if not _PLAIN.fullmatch(text):
        text = _drop_unsafe(text)
        if remove_accents:
            text = strip_accents(text)
    return lower_case(text) if lower else text


def _drop_unsafe(text: str) -> str:
    kept: list[str] = []
    is_space_due = was_hyphen = False
    for index, letter in enumerate(text):
        if _is_allowed(text, index, letter):
            was_hyphen = letter == "-"
            if is_space_due and not was_hyphen:
                kept.append("-")
            is_space_due = False
            kept.append(letter)
        elif kept and not was_hyphen and letter.isspace():
            is_space_due = True
    return "".join(kept)


def _is_allowed(text: str, index: int, letter: str) -> bool:
    if letter in _ALWAYS_ALLOWED or (letter.isascii() and letter.isalnum()):
        return True
    if letter == "%":
        return _HEX.match(text, index) is not None
    category = unicodedata.category(letter)
    return category[0] in "LM" or category == "Nd"


@lru_cache(maxsize=20_000)
def path_segment(name: str, *, remove_accents: bool = False, lower: bool = True) -> str:
    """Return the part of an address that a file, a folder or a term gives.

    Each space becomes a hyphen of its own: ``A & B`` -> ``a--b``.
    """
    spaced = name.replace(" ", "-")
    return sanitize(spaced, remove_accents=remove_accents, lower=lower)


def slug_segment(slug: str, *, remove_accents: bool = False, lower: bool = True) -> str:
    """Return the part of an address that ``slug`` gives: ``A & B`` -> ``a-b``."""
    trimmed = slug.strip("-")
    return sanitize(trimmed, remove_accents=remove_accents, lower=lower)


def title_segment(
    title: str, *, remove_accents: bool = False, lower: bool = True
) -> str:
    """Return the part of an address that ``:title`` gives: ``A/B + C`` -> ``a-b-c``."""
    flat = _title_value(title, remove_accents=remove_accents, lower=lower)
    return sanitize(unquote_plus(flat), remove_accents=remove_accents, lower=lower)


def _title_value(title: str, *, remove_accents: bool, lower: bool) -> str:
    flat = title.replace("/", "-").replace("\\", "-")
    return sanitize(flat, remove_accents=remove_accents, lower=lower)


def expand_pattern(pattern: str, page: PermalinkInput) -> str:
    """Return the address that *pattern* gives *page*, as a folder: ``/2023/a-post/``.

    :raises PermalinkError: If the pattern has a token that Hugo does not know.
    """
    path = posixpath.normpath("/" + expand_tokens(pattern, page)).lstrip("/")
    path = sanitize(path, remove_accents=page.remove_accents, lower=page.lower)
    parts = [part for part in path.split("/") if part]
    return "/" + "".join(f"{part}/" for part in parts)


def expand_tokens(pattern: str, page: PermalinkInput) -> str:
    r"""Return *pattern* with every token replaced; the text between stays as it is.

    ``\:`` is a colon. As in Hugo ``+`` and ``%20`` are spaces, and ``..`` still stands.

    :raises PermalinkError: If the pattern has a token that Hugo does not know.
    """
    pieces = (
        _TOKEN.sub(lambda token: _value(token[0][1:], page, pattern), piece)
        for piece in pattern.split("\\:")
    )
    return unquote_plus(":".join(pieces))


def check_pattern(pattern: str) -> None:
    """Return if *pattern* can be used.

    :raises PermalinkError: If it has a token that Hugo does not know.
    """
    expand_tokens(pattern, PermalinkInput())


def _value(name: str, page: PermalinkInput, pattern: str) -> str:
    if (read := _TOKENS.get(name)) is not None:
        return read(page)
    if cut := _SLICE.fullmatch(name):
        parts = page.sections if cut[1] == "sections" else _section_slugs(page)
        return posixpath.join("", *cut_slice(parts, cut[2]))
    if format_date(_REFERENCE, name) != name:
        return format_date(page.date or ZERO_DATE, name)
    message = f"permalink attribute not recognised: {':' + name!r} in {pattern!r}"
    raise PermalinkError(message)


def _clean(text: str, page: PermalinkInput) -> str:
    return sanitize(text, remove_accents=page.remove_accents, lower=page.lower)


def _title(page: PermalinkInput) -> str:
    if page.keeps_slashes:
        return _without_fragment(_clean(page.title, page))
    title = _title_value(
        page.title, remove_accents=page.remove_accents, lower=page.lower
    )
    return _without_fragment(title)


def _slug(page: PermalinkInput) -> str:
    return _without_fragment(_clean(page.slug.strip("-"), page))


def _base_name(page: PermalinkInput) -> str:
    return _without_fragment(_clean(page.base_name, page))


def _without_fragment(part: str) -> str:
    """Return *part* without a number sign that is its only one and its end: ``C#``.

    Hugo takes such a value for an address with an empty fragment.
    """
    return part[:-1] if part.find("#") == len(part) - 1 else part


def _section_slugs(page: PermalinkInput) -> tuple[str, ...]:
    names = page.section_slugs or page.sections
    return tuple(_clean(name, page) for name in names)


def _first(parts: Sequence[str]) -> str:
    return parts[0] if parts else ""


def _of_date(read: Callable[[datetime], str]) -> Callable[[PermalinkInput], str]:
    return lambda page: read(page.date or ZERO_DATE)


_TOKENS: Final[dict[str, Callable[[PermalinkInput], str]]] = {
    "year": _of_date(lambda date: str(date.year)),
    "month": _of_date(lambda date: f"{date.month:02}"),
    "monthname": _of_date(lambda date: MONTHS[date.month - 1]),
    "day": _of_date(lambda date: f"{date.day:02}"),
    "weekday": _of_date(lambda date: str(date.isoweekday() % 7)),
    "weekdayname": _of_date(lambda date: WEEKDAYS[date.weekday()]),
    "yearday": _of_date(lambda date: str(date.timetuple().tm_yday)),
    "section": lambda page: _first(page.sections),
    "sections": lambda page: "/".join(page.sections),
    "sectionslug": lambda page: _first(_section_slugs(page)),
    "sectionslugs": lambda page: "/".join(_section_slugs(page)),
    "title": _title,
    "slug": lambda page: _slug(page) if page.slug else _title(page),
    "contentbasename": _base_name,
    "filename": _base_name,
    "slugorcontentbasename": lambda page: _slug(page) or _base_name(page),
    "slugorfilename": lambda page: _slug(page) or _base_name(page),
}


def cut_slice(parts: Sequence[str], cut: str) -> Sequence[str]:
    """Return the *parts* that a cut such as ``[1:]``, ``[last]`` or ``[0]`` keeps.

    A place beyond the end keeps nothing.
    """
    low, colon, high = cut.strip("[]").lower().partition(":")
    start = _place(low, len(parts), 0)
    if not colon:
        return parts[start : start + 1]
    return parts[start : _place(high, len(parts), len(parts))]


def _place(text: str, length: int, default: int) -> int:
    if text == "last":
        return max(length - 1, 0)
    if not text:
        return default
    # Go's Atoi leaves 0 behind where it fails.
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0
