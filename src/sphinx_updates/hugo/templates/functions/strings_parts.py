"""The ``strings`` namespace: parts of a text by position, and shortened texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sphinx_updates.hugo.summary import has_cjk
from sphinx_updates.hugo.templates.casts import to_int, to_string
from sphinx_updates.hugo.templates.differences import difference
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.functions.strings import SPACES
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import HTML

_TAG: Final = re.compile(r"<(?P<close>/)?(?P<name>[^ ]+?)(?:(?P<empty>\s*/)| .*?)?>")
_ALONE: Final = frozenset(
    ("br", "col", "link", "base", "img", "param", "area", "hr", "input")
)
_ENTITIES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}
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
            return HTML(kept.translate(_ENTITIES) + ellipsis)
    return HTML(text if is_html else text.translate(_ENTITIES))


def _ellipsis(value: object) -> str:
    try:
        text = to_string(value)
    except FunctionError as error:
        raise FunctionError("ellipsis must be a string") from error
    return text if isinstance(value, HTML) else text.translate(_ENTITIES)


@dataclass(frozen=True, slots=True)
class _OpenTag:
    name: str
    start: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a text ends, and the tags that must be closed there."""

    end: int
    closing: str

    @classmethod
    def of(cls, text: str, limit: int, *, is_html: bool) -> _Cut | None:
        """Return the cut; None if the text without its tags is short enough."""
        tags: list[_OpenTag] = []
        word_end = last_end = count = at = 0
        while at < len(text):
            tag = _TAG.match(text, at) if is_html and text[at] == "<" else None
            if tag:
                word_end = last_end
                name = tag["name"].split()[0]
                if name not in _ALONE and tag["empty"] is None:
                    tags.append(_OpenTag(name, at, tag["close"] is None))
                at = tag.end()
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


def _closing(tags: list[_OpenTag], end: int) -> str:
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
def diff(old_name: str, old: str, new_name: str, new: str) -> str:
    """Return what two texts differ in, line by line, with their names above."""
    return difference(*map(to_string, (old_name, old, new_name, new)))
