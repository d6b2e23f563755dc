"""The shortcode calls of one page: what they become in the text and in the document."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from sphinx_updates.hugo.go_values import escape_html
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.expansion import Expanded, Placeholders, expand
from sphinx_updates.hugo.shortcodes.nodes import Broken, Call, Notation
from sphinx_updates.hugo.shortcodes.parser import parse_page
from sphinx_updates.hugo.shortcodes.templates import PlainTemplate
from sphinx_updates.hugo.templates.plain_text import strip_tags
from sphinx_updates.sphinx_ext.call_arguments import named_arguments
from sphinx_updates.sphinx_ext.call_source import CallSource
from sphinx_updates.sphinx_ext.directives.arguments import Arguments
from sphinx_updates.sphinx_ext.directives.checks import check_values, missing
from sphinx_updates.sphinx_ext.directives.definition import Definition
from sphinx_updates.sphinx_ext.templates.hooks import RenderHooks
from sphinx_updates.sphinx_ext.templates.runner import (
    INLINE,
    TemplateRunner,
    allows_inline,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docutils.parsers.rst import Directive
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.nodes import Item
    from sphinx_updates.hugo.site.content import Page
    from sphinx_updates.sphinx_ext.shortcodes import ShortcodeTable


class PageCalls:
    """One page's calls, from its text to what stands in their place."""

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        env: BuildEnvironment,
        table: ShortcodeTable,
        *,
        page: Page | None,
        file: Path,
        text: str,
        body_offset: int = 0,
        first_line: int = 0,
        within: PageCalls | None = None,
    ) -> None:
        """Read the calls of the body, which starts at *body_offset* of *text*.

        *text* is the file from line *first_line* on, 0-based. *within* are the calls of
        the page that shows this text: words for calls are the same in both, and what is
        wrong in here is reported where it belongs.
        """
        self.env = env
        self.table = table
        self.page = page
        self.file = file
        self.placeholders: Placeholders = (
            within.placeholders if within else Placeholders(text)
        )
        self.owners: dict[int, PageCalls] = within.owners if within else {}
        """Who answers for a call of another text that is shown here, by its id."""
        self.source = CallSource(
            file, text, body_offset, first_line, is_quiet=within is not None
        )
        self._inlines: dict[str, PlainTemplate] = {}
        self._runner = TemplateRunner(self)
        self.hooks = RenderHooks(self)
        """The site's own ways to render parts of the page."""
        self.names: set[str] = within.names if within else set()
        """Every name that is called, in texts that are shown here too, for
        incremental builds."""
        self._said: dict[int, set[str]] = {}
        self._texts: dict[tuple[int, Callable[[Arguments], str]], str] = {}
        parsed = parse_page(self.body, table.takes_inner)
        for problem in parsed.problems:
            self.source.warn(problem)
        self.items: Sequence[Item] = parsed.items
        """The parts of the body."""
        if within is not None:
            self._own(parsed.items)

    def _own(self, items: Sequence[Item]) -> None:
        """Answer for the calls in *items*, whoever is asked about them."""
        for item in items:
            if isinstance(item, Call | Broken):
                self.owners[id(item)] = self
            if isinstance(item, Call):
                self._own(item.inner or ())

    def owner(self, item: Call | Broken) -> PageCalls:
        """Return who answers for *item*: these calls, or those of a text in them."""
        return self.owners.get(id(item), self)

    def line_of(self, item: Call | Broken) -> int:
        """Return the line of the file on which *item* starts, 1-based."""
        return self.source.line_at(item.span.start)

    def indentation_of(self, call: Call) -> int:
        """Return how many blanks stand before *call*; none if there is more."""
        return self.source.indentation_at(call.span.start)

    @property
    def body(self) -> str:
        """The text that spans count in."""
        return self.source.body

    def expand_page(self) -> Expanded:
        """Return the body as Markdown can read it, with lines of the file."""
        return self._expand(self.items)

    def expand_inner(self, call: Call) -> Expanded:
        """Return the inner content of *call* as Markdown can read it."""
        return self._expand(call.inner or ())

    def _expand(self, items: Sequence[Item]) -> Expanded:
        expanded = expand(items, self.body, self._replace, self.placeholders)
        lines = tuple(line + self.source.first_line for line in expanded.lines)
        return Expanded(text=expanded.text, lines=lines)

    def answer(self, call: Call) -> type[Directive] | PlainTemplate | Definition | None:
        """Return what answers *call*; None, and a warning, if nothing can."""
        if call.name.endswith(INLINE):
            return self._inline(call)
        self.names.add(call.name)
        answer = self.table.find(call.name, call.notation)
        if answer is None:
            advice = self.table.advice_on(call.name)
            message = f"template for shortcode {call.name!r} not found; {advice}"
            self.report(call, ProblemKind.SHORTCODE_UNKNOWN, message)
        elif isinstance(answer, PlainTemplate):
            self.env.note_dependency(str(answer.file))
            if self._runner.output(call, answer) is None:
                return None
        return answer

    def _inline(self, call: Call) -> PlainTemplate | None:
        """Return the template that a call brings along; empty unless sites may."""
        if call.name not in self._inlines:
            allowed = allows_inline(self.env) and call.inner_span is not None
            span = call.inner_span if allowed else None
            text = self.body[span.start : span.end] if span else ""
            self._inlines[call.name] = PlainTemplate(
                call.name,
                self.file,
                text,
                int("{{" in text),
                f"{self.file.name} {call.name} {call.span.start}.html",
            )
        template = self._inlines[call.name]
        return None if self._runner.output(call, template) is None else template

    def output(self, call: Call, template: PlainTemplate) -> str:
        """Return what *template* makes of *call*; nothing if it cannot be run."""
        return self._runner.output(call, template) or ""

    def run(self, call: Call, template: PlainTemplate) -> str | None:
        """Return what *template* makes of *call*; None, and a warning, if it cannot."""
        return self._runner.output(call, template)

    def report(self, call: Call, kind: ProblemKind, message: str) -> None:
        """Warn about *call*, once for each message."""
        self.source.report(call, kind, message)

    def fill_html(self, html: str) -> str:
        """Return *html* with what templates make in the place of their words.

        The words of other calls stay, for those who make nodes of them.
        """

        def html_of(item: Call | Broken) -> str | None:
            owner = self.owner(item)
            if owner is not self or isinstance(item, Broken):
                return None
            answer = self.answer(item)
            if not isinstance(answer, PlainTemplate):
                return None
            return self.output(item, answer)

        cleaned = self.placeholders.without_paragraphs(html)
        return self.placeholders.fill_some(cleaned, html_of)

    def source_of(self, call: Call) -> str:
        """Return the Markdown that stands for *call*, or its word."""
        text = self._replace(call)
        return self.placeholders.word(call) if text is None else text

    def _replace(self, call: Call) -> str | None:
        """Return the Markdown that stands for *call*, or None if it makes nodes."""
        answer = self.answer(call)
        if call.notation is not Notation.MARKDOWN:
            return None
        if isinstance(answer, PlainTemplate):
            return self.output(call, answer)
        if isinstance(answer, Definition) and answer.is_substitution:
            make = answer.markdown or answer.text
            return self._made(call, make) if make else None
        return None

    def text_of(self, item: Call | Broken) -> str:
        """Return *item* as text, for code."""
        if isinstance(item, Broken):
            return ""
        if (owner := self.owner(item)) is not self:
            return owner.text_of(item)
        match self.answer(item):
            case PlainTemplate() as template if template.action_line:
                made = self.resolve_text(self.output(item, template))
                return made if template.is_markdown else unescape(strip_tags(made))
            case PlainTemplate() as template:
                return template.text
            case Definition(text=text) if text is not None:
                return self._made(item, text)
            case Definition() as definition:
                found = self.arguments(item, definition)
                own = next(filter(None, map(found.text, definition.plain)), "")
            case _:
                own = f"[{item.name}]"
        inner = self.resolve_text(self.expand_inner(item).text)
        return f"{own} {inner}" if own and inner else own + inner

    def address_of(self, item: Call | Broken) -> str:
        """Return *item* as the destination of a link."""
        if (owner := self.owner(item)) is not self:
            return owner.address_of(item)
        answer = None if isinstance(item, Broken) else self.answer(item)
        if isinstance(item, Call) and isinstance(answer, Definition) and answer.address:
            return self._made(item, answer.address)
        return self.text_of(item).strip()

    def html_of(self, item: Call | Broken) -> str:
        """Return *item* for a tag of raw HTML; only a template's text is HTML."""
        if (owner := self.owner(item)) is not self:
            return owner.html_of(item)
        if isinstance(item, Call):
            answer = self.answer(item)
            if isinstance(answer, Definition):
                return escape_html(self.address_of(item))
            if isinstance(answer, PlainTemplate):
                return self.resolve_text(self.output(item, answer))
        return self.text_of(item)

    def _made(self, call: Call, make: Callable[[Arguments], str]) -> str:
        """Return what *make* says of *call*, asked once: it may report something."""
        key = (call.span.start, make)
        if key not in self._texts:
            definition = self.answer(call)
            assert isinstance(definition, Definition)  # noqa: S101 - so it was asked
            self._texts[key] = make(self.arguments(call, definition))
        return self._texts[key]

    def resolve_text(self, text: str) -> str:
        """Return *text* with every placeholder in it replaced by text."""
        return self.placeholders.fill(text, self.text_of)

    def arguments(self, call: Call, definition: Definition) -> Arguments:
        """Return the arguments of *call* by parameter name.

        What the shortcode does not know or cannot use is reported and left out.
        """
        values, more = named_arguments(call, definition, self._report_argument)
        values, faults = check_values(definition, values)
        for fault in faults:
            self._report_argument(call, f"shortcode {call.name!r}: {fault}")
        return Arguments(
            definition=definition,
            values=values,
            more=more,
            env=self.env,
            page=self.page,
            source=str(self.file),
            line=self.line_of(call),
            said=self._said.setdefault(call.span.start, set()),
        )

    def is_complete(self, call: Call, arguments: Arguments) -> bool:
        """Say whether every required argument is there, and warn if one is not."""
        fault = missing(arguments.definition, arguments.values)
        if fault:
            self._report_argument(call, f"shortcode {call.name!r}: {fault}")
        return not fault

    def _report_argument(self, call: Call, message: str) -> None:
        self.report(call, ProblemKind.SHORTCODE_ARGUMENT, message)
