"""Footnotes of posts in HTML: a raised number in the text, a list at the end.

docutils' own nodes go through all transforms, because writers of books look for
exactly those. Only for HTML, at the very end, they are exchanged for the nodes below.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from sphinx_updates.sphinx_ext.i18n import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

OURS: Final = "from_hugo"
"""Attribute of the footnotes and references that come from a Hugo post."""


class FootnoteMark(nodes.Inline, nodes.TextElement):
    """The number in the text; ``refid`` is the footnote's id."""


class FootnoteNote(nodes.General, nodes.Element):
    """A footnote: a numbered entry with links back to its marks."""


def exchange_footnotes(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Exchange the footnotes of Hugo posts when HTML is written."""
    if app.builder.format != "html":
        return
    for mark in list(doctree.findall(nodes.footnote_reference)):
        if OURS in mark and "refid" in mark:
            mark.replace_self(
                FootnoteMark("", mark.astext(), ids=mark["ids"], refid=mark["refid"])
            )
    for note in list(doctree.findall(nodes.footnote)):
        if OURS in note:
            label, *content = note.children
            note.replace_self(
                FootnoteNote(
                    "",
                    *content,
                    ids=note["ids"],
                    backrefs=note["backrefs"],
                    number=label.astext(),
                )
            )


def _visit_mark(self: Any, node: FootnoteMark) -> None:
    self.body.append(self.starttag(node, "sup", "", CLASS="footnote-ref"))
    self.body.append(f'<a href="#{escape(node["refid"])}" role="doc-noteref">')


def _depart_mark(self: Any, _node: FootnoteMark) -> None:
    self.body.append("</a></sup>")


def _visit_note(self: Any, node: FootnoteNote) -> None:
    siblings = node.parent.children
    position = siblings.index(node)
    if position == 0 or not isinstance(siblings[position - 1], FootnoteNote):
        self.body.append('<ol class="footnotes" role="doc-endnotes">\n')
    self.body.append(self.starttag(node, "li", value=node["number"]))


def _depart_note(self: Any, node: FootnoteNote) -> None:
    back = _("Back to the text")
    links = "".join(
        f' <a class="footnote-backref" role="doc-backlink" href="#{escape(name)}" '
        f'aria-label="{escape(back)}">↩\ufe0e</a>'
        for name in node["backrefs"]
    )
    # The arrows belong to the last line of the note, not below it.
    text, is_paragraph, rest = "".join(self.body[-2:]).rpartition("</p>")
    if is_paragraph and not rest.strip():
        self.body[-2:] = [f"{text}{links}</p>\n"]
    else:
        self.body.append(links)
    self.body.append("</li>\n")
    siblings = node.parent.children
    following = siblings[siblings.index(node) + 1 :][:1]
    if not any(isinstance(other, FootnoteNote) for other in following):
        self.body.append("</ol>\n")


def setup_footnotes(app: Sphinx) -> None:
    """Register the nodes; only HTML ever meets them."""
    app.add_node(FootnoteMark, html=(_visit_mark, _depart_mark))
    app.add_node(FootnoteNote, html=(_visit_note, _depart_note))
    # After references are resolved, before the page is written.
    app.connect("doctree-resolved", exchange_footnotes, priority=800)
