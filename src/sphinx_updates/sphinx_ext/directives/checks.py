"""Whether the values of a call are what its definition asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives.definition import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.shortcodes.nodes import Value
    from sphinx_updates.sphinx_ext.directives.definition import Definition

_LENGTH: Final = re.compile(r"\d+(?:\.\d+)?\s*(?:%|[a-zA-Z]{0,4})")


def check_values(
    definition: Definition, values: Mapping[str, Value]
) -> tuple[dict[str, Value], list[str]]:
    """Return the values that can be used, and what is wrong with the others.

    A value that is not there is fine here; see :func:`missing`.
    """
    usable = dict(values)
    faults: list[str] = []
    for parameter in definition.parameters:
        name = parameter.name
        if name in usable and (wanted := _wanted(parameter.kind, parameter.choices)):
            value = usable[name]
            written = str(value).lower() if isinstance(value, bool) else str(value)
            if not _is_usable(written.strip(), parameter.kind, parameter.choices):
                del usable[name]
                faults.append(
                    f"argument {name!r} must be {wanted}, got {written!r}; "
                    "it is left out"
                )
            elif isinstance(value, str):
                usable[name] = value.strip()
    return usable, faults


def missing(definition: Definition, values: Mapping[str, Value]) -> str:
    """Return what to say of a required argument that is not there; empty if all are."""
    for parameter in definition.parameters:
        if parameter.is_required and str(values.get(parameter.name, "")) == "":
            first = parameter.position is not None
            hint = " (or as the first argument, without a name)" if first else ""
            return (
                f"it needs the argument {parameter.name!r}{hint}; "
                "the call is shown as it is written"
            )
    return ""


def _wanted(kind: Kind, choices: tuple[str, ...]) -> str:
    """Return what a value must be, for a message; empty if anything is fine."""
    match kind:
        case Kind.CHOICE:
            return "one of " + ", ".join(choices)
        case Kind.LENGTH:
            return "a length such as 500 or 80%"
        case Kind.NUMBER:
            return "a whole number"
    return ""


def _is_usable(text: str, kind: Kind, choices: tuple[str, ...]) -> bool:
    match kind:
        case Kind.CHOICE:
            return text in choices or text == ""
        case Kind.LENGTH:
            return text == "" or _LENGTH.fullmatch(text) is not None
        case Kind.NUMBER:
            return text == "" or (text.isdecimal() and len(text) < 10)
    return True
