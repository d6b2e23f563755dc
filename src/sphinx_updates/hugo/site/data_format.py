"""Reading one file of a site's data: YAML, TOML, JSON or CSV, as Hugo types it.

Unlike front matter, a file of data may be a list as well as a map.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.front_matter.decode import (
    hint_for,
    plain_values,
    read_json,
    read_toml,
)
from sphinx_updates.hugo.front_matter.yaml_build import DecodeError, read_yaml
from sphinx_updates.hugo.problems import Problem, ProblemKind, locate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_updates.hugo.front_matter.yaml_build import Decoded

MAX_FILE_BYTES: Final = 10_000_000
"""More than any table that people keep by hand."""

_READERS: Final[dict[str, tuple[str, Callable[[str], Decoded]]]] = {
    ".yaml": ("YAML", read_yaml),
    ".yml": ("YAML", read_yaml),
    ".json": ("JSON", read_json),
    ".toml": ("TOML", read_toml),
}
SUFFIXES: Final = (*_READERS, ".csv")
"""In lower case."""

# What may stand above the first value of a YAML file: comments, directives, a mark.
_PREAMBLE: Final = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n|%[^\n]*\n|---[ \t]*(?:#[^\n]*)?(?:\n|$))*"
)
_LIST: Final = re.compile(r"[ \t]*(?:-[ \t\n]|\[)")
_KEY: Final = "data"


class DataFile(NamedTuple):
    """What a file says."""

    value: object
    """Text, numbers, truth values, None, lists and maps of them; keys as written. None
    if the file says nothing or cannot be read."""
    problems: tuple[Problem, ...] = ()
    """Without spans: the line is in the message."""


def read_data_file(file: Path) -> DataFile:
    """Return what *file* says; never raises for what is in it.

    An empty file is an empty map. A table of CSV is a list of rows, each a list of
    text; Hugo itself reads CSV only where a template asks for it.
    """
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        expected = ", ".join(SUFFIXES)
        return _fault(f"data in {suffix or 'no'!r} format is not read, use {expected}")
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            return _fault(f"it is larger than {MAX_FILE_BYTES} bytes")
        text, problems = decode(file.read_bytes())
    except OSError as error:
        return _fault(f"cannot read it: {error.strerror or error}")
    text = text.removeprefix("\ufeff")
    read = _read_table(text) if suffix == ".csv" else _read_values(text, suffix)
    return DataFile(read.value, (*problems, *read.problems))


def _read_values(text: str, suffix: str) -> DataFile:
    language, reader = _READERS[suffix]
    if not text.strip():
        return DataFile({})
    wrapped, shift = wrap_list(text, suffix)
    try:
        decoded = reader(wrapped)
        values = plain_values(decoded.values)
    except DecodeError as error:
        hint = hint_for(error.message)
        at = _line(text, error.offset - shift)
        return _fault(f"it is not readable as {language}: {error.message} {at}{hint}")
    problems = tuple(
        Problem(ProblemKind.FILE, f"{found.message} {at}".rstrip())
        for found in decoded.problems
        for at in [_line(text, found.span.start - shift) if found.span else ""]
    )
    is_list = wrapped is not text
    return DataFile(values.get(_KEY) if is_list else values, problems)


def _line(text: str, offset: int) -> str:
    return f"(line {locate(text, offset).line})"


def wrap_list(text: str, suffix: str) -> tuple[str, int]:
    """Return *text*, as a map if it is a list, and by how much places have moved.

    The readers are made for front matter, which always is a map.
    """
    if suffix == ".json" and text.lstrip().startswith("["):
        lead = f'{{"{_KEY}": '
        return f"{lead}{text}}}", len(lead)
    if suffix in (".yaml", ".yml"):
        above = _PREAMBLE.match(text)
        start = above.end() if above else 0
        if _LIST.match(text, start):
            # The items of a list may stand as far left as the key they belong to.
            lead = f"{_KEY}:\n" if text[start:].lstrip()[0] == "-" else f"{_KEY}: "
            return lead + text[start:], len(lead) - start
    return text, 0


def _read_table(text: str) -> DataFile:
    try:
        rows = [row for row in csv.reader(StringIO(text, ""), strict=True) if row]
    except csv.Error as error:
        return _fault(f"it is not readable as CSV: {error}")
    uneven = next((row for row in rows if len(row) != len(rows[0])), None)
    if uneven is None:
        return DataFile(rows)
    found = (
        f"a row has {len(uneven)} fields, the first one has {len(rows[0])}; "
        "write as many commas in each row"
    )
    return DataFile(rows, (Problem(ProblemKind.FILE, found),))


def _fault(message: str) -> DataFile:
    return DataFile(None, (Problem(ProblemKind.FILE, f"{message}; it is left out"),))
