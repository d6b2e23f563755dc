"""Read a YAML mapping with Hugo's typing, from PyYAML's parse events.

PyYAML's own constructor is not used: it resolves YAML 1.1, keeps no positions, drops
duplicate keys in silence and knows no bounds. Nothing but text, numbers, booleans,
null, lists and dicts can come out of here, whatever tags say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from sphinx_updates.hugo.front_matter.casts import to_bool, to_text
from sphinx_updates.hugo.front_matter.yaml_types import parse_number, resolve_plain
from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER: Final = getattr(yaml, "CLoader", yaml.Loader)

# Real front matter nests six levels; deeper values would exhaust the stack later, when
# they are pickled or printed.
MAX_DEPTH: Final = 64
NESTED_TOO_DEEP: Final = f"more than {MAX_DEPTH} levels of nesting"
# The scanner of libyaml takes quadratic time in the number of open brackets: 10 s for
# 50,000. Brackets in quotes count too, which leaves room for all sensible text.
MAX_OPEN_BRACKETS: Final = 1000
# Counts a value again for each alias of it. Real front matter has some hundred nodes; a
# "billion laughs" of anchors has a million after six lines.
MAX_NODES: Final = 100_000

# Characters that PyYAML refuses or takes for line ends and Hugo keeps as they are. They
# stand in plane 15 while YAML is parsed.
_SHIELDED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SHIELD_BASE: Final = 0xF0000

_TAG: Final = "tag:yaml.org,2002:"
_MERGE: Final = object()


class DecodeError(Exception):
    """Front matter that cannot be read: a message and the offset of the fault."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message, offset)
        self.message = message
        self.offset = offset


class Decoded(NamedTuple):
    """What a front matter says, before any casting; spans count from its start."""

    values: dict[str, object]
    spans: dict[str, Span]
    """Where each top-level key stands, as written."""
    problems: list[Problem]


class _UnusableError(Exception):
    """A value beyond the bounds: drops the top-level key that holds it."""


class _Built(NamedTuple):
    value: object
    size: int


def read_yaml(text: str) -> Decoded:
    """Return the top-level mapping of the first document in *text*.

    :raises DecodeError: If *text* is not YAML, or not a mapping.
    """
    shielded = _SHIELDED.sub(lambda m: chr(_SHIELD_BASE + ord(m.group())), text)
    _check_brackets(text)
    events = yaml.parse(shielded, Loader=_LOADER)
    try:
        return _Builder(events, is_shielded=shielded != text).read()
    except yaml.MarkedYAMLError as error:
        message = error.problem or "not readable"
        mark = error.problem_mark
        if message == "found unexpected end of stream" or mark is None:
            # The author looks for the quote that opens, not for the end of the file.
            mark = error.context_mark or mark
        raise DecodeError(message, mark.index if mark else 0) from error
    except yaml.YAMLError as error:
        raise DecodeError("not readable", 0) from error


def _check_brackets(text: str) -> None:
    level = 0
    for match in re.finditer(r"[][{}]", text):
        level = level + 1 if match.group() in "[{" else max(0, level - 1)
        if level > MAX_OPEN_BRACKETS:
            raise DecodeError(NESTED_TOO_DEEP, match.start())


class _Builder:
    """Turns one stream of events into a :class:`Decoded`."""

    def __init__(self, events: Iterator[yaml.Event], *, is_shielded: bool) -> None:
        self._events = events
        self._is_shielded = is_shielded
        self._level = 0
        self._nodes = 0
        self._anchors: dict[str, _Built] = {}
        self._problems: list[Problem] = []

    def read(self) -> Decoded:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return Decoded({}, {}, [])
        if not isinstance(event, yaml.MappingStartEvent):
            raise DecodeError(_not_a_mapping(event), _span(event).start)
        decoded = self._read_top()
        # Faults behind the mapping are faults of the front matter too.
        while not isinstance(self._next(), yaml.DocumentEndEvent):
            pass
        return decoded

    def _next(self) -> yaml.Event:
        event = next(self._events)
        if isinstance(event, yaml.CollectionStartEvent):
            self._level += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self._level -= 1
        return event

    def _read_top(self) -> Decoded:
        values: dict[str, object] = {}
        merged: dict[str, object] = {}
        spans: dict[str, Span] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            span = _span(event)
            base = self._level - isinstance(event, yaml.CollectionStartEvent)
            key: object = None
            try:
                key = self._read_key(event, 1)
                value = self._build(self._next(), 1).value
            except _UnusableError as error:
                self._skip_to(base, is_key=key is None)
                self._report(f"{error}; the key is ignored", span)
                continue
            if key is _MERGE:
                self._merge(merged, value)
            else:
                self._add(values, str(key), value, span)
                spans[str(key)] = span
        return Decoded(merged | values, spans, self._problems)

    def _skip_to(self, level: int, *, is_key: bool) -> None:
        """Leave out what is left of a key's value (of key and value, if *is_key*)."""
        while self._level > level:
            self._next()
        if is_key:
            self._next()
            while self._level > level:
                self._next()

    def _report(self, message: str, span: Span) -> None:
        self._problems.append(Problem(ProblemKind.FRONT_MATTER, message, span))

    def _build(self, event: yaml.Event, depth: int) -> _Built:
        """Build the node that starts with *event*."""
        if depth > MAX_DEPTH:
            raise _UnusableError(NESTED_TOO_DEEP)
        if isinstance(event, yaml.AliasEvent):
            return self._resolve_alias(event.anchor or "")
        before = self._nodes
        self._count(1)
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(depth)
        else:
            value = self._mapping(depth)
        self._check_tag(event)
        built = _Built(value, self._nodes - before)
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self._anchors[anchor] = built
        return built

    def _count(self, size: int) -> None:
        if self._nodes + size > MAX_NODES:
            raise _UnusableError(f"more than {MAX_NODES} values")
        self._nodes += size

    def _resolve_alias(self, anchor: str) -> _Built:
        built = self._anchors.get(anchor)
        if built is None:
            raise _UnusableError(f"could not find alias {anchor!r}")
        self._count(built.size)
        return built

    def _sequence(self, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._build(event, depth + 1).value)
        return items

    def _mapping(self, depth: int) -> dict[str, object]:
        values: dict[str, object] = {}
        merged: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            span = _span(event)
            key = self._read_key(event, depth + 1)
            value = self._build(self._next(), depth + 1).value
            if key is _MERGE:
                self._merge(merged, value)
            else:
                self._add(values, str(key), value, span)
        return merged | values

    def _add(
        self, values: dict[str, object], key: str, value: object, span: Span
    ) -> None:
        if key in values:
            message = f"mapping key {key!r} already defined; the last value is used"
            self._report(message, span)
        values[key] = value

    def _merge(self, merged: dict[str, object], value: object) -> None:
        """Add what ``<<`` brings; later maps win, unlike in YAML 1.1."""
        for source in value if isinstance(value, list) else [value]:
            if not isinstance(source, dict):
                raise _UnusableError("'<<' must merge a map")
            merged.update(source)

    def _read_key(self, event: yaml.Event, depth: int) -> object:
        """Return the key as text, or ``_MERGE``."""
        if (
            isinstance(event, yaml.ScalarEvent)
            and event.value == "<<"
            and not event.style
        ):
            return _MERGE
        key = to_text(self._build(event, depth).value)
        if key is None:
            raise _UnusableError("a list or map cannot be a key")
        return key

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        text: str = event.value
        if self._is_shielded:
            text = "".join(
                chr(ord(c) - _SHIELD_BASE)
                if _SHIELD_BASE <= ord(c) < _SHIELD_BASE + 0x10000
                else c
                for c in text
            )
        tag = (event.tag or "").removeprefix(_TAG)
        match tag:
            case "null":
                return None
            case "int" | "float":
                number = parse_number(text)
                return (number or 0) if tag == "int" else float(number or 0)
            case "bool":
                return to_bool(text) or text.lower() in {"yes", "y", "on"}
            case "str" | "binary" | "timestamp":
                return text
            case _:
                return text if event.style else resolve_plain(text)

    def _check_tag(self, event: yaml.Event) -> None:
        tag = getattr(event, "tag", None) or ""
        if tag.startswith(_TAG + "python/"):
            span = _span(event)
            name = tag.removeprefix(_TAG)
            self._report(f"tag '!!{name}' is ignored; write plain values", span)


def _span(event: yaml.Event) -> Span:
    """Return where *event* was read; every event of a parser has both marks."""
    start, end = event.start_mark, event.end_mark
    return Span(start.index if start else 0, end.index if end else 0)


def _not_a_mapping(event: yaml.Event) -> str:
    found = "sequence"
    if isinstance(event, yaml.ScalarEvent):
        value = None if event.style else resolve_plain(event.value)
        found = "null" if value is None and not event.style else "string"
    return f"{found} was used where mapping is expected"
