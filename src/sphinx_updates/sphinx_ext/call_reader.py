"""The parts of a call in Hugo's notation, turned into nodes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx_updates.hugo.shortcodes.expansion import Expanded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docutils import nodes

    from sphinx_updates.hugo.shortcodes.nodes import Call
    from sphinx_updates.sphinx_ext.directives.reader import Reader
    from sphinx_updates.sphinx_ext.renderer import ShortcodeRenderer


def reader_of(renderer: ShortcodeRenderer, call: Call, line: int) -> Reader:
    """Return what reads the parts of *call*, which stands on *line*."""
    return _CallReader(renderer, call, line)


class _CallReader:
    def __init__(self, renderer: ShortcodeRenderer, call: Call, line: int) -> None:
        self._renderer = renderer
        self._call = call
        self._line = line

    @property
    def document(self) -> nodes.document:
        return self._renderer.document

    def inner_source(self) -> str:
        return self._renderer.calls.expand_inner(self._call).text

    def inner_text(self) -> str:
        calls = self._renderer.calls
        text = self.inner_source()
        # What a list item indents is not part of the code in it: .InnerDeindent.
        if blanks := calls.indentation_of(self._call):
            text = re.sub(rf"^[ \t]{{{blanks}}}", "", text, flags=re.MULTILINE)
        return calls.resolve_text(text)

    def inner_blocks(self) -> list[nodes.Node]:
        expanded = self._renderer.calls.expand_inner(self._call)
        return self._renderer.parse_expanded(expanded)

    def inner_lines(self) -> Sequence[int]:
        return self._renderer.calls.expand_inner(self._call).lines

    def blocks(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        if lines:
            return self._renderer.parse_expanded(Expanded(text, tuple(lines)))
        return self._renderer.parse_text(text, self._line)

    @contextmanager
    def other_text(
        self, file: Path, text: str, offset: int
    ) -> Iterator[Expanded | str]:
        if fault := self._renderer.fault_of_included(file, text):
            yield fault
            return
        with self._renderer.other_text(file, text, offset) as expanded:
            yield expanded

    def text_of(self, text: str) -> str:
        return self._renderer.calls.resolve_text(text)

    def inlines(self, text: str) -> list[nodes.Node]:
        return self._renderer.parse_text(text, self._line, is_inline=True)

    def html(self, text: str) -> list[nodes.Node]:
        return self._renderer.parse_html(text, self._line)

    def image(self, src: str) -> nodes.Element:
        return self._renderer.image_node(src, self._line)

    def link(self, url: str, children: Sequence[nodes.Node]) -> nodes.Element:
        return self._renderer.link_node(url, children, self._line)
