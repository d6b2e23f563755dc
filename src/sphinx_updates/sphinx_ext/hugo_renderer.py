"""From tokens to document nodes, as Hugo means them.

Headings, links, images, footnotes, fences and rules; what only its dialect has is in
:mod:`.dialect_renderer`, everything else is as MyST renders it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from docutils import nodes
from docutils.parsers.rst import directives

from sphinx_updates.hugo.links import is_external, is_malformed
from sphinx_updates.hugo.markdown.passthrough import VERBATIM
from sphinx_updates.hugo.shortcodes.tokens import LINE, LINES
from sphinx_updates.sphinx_ext.fences import make_fence
from sphinx_updates.sphinx_ext.footnotes import OURS
from sphinx_updates.sphinx_ext.hook_renderer import HookRenderer
from sphinx_updates.sphinx_ext.links import broken_url, drop_inner_links, pending_link
from sphinx_updates.sphinx_ext.math import make_display_formula, make_formula
from sphinx_updates.sphinx_ext.nodes import HorizontalRule, TightParagraph, TitledImage
from sphinx_updates.sphinx_ext.own_addresses import own_path
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_DIRECTIVE = re.compile(r"\{[\w:/-]+\}(?!\S)")


_SIZES = dict.fromkeys(("width", "height"), directives.length_or_percentage_or_unitless)


class HugoRenderer(HookRenderer):
    """A renderer that reads tokens as Hugo means them."""

    def _render_finalise(self) -> None:
        # Of two definitions of a link the first counts; Hugo says nothing of it.
        self.md_env.pop("duplicate_refs", None)
        super()._render_finalise()

    def render_heading(self, token: SyntaxTreeNode) -> None:
        """Open a section under the nearest shallower heading; any order is fine.

        The page's title is level 1, so headings of the body are one level deeper. Ids
        were computed from the tokens (``meta["id"]``).
        """
        level = int(token.tag[1]) + self._heading_offset
        if not (token.meta or {}).get("is_title"):
            if self.hooked_heading(token, int(token.tag[1])):
                return
            level += 1
        if not isinstance(self.current_node, nodes.document | nodes.section):
            self._render_rubric(token, level)
            return
        section = nodes.section()
        self.add_line_and_source_path(section, token)
        self.copy_attributes(token, section, ("class",))
        self._open_section(section, level)
        title = nodes.title(token.children[0].content if token.children else "")
        if (token.meta or {}).get("is_invented"):
            # Hugo prints no title where there is none; a page of Sphinx needs one.
            title["classes"].append("updates-generated-title")
        self.add_line_and_source_path(title, token)
        section.append(title)
        with self.current_node_context(title):
            self.render_children(token)
        self._note_id(section, token, title.astext())
        self.current_node = section

    def _open_section(self, section: nodes.section, level: int) -> None:
        parent = max(known for known in self._level_to_section if known < level)
        self._level_to_section[parent].append(section)
        self._level_to_section = {
            known: node
            for known, node in self._level_to_section.items()
            if known <= parent
        }
        self._level_to_section[level] = section

    def _render_rubric(self, token: SyntaxTreeNode, level: int) -> None:
        rubric = nodes.rubric(token.content, "")
        # Sphinx prints it as a heading of that level, outside the table of contents.
        rubric["heading-level"] = min(level, 6)
        self.add_line_and_source_path(rubric, token)
        self.copy_attributes(token, rubric, ("class",))
        with self.current_node_context(rubric, append=True):
            self.render_children(token)
        self._note_id(rubric, token, rubric.astext())

    def _note_id(self, node: nodes.Element, token: SyntaxTreeNode, text: str) -> None:
        name = (token.meta or {}).get("id", "")
        if not name or not self.give_id(node, name, text):
            self.document.set_id(node)

    def render_link(self, token: SyntaxTreeNode) -> None:
        """Render a link; what is not external is resolved when all pages are known."""
        href = cast("str", token.attrGet("href") or "")
        if self.hooked_link(token, href):
            return
        if is_malformed(href):
            box = nodes.inline()
            with self.current_node_context(box):
                self.render_children(token)
            location = f"{self.calls.file}:{_line(token)}"
            self.current_node.append(broken_url(href, box.children, location))
            return
        is_auto = token.info == "auto"
        is_own = own_path(href, self.sphinx_env) is not None
        if not is_own and (is_auto or is_external(href)):
            self.render_link_url(token)
            drop_inner_links(cast("nodes.Element", self.current_node[-1]))
            if is_auto:
                _keep_text(cast("nodes.Element", self.current_node[-1]))
            return
        link = pending_link(self.md.normalizeLinkText(href), self.sphinx_env.docname)
        self.add_line_and_source_path(link, token)
        link.line = _line(token)
        if title := token.attrGet("title"):
            link["reftitle"] = title
        with self.current_node_context(cast("nodes.Element", link[0])):
            self.render_children(token)
        drop_inner_links(link)
        self.current_node.append(link)

    def render_image(self, token: SyntaxTreeNode) -> None:
        """Render an image, looked for in the bundle first."""
        src = self.md.normalizeLinkText(cast("str", token.attrGet("src") or ""))
        if self.hooked_image(token, src):
            return
        image = self.image_node(src, _line(token))
        image["alt"] = self.renderInlineAsText(token.children or [])
        if title := token.attrGet("title"):
            if isinstance(image, nodes.image):
                image = TitledImage("", **image.attributes)
            image["title"] = title
        self.copy_attributes(
            token, image, ("class", "id", "width", "height"), converters=_SIZES
        )
        self.add_line_and_source_path(image, token)
        self.current_node.append(image)

    def render_hr(self, token: SyntaxTreeNode) -> None:
        """Render a rule, which Markdown allows anywhere."""
        rule = HorizontalRule()
        self.copy_attributes(token, rule, ("class", "id"))
        self.add_line_and_source_path(rule, token)
        self.current_node.append(rule)

    def render_paragraph(self, token: SyntaxTreeNode) -> None:
        """Render a paragraph; in a tight list it is the item's text, without one."""
        paragraph = (TightParagraph if token.hidden else nodes.paragraph)("")
        self.copy_attributes(token, paragraph, ("class", "id"))
        self.add_line_and_source_path(paragraph, token)
        with self.current_node_context(paragraph, append=True):
            self.render_children(token)

    def render_footnote_ref(self, token: SyntaxTreeNode) -> None:
        """Render a reference; all are numbered by first use, whatever their labels."""
        name = self._footnote_name(token)
        reference = nodes.footnote_reference(f"[^{name}]", auto=1, refname=name)
        reference[OURS] = True
        self.add_line_and_source_path(reference, token)
        self.document.note_autofootnote_ref(reference)
        self.document.note_footnote_ref(reference)
        self.current_node.append(reference)

    def render_footnote_reference(self, token: SyntaxTreeNode) -> None:
        """Render a definition; of two with one label the first counts, as in Hugo."""
        name = self._footnote_name(token)
        if name in self.document.nameids:
            return
        footnote = nodes.footnote(auto=1, names=[name])
        footnote[OURS] = True
        self.add_line_and_source_path(footnote, token)
        self.document.note_autofootnote(footnote)
        self.document.note_explicit_target(footnote, footnote)
        with self.current_node_context(footnote, append=True):
            self.render_children(token)

    def _footnote_name(self, token: SyntaxTreeNode) -> str:
        # Out of the way of other names: docutils numbers names of digits by hand.
        scope = f"{self.footnote_scope}-" if self.footnote_scope else ""
        return f"footnote-{scope}{token.meta['label']}"

    def render_fence(self, token: SyntaxTreeNode) -> None:
        """Render a fence; a language that Pygments does not know is plain text."""
        settings = project_of(self.sphinx_env).settings
        info = token.info.strip()
        if _is_directive(info, unsafe=settings.unsafe):
            # A MyST directive: in Hugo such a fence stops the build, so none is hidden.
            super().render_fence(token)
            return
        if self.hooked_fence(token, info):
            return
        block = make_fence(token.content, info, self.sphinx_env, settings)
        self.add_line_and_source_path(block, token)
        self.current_node.append(block)

    def render_html_block(self, token: SyntaxTreeNode) -> None:
        """Render raw HTML as it is written; its addresses lead where Markdown's do."""
        html = token.content
        lines = token.meta.get(LINES) or (token.map[0] if token.map else 0,)

        def line_at(offset: int) -> int:
            return int(lines[min(html.count("\n", 0, offset), len(lines) - 1)]) + 1

        self.current_node.append(self.raw_html(html, line_at))

    def render_html_inline(self, token: SyntaxTreeNode) -> None:
        """Render a tag inside a paragraph."""
        html, first = token.content, _line(token)
        raw = self.raw_html(html, lambda offset: first + html.count("\n", 0, offset))
        self.current_node.append(raw)

    def render_math_inline(self, token: SyntaxTreeNode) -> None:
        """Render a formula in a line of text."""
        formula = make_formula(token.content, token.meta.get("printed", ""))
        self.add_line_and_source_path(formula, token)
        self.current_node.append(formula)

    def render_math_block(self, token: SyntaxTreeNode) -> None:
        """Render a formula on a line of its own; a passthrough is no paragraph."""
        formula = make_display_formula(
            token.content,
            token.meta.get("printed", ""),
            tag="div" if token.info == VERBATIM else "p",
        )
        for place in ("follows_text", "precedes_text"):
            formula[place] = token.meta.get(place, False)
        self.add_line_and_source_path(formula, token)
        self.current_node.append(formula)

    render_math_inline_double = render_math_block

    def render_code_block(self, token: SyntaxTreeNode) -> None:
        """Render indented code: never highlighted."""
        block = nodes.literal_block(token.content, token.content, language="text")
        self.add_line_and_source_path(block, token)
        self.current_node.append(block)


def _line(token: SyntaxTreeNode) -> int:
    """Return the line of a link or an image, 1-based."""
    if LINE in token.meta:
        return int(token.meta[LINE]) + 1
    return token.map[0] if token.map else 1


def _keep_text(link: nodes.Element) -> None:
    """Wrap the text of a bare URL: themes that shorten URLs would change the post."""
    link.children = [nodes.inline("", "", *link.children)]


def _is_directive(info: str, *, unsafe: bool) -> bool:
    """Say whether a fence is a MyST directive, and one that the site allows."""
    found = _DIRECTIVE.match(info)
    if found is None:
        return False
    return unsafe or found[0] not in ("{raw}", "{eval-rst}")
