"""Shortcodes as directives, ``{hugo:figure}``: the same definitions, in MyST or rST."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.util.docutils import SphinxDirective

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.templates import PlainTemplate
from sphinx_updates.sphinx_ext.blocks import in_paragraphs
from sphinx_updates.sphinx_ext.call_nodes import notice
from sphinx_updates.sphinx_ext.calls import PageCalls
from sphinx_updates.sphinx_ext.directive_reader import raw_html, reader_of_directive
from sphinx_updates.sphinx_ext.directives.checks import check_values, missing
from sphinx_updates.sphinx_ext.directives.definition import Definition, Kind
from sphinx_updates.sphinx_ext.directives.request import Request, next_ordinal
from sphinx_updates.sphinx_ext.project import mounted_page
from sphinx_updates.sphinx_ext.templates.directive_call import call_of_directive
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.nodes import Value
    from sphinx_updates.sphinx_ext.directives.definition import Parameter
    from sphinx_updates.sphinx_ext.shortcodes import ShortcodeTable


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
            values[parameter.name] = _value(parameter, text or "")
        source, line = self.get_source_info()
        values, faults = check_values(definition, values)
        fault = missing(definition, values)
        for message in (*faults, *([fault] if fault else ())):
            text = f"shortcode {definition.name!r}: {message}"
            warn(ProblemKind.SHORTCODE_ARGUMENT, text, f"{source}:{line}")
        if fault:
            return [nodes.literal_block(self.block_text, self.block_text)]
        reader = reader_of_directive(self)
        request = Request(
            definition=definition,
            values=values,
            env=self.env,
            page=mounted_page(self.env),
            source=source,
            line=line,
            reader=reader,
            ordinal=next_ordinal(self.env),
            inner_line=reader.inner_lines()[0] + 1,
        )
        if definition.build is None:
            assert definition.text is not None  # noqa: S101 - one of them is given
            made: list[nodes.Node] = [nodes.Text(definition.text(request))]
        else:
            made = [*definition.build(request)]
        made = in_paragraphs(made)
        for node in made:
            for part in node.findall(nodes.Element):
                if part.line is None:
                    self.set_source_info(part)
        return made


def _value(parameter: Parameter, text: str) -> Value:
    """Return an option as a call in Hugo's notation would give it, without quotes."""
    if parameter.kind is Kind.FLAG and text in ("", "true", "false"):
        return text != "false"  # `:open:` alone means that it is on
    return text


class TemplateDirective(SphinxDirective):
    """A directive made from a site's template."""

    template: ClassVar[PlainTemplate]
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the template's Markdown as nodes, or its HTML as it is."""
        template = self.template
        self.env.note_dependency(str(template.file))
        text = template.text
        if template.action_line:
            made = self._output()
            if made is None:
                return self._degraded()
            text = made
        if template.is_markdown:
            return self.parse_text_to_nodes(text)
        return [raw_html(self, text)] if text.strip() else []

    def _output(self) -> str | None:
        """Return what the template makes of the directive; None if it cannot."""
        source, line = self.get_source_info()
        if self.arguments and self.options:
            message = (
                f"directive {self.name!r}: {self.arguments[0]!r} has no name, and the "
                "options have; it is left out"
            )
            warn(ProblemKind.SHORTCODE_ARGUMENT, message, f"{source}:{line}")
        call = call_of_directive(
            self.name.partition(":")[2] or self.name,
            self.arguments[0] if self.arguments else "",
            self.options,
            "\n".join(self.content) if self.content else None,
            is_markdown=self.template.is_markdown,
        )
        page = mounted_page(self.env)
        calls = PageCalls(
            self.env,
            _table(self.env),
            page=page,
            file=Path(source),
            # Places in it are lines of the file.
            text="\n" * (line - 1) + call.source,
            body_offset=line - 1,
        )
        return calls.run(call.call, self.template)

    def _degraded(self) -> list[nodes.Node]:
        """Return what stands for a directive whose template cannot be run."""
        opening = self.block_text.partition("\n")[0] or f"{{{self.name}}}"
        return [notice(opening, is_inline=False), *self.parse_content_to_nodes()]


def _table(env: BuildEnvironment) -> ShortcodeTable:
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    return hugo_domain(env).table


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
            takes_any = bool(template.action_line)
            attributes: dict[str, Any] = {
                "template": template,
                "optional_arguments": int(takes_any),
                "has_content": takes_any,
                "option_spec": _AnyOption() if takes_any else {},
            }
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


class _AnyOption(dict[str, Any]):
    """The options of a template: whatever it may ask for."""

    def __getitem__(self, name: str) -> Any:
        return directives.unchanged

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str)

    def __bool__(self) -> bool:
        return True

    def get(self, name: str, default: Any = None) -> Any:
        """Return the converter of an option: text stays as it is."""
        del name, default
        return directives.unchanged


def _embedded(definition: Definition) -> type[Directive]:
    options = _AnyCase(
        (parameter.name.lower(), directives.unchanged)
        for parameter in definition.parameters
    )
    attributes: dict[str, Any] = {
        "definition": definition,
        "__doc__": definition.summary,
        "optional_arguments": 1 if definition.primary else 0,
        "has_content": definition.takes_inner,
        "option_spec": options,
    }
    return type("ShortcodeDirective", (ShortcodeDirective,), attributes)
