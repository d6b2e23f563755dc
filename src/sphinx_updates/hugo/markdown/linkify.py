"""Bare addresses become links: ``https://…``, ``www.…`` and e-mail addresses.

Source: goldmark extension/linkify.go, compared with Hugo 0.168 case by case.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_HOST: Final = r"[-\w@:%.+~#=]{1,256}\.[a-z]+"
_URL: Final = re.compile(
    rf"(?:https?|ftp)://{_HOST}(?::\d+)?(?:[/#?][-\w@:%+.~#$!?&/=();,'\">^{{}}\[\]`]*)?",
    re.ASCII,
)
_WWW: Final = re.compile(
    rf"www\.{_HOST}(?:[/#?][-\w@:%+.~#!?&/=();,'\">^{{}}\[\]`]*)?", re.ASCII
)
_LABEL: Final = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_MAX_LOCAL: Final = 256
"""How long an e-mail address may be before its ``@``: a bound for the search."""
_EMAIL: Final = re.compile(
    rf"[\w!#$%&'*+\-./=?^`{{|}}~]{{1,{_MAX_LOCAL}}}@{_LABEL}(?:\.{_LABEL})*", re.ASCII
)
_ENTITY: Final = re.compile(r"&[a-zA-Z0-9]+;\Z")
_TRAILING: Final = "?!.,:*_~"
_BEFORE: Final = frozenset(" \t\n\r*_~(")
_STARTS: Final = ("http", "ftp:", "www.")

TERMINATORS: Final = (
    r"(?<![A-Za-z0-9])(?:https?://|ftp://|www\.)",
    # The beginning of what has an @ in it.
    (
        r"(?:(?<=[\s*_~('\"])|\A)"
        rf"(?=[\w][\w!#$%&'*+\-./=?^{{|}}~]{{0,{_MAX_LOCAL - 1}}}@)"
    ),
)
"""Where text may end because an address begins."""


def linkify_plugin(md: MarkdownIt, protocol: str) -> None:
    """Link bare addresses; *protocol* is that of those which begin with ``www.``."""

    def linkify(state: StateInline, silent: bool) -> bool:
        if silent or state.linkLevel or not _may_begin(state):
            return False
        found = _find(state, protocol)
        if found is None:
            return False
        text, url = found
        href = md.normalizeLink(url)
        if not md.validateLink(href):
            return False
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": href}
        token.markup, token.info = "autolink", "auto"
        state.push("text", "", 0).content = text
        token = state.push("link_close", "a", -1)
        token.markup, token.info = "autolink", "auto"
        state.pos += len(text)
        return True

    md.inline.ruler.after("text", "linkify_addresses", linkify)


def _may_begin(state: StateInline) -> bool:
    """Say whether an address may begin: at a word, or behind anything with markup."""
    if not state.pos or state.src[state.pos - 1] in _BEFORE:
        return True
    before = state.src[state.pos - 1]
    if state.pending:
        # A quote that typography has replaced is markup as well.
        return before in "'\"" and state.pending[-1] != before
    return state.tokens[-1].type != "text_special"


def _find(state: StateInline, protocol: str) -> tuple[str, str] | None:
    """Return the address at the position as its text and its URL."""
    source, start, end = state.src, state.pos, state.posMax
    if source.startswith(_STARTS, start):
        match = _URL.match(source, start, end)
        prefix = ""
        if match is None:
            match = _WWW.match(source, start, end)
            prefix = f"{protocol}://"
        if match is not None:
            text = match[0][0] + match[0][1:].rstrip(_TRAILING)
            text = _without_closers(text)
            return text, prefix + text
    if "@" not in source or not source[start].isalnum():
        return None
    match = _EMAIL.match(source, start, end)
    if match is None or "." not in match[0].partition("@")[2]:
        return None
    if source[match.end() : min(match.end() + 1, end)] in ("-", "_"):
        return None
    return match[0], f"mailto:{match[0]}"


def _without_closers(text: str) -> str:
    """Return *text* without what closes something that began before it."""
    if text.endswith(")"):
        surplus = text.count(")") - text.count("(")
        return text[:-surplus] if surplus > 0 else text
    if text.endswith(";"):
        return _ENTITY.sub("", text)
    return text
