"""How the text of a template moves through CSS; the steps are those of html_text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sphinx_updates.hugo.templates.escape.context import Context, State, failed
from sphinx_updates.hugo.templates.escape.html_text import in_url
from sphinx_updates.hugo.templates.quoting import quote

_BLANKS: Final = "\t\n\f\r "
_MARK: Final = re.compile(r"""[("']|/[/*]""")
_NOT_BLANK: Final = re.compile(rf"[^{_BLANKS}]")
_ENDS: Final = {
    State.CSS_DOUBLE: re.compile(r'[\\"]'),
    State.CSS_SINGLE: re.compile(r"[\\']"),
    State.CSS_DOUBLE_URL: re.compile(r'[\\"]'),
    State.CSS_SINGLE_URL: re.compile(r"[\\']"),
    State.CSS_URL: re.compile(rf"[\\{_BLANKS})]"),
}
_STARTS: Final = {
    '"': State.CSS_DOUBLE,
    "'": State.CSS_SINGLE,
    "//": State.CSS_LINE_COMMENT,
    "/*": State.CSS_BLOCK_COMMENT,
}
_URL_STARTS: Final = {'"': State.CSS_DOUBLE_URL, "'": State.CSS_SINGLE_URL}
LINE_END: Final = re.compile("[\n\f\r]")
_ESCAPE: Final = re.compile(
    r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[\t\n\f\r ])?|(.)|\Z)", re.DOTALL
)
_HIGHEST: Final = 0x10FFFF


def in_style(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind the next mark that starts a string, a comment or an address."""
    at = start
    while (match := _MARK.search(text, at, end)) is not None:
        at = match.end()
        if match[0] in _STARTS:
            return replace(context, state=_STARTS[match[0]]), at
        if _ends_with_url(text, start, match.start()):
            return _at_url(context, text, at, end)
    return context, end


def in_string(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind a string or an address; any string may be an address."""
    marks, at, last = _ENDS[context.state], start, start
    while (match := marks.search(text, at, end)) is not None:
        at = match.end()
        if match[0] != "\\":
            return replace(context, state=State.CSS), at
        if at == end:
            rest = quote(text[start:end])
            message = f"unfinished escape sequence in CSS string: {rest}"
            return failed(message), end
        at += 1
        context = _read_url(context, text[last:at])
        # What the escape stands for may depend on the digits behind it.
        last = match.start()
    return _read_url(context, text[at:end]), end


def decode(text: str) -> str:
    r"""Return *text* without the escapes of CSS: ``\41`` is ``A``."""
    return _ESCAPE.sub(_decoded, text) if "\\" in text else text


def _decoded(match: re.Match[str]) -> str:
    digits, other = match.groups()
    if digits is None:
        return other or ""
    code = int(digits, 16)
    if code > _HIGHEST:
        # The last digit does not belong to it; nor does the blank behind it.
        return chr(code // 16) + match[0][len(digits) :]
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)


def _read_url(context: Context, text: str) -> Context:
    decoded = decode(text)
    return in_url(context, decoded, 0, len(decoded))[0]


def _at_url(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Return the context inside an address, behind its quote if it has one."""
    match = _NOT_BLANK.search(text, start, end)
    at = match.start() if match else end
    state = _URL_STARTS.get(match[0]) if match else None
    if state is None:
        return replace(context, state=State.CSS_URL), at
    return replace(context, state=state), at + 1


def _ends_with_url(text: str, start: int, end: int) -> bool:
    """Say whether the word before *end* is ``url``."""
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    first = end - 3
    if first < start or text[first:end].lower() != "url":
        return False
    before = text[first - 1] if first > start else " "
    return not (before.isalnum() or before in "-_" or before >= "\x80")
