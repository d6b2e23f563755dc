"""Blocks of code, from fences and from shortcodes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes
from pygments.lexers import get_lexer_by_name, guess_lexer
from pygments.util import ClassNotFound

from sphinx_updates.hugo.highlight import PLAIN, CodeOptions

if TYPE_CHECKING:
    from pygments.lexer import Lexer


def code_block(
    text: str, language: str = "", options: CodeOptions = PLAIN
) -> nodes.Element:
    """Return *text* as a block of code, or inline code if the options say so.

    A language that Pygments does not know is plain text, without a warning: Hugo says
    nothing either.
    """
    if options.is_inline:
        return nodes.literal(text, text, classes=["code"], language=_known(language))
    block = nodes.literal_block(text, text)
    block["language"] = _known(language) or (_guess(text) if options.guess else "text")
    # What the lexer cannot read is shown as far as it can; it is no fault.
    block["force"] = True
    arguments: dict[str, object] = {}
    if options.has_line_numbers:
        block["linenos"] = True
        arguments["linenostart"] = options.first_line
    count = text.count("\n") + 1
    if marked := [line for line in options.marked if line <= count]:
        arguments["hl_lines"] = marked
    if arguments:
        block["highlight_args"] = arguments
    return block


def _known(language: str) -> str:
    return language if language and _lexer(language) else ""


@cache
def _lexer(language: str) -> Lexer | None:
    try:
        lexer: Lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return None
    return lexer


def _guess(text: str) -> str:
    try:
        return guess_lexer(text).aliases[0]
    except (ClassNotFound, IndexError):
        return "text"
