"""Marked phrases: struck out, inserted, highlighted, raised and lowered.

One rule for them all, as Goldmark and Hugo's extras have it: a run of one or two signs
opens and closes like ``*`` does, a longer run is text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from sphinx_updates.hugo.site.settings import HugoSettings


@dataclass(frozen=True, slots=True)
class Mark:
    """What a sign means: the names of its tokens, by the length of the run."""

    once: str = ""
    twice: str = ""


TAGS: Final = {
    "s": "del",
    "ins": "ins",
    "mark": "mark",
    "sub": "sub",
    "sup": "sup",
}
"""The HTML tags of the tokens ``NAME_open`` and ``NAME_close``."""


def marks_of(settings: HugoSettings) -> dict[str, Mark]:
    """Return the signs that mean something on a site with *settings*."""
    marks: dict[str, Mark] = {}
    if settings.strikethrough:
        marks["~"] = Mark("s", "s")
    elif settings.subscript and settings.delete:
        marks["~"] = Mark("sub", "s")
    elif settings.subscript:
        marks["~"] = Mark("sub", "sub")
    elif settings.delete:
        marks["~"] = Mark("", "s")
    if settings.superscript:
        marks["^"] = Mark("sup", "sup")
    if settings.insert:
        marks["+"] = Mark("", "ins")
    if settings.mark:
        marks["="] = Mark("", "mark")
    return marks


def marks_plugin(md: MarkdownIt, marks: dict[str, Mark]) -> None:
    """Read *marks*, by their sign."""

    def open_or_close(state: StateInline, silent: bool) -> bool:
        sign = state.src[state.pos]
        if silent or sign not in marks:
            return False
        can_open, can_close, length = state.scanDelims(state.pos, True)
        name = {1: marks[sign].once, 2: marks[sign].twice}.get(length, "")
        if not name or state.src[state.pos - 1 : state.pos] == sign:
            state.append_pending(sign * length)
            state.pos += length
            return True
        for _ in range(length):
            state.push("text", "", 0).content = sign
            delimiter = Delimiter(
                marker=ord(sign),
                length=length,
                token=len(state.tokens) - 1,
                end=-1,
                open=can_open,
                close=can_close,
            )
            state.delimiters.append(delimiter)
        state.pos += length
        return True

    def finish(state: StateInline) -> None:
        _finish(state, state.delimiters, marks)
        for meta in state.tokens_meta:
            if meta and "delimiters" in meta:
                _finish(state, meta["delimiters"], marks)

    md.inline.ruler.before("emphasis", "marks", open_or_close)
    md.inline.ruler2.before("emphasis", "marks", finish)


def _finish(
    state: StateInline, delimiters: list[Delimiter], marks: dict[str, Mark]
) -> None:
    """Turn the signs that belong together into opening and closing tokens."""
    index = len(delimiters) - 1
    while index >= 0:
        first = delimiters[index]
        sign = chr(first.marker)
        if sign not in marks or first.end < 0:
            index -= 1
            continue
        last = delimiters[first.end]
        outer = delimiters[index - 1] if index else first
        is_double = (
            outer.marker == first.marker
            and outer.end == first.end + 1
            and outer.token == first.token - 1
            and delimiters[first.end + 1].token == last.token + 1
        )
        name = marks[sign].twice if is_double else marks[sign].once
        if name:
            _set(state, first.token, name, 1)
            _set(state, last.token, name, -1)
            if is_double:
                state.tokens[outer.token].content = ""
                state.tokens[delimiters[first.end + 1].token].content = ""
        index -= 2 if is_double else 1


def _set(state: StateInline, index: int, name: str, nesting: int) -> None:
    token = state.tokens[index]
    token.type = f"{name}_open" if nesting > 0 else f"{name}_close"
    token.tag, token.nesting, token.content = TAGS[name], nesting, ""  # type: ignore[assignment]
