"""Problems in content, as data: what is wrong, where, and which kind it is.

The core never logs. Every reader returns its problems beside its result, and
:mod:`sphinx_updates.sphinx_ext.warnings` turns them into located Sphinx warnings.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class ProblemKind(StrEnum):
    """The kinds of problem; each value is a warning subtype and part of our promise."""

    CONFIG = "config"
    """A value in ``conf.py`` or in the Hugo configuration that cannot be used."""
    ENCODING = "encoding"
    """Bytes that are not UTF-8, or text that was encoded twice."""
    FRONT_MATTER = "front_matter"
    """Front matter that cannot be read, wholly or in part."""
    FRONT_MATTER_KEY = "front_matter_key"
    """A front matter field whose value cannot be used."""
    POST_DATE = "post_date"
    """A date that Hugo would not accept."""
    SHORTCODE_SYNTAX = "shortcode_syntax"
    """A shortcode call that cannot be read."""
    SHORTCODE_NESTING = "shortcode_nesting"
    """Opening and closing calls that do not fit together."""
    SHORTCODE_UNKNOWN = "shortcode_unknown"
    """A call of a shortcode that nobody defines."""
    SHORTCODE_ARGUMENT = "shortcode_argument"
    """A known shortcode with arguments that it cannot use."""
    TEMPLATE = "template"
    """A shortcode template that cannot be read or run."""
    TEMPLATE_MESSAGE = "template_message"
    """What a template itself says, by ``errorf`` or ``warnf``."""
    LINK = "link"
    """An internal link that leads nowhere."""
    IMAGE = "image"
    """An image or another media file that is not there."""
    LISTING = "listing"
    """An option of a list of posts that cannot be used."""
    PAGE_CLASH = "page_clash"
    """Two pages that claim the same address."""
    FILE = "file"
    """A file or folder that cannot be read, or that lies outside the site."""


class Span(NamedTuple):
    """A stretch of text: 0-based character offsets, end exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a text as people count: line and column, both 1-based."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in the content."""

    kind: ProblemKind
    message: str
    """What was found, what was expected, what to do; no full stop at the end."""
    span: Span | None = None
    """Where, in the text that was read; None when the whole file is meant."""

    def shifted(self, offset: int) -> Problem:
        """Return the same problem with its span moved by *offset* characters."""
        if self.span is None:
            return self
        span = Span(self.span.start + offset, self.span.end + offset)
        return Problem(self.kind, self.message, span)


def locate(text: str, offset: int) -> Position:
    """Return the position of *offset* in *text*; offsets past the end mean the end."""
    offset = max(0, min(offset, len(text)))
    before = text.rfind("\n", 0, offset)
    return Position(text.count("\n", 0, offset) + 1, offset - before)
