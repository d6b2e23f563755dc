"""Write the Markdown source that a page's items stand for.

A call in Markdown notation becomes text in the source; any other a placeholder, one
word that Markdown passes through untouched, to be found again in what Markdown makes of
it. Hugo does the same. A map of lines goes with the text, for the places of warnings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Final

from .nodes import Broken, Call, Literal, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .nodes import Item

# Letters and digits only, so that neither Markdown nor typography nor URLs change it.
_PREFIX: Final = re.compile(r"hugocall([0-9]+)x", re.ASCII)


@dataclass(frozen=True, slots=True)
class Expanded:
    """Markdown source, and where it comes from."""

    text: str
    lines: tuple[int, ...]
    """For each line of the text, the empty one after a last line end too, its line in
    the page's body, 0-based."""


class Placeholders:
    """The placeholder words of one page, and what each stands for."""

    def __init__(self, source: str) -> None:
        """Choose words that *source*, the whole page, does not contain."""
        taken = {int(found[:19]) for found in _PREFIX.findall(source.lower())}
        number = next(n for n in count() if n not in taken)
        self._prefix: Final = f"hugocall{number}x"
        self._word: Final = re.compile(rf"{self._prefix}([0-9]{{1,9}})z", re.ASCII)
        self._alone: Final = re.compile(rf"<p>({self._prefix}[0-9]{{1,9}}z)</p>")
        self._items: list[Call | Broken] = []

    def word(self, item: Call | Broken) -> str:
        """Return a new word that stands for *item*: lower-case letters and digits."""
        self._items.append(item)
        # The letter at the end keeps it apart from a word or digits that follow.
        return f"{self._prefix}{len(self._items) - 1}z"

    def split(self, text: str) -> list[str | Call | Broken]:
        """Return *text* cut at its placeholders: items and non-empty text in order."""
        parts: list[str | Call | Broken] = []
        end = 0
        for match in self._word.finditer(text):
            number = int(match[1])
            if number < len(self._items):
                parts += [text[end : match.start()], self._items[number]]
                end = match.end()
        parts.append(text[end:])
        return [part for part in parts if part != ""]

    def fill(self, text: str, text_of: Callable[[Call | Broken], str]) -> str:
        """Return *text* with the text of each item in the place of its word."""
        if not self.contains(text):
            return text
        pieces = self.split(text)
        return "".join(p if isinstance(p, str) else text_of(p) for p in pieces)

    def __len__(self) -> int:
        """Return how many words were given out."""
        return len(self._items)

    def fill_some(
        self, text: str, text_of: Callable[[Call | Broken], str | None]
    ) -> str:
        """Return *text* with the text of those items that have any."""

        def filled(match: re.Match[str]) -> str:
            number = int(match[1])
            made = text_of(self._items[number]) if number < len(self._items) else None
            return match[0] if made is None else made

        return self._word.sub(filled, text)

    def without_paragraphs(self, html: str) -> str:
        """Return *html* with the words that are alone in a paragraph out of it."""
        return self._alone.sub(r"\1", html) if self._items else html

    def contains(self, text: str) -> bool:
        """Return whether a placeholder stands in *text*."""
        return any(int(m[1]) < len(self._items) for m in self._word.finditer(text))


def expand(
    items: Sequence[Item],
    source: str,
    replace: Callable[[Call], str | None],
    placeholders: Placeholders,
) -> Expanded:
    """Return the source that *items* stand for.

    :param items: The items of the page, or of the inner content of one of its calls.
    :param source: The whole body of the page; spans and lines are places in it.
    :param replace: Returns the Markdown that stands in the source in place of a call,
        or None for a placeholder.
    """
    writer = _Writer(_line_starts(source))
    before: Item | None = None
    for item in items:
        match item:
            case Text() | Literal():
                writer.add_source(item.text, item.span.start)
            case Broken():
                writer.add_output(placeholders.word(item), item.span.start)
            case Call():
                text = replace(item)
                if text is None:
                    text = placeholders.word(item)
                elif not item.inner:
                    text = _indent(text, _indentation(before))
                writer.add_output(text, item.span.start)
        before = item
    start = items[0].span.start if items else 0
    return writer.finish(start)


def _indentation(before: Item | None) -> str:
    """Return the blanks between the start of the line, or another call, and a call."""
    if not isinstance(before, Text):
        return ""
    tail = before.text.rpartition("\n")[2]
    return "" if tail.strip(" \t\r") else tail


def _indent(text: str, indentation: str) -> str:
    """Return *text* with *indentation* before each line but the first, blank ones too.

    Source: hugo@e2d66e3 hugolib/shortcode.go, doRenderShortcode.
    """
    last = len(text) - text.endswith("\n")
    return text[:last].replace("\n", "\n" + indentation) + text[last:]


# A page is expanded piece by piece; its line starts are looked for once.
@lru_cache(maxsize=2)
def _line_starts(source: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in re.finditer("\n", source)))


class _Writer:
    """Collects text and the line that each of its lines comes from."""

    def __init__(self, line_starts: tuple[int, ...]) -> None:
        self._line_starts = line_starts
        self._parts: list[str] = []
        self._lines: list[int] = []
        self._at_line_start = True

    def add_source(self, text: str, offset: int) -> None:
        """Add text that stands in the source, at *offset*."""
        if text:
            line = self._begin(text, offset)
            self._lines += range(line + 1, line + 1 + text.count("\n"))

    def add_output(self, text: str, offset: int) -> None:
        """Add text that comes from the call at *offset*; all of it is on that line."""
        if text:
            line = self._begin(text, offset)
            self._lines += [line] * text.count("\n")

    def _begin(self, text: str, offset: int) -> int:
        line = bisect_right(self._line_starts, offset) - 1
        if self._at_line_start:
            # The line break before it belongs to another place.
            self._lines[-1:] = [line]
        self._at_line_start = text.endswith("\n")
        self._parts.append(text)
        return line

    def finish(self, start: int) -> Expanded:
        """Return the whole; an empty one stands on the line of offset *start*."""
        lines = self._lines or [bisect_right(self._line_starts, start) - 1]
        return Expanded("".join(self._parts), tuple(lines))
