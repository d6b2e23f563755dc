"""Directives of our own documentation: reference pages that come from the code.

An extension of its own, ``sphinx_updates.sphinx_ext.docs``; nobody else needs it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

from sphinx_updates import __version__
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.tokens import LINE_MAP
from sphinx_updates.hugo.site.settings import HugoSettings
from sphinx_updates.sphinx_ext.blocks import lift_blocks
from sphinx_updates.sphinx_ext.calls import PageCalls
from sphinx_updates.sphinx_ext.config import PREFIX, default_of, options
from sphinx_updates.sphinx_ext.directives.definition import Kind
from sphinx_updates.sphinx_ext.directives.packs import SHIPPED
from sphinx_updates.sphinx_ext.docs_templates import function_lines, method_lines
from sphinx_updates.sphinx_ext.listings.directive import OPTIONS
from sphinx_updates.sphinx_ext.parser import hugo_parser, read_calls
from sphinx_updates.sphinx_ext.shortcodes import ShortcodeTable
from sphinx_updates.sphinx_ext.warnings import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter


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


class ListingOptionsDirective(GeneratedDirective):
    """Every option of the directive for lists of posts."""

    def lines(self) -> Iterator[str]:
        """Yield a table row for each option."""
        yield "| Option | Values | What it does |"
        yield "|---|---|---|"
        for option in OPTIONS:
            other = f", `{option.other_name}`" if option.other_name else ""
            yield f"| `{option.name}`{other} | {option.values} | {option.help} |"


class LiveDirective(SphinxDirective):
    """Markdown of the documentation: as it is written, and what it makes."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the content as code, and the content."""
        text = "\n".join(self.content)
        source = nodes.literal_block(text, text, language="markdown")
        box = nodes.container("", classes=["updates-example"], is_div=True)
        box.extend(self.parse_content_to_nodes())
        return [source, box]


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


class TemplateFunctionsDirective(GeneratedDirective):
    """Every function of templates."""

    def lines(self) -> Iterator[str]:
        """Yield a section for each namespace."""
        yield from function_lines()


class TemplateMethodsDirective(GeneratedDirective):
    """Every method of what templates see of a site."""

    def lines(self) -> Iterator[str]:
        """Yield a section for each kind of object."""
        yield from method_lines()


class ShortcodesDirective(GeneratedDirective):
    """The shortcodes of the pack that is the argument, each with a live example."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a section for each shortcode of the pack."""
        pack = self.arguments[0]
        made: list[nodes.Node] = []
        for _key, definition in sorted(SHIPPED[pack].items()):
            name = definition.name
            section = new_section(name, f"{pack}-{name}")
            summary, _messages = self.parse_inline(_summary(definition))
            section += nodes.paragraph("", "", *summary)
            if definition.parameters:
                section.extend(self.parse_text_to_nodes("\n".join(_table(definition))))
            section.extend(show_example(self, definition, pack))
            made.append(section)
        return made


class GalleryDirective(GeneratedDirective):
    """Every shortcode of every pack, by its example alone."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each pack."""
        made: list[nodes.Node] = []
        for pack in SHIPPED:
            if pack.endswith("-current"):
                continue  # the same shortcodes, but for one
            section = new_section(pack, f"gallery-{pack}")
            section.extend(self._examples(pack))
            made.append(section)
        return made

    def _examples(self, pack: str) -> Iterator[nodes.Node]:
        for _key, definition in sorted(SHIPPED[pack].items()):
            if definition.example:
                name = definition.name
                yield nodes.rubric(name, name, classes=["updates-gallery-name"])
                yield from render_example(self, definition, pack)


def new_section(title: str, name: str) -> nodes.section:
    """Return a section with *title*; parsed headings would be put elsewhere."""
    section = nodes.section(ids=[nodes.make_id(name)])
    section += nodes.title(title, title)
    return section


def _summary(definition: Definition) -> str:
    """Return what a shortcode is for and what it takes, in Markdown."""
    parts = [definition.summary]
    if definition.takes_inner:
        parts.append(f"Its inner content is {definition.inner.value}.")
    if definition.is_substitution:
        parts.append(
            "In the notation `{{% %}}` it is replaced before Markdown is read, also in "
            "code."
        )
    if definition.primary:
        parts.append(f"The argument of the directive is `{definition.primary}`.")
    return " ".join(parts)


def _table(definition: Definition) -> Iterator[str]:
    """Yield a table of the arguments in Markdown."""
    yield "| Argument | Meaning | Values | Default |"
    yield "|---|---|---|---|"
    for parameter in definition.parameters:
        position = parameter.position
        place = "" if position is None else f", or at {position + 1}"
        default = f"`{parameter.default}`" if parameter.default else ""
        if parameter.is_required:
            default = "(required)"
        cells = (f"`{parameter.name}`{place}", parameter.help, _values(parameter))
        yield "| " + " | ".join(_cell(cell) for cell in (*cells, default)) + " |"


def _values(parameter: Parameter) -> str:
    if parameter.kind is Kind.CHOICE:
        return ", ".join(f"`{choice}`" for choice in parameter.choices)
    return parameter.kind.value


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def show_example(
    directive: SphinxDirective, definition: Definition, pack: str
) -> list[nodes.Node]:
    """Return the source of a definition's example, and what it makes."""
    if not definition.example:
        return []
    source = nodes.literal_block(definition.example, definition.example)
    source["language"] = "text"
    box = nodes.container("", classes=["updates-example"], is_div=True)
    box.extend(render_example(directive, definition, pack))
    return [source, box]


def render_example(
    directive: SphinxDirective, definition: Definition, pack: str
) -> list[nodes.Node]:
    """Return what the example of *definition* makes in a post of a site with *pack*."""
    file, line = directive.get_source_info()
    calls = PageCalls(
        directive.env,
        ShortcodeTable(packs=(pack, "hugo")),
        page=None,
        file=Path(f"{file}"),
        text=definition.example + "\n",
        first_line=line - 1,
    )
    box = nodes.Element()
    document = directive.state.document
    md = hugo_parser(replace(HugoSettings(), unsafe=True, blockquote_alerts=True))
    read_calls(md, calls, document)
    md.options["current_node"] = box
    expanded = calls.expand_page()
    # The renderer keeps slugs of the page's headings: those of the page itself count.
    known = vars(document).get("myst_slugs", {})
    md.render(expanded.text + "\n", {LINE_MAP: expanded.lines})
    vars(document)["myst_slugs"] = known
    lift_blocks(box)
    return list(box.children)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("updates-config", ConfigDirective)
    app.add_directive("updates-warnings", WarningsDirective)
    app.add_directive("updates-template-functions", TemplateFunctionsDirective)
    app.add_directive("updates-template-methods", TemplateMethodsDirective)
    app.add_directive("updates-listing-options", ListingOptionsDirective)
    app.add_directive("updates-live", LiveDirective)
    app.add_directive("updates-shortcodes", ShortcodesDirective)
    app.add_directive("updates-gallery", GalleryDirective)
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
