"""Checking single values of Hugo's configuration.

Each reader takes a value as TOML, YAML or JSON give it and returns what the settings
keep, or raises :class:`BadValueError`, whose message says what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, tzinfo
from html import unescape
from typing import Final, cast, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sphinx_updates.hugo.anchors import IdStyle
from sphinx_updates.hugo.highlight import CodeOptions, from_attributes

Delimiters = tuple[tuple[str, str], ...]
"""Pairs of an opening and a closing mark."""

# Nesting and size that no real configuration comes near; YAML aliases could make a
# small file endless.
MAX_DEPTH: Final = 24
MAX_VALUES: Final = 20_000
_INTEGER: Final = re.compile(r"-?[0-9]{1,12}")


class BadValueError(ValueError):
    """A value of the wrong shape; the message says what was expected."""


def read_boolean(value: object) -> bool:
    """Read ``true`` or ``false``, as a text too."""
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if not isinstance(value, bool):
        raise BadValueError("true or false")
    return value


def read_switch(value: object) -> bool:
    """Read ``true``, or a table with ``enable`` or ``disable`` in it."""
    if not isinstance(value, Mapping):
        return read_boolean(value)
    if "disable" in value:
        return not read_boolean(value["disable"])
    return read_boolean(value.get("enable", True))


def read_text(value: object) -> str:
    """Read any text."""
    if not isinstance(value, str):
        raise BadValueError("text")
    return value


def read_label(value: object) -> str:
    """Read text for people, which may look like a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return read_text(value)


def read_integer(value: object) -> int:
    """Read a whole number, as a text too."""
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadValueError("a whole number")
    return value


def read_count(value: object) -> int:
    """Read a whole number that is not negative."""
    number = read_integer(value)
    if number < 0:
        raise BadValueError("a whole number")
    return number


def read_zone(value: object) -> tzinfo:
    """Read the name of a time zone; nothing means UTC."""
    try:
        return ZoneInfo(read_text(value)) if value else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadValueError("the name of a time zone such as 'Europe/Paris'") from error


def read_texts(value: object) -> tuple[str, ...]:
    """Read a list of text, or one text."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(
        isinstance(item, str) for item in items
    ):
        raise BadValueError("a list of text")
    return tuple(items)


def read_patterns(value: object) -> tuple[str, ...]:
    """Read regular expressions."""
    for pattern in read_texts(value):
        try:
            re.compile(pattern)
        except re.error as error:
            raise BadValueError(f"regular expressions, {pattern!r} is none") from error
    return read_texts(value)


def read_map(value: object) -> dict[str, object]:
    """Return a table of values, with its keys in lower case as far as they are maps."""
    if not isinstance(value, Mapping):
        raise BadValueError("a table of values")
    return lower_keys(value)


def read_text_map(value: object) -> dict[str, str]:
    """Read a table of text."""
    if not isinstance(value, Mapping) or not all(
        isinstance(item, str) for pair in value.items() for item in pair
    ):
        raise BadValueError("a table of text")
    return dict(value)


def read_ugly(value: object) -> bool | tuple[str, ...]:
    """Read ``true``, or a table of sections with it."""
    if not isinstance(value, Mapping):
        return read_boolean(value)
    return tuple(sorted(str(key) for key, on in value.items() if read_boolean(on)))


def read_delimiters(value: object) -> Delimiters:
    """Read pairs of an opening and a closing mark."""
    if not isinstance(value, list | tuple):
        raise BadValueError("a list of pairs")
    pairs = [read_texts(pair) for pair in value]
    if not all(len(pair) == 2 and all(pair) for pair in pairs):
        raise BadValueError("a list of pairs")
    return tuple((pair[0], pair[1]) for pair in pairs)


def read_id_style(value: object) -> IdStyle:
    """Read the name of a rule for heading ids."""
    if value not in get_args(IdStyle):
        raise BadValueError(" or ".join(map(repr, get_args(IdStyle))))
    return cast("IdStyle", value)


def read_typography(value: object) -> dict[str, str]:
    """Read what the typographer prints, which is HTML, as text by name."""
    if not isinstance(value, Mapping):
        return {}
    return {
        str(name).lower(): unescape(read_text(printed))
        for name, printed in value.items()
        if str(name).lower() not in ("disable", "enable")
    }


def read_protocol(value: object) -> str:
    """Read the first part of an address, without ``://``."""
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*", read_text(value)):
        raise BadValueError("a protocol such as 'https'")
    return read_text(value)


def read_line_breaks(value: object) -> str:
    """Read ``cjk``: how lines are joined, "" if they are not."""
    table = read_map(value)
    style = table.get("eastasianlinebreaksstyle") or "simple"
    if style not in ("simple", "css3draft"):
        raise BadValueError("a table with the style 'simple' or 'css3draft'")
    is_on = read_boolean(table.get("enable", False))
    breaks = read_boolean(table.get("eastasianlinebreaks", False))
    return str(style) if is_on and breaks else ""


def read_escaped_space(value: object) -> bool:
    """Read ``cjk``: whether an escaped blank is nothing."""
    table = read_map(value)
    is_on = read_boolean(table.get("enable", False))
    return is_on and read_boolean(table.get("escapedspace", False))


def read_highlight(value: object) -> CodeOptions:
    """Read how code is shown; styles and sizes are the theme's business here."""
    table = read_map(value)
    for key in ("linenos", "hl_inline"):
        if key in table and table[key] not in (True, False, "table", "inline"):
            raise BadValueError(f"a table with {key!r} true or false")
    start = table.get("linenostart", 1)
    if isinstance(start, bool) or not isinstance(start, int):
        raise BadValueError("a table with 'linenostart' a whole number")
    return replace(from_attributes(table), guess=False)


def read_privacy(value: object) -> dict[str, frozenset[str]]:
    """Read what is switched on for each service, all in lower case."""
    return {
        service: frozenset(
            name for name, on in read_map(switches).items() if read_boolean(on)
        )
        for service, switches in read_map(value).items()
    }


def shorten(value: object) -> str:
    """Return *value* as a message shows it."""
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def lower_keys(config: Mapping[str, object]) -> dict[str, object]:
    """Return a copy of *config* with all keys in lower case."""
    count = 0

    def copy(value: object, depth: int) -> object:
        nonlocal count
        count += 1
        if depth > MAX_DEPTH or count > MAX_VALUES:
            raise BadValueError("nested too deeply or too large to be read")
        if isinstance(value, Mapping):
            return {str(k).lower(): copy(v, depth + 1) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [copy(item, depth + 1) for item in value]
        return value

    return cast("dict[str, object]", copy(config, 0))
