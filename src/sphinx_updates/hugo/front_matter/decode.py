"""Decode the front matter of each format into plain values.

Comes in: the text between the delimiters. Goes out: values, key positions and problems.
A fault in one key never costs the others: what cannot be read as a whole is read key by
key in :mod:`.recover`.
"""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final, NoReturn

from sphinx_updates.hugo.front_matter.recover import (
    recover_json,
    recover_toml,
    recover_yaml,
)
from sphinx_updates.hugo.front_matter.yaml_build import (
    MAX_DEPTH,
    NESTED_TOO_DEEP,
    Decoded,
    DecodeError,
    read_yaml,
)
from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_updates.hugo.front_matter.model import Format

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ORG_SETTING: Final = re.compile(r"\s*#\+([^:\n]+):(?:[ \t]+(.*)|[ \t]*)", re.ASCII)
_ORG_DATE: Final = re.compile(r"[<\[](\d{4}-\d{2}-\d{2}) .*[>\]]", re.ASCII)
_ORG_DATES: Final = frozenset(("date", "lastmod", "publishdate", "expirydate"))
_TOML_POSITION: Final = re.compile(r" \(at line (\d+), column (\d+)\)| \(at end .*\)")
_TOML_KEY: Final = re.compile(
    r"""^[ \t]*(?:\[{1,2}[ \t]*)?(?:"([^"\n]+)"|'([^'\n]+)'|([\w-]+))[ \t]*[.=\]]""",
    re.MULTILINE,
)
_JSON_KEY: Final = re.compile(r'"([^"\n]+)"\s*:')

# What an author most likely meant, for faults that are met often.
_HINTS: Final = (
    ("mapping values are not allowed", "quote a value that contains ': '"),
    ("'\\t'", "indent with spaces, not tabs"),
    ("found unexpected end of stream", "close the quote"),
    ("expected <block end>", "check quotes and indentation near this line"),
    ("simple key", "put ': ' between key and value"),
)


def decode(kind: Format, text: str) -> Decoded:
    """Return what the front matter *text*, written in *kind*, says; never raises."""
    match kind:
        case "yaml":
            decoded = _decode(text, "YAML", read_yaml, recover_yaml)
        case "toml":
            decoded = _decode(text, "TOML", read_toml, recover_toml)
        case "json":
            decoded = _decode(text, "JSON", read_json, recover_json)
        case "org":
            decoded = read_org(text)
        case _:
            decoded = Decoded({}, {}, [])
    return _normalise(decoded)


def _decode(
    text: str,
    name: str,
    read: Callable[[str], Decoded],
    recover: Callable[[str, Callable[[str], Decoded]], Decoded],
) -> Decoded:
    """Read *text* as a whole, or report its first fault and read it key by key."""
    try:
        return read(text)
    except DecodeError as error:
        hint = hint_for(error.message)
        message = f"front matter is not readable as {name}: {error.message}{hint}"
        start = min(error.offset, len(text))
        problem = Problem(
            ProblemKind.FRONT_MATTER, message, Span(start, min(start + 1, len(text)))
        )
        rest = recover(text, read)
        return rest._replace(problems=[problem, *rest.problems])


def hint_for(message: str) -> str:
    """Return what the author most likely has to do, behind a semicolon, or nothing."""
    return next((f"; {hint}" for found, hint in _HINTS if found in message), "")


def read_toml(text: str) -> Decoded:
    """Read TOML; dates and times become text in ISO form.

    :raises DecodeError: If *text* is not TOML.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(text, str(error)) from error
    except RecursionError as error:
        raise DecodeError(NESTED_TOO_DEEP, 0) from error
    except ValueError as error:
        raise DecodeError("a number is too long", 0) from error
    return Decoded(values, _find_keys(_TOML_KEY, text), [])


def _toml_error(text: str, message: str) -> DecodeError:
    position = _TOML_POSITION.search(message)
    offset = len(text)
    if position is not None and position.group(1):
        lines = text.split("\n")[: int(position.group(1)) - 1]
        offset = sum(len(line) + 1 for line in lines) + int(position.group(2)) - 1
    message = _TOML_POSITION.sub("", message)
    return DecodeError(message[:1].lower() + message[1:], offset)


def read_json(text: str) -> Decoded:
    """Read JSON; all numbers are floats, as Hugo reads them.

    :raises DecodeError: If *text* is not a JSON object.
    """
    try:
        # Hugo's integers in JSON are floats; so ``"date": 2020`` is no date there.
        values = json.loads(text, parse_int=float, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        raise DecodeError(message, error.pos) from error
    except RecursionError as error:
        raise DecodeError(NESTED_TOO_DEEP, 0) from error
    except ValueError as error:
        raise DecodeError(f"{error} is not a value", 0) from error
    if not isinstance(values, dict):
        raise DecodeError("an object is expected", 0)
    return Decoded(values, _find_keys(_JSON_KEY, text), [])


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def read_org(text: str) -> Decoded:
    """Read Org settings: ``#+KEY: value`` lines; never raises.

    Source: hugo@0.168 parser/metadecoders/decoder.go, unmarshalORG.
    """
    lines: dict[str, list[str]] = {}
    spans: dict[str, Span] = {}
    offset = 0
    for line in text.split("\n"):
        if setting := _ORG_SETTING.fullmatch(line):
            key = setting.group(1).lower()
            lines.setdefault(key, []).append((setting.group(2) or "").strip())
            spans[key.removesuffix("[]")] = Span(offset, offset + len(line))
        offset += len(line) + 1
    values: dict[str, object] = {}
    for key, found in lines.items():
        if key.endswith("[]"):
            values[key.removesuffix("[]")] = " ".join(found).split()
        elif len(found) > 1:
            values[key] = list(found)
        elif key == "filetags":
            values[key] = found[0].removeprefix(":").removesuffix(":").split(":")
        elif key in _ORG_DATES and (stamp := _ORG_DATE.match(found[0])):
            values[key] = stamp.group(1)
        else:
            values[key] = found[0]
    return Decoded(values, spans, [])


def _find_keys(pattern: re.Pattern[str], text: str) -> dict[str, Span]:
    """Return the first place of each key that *pattern* finds in *text*."""
    spans: dict[str, Span] = {}
    for match in pattern.finditer(text):
        if match.lastindex:
            span = Span(*match.span(match.lastindex))
            spans.setdefault(match.group(match.lastindex), span)
    return spans


def plain_values(values: dict[str, object]) -> dict[str, object]:
    """Return *values* in plain types, with their keys as they are written.

    :raises DecodeError: If they are nested too deeply.
    """
    try:
        return {key: _plain(values[key], 1, is_map=False) for key in values}
    except _TooDeepError as error:
        raise DecodeError(NESTED_TOO_DEEP, 0) from error


class _TooDeepError(Exception):
    pass


def _normalise(decoded: Decoded) -> Decoded:
    """Lower-case keys, bring all values to the six plain types, bound the depth.

    A spelling with capitals wins over the plain one, as in Hugo.
    """
    values: dict[str, object] = {}
    spans: dict[str, Span] = {}
    problems = list(decoded.problems)
    for key in sorted(decoded.values, key=lambda key: key != key.lower()):
        name = key.lower()
        span = decoded.spans.get(key)
        try:
            value = _plain(decoded.values[key], 0, is_map=True)
        except _TooDeepError:
            message = f"{NESTED_TOO_DEEP}; the key is ignored"
            problems.append(Problem(ProblemKind.FRONT_MATTER, message, span))
            continue
        if name in values:
            message = f"mapping key {name!r} already defined; {key!r} is used"
            problems.append(Problem(ProblemKind.FRONT_MATTER, message, span))
        values[name] = value
        if span is not None:
            spans[name] = span
    return Decoded(values, spans, problems)


def _plain(value: object, depth: int, *, is_map: bool) -> object:
    """Return *value* in plain types; *is_map* says that keys are lower-cased here.

    Hugo lower-cases keys of maps in maps, but not of maps in lists.
    """
    if depth > MAX_DEPTH:
        raise _TooDeepError
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case dict():
            return {
                str(key).lower() if is_map else str(key): _plain(
                    inner, depth + 1, is_map=is_map
                )
                for key, inner in value.items()
            }
        case list():
            return [_plain(item, depth + 1, is_map=False) for item in value]
        case datetime() | time():
            text = value.isoformat()
            text = re.sub(r"(\.\d*?)0+(?=\D|$)", r"\1", text)
            return text.removesuffix("+00:00") + "Z" * text.endswith("+00:00")
        case date():
            return value.isoformat()
        case _:
            return value
