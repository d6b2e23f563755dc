"""The data of a Plotly chart, read as tables."""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final

_SERIES: Final = (
    "labels", "values", "x", "y", "z", "r", "theta", "lat", "lon", "locations", "text"
)  # fmt: skip
_AXES: Final = {"x": "xaxis", "y": "yaxis", "z": "zaxis"}
_FORMATS: Final = {
    "i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "f4": "f",
    "f8": "d",
}  # fmt: skip
"""How :mod:`struct` calls what Plotly packs."""
_TAG: Final = re.compile(r"<[^<>]*>")


MAX_COLUMNS: Final = 100
"""Of a heat map: more are data for a program."""
MAX_TRACES: Final = 100


@dataclass(frozen=True, slots=True)
class Trace:
    """One series of a chart."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, bool], ...], ...]
    """Of each cell its text, and whether it is a number."""


def title_of(chart: object) -> str:
    """Return the title of a chart; empty if it has none."""
    return _title(_at(chart, "layout", "title"))


def read_traces(chart: object) -> list[Trace]:
    """Return the series of a chart as tables; those without any data are left out."""
    data = chart if isinstance(chart, list) else _at(chart, "data")
    traces = data if isinstance(data, list) else []
    return [
        read
        for trace in traces[:MAX_TRACES]
        if isinstance(trace, Mapping) and (read := _read(trace, chart))
    ]


def _read(trace: Mapping[str, Any], chart: object) -> Trace | None:
    names = [name for name in _SERIES if _list(trace.get(name))]
    if not names:
        return None
    series = {name: _list(trace[name]) for name in names}
    shown = _title(trace.get("name"))
    if any(isinstance(value, list) for value in series.get("z", ())):
        return _grid(shown, series)
    columns = tuple(
        _title(_at(chart, "layout", _AXES[name], "title")) or name
        if name in _AXES
        else name
        for name in names
    )
    rows = zip_longest(*series.values(), fillvalue="")
    return Trace(shown, columns, tuple(tuple(map(_cell, row)) for row in rows))


def _grid(name: str, series: Mapping[str, list[Any]]) -> Trace:
    """Return a heat map: a row for each ``y``, a column for each ``x``."""
    lines = [
        value[:MAX_COLUMNS] if isinstance(value, list) else [value]
        for value in series["z"]
    ]
    width = max(map(len, lines))
    across = [str(value) for value in series.get("x", ())] or [
        str(number + 1) for number in range(width)
    ]
    down = series.get("y", [])
    rows = []
    for number, line in enumerate(lines):
        start = down[number] if number < len(down) else number + 1
        rows.append((_cell(start), *map(_cell, line)))
    return Trace(name, ("", *across[:width]), tuple(rows))


def _list(value: object) -> list[Any]:
    """Return a series as a list; Plotly packs long ones into bytes."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping):
        return []
    letter = _FORMATS.get(str(value.get("dtype", "")).lstrip("<|="))
    if letter is None or "shape" in value:
        return []
    try:
        data = base64.b64decode(str(value.get("bdata", "")), validate=True)
        return [number for (number,) in struct.iter_unpack(f"<{letter}", data)]
    except (binascii.Error, struct.error, ValueError):
        return []


def _cell(value: object) -> tuple[str, bool]:
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).lower(), False
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)[:40], True
    return _TAG.sub("", str(value))[:1000], False


def _title(value: object) -> str:
    """Return a title, which is text or a map with ``text``, without its HTML."""
    text = value.get("text") if isinstance(value, Mapping) else value
    return _TAG.sub(" ", text).strip() if isinstance(text, str) else ""


def _at(value: object, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
