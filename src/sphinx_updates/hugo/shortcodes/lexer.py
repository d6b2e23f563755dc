"""Cut a page's body into text, literal calls, and the parts of tags.

Text comes in, :class:`~.items.LexItem` positions go out; nothing is copied, and nothing
is known of what a name means. One function per state, each gives the next state, as in
Hugo's own lexer, so that the two can be read side by side. Hugo stops at the first
error; here ``_recover`` ends the broken tag and the rest of the page goes on.

Source: hugo@d57c9f7 parser/pageparser/pagelexer_shortcode.go, with the changes that
Hugo 0.168 shows when it is run (``tests/golden/shortcodes.json``).
"""

from __future__ import annotations

import re
from typing import Final, Protocol

from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

from .cursor import NO_SPACES, SPACES, Cursor, end_of, is_word, word_end
from .items import Form, ItemKind, LexItem
from .nodes import Notation

# How often a page's text may be read again because a broken tag ran over it. Once is
# enough for any honest page, and keeps a hostile one from costing its square.
MAX_READ_AGAIN: Final = 1
# A page with more broken tags is not written for Hugo, and nobody reads the messages.
MAX_BROKEN: Final = 1000
# What an unterminated string holds can be the whole rest of the page.
MAX_SHOWN: Final = 40

_OPENER: Final = re.compile(r"\{\{[<%]")
_RIGHT: Final = {notation.value: notation.closing for notation in Notation}
# Of a tag's right delimiter: it, or the start of another tag.
_DELIMITER: Final = {
    notation.closing: re.compile(r"\{\{[<%]|" + re.escape(notation.closing))
    for notation in Notation
}
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_IN_QUOTES: Final = re.compile(r'["\\\n]')
# Wider than Go's letters and digits; word_end cuts it down.
_WORD: Final = re.compile(r"[\w.-]*")
_NAME: Final = re.compile(r"[\w/-]*")

_NO_MIX: Final = "Cannot mix named and positional parameters"


class State(Protocol):
    """A state of the lexer: reads on and returns the next state, None at the end."""

    def __call__(self, lex: Lexer, /) -> State | None:
        """Read on."""


class Lexer(Cursor):
    """The place in the page, and what the states tell each other."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.items: list[LexItem] = []
        self.right = ""
        """The delimiter that ends the current tag."""
        # Of the tag that is being read:
        self.tag_start = 0
        self.tag_items = 0
        """How many items stand before those of the tag."""
        self.is_closing = False
        self.has_name = False
        self.is_inline = False
        self.style: str | None = None
        """``"named"`` or ``"positional"``, after the first argument."""
        # Of the page so far:
        self.name = ""
        """The last name that was read."""
        self.opened: set[str] = set()
        self.open_inline: str | None = None
        self._broken = 0
        self._read_again = MAX_READ_AGAIN * len(text)

    def run(self) -> list[LexItem]:
        """Return the items of the whole text."""
        state: State | None = lex_text
        while state is not None:
            state = state(self)
        return self.items

    def emit(
        self, kind: ItemKind, form: Form = Form.BARE, end: int | None = None
    ) -> None:
        """Add an item from ``start`` to *end*, the current place if not given."""
        end = self.pos if end is None else end
        self.items.append(LexItem(kind, Span(self.start, end), form))
        self.start = self.pos

    def fail(
        self, message: str, kind: ProblemKind = ProblemKind.SHORTCODE_SYNTAX
    ) -> State:
        """Give up the tag because of what is being read, and go on after it."""
        self._broken += 1
        if self._broken == MAX_BROKEN:
            message += f"; after {MAX_BROKEN} broken calls the rest of the page is text"
        _recover(self, Problem(kind, message, Span(self.start, self.pos)))
        return lex_text if self._broken < MAX_BROKEN else lex_rest

    def may_read_again(self, length: int) -> bool:
        """Spend *length* characters of what may be read twice, if that much is left."""
        self._read_again -= length
        return self._read_again >= 0


def lex_page(text: str) -> list[LexItem]:
    """Return the items of *text* in order; they cover it but for blanks inside tags.

    Never raises on content, and takes time in proportion to the length of the text.
    """
    return Lexer(text).run()


def lex_text(lex: Lexer) -> State | None:
    """Read up to the next tag."""
    match = _OPENER.search(lex.text, lex.pos)
    lex.pos = match.start() if match else len(lex.text)
    if lex.pos > lex.start:
        lex.emit(ItemKind.TEXT)
    if not match:
        return None
    lex.right = _RIGHT[lex.text[lex.pos + 2]]
    lex.tag_start, lex.tag_items = lex.pos, len(lex.items)
    if lex.open_inline is not None and not _closes_inline(lex, lex.open_inline):
        return lex.fail(
            "inline shortcodes do not support nesting", ProblemKind.SHORTCODE_NESTING
        )
    return lex_left_delimiter


def lex_rest(lex: Lexer) -> None:
    """Take all that is left as text."""
    lex.pos = len(lex.text)
    if lex.pos > lex.start:
        lex.emit(ItemKind.TEXT)


def _closes_inline(lex: Lexer, name: str) -> bool:
    slash = end_of(SPACES, lex.text, lex.pos + 3)
    if not lex.text.startswith("/", slash):
        return False
    return lex.text.startswith(name + " ", end_of(SPACES, lex.text, slash + 1))


def lex_left_delimiter(lex: Lexer) -> State:
    """Read ``{{<`` or ``{{%``."""
    lex.pos += 3
    if lex.at("/*"):
        return lex_literal
    lex.emit(ItemKind.LEFT)
    lex.is_closing = lex.has_name = lex.is_inline = False
    lex.style = None
    return lex_inside_tag


def lex_literal(lex: Lexer) -> State:
    """Read ``{{</* … */>}}`` up to the first comment end with the same delimiter."""
    end = lex.find("*/" + lex.right, lex.pos + 1)
    # The slash of "/*" does not end the comment, but does keep it from ending.
    if end in {lex.pos + 1, len(lex.text)}:
        return lex.fail("comment must be closed")
    lex.pos = end + len("*/") + len(lex.right)
    lex.emit(ItemKind.LITERAL)
    return lex_text


def lex_inside_tag(lex: Lexer) -> State:
    """Read the next part of a tag, whichever it is."""
    lex.skip(_BLANK)
    if lex.at(lex.right):
        return lex_right_delimiter
    char = lex.peek()
    match char:
        case "":
            return lex.fail("unclosed shortcode action")
        case "=":
            return lex_equals_sign
        case "/":
            return lex_slash
        case "\\":
            # Before a quote it escapes it, else it says nothing.
            lex.pos = lex.start = lex.pos + 1
            return lex_escaped_argument if lex.peek() in {'"', "`"} else lex_inside_tag
    if lex.has_name and (char in '-"`' or is_word(char)):
        return lex_argument
    if is_word(char):
        return lex_name
    lex.pos += 1
    shown = f"U+{ord(char):04X}" + (f" '{char}'" if char.isprintable() else "")
    return lex.fail(
        f"unrecognized character in shortcode action: {shown}. "
        "Note: Parameters with non-alphanumeric args must be quoted"
    )


def lex_right_delimiter(lex: Lexer) -> State:
    """Read ``>}}`` or ``%}}``."""
    lex.pos += len(lex.right)
    lex.emit(ItemKind.RIGHT)
    lex.open_inline = lex.name if lex.is_inline else None
    return lex_text


def lex_slash(lex: Lexer) -> State:
    """Read the slash that makes a closing tag, or closes a call in its own tag."""
    if not lex.name:
        return lex.fail(
            "got closing shortcode, but none is open", ProblemKind.SHORTCODE_NESTING
        )
    lex.pos += 1
    lex.emit(ItemKind.CLOSE)
    lex.is_closing = True
    lex.has_name = lex.is_inline = False
    return lex_inside_tag


def lex_name(lex: Lexer) -> State:
    """Read a name: letters, digits, ``_``, ``-``, ``/``, and ``.inline`` at its end."""
    lex.pos = word_end(_NAME, lex.text, lex.pos)
    lex.is_inline = lex.at(".inline ")
    if lex.is_inline:
        lex.pos += len(".inline")
    elif lex.at("."):
        lex.pos += 1
        return lex.fail("period in shortcode name only allowed for inline identifiers")
    name = lex.text[lex.start : lex.pos]
    if lex.is_closing and name not in lex.opened:
        return lex.fail(
            f"closing tag for shortcode '{name}' does not match start tag",
            ProblemKind.SHORTCODE_NESTING,
        )
    lex.emit(ItemKind.INLINE_NAME if lex.is_inline else ItemKind.NAME)
    lex.name = name
    lex.opened.add(name)
    lex.has_name = True
    return lex_end_of_closing_tag if lex.is_closing else lex_inside_tag


def lex_end_of_closing_tag(lex: Lexer) -> State:
    """Read the delimiter; a closing tag takes no arguments."""
    lex.is_inline = False
    lex.skip(_BLANK)
    if lex.at(lex.right):
        return lex_right_delimiter
    lex.pos = min(lex.pos + 1, len(lex.text))
    return lex.fail("unclosed shortcode")


# The accepted spellings of an argument:
# 1. word
# 2. "quoted" or \"quoted\"
# 3. `raw`
# 4. any of these as a key, an equals sign, and one of these or any run without spaces
def lex_argument(lex: Lexer) -> State:
    """Read a key or a positional argument."""
    char = lex.peek()
    if char in {'"', "`"}:
        return lex_quoted_argument(lex, has_escapes=True)
    lex.pos = word_end(_WORD, lex.text, lex.pos)
    word = lex.text[lex.start : lex.pos]
    style = "named" if lex.at("=") else "positional"
    if lex.style not in {None, style}:
        return lex.fail(f"got {style} parameter '{word}'. {_NO_MIX}")
    lex.style = style
    lex.emit(ItemKind.ARGUMENT)
    return lex_inside_tag


def lex_escaped_argument(lex: Lexer) -> State:
    r"""Read an argument in escaped quotes, ``\"x y\"``."""
    if lex.at("`"):
        lex.pos += 1
        return lex.fail("unrecognized escape character")
    return lex_quoted_argument(lex, has_escapes=False)


def lex_quoted_argument(lex: Lexer, *, has_escapes: bool) -> State:
    """Read a key or a positional argument in quotes or backticks."""
    if lex.style == "named":
        lex.pos += 1
        return lex.fail(f"got quoted positional parameter. {_NO_MIX}")
    lex.style = "positional"
    if lex.at("`"):
        return lex_raw(lex, ItemKind.ARGUMENT)
    return lex_quoted(lex, ItemKind.ARGUMENT, has_escapes=has_escapes)


def lex_equals_sign(lex: Lexer) -> State:
    """Read ``=`` and the value after it."""
    lex.pos += 1
    lex.skip(SPACES)
    if lex.at("`"):
        return lex_raw(lex, ItemKind.VALUE)
    if lex.peek() in {'"', "\\"}:
        return lex_quoted(lex, ItemKind.VALUE, has_escapes=lex.at('"'))
    lex.pos = end_of(NO_SPACES, lex.text, lex.pos)
    lex.emit(ItemKind.VALUE)
    return lex_inside_tag


def lex_raw(lex: Lexer, kind: ItemKind) -> State:
    """Read a string in backticks: no escapes, line ends allowed."""
    lex.pos = lex.start = lex.pos + 1
    lex.pos = lex.find("`", lex.pos)
    if lex.pos == len(lex.text):
        return _fail_unterminated(lex, "raw")
    lex.emit(kind, Form.QUOTED)
    lex.pos = lex.start = lex.pos + 1
    return lex_inside_tag


def lex_quoted(lex: Lexer, kind: ItemKind, *, has_escapes: bool) -> State:
    r"""Read a string in quotes, on one line.

    :param has_escapes: Whether ``\"`` stands for a quote; else it ends the string.
    """
    form: Form | None = None
    while match := _IN_QUOTES.search(lex.text, lex.pos):
        lex.pos = match.end()
        is_escape = match[0] == "\\" and lex.at('"')
        if match[0] == "\\" and lex.at("`"):
            return lex.fail("unrecognized escape character")
        if match[0] == "\n":
            return _fail_unterminated(lex, "quoted")
        if form is None:
            if match[0] == '"':
                form, lex.start = Form.QUOTED, lex.pos
        elif is_escape and has_escapes:
            form = Form.ESCAPED
            lex.pos += 1
        elif is_escape or match[0] == '"':
            lex.pos += is_escape
            lex.emit(kind, form, match.start())
            return lex_inside_tag
    lex.pos = len(lex.text)
    return _fail_unterminated(lex, "quoted")


def _fail_unterminated(lex: Lexer, what: str) -> State:
    shown = lex.text[lex.start : min(lex.pos, lex.start + MAX_SHOWN)].partition("\n")[0]
    return lex.fail(
        f"unterminated {what} string in shortcode parameter-argument: '{shown}'"
    )


def _recover(lex: Lexer, problem: Problem) -> None:
    """End the broken tag where its author most likely meant it to end."""
    end, hint = _end_of_broken(lex, problem)
    if lex.pos > end and not lex.may_read_again(lex.pos - end):
        end = lex.pos
    if hint:
        problem = Problem(problem.kind, f"{problem.message}; {hint}", problem.span)
    lex.items.append(LexItem(ItemKind.ERROR, Span(lex.tag_start, end), problem=problem))
    lex.pos = lex.start = end


def _end_of_broken(lex: Lexer, problem: Problem) -> tuple[int, str]:
    """Return where the broken tag ends, and a hint for its author."""
    after_left = lex.tag_start + 3
    if lex.text.startswith("/*", after_left):
        return lex.find("\n", after_left), f"write '*/{lex.right}' where it ends"
    for item in lex.items[lex.tag_items :]:
        if item.kind is ItemKind.VALUE and item.form is Form.BARE:
            swallowed = _DELIMITER[lex.right].search(lex.text, *item.span)
            if swallowed and swallowed[0] == lex.right:
                hint = f"a value runs to the next space: write one before '{lex.right}'"
                return swallowed.end(), hint
            if swallowed:
                return _end_before(lex, swallowed.start()), _not_ended(lex)
    failed = problem.span.start if problem.span else lex.pos
    at_end = failed == len(lex.text)
    base = after_left if at_end else max(failed, after_left)
    opener = min(lex.find("{{<", base), lex.find("{{%", base))
    right = lex.find(lex.right, base)
    if right < opener:
        return right + len(lex.right), ""
    end = _end_before(lex, min(lex.find("\n", base), opener))
    return end, _not_ended(lex) if at_end else ""


def _end_before(lex: Lexer, end: int) -> int:
    """Return *end* without the blanks before it, but not inside of the delimiter."""
    after_left = lex.tag_start + 3
    return after_left + len(lex.text[after_left:end].rstrip())


def _not_ended(lex: Lexer) -> str:
    shown = lex.text[lex.tag_start : lex.tag_start + MAX_SHOWN].partition("\n")[0]
    return f"'{shown}' is not ended by '{lex.right}'"
