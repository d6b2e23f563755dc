"""What the lexer makes of a page: items, each a kind and a place."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_updates.hugo.problems import Problem, Span


class ItemKind(Enum):
    """What a :class:`LexItem` is."""

    TEXT = auto()
    LITERAL = auto()
    """A call in comment marks, marks and braces included."""
    LEFT = auto()
    RIGHT = auto()
    CLOSE = auto()
    """The slash of a closing tag or of a self-closed call."""
    NAME = auto()
    INLINE_NAME = auto()
    """A name like ``x.inline``: the inner content is the shortcode's template."""
    ARGUMENT = auto()
    """A key, or a positional argument: only the item after it tells."""
    VALUE = auto()
    ERROR = auto()
    """Ends a tag in place of RIGHT; spans all that was given up, from the braces on."""


class Form(Enum):
    """How the text of an ARGUMENT or VALUE is to be read."""

    BARE = auto()
    """May be a number or a boolean."""
    QUOTED = auto()
    ESCAPED = auto()
    """Quoted, with quotes in it: every backslash is to be dropped."""


class LexItem(NamedTuple):
    """One item: what it is and where it stands, without quotes."""

    kind: ItemKind
    span: Span
    form: Form = Form.BARE
    problem: Problem | None = None
    """What is wrong; of an ERROR only."""
