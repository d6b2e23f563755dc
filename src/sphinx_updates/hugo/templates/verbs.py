"""``printf``: Go's verbs, flags, widths and complaints for the values of templates."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.bounds import joined, spend
from sphinx_updates.hugo.templates.describe import syntax, type_name
from sphinx_updates.hugo.templates.errors import LimitError
from sphinx_updates.hugo.templates.limits import LIMITS
from sphinx_updates.hugo.templates.printing import print_value, sorted_keys
from sphinx_updates.hugo.templates.quoting import can_backquote, quote
from sphinx_updates.hugo.templates.values import Duration, Named, Object
from sphinx_updates.hugo.templates.verb_numbers import (
    format_complex,
    format_float,
    format_integer,
)
from sphinx_updates.hugo.templates.verb_specs import Spec, SpecReader

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT_VERBS: Final = "vsxXq"
"""Verbs for which values that have a text are that text."""
_MAX_DEPTH: Final = 50


def sprintf(layout: str, *values: object) -> str:
    """Return *values* in *layout*. What does not fit is said in the text, as in Go."""
    parts: list[str] = []
    size = 0
    reader = SpecReader(layout, values)
    while True:
        start = reader.position
        mark = layout.find("%", start)
        parts.append(layout[start:] if mark < 0 else layout[start:mark])
        if mark < 0:
            break
        reader.position = mark + 1
        spec = reader.read()
        parts += reader.complaints
        reader.complaints.clear()
        if isinstance(spec, str):
            parts.append(spec)
            continue
        parts.append(format_value(values[reader.argument], spec))
        reader.argument += 1
        size += len(parts[-1])
        if size > LIMITS.text:
            raise LimitError(f"printf writes more than {LIMITS.text:,} characters")
    if not reader.reordered and reader.argument < len(values):
        extra = map(_described, values[reader.argument :])
        parts.append(f"%!(EXTRA {', '.join(extra)})")
    return "".join(parts)


def _described(value: object) -> str:
    if value is None:
        return "<nil>"
    return f"{type_name(value)}={print_value(value)}"


def format_value(value: object, spec: Spec, depth: int = 0) -> str:
    """Return one *value* by *spec*; *depth* is how far inside lists and maps it is."""
    if value is None:
        if depth or spec.verb in "vT":
            return spec.pad("<nil>") if not depth else "<nil>"
        return f"%!{spec.verb}(<nil>)"
    if spec.verb == "T":
        return _format_text(type_name(value), replace(spec, verb="s")) or ""
    if spec.verb == "v":
        if spec.has("#"):
            return syntax(value)
        # The plus asks for the names of fields, not for signs.
        spec = spec.without("+")
    text = _format(value, spec, depth)
    return _bad_verb(value, spec) if text is None else text


def _bad_verb(value: object, spec: Spec) -> str:
    inner = replace(spec, verb="v")
    bare: object = int(value) if isinstance(value, Duration | Named) else value
    return f"%!{spec.verb}({type_name(value)}={format_value(bare, inner)})"


def _format(value: object, spec: Spec, depth: int) -> str | None:
    """Return *value* by *spec*; None if the verb is not for such values."""
    match value:
        case bool():
            text = "true" if value else "false"
            return spec.pad(text) if spec.verb in "tv" else None
        case str():
            return _format_text(value, spec)
        case bytes():
            return _format_bytes(value, spec, depth)
        case Duration() | Named() | datetime() | Object() if spec.verb in _TEXT_VERBS:
            return _format_text(print_value(value), spec)
        case int():
            return format_integer(value, spec)
        case float():
            return format_float(value, spec)
        case complex():
            return format_complex(value, spec)
        case dict():
            return _format_map(value, spec, depth)
        case list() | tuple():
            return _format_list(value, spec, depth)
    return None


def _format_list(items: Iterable[object], spec: Spec, depth: int) -> str:
    if depth >= _MAX_DEPTH:
        return "[...]"
    spend()
    texts = (format_value(item, spec, depth + 1) for item in items)
    return f"[{joined(' ', texts)}]"


def _format_map(items: dict[object, object], spec: Spec, depth: int) -> str:
    if depth >= _MAX_DEPTH:
        return "map[...]"
    spend()
    inner = depth + 1
    pairs = (
        f"{format_value(key, spec, inner)}:{format_value(items[key], spec, inner)}"
        for key in sorted_keys(items)
    )
    return f"map[{joined(' ', pairs)}]"


def _format_bytes(value: bytes, spec: Spec, depth: int) -> str | None:
    if spec.verb in "sqxX":
        return _format_text(value.decode("utf-8", "surrogateescape"), spec)
    return _format_list(list(value), spec, depth)


def _format_text(text: str, spec: Spec) -> str | None:
    text = str(text)
    if spec.verb in "xX":
        return _format_hex(text, spec)
    text = text if spec.precision is None else text[: spec.precision]
    if spec.verb in "sv":
        return spec.pad(text)
    if spec.verb != "q":
        return None
    if spec.has("#") and can_backquote(text):
        return spec.pad(f"`{text}`")
    return spec.pad(quote(text, ascii_only=spec.has("+")))


def _format_hex(text: str, spec: Spec) -> str:
    content = text.encode("utf-8", "surrogateescape")[: spec.precision]
    mark = f"0{spec.verb}" if spec.has("#") and content else ""
    if spec.has(" "):
        digits = " ".join(f"{mark}{byte:02x}" for byte in content)
    else:
        digits = mark + content.hex()
    return spec.pad(digits.upper() if spec.verb == "X" else digits)
