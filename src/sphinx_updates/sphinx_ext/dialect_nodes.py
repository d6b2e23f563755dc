"""Document nodes of Hugo's dialect: marked phrases, boxes of tasks, line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Marked(nodes.Inline, nodes.TextElement):
    """A phrase in an HTML element of its own, ``tag``: ``del``, ``ins`` or ``mark``.

    Other writers print the phrase alone.
    """


class TaskBox(nodes.Inline, nodes.Element):
    """The box of a task, ``checked`` or not; nobody can tick it."""


class LineBreak(nodes.Inline, nodes.Element):
    """The end of a line inside a paragraph."""

    def astext(self) -> str:
        """Return what stands between the two lines in plain text."""
        return "\n"


_LATEX_BOXES: Final = {False: r"\(\square\)", True: r"\(\boxtimes\)"}
_TEXT_BOXES: Final = {False: "[ ]", True: "[x]"}


def _visit_marked(self: Any, node: Marked) -> None:
    self.body.append(self.starttag(node, node["tag"], ""))


def _depart_marked(self: Any, node: Marked) -> None:
    self.body.append(f"</{node['tag']}>")


def _visit_box(self: Any, node: TaskBox) -> None:
    options = {"type": "checkbox", "disabled": "disabled"}
    if node["checked"]:
        options["checked"] = "checked"
    box = self.emptytag(node, "input", "", CLASS="task-list-item-checkbox", **options)
    self.body.append(box)


def _visit_box_latex(self: Any, node: TaskBox) -> None:
    self.body.append(_LATEX_BOXES[node["checked"]])


def _visit_box_text(self: Any, node: TaskBox) -> None:
    self.add_text(_TEXT_BOXES[node["checked"]])


def _visit_box_plain(self: Any, node: TaskBox) -> None:
    self.body.append(_TEXT_BOXES[node["checked"]])


def _visit_break(self: Any, _node: LineBreak) -> None:
    self.body.append("<br />\n")


def _visit_break_latex(self: Any, _node: LineBreak) -> None:
    self.body.append("\\\\\n")


def _visit_break_text(self: Any, _node: LineBreak) -> None:
    self.add_text("\n")


def _visit_break_man(self: Any, _node: LineBreak) -> None:
    self.body.append("\n.br\n")


def _visit_break_texinfo(self: Any, _node: LineBreak) -> None:
    self.body.append("@*\n")


def _nothing(_self: object, _node: object) -> None:
    """Print nothing of the node itself."""


def setup_dialect_nodes(app: Sphinx) -> None:
    """Register the nodes with their visitors, for every writer that Sphinx has."""
    plain: Any = (_nothing, _nothing)
    marked: Any = (_visit_marked, _depart_marked)
    app.add_node(Marked, html=marked, latex=plain, text=plain, man=plain, texinfo=plain)
    app.add_node(
        TaskBox,
        html=(_visit_box, _nothing),
        latex=(_visit_box_latex, _nothing),
        text=(_visit_box_text, _nothing),
        man=(_visit_box_plain, _nothing),
        texinfo=(_visit_box_plain, _nothing),
    )
    app.add_node(
        LineBreak,
        html=(_visit_break, _nothing),
        latex=(_visit_break_latex, _nothing),
        text=(_visit_break_text, _nothing),
        man=(_visit_break_man, _nothing),
        texinfo=(_visit_break_texinfo, _nothing),
    )
