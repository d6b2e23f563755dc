"""Templates by name: read, escaped, compiled and run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.compile import Program, compile_tree
from sphinx_updates.hugo.templates.errors import (
    LimitError,
    MissingError,
)
from sphinx_updates.hugo.templates.escape import escape_templates
from sphinx_updates.hugo.templates.limits import LIMITS, Limits
from sphinx_updates.hugo.templates.namespaces import is_function
from sphinx_updates.hugo.templates.parser import parse
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.run import Run
from sphinx_updates.hugo.templates.special import Returned
from sphinx_updates.hugo.templates.values import HTML

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_updates.hugo.templates.host import Host
    from sphinx_updates.hugo.templates.nodes import TemplateSet

_HTML_SUFFIXES: Final = (".html", ".htm", ".xml")
"""What is written by such templates is escaped; others write plain text."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file: its own program and those that it defines."""

    name: str
    programs: dict[str, Program]
    is_html: bool


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
        trees = parse(name, text, is_function)
        programs = _compiled(_escaped(trees) if is_html else trees)
        loaded = self._loaded[name] = Loaded(name, programs, is_html)
        for key in programs:
            if _partial_name(key) != key or key.startswith("_partials/"):
                self._inline[_partial_name(key)] = Loaded(key, programs, is_html)
        return loaded

    def render(self, name: str, dot: object) -> str:
        """Run the template *name* and return what it writes; raises ``TemplateError``.

        Each call has limits of its own.
        """
        text, _, _ = self.run_named(Run(self.host, self, self._limits), name, dot)
        return text

    def run_named(self, run: Run, name: str, dot: object) -> tuple[str, object, bool]:
        """Run a template inside *run*: its text, its value, whether it returned one."""
        loaded = self._find(name)
        outside, run.parts = run.parts, []
        depth = run.depth
        try:
            loaded.programs[loaded.name].run(run, dot)
        except Returned as returned:
            run.depth = depth
            if returned.has_value:
                return "", returned.value, True
        except RecursionError:
            message = f"template: {loaded.name}: it nests too deep"
            raise LimitError(message) from None
        finally:
            own, run.parts = run.parts, outside
        text = "".join(own)
        return HTML(text) if loaded.is_html else text, None, False

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


def _partial_name(name: str) -> str:
    """Return *name* with the folder of partials as Hugo spells it today."""
    return f"_{name}" if name.startswith("partials/") else name


def _compiled(trees: TemplateSet) -> dict[str, Program]:
    programs: dict[str, Program] = {}
    for name, tree in trees.trees.items():
        programs[name] = compile_tree(tree, programs)
    return programs


def _escaped(trees: TemplateSet) -> TemplateSet:
    """Return *trees* with the escaping that each place in HTML needs."""
    partials = [key for key in trees.trees if _partial_name(key).startswith("_partial")]
    names = dict.fromkeys([trees.name, *partials])
    return replace(trees, trees=escape_templates(trees.trees, names))
