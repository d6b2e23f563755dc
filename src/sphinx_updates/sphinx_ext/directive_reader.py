"""The parts of a directive, turned into nodes; of calls see :mod:`.call_reader`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from docutils import nodes
from myst_parser.mocking import MockState

from sphinx_updates.hugo.links import is_dangerous, is_external
from sphinx_updates.hugo.shortcodes.expansion import Expanded
from sphinx_updates.sphinx_ext.images import make_image
from sphinx_updates.sphinx_ext.links import broken_url, pending_link
from sphinx_updates.sphinx_ext.own_addresses import own_path
from sphinx_updates.sphinx_ext.project import mounted_page
from sphinx_updates.sphinx_ext.raw_html import RawHtmlReader
from sphinx_updates.sphinx_ext.renderer import ShortcodeRenderer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sphinx.util.docutils import SphinxDirective

    from sphinx_updates.sphinx_ext.directives.reader import Reader


def reader_of_directive(directive: SphinxDirective) -> Reader:
    """Return what reads the parts of *directive*."""
    return _DirectiveReader(directive)


class _DirectiveReader:
    def __init__(self, directive: SphinxDirective) -> None:
        self._directive = directive

    @property
    def document(self) -> nodes.document:
        return self._directive.state.document

    def inner_source(self) -> str:
        return "\n".join(self._directive.content)

    def inner_text(self) -> str:
        return self.inner_source()

    def inner_blocks(self) -> list[nodes.Node]:
        return self._directive.parse_content_to_nodes()

    def inner_lines(self) -> Sequence[int]:
        first = self._first_line + self._directive.content_offset
        return range(first, first + len(self._directive.content) + 1)

    @property
    def _first_line(self) -> int:
        """The line that offsets count from, 0-based: MyST counts from the directive."""
        is_myst = isinstance(self._directive.state, MockState)
        return self._directive.lineno if is_myst else 0

    def blocks(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        if not text.strip():
            return []
        offset = max(lines[0] - self._first_line, 0) if lines else -1
        return self._directive.parse_text_to_nodes(text, offset=offset)

    @contextmanager
    def other_text(
        self, file: Path, text: str, offset: int
    ) -> Iterator[Expanded | str]:
        renderer = getattr(self._directive.state, "_renderer", None)
        if not isinstance(renderer, ShortcodeRenderer):
            yield Expanded(text[offset:], (self._directive.lineno - 1,))
        elif fault := renderer.fault_of_included(file, text):
            yield fault
        else:
            with renderer.other_text(file, text, offset) as expanded:
                yield expanded

    def text_of(self, text: str) -> str:
        return text  # what is left of calls is resolved when the page is read

    def inlines(self, text: str) -> list[nodes.Node]:
        return self._directive.parse_inline(text)[0] if text else []

    def html(self, text: str) -> list[nodes.Node]:
        return [raw_html(self._directive, text)] if text.strip() else []

    def image(self, src: str) -> nodes.Element:
        source, line = self._directive.get_source_info()
        env = self._directive.env
        return make_image(
            src, page=mounted_page(env), env=env, location=f"{source}:{line}"
        )

    def link(self, url: str, children: Sequence[nodes.Node]) -> nodes.Element:
        env = self._directive.env
        if is_dangerous(url):
            source, line = self._directive.get_source_info()
            return broken_url(url, children, f"{source}:{line}")
        if is_external(url) and own_path(url, env) is None:
            return nodes.reference("", "", *children, refuri=url)
        link = pending_link(url, env.docname, children)
        self._directive.set_source_info(link)
        return link


def raw_html(directive: SphinxDirective, html: str) -> nodes.Node:
    """Return *html* as it is written, with addresses that lead where links lead."""
    source, line = directive.get_source_info()
    reader = RawHtmlReader(directive.env, mounted_page(directive.env), source)
    return reader.read(html, lambda _offset: line)
