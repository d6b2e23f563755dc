"""People as real posts write them, as names with an optional link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINK = re.compile(r"\[([^\]\n]+)\]\(([^()\s]+)\)(?:\s*\(([^()\n]*)\))?")
_HANDLE = re.compile(r"^(.*\S)\s*<([^<>\s]+)>$")


@dataclass(frozen=True, slots=True)
class Author:
    """One author of a post."""

    name: str
    """As it is shown."""
    url: str = ""
    """A page of theirs as the post gives it; empty if it gives none."""
    affiliation: str = ""
    """What stands in parentheses behind a linked name."""


def parse_authors(values: Iterable[str]) -> tuple[Author, ...]:
    """Return the authors named by *values*, in order, each name once.

    Three spellings are read: a plain name, ``Name <handle>``, and Markdown links with
    an optional affiliation, ``[A](url) (Org), [B](url)``. A comma in a plain name is
    kept: on real sites it is usually a job title, not a second author.
    """
    authors: dict[str, Author] = {}
    for value in values:
        for author in _parse(value.strip()):
            authors.setdefault(author.name, author)
    return tuple(authors.values())


def _parse(value: str) -> Iterator[Author]:
    links = list(_LINK.finditer(value))
    if links:
        for name, url, affiliation in (match.groups(default="") for match in links):
            yield Author(name.strip(), url, affiliation.strip())
    elif match := _HANDLE.match(value):
        yield Author(match[1])
    elif value:
        yield Author(value)
