"""Pipelines as Python closures: made once for a template, run for each call.

What a template is *at* follows Go's executor node by node, since messages name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates import nodes
from sphinx_updates.hugo.templates.closures import (
    alone,
    constant,
    dot,
    failing,
    field,
    function_call,
    number,
    sequence,
    special_form,
    stored,
    variable_field,
)
from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.fields import ANY, Call, chain
from sphinx_updates.hugo.templates.namespaces import find_function, find_namespace
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.signatures import Arguments
from sphinx_updates.hugo.templates.special import SPECIAL, Returned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.hugo.templates.closures import CommandCode
    from sphinx_updates.hugo.templates.run import Frame
    from sphinx_updates.hugo.templates.signatures import Expression

_PLAIN: Final = (
    nodes.Dot,
    nodes.Bool,
    nodes.Number,
    nodes.String,
    nodes.Variable,
    nodes.Field,
    nodes.Chain,
    nodes.Pipe,
)
"""What is the same as a whole pipe as it is as an argument."""


class PipelineCompiler:
    """Compiles the pipelines of one template; knows which variable has which slot."""

    def __init__(self, source_name: str) -> None:
        """Start with the variable ``$`` in the first slot."""
        self._source_name = source_name
        self.scope: list[tuple[str, int]] = [("$", 0)]
        self.slots = 1

    def declare(self, name: str) -> int:
        """Return the slot of a new variable."""
        self.scope.append((name, self.slots))
        self.slots += 1
        return self.slots - 1

    def find(self, name: str) -> int | None:
        """Return the slot of the innermost variable *name*."""
        return next((slot for n, slot in reversed(self.scope) if n == name), None)

    def pipe(self, pipe: nodes.Pipe) -> Expression:
        """Return the code of *pipe*; it sets the variables that are declared."""
        if any(_is_return(command) for command in pipe.commands[:-1]):
            raise TemplateError(
                f"failed to transform template {quote(self._source_name)}:"
                " return must be the last command in a pipeline"
            )
        first, *rest = pipe.commands[0].arguments
        if len(pipe.commands) == 1 and not rest and isinstance(first, _PLAIN):
            code = self.term(first)
        else:
            code = sequence(pipe, [self._command(command) for command in pipe.commands])
        for variable in pipe.declared:
            name = variable.names[0]
            slot = self.find(name) if pipe.assigns else self.declare(name)
            code = stored(code, slot, name)
        return code

    def _command(self, command: nodes.Command) -> CommandCode:
        first, *rest = command.arguments
        if _is_return(command):
            return self._return(first, rest)
        match first:
            case nodes.Identifier():
                return self._function(first, command, rest)
            case nodes.Field():
                return self._fields(first, rest)
            case nodes.Chain():
                return self._chain(first, rest)
            case nodes.Variable() if len(first.names) > 1:
                return self._variable_fields(first, rest)
        return self._value(first, rest)

    def _return(self, word: nodes.Term, rest: Sequence[nodes.Term]) -> CommandCode:
        """Return the code of ``return``: what is behind it is a command of its own.

        Alone, it ends the partial without a value.
        """
        if not rest:

            def leave(_frame: Frame, extra: tuple[object, ...]) -> object:
                raise Returned(extra[0] if extra else None, has_value=bool(extra))

            return leave
        command = self._command(nodes.Command(word.offset, tuple(rest)))

        def run(frame: Frame, extra: tuple[object, ...]) -> object:
            raise Returned(command(frame, extra))

        return run

    def _value(self, first: nodes.Term, rest: Sequence[nodes.Term]) -> CommandCode:
        """Return the code of what is no function, and takes no arguments."""
        value = self.term(first)
        sets_place = not isinstance(first, nodes.Pipe)
        refusal = f"can't give argument to non-function {first}"
        is_nil = isinstance(first, nodes.Nil)

        def run(frame: Frame, extra: tuple[object, ...]) -> object:
            if sets_place:
                frame.at = first
            if rest or extra:
                frame.fail(refusal)
            if is_nil:
                frame.fail("nil is not a command")
            return value(frame)

        return run

    def term(self, term: nodes.Term) -> Expression:
        """Return the code of an argument."""
        match term:
            case nodes.Dot():
                return dot(term)
            case nodes.Nil():
                return constant(term, None)
            case nodes.Bool() | nodes.Number():
                return number(term)
            case nodes.String():
                return constant(term, term.text)
            case nodes.Pipe():
                return self.pipe(term)
            case nodes.Field():
                return field(term, self._calls(term.names, term, ()))
            case nodes.Variable() if len(term.names) == 1:
                return self._variable(term)
            case nodes.Variable() if (slot := self.find(term.names[0])) is not None:
                return variable_field(term, slot, self._calls(term.names[1:], term, ()))
        command = self._command(nodes.Command(term.offset, (term,)))
        return alone(command)

    def _variable(self, variable: nodes.Variable) -> Expression:
        name = variable.names[0]
        slot = self.find(name)
        if slot is None:
            return failing(variable, f"undefined variable: {name}")

        def run(frame: Frame) -> object:
            frame.at = variable
            return frame.slots[slot]

        return run

    def _arguments(self, rest: Sequence[nodes.Term]) -> Arguments:
        return Arguments(tuple(self.term(term) for term in rest), tuple(rest))

    def _calls(
        self, names: Sequence[str], node: nodes.Term, rest: Sequence[nodes.Term]
    ) -> tuple[Call, ...]:
        """Return the code of names after dots; the last one has the arguments."""
        last = Call(names[-1], node, self._arguments(rest))
        return (*(Call(name, node) for name in names[:-1]), last)

    def _fields(self, node: nodes.Field, rest: Sequence[nodes.Term]) -> CommandCode:
        calls = self._calls(node.names, node, rest)

        def run(frame: Frame, extra: tuple[object, ...]) -> object:
            frame.at = node
            kind = ANY if frame.is_mixed else ""
            return chain(frame, frame.dot, calls, extra, kind)

        return run

    def _variable_fields(
        self, variable: nodes.Variable, rest: Sequence[nodes.Term]
    ) -> CommandCode:
        start = self._variable(variable)
        calls = self._calls(variable.names[1:], variable, rest)

        def run(frame: Frame, extra: tuple[object, ...]) -> object:
            return chain(frame, start(frame), calls, extra)

        return run

    def _chain(self, node: nodes.Chain, rest: Sequence[nodes.Term]) -> CommandCode:
        start = self.term(node.node)
        names = node.names
        if isinstance(node.node, nodes.Identifier) and find_namespace(node.node.name):
            full = f"{node.node.name}.{names[0]}"
            function = find_function(full)
            if function and len(names) == 1:
                arguments = self._arguments(rest)
                return function_call(node.node, node, names[0], function, arguments)
            if function:
                start = alone(
                    function_call(node.node, node, names[0], function, Arguments())
                )
                names = names[1:]
        calls = self._calls(names, node, rest)

        def run(frame: Frame, extra: tuple[object, ...]) -> object:
            frame.at = node
            return chain(frame, start(frame), calls, extra)

        return run

    def _function(
        self,
        identifier: nodes.Identifier,
        command: nodes.Command,
        rest: Sequence[nodes.Term],
    ) -> CommandCode:
        name = identifier.name
        place = command if len(command.arguments) > 1 else identifier
        arguments = self._arguments(rest)
        if special := SPECIAL.get(name):
            return special_form(special, identifier, arguments.codes)
        function = find_function(name)
        if function is not None:
            return function_call(identifier, place, name, function, arguments)
        namespace = find_namespace(name)

        def run(frame: Frame, _extra: tuple[object, ...]) -> object:
            frame.at = identifier
            if namespace is None:
                message = f"the function {name} of Hugo is not available here"
                raise frame.error(message, missing=name)
            return namespace

        return run


def _is_return(command: nodes.Command) -> bool:
    first = command.arguments[0]
    return isinstance(first, nodes.Identifier) and first.name == "return"
