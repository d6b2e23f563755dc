"""One run of a template: its output, what it may still do, and where it stands."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NoReturn, Protocol

from sphinx_updates.hugo.templates.errors import (
    LimitError,
    MissingError,
    TemplateError,
)
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.registry import Function, functions

if TYPE_CHECKING:
    from collections.abc import Hashable

    from sphinx_updates.hugo.templates.host import Host
    from sphinx_updates.hugo.templates.limits import Limits
    from sphinx_updates.hugo.templates.nodes import Node, Tree

_CHECK_EVERY = 2_000
"""Steps between two looks at the clock; a look takes as long as a step."""


class Templates(Protocol):
    """Where a run finds other templates."""

    def run_named(self, run: Run, name: str, dot: object) -> tuple[str, object, bool]:
        """Run a template by name: its text, and the value if it returned one."""

    def has(self, name: str) -> bool:
        """Say whether there is a template of that name."""

    def run_source(self, run: Run, name: str, source: str, dot: object) -> str:
        """Run a template that is no file: its text."""


class Run:
    """What all templates of one call from a page share; a ``Runtime`` for functions."""

    __slots__ = (
        "_deadline",
        "_next_check",
        "_templates",
        "_written",
        "depth",
        "host",
        "limits",
        "memory",
        "parts",
        "running",
        "steps",
    )

    def __init__(self, host: Host, templates: Templates, limits: Limits) -> None:
        """Start with empty output and nothing done."""
        self.host = host
        self.limits = limits
        self.parts: list[str] = []
        self.memory: dict[Hashable, object] = {}
        self.running: list[str] = []
        self.steps = 0
        self.depth = 0
        """Templates that are running inside each other."""
        self._templates = templates
        self._written = 0
        self._deadline = time.monotonic() + limits.seconds
        self._next_check = _CHECK_EVERY

    def step(self, count: int = 1) -> None:
        """Count *count* units of work; raises ``LimitError`` past the limit."""
        self.steps += count
        if self.steps >= self._next_check:
            self._check()

    def _check(self) -> None:
        if self.steps > self.limits.steps:
            raise LimitError(f"it does more than {self.limits.steps:,} steps")
        if time.monotonic() > self._deadline:
            raise LimitError(f"it runs for more than {self.limits.seconds:g} seconds")
        self._next_check = self.steps + _CHECK_EVERY

    def write(self, text: str) -> None:
        """Append *text* to the output."""
        self.parts.append(text)
        self._written += len(text)
        if self._written > self.limits.output:
            raise LimitError(f"it writes more than {self.limits.output:,} characters")

    def enter(self) -> None:
        """Count one more template inside the others."""
        self.depth += 1
        if self.depth > self.limits.depth:
            raise LimitError(
                f"templates call each other more than {self.limits.depth} deep"
            )

    def call(self, function: object, *arguments: object) -> object:
        """Call what a template can call: a function's name or a value of ours."""
        self.step()
        if isinstance(function, str):
            known = functions().get(function)
            if known is None:
                message = f"function {quote(function)} not defined"
                raise MissingError(message, function)
            function = known
        if isinstance(function, Function):
            first = (self,) if function.takes_runtime else ()
            return function.call(*first, *arguments)
        if not callable(function):
            raise TemplateError("value is not a function")
        return function(*arguments)

    def run_template(self, name: str, dot: object) -> tuple[str, object, bool]:
        """Run a named template: its text, its value, and whether it returned one."""
        return self._templates.run_named(self, name, dot)

    def has_template(self, name: str) -> bool:
        """Say whether there is a template of that name."""
        return self._templates.has(name)

    def run_source(self, name: str, source: str, dot: object) -> str:
        """Run a template that is no file, and return its text."""
        return self._templates.run_source(self, name, source, dot)


class Frame:
    """One template that runs: cursor, variables and the node that it is at."""

    __slots__ = ("at", "dot", "is_mixed", "run", "slots", "tree")

    def __init__(self, run: Run, tree: Tree, dot: object, slots: int) -> None:
        """Start *tree* with the cursor at *dot*; the variable ``$`` is the first."""
        self.run = run
        self.tree = tree
        self.at: Node = tree.root
        self.dot = dot
        self.is_mixed = False
        """Whether the cursor is an item of a list of several types: Go knows no type
        of it then."""
        self.slots: list[object] = [None] * slots
        self.slots[0] = dot

    def fail(self, message: str) -> NoReturn:
        """Raise *message* with the place that the template is at."""
        raise self.error(message)

    def limit(self, error: LimitError) -> LimitError:
        """Return *error* with the innermost place that it was seen in."""
        if error.place:
            return error
        place = self.place()
        placed = LimitError(f"template: {place}: {error}")
        placed.place = place
        return placed

    def error(self, message: str, missing: str = "") -> TemplateError:
        """Return *message* as an error here, worded as Go words it.

        *missing* names what does not exist, if that is what is wrong.
        """
        place = self.place()
        text = f"template: {place}: executing {quote(self.tree.name)} at <{self.at}>"
        text = f"{text}: {message}"
        error = MissingError(text, missing) if missing else TemplateError(text)
        error.place = place
        return error

    def place(self) -> str:
        """Return file, line and column; lines count from 1, columns bytes from 0."""
        before = self.tree.source[: self.at.offset]
        start = before.rfind("\n") + 1
        # Go counts the bytes of UTF-8.
        column = len(before[start:].encode("utf-8", "surrogateescape"))
        return f"{self.tree.source_name}:{before.count(chr(10)) + 1}:{column}"
