"""The ``strings`` namespace: parts of a text by position, and shortened texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sphinx_updates.hugo.go_values import escape_marks
from sphinx_updates.hugo.summary import has_cjk
from sphinx_updates.hugo.templates.casts import to_int, to_string
from sphinx_updates.hugo.templates.differences import difference
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.functions.strings import SPACES
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import HTML

_ALONE: Final = frozenset(
    ("br", "col", "link", "base", "img", "param", "area", "hr", "input")
)


@function("strings.Substr", "substr")
def substr(text: object, *places: object) -> str:
    """Return the part from a character on, of a length; negative ones count back."""
    value = to_string(text)
    if len(places) not in (1, 2):
        raise FunctionError(f"too {'many' if places else 'few'} arguments")
    start = _number(places[0], "start argument must be an integer")
    start = max(start + len(value), 0) if start < 0 else start
    end = len(value)
    if len(places) == 2:
        length = _number(places[1], "length argument must be an integer")
        end = end + length if length < 0 else start + length
    return value[start : max(end, 0)]


@function("strings.SliceString", "slicestr")
def slice_string(text: object, *places: object) -> str:
    """Return the part from a character on, up to another one."""
    value = to_string(text)
    if len(places) > 2:
        raise FunctionError("too many arguments")
    start = _number(places[0], "start argument must be integer") if places else 0
    end = len(value)
    if len(places) == 2:
        end = _number(places[1], "end argument must be integer")
    if (places and not 0 <= start < len(value)) or not 0 <= end <= len(value):
        raise FunctionError("slice bounds out of range")
    if start > end:
        raise FunctionError(f"runtime error: slice bounds out of range [{start}:{end}]")
    return value[start:end]


def _number(value: object, reason: str) -> int:
    try:
        return to_int(value)
    except FunctionError as error:
        raise FunctionError(reason) from error


@function("strings.Truncate", "truncate")
def truncate(length: object, *arguments: object) -> HTML:
    """Return the text cut between words after *length* characters, as HTML.

    Tags of a text that is HTML are not counted; those that are open are closed.
    """
    limit = to_int(length)
    if not arguments:
        raise FunctionError("truncate requires a length and a string")
    if len(arguments) > 2:
        raise FunctionError("too many arguments passed to truncate")
    ellipsis = _ellipsis(arguments[0]) if len(arguments) == 2 else " …"
    try:
        text = to_string(arguments[-1])
    except FunctionError as error:
        raise FunctionError("text must be a string") from error
    is_html = isinstance(arguments[-1], HTML)
    if len(text) > limit:
        cut = _Cut.of(text, limit, is_html=is_html)
        if cut:
            kept = text[: cut.end]
            if is_html:
                return HTML(kept + ellipsis + cut.closing)
            return HTML(escape_marks(kept) + ellipsis)
    return HTML(text if is_html else escape_marks(text))


def _ellipsis(value: object) -> str:
    try:
        text = to_string(value)
    except FunctionError as error:
        raise FunctionError("ellipsis must be a string") from error
    return text if isinstance(value, HTML) else escape_marks(text)


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    start: int
    end: int
    is_open: bool
    is_empty: bool


class _Tags:
    """Finds tags from left to right; a text is searched once, whatever is in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def _find(self, sign: str, start: int) -> int:
        """Return the next place of *sign*; the end of the text if there is none."""
        found = self._next.get(sign, -1)
        if found < start:
            found = self._text.find(sign, start)
            found = self._next[sign] = len(self._text) if found < 0 else found
        return found

    def at(self, start: int) -> _Tag | None:
        """Return the tag that starts there. Its attributes stand on one line."""
        end, space = self._find(">", start + 2), self._find(" ", start + 1)
        if end == len(self._text) or space == start + 1:
            return None
        if space < end and self._find("\n", space) < end:
            return None
        inside = self._text[start + 1 : min(space, end)]
        rest = self._text[space:end] if space < end else ""
        is_empty = rest.strip() == "/" or (not rest and inside.endswith("/"))
        is_close = inside.startswith("/") and len(inside) > 1
        words = inside[is_close:].removesuffix("/" if not rest else "").split()
        name = words[0] if words else ""
        return _Tag(name, start, end + 1, not is_close, is_empty)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a text ends, and the tags that must be closed there."""

    end: int
    closing: str

    @classmethod
    def of(cls, text: str, limit: int, *, is_html: bool) -> _Cut | None:
        """Return the cut; None if the text without its tags is short enough."""
        tags: list[_Tag] = []
        finder = _Tags(text)
        word_end = last_end = count = at = 0
        while at < len(text):
            tag = finder.at(at) if is_html and text[at] == "<" else None
            if tag:
                word_end = last_end
                if tag.name not in _ALONE and not tag.is_empty:
                    tags.append(tag)
                at = tag.end
                continue
            count += 1
            letter = text[at]
            if letter in SPACES:
                word_end = last_end
            elif has_cjk(letter):
                word_end = at
            else:
                last_end = at + 1
            if count > limit:
                end = word_end or at
                return cls(end, _closing(tags, end))
            at += 1
        return None


def _closing(tags: list[_Tag], end: int) -> str:
    """Return the end tags of what is open at *end*, the innermost first."""
    text = ""
    closed = ""
    for tag in reversed(tags):
        if tag.start >= end or closed:
            if closed == tag.name:
                closed = ""
        elif tag.is_open:
            text += f"</{tag.name}>"
        else:
            closed = tag.name
    return text


@function("strings.Diff")
def diff(old_name: str, old: object, new_name: str, new: object) -> str:
    """Return what two texts differ in, line by line, with their names above."""
    return difference(*map(to_string, (old_name, old, new_name, new)))
