"""Footnotes: only those that the text refers to are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


def footnotes_plugin(md: MarkdownIt) -> None:
    """Read footnotes, without those inline."""
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.core.ruler.push("unused_footnotes", _drop_unused_footnotes)


def _drop_unused_footnotes(state: StateCore) -> None:
    """Drop the definitions that nothing shown refers to; Hugo prints none of them."""
    shown = _shown_footnotes(state.tokens)
    tokens: list[Token] = []
    skipped = 0
    for token in state.tokens:
        if token.type == "footnote_reference_open" and (
            skipped or token.meta.get("label") not in shown
        ):
            skipped += 1
        elif token.type == "footnote_reference_close" and skipped:
            skipped -= 1
        elif not skipped:
            tokens.append(token)
    state.tokens = tokens


def _shown_footnotes(tokens: list[Token]) -> set[str]:
    """Return the labels that the text refers to, and those that their notes do."""
    refers: dict[str, set[str]] = {"": set()}
    within = [""]
    for token in tokens:
        if token.type == "footnote_reference_open":
            within.append(token.meta.get("label", ""))
        elif token.type == "footnote_reference_close":
            within.pop()
        for child in token.children or []:
            if child.type == "footnote_ref":
                refers.setdefault(within[-1], set()).add(child.meta.get("label", ""))
    shown: set[str] = set()
    waiting = set(refers[""])
    while waiting:
        label = waiting.pop()
        shown.add(label)
        waiting |= refers.get(label, set()) - shown
    return shown
