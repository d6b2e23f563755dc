"""One call of a shortcode, as ``build`` sees it: the same for both notations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_updates.hugo.shortcodes.nodes import Notation
from sphinx_updates.sphinx_ext.directives.arguments import Arguments
from sphinx_updates.sphinx_ext.directives.definition import Inner
from sphinx_updates.sphinx_ext.nodes import TightParagraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.expansion import Expanded
    from sphinx_updates.sphinx_ext.directives.reader import Reader

_PARENTS = "sphinx_updates_parents"
_COUNTS = "sphinx_updates_counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Arguments):
    """One call of a shortcode, however it was written."""

    reader: Reader
    notation: Notation = Notation.MARKDOWN
    """Which tags were used; Markdown notation for a directive."""
    is_inline: bool = False
    """Whether the call stands inside a paragraph."""
    ordinal: int = 0
    """0-based, among the calls with the same parent."""
    inner_line: int = 0
    """The line on which the inner content begins, 1-based; 0 if there is none."""

    @property
    def parent(self) -> Request | None:
        """The call in whose inner content this one stands; None if there is none."""
        parents = _parents(self.env)
        return parents[-1] if parents else None

    @property
    def document(self) -> nodes.document:
        """The document that is being made; what the call makes is not in it yet."""
        return self.reader.document

    def set_id(self, node: nodes.Element, name: str) -> None:
        """Let links lead to *node* by *name*, unless something else has that name."""
        if name and name not in self.document.ids:
            node["ids"].append(name)
            self.document.ids[name] = node

    def parse_inner(self) -> list[nodes.Node]:
        """Return the inner content as block nodes, read as the definition says."""
        parents = _parents(self.env)
        parents.append(self)
        _counts(self.env)[len(parents)] = 0
        try:
            is_html = self.definition.inner is Inner.HTML or (
                self.definition.inner is Inner.NOTATION
                and self.notation is Notation.STANDARD
            )
            if is_html:
                return self.reader.html(self.reader.inner_source())
            return self.reader.inner_blocks()
        finally:
            parents.pop()

    def inner_source(self) -> str:
        """Return the inner content for :meth:`parse_block`, as it was written.

        Calls in it may be placeholder words, which the parsing methods resolve.
        """
        return self.reader.inner_source()

    def inner_text(self) -> str:
        """Return the inner content as it was written: code, a formula, data."""
        return self.reader.inner_text()

    def inner_lines(self) -> Sequence[int]:
        """Return, for each line of the source, its line in the file, 0-based."""
        return self.reader.inner_lines()

    def parse_block(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        """Return Markdown as block nodes.

        :param lines: For each line its line in the file, 0-based; by default all are
            on the line of the call.
        """
        return self.reader.blocks(text, lines)

    def resolve_text(self, text: str) -> str:
        """Return a part of :meth:`inner_source` with the text of the calls in it."""
        return self.reader.text_of(text)

    def other_text(
        self, file: Path, text: str, offset: int = 0
    ) -> AbstractContextManager[Expanded | str]:
        """Read the calls of another file, of which *text* is the text, for a while.

        Yields the text from *offset* on, for the methods that parse and resolve; or
        why the file cannot be read, for :meth:`warn`.
        """
        return self.reader.other_text(file, text, offset)

    def parse_inline(self, text: str) -> list[nodes.Node]:
        """Return a line of Markdown as inline nodes."""
        return self.reader.inlines(text)

    def markdownify(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        """Return Markdown as Hugo's ``markdownify`` does: a line is no paragraph."""
        return without_paragraph(self.parse_block(text, lines))

    def markdownify_inner(self) -> list[nodes.Node]:
        """Return the inner content as ``markdownify`` gives it: a line in a box."""
        blocks = without_paragraph(self.parse_inner())
        if len(blocks) == 1 and isinstance(blocks[0], TightParagraph):
            return [nodes.container("", *blocks, is_div=True)]
        return blocks

    def parse_html(self, text: str) -> list[nodes.Node]:
        """Return HTML as nodes; its links and images lead where Markdown's would."""
        return self.reader.html(text)

    def make_image(self, src: str) -> nodes.Element:
        """Return an image, or a ``MissingImage``, for *src* as it was written."""
        return self.reader.image(src)

    def make_link(self, url: str, children: Sequence[nodes.Node]) -> nodes.Element:
        """Return a reference around nodes that leads where the author's URL leads."""
        return self.reader.link(url, children)


def _parents(env: BuildEnvironment) -> list[Request]:
    """Return the calls whose inner content is being read, the innermost last."""
    return cast("list[Request]", env.temp_data.setdefault(_PARENTS, []))


def _counts(env: BuildEnvironment) -> dict[int, int]:
    """Return how many directives there were, by the depth of calls around them."""
    return cast("dict[int, int]", env.temp_data.setdefault(_COUNTS, {}))


def next_ordinal(env: BuildEnvironment) -> int:
    """Count a directive; return how many came before it in the same content."""
    counts, depth = _counts(env), len(_parents(env))
    counts[depth] = counts.get(depth, 0) + 1
    return counts[depth] - 1


def without_paragraph(blocks: list[nodes.Node]) -> list[nodes.Node]:
    """Return *blocks*; a paragraph that is alone is none in HTML."""
    if len(blocks) == 1 and type(blocks[0]) is nodes.paragraph:
        tight = TightParagraph("", "", *blocks[0].children)
        tight.source, tight.line = blocks[0].source, blocks[0].line
        return [tight]
    return blocks
