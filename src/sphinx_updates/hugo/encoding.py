"""From bytes to text, and text that went through the wrong encoding once.

Every file of a site is decoded here; what comes out has one line feed per line end and
no byte order mark, so that offsets mean the same everywhere.
"""

from __future__ import annotations

import re
from typing import Final

from ftfy import fix_encoding
from ftfy.badness import is_bad

from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

_BOM: Final = b"\xef\xbb\xbf"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")

# What the bytes of UTF-8 beyond ASCII look like when read as Windows-1252; the five
# bytes that it leaves undefined pass through, as in browsers.
_READ_WRONG: Final = {
    chr(byte)
    if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
    else bytes([byte]).decode("cp1252"): byte
    for byte in range(0x80, 0x100)
}
# The same bytes read as Latin-1.
_READ_WRONG.update((chr(byte), byte) for byte in range(0x80, 0xA0))
_SUSPECTS: Final = re.compile(f"[{re.escape(''.join(_READ_WRONG))}]{{2,}}")


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode the bytes of a file as UTF-8; never raises.

    :return: The text, bytes that are not UTF-8 replaced by U+FFFD, and one problem at
        the first of them.
    """
    data = data.removeprefix(_BOM)
    try:
        return _unify(data.decode()), ()
    except UnicodeDecodeError as error:
        offset = len(_unify(data[: error.start].decode()))
        found = data[error.start]
        hint = "save the file as UTF-8"
        if data.startswith(_UTF16):
            hint = f"the file looks like UTF-16; {hint}"
        message = f"byte 0x{found:02x} is not UTF-8; {hint}"
    span = Span(offset, offset + 1)
    problem = Problem(ProblemKind.ENCODING, message, span)
    return _unify(data.decode(errors="replace")), (problem,)


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def find_mojibake(text: str) -> Problem | None:
    """Find UTF-8 that was read as Windows-1252 or Latin-1 and saved again.

    :return: One problem at the first place, None for clean text.
    """
    if not is_bad(text):
        return None
    first: tuple[Span, str] | None = None
    more = 0
    offset = 0
    for line in text.split("\n"):
        fault = _find_in_line(line)
        if fault and first is None:
            span, meant = fault
            first = Span(span.start + offset, span.end + offset), meant
        elif fault:
            more += 1
        offset += len(line) + 1
    if first is None:
        return None
    span, meant = first
    found = text[span.start : span.end]
    message = f"text was encoded twice: {found!r} stands where {meant!r} was meant"
    if more:
        message += f", and {more} more line{'s' if more > 1 else ''} like it"
    return Problem(
        ProblemKind.ENCODING, f"{message}; save the file as UTF-8 once", span
    )


def _find_in_line(line: str) -> tuple[Span, str] | None:
    """Return the first fragment of *line* that was encoded twice, and what it meant.

    Two witnesses are asked: the characters must be the bytes of UTF-8, and they must
    look bad to ftfy. Either alone finds faults in clean text.
    """
    if not is_bad(line) or fix_encoding(line) == line:
        return None
    for match in _SUSPECTS.finditer(line):
        data = bytes(_READ_WRONG[char] for char in match.group())
        try:
            meant = data.decode()
        except UnicodeDecodeError:
            continue
        if is_bad(match.group()):
            return Span(*match.span()), meant
    return None
