"""Branches of a template that meet again, and failures that name their place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.escape.context import (
    Context,
    Failure,
    Slash,
    State,
    UrlPart,
)
from sphinx_updates.hugo.templates.escape.text import nudged

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.nodes import Node, Tree


@dataclass(slots=True)
class Loop:
    """The loop around a node: the contexts at its exits, and those exits."""

    breaks: list[tuple[Context, Node]] = field(default_factory=list)
    continues: list[tuple[Context, Node]] = field(default_factory=list)


def join_exits(behind: Context, loop: Loop, tree: Tree) -> Context:
    """Return the context behind a body that may also be left by its exits."""
    for word, exits in (("break", loop.breaks), ("continue", loop.continues)):
        for context, node in exits:
            behind = join(behind, context, "range", tree, node)
            if behind.failure is not None:
                at = line(tree, node)
                return within(f"at range loop {word}", behind.failure, at)
    return behind


def join(first: Context, second: Context, word: str, tree: Tree, at: Node) -> Context:
    """Return the one context behind two branches, or a failure."""
    joined = _joined(first, second)
    if joined is not None:
        return joined
    message = f"{{{{{word}}}}} branches end in different contexts: {first}, {second}"
    return failed_at(message, tree, at)


def _joined(first: Context, second: Context) -> Context | None:
    if first.state is State.ERROR or second.state is State.DEAD:
        return first
    if second.state is State.ERROR or first.state is State.DEAD or first == second:
        return second
    if replace(first, url_part=second.url_part) == second:
        return replace(first, url_part=UrlPart.UNKNOWN)
    if replace(first, slash=second.slash) == second:
        return replace(first, slash=Slash.UNKNOWN)
    # <p title={{ if .x }}{{ .x }}{{ end }}: a value that may be empty.
    nudged_first, nudged_second = nudged(first), nudged(second)
    if (nudged_first, nudged_second) == (first, second):
        return None
    return _joined(nudged_first, nudged_second)


def within(words: str, failure: Failure, at: int) -> Context:
    """Return the context after *failure* in what *words* name, at the line *at*."""
    inner = replace(failure, message=f"{words}: {failure.message}", line=at)
    return Context(State.ERROR, failure=inner)


def failed_at(message: str, tree: Tree, node: Node) -> Context:
    """Return the context after a failure at *node* of *tree*."""
    return Context(State.ERROR, failure=Failure(message, place(tree, node)))


def line(tree: Tree, node: Node) -> int:
    """Return the line of *node* in its file, counted from 1."""
    return tree.source.count("\n", 0, node.offset) + 1


def place(tree: Tree, node: Node) -> str:
    """Return ``name:line:column`` of *node*; columns count bytes from 0."""
    start = tree.source.rfind("\n", 0, node.offset) + 1
    column = len(tree.source[start : node.offset].encode("utf-8", "surrogateescape"))
    return f"{tree.source_name}:{line(tree, node)}:{column}"
