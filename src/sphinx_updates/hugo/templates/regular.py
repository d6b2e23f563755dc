"""Regular expressions as Go understands them, in time that grows with the text alone.

Go's ``regexp`` and Google's RE2 share their syntax and their rule of the leftmost
match; neither goes back, so no pattern hangs. The messages are Go's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import re2

from sphinx_updates.hugo.templates.bounds import check_length
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.quoting import utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ESCAPING: Final = "surrogateescape"
_MAX_PATTERN: Final = 100_000
"""Characters of a pattern; hand-written ones have less than a thousand."""

# What RE2 says, and what Go says.
_WORDS: Final = {
    "invalid escape sequence": "invalid escape sequence",
    "invalid character class range": "invalid character class range",
    "invalid character class": "invalid character class range",
    "missing ]": "missing closing ]",
    "missing )": "missing closing )",
    "unexpected )": "unexpected )",
    "trailing \\": "trailing backslash at end of expression",
    "no argument for repetition operator": "missing argument to repetition operator",
    "invalid repetition size": "invalid repeat count",
    "bad repetition operator": "invalid nested repetition operator",
    "invalid perl operator": "invalid or unsupported Perl syntax",
    "invalid UTF-8": "invalid UTF-8",
    "invalid named capture group": "invalid named capture",
}
_PIECE: Final = re.compile(r"\$(?:\$|(?P<plain>\w+)|\{(?P<braced>\w+)\})")
# RE2 takes letters of all scripts in the names of groups, Go ASCII alone.
_ODD_NAME: Final = re.compile(r"(?<!\\)\(\?P?<[\x00-\x7f]*[^\x00-\x7f>][^>]*>")
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One match: the spans of the whole and of each group in bytes, -1 for none."""

    data: bytes
    spans: tuple[Span, ...]

    def group(self, index: int) -> str:
        """Return a group's text; empty if it took no part or does not exist."""
        return self.raw(index).decode("utf-8", _ESCAPING)

    def raw(self, index: int) -> bytes:
        """Return a group's bytes."""
        start, end = self.spans[index] if index < len(self.spans) else (-1, -1)
        return self.data[start:end] if start >= 0 else b""

    @property
    def groups(self) -> int:
        """How many groups there are, the whole match among them."""
        return len(self.spans)


class Pattern:
    """A compiled pattern; raises :class:`FunctionError` if Go would not compile it."""

    __slots__ = ("_compiled", "_names")

    def __init__(self, pattern: str) -> None:
        options = re2.Options()
        options.log_errors = False
        data = utf8(pattern)
        if len(pattern) > _MAX_PATTERN:
            raise FunctionError("error parsing regexp: expression too large")
        if any(escape[1] == b"C" for escape in _ESCAPED.finditer(data)):
            # RE2 takes it for a single byte, which Go does not have.
            raise _error(r"invalid escape sequence: \C", pattern)
        try:
            self._compiled: Any = re2.compile(data, options)
        except re2.error as error:
            reason = error.args[0] if error.args else b""
            text = reason.decode(errors="replace") if isinstance(reason, bytes) else ""
            raise _error(text or str(reason), pattern) from None
        if odd := _ODD_NAME.search(pattern):
            raise _error(f"invalid named capture group: {odd[0]}", pattern)
        names = self._compiled.groupindex
        self._names = {name.decode(): index for name, index in names.items()}

    def find_all(self, text: str, limit: int = -1) -> Iterator[Found]:
        """Yield the matches from left to right, at most *limit*; -1 is all.

        An empty match right after another one is none, as in Go.
        """
        data = utf8(text)
        at, last_end, left = 0, -1, limit
        while left != 0 and at <= len(data):
            match = self._compiled.search(data, at)
            if match is None:
                return
            start, end = match.span()
            if start != end or end != last_end:
                groups = range(self._compiled.groups + 1)
                yield Found(data, tuple(match.span(index) for index in groups))
                left -= 1
            last_end = end
            at = end if end > start else _next_letter(data, end)

    def replace(
        self,
        text: str,
        template: str,
        limit: int = -1,
        count: Callable[[], None] = lambda: None,
    ) -> str:
        """Return *text* with its matches replaced by *template*; *count* each.

        ``$1`` and ``${name}`` in it are groups; ``$$`` is a dollar sign.
        """
        pieces = list(self._template(template))
        data = utf8(text)
        parts: list[bytes] = []
        at = length = 0
        for found in self.find_all(text, limit):
            count()
            start, end = found.spans[0]
            new = b"".join(
                piece if isinstance(piece, bytes) else found.raw(piece)
                for piece in pieces
            )
            parts += (data[at:start], new)
            length += start - at + len(new)
            check_length(length)
            at = end
        return b"".join((*parts, data[at:])).decode("utf-8", _ESCAPING)

    def _template(self, template: str) -> Iterator[bytes | int]:
        """Yield the texts of *template* and the numbers of its groups."""
        at = 0
        for piece in _PIECE.finditer(template):
            yield utf8(template[at : piece.start()])
            at = piece.end()
            name = piece["plain"] or piece["braced"]
            if not name:
                yield b"$"
            elif re.fullmatch(r"[0-9]{1,9}", name):
                yield int(name)
            elif name in self._names:
                yield self._names[name]
        yield utf8(template[at:])


def _next_letter(data: bytes, at: int) -> int:
    at += 1
    while at < len(data) and data[at] & 0xC0 == 0x80:
        at += 1
    return at


def _error(reason: str, pattern: str) -> FunctionError:
    if reason.endswith(("operator: (?<!", "operator: (?<=")):
        # Go takes it for a name that is not closed.
        rest = pattern[pattern.find(reason[-4:]) :]
        reason = f"invalid named capture group: {rest}"
    for theirs, ours in _WORDS.items():
        if reason.startswith(theirs):
            detail = reason[len(theirs) :].removeprefix(": ")
            if theirs.startswith(("missing", "unexpected")):
                detail = pattern
            if theirs.startswith("trailing"):
                detail = ""
            return FunctionError(f"error parsing regexp: {ours}: `{detail}`")
    return FunctionError(f"error parsing regexp: {reason}")


@lru_cache(maxsize=256)
def compile_pattern(pattern: str) -> Pattern:
    """Return the compiled *pattern*, from memory if it was asked for before."""
    return Pattern(pattern)
