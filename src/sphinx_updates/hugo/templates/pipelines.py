"""Pipelines: what stands in an action, or in parentheses there."""

from __future__ import annotations

from typing import Final

from sphinx_updates.hugo.templates import nodes
from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.literals import read_character, read_number
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.token_reader import TokenReader
from sphinx_updates.hugo.templates.tokens import Kind, Token

_NOT_EXECUTABLE: Final = (
    nodes.Bool,
    nodes.Dot,
    nodes.Nil,
    nodes.Number,
    nodes.String,
)
_OPERANDS: Final = frozenset(
    {
        Kind.BOOL,
        Kind.CHAR_CONSTANT,
        Kind.COMPLEX,
        Kind.DOT,
        Kind.FIELD,
        Kind.IDENTIFIER,
        Kind.NUMBER,
        Kind.NIL,
        Kind.RAW_STRING,
        Kind.STRING,
        Kind.VARIABLE,
        Kind.LEFT_PAREN,
    }
)


class PipelineParser(TokenReader):
    """Reads pipelines and the names of variables that they declare."""

    def pipeline(self, context: str, end: Kind) -> nodes.Pipe:
        """Read up to the token that is the *end*; *context* is its name in messages."""
        self.enter()
        start = self.peek_word().offset
        declared, assigns = self._declarations(context)
        commands: list[nodes.Command] = []
        while (token := self.read_word()).kind is not end:
            if token.kind not in _OPERANDS:
                self.unexpected(token, context)
            self.next -= 1
            commands.append(self._command())
        self._check_pipeline(commands, context)
        self.depth -= 1
        return nodes.Pipe(start, tuple(commands), tuple(declared), assigns)

    def _declarations(self, context: str) -> tuple[list[nodes.Variable], bool]:
        declared: list[nodes.Variable] = []
        while self.peek_word().kind is Kind.VARIABLE:
            mark = self.next
            token = self.read_word()
            following = self.peek_word()
            is_list = following.kind is Kind.CHAR and following.text == ","
            if following.kind not in (Kind.ASSIGN, Kind.DECLARE) and not is_list:
                self.next = mark
                break
            self.read_word()
            declared.append(nodes.Variable(token.offset, (token.text,)))
            self.declare(token.text)
            if not is_list:
                return declared, following.kind is Kind.ASSIGN
            self._check_second(context, len(declared))
        return declared, False

    def _check_second(self, context: str, count: int) -> None:
        """Look whether a second variable may follow the comma, and does."""
        if context != "range" or count > 1:
            self.fail(f"too many declarations in {context}")
        if self.peek_word().kind not in (
            Kind.VARIABLE,
            Kind.RIGHT_DELIM,
            Kind.RIGHT_PAREN,
        ):
            self.fail("range can only initialize variables")

    def _check_pipeline(self, commands: list[nodes.Command], context: str) -> None:
        if not commands:
            self.fail(f"missing value for {context}")
        for number, command in enumerate(commands[1:], 2):
            if isinstance(command.arguments[0], _NOT_EXECUTABLE):
                self.fail(f"non executable command in pipeline stage {number}")

    def _command(self) -> nodes.Command:
        start = self.peek_word().offset
        arguments: list[nodes.Term] = []
        while True:
            self.peek_word()
            operand = self._operand()
            if operand is not None:
                arguments.append(operand)
            token = self.read()
            if token.kind is Kind.SPACE:
                continue
            if token.kind in (Kind.RIGHT_DELIM, Kind.RIGHT_PAREN):
                self.next -= 1
            elif token.kind is not Kind.PIPE:
                self.unexpected(token, "operand")
            break
        if not arguments:
            self.fail("empty command")
        return nodes.Command(start, tuple(arguments))

    def _operand(self) -> nodes.Term | None:
        node = self._term()
        if node is None or self.peek().kind is not Kind.FIELD:
            return node
        start = self.peek().offset
        names: list[str] = []
        while self.peek().kind is Kind.FIELD:
            names.append(self.read().text[1:])
        if isinstance(node, nodes.Field):
            return nodes.Field(start, (*node.names, *names))
        if isinstance(node, nodes.Variable):
            return nodes.Variable(start, (*node.names, *names))
        if isinstance(node, _NOT_EXECUTABLE):
            self.fail(f"unexpected . after term {quote(str(node))}")
        return nodes.Chain(start, node, tuple(names))

    def _term(self) -> nodes.Term | None:
        token = self.read_word()
        offset, text = token.offset, token.text
        match token.kind:
            case Kind.IDENTIFIER:
                if not self.is_function(text):
                    self.fail(f"function {quote(text)} not defined")
                return nodes.Identifier(offset, text)
            case Kind.DOT:
                return nodes.Dot(offset)
            case Kind.NIL:
                return nodes.Nil(offset)
            case Kind.VARIABLE:
                if text not in self.variables:
                    self.fail(f"undefined variable {quote(text)}")
                return nodes.Variable(offset, (text,))
            case Kind.FIELD:
                return nodes.Field(offset, (text[1:],))
            case Kind.BOOL:
                return nodes.Bool(offset, text == "true")
            case Kind.LEFT_PAREN:
                return self.pipeline("parenthesized pipeline", Kind.RIGHT_PAREN)
            case Kind.STRING | Kind.RAW_STRING:
                return nodes.String(offset, text, self.unquoted(token))
            case Kind.CHAR_CONSTANT | Kind.COMPLEX | Kind.NUMBER:
                return self._number(token)
        self.next -= 1
        return None

    def _number(self, token: Token) -> nodes.Number:
        read = read_character if token.kind is Kind.CHAR_CONSTANT else read_number
        try:
            return read(token.offset, token.text)
        except TemplateError as error:
            self.fail(str(error))
