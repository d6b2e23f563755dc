"""The functions that templates can call, declared where they are written."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from sphinx_updates.hugo.templates.host import Host


class Runtime(Protocol):
    """What functions may ask of the run they are called in.

    Files, the clock and the site are reached through :attr:`host` alone.
    """

    @property
    def host(self) -> Host:
        """The world around the template."""

    @property
    def memory(self) -> dict[Hashable, object]:
        """What functions keep until the run ends, such as cached partials."""

    @property
    def running(self) -> Sequence[str]:
        """The names of the templates that run, the innermost last."""

    def call(self, function: object, *arguments: object) -> object:
        """Call what a template can call, a function's name or a value, counted."""

    def run_template(self, name: str, dot: object) -> tuple[str, object, bool]:
        """Run a named template, and return text, value and whether it returned one.

        The text is escaped HTML. ``return`` in a partial gives a value.
        """

    def has_template(self, name: str) -> bool:
        """Say whether there is a template of that name."""

    def run_source(self, name: str, source: str, dot: object) -> str:
        """Run a template that is no file, and return its text."""

    def step(self, count: int = 1) -> None:
        """Count *count* units of work; raises ``LimitError`` past the limit."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function: how templates name it and what answers."""

    name: str
    """With its namespace: ``strings.ToUpper``; a builtin has none."""
    call: Callable[..., object]
    aliases: tuple[str, ...]
    least: int
    """The fewest arguments that it takes."""
    most: int | None
    """The most; None for any number."""
    takes_runtime: bool
    """Whether ``call`` wants the :class:`Runtime` first."""


_F = TypeVar("_F", bound="Callable[..., object]")

_FUNCTIONS: dict[str, Function] = {}


def function(name: str, *aliases: str, runtime: bool = False) -> Callable[[_F], _F]:
    """Declare the decorated function under *name* and *aliases*.

    How many arguments it takes is read from its signature.
    """

    def declare(call: _F) -> _F:
        kinds = list(inspect.signature(call).parameters.values())
        fixed = kinds[1:] if runtime else kinds
        is_open = any(p.kind is p.VAR_POSITIONAL for p in fixed)
        fixed = [p for p in fixed if p.kind is not p.VAR_POSITIONAL]
        least = sum(p.default is p.empty for p in fixed)
        most = None if is_open else len(fixed)
        made = Function(name, call, aliases, least, most, runtime)
        for key in (name, *aliases):
            if key in _FUNCTIONS:
                msg = f"the function {key} is declared twice"
                raise ValueError(msg)
            _FUNCTIONS[key] = made
        return call

    return declare


def functions() -> Mapping[str, Function]:
    """Return all functions by name and alias, as far as their modules are imported.

    ``templates.functions.library`` imports them all.
    """
    return _FUNCTIONS
