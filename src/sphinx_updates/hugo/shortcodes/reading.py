"""What the lexer knows while it reads a page: its place, and what it has found."""

from __future__ import annotations

from typing import Final

from sphinx_updates.hugo.problems import Span

from .cursor import Cursor
from .items import Form, ItemKind, LexItem

# How often a page's text may be read again because a broken tag ran over it. Once is
# enough for any honest page, and keeps a hostile one from costing its square.
MAX_READ_AGAIN: Final = 1


class Reading(Cursor):
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
        self.broken = 0
        """How many tags were given up."""
        self._read_again = MAX_READ_AGAIN * len(text)

    def emit(
        self, kind: ItemKind, form: Form = Form.BARE, end: int | None = None
    ) -> None:
        """Add an item from ``start`` to *end*, the current place if not given."""
        end = self.pos if end is None else end
        self.items.append(LexItem(kind, Span(self.start, end), form))
        self.start = self.pos

    def may_read_again(self, length: int) -> bool:
        """Spend *length* characters of what may be read twice, if that much is left."""
        self._read_again -= length
        return self._read_again >= 0
