"""Templates read into trees, with the rules and messages of Go's own parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates import nodes
from sphinx_updates.hugo.templates.pipelines import PipelineParser
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.tokens import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Callable


def parse(
    name: str, source: str, is_function: Callable[[str], bool]
) -> nodes.TemplateSet:
    """Return the trees of the file *name*; raises :class:`TemplateError`.

    *is_function* says whether a name is a function; any other name is an error.
    """
    return _Parser(name, source, is_function).parse()


class _Parser(PipelineParser):
    """Reads the statements of one file."""

    def __init__(
        self, name: str, source: str, is_function: Callable[[str], bool]
    ) -> None:
        super().__init__(name, source, is_function)
        self._ranges = 0
        self._trees: dict[str, nodes.Tree] = {}
        self._called: set[str] = set()

    def parse(self) -> nodes.TemplateSet:
        start = self.peek().offset
        found: list[nodes.Statement] = []
        while self.peek().kind is not Kind.EOF:
            mark = self.next
            if self.read().kind is Kind.LEFT_DELIM and self.takes("define"):
                self._definition()
                continue
            self.next = mark
            item = self._text_or_action()
            if isinstance(item, str):
                self.fail(f"unexpected {{{{{item}}}}}")
            found.append(item)
        self._add(self.name, nodes.List(start, tuple(found)))
        return nodes.TemplateSet(self.name, self._trees, frozenset(self._called))

    def _add(self, name: str, root: nodes.List) -> None:
        known = self._trees.get(name)
        if known is None or _is_empty(known.root):
            self._trees[name] = nodes.Tree(name, self.name, self.source, root)
        elif not _is_empty(root):
            self.fail(f"template: multiple definition of template {quote(name)}")

    def _definition(self) -> None:
        name = self._template_name(self.read_word(), "define clause")
        self.expect(Kind.RIGHT_DELIM, "define clause")
        self._add(name, self._own_list("define clause"))

    def _own_list(self, context: str) -> nodes.List:
        """Read up to ``end`` what is a template of its own."""
        outside, ranges, line = self.variables, self._ranges, self.action_line
        self.variables, self._ranges, self.action_line = ["$"], 0, 0
        body, end = self._list()
        if end != "end":
            self.fail(f"unexpected {{{{{end}}}}} in {context}")
        self.variables, self._ranges, self.action_line = outside, ranges, line
        return body

    def _template_name(self, token: Token, context: str) -> str:
        if token.kind not in (Kind.STRING, Kind.RAW_STRING):
            self.unexpected(token, context)
        return self.unquoted(token)

    def _list(self) -> tuple[nodes.List, str]:
        """Read statements up to ``end`` or ``else``, and say which of the two it is."""
        self.enter()
        start = self.peek_word().offset
        found: list[nodes.Statement] = []
        while True:
            if self.peek_word().kind is Kind.EOF:
                self.fail("unexpected EOF")
            item = self._text_or_action()
            if isinstance(item, str):
                self.depth -= 1
                return nodes.List(start, tuple(found)), item
            found.append(item)

    def _text_or_action(self) -> nodes.Statement | str:
        token = self.read_word()
        if token.kind is Kind.TEXT:
            return nodes.Text(token.offset, token.text)
        if token.kind is not Kind.LEFT_DELIM:
            self.unexpected(token, "input")
        self.action_line = token.line
        item = self._action()
        self.action_line = 0
        return item

    def _action(self) -> nodes.Statement | str:
        token = self.read_word()
        if token.kind is Kind.KEYWORD and token.text != "define":
            return self._control(token)
        self.next -= 1
        return nodes.Action(token.offset, self.pipeline("command", Kind.RIGHT_DELIM))

    def _control(self, token: Token) -> nodes.Statement | str:
        match token.text:
            case "if" | "with" | "range":
                return self._branch(token.text)
            case "template":
                return self._template()
            case "block":
                return self._block()
            case "else":
                following = self.peek_word()
                if following.kind is not Kind.KEYWORD or following.text not in (
                    "if",
                    "with",
                ):
                    self.expect(Kind.RIGHT_DELIM, "else")
                return "else"
            case "end":
                self.expect(Kind.RIGHT_DELIM, "end")
                return "end"
        return self._jump(token)

    def _jump(self, token: Token) -> nodes.Break | nodes.Continue:
        word = f"{{{{{token.text}}}}}"
        following = self.read_word()
        if following.kind is not Kind.RIGHT_DELIM:
            self.unexpected(following, word)
        if not self._ranges:
            self.fail(f"{word} outside {{{{range}}}}")
        jump = nodes.Break if token.text == "break" else nodes.Continue
        return jump(token.offset)

    def _branch(self, word: str) -> nodes.If | nodes.With | nodes.Range:
        scope = len(self.variables)
        pipe = self.pipeline(word, Kind.RIGHT_DELIM)
        self._ranges += word == "range"
        body, end = self._list()
        self._ranges -= word == "range"
        otherwise = self._otherwise(word) if end == "else" else None
        del self.variables[scope:]
        if word == "range":
            return nodes.Range(pipe.offset, pipe, body, otherwise)
        branch = nodes.If if word == "if" else nodes.With
        return branch(pipe.offset, pipe, body, otherwise)

    def _otherwise(self, word: str) -> nodes.List:
        start = self.peek().offset
        if word != "range" and self.takes(word):
            self.enter()
            branch = self._branch(word)
            self.depth -= 1
            return nodes.List(start, (branch,))
        body, end = self._list()
        if end != "end":
            self.fail(f"expected end; found {{{{{end}}}}}")
        return body

    def _template(self) -> nodes.Template:
        token = self.read_word()
        name = self._template_name(token, "template clause")
        self._called.add(name)
        if self.read_word().kind is Kind.RIGHT_DELIM:
            return nodes.Template(token.offset, name)
        self.next -= 1
        pipe = self.pipeline("template clause", Kind.RIGHT_DELIM)
        return nodes.Template(token.offset, name, pipe)

    def _block(self) -> nodes.Template:
        token = self.read_word()
        name = self._template_name(token, "block clause")
        pipe = self.pipeline("block clause", Kind.RIGHT_DELIM)
        self._add(name, self._own_list("block clause"))
        return nodes.Template(token.offset, name, pipe)


def _is_empty(root: nodes.List) -> bool:
    return all(
        isinstance(node, nodes.Text) and not node.text.strip() for node in root.nodes
    )
