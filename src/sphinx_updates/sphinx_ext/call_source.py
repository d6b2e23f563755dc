"""The text that calls are read from: places in it, and warnings about them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from sphinx_updates.hugo.problems import Problem
from sphinx_updates.sphinx_ext.warnings import warn_at

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_updates.hugo.problems import ProblemKind
    from sphinx_updates.hugo.shortcodes.nodes import Call


class CallSource:
    """The body of a text from a file; places count in the body."""

    def __init__(
        self,
        file: Path,
        text: str,
        body_offset: int,
        first_line: int,
        *,
        is_quiet: bool,
    ) -> None:
        """Take the body that starts at *body_offset* of *text*.

        *text* is the file from line *first_line* on, 0-based. Nothing is reported of
        one that *is_quiet*.
        """
        self.body = text[body_offset:]
        self.first_line = first_line + text.count("\n", 0, body_offset)
        """The line of the file on which the body starts, 0-based."""
        self._file = file
        self._text = text
        self._offset = body_offset
        self._is_quiet = is_quiet
        self._line_ends = [m.start() for m in re.finditer("\n", self.body)]
        self._reported: set[tuple[int, str]] = set()

    def line_at(self, start: int) -> int:
        """Return the line of the file at the place *start*, 1-based."""
        return self.first_line + bisect_left(self._line_ends, start) + 1

    def indentation_at(self, start: int) -> int:
        """Return how many blanks stand before *start*; none if there is more."""
        before = self.body[self.body.rfind("\n", 0, start) + 1 : start]
        return 0 if before.strip() else len(before)

    def warn(self, problem: Problem) -> None:
        """Warn about a problem in the body."""
        if not self._is_quiet:
            warn_at(problem.shifted(self._offset), self._file, self._text)

    def report(self, call: Call, kind: ProblemKind, message: str) -> None:
        """Warn about *call*, once for each message."""
        key = (call.span.start, message)
        if key not in self._reported:
            self._reported.add(key)
            self.warn(Problem(kind, message, call.open_span))
