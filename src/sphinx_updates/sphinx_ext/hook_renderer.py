"""The parts of a page that a site's own render hooks stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_updates.hugo.markdown.attributes import read_attributes
from sphinx_updates.hugo.markdown.html import render_tokens
from sphinx_updates.hugo.shortcodes.tokens import LINE
from sphinx_updates.hugo.templates.objects.hooks import HookObject, split_attributes
from sphinx_updates.hugo.templates.plain_text import strip_tags
from sphinx_updates.hugo.templates.values import HTML
from sphinx_updates.sphinx_ext.dialect_renderer import DialectRenderer
from sphinx_updates.sphinx_ext.directives.parts.diagrams import LANGUAGES
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from sphinx_updates.hugo.templates.lookup import TemplateFile


class HookRenderer(DialectRenderer):
    """A renderer that asks the site's render hooks first."""

    def hooked_fence(self, token: SyntaxTreeNode, info: str) -> bool:
        """Render a fence by the site's hook; say whether there is one.

        Diagrams are ours: a hook for them needs scripts that a layout brings.
        """
        language = info.partition("{")[0].split()[0] if info.partition("{")[0] else ""
        if language.lower() in LANGUAGES:
            return False
        names = [f"render-codeblock-{language.lower()}"] if language else []
        hook = self.calls.hooks.find("codeblock", *names, "render-codeblock")
        if hook is None:
            return False
        found = read_attributes(info, info.index("{")) if "{" in info else None
        attributes, options = split_attributes(found[0] if found else {})
        line = _line_of(token)
        made = self.calls.hooks.run(
            hook,
            "codeblock",
            line,
            {
                "Type": language,
                "Inner": token.content.removesuffix("\n"),
                "Attributes": attributes,
                "Options": options,
            },
        )
        return self._put(made, line)

    def render_blockquote(self, token: SyntaxTreeNode) -> None:
        """Render a quote."""
        if not self._hooked_quote(token, {"Type": "regular"}):
            super().render_blockquote(token)

    def render_quote_alert(self, token: SyntaxTreeNode) -> None:
        """Render an alert."""
        first = token.children[0] if token.children else None
        title = ""
        rest = list(token.children)
        if first is not None and first.type == "alert_title":
            title = self._html(first.children)
            rest = rest[1:]
        values = {
            "Type": "alert",
            "AlertType": str(token.meta["kind"]).lower(),
            "AlertTitle": HTML(title),
            "AlertSign": token.meta["fold"],
        }
        if not self._hooked_quote(token, values, rest):
            super().render_quote_alert(token)

    def _hooked_quote(
        self,
        token: SyntaxTreeNode,
        values: dict[str, object],
        children: Sequence[SyntaxTreeNode] | None = None,
    ) -> bool:
        special = f"render-blockquote-{values['Type']}"
        hook = self.calls.hooks.find("blockquote", special, "render-blockquote")
        if hook is None:
            return False
        line = _line_of(token)
        text = self._html(token.children if children is None else children)
        shared = {"AlertType": "", "AlertTitle": HTML(""), "AlertSign": ""} | values
        own = {"Text": HTML(text), "Attributes": dict(token.attrs)}
        made = self.calls.hooks.run(hook, "blockquote", line, shared | own)
        return self._put(made, line)

    def render_table(self, token: SyntaxTreeNode) -> None:
        """Render a table."""
        hook = self.calls.hooks.find("table", "render-table")
        line = _line_of(token)
        if hook is not None:
            parts = {child.type: self._rows(child) for child in token.children}
            values = {
                "THead": parts.get("thead", []),
                "TBody": parts.get("tbody", []),
                "Attributes": dict(token.attrs),
            }
            if self._put(self.calls.hooks.run(hook, "table", line, values), line):
                return
        super().render_table(token)

    def _rows(self, part: SyntaxTreeNode) -> list[list[HookObject]]:
        return [[self._cell(cell) for cell in row.children] for row in part.children]

    def _cell(self, cell: SyntaxTreeNode) -> HookObject:
        style = str(cell.attrGet("style") or "")
        alignment = style.removeprefix("text-align:")
        text = HTML(self._html(cell.children))
        return HookObject({"Text": text, "Alignment": alignment})

    def hooked_link(self, token: SyntaxTreeNode, href: str) -> bool:
        """Render a link by the site's hook, if that is wanted and there."""
        hook = self.calls.hooks.find("link", "render-link")
        if hook is None:
            return False
        text = self._html(token.children)
        return self._phrase(hook, "link", token, text, {"Destination": href})

    def hooked_image(self, token: SyntaxTreeNode, src: str) -> bool:
        """Render an image by the site's hook, if that is wanted and there."""
        hook = self.calls.hooks.find("image", "render-image")
        if hook is None:
            return False
        text = self._html(token.children)
        values = {"Destination": src, "IsBlock": False, "Attributes": dict(token.attrs)}
        return self._phrase(hook, "image", token, text, values)

    def hooked_heading(self, token: SyntaxTreeNode, level: int) -> bool:
        """Render a heading by the site's hook, if that is wanted and there."""
        hook = self.calls.hooks.find("heading", "render-heading")
        if hook is None:
            return False
        values = {
            "Level": level,
            "Anchor": (token.meta or {}).get("id", ""),
            "Attributes": dict(token.attrs),
        }
        text = self._html(token.children)
        return self._phrase(hook, "heading", token, text, values)

    def _phrase(
        self,
        hook: TemplateFile,
        kind: str,
        token: SyntaxTreeNode,
        text: str,
        values: dict[str, object],
    ) -> bool:
        line = _line_of(token)
        shared = {
            "Text": HTML(text),
            "PlainText": strip_tags(text),
            "Title": str(token.attrGet("title") or ""),
        }
        made = self.calls.hooks.run(hook, kind, line, shared | values)
        return self._put(made, line, is_inline=kind != "heading")

    def _html(self, children: Sequence[SyntaxTreeNode]) -> str:
        """Return what the children of a token make as HTML, calls in it as words."""
        calls = self.calls
        tokens: list[Token] = [t for child in children for t in child.to_tokens()]
        settings = project_of(self.sphinx_env).settings

        def word_of(token: Token) -> str:
            return calls.placeholders.word(token.meta["item"])

        return calls.fill_html(render_tokens(tokens, settings, word_of))

    def _put(self, html: str | None, line: int, *, is_inline: bool = False) -> bool:
        """Put what a hook has written into the document; say whether it has."""
        if html is None:
            return False
        self.current_node.extend(self.html_nodes(html, line, is_inline=is_inline))
        return True


def _line_of(token: Any) -> int:
    meta = token.meta or {}
    if LINE in meta:
        return int(meta[LINE]) + 1
    return int(token.map[0]) if token.map else 1
