"""Directives of our own documentation: reference pages that come from the code.

An extension of its own, ``sphinx_updates.sphinx_ext.docs``; nobody else needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

from sphinx_updates import __version__
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.config import PREFIX, default_of, options
from sphinx_updates.sphinx_ext.directives.definition import Definition, Inner
from sphinx_updates.sphinx_ext.directives.packs import SHIPPED
from sphinx_updates.sphinx_ext.warnings import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class GeneratedDirective(SphinxDirective):
    """Parses the Markdown that :meth:`lines` yields, in the place of the directive."""

    def lines(self) -> Iterator[str]:
        """Yield the lines of the generated part."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Return the parsed lines."""
        text = "\n".join(self.lines())
        return self.parse_text_to_nodes(text, allow_section_headings=True)


class ConfigDirective(GeneratedDirective):
    """Every option of ``conf.py``."""

    def lines(self) -> Iterator[str]:
        """Yield a section for each option."""
        for option in options():
            example = option.metadata["example"]
            yield f"## `{PREFIX}{option.name}`"
            yield ""
            yield option.metadata["help"]
            yield ""
            yield f"Default: `{default_of(option)!r}`. Example:"
            yield ""
            yield "```python"
            yield f"{PREFIX}{option.name} = {example}"
            yield "```"
            yield ""


class WarningsDirective(GeneratedDirective):
    """Every kind of warning."""

    def lines(self) -> Iterator[str]:
        """Yield a table row for each kind; the docstring of the member explains it."""
        module = ProblemKind.__module__
        texts = ModuleAnalyzer.for_module(module).find_attr_docs()
        yield "| Warning | What it says |"
        yield "|---|---|"
        for kind in ProblemKind:
            text = " ".join(texts[ProblemKind.__name__, kind.name]).strip()
            yield f"| `{TYPE}.{kind.value}` | {text.replace('``', '`')} |"


class ShortcodesDirective(GeneratedDirective):
    """Every embedded shortcode, with its arguments."""

    def lines(self) -> Iterator[str]:
        """Yield a section with a table for each shortcode."""
        for name in sorted(SHIPPED["hugo"]):
            yield from self._shortcode(SHIPPED["hugo"][name])

    def _shortcode(self, definition: Definition) -> Iterator[str]:
        yield f"## `{definition.name}`"
        yield ""
        yield definition.summary
        if definition.inner is Inner.NONE:
            yield "It takes no inner content."
        else:
            yield f"Its inner content is {definition.inner.value}."
        if definition.primary:
            yield f"The argument of the directive is `{definition.primary}`."
        yield ""
        yield "| Argument | Meaning | Default |"
        yield "|---|---|---|"
        for parameter in definition.parameters:
            position = "" if parameter.position is None else " (or first, without name)"
            default = f"`{parameter.default}`" if parameter.default else ""
            yield f"| `{parameter.name}`{position} | {parameter.help} | {default} |"
        yield ""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("updates-config", ConfigDirective)
    app.add_directive("updates-warnings", WarningsDirective)
    app.add_directive("updates-shortcodes", ShortcodesDirective)
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
