"""Read broken front matter key by key, so that one slip costs one key at most.

Called after a fault was reported; reports no second one for the same text.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter.yaml_build import Decoded, DecodeError
from sphinx_updates.hugo.problems import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Read = Callable[[str], Decoded]

_YAML_KEY: Final = re.compile(
    r"""^(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'#\-\[\]{},&*!|>%@`?](?:[^:\n]|:(?=\S))*?)|(-[^\s:]+))"""
    r"""[ \t]*:(?=[ \t\n]|\Z)""",
    re.MULTILINE,
)
_TOML_KEY: Final = re.compile(
    r"""^[ \t]*(?:(?:"([^"\n]+)"|'([^'\n]+)'|([\w-]+))[ \t]*="""
    r"""|\[{1,2}([^\]\n]+)\])""",
    re.MULTILINE,
)
_JSON_KEY: Final = re.compile(r'"([^"\\\n]+)"\s*:\s*')
# A value that starts so is a structure; half of one is no use as text.
_STRUCTURES: Final = ("[", "{", "&", "*", "!", "|", ">")

# Reading key by key costs one parser per key; real front matter has thirty.
MAX_RECOVERED_KEYS: Final = 1000


def recover_yaml(text: str, read: Read) -> Decoded:
    """Read each block that starts with a key at the start of a line."""
    return _recover(_YAML_KEY, text, read)


def recover_toml(text: str, read: Read) -> Decoded:
    """Read each key before the first table, and each table, on its own."""
    return _recover(_TOML_KEY, text, read)


def _recover(pattern: re.Pattern[str], text: str, read: Read) -> Decoded:
    merged = Decoded({}, {}, [])
    for match, block in _blocks(pattern, text):
        index = match.lastindex or 1
        key, span = match.group(index), Span(*match.span(index))
        try:
            decoded = read(block)
        except DecodeError:
            line = _first_line(block[match.end() - match.start() :])
            is_table = pattern is _TOML_KEY and index == 4
            if line and not is_table:
                merged.values[key] = line
                merged.spans[key] = span
            continue
        for name, value in decoded.values.items():
            _add(merged.values, name, value)
            merged.spans[name] = span
        merged.problems.extend(p.shifted(match.start()) for p in decoded.problems)
    return merged


def _add(values: dict[str, object], name: str, value: object) -> None:
    """Set one value; lists and tables of TOML that come in parts are joined."""
    match values.get(name), value:
        case dict(before), dict(after):
            values[name] = before | after
        case list(first), list(second):
            values[name] = first + second
        case _:
            values[name] = value


def _blocks(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each key with the text from it to the next key (of its table, if any)."""
    starts: list[re.Match[str]] = []
    in_table = False
    for match in pattern.finditer(text):
        is_table = pattern is _TOML_KEY and match.lastindex == 4
        if is_table or not in_table:
            starts.append(match)
        in_table = in_table or is_table
    starts = starts[:MAX_RECOVERED_KEYS]
    ends = [match.start() for match in starts[1:]] + [len(text)] * bool(starts)
    for match, end in zip(starts, ends, strict=True):
        yield match, text[match.start() : end]


def _first_line(text: str) -> str:
    """Return the rest of a key's own line as text, quotes at the ends taken off."""
    line = text.split("\n", 1)[0].strip()
    if line.startswith(_STRUCTURES):
        return ""
    for quote in ('"', "'"):
        if line.startswith(quote) and line.count(quote) == 1:
            return line[1:].strip()
        if len(line) > 1 and line[0] == line[-1] == quote and line.count(quote) == 2:
            return line[1:-1]
    return line


def recover_json(text: str, read: Read) -> Decoded:  # noqa: ARG001 - same shape as above
    """Read members of the object one after another, up to the first broken one."""
    decoder = json.JSONDecoder(parse_int=float)
    values: dict[str, object] = {}
    spans: dict[str, Span] = {}
    match = _JSON_KEY.search(text)
    while match:
        try:
            value, end = decoder.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            # Behind a broken value nobody can tell keys from text.
            break
        values[match.group(1)] = value
        spans[match.group(1)] = Span(*match.span(1))
        match = _JSON_KEY.search(text, end)
    return Decoded(values, spans, [])
