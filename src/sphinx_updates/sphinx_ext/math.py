"""Formulas as document nodes, for MathJax, LaTeX, EPUB and plain text."""

from __future__ import annotations

import re
from typing import Final

from docutils import nodes

# Environments that are display math themselves; all others stand inside it.
_ALONE: Final = re.compile(
    r"\s*\\begin\{((?:equation|align|flalign|alignat|xalignat|gather|multline|eqnarray)"
    r"\*?)\}(?:(?!\\end\{\1\}).)*\\end\{\1\}\s*",
    re.DOTALL,
)
_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")


def make_formula(tex: str) -> nodes.math:
    """Return a formula inside a line of text."""
    return nodes.math(tex, tex)


def make_display_formula(tex: str) -> nodes.math_block:
    """Return a formula on a line of its own, without a number.

    What is an environment of display math already gets no second one around it.
    """
    tex = _BLANK_LINES.sub("\n", tex).strip()
    is_alone = _ALONE.fullmatch(tex) is not None
    block = nodes.math_block(tex, tex, number=None, nowrap=is_alone)
    block["no-wrap"] = is_alone  # as Sphinx spells it since 8.2
    return block
