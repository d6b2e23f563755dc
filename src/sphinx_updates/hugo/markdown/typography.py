"""Goldmark's typographer: quotes, apostrophes, dashes, ellipses and angle quotes.

Source: goldmark extension/typographer.go, compared with Hugo 0.168 case by case.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

PRINTED: Final[Mapping[str, str]] = {
    "leftsinglequote": "‘",
    "rightsinglequote": "’",
    "leftdoublequote": "“",
    "rightdoublequote": "”",
    "endash": "–",
    "emdash": "—",
    "ellipsis": "…",
    "leftanglequote": "«",
    "rightanglequote": "»",
    "apostrophe": "’",
}
"""What is printed, by the names of Hugo's settings in lower case."""

TYPED: Final = (
    ("---", "emdash"),
    ("--", "endash"),
    ("...", "ellipsis"),
    ("<<", "leftanglequote"),
    (">>", "rightanglequote"),
)
"""What stands for itself wherever it is; the first that fits counts."""

# Words that lose their beginning: 'twas, 'em, 'net.
_CLIPPED: Final = (b"t", b"e", b"n", b"l")
_ENDINGS: Final = (b"s", b"m", b"t", b"d", b"ve", b"ll", b"re")
_WINDOW: Final = 6


def typography_plugin(md: MarkdownIt, printed: Mapping[str, str]) -> None:
    """Replace what is typed by what is *printed*; of all rules it comes last."""
    typographer = Typographer(printed)
    md.core.ruler.before("block", "open_quotes", typographer.begin)
    md.inline.ruler.push("typography", typographer)


class Typographer:
    """The inline rule, which counts the quotes that are open on the page.

    Goldmark counts on from one paragraph to the next.
    """

    def __init__(self, printed: Mapping[str, str]) -> None:
        self._printed = {**PRINTED, **printed}
        self._single = 0
        self._double = 0
        # The run of equal quotes that was looked at last.
        self._source = ""
        self._run = (0, 0)
        # What a rule's name is read from.
        self.__name__ = "typography"

    def begin(self, _state: StateCore) -> None:
        """Forget the quotes of the last page."""
        self._single = self._double = 0

    def __call__(self, state: StateInline, silent: bool) -> bool:
        """Replace what stands at the position of *state*."""
        letter = state.src[state.pos]
        if letter in "-.<>":
            return self._replace(state, silent=silent)
        if letter not in "'\"" or silent:
            return False
        kind = self._single_kind(state) if letter == "'" else self._double_kind(state)
        if not kind:
            return False
        state.append_pending(self._printed[kind])
        state.pos += 1
        return True

    def _replace(self, state: StateInline, *, silent: bool) -> bool:
        for typed, name in TYPED:
            if state.src.startswith(typed, state.pos, state.posMax):
                if not silent:
                    state.append_pending(self._printed[name])
                state.pos += len(typed)
                return True
        return False

    def _flanks(self, state: StateInline) -> tuple[bool, bool]:
        """Say whether the quote at the position may open, and may close."""
        source, position = state.src, state.pos
        if source is not self._source or not self._run[0] <= position < self._run[1]:
            # Once for each run of quotes: they may be many.
            end = position + 1
            while end < state.posMax and source[end] == source[position]:
                end += 1
            self._source, self._run = source, (position, end)
        end = self._run[1]
        before = source[position - 1] if position else " "
        after = source[end] if end < state.posMax else " "
        before_blank, after_blank = before.isspace(), after.isspace()
        before_mark, after_mark = _is_symbol(before), _is_symbol(after)
        can_open = not after_blank and (not after_mark or before_blank or before_mark)
        can_close = not before_blank and (not before_mark or after_blank or after_mark)
        return can_open, can_close

    def _single_kind(self, state: StateInline) -> str:
        """Return what the single quote at the position is; "" for what it is typed."""
        can_open, can_close = self._flanks(state)
        if not can_open and not can_close:
            return ""
        before = state.src[state.pos - 1] if state.pos else "\n"
        rest = _rest_of_line(state)
        line = rest.encode()
        is_opening = can_open and not can_close
        if _is_apostrophe(before, rest, line, is_opening=is_opening):
            return "apostrophe"
        if is_opening:
            if _ends_word(line):
                return "rightsinglequote"
            self._single += 1
            return "leftsinglequote"
        if len(line) > 2 and not rest[1].isdecimal():
            return "rightsinglequote"
        if self._single and _closes(line, rest, can_open=can_open, can_close=can_close):
            self._single -= 1
            return "rightsinglequote"
        return ""

    def _double_kind(self, state: StateInline) -> str:
        can_open, can_close = self._flanks(state)
        if can_open and not can_close:
            self._double += 1
            return "leftdoublequote"
        rest = _rest_of_line(state)
        if not self._double or not _closes(
            rest.encode(), rest, can_open=can_open, can_close=can_close
        ):
            return ""
        if rest[1:2] == '"' and state.pos and state.src[state.pos - 1].isdecimal():
            return ""  # inches
        self._double -= 1
        return "rightdoublequote"


def _rest_of_line(state: StateInline) -> str:
    """Return what follows on the line, from the quote on, as far as it matters."""
    window = state.src[state.pos : min(state.pos + _WINDOW, state.posMax)]
    return window[: window.index("\n") + 1] if "\n" in window else window


def _is_apostrophe(before: str, rest: str, line: bytes, *, is_opening: bool) -> bool:
    """Say whether a single quote stands for left-out letters, or between letters."""
    if is_opening and len(line) > 3 and line[1:3].isdigit() and line[3:4] == b"s":
        after = rest[4:5] or " "
        if after.isspace() or _is_symbol(after):
            return True
    if len(line) < 2:
        return False
    if (_is_punctuation(before) or before.isspace()) and line[1:2] in _CLIPPED:
        return True
    return (before.isdecimal() or before.isalpha()) and rest[1].isalpha()


def _ends_word(line: bytes) -> bool:
    """Say whether a quote is that of an ending on its own: 's, 've."""
    for ending in _ENDINGS:
        if line[1:].startswith(ending):
            after = line[1 + len(ending) : 2 + len(ending)]
            if not after or after.isspace() or _is_ascii_punctuation(after):
                return True
    return False


def _closes(line: bytes, rest: str, *, can_open: bool, can_close: bool) -> bool:
    if not can_close:
        return False
    if not can_open:
        return True
    if len(line) < 2 or not _is_punctuation(rest[1]):
        return False
    after = line[2:3]
    return not after or after.isspace() or _is_ascii_punctuation(after)


def _is_ascii_punctuation(letter: bytes) -> bool:
    return letter.isascii() and not letter.isalnum() and letter > b" "


def _is_punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "P"


def _is_symbol(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"
