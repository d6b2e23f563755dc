"""What Hugo's dialect adds to Markdown, as document nodes.

Marked phrases, line breaks, tasks, alerts, and the attributes of blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_updates.hugo.markdown.marks import TAGS
from sphinx_updates.sphinx_ext.dialect_nodes import LineBreak, Marked, TaskBox
from sphinx_updates.sphinx_ext.directives.parts.alerts import make_alert
from sphinx_updates.sphinx_ext.renderer import ShortcodeRenderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode


class DialectRenderer(ShortcodeRenderer):
    """A renderer of what only Hugo's dialect has."""

    def copy_attributes(
        self,
        token: SyntaxTreeNode,
        node: nodes.Element,
        keys: Sequence[str] = ("class",),
        **options: Any,
    ) -> None:
        """Copy attributes; an id stays as the author wrote it."""
        others = tuple(key for key in keys if key != "id")
        super().copy_attributes(token, node, others, **options)
        if "id" in keys and (name := str(token.attrGet("id") or "")):
            self.give_id(node, name)

    def give_id(self, node: nodes.Element, name: str, text: str = "") -> bool:
        """Give *node* the id *name*, and say whether nothing else has it.

        :param text: What a link to it says that says nothing itself.
        """
        if name in self.document.ids:
            return False
        node["ids"].append(name)
        self.document.ids[name] = node
        self._heading_slugs[name] = (node.line, name, text)
        return True

    def render_emoji(self, token: SyntaxTreeNode) -> None:
        """Render an emoji as what it is, a letter."""
        self.current_node.append(nodes.Text(token.content))

    def render_hardbreak(self, _token: SyntaxTreeNode) -> None:
        """Render a line break for every writer."""
        self.current_node.append(LineBreak())

    def render_softbreak(self, token: SyntaxTreeNode) -> None:
        """Render the end of a line, a break if the site says so."""
        if self.md.options["breaks"]:
            self.render_hardbreak(token)
        else:
            super().render_softbreak(token)

    def render_s(self, token: SyntaxTreeNode) -> None:
        """Render struck-out text."""
        self._mark(token, Marked("", tag=TAGS["s"]))

    def render_ins(self, token: SyntaxTreeNode) -> None:
        """Render inserted text."""
        self._mark(token, Marked("", tag=TAGS["ins"]))

    def render_mark(self, token: SyntaxTreeNode) -> None:
        """Render highlighted text."""
        self._mark(token, Marked("", tag=TAGS["mark"]))

    def render_sub(self, token: SyntaxTreeNode) -> None:
        """Render lowered text."""
        self._mark(token, nodes.subscript(""))

    def render_sup(self, token: SyntaxTreeNode) -> None:
        """Render raised text."""
        self._mark(token, nodes.superscript(""))

    def _mark(self, token: SyntaxTreeNode, node: nodes.Element) -> None:
        self.add_line_and_source_path(node, token)
        with self.current_node_context(node, append=True):
            self.render_children(token)

    def render_list_item(self, token: SyntaxTreeNode) -> None:
        """Render a list item; that of a task begins with its box."""
        item = nodes.list_item()
        self.copy_attributes(token, item, ("class", "id"))
        self.add_line_and_source_path(item, token)
        with self.current_node_context(item, append=True):
            self.render_children(token)
        if "checked" in (token.meta or {}):
            first = item.next_node(nodes.paragraph)
            if first is None or first.parent is not item or item.index(first):
                first = nodes.paragraph("")
                item.insert(0, first)
            first.insert(0, TaskBox(checked=token.meta["checked"]))
            first.insert(1, nodes.Text(" "))

    def render_dl(self, token: SyntaxTreeNode) -> None:
        """Render a definition list, with ids of its terms if they have any."""
        super().render_dl(token)
        terms = self.current_node[-1].findall(nodes.term)
        for term, child in zip(
            terms, (c for c in token.children if c.type == "dt"), strict=False
        ):
            if name := (child.meta or {}).get("id"):
                self.give_id(term, name, term.astext())

    def render_quote_alert(self, token: SyntaxTreeNode) -> None:
        """Render a quote that begins with ``[!NOTE]``."""
        title, body = nodes.Element(), nodes.Element()
        for child in token.children:
            is_title = child.type == "alert_title"
            with self.current_node_context(title if is_title else body):
                if is_title:
                    self.render_children(child)
                else:
                    self.rules[f"render_{child.type}"](child)
        meta = token.meta
        alert = make_alert(meta["kind"], title.children, body.children, meta["fold"])
        self.copy_attributes(token, alert, ("class", "id"))
        self.add_line_and_source_path(alert, token)
        self.current_node.append(alert)
