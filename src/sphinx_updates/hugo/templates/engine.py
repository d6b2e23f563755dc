"""Templates by name: read, escaped, compiled and run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.bounds import COUNTER
from sphinx_updates.hugo.templates.compile import Program, compile_tree
from sphinx_updates.hugo.templates.errors import (
    LimitError,
    MissingError,
    TemplateError,
)
from sphinx_updates.hugo.templates.escape import escape_templates
from sphinx_updates.hugo.templates.limits import LIMITS, Limits
from sphinx_updates.hugo.templates.namespaces import is_function
from sphinx_updates.hugo.templates.parser import parse
from sphinx_updates.hugo.templates.quoting import quote, whole_text
from sphinx_updates.hugo.templates.run import Run
from sphinx_updates.hugo.templates.special import Returned
from sphinx_updates.hugo.templates.values import HTML

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_updates.hugo.templates.host import Host
    from sphinx_updates.hugo.templates.nodes import TemplateSet, Tree

_HTML_SUFFIXES: Final = (".html", ".htm", ".xml")
"""What is written by such templates is escaped; others write plain text."""
_PARTIALS: Final = "_partials/"
_OLD_PARTIALS: Final = "partials/"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file: its own program and those that it defines."""

    name: str
    programs: dict[str, Program]
    is_html: bool
    others: tuple[str, ...] = ()
    """The files that ``template`` calls, whose text is a part of the programs."""


class Engine:
    """The templates of one site. Each is read when it is first asked for, and kept.

    *lookup* gives the text of a template by its name (``_partials/x.html``), or None.
    """

    def __init__(
        self,
        host: Host,
        lookup: Callable[[str], str | None],
        limits: Limits = LIMITS,
    ) -> None:
        """Start without templates."""
        self.host = host
        self._lookup = lookup
        self._limits = limits
        self._loaded: dict[str, Loaded] = {}
        self._inline: dict[str, Loaded] = {}

    def parse(self, name: str, text: str) -> Loaded:
        """Read the template *name* from *text*; raises ``TemplateError``.

        Partials that it defines (``define "_partials/x.html"``) are known from then on
        to all templates.
        """
        is_html = name.endswith(_HTML_SUFFIXES) or "." not in name.rpartition("/")[2]
        file = parse(name, text, is_function)
        trees, others = self._callable(file)
        inline = [key for key in file.trees if _is_inline(key)]
        if is_html:
            trees = escape_templates(trees, [name, *inline])
        programs = _compiled(trees)
        loaded = self._loaded[name] = Loaded(name, programs, is_html, others)
        for key in inline:
            self._inline[_partial_name(key)] = replace(loaded, name=key)
        return loaded

    def _callable(
        self, file: TemplateSet
    ) -> tuple[Mapping[str, Tree], tuple[str, ...]]:
        """Return the trees of *file* and of files that it calls, and their names."""
        trees = dict(file.trees)
        others: list[str] = []
        waiting = sorted(file.called)
        while waiting:
            name = waiting.pop()
            text = None if name in trees else self._lookup(name)
            if text is not None:
                other = parse(name, text, is_function)
                trees = {**other.trees, **trees}
                waiting += sorted(other.called)
                others.append(name)
        return trees, tuple(others)

    def note(self, name: str) -> None:
        """Take note that a template whose text is a part of another one runs."""

    def render(self, name: str, dot: object) -> str:
        """Run the template *name* and return what it writes; raises ``TemplateError``.

        Each call has limits of its own.
        """
        text, _, _ = self.run_named(self.start(), name, dot)
        return whole_text(text)

    def start(self) -> Run:
        """Return a new run, with nothing counted yet."""
        return Run(self.host, self, self._limits)

    def run_named(self, run: Run, name: str, dot: object) -> tuple[str, object, bool]:
        """Run a template inside *run*: its text, its value, whether it returned one.

        Depth and output of *run* are afterwards what they were, errors or not.
        """
        outside, run.parts = run.parts, []
        depth = run.depth
        run.running.append(_partial_name(name))
        counting = COUNTER.set(run.step)
        try:
            loaded = self._find(name)
            for other in loaded.others:
                self.note(other)
            loaded.programs[loaded.name].run(run, dot)
        except Returned as returned:
            if returned.has_value:
                return "", returned.value, True
        except LimitError:
            raise
        except TemplateError as error:
            if depth:
                raise _inside(error) from error
            raise
        except RecursionError:
            message = f"template: {name}: it nests too deep"
            raise LimitError(message) from None
        finally:
            own, run.parts, run.depth = run.parts, outside, depth
            run.running.pop()
            COUNTER.reset(counting)
        text = "".join(own)
        return HTML(text) if loaded.is_html else text, None, False

    def has(self, name: str) -> bool:
        """Say whether there is a template of that name."""
        name = _partial_name(name)
        known = name in self._inline or name in self._loaded
        return known or self._lookup(name) is not None

    def run_source(self, run: Run, name: str, source: str, dot: object) -> str:
        """Run inside *run* a template that is no file, and return its text."""
        self.parse(name, source)
        text, _, _ = self.run_named(run, name, dot)
        return text

    def _find(self, name: str) -> Loaded:
        name = _partial_name(name)
        loaded = self._inline.get(name) or self._loaded.get(name)
        if loaded is None:
            text = self._lookup(name)
            if text is None:
                message = f"template {quote(name)} not found"
                raise MissingError(message, name)
            loaded = self.parse(name, text)
        return loaded


def _inside(error: TemplateError) -> TemplateError:
    """Return *error* as Hugo gives it to the template that called the failing one."""
    text = f'"layouts/{error.place}": execute of template failed: {error}'
    if isinstance(error, MissingError):
        outer: TemplateError = MissingError(text, error.name)
    else:
        outer = TemplateError(text)
    outer.place = error.place
    return outer


def _partial_name(name: str) -> str:
    """Return *name* with the folder of partials as Hugo spells it today."""
    return f"_{name}" if name.startswith(_OLD_PARTIALS) else name


def _compiled(trees: Mapping[str, Tree]) -> dict[str, Program]:
    programs: dict[str, Program] = {}
    for name, tree in trees.items():
        programs[name] = compile_tree(tree, programs)
    return programs


def _is_inline(name: str) -> bool:
    return name.startswith((_PARTIALS, _OLD_PARTIALS))
