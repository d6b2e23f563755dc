"""The arguments of a call by the names that a definition has for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_updates.hugo.shortcodes.nodes import Call, Value
    from sphinx_updates.sphinx_ext.directives.definition import Definition

    Report = Callable[[Call, str], None]


def named_arguments(
    call: Call, definition: Definition, report: Report
) -> tuple[dict[str, Value], tuple[Value, ...]]:
    """Return the arguments by parameter name, and the positional ones left over.

    :param report: Is told of arguments that the shortcode does not know.
    """
    if call.is_named:
        values = call.named()
        if not definition.takes_more:
            for name in values:
                if definition.parameter(name) is None:
                    report(call, _unknown(call, definition, name))
        return values, ()
    values = {}
    more: list[Value] = []
    positions = {p.position: p.name for p in definition.parameters}
    for position, value in enumerate(call.positional()):
        if position in positions:
            values[positions[position]] = value
        elif definition.takes_more:
            more.append(value)
        else:
            report(call, _misplaced(call, definition, position, value))
    return values, tuple(more)


def _unknown(call: Call, definition: Definition, name: str) -> str:
    same = [p.name for p in definition.parameters if p.name.lower() == name.lower()]
    hint = f"write it {same[0]!r}" if same else "it is ignored"
    return f"shortcode {call.name!r} has no argument {name!r}; {hint}"


def _misplaced(call: Call, definition: Definition, position: int, value: Value) -> str:
    return (
        f"shortcode {call.name!r} takes no positional argument here, got {value!r} "
        f"at position {position + 1}; name it, as in '{definition.primary}=…'"
    )
