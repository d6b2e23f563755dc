"""Shortcodes as directives, ``{hugo:figure}``: the same definitions, in MyST or rST."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.util.docutils import SphinxDirective

from sphinx_updates.hugo.links import is_external
from sphinx_updates.hugo.shortcodes.templates import PlainTemplate
from sphinx_updates.sphinx_ext.directives.definition import Definition, Inner, Request
from sphinx_updates.sphinx_ext.images import make_image
from sphinx_updates.sphinx_ext.links import pending_link
from sphinx_updates.sphinx_ext.project import mounted_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.hugo.shortcodes.nodes import Value


class ShortcodeDirective(SphinxDirective):
    """A directive made from a :class:`Definition`."""

    definition: ClassVar[Definition]
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Build the nodes of the shortcode from argument, options and content."""
        definition = self.definition
        values: dict[str, Value] = {}
        if self.arguments:
            values[definition.primary] = self.arguments[0]
        names = {p.name.lower(): p for p in definition.parameters}
        for option, text in self.options.items():
            parameter = names[option.lower()]
            # `:open:` alone means that it is on.
            on = parameter.is_flag and not text
            values[parameter.name] = True if on else text or ""
        source, line = self.get_source_info()
        page = mounted_page(self.env)
        location = f"{source}:{line}"
        request = Request(
            name=definition.name,
            values=values,
            env=self.env,
            source=source,
            line=line,
            parse_inner=self.parse_content_to_nodes,
            parse_inline=self._parse_inline,
            make_image=lambda src: make_image(
                src, page=page, env=self.env, location=location
            ),
            make_link=self._make_link,
        )
        made = [*definition.build(request)]
        for node in made:
            for part in node.findall(nodes.Element):
                if part.line is None:
                    self.set_source_info(part)
        return made

    def _parse_inline(self, text: str) -> list[nodes.Node]:
        return self.parse_inline(text)[0] if text else []

    def _make_link(self, url: str, children: Sequence[nodes.Node]) -> nodes.Element:
        if is_external(url) or mounted_page(self.env) is None:
            return nodes.reference("", "", *children, refuri=url)
        link = pending_link(url, self.env.docname, children)
        self.set_source_info(link)
        return link


class TemplateDirective(SphinxDirective):
    """A directive made from a site's template."""

    template: ClassVar[PlainTemplate]

    def run(self) -> list[nodes.Node]:
        """Return the template's Markdown as nodes, or its HTML as it is."""
        template = self.template
        self.env.note_dependency(str(template.file))
        if template.action_line:
            message = (
                f"the template {template.file.name!r} has template actions (line "
                f"{template.action_line}), and only plain text is used so far"
            )
            raise self.error(message)
        if not template.is_markdown:
            return [nodes.raw("", template.text, format="html")]
        return self.parse_text_to_nodes(template.text)


def directive_for(
    answer: type[Directive] | PlainTemplate | Definition | None,
) -> type[Directive] | None:
    """Return the directive class for what answers a shortcode; None for nothing."""
    match answer:
        case None:
            return None
        case Definition() as definition:
            return _embedded(definition)
        case PlainTemplate() as template:
            attributes: dict[str, Any] = {"template": template}
            return type("TemplateDirective", (TemplateDirective,), attributes)
        case directive:
            return directive


class _AnyCase(dict[str, Any]):
    """The options of a directive, in any case: Hugo's names have capitals."""

    def __getitem__(self, name: str) -> Any:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def get(self, name: str, default: Any = None) -> Any:
        """Return the converter of an option in any case."""
        return super().get(name.lower(), default)


def _embedded(definition: Definition) -> type[Directive]:
    options = _AnyCase(
        (parameter.name.lower(), directives.unchanged)
        for parameter in definition.parameters
    )
    attributes: dict[str, Any] = {
        "definition": definition,
        "__doc__": definition.summary,
        "optional_arguments": 1 if definition.primary else 0,
        "has_content": definition.inner is not Inner.NONE,
        "option_spec": options,
    }
    return type("ShortcodeDirective", (ShortcodeDirective,), attributes)
