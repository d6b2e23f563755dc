"""The directive ``listing``: posts on any page.

An option that cannot be used is a warning with what was expected, and the list is made
without it.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective, is_directive_registered

from sphinx_updates.blog.listing import Order, Query, SortKey
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.listings.spec import (
    DEFAULT_PARTS,
    PAGE_SIZE,
    ListingSpec,
    Part,
    Style,
)
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from enum import StrEnum

    from sphinx.application import Sphinx
    from sphinx.util.typing import OptionSpec

    E = TypeVar("E", bound=StrEnum)

NAME: Final = "listing"
MAX_NUMBER: Final = 100_000
"""More posts than any list has."""
_YES: Final = ("", "yes", "true", "on")
_NO: Final = ("no", "false", "off")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of the directive, as the reference page shows it."""

    name: str
    values: str
    help: str
    other_name: str = ""
    """The plural, which means the same."""


OPTIONS: Final = (
    Option(
        "style",
        ", ".join(f"`{style}`" for style in Style),
        "How the list is laid out. The default is `cards`.",
    ),
    Option("tag", "words", "Posts with one of these tags.", "tags"),
    Option("category", "words", "Posts of one of these categories.", "categories"),
    Option("author", "words", "Posts by one of these people.", "authors"),
    Option("series", "words", "Posts of one of these series."),
    Option("year", "years", "Posts of these years.", "years"),
    Option(
        "section",
        "folders",
        "Posts in these folders and below, such as `blog/news`.",
        "sections",
    ),
    Option("language", "words", "Posts in one of these languages.", "languages"),
    Option(
        "featured",
        "`yes`, `no`",
        "Only posts with `featured: true`, or only others. "
        "By default the featured ones stand first.",
    ),
    Option(
        "pin",
        "`yes`, `no`",
        "Whether featured posts stand first, whatever the order. The default is `yes`, "
        "and `no` in a timeline.",
    ),
    Option(
        "sort",
        ", ".join(f"`{key}`" for key in SortKey),
        "What the posts are sorted by. The default is `date`.",
    ),
    Option(
        "order",
        ", ".join(f"`{order}`" for order in Order),
        "By default the newest, the shortest, and A come first.",
    ),
    Option("limit", "a number", "At most so many posts."),
    Option("offset", "a number", "So many posts are left out at the beginning."),
    Option(
        "paginate",
        "a number, or nothing",
        f"So many posts on each page; {PAGE_SIZE} if no number is given.",
    ),
    Option(
        "show",
        ", ".join(f"`{part}`" for part in Part),
        "What is shown of each post, with commas between. `-image` takes one away "
        "from what the style shows, `+tags` adds one.",
    ),
    Option(
        "filter",
        "`yes`, `no`",
        "Readers can search, filter by tag and sort the list in the browser.",
    ),
)
"""All options, in the order of the reference."""


class ListingDirective(SphinxDirective):
    """Posts by any filter, in one of five styles."""

    has_content = False
    option_spec: ClassVar[OptionSpec] = {
        name: directives.unchanged
        for option in OPTIONS
        for name in (option.name, option.other_name)
        if name
    }

    def run(self) -> list[nodes.Node]:
        """Return one node; which posts it shows is known when all are read."""
        style = self._choice("style", Style) or Style.CARDS
        pin = self._flag("pin")
        query = Query(
            tags=self._words("tag", "tags"),
            categories=self._words("category", "categories"),
            authors=self._words("author", "authors"),
            series=self._words("series"),
            languages=self._words("language", "languages"),
            sections=self._words("section", "sections"),
            years=self._years(),
            featured=self._flag("featured"),
            pin_featured=style is not Style.TIMELINE if pin is None else pin,
            sort=self._choice("sort", SortKey) or SortKey.DATE,
            order=self._choice("order", Order),
            limit=self._number("limit"),
            offset=self._number("offset") or 0,
        )
        spec = ListingSpec(
            query=query,
            style=style,
            show=self._parts(style),
            page_size=self._page_size(),
            has_filter=bool(self._flag("filter")),
        )
        node = Listing("", spec=spec)
        self.set_source_info(node)
        return [node]

    def _value(self, name: str, *others: str) -> str | None:
        found = (self.options[one] for one in (name, *others) if one in self.options)
        value = next(found, None)
        return None if value is None else str(value).strip()

    def _words(self, name: str, *others: str) -> tuple[str, ...]:
        value = self._value(name, *others)
        if value is None:
            return ()
        words = tuple(word for part in value.split(",") if (word := part.strip()))
        if not words:
            self._refuse(name, value, "one or more words with commas between them")
        return words

    def _years(self) -> tuple[int, ...]:
        return tuple(
            number
            for word in self._words("year", "years")
            if (number := self._as_number("year", word, "years such as 2024"))
            is not None
        )

    def _number(self, name: str) -> int | None:
        value = self._value(name)
        return None if value is None else self._as_number(name, value, "a whole number")

    def _as_number(self, name: str, value: str, expected: str) -> int | None:
        if value.isascii() and value.isdecimal() and len(value) < 10:
            return min(int(value), MAX_NUMBER)
        self._refuse(name, value, expected)
        return None

    def _page_size(self) -> int:
        value = self._value("paginate")
        if value is None:
            return 0
        if not value:
            return PAGE_SIZE
        size = self._as_number("paginate", value, "a whole number from 1 on")
        if size == 0:
            self._refuse("paginate", value, "a whole number from 1 on")
        return size or 0

    def _flag(self, name: str) -> bool | None:
        value = self._value(name)
        if value is None:
            return None
        if value.lower() in _YES:
            return True
        if value.lower() not in _NO:
            self._refuse(name, value, "yes or no")
            return None
        return False

    def _choice(self, name: str, choices: type[E]) -> E | None:
        value = self._value(name)
        if value is None:
            return None
        try:
            return choices(value.lower())
        except ValueError:
            self._refuse(name, value, _one_of(choices, value))
            return None

    def _parts(self, style: Style) -> frozenset[Part]:
        """Return what is shown: the parts that are named, or changes of the default."""
        shown = set(DEFAULT_PARTS[style])
        words = self._words("show")
        if any(word[0] not in "+-" for word in words):
            shown.clear()
        for word in words:
            try:
                part = Part(word.lstrip("+-").strip().lower())
            except ValueError:
                self._refuse("show", word, _one_of(Part, word))
                continue
            (shown.discard if word[0] == "-" else shown.add)(part)
        return frozenset(shown) if shown else DEFAULT_PARTS[style]

    def _refuse(self, name: str, value: str, expected: str) -> None:
        message = f"option {name!r} of a list of posts: expected {expected}"
        warn(
            ProblemKind.LISTING,
            f"{message}, got {value!r}; it is left out",
            self.get_location(),
        )


def _one_of(choices: type[StrEnum], value: str) -> str:
    names = [choice.value for choice in choices]
    near = difflib.get_close_matches(value.lower(), names, 1)
    hint = f" (did you mean {near[0]!r}?)" if near else ""
    return f"one of {', '.join(names)}{hint}"


class Listing(nodes.General, nodes.Element):
    """A list of posts; ``spec`` says which and how."""


def setup_directive(app: Sphinx) -> None:
    """Register the directive, unless another extension has one of that name."""
    if not is_directive_registered(NAME):
        app.add_directive(NAME, ListingDirective)
