"""Templates as Python closures: compiled once, run for each call."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from sphinx_updates.hugo.templates import nodes
from sphinx_updates.hugo.templates.errors import LimitError
from sphinx_updates.hugo.templates.escape import split_escapers
from sphinx_updates.hugo.templates.evaluate import PipelineCompiler
from sphinx_updates.hugo.templates.printing import (
    output_text,
    print_value,
    sorted_keys,
)
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.run import Frame, Run
from sphinx_updates.hugo.templates.truth import is_true

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class Jump(Enum):
    """Why a statement did not end as statements do."""

    BREAK = "break"
    CONTINUE = "continue"


Code: TypeAlias = "Callable[[Frame], Jump | None]"


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled template."""

    tree: nodes.Tree
    code: Code
    slots: int
    """Variables that it has."""

    def run(self, run: Run, dot: object) -> None:
        """Run with the cursor at *dot*; the output is appended to that of *run*."""
        frame = Frame(run, self.tree, dot, self.slots)
        try:
            run.enter()
            self.code(frame)
        except LimitError as error:
            raise frame.limit(error) from None
        run.depth -= 1


Programs: TypeAlias = "Mapping[str, Program]"


def compile_tree(tree: nodes.Tree, others: Programs) -> Program:
    """Return the code of *tree*; *others* are the templates that it may run."""
    compiler = _Compiler(tree.source_name, others)
    code = compiler.list(tree.root)
    return Program(tree, code, compiler.slots)


class _Compiler(PipelineCompiler):
    def __init__(self, source_name: str, others: Programs) -> None:
        super().__init__(source_name)
        self._others = others

    def list(self, body: nodes.List) -> Code:
        statements = tuple(self._statement(node) for node in body.nodes)
        count = len(statements)

        def run(frame: Frame) -> Jump | None:
            frame.run.step(count)
            for statement in statements:
                if jump := statement(frame):
                    return jump
            return None

        return run

    def _statement(self, node: nodes.Statement) -> Code:
        match node:
            case nodes.Text():
                return _text(node)
            case nodes.Action():
                return self._action(node)
            case nodes.If():
                return self._if(node)
            case nodes.With():
                return self._with(node)
            case nodes.Range():
                return self._range(node)
            case nodes.Template():
                return self._template(node)
        jump = Jump.BREAK if isinstance(node, nodes.Break) else Jump.CONTINUE
        return lambda _frame: jump

    def _action(self, node: nodes.Action) -> Code:
        own, escapers = split_escapers(node.pipe)
        pipe = self.pipe(own)
        if own.declared:
            return _evaluated(pipe)
        if escapers:
            return _escaped(pipe, escapers)

        def run(frame: Frame) -> Jump | None:
            value = pipe(frame)
            frame.run.write(value if type(value) is str else output_text(value))
            return None

        return run

    def _branches(self, node: nodes.If | nodes.With | nodes.Range) -> tuple[Code, Code]:
        """Return both lists; variables of the pipe are known in both, and end there."""
        mark = len(self.scope)
        body = self.list(node.body)
        del self.scope[mark:]
        otherwise = self.list(node.otherwise) if node.otherwise else _nothing
        return body, otherwise

    def _if(self, node: nodes.If) -> Code:
        mark = len(self.scope)
        pipe = self.pipe(node.pipe)
        body, otherwise = self._branches(node)
        del self.scope[mark:]

        def run(frame: Frame) -> Jump | None:
            return body(frame) if is_true(pipe(frame)) else otherwise(frame)

        return run

    def _with(self, node: nodes.With) -> Code:
        mark = len(self.scope)
        pipe = self.pipe(node.pipe)
        body, otherwise = self._branches(node)
        del self.scope[mark:]

        def run(frame: Frame) -> Jump | None:
            value = pipe(frame)
            if not is_true(value):
                return otherwise(frame)
            dot, is_mixed = frame.dot, frame.is_mixed
            frame.dot, frame.is_mixed = value, False
            jump = body(frame)
            frame.dot, frame.is_mixed = dot, is_mixed
            return jump

        return run

    def _range(self, node: nodes.Range) -> Code:
        mark = len(self.scope)
        pipe = self.pipe(node.pipe)
        slots = [self.find(variable.names[0]) for variable in node.pipe.declared]
        body, otherwise = self._branches(node)
        del self.scope[mark:]
        key_slot = slots[0] if len(slots) == 2 else None
        item_slot = slots[-1] if slots else None

        def run(frame: Frame) -> Jump | None:
            value = pipe(frame)
            dot, is_mixed = frame.dot, frame.is_mixed
            frame.is_mixed = _is_mixed(value)
            turned = False
            for key, item in _turns(frame, value, len(slots)):
                turned = True
                frame.run.step()
                frame.dot = item
                if item_slot is not None:
                    frame.slots[item_slot] = item
                if key_slot is not None:
                    frame.slots[key_slot] = key
                if body(frame) is Jump.BREAK:
                    break
            frame.dot, frame.is_mixed = dot, is_mixed
            return None if turned else otherwise(frame)

        return run

    def _template(self, node: nodes.Template) -> Code:
        pipe = self.pipe(node.pipe) if node.pipe else None
        others, name = self._others, node.name

        def run(frame: Frame) -> Jump | None:
            frame.at = node
            program = others.get(name)
            if program is None:
                message = f"template {quote(name)} not defined"
                raise frame.error(message, missing=name)
            program.run(frame.run, pipe(frame) if pipe else None)
            return None

        return run


def _text(node: nodes.Text) -> Code:
    text = node.text

    def run(frame: Frame) -> Jump | None:
        frame.run.write(text)
        return None

    return run


def _escaped(
    pipe: Callable[[Frame], object], escapers: Iterable[Callable[..., str]]
) -> Code:
    first, *others = escapers

    def run(frame: Frame) -> Jump | None:
        text = first(pipe(frame))
        for escape in others:
            text = escape(text)
        frame.run.write(text)
        return None

    return run


def _evaluated(pipe: Callable[[Frame], object]) -> Code:
    def run(frame: Frame) -> Jump | None:
        pipe(frame)
        return None

    return run


def _nothing(_frame: Frame) -> Jump | None:
    return None


def _is_mixed(items: object) -> bool:
    """Say whether *items* are of several types, or a map's: Go knows none of them."""
    if isinstance(items, dict):
        return True
    if not isinstance(items, list | tuple):
        return False
    return len(set(map(type, items))) != 1 or items[0] is None


def _turns(
    frame: Frame, value: object, variables: int
) -> Iterable[tuple[object, object]]:
    """Return the pairs of key and item that ``range`` goes through.

    With one variable, a whole number counts up; that has no keys.
    """
    if isinstance(value, dict):
        return ((key, value[key]) for key in sorted_keys(value))
    if isinstance(value, list | tuple | bytes):
        return enumerate(value)
    if value is None:
        return ()
    if not isinstance(value, int) or isinstance(value, bool):
        frame.fail(f"range can't iterate over {print_value(value)}")
    if variables > 1:
        frame.fail(f"can't use {value} to iterate over more than one variable")
    return _counted(value)


def _counted(count: int) -> Iterator[tuple[object, object]]:
    for number in range(count):
        yield number, number
