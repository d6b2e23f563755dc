"""The headings of a page, as a tree and as a table of contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.objects.base import SiteObject
from sphinx_updates.hugo.templates.values import HTML, ListObject, reachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_updates.hugo.templates.objects.body import Heading


@dataclass(slots=True)
class _Branch:
    """A place in the tree; without a heading where a level is left out."""

    heading: Heading | None = None
    below: list[_Branch] = field(default_factory=list)


def _tree(headings: Sequence[Heading]) -> list[_Branch]:
    """Return *headings* by their levels, as Hugo puts them together."""
    roots: list[_Branch] = []
    for heading in headings:
        if heading.level == 1:
            roots.append(_Branch(heading))
            continue
        if not roots:
            roots.append(_Branch())
        place = roots[-1]
        for _level in range(2, heading.level):
            if not place.below:
                place.below.append(_Branch())
            place = place.below[-1]
        place.below.append(_Branch(heading))
    return roots


def contents_of(
    headings: Sequence[Heading], start: int, end: int, *, is_ordered: bool
) -> str:
    """Return the table of contents of the levels from *start* to *end* as HTML.

    :param end: -1 for all levels.
    """
    tag = "ol" if is_ordered else "ul"
    parts = _list(_tree(headings), 1, 0, (start, end), tag)
    return f'<nav id="TableOfContents">{"".join(parts)}</nav>'


def _list(
    branches: list[_Branch], level: int, depth: int, levels: tuple[int, int], tag: str
) -> Iterator[str]:
    start, end = levels
    if level < start:
        for branch in branches:
            yield from _list(branch.below, level + 1, depth, levels, tag)
        return
    if not branches or (end != -1 and level > end):
        return
    yield f"\n{'  ' * (depth + 1)}<{tag}>\n"
    for branch in branches:
        yield f"{'  ' * (depth + 2)}<li>"
        if branch.heading is not None:
            yield f'<a href="#{branch.heading.id}">{branch.heading.html}</a>'
        yield from _list(branch.below, level + 1, depth + 2, levels, tag)
        yield "</li>\n"
    yield f"{'  ' * (depth + 1)}</{tag}>\n{'  ' * depth}"


class HeadingObject(SiteObject):
    """A heading and those below it."""

    go_type = "*tableofcontents.Heading"

    def __init__(self, branch: _Branch) -> None:
        self._branch = branch

    @reachable("ID")
    def id(self) -> str:
        """Return the id."""
        return self._branch.heading.id if self._branch.heading else ""

    @reachable("Level")
    def level(self) -> int:
        """Return the level, 1 to 6."""
        return self._branch.heading.level if self._branch.heading else 0

    @reachable("Title")
    def title(self) -> HTML:
        """Return what stands between the tags."""
        return HTML(self._branch.heading.html if self._branch.heading else "")

    @reachable("Headings")
    def headings(self) -> list[HeadingObject]:
        """Return the headings right below."""
        return [HeadingObject(branch) for branch in self._branch.below]


class Identifiers(ListObject):
    """The ids of a page."""

    __slots__ = ()
    go_type = "tableofcontents.Identifiers"

    @reachable("Contains")
    def contains(self, name: str) -> bool:
        """Say whether there is a heading with this id."""
        return name in self

    @reachable("Count")
    def count_of(self, name: str) -> int:
        """Return how many headings have this id."""
        return self.count(name)


class Fragments(SiteObject):
    """The headings of a page."""

    go_type = "*tableofcontents.Fragments"

    def __init__(self, headings: Sequence[Heading]) -> None:
        self._headings = headings

    @reachable("Identifiers")
    def identifiers(self) -> Identifiers:
        """Return the ids, sorted."""
        return Identifiers(sorted(h.id for h in self._headings if h.id))

    @reachable("Headings")
    def headings(self) -> list[HeadingObject]:
        """Return the headings as a tree."""
        return [HeadingObject(branch) for branch in _tree(self._headings)]

    @reachable("HeadingsMap")
    def headings_map(self) -> dict[str, object]:
        """Return the headings by id."""
        found: dict[str, object] = {}
        waiting = self.headings()
        while waiting:
            heading = waiting.pop()
            if heading.id():
                found[heading.id()] = heading
            waiting += heading.headings()
        return found

    @reachable("ToHTML")
    def to_html(self, start: int, end: int, is_ordered: bool) -> HTML:
        """Return the table of contents of some levels."""
        return HTML(contents_of(self._headings, start, end, is_ordered=is_ordered))
