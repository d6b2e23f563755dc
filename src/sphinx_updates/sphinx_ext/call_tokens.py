"""Text with calls in it that is no Markdown: what tokens and nodes it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from sphinx_updates.hugo.shortcodes.tokens import CALL_RULES

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from sphinx_updates.sphinx_ext.calls import PageCalls


def html_tokens(md: MarkdownIt, text: str, env: dict[str, Any]) -> list[Token]:
    """Return the tokens of *text* that is HTML with calls in it, and no Markdown."""
    state = StateCore(text, md, env)
    end = text.count("\n") + 1
    state.tokens = [Token("html_block", "", 0, map=[0, end], content=text)]
    # The block rules would read Markdown: the rules for tokens are what is wanted.
    for rule in md.core.ruler.getRules(""):
        if rule.__name__ not in ("normalize", "block", "inline"):
            rule(state)
    return state.tokens


def plain_tokens(md: MarkdownIt, text: str, env: dict[str, Any]) -> list[Token]:
    """Return the tokens of *text* with calls in it, and no Markdown, as a paragraph.

    HTML shows no paragraph; other formats would leave raw HTML out.
    """
    state = StateCore(text, md, env)
    words = [Token("text", "", 0, content=text.strip())]
    state.tokens = [
        Token("paragraph_open", "p", 1, map=[0, 1], hidden=True),
        Token("inline", "", 0, map=[0, 1], content=text.strip(), children=words),
        Token("paragraph_close", "p", -1, hidden=True),
    ]
    ruler = md.core.ruler
    for name, rule in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
        if name in CALL_RULES:
            rule(state)
    return state.tokens


def resolve_leftovers(document: nodes.Element, calls: PageCalls) -> None:
    """Replace the placeholders that directives have put where only text can stand."""
    if not calls.placeholders:
        return  # most pages call nothing
    for text in list(document.findall(nodes.Text)):
        if calls.placeholders.contains(text):
            text.parent.replace(text, nodes.Text(calls.resolve_text(text)))
    for element in document.findall(nodes.Element):
        element.rawsource = calls.resolve_text(element.rawsource)
        for name, value in element.attributes.items():
            if isinstance(value, str):
                element[name] = calls.resolve_text(value)
            elif isinstance(value, list):
                element[name] = [
                    calls.resolve_text(item) if isinstance(item, str) else item
                    for item in value
                ]
