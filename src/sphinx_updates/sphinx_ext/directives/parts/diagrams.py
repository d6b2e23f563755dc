"""Diagrams that a program draws from text: Mermaid, mind maps, ASCII art."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.sphinx_ext.code import code_block

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

LANGUAGES: Final = {"mermaid": "text", "markmap": "markdown", "goat": "text"}
"""The kinds of diagrams that Hugo and its themes draw, and what their source is as
code."""

_EXTENSION: Final = "sphinxcontrib.mermaid"
_OPTION: Final = "mermaid_output_format"


def make_diagram(env: BuildEnvironment, text: str, kind: str) -> nodes.Element:
    """Return the diagram that *text* describes: drawn if it can be, else its source.

    Mermaid is drawn where the project has loaded sphinxcontrib-mermaid. The source of
    a mind map is a Markdown list and that of ``goat`` is a picture made of letters:
    both are read well as they are.

    :param kind: One of :data:`LANGUAGES`; case does not matter.
    """
    text = text.strip("\n")
    # Its option is there once the extension is, whoever has loaded it.
    if kind.lower() == "mermaid" and text.strip() and _OPTION in env.config:
        drawn = importlib.import_module(_EXTENSION).mermaid("")
        drawn["code"], drawn["options"] = text, {}
        # It calls itself inline and prints a block.
        return nodes.container("", drawn, is_div=True)
    return code_block(text, LANGUAGES.get(kind.lower(), "text"))
