"""What Hugo leaves out of pages unless it is told that HTML is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.links import is_dangerous

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore


def safety_plugin(md: MarkdownIt, *, unsafe: bool) -> None:
    """Drop HTML and links that run scripts, unless the site is *unsafe*."""
    if not unsafe:
        md.core.ruler.push("safe_html", _omit_html)
    check = _allow_any if unsafe else _is_harmless
    md.validateLink = check  # type: ignore[method-assign, assignment]


def _omit_html(state: StateCore) -> None:
    state.tokens = [t for t in state.tokens if t.type != "html_block"]
    for token in state.tokens:
        if token.children:
            token.children = [c for c in token.children if c.type != "html_inline"]


def _allow_any(_url: str) -> bool:
    return True


def _is_harmless(url: str) -> bool:
    return not is_dangerous(url)
