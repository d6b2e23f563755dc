"""The nodes of a call: of a definition, of a directive, or of what nobody answers."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.blocks import in_paragraphs
from sphinx_updates.sphinx_ext.call_reader import reader_of
from sphinx_updates.sphinx_ext.directives.request import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.parsers.rst import Directive

    from sphinx_updates.hugo.shortcodes.nodes import Call
    from sphinx_updates.sphinx_ext.directives.definition import Definition
    from sphinx_updates.sphinx_ext.renderer import ShortcodeRenderer


def nodes_of_definition(
    renderer: ShortcodeRenderer,
    call: Call,
    definition: Definition,
    line: int,
    *,
    is_inline: bool,
) -> Sequence[nodes.Node]:
    """Return what a definition makes of *call*: block nodes where it is alone."""
    given = renderer.calls.arguments(call, definition)
    if not renderer.calls.is_complete(call, given):
        return [notice(call.opening_tag, is_inline=is_inline)]
    if definition.build is None:
        made: Sequence[nodes.Node] = [nodes.Text(renderer.calls.text_of(call))]
    else:
        shared = {f.name: getattr(given, f.name) for f in fields(given)}
        request = Request(
            **shared,
            reader=reader_of(renderer, call, line),
            notation=call.notation,
            is_inline=is_inline,
            ordinal=call.ordinal,
            inner_line=line + call.opening_tag.count("\n"),
        )
        made = definition.build(request)
    return made if is_inline else in_paragraphs(made)


def nodes_of_directive(
    renderer: ShortcodeRenderer, call: Call, directive: type[Directive], line: int
) -> Sequence[nodes.Node]:
    """Run a directive that was put into the domain, with the call's arguments."""
    content = renderer.calls.expand_inner(call).text if directive.has_content else ""
    options = {name: str(value) for name, value in call.named().items()}
    return renderer.run_directive(
        f"hugo:{call.name.lower()}",
        " ".join(str(value) for value in call.positional()),
        content,
        line,
        additional_options=options,
        block_text=call.opening_tag,
    )


def notice(source: str, *, is_inline: bool) -> nodes.Node:
    """Return what readers see of a call that nothing answers: its *source*."""
    literal = nodes.literal(source, source)
    if is_inline:
        return nodes.inline("", "", literal, classes=["updates-notice"])
    paragraph = nodes.paragraph("", "", literal)
    return nodes.container("", paragraph, classes=["updates-notice"], is_div=True)
