"""The smallest pieces of code that templates are compiled to: values and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from sphinx_updates.hugo.templates.errors import LimitError
from sphinx_updates.hugo.templates.fields import (
    ANY,
    PASSING,
    Call,
    calling,
    chain,
)
from sphinx_updates.hugo.templates.signatures import (
    Arguments,
    evaluate,
    signature_of,
)
from sphinx_updates.hugo.templates.values import Params

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_updates.hugo.templates import nodes
    from sphinx_updates.hugo.templates.registry import Function
    from sphinx_updates.hugo.templates.run import Frame
    from sphinx_updates.hugo.templates.signatures import Expression
    from sphinx_updates.hugo.templates.special import Special

    CommandCode: TypeAlias = Callable[[Frame, tuple[object, ...]], object]
    """Evaluates a command; gets the value of the one before it, if there is one."""

_MAX_INT: Final = 2**63 - 1


def sequence(pipe: nodes.Pipe, commands: Sequence[CommandCode]) -> Expression:
    """Return the code of *pipe* from that of its commands."""
    first, *later = commands

    def one(frame: Frame) -> object:
        frame.at = pipe
        return first(frame, ())

    def several(frame: Frame) -> object:
        frame.at = pipe
        value = first(frame, ())
        for command in later:
            value = command(frame, (value,))
        return value

    return several if later else one


def stored(code: Expression, slot: int | None, name: str) -> Expression:
    """Return *code* whose value a variable gets too; without a slot it fails."""

    def run(frame: Frame) -> object:
        value = code(frame)
        if slot is None:
            frame.fail(f"undefined variable: {name}")
        frame.slots[slot] = value
        return value

    return run


def dot(node: nodes.Node) -> Expression:
    """Return the code of the cursor."""

    def run(frame: Frame) -> object:
        frame.at = node
        return frame.dot

    return run


def constant(node: nodes.Node, value: object) -> Expression:
    """Return the code of a literal."""

    def run(frame: Frame) -> object:
        frame.at = node
        return value

    return run


def number(node: nodes.Bool | nodes.Number) -> Expression:
    """Return the code of a number, which may be too large."""
    value = node.value
    if isinstance(value, int) and value > _MAX_INT:
        return failing(node, f"{node} overflows int")
    return constant(node, value)


def field(node: nodes.Field, calls: tuple[Call, ...]) -> Expression:
    """Return the code of fields of the cursor without arguments.

    Most are one field of a map, and are looked up right here.
    """
    name = node.names[0]
    lower = name.lower()
    is_one = len(calls) == 1

    def run(frame: Frame) -> object:
        frame.at = node
        start = frame.dot
        if is_one and isinstance(start, dict):
            if type(start) is dict:
                return start.get(name)
            if type(start) is Params:
                return start.get(lower)
        return chain(frame, start, calls, (), ANY if frame.is_mixed else "")

    return run


def variable_field(
    node: nodes.Variable, slot: int, calls: tuple[Call, ...]
) -> Expression:
    """Return the code of fields of a variable without arguments."""
    name = node.names[1]
    lower = name.lower()
    is_one = len(calls) == 1

    def run(frame: Frame) -> object:
        frame.at = node
        start = frame.slots[slot]
        if is_one and isinstance(start, dict):
            if type(start) is dict:
                return start.get(name)
            if type(start) is Params:
                return start.get(lower)
        return chain(frame, start, calls, ())

    return run


def failing(node: nodes.Node, message: str) -> Expression:
    """Return code that only fails."""

    def run(frame: Frame) -> object:
        frame.at = node
        frame.fail(message)

    return run


def alone(command: CommandCode) -> Expression:
    """Return a command as a term: nothing comes before it."""

    def run(frame: Frame) -> object:
        return command(frame, ())

    return run


def special_form(
    special: Special, identifier: nodes.Identifier, arguments: tuple[Expression, ...]
) -> CommandCode:
    """Return the code of a function that evaluates its arguments itself."""

    def run(frame: Frame, extra: tuple[object, ...]) -> object:
        frame.at = identifier
        return special(frame, arguments, extra)

    return run


_LETTERS_OF_A_STEP: Final = 1_000
"""Letters that the slowest functions, those of patterns, read in the time of a step."""


def _steps_of(values: Sequence[object]) -> int:
    """Return how many steps a call counts: the more, the longer its texts are.

    So the clock is looked at in time, however few calls work on however long texts.
    """
    steps = 1
    for value in values:
        if isinstance(value, str) and len(value) > _LETTERS_OF_A_STEP:
            steps += len(value) // _LETTERS_OF_A_STEP
    return steps


def function_call(
    identifier: nodes.Node,
    place: nodes.Node,
    name: str,
    function: Function,
    arguments: Arguments,
) -> CommandCode:
    """Return the code of a call; errors of the function are at *place*."""
    call = function.call
    takes_runtime = function.takes_runtime
    signature = signature_of(call, skips=1 if takes_runtime else 0)

    def run(frame: Frame, extra: tuple[object, ...]) -> object:
        frame.at = identifier
        values = evaluate(frame, name, signature, arguments, extra)
        frame.run.step(_steps_of(values))
        try:
            value = call(frame.run, *values) if takes_runtime else call(*values)
        except PASSING:
            raise
        except Exception as error:
            frame.at = place
            raise calling(frame, name, error) from error
        if isinstance(value, str) and len(value) > frame.run.limits.text:
            most = frame.run.limits.text
            raise LimitError(f"{name} gives more than {most:,} characters")
        return value

    return run
