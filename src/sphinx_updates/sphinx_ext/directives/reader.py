"""What a call's parts are read with: the same in both notations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from docutils import nodes

    from sphinx_updates.hugo.shortcodes.expansion import Expanded


class Reader(Protocol):
    """What turns the parts of a call into nodes: one for each notation."""

    @property
    def document(self) -> nodes.document:
        """The document that the call stands in."""

    def inner_source(self) -> str:
        """Return the inner content as written; calls in it may be placeholders."""

    def inner_text(self) -> str:
        """Return the inner content as text, with the text of the calls in it."""

    def inner_lines(self) -> Sequence[int]:
        """Return, for each line of the source, its line in the file, 0-based."""

    def inner_blocks(self) -> list[nodes.Node]:
        """Return the inner content, read as Markdown, as block nodes."""

    def blocks(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        """Return *text*, Markdown, as block nodes.

        :param lines: For each line its line in the file, 0-based; the call's without.
        """

    def other_text(
        self, file: Path, text: str, offset: int
    ) -> AbstractContextManager[Expanded | str]:
        """Read the calls in *text*, from *offset* of *file*, for a while.

        Yields the text for :meth:`blocks`, or why it cannot be read.
        """

    def text_of(self, text: str) -> str:
        """Return *text* with the text of the calls in it."""

    def inlines(self, text: str) -> list[nodes.Node]:
        """Return *text*, a line of Markdown, as inline nodes."""

    def html(self, text: str) -> list[nodes.Node]:
        """Return *text*, HTML with calls in it, as block nodes."""

    def image(self, src: str) -> nodes.Element:
        """Return an image, or a ``MissingImage``, for *src* as the author wrote it."""

    def link(self, url: str, children: Sequence[nodes.Node]) -> nodes.Element:
        """Return a reference around *children* that leads where *url* leads."""
