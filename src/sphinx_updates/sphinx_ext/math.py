"""Formulas as document nodes, for MathJax, LaTeX, EPUB and plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Environments that are display math themselves; all others stand inside it.
_ALONE: Final = re.compile(
    r"\s*\\begin\{((?:equation|align|flalign|alignat|xalignat|gather|multline|eqnarray)"
    r"\*?)\}(?:(?!\\end\{\1\}).)*\\end\{\1\}\s*",
    re.DOTALL,
)
_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")

_READ_BY_MATHJAX: Final = ("$", "\\(", "\\[", "\\begin{")
"""How a formula begins that MathJax finds; a site's own marks get Sphinx's instead."""

_PRINTED: Final = "printed"
"""Attribute of a formula from a Hugo post: what Hugo prints, delimiters and all."""

_IN_TEXT: Final = ["formula-display"]
"""Classes of a displayed formula inside a paragraph, which themes leave in the line."""

# Only what Sphinx marks as math is looked at, so that no other dollar on the page is.
_DELIMITERS: Final = """\
(() => {
  const config = (window.MathJax ??= {});
  const tex = (config.tex ??= {});
  const known = Array.isArray(tex.inlineMath) ? tex.inlineMath : [["\\\\(", "\\\\)"]];
  tex.inlineMath = [...known.filter((pair) => pair[0] !== "$"), ["$", "$"]];
  const options = (config.options ??= {});
  options.ignoreHtmlClass = ".*";
  options.processHtmlClass ??= "tex2jax_process|mathjax_process|math|output_area";
})();
"""


class PrintedFormula(nodes.General, nodes.Element):
    """A formula for MathJax as Hugo prints it: ``text`` in an element ``tag``."""


def make_formula(tex: str, printed: str = "") -> nodes.math:
    """Return a formula inside a line of text; *printed* is Hugo's text of it."""
    return nodes.math(tex, tex, **{_PRINTED: printed})


def make_display_formula(
    tex: str, printed: str = "", *, tag: str = "p"
) -> nodes.math_block:
    """Return a formula on a line of its own, without a number.

    What is an environment of display math already gets no second one around it.

    :param printed: Hugo's text of it, which stands in an element *tag*.
    """
    tex = _BLANK_LINES.sub("\n", tex).strip()
    is_alone = _ALONE.fullmatch(tex) is not None
    block = nodes.math_block(tex, tex, number=None, nowrap=is_alone)
    block[_PRINTED], block["tag"] = printed, tag
    block["no-wrap"] = is_alone  # as Sphinx spells it since 8.2
    return block


def print_formulas(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Let MathJax see the formulas of Hugo posts as it would see them in Hugo.

    Sphinx would put other delimiters around them, and split lines on its own.
    """
    if getattr(app.builder, "math_renderer_name", "") != "mathjax":
        return
    for node in [*doctree.findall(nodes.math), *doctree.findall(nodes.math_block)]:
        printed = node.get(_PRINTED, "")
        if printed.startswith(_READ_BY_MATHJAX):
            tag = node.get("tag", "span")
            formula = PrintedFormula(text=printed, tag=tag, ids=node["ids"])
            node.replace_self(formula)
            if node.get("follows_text") or node.get("precedes_text"):
                _put_back(formula, node)


def _put_back(formula: PrintedFormula, node: nodes.Element) -> None:
    """Put a displayed formula back into the paragraph that it was taken out of."""
    parent = formula.parent
    position = parent.index(formula)
    before = parent[position - 1] if node.get("follows_text") and position else None
    if isinstance(before, nodes.paragraph):
        parent.remove(formula)
        formula["tag"], formula["classes"] = "span", _IN_TEXT
        before += [nodes.Text(" "), formula]
        position -= 1
    after = parent[position + 1] if position + 1 < len(parent) else None
    if not node.get("precedes_text") or not isinstance(after, nodes.paragraph):
        return
    if isinstance(before, nodes.paragraph):
        before += [nodes.Text(" "), *after.children]
        parent.remove(after)
    else:
        parent.remove(formula)
        formula["tag"], formula["classes"] = "span", _IN_TEXT
        after.insert(0, [formula, nodes.Text(" ")])


def ask_for_mathjax(
    _app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Have MathJax loaded on a page with formulas from a Hugo post."""
    if _has_formulas(doctree):
        context["has_maths_elements"] = True


def add_delimiters(
    app: Sphinx,
    _pagename: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Tell MathJax of the dollars, after the project's own configuration of it."""
    if _has_formulas(doctree):
        app.add_js_file(None, body=_DELIMITERS)


def _has_formulas(doctree: nodes.document | None) -> bool:
    return doctree is not None and any(True for _ in doctree.findall(PrintedFormula))


def _visit_formula(self: Any, node: PrintedFormula) -> None:
    end = "" if node["tag"] == "span" else "\n"
    start = self.starttag(node, node["tag"], "", CLASS="math notranslate nohighlight")
    self.body.append(f"{start}{self.encode(node['text'])}</{node['tag']}>{end}")
    raise nodes.SkipNode


def setup_formulas(app: Sphinx) -> None:
    """Register the node, which only HTML ever meets, and what goes with it."""
    app.add_node(PrintedFormula, html=(_visit_formula, None))
    app.connect("doctree-resolved", print_formulas, priority=800)
    # Before and after Sphinx's own handler, which loads MathJax.
    app.connect("html-page-context", ask_for_mathjax, priority=400)
    app.connect("html-page-context", add_delimiters, priority=600)
