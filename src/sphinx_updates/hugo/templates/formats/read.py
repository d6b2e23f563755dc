"""``transform.Unmarshal``: which language a text is in, and what it says.

Source: hugo@0.168 parser/metadecoders, run; see the golden cases. What is wrong in a
text is said in the words of our readers, not in those of Hugo's.
"""

from __future__ import annotations

import json
import math
import tomllib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final, NoReturn

from sphinx_updates.hugo.front_matter.decode import plain_values, read_org
from sphinx_updates.hugo.front_matter.yaml_build import DecodeError, read_yaml
from sphinx_updates.hugo.problems import locate
from sphinx_updates.hugo.site.data_format import wrap_list
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.formats.csv_table import Dialect, read_table
from sphinx_updates.hugo.templates.formats.xml_map import read_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAX_CHARACTERS: Final = 10_000_000
"""More than any table that people keep by hand."""
MAX_DIGITS: Final = 1_000
"""Of a number; no float has more that mean something."""
MAX_DEPTH: Final = 200
"""Lists in lists; data that people write is nested a tenth as deep."""

_NAMES: Final = {
    "json": "json",
    "toml": "toml",
    "yaml": "yaml",
    "yml": "yaml",
    "csv": "csv",
    "xml": "xml",
    "org": "org",
}
# In Hugo's order: of two signs that are both missing, the first one never wins.
_SIGNS: Final = (("{", "json"), (":", "yaml"), ("<", "xml"), ("=", "toml"))


def format_of(name: str) -> str:
    """Return the language of a suffix or subtype, such as ``yml``; "" if unknown."""
    return _NAMES.get(name.lower(), "")


def detect(text: str, delimiter: str = ",") -> str:
    """Return the language whose sign comes first in *text*; "" if none does."""
    signs = ((delimiter or ",", "csv"), *_SIGNS)
    found = [(at, name) for sign, name in signs if (at := text.find(sign)) >= 0]
    return min(found)[1] if found else ""


def read_text(text: str, language: str, options: Mapping[str, object]) -> object:
    """Return what *text* says in *language*.

    :param options: ``delimiter``, ``comment``, ``lazyquotes`` and ``targettype`` of
        CSV; keys in lower case.
    :raises FunctionError: If it cannot be read.
    """
    if len(text) > MAX_CHARACTERS:
        raise FunctionError(f"the text is longer than {MAX_CHARACTERS} characters")
    if language == "csv":
        return _read_csv(text, options)
    try:
        return _READERS[language](text)
    except RecursionError as error:
        raise FunctionError("unmarshal failed: it is nested too deeply") from error
    except FunctionError as error:
        if language == "yaml":
            raise
        raise FunctionError(f'"_stream.{language}:1:1": {error}') from error


def _read_json(text: str) -> object:
    try:
        found = json.loads(
            text, parse_int=_number, parse_float=_number, parse_constant=_refuse
        )
    except ValueError as error:
        raise FunctionError(f"unmarshal failed: {error}") from error
    return _checked(found, 0)


def _number(digits: str) -> float:
    number = float(digits) if len(digits) < MAX_DIGITS else math.inf
    if math.isinf(number):
        raise ValueError(f"cannot unmarshal number {digits[:20]} into type float64")
    return number


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _checked(value: object, depth: int) -> object:
    if depth > MAX_DEPTH:
        raise RecursionError
    match value:
        case list():
            return [_checked(item, depth + 1) for item in value]
        case dict():
            return {str(k): _checked(item, depth + 1) for k, item in value.items()}
        # Of dates without a zone Go has types of its own, which print like this.
        case datetime():
            return value if value.tzinfo else value.isoformat()
        case date() | time():
            return value.isoformat()
    return value


def _read_toml(text: str) -> object:
    try:
        return _checked(tomllib.loads(text), 0)
    except tomllib.TOMLDecodeError as error:
        raise FunctionError(f"unmarshal failed: toml: {error}") from error


def _read_yaml(text: str) -> object:
    wrapped, shift = wrap_list(text, ".yaml")
    scalar = text.strip()
    if wrapped is text and "\n" not in scalar and ": " not in f"{scalar} ":
        wrapped, shift = f"data: {scalar}", 6
    try:
        values = plain_values(read_yaml(wrapped).values)
    except DecodeError as error:
        line, column = locate(text, error.offset - shift)
        raise FunctionError(f"[{line}:{column}] {error.message}") from error
    return values if wrapped is text else values.get("data")


def _read_org(text: str) -> object:
    return plain_values(read_org(text).values)


_READERS: Final[dict[str, Callable[[str], object]]] = {
    "json": _read_json,
    "toml": _read_toml,
    "yaml": _read_yaml,
    "xml": read_xml,
    "org": _read_org,
}


def _read_csv(text: str, options: Mapping[str, object]) -> object:
    for name in ("delimiter", "comment"):
        if len(str(options.get(name, ""))) > 1:
            raise FunctionError(
                f'failed to decode options: invalid character: "{options[name]}"'
            )
    dialect = Dialect(
        delimiter=str(options.get("delimiter", ",")),
        comment=str(options.get("comment", "")),
        is_lazy=bool(options.get("lazyquotes", False)),
    )
    rows = read_table(text, dialect)
    target = str(options.get("targettype", "slice"))
    if target == "slice":
        return rows
    what = "cannot unmarshal CSV into *interface {}"
    if target != "map":
        raise FunctionError(
            f"{what}: invalid targetType: expected either slice or map, "
            f"received {target}"
        )
    if len(rows) < 2:
        raise FunctionError(f"{what}: expected at least a header row and one data row")
    head, *body = rows
    if len(set(head)) != len(head):
        raise FunctionError(f"{what}: header row contains duplicate field names")
    return [dict(zip(head, row, strict=True)) for row in body]
