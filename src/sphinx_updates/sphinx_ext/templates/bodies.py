"""The texts of pages as HTML, for templates that show other pages."""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.front_matter import read_front_matter
from sphinx_updates.hugo.markdown.html import (
    HtmlText,
    render_html,
    without_paragraph,
)
from sphinx_updates.hugo.markdown.summaries import split_summary
from sphinx_updates.hugo.shortcodes.nodes import Literal, Text
from sphinx_updates.hugo.shortcodes.parser import parse_page
from sphinx_updates.hugo.site.math_switch import with_page_math
from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.objects.body import Body, Heading
from sphinx_updates.sphinx_ext.calls import PageCalls
from sphinx_updates.sphinx_ext.templates.host import highlighted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.settings import HugoSettings
    from sphinx_updates.sphinx_ext.templates.build import BuildTemplates

LETTERS_OF_A_STEP = 2
"""Letters of Markdown that are read in the time of a step, if there is code in it."""
MAX_INSIDE = 8
"""Pages that show each other: real sites include pages that include one more."""


class PageBodies:
    """Reads the texts of pages; what stands for a call are words of the open page."""

    def __init__(self, templates: BuildTemplates) -> None:
        self._templates = templates
        self._texts: dict[Path, tuple[str, int]] = {}
        self._open: list[PageCalls] = []
        self._reading: list[Path] = []

    def enter(self, calls: PageCalls) -> None:
        """Let words stand for calls of the page of *calls*, until it is left."""
        self._open.append(calls)

    def leave(self) -> None:
        """Take the words of the page before."""
        self._open.pop()

    @property
    def _settings(self) -> HugoSettings:
        return self._templates.world.settings

    def _text(self, page: Page) -> tuple[str, int]:
        """Return the text of a file, and where its body begins."""
        file = page.file
        if file not in self._texts:
            try:
                text, _problems = decode(file.read_bytes())
            except OSError:
                text = ""
            text = text.removeprefix("\ufeff")
            rules = self._settings.date_rules
            self._texts[file] = text, read_front_matter(text, rules=rules).body_offset
        return self._texts[file]

    def source(self, page: Page) -> str:
        """Return what stands below the front matter."""
        text, offset = self._text(page)
        return text[offset:]

    def read(self, page: Page) -> Body:
        """Return the text of *page* as HTML.

        Without the output of its shortcodes where pages show each other, or where a
        page asks for its own text.
        """
        settings = with_page_math(self._settings, page.front_matter)
        with self._calls(page) as calls:
            if calls is None:
                made = render_html(_without_calls(self.source(page)), settings)
            else:
                with_words = calls.expand_page().text
                made = render_html(with_words, settings, highlighted)
        parts = split_summary(made, settings.summary_length)
        fill = calls.fill_html if calls else str
        return Body(
            content=fill(parts.content),
            summary=fill(parts.summary),
            rest=fill(parts.rest),
            is_truncated=parts.is_truncated,
            headings=_headings(made),
        )

    @contextmanager
    def _calls(self, page: Page) -> Iterator[PageCalls | None]:
        """Give the calls of another page; None where that must not be read."""
        outer = self._open[0] if self._open else None
        if (
            outer is None
            or page.file in (outer.file, *self._reading)
            or len(self._reading) >= MAX_INSIDE
        ):
            yield None
            return
        text, offset = self._text(page)
        self._reading.append(page.file)
        try:
            yield PageCalls(
                outer.env,
                outer.table,
                page=page,
                file=page.file,
                text=text,
                body_offset=offset,
                within=outer,
            )
        finally:
            self._reading.pop()

    def markdown(
        self, page: Page | None, text: str, options: Mapping[str, object]
    ) -> str:
        """Return Markdown as HTML; a line is no paragraph unless it shall be one."""
        spend(len(text) // LETTERS_OF_A_STEP)
        settings = self._settings
        if page is not None:
            settings = with_page_math(settings, page.front_matter)
        calls = None
        if self._open and ("{{<" in text or "{{%" in text):
            outer = self._open[-1]
            calls = PageCalls(
                outer.env,
                outer.table,
                page=outer.page,
                file=outer.file,
                text=text,
                within=outer,
            )
            text = calls.expand_page().text
        html = _rendered(text, settings)
        if self._open:
            html = self._open[0].placeholders.without_paragraphs(html)
        if calls is not None:
            html = calls.fill_html(html)
        is_block = options.get("display") == "block"
        return html if is_block else without_paragraph(html)

    def shortcodes(self, page: Page) -> str:
        """Return the source of *page* with the output of its shortcodes in it."""
        with self._calls(page) as calls:
            if calls is None:
                return _without_calls(self.source(page))
            return calls.fill_html(calls.expand_page().text)


# Letters, digits and blanks mean nothing in Markdown, and are most of what is asked.
_PLAIN = re.compile(r"[^\W_][^\W_ ]*(?: [^\W_]+)*")


def _rendered(text: str, settings: HugoSettings) -> str:
    """Return a text of a template as HTML; labels and titles come again and again."""
    if _PLAIN.fullmatch(text):
        return f"<p>{text}</p>\n"
    return _kept(text, settings) if len(text) < _SHORT else _fresh(text, settings)


_SHORT = 500


def _fresh(text: str, settings: HugoSettings) -> str:
    return render_html(text, settings, highlighted).html


@lru_cache(maxsize=256)
def _kept(text: str, settings: HugoSettings) -> str:
    return _fresh(text, settings)


def _headings(made: HtmlText) -> tuple[Heading, ...]:
    return tuple(Heading(h.level, h.id, h.html, h.text) for h in made.headings)


def _without_calls(text: str) -> str:
    items = parse_page(text, lambda _name: None).items
    return "".join(item.text for item in items if isinstance(item, Text | Literal))
