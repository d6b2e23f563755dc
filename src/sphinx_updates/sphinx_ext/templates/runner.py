"""The calls of one text that Go templates answer: run once, the inner ones first."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import ProblemKind, locate
from sphinx_updates.hugo.shortcodes.nodes import Broken, Call, Notation
from sphinx_updates.hugo.shortcodes.templates import PlainTemplate
from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.objects.shortcode import (
    PositionObject,
    ShortcodeObject,
)
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.nodes import Item
    from sphinx_updates.hugo.templates.objects.page import PageObject
    from sphinx_updates.sphinx_ext.calls import PageCalls
    from sphinx_updates.sphinx_ext.templates.build import BuildTemplates

INLINE: Final = ".inline"
"""What the name of a call ends with that brings its template along."""

_PLACE = re.compile(r"template: (?P<file>[^:\n]+):(?P<line>\d+)(?::(?P<column>\d+))?")


def allows_inline(env: BuildEnvironment) -> bool:
    """Say whether the site allows templates in posts, which Hugo does not by itself."""
    config = project_of(env).site_config
    security = config.config.get("security") if config else None
    return isinstance(security, dict) and (
        security.get("enableinlineshortcodes") is True
    )


class TemplateRunner:
    """Runs the templates that the calls of one text ask for."""

    def __init__(self, calls: PageCalls) -> None:
        self._calls = calls
        self._outputs: dict[int, str | None] = {}
        """By the place of a call; None where its template cannot be run."""
        self._dots: dict[int, ShortcodeObject] = {}
        self._parents: dict[int, Call] | None = None

    @property
    def _templates(self) -> BuildTemplates:
        from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

        return hugo_domain(self._calls.env).templates

    def output(self, call: Call, template: PlainTemplate) -> str | None:
        """Return what *template* makes of *call*; None, and a warning, if it cannot."""
        if not template.action_line:
            return template.text
        key = call.span.start
        if key not in self._outputs:
            # A call that is made while it is being made finds nothing.
            self._outputs[key] = None
            self._outputs[key] = self._run(call, template)
        return self._outputs[key]

    def _run(self, call: Call, template: PlainTemplate) -> str | None:
        templates = self._templates
        templates.begin()
        dot = self._dot(call)
        dot.inner_text = self._inner(call)

        def say(message: str, _level: str) -> None:
            shown = f"shortcode {call.name!r}: {message}"
            self._calls.report(call, ProblemKind.TEMPLATE_MESSAGE, shown)

        try:
            with templates.answering(self._calls, say):
                return templates.run(template, dot)
        except TemplateError as error:
            message = self._worded(call, template, error)
            self._calls.report(call, ProblemKind.TEMPLATE, message)
            return None

    def _worded(self, call: Call, template: PlainTemplate, error: TemplateError) -> str:
        """Return what is wrong, beginning with the place in the template."""
        text = str(error)
        match = _PLACE.match(text)
        place = template.template_name
        if match is not None:
            place = match[0].removeprefix("template: ")
            text = text[match.end() :].lstrip(": ")
        shown = f"{place}: {text}; the call is shown as it is written"
        return f"shortcode {call.name!r}: {shown}"

    def _dot(self, call: Call) -> ShortcodeObject:
        key = call.span.start
        if key not in self._dots:
            parent = self._parent(call)
            self._dots[key] = ShortcodeObject(
                name=call.name,
                arguments=call.named() if call.is_named else list(call.positional()),
                page=self._page(),
                parent=self._dot(parent) if parent else None,
                ordinal=call.ordinal,
                position=partial(self._position, call),
                indentation=lambda: " " * self._calls.indentation_of(call),
                make_store=self._templates.world.make_store,
            )
        return self._dots[key]

    def _page(self) -> PageObject:
        page = self._calls.page
        world = self._templates.world
        return world.page_of(page) if page is not None else self._templates.page()

    def _parent(self, call: Call) -> Call | None:
        if self._parents is None:
            self._parents = {}
            self._note_parents(self._calls.items, None)
        return self._parents.get(call.span.start)

    def _note_parents(self, items: Sequence[Item], parent: Call | None) -> None:
        assert self._parents is not None  # noqa: S101 - set by the caller
        for item in items:
            if isinstance(item, Call):
                if parent is not None:
                    self._parents[item.span.start] = parent
                self._note_parents(item.inner or (), item)

    def _position(self, call: Call) -> PositionObject:
        calls = self._calls
        column = locate(calls.body, call.span.start).column
        root = project_of(calls.env).site_root
        file = calls.file
        inside = root is not None and file.is_relative_to(root)
        name = file.relative_to(root).as_posix() if inside and root else file.name
        return PositionObject(name, calls.line_of(call), column)

    def _inner(self, call: Call) -> str:
        """Return the inner content of *call*, the calls in it already made."""
        text = "".join(map(self._text_of, call.inner or ()))
        is_nested = self._parent(call) is not None
        if not (text and is_nested and call.notation is Notation.MARKDOWN):
            return text
        # Of a call inside another one Hugo reads the Markdown itself.
        is_line = "\n" not in text
        options = {"display": "inline" if is_line else "block"}
        return self._templates.bodies.markdown(None, text, options)

    def _text_of(self, item: Item) -> str:
        calls = self._calls
        if isinstance(item, Broken):
            return calls.placeholders.word(item)
        if not isinstance(item, Call):
            return item.text
        answer = calls.answer(item)
        if isinstance(answer, PlainTemplate):
            return calls.output(item, answer)
        return calls.source_of(item)
