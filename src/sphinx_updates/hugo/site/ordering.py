"""The order of pages in Hugo's lists."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from sphinx_updates.hugo.site.list_dates import ListDates
    from sphinx_updates.hugo.site.page import Page

OrderKey = tuple[object, ...]

# Blanks before signs before digits before letters.
_RANKS: Final = {"Z": 0, "C": 0, "P": 1, "S": 2, "N": 3}
# The signs of a keyboard in the order of the Unicode collation; it puts them before
# all other signs.
_SIGNS: Final = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
# Letters that are others with a stroke, which no decomposition says.
_STROKED: Final = str.maketrans("øđłħŧ", "odlht")


def default_order(page: Page, dates: ListDates | None = None) -> OrderKey:
    """Return the key that sorts pages as Hugo does by default.

    Weight (a weight of 0 comes last), date (newest first), title, path. Source:
    hugo.md 6.7.

    :param dates: Those of pages that list others; without them these have none.
    """
    front = page.front_matter
    date = dates.of(page) if dates else front.date
    title = front.link_title or front.title
    return order_key(front.weight, date, title, page.path)


def order_key(weight: int, date: datetime | None, title: str, path: str) -> OrderKey:
    """Return the key that sorts whatever has these as Hugo sorts pages."""
    # Hugo compares whole seconds; without a date a page is older than any other.
    age = -int(date.timestamp()) if date else float("inf")
    return (weight == 0, weight, age, collate(title), path)


@lru_cache(maxsize=20_000)
def collate(text: str) -> OrderKey:
    """Return the key that sorts *text* among others as people expect it.

    Letters before accents before case, as the Unicode collation has them by default;
    scripts come in the order of their code points.
    """
    letters = unicodedata.normalize("NFD", text)
    base: list[tuple[int, str]] = []
    marks: list[str] = []
    for letter in letters:
        category = unicodedata.category(letter)
        if category[0] == "M" and marks:
            marks[-1] += letter
        else:
            base.append(_base(letter, category))
            marks.append("" if letter.isascii() else letter.lower())
    return (tuple(base), tuple(marks), letters.swapcase())


def _base(letter: str, category: str) -> tuple[int, str]:
    place = _SIGNS.find(letter)
    if place >= 0:
        return (1, chr(place))
    return (_RANKS.get(category[0], 4), letter.casefold().translate(_STROKED))
