"""The tokens of one file, read with as much looking ahead as its grammar needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from sphinx_updates.hugo.templates.errors import LimitError, TemplateError
from sphinx_updates.hugo.templates.lexer import Lexer
from sphinx_updates.hugo.templates.limits import LIMITS
from sphinx_updates.hugo.templates.quoting import unquote
from sphinx_updates.hugo.templates.tokens import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Callable


class TokenReader:
    """One file. Spaces are tokens, because ``.a .b`` and ``.a.b`` differ."""

    def __init__(
        self, name: str, source: str, is_function: Callable[[str], bool]
    ) -> None:
        """Cut *source* and stand at its start."""
        self.name = name
        self.source = source
        self.is_function = is_function
        self._tokens = list(Lexer(source).tokens())
        self.next = 0
        self._farthest = 0
        """The last token that was looked at; errors name its line, as in Go."""
        self.action_line = 0
        self.variables = ["$"]
        self.depth = 0

    def read(self) -> Token:
        """Return the next token and go past it; the last one comes again and again."""
        self._farthest = max(self._farthest, self.next)
        token = self._tokens[min(self.next, len(self._tokens) - 1)]
        self.next += 1
        return token

    def peek(self) -> Token:
        """Return the next token."""
        token = self.read()
        self.next -= 1
        return token

    def read_word(self) -> Token:
        """Read the next token that is no space."""
        while (token := self.read()).kind is Kind.SPACE:
            pass
        return token

    def peek_word(self) -> Token:
        """Return the next token that is no space, and stand before it."""
        token = self.read_word()
        self.next -= 1
        return token

    def takes(self, keyword: str) -> bool:
        """Go past *keyword* if it is next."""
        token = self.peek_word()
        if token.kind is not Kind.KEYWORD or token.text != keyword:
            return False
        self.next += 1
        return True

    def fail(self, message: str) -> NoReturn:
        """Raise the error *message* with the line in which reading stands."""
        line = self._tokens[min(self._farthest, len(self._tokens) - 1)].line
        raise TemplateError(f"template: {self.name}:{line}: {message}")

    def unexpected(self, token: Token, context: str) -> NoReturn:
        """Raise the error that *token* is, or that it may not stand in *context*."""
        if token.kind is not Kind.ERROR:
            self.fail(f"unexpected {token} in {context}")
        extra = ""
        if self.action_line not in (0, token.line):
            extra = f" in action started at {self.name}:{self.action_line}"
            if token.text.endswith(" action"):
                extra = extra.removeprefix(" in action")
        self.fail(f"{token}{extra}")

    def expect(self, kind: Kind, context: str) -> Token:
        """Return the next token that is no space, which has to be of *kind*."""
        token = self.read_word()
        if token.kind is not kind:
            self.unexpected(token, context)
        return token

    def enter(self) -> None:
        """Count one more level of nesting."""
        self.depth += 1
        if self.depth > LIMITS.nesting:
            raise LimitError(
                f"template: {self.name}: blocks and parentheses stand in each other"
                f" more than {LIMITS.nesting} deep"
            )

    def declare(self, name: str) -> None:
        """Let the variable *name* be known from here on."""
        self.variables.append(name)
        if len(self.variables) > LIMITS.variables:
            raise LimitError(
                f"template: {self.name}: more than {LIMITS.variables:,} variables"
                " are known at one place"
            )

    def unquoted(self, token: Token) -> str:
        """Return the text of a string."""
        try:
            return unquote(token.text)
        except ValueError as error:
            self.fail(str(error))
