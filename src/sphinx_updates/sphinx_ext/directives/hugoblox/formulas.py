"""``math``, ``mermaid`` and ``diagram``: content that Markdown must not read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import Definition, Inner
from sphinx_updates.sphinx_ext.directives.parts.diagrams import make_diagram
from sphinx_updates.sphinx_ext.directives.parts.markup import inline_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_ENVIRONMENTS: Final = r"(?:align|alignat|eqnarray|equation|flalign|gather|multline)\*?"

_OPENING: Final = re.compile(
    r"(?<!\\)\$\$|\\\[|\\\(|(?<!\\)\$"
    rf"|\\begin\{{(?P<environment>{_ENVIRONMENTS})\}}"
)
# `\$` is a dollar, in a formula and outside.
_CLOSINGS: Final = {
    "$$": re.compile(r"(?<!\\)\$\$"),
    r"\[": re.compile(r"\\\]"),
    r"\(": re.compile(r"\\\)"),
    "$": re.compile(r"\$"),
}
_WHOLE: Final = re.compile(rf"\\begin\{{{_ENVIRONMENTS}\}}")


def _build_math(request: Request) -> Sequence[nodes.Node]:
    text = request.inner_text()
    if not text.strip():
        return []
    if next(_formulas(text), None) is None:
        # Without any signs around it everything is the formula.
        return [_formula(text, is_block=not request.is_inline)]
    return _without_blanks(list(_pieces(text)))


class _Found(NamedTuple):
    """A formula in a text."""

    start: int
    end: int
    tex: str
    is_block: bool


def _formulas(text: str) -> Iterator[_Found]:
    """Yield the formulas; a closing sign that is missing is looked for only once."""
    position = 0
    missing: set[re.Pattern[str]] = set()
    while opening := _OPENING.search(text, position):
        position = opening.start() + 1
        sign, name = opening[0], opening["environment"]
        closing = (
            re.compile(rf"\\end\{{{re.escape(name)}\}}") if name else _CLOSINGS[sign]
        )
        if closing in missing:
            continue
        closed = closing.search(text, opening.end() + (sign != "$"))
        if closed is None:
            missing.add(closing)
            continue
        tex = text[opening.end() : closed.start()]
        if sign == "$" and (not tex or tex.endswith("\\")):
            continue
        position = closed.end()
        whole = text[opening.start() : position]
        yield _Found(
            opening.start(), position, whole if name else tex, sign not in ("$", r"\(")
        )


def _pieces(text: str) -> Iterator[nodes.Node]:
    """Yield formulas and the text between them."""
    end = 0
    for found in _formulas(text):
        yield from _words(text[end : found.start])
        yield _formula(found.tex, is_block=found.is_block)
        end = found.end
    yield from _words(text[end:])


def _without_blanks(pieces: list[nodes.Node]) -> list[nodes.Node]:
    """Return *pieces* without blanks that separate nothing."""
    around = [None, *pieces, None]
    return [
        piece
        for before, piece, after in zip(around, pieces, around[2:], strict=False)
        if piece.astext().strip()
        or not any(
            other is None or isinstance(other, nodes.math_block)
            for other in (before, after)
        )
    ]


def _words(text: str) -> Iterator[nodes.Node]:
    """Yield the words between two formulas; an empty line makes no new paragraph."""
    if text.strip():
        yield from inline_html(re.sub(r"\s+", " ", text))
    elif text:
        yield nodes.Text(" ")


def _formula(text: str, *, is_block: bool) -> nodes.Element:
    text = text.strip()
    if not is_block:
        return nodes.math(text, text)
    # Such an environment is a display by itself and must not stand in another one.
    is_whole = _WHOLE.match(text) is not None
    block = nodes.math_block(text, text, number=None, label=None)
    block["nowrap"] = block["no-wrap"] = is_whole
    return block


def _build_diagram(request: Request) -> Sequence[nodes.Node]:
    return [make_diagram(request.env, request.inner_text(), "mermaid")]


MATH = Definition(
    name="math",
    summary=(
        "Formulas in LaTeX, between the signs `$$`, `\\[ \\]`, `$` or `\\( \\)`, that "
        "Markdown does not read."
    ),
    inner=Inner.TEXT,
    build=_build_math,
    example="{{< math >}}\n$$a^2 + b^2 = c^2$$\n{{< /math >}}",
)

MERMAID = Definition(
    name="mermaid",
    summary=(
        "A Mermaid diagram, drawn where `sphinxcontrib.mermaid` is an extension of the "
        "project; its source otherwise."
    ),
    inner=Inner.TEXT,
    build=_build_diagram,
    example="{{< mermaid >}}\ngraph LR\n  Draft --> Review --> Post\n{{< /mermaid >}}",
)

DIAGRAM = replace(
    MERMAID,
    name="diagram",
    summary=f"{MERMAID.summary} Another name of `mermaid`.",
    example="{{< diagram >}}\ngraph TD\n  Question --> Answer\n{{< /diagram >}}",
)
