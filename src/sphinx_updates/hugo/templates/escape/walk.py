"""The way through a template that tells what each action needs to be escaped for.

Templates are escaped for the context that they are called in: one that is called
inside an attribute becomes another template, named after its context. The rules are
those of Go's html/template, its guesses about loops and recursion included.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.escape.context import (
    Context,
    Failure,
    Slash,
    State,
    UrlPart,
)
from sphinx_updates.hugo.templates.escape.joining import (
    Loop,
    failed_at,
    join,
    join_exits,
    line,
    place,
    within,
)
from sphinx_updates.hugo.templates.escape.pipeline import (
    ADDRESSES,
    escapers_for,
    function_name,
    misplaced,
    with_escapers,
)
from sphinx_updates.hugo.templates.escape.text import follow, nudged
from sphinx_updates.hugo.templates.nodes import (
    Action,
    Break,
    Continue,
    If,
    List,
    Range,
    Statement,
    Template,
    Text,
    Tree,
    With,
)
from sphinx_updates.hugo.templates.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DEAD: Final = Context(State.DEAD)
"""Behind a ``break`` or ``continue``: nothing is written there."""
_RETURN: Final = "return"
"""Writes nothing; Hugo takes it out of a template before it is escaped."""


def escape_templates(
    trees: Mapping[str, Tree], names: Iterable[str]
) -> dict[str, Tree]:
    """Return the templates *names* escaped, with those that they call.

    *trees* are all templates that can be called by name. Raises ``TemplateError``
    where the text of a template makes no sense as HTML.
    """
    escaper = _Escaper(trees)
    for name in names:
        escaper.escape(name)
    return escaper.escaped


@dataclass(slots=True)
class _Visit:
    """One template on the way, in one context."""

    tree: Tree
    called: set[str] = field(default_factory=set)
    """The templates that it calls, by their names with context."""
    loops: list[Loop] = field(default_factory=list)


class _Escaper:
    """What is known of a set of templates so far."""

    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self.trees = trees
        self.escaped: dict[str, Tree] = {}
        self._behind: dict[str, Context] = {}
        """The context behind a template, by its name with context."""
        self._bodies: dict[tuple[int, Context], tuple[Context, List, set[str]]] = {}
        """Behind the bodies of loops, which would be visited twice for each around."""

    def escape(self, name: str) -> None:
        """Escape the template *name*, as written into the text of a page."""
        context, _ = self._template(Context(), name, None)
        failure = context.failure
        if failure is None and context.state is not State.TEXT:
            failure = Failure(f"ends in a non-text context: {context}")
        if failure is not None:
            raise TemplateError(failure.text(name))

    def _template(
        self, context: Context, name: str, call: tuple[_Visit, Template] | None
    ) -> tuple[Context, str]:
        """Return the context behind a call of *name* and the name to call instead."""
        derived = context.derived(name)
        if call is not None:
            call[0].called.add(derived)
        if derived in self._behind:
            return self._behind[derived], derived
        if name not in self.trees:
            message = f"no such template {quote(name)}"
            where = place(call[0].tree, call[1]) if call else ""
            return Context(State.ERROR, failure=Failure(message, where)), derived
        behind, called = self._behind_template(context, self.trees[name], derived)
        if call is not None:
            call[0].called |= called
        return behind, derived

    def _behind_template(
        self, context: Context, tree: Tree, derived: str
    ) -> tuple[Context, set[str]]:
        """Return the context behind *tree*, which may call itself, and what it calls.

        A template that calls itself is taken to end in the context it starts in; if
        that is wrong, one more guess is made. A failure is followed a second time as
        well, as in Go, which adds to the messages of loops.
        """
        first, called, is_right = self._guess(context, tree, derived)
        if is_right:
            return first, called
        second, called, is_right = self._guess(first, tree, derived)
        if not is_right and first.state is not State.ERROR:
            message = f"cannot compute output context for template {derived}"
            second = failed_at(message, tree, tree.root)
        self._behind[derived] = second
        return second, called

    def _guess(
        self, context: Context, tree: Tree, derived: str
    ) -> tuple[Context, set[str], bool]:
        """Follow *tree* from *context*, and say whether it may end there as well."""
        known = len(self._behind)
        # Calls of the template inside itself take the guess.
        self._behind[derived] = context
        visit = _Visit(tree)
        behind, root = self._list(visit, context, tree.root)
        is_wrong = derived in visit.called and behind != context
        if is_wrong or behind.state is State.ERROR:
            self._forget(known)
            return behind, visit.called, False
        self._behind[derived] = behind
        self.escaped[derived] = replace(tree, name=derived, root=root)
        return behind, visit.called, True

    def _forget(self, known: int) -> None:
        """Forget what was found out on the grounds of a wrong guess."""
        for name in list(self._behind)[known:]:
            del self._behind[name]
            self.escaped.pop(name, None)
        self._bodies.clear()

    def _list(
        self, visit: _Visit, context: Context, nodes: List
    ) -> tuple[Context, List]:
        escaped: list[Statement] = []
        for node in nodes.nodes:
            if context.state is State.DEAD:
                break  # what stands here never runs
            context, node_after = self._node(visit, context, node)
            escaped.append(node_after)
        return context, replace(nodes, nodes=tuple(escaped))

    def _node(
        self, visit: _Visit, context: Context, node: Statement
    ) -> tuple[Context, Statement]:
        match node:
            case Text():
                after, text = follow(context, node.text)
                return after, replace(node, text=text)
            case Action():
                return self._action(visit, context, node)
            case If() | With():
                return self._branch(visit, context, node)
            case Range():
                return self._range(visit, context, node)
            case Template():
                if context.state is State.ERROR:
                    return context, node
                after, name = self._template(context, node.name, (visit, node))
                return after, replace(node, name=name)
            case Break():
                visit.loops[-1].breaks.append((context, node))
                return _DEAD, node
            case Continue():
                visit.loops[-1].continues.append((context, node))
                return _DEAD, node
        return context, node

    def _action(
        self, visit: _Visit, context: Context, node: Action
    ) -> tuple[Context, Action]:
        if node.pipe.declared or function_name(node.pipe.commands[0]) == _RETURN:
            return context, node
        context = nudged(context)
        own = misplaced(node.pipe, context)
        if own is not None:
            message = f'predefined escaper "{own}" disallowed in template'
            return failed_at(message, visit.tree, node), node
        if context.state is State.ERROR:
            return context, node
        if context.state in ADDRESSES and context.url_part is UrlPart.UNKNOWN:
            message = f"{node} appears in an ambiguous context within a URL"
            return failed_at(message, visit.tree, node), node
        pipe = with_escapers(node.pipe, escapers_for(context))
        if context.state is State.JS:
            # A slash behind a value divides it.
            context = replace(context, slash=Slash.DIVISION)
        return context, replace(node, pipe=pipe)

    def _branch(
        self, visit: _Visit, context: Context, node: If | With
    ) -> tuple[Context, If | With]:
        behind, body = self._list(visit, context, node.body)
        other, otherwise = self._otherwise(visit, context, node.otherwise)
        word = "with" if isinstance(node, With) else "if"
        joined = join(behind, other, word, visit.tree, node)
        return joined, replace(node, body=body, otherwise=otherwise)

    def _otherwise(
        self, visit: _Visit, context: Context, nodes: List | None
    ) -> tuple[Context, List | None]:
        return (context, None) if nodes is None else self._list(visit, context, nodes)

    def _range(
        self, visit: _Visit, context: Context, node: Range
    ) -> tuple[Context, Range]:
        key = id(node), context
        if key not in self._bodies:
            inner = _Visit(visit.tree)
            behind, body = self._body(inner, context, node)
            self._bodies[key] = behind, body, inner.called
        behind, body, called = self._bodies[key]
        visit.called |= called
        if behind.state is State.ERROR:
            return behind, node
        other, otherwise = self._otherwise(visit, context, node.otherwise)
        joined = join(behind, other, "range", visit.tree, node)
        return joined, replace(node, body=body, otherwise=otherwise)

    def _body(
        self, visit: _Visit, context: Context, node: Range
    ) -> tuple[Context, List]:
        """Return the context behind a loop, which must be one to start it again in."""
        visit.loops.append(Loop())
        behind, body = self._list(visit, context, node.body)
        if behind.state is not State.ERROR:
            behind = join_exits(behind, visit.loops[-1], visit.tree)
        if behind.state is State.ERROR:
            return behind, body
        visit.loops.append(Loop())
        again, _ = self._list(visit, behind, node.body)
        behind = join(behind, again, "range", visit.tree, node)
        if behind.failure is not None:
            at = line(visit.tree, node)
            return within("on range loop re-entry", behind.failure, at), body
        return join_exits(behind, visit.loops[-1], visit.tree), body
