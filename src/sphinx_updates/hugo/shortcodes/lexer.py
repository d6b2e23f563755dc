"""Cut a page's body into text, literal calls, and the parts of tags.

Text comes in, :class:`~.items.LexItem` positions go out; nothing is copied, and nothing
is known of what a name means. One function per state, each gives the next state, as in
Hugo's own lexer, so that the two can be read side by side. Hugo stops at the first
error; here :mod:`.recovery` ends the broken tag and the rest of the page goes on.

Source: hugo@d57c9f7 parser/pageparser/pagelexer_shortcode.go, with the changes that
Hugo 0.168 shows when it is run (``tests/golden/shortcodes.json``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

from .arguments import read_argument, read_escaped_argument, read_value
from .cursor import SPACES, end_of, is_word, word_end
from .items import ItemKind
from .nodes import Notation
from .reading import Reading
from .recovery import recover

if TYPE_CHECKING:
    from .items import LexItem

# A page with more broken tags is not written for Hugo, and nobody reads the messages.
MAX_BROKEN: Final = 1000

_OPENER: Final = re.compile(r"\{\{[<%]")
_RIGHT: Final = {notation.value: notation.closing for notation in Notation}
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_NAME: Final = re.compile(r"[\w/-]*")


class State(Protocol):
    """A state of the lexer: reads on and returns the next state, None at the end."""

    def __call__(self, lex: Reading, /) -> State | None:
        """Read on."""


def lex_page(text: str) -> list[LexItem]:
    """Return the items of *text* in order; they cover it but for blanks inside tags.

    Never raises on content, and takes time in proportion to the length of the text.
    """
    lex = Reading(text)
    state: State | None = lex_text
    while state is not None:
        state = state(lex)
    return lex.items


def _fail(
    lex: Reading, message: str, kind: ProblemKind = ProblemKind.SHORTCODE_SYNTAX
) -> State:
    """Give up the tag because of what is being read, and go on after it."""
    lex.broken += 1
    if lex.broken == MAX_BROKEN:
        message += f"; after {MAX_BROKEN} broken calls the rest of the page is text"
    recover(lex, Problem(kind, message, Span(lex.start, lex.pos)))
    return lex_text if lex.broken < MAX_BROKEN else lex_rest


def lex_text(lex: Reading) -> State | None:
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
        return _fail(
            lex,
            "inline shortcodes do not support nesting",
            ProblemKind.SHORTCODE_NESTING,
        )
    return lex_left_delimiter


def lex_rest(lex: Reading) -> None:
    """Take all that is left as text."""
    lex.pos = len(lex.text)
    if lex.pos > lex.start:
        lex.emit(ItemKind.TEXT)


def _closes_inline(lex: Reading, name: str) -> bool:
    slash = end_of(SPACES, lex.text, lex.pos + 3)
    if not lex.text.startswith("/", slash):
        return False
    return lex.text.startswith(name + " ", end_of(SPACES, lex.text, slash + 1))


def lex_left_delimiter(lex: Reading) -> State:
    """Read ``{{<`` or ``{{%``."""
    lex.pos += 3
    if lex.at("/*"):
        return lex_literal
    lex.emit(ItemKind.LEFT)
    lex.is_closing = lex.has_name = lex.is_inline = False
    lex.style = None
    return lex_inside_tag


def lex_literal(lex: Reading) -> State:
    """Read ``{{</* … */>}}`` up to the first comment end with the same delimiter."""
    end = lex.find("*/" + lex.right, lex.pos + 1)
    # The slash of "/*" does not end the comment, but does keep it from ending.
    if end in {lex.pos + 1, len(lex.text)}:
        return _fail(lex, "comment must be closed")
    lex.pos = end + len("*/") + len(lex.right)
    lex.emit(ItemKind.LITERAL)
    return lex_text


def lex_inside_tag(lex: Reading) -> State:
    """Read the next part of a tag, whichever it is."""
    lex.skip(_BLANK)
    if lex.at(lex.right):
        return lex_right_delimiter
    char = lex.peek()
    match char:
        case "":
            return _fail(lex, "unclosed shortcode action")
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
    return _fail(
        lex,
        f"unrecognized character in shortcode action: {shown}. "
        "Note: Parameters with non-alphanumeric args must be quoted",
    )


def lex_right_delimiter(lex: Reading) -> State:
    """Read ``>}}`` or ``%}}``."""
    lex.pos += len(lex.right)
    lex.emit(ItemKind.RIGHT)
    lex.open_inline = lex.name if lex.is_inline else None
    return lex_text


def lex_slash(lex: Reading) -> State:
    """Read the slash that makes a closing tag, or closes a call in its own tag."""
    if not lex.name:
        return _fail(
            lex,
            "got closing shortcode, but none is open",
            ProblemKind.SHORTCODE_NESTING,
        )
    lex.pos += 1
    lex.emit(ItemKind.CLOSE)
    lex.is_closing = True
    lex.has_name = lex.is_inline = False
    return lex_inside_tag


def lex_name(lex: Reading) -> State:
    """Read a name: letters, digits, ``_``, ``-``, ``/``, and ``.inline`` at its end."""
    lex.pos = word_end(_NAME, lex.text, lex.pos)
    lex.is_inline = lex.at(".inline ")
    if lex.is_inline:
        lex.pos += len(".inline")
    elif lex.at("."):
        lex.pos += 1
        return _fail(
            lex, "period in shortcode name only allowed for inline identifiers"
        )
    name = lex.text[lex.start : lex.pos]
    if lex.is_closing and name not in lex.opened:
        return _fail(
            lex,
            f"closing tag for shortcode '{name}' does not match start tag",
            ProblemKind.SHORTCODE_NESTING,
        )
    lex.emit(ItemKind.INLINE_NAME if lex.is_inline else ItemKind.NAME)
    lex.name = name
    lex.opened.add(name)
    lex.has_name = True
    return lex_end_of_closing_tag if lex.is_closing else lex_inside_tag


def lex_end_of_closing_tag(lex: Reading) -> State:
    """Read the delimiter; a closing tag takes no arguments."""
    lex.is_inline = False
    lex.skip(_BLANK)
    if lex.at(lex.right):
        return lex_right_delimiter
    lex.pos = min(lex.pos + 1, len(lex.text))
    return _fail(lex, "unclosed shortcode")


def lex_argument(lex: Reading) -> State:
    """Read a key or a positional argument."""
    return _after(lex, read_argument(lex))


def lex_escaped_argument(lex: Reading) -> State:
    """Read an argument in escaped quotes."""
    return _after(lex, read_escaped_argument(lex))


def lex_equals_sign(lex: Reading) -> State:
    """Read ``=`` and the value after it."""
    return _after(lex, read_value(lex))


def _after(lex: Reading, fault: str) -> State:
    return _fail(lex, fault) if fault else lex_inside_tag
