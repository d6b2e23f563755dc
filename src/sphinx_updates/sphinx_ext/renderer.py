"""From tokens to document nodes: MyST's renderer, which knows shortcodes as well.

MyST posts are rendered by it; :mod:`.hugo_renderer` adds Hugo's own rules.
"""

from __future__ import annotations

from contextlib import contextmanager
from html import unescape
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

from sphinx_updates.hugo.links import is_dangerous, is_external, is_malformed
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.nodes import Broken, Call
from sphinx_updates.hugo.shortcodes.templates import PlainTemplate
from sphinx_updates.hugo.shortcodes.tokens import LINE_MAP, switch_placeholders
from sphinx_updates.sphinx_ext.blocks import lift_blocks, out_of_paragraph
from sphinx_updates.sphinx_ext.call_nodes import (
    nodes_of_definition,
    nodes_of_directive,
    notice,
)
from sphinx_updates.sphinx_ext.call_tokens import (
    html_tokens,
    plain_tokens,
    resolve_leftovers,
)
from sphinx_updates.sphinx_ext.calls import PageCalls
from sphinx_updates.sphinx_ext.directives.definition import Definition
from sphinx_updates.sphinx_ext.images import make_image
from sphinx_updates.sphinx_ext.links import broken_url, pending_link, without_links
from sphinx_updates.sphinx_ext.nodes import ExcerptEnd
from sphinx_updates.sphinx_ext.own_addresses import own_path
from sphinx_updates.sphinx_ext.raw_html import RawHtml, RawHtmlReader
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    from sphinx_updates.hugo.shortcodes.expansion import Expanded

CALLS = "updates_calls"
"""Key in the parser's options: the :class:`PageCalls` of the page."""

MAX_INCLUDED = 5_000_000
"""How many characters of other files one page may include, each time counted anew."""
MAX_INNER_DEPTH = 8
"""How deep inner content may be nested. Each level may hold 20 levels of Markdown, and
Python pickles a tree of some 200 levels."""


class ShortcodeRenderer(SphinxRenderer):
    """MyST's renderer, with shortcodes."""

    def __init__(self, parser: MarkdownIt) -> None:
        super().__init__(parser)
        self.footnote_scope = 0
        """Which parse the footnotes belong to; 0 is the page's own."""
        self._scopes = count(1)
        self._depth = 0
        self._is_too_deep = False
        self._included: list[Path] = []
        self._included_size = 0

    @property
    def calls(self) -> PageCalls:
        """The calls of the page that is being read."""
        return cast("PageCalls", self.md.options[CALLS])

    def render_shortcode(self, token: SyntaxTreeNode) -> None:
        """Render a call that stands alone: block nodes."""
        self._render_call(token, is_inline=False)

    def render_shortcode_inline(self, token: SyntaxTreeNode) -> None:
        """Render a call inside a paragraph; blocks it makes are lifted out later."""
        self._render_call(token, is_inline=True)

    def render_summary_divider(self, _token: SyntaxTreeNode) -> None:
        """Mark where the author ended the excerpt."""
        self.current_node.append(ExcerptEnd())

    render_summary_divider_inline = render_summary_divider

    def _render_call(self, token: SyntaxTreeNode, *, is_inline: bool) -> None:
        item: Call | Broken = token.meta["item"]
        owner = self.calls.owner(item)
        if owner is not self.calls:
            with self._calls_of(owner):
                self._render_call(token, is_inline=is_inline)
            return
        if isinstance(item, Broken):
            self.current_node.append(notice(item.source, is_inline=is_inline))
            return
        line = self.calls.line_of(item)
        made = self._nodes_of(item, line, is_inline=is_inline)
        for node in made:
            if isinstance(node, nodes.Element):
                node.source, node.line = self.document["source"], node.line or line
        self.current_node.extend(made)

    def _nodes_of(
        self, call: Call, line: int, *, is_inline: bool
    ) -> Sequence[nodes.Node]:
        match self.calls.answer(call):
            case None:
                inner = self.parse_expanded(self.calls.expand_inner(call))
                return [notice(call.opening_tag, is_inline=is_inline), *inner]
            case PlainTemplate() as template if template.is_markdown:
                made = self.calls.output(call, template)
                return self.parse_text(made, line, is_inline=is_inline)
            case PlainTemplate() as template:
                made = self.calls.output(call, template)
                return self.html_nodes(made, line, is_inline=is_inline)
            case Definition() as definition:
                return nodes_of_definition(
                    self, call, definition, line, is_inline=is_inline
                )
            case directive:
                return nodes_of_directive(self, call, directive, line)

    def html_nodes(
        self, html: str, line: int, *, is_inline: bool
    ) -> Sequence[nodes.Node]:
        """Return what a template has made: raw HTML with nodes of calls in it."""
        if not html.strip():
            return []
        if is_inline and "<" not in html and not self.calls.placeholders.contains(html):
            return [nodes.Text(unescape(html))]
        if "<" in html and not self.calls.placeholders.contains(html):
            return [self.raw_html(html, lambda _offset: line)]
        made = self.parse_html(html, line)
        return out_of_paragraph(made) if is_inline else made

    def raw_html(self, html: str, line_at: Callable[[int], int]) -> RawHtml:
        """Return *html* as it is written; *line_at* gives the line of an offset."""
        reader = RawHtmlReader(self.sphinx_env, self.calls.page, str(self.calls.file))
        return reader.read(html, line_at)

    def parse_expanded(self, expanded: Expanded) -> list[nodes.Node]:
        """Return inner content as block nodes, with the lines that it stands on."""
        return self._parse(expanded.text, expanded.lines)

    def parse_html(self, text: str, line: int) -> list[nodes.Node]:
        """Return HTML with calls in it as nodes; *line* is what warnings name."""
        if not text.strip():
            return []
        if "<" not in text:
            return self._parse_plain(unescape(text), line)
        box = nodes.Element()
        with self.current_node_context(box):
            self._render_tokens(html_tokens(self.md, text, {LINE_MAP: (line - 1,)}))
        return list(box.children)

    def _parse_plain(self, text: str, line: int) -> list[nodes.Node]:
        """Return text with calls in it, which is HTML without tags, as a paragraph."""
        tokens = plain_tokens(self.md, text, {LINE_MAP: (line - 1,)})
        box = nodes.Element()
        with self.current_node_context(box):
            self._render_tokens(tokens)
        lift_blocks(box)
        return list(box.children)

    def parse_text(
        self, text: str, line: int, *, is_inline: bool = False
    ) -> list[nodes.Node]:
        """Return *text* as nodes; *line* is what warnings about it name."""
        made = self._parse(text, (line - 1,))
        return out_of_paragraph(made) if is_inline else made

    def _parse(self, text: str, lines: tuple[int, ...]) -> list[nodes.Node]:
        if not text.strip():
            return []
        if self._depth >= MAX_INNER_DEPTH:
            message = f"inner content is nested more than {MAX_INNER_DEPTH} levels deep"
            location = f"{self.calls.file}:{lines[0] + 1}"
            if not self._is_too_deep:
                message += "; it is shown flat"
                warn(ProblemKind.SHORTCODE_NESTING, message, location)
            self._is_too_deep = True
            return [nodes.paragraph("", self.calls.resolve_text(text))]
        box = nodes.Element()
        with self._inner_scope(lines):
            tokens = self.md.parse(text + "\n", self.md_env)
            with self.current_node_context(box):
                self._render_tokens(tokens)
        lift_blocks(box)
        if self._included:
            self._note_included(box)
        return list(box.children)

    def _note_included(self, box: nodes.Element) -> None:
        """Settle what belongs to the calls of another file while they are known."""
        resolve_leftovers(box, self.calls)
        for element in box.findall(nodes.Element):
            if element.source == self.document["source"]:
                element.source = str(self.calls.file)

    def fault_of_included(self, file: Path, text: str) -> str:
        """Return why *file* with *text* cannot be read now; empty if it can."""
        if file in (*self._included, self.calls.file):
            return f"file {file.name!r} includes itself"
        if self._included_size + len(text) > MAX_INCLUDED:
            return f"the page includes more than {MAX_INCLUDED} characters"
        return ""

    @contextmanager
    def other_text(self, file: Path, text: str, offset: int) -> Iterator[Expanded]:
        """Read the calls of another file's text, from *offset*, instead of the page's.

        Yields the text as Markdown can read it.
        """
        outer = self.calls
        calls = PageCalls(
            self.sphinx_env,
            outer.table,
            page=outer.page,
            file=file,
            text=text,
            body_offset=offset,
        )
        self._included.append(outer.file)
        self._included_size += len(text)
        try:
            with self._calls_of(calls):
                yield calls.expand_page()
        finally:
            self._included.pop()
            outer.names |= calls.names

    @contextmanager
    def _calls_of(self, calls: PageCalls) -> Iterator[None]:
        """Let *calls* answer instead of the page's."""
        outer = self.calls
        self.md.options[CALLS] = calls
        switch_placeholders(self.md, calls.placeholders, calls)
        try:
            yield
        finally:
            self.md.options[CALLS] = outer
            switch_placeholders(self.md, outer.placeholders, outer)

    @contextmanager
    def _inner_scope(self, lines: tuple[int, ...]) -> Iterator[None]:
        """Parse inner content: its own lines and, as in Hugo, its own footnotes.

        Without *lines* the lines of the parser stay as they are.
        """
        outer = {
            key: self.md_env.pop(key)
            for key in (LINE_MAP, "footnotes")
            if key in self.md_env
        }
        scope, self.footnote_scope = self.footnote_scope, next(self._scopes)
        self.md_env[LINE_MAP] = lines
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            self.footnote_scope = scope
            self.md_env.pop("footnotes", None)
            self.md_env.update(outer)

    def nested_render_text(self, text: str, lineno: int, *args: Any, **kw: Any) -> None:
        """Render what a directive parses; its lines count from the directive."""
        with self._inner_scope(()):
            super().nested_render_text(text, lineno, *args, **kw)

    def image_node(self, src: str, line: int) -> nodes.Element:
        """Return the image at *src*, looked for where Hugo looks."""
        return make_image(
            src,
            page=self.calls.page,
            env=self.sphinx_env,
            location=f"{self.calls.file}:{line}",
        )

    def link_node(
        self, url: str, children: Sequence[nodes.Node], line: int
    ) -> nodes.Element:
        """Return a reference around *children*, external or to be resolved."""
        if is_malformed(url):
            return broken_url(url, children, f"{self.calls.file}:{line}")
        children = without_links(children)
        if is_dangerous(url):
            return broken_url(url, children, f"{self.calls.file}:{line}")
        if is_external(url) and own_path(url, self.sphinx_env) is None:
            return nodes.reference("", "", *children, refuri=url)
        link = pending_link(url, self.sphinx_env.docname, children)
        link.source, link.line = self.document["source"], line
        return link
