"""How the text of a template moves through JavaScript.

The steps are those of :mod:`html_text`. What a slash means is guessed from the token
before it, as Go guesses it; templates of sites are written for its guesses.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sphinx_updates.hugo.templates.escape.context import Context, Slash, State, failed
from sphinx_updates.hugo.templates.quoting import quote

_MARK: Final = re.compile("[\"'`/{}<-]|#!")
_STRING_MARKS: Final = {
    State.JS_DOUBLE: re.compile(r'[\\"]'),
    State.JS_SINGLE: re.compile(r"[\\']"),
    State.JS_REGEXP: re.compile(r"[\\/\[\]]"),
}
_TEMPLATE_MARK: Final = re.compile(r"[\\`]|\$\{")
LINE_END: Final = re.compile("[\n\r\u2028\u2029]")
_BLANKS: Final = "\t\n\f\r \u2028\u2029"
_STRINGS: Final = {
    '"': State.JS_DOUBLE,
    "'": State.JS_SINGLE,
    "`": State.JS_TEMPLATE,
}
_COMMENTS: Final = {
    "//": State.JS_LINE_COMMENT,
    "/*": State.JS_BLOCK_COMMENT,
    "<!--": State.JS_OPEN_COMMENT,
    "-->": State.JS_CLOSE_COMMENT,
    "#!": State.JS_LINE_COMMENT,
}
_COMMENT: Final = re.compile(r"//|/\*|<!--|-->|#!")
_WORD: Final = re.compile(r"[A-Za-z0-9_$]*\Z")
_BEFORE_REGEXP: Final = frozenset(
    {
        "break",
        "case",
        "continue",
        "delete",
        "do",
        "else",
        "finally",
        "in",
        "instanceof",
        "return",
        "throw",
        "try",
        "typeof",
        "void",
    }
)
"""Keywords after which a slash starts a regular expression."""
_LONGEST: Final = 16
"""More characters than any keyword has."""
_SCRIPT_END: Final = "</script"
_SHOWN: Final = 32
_MAX_DEPTH: Final = 200
"""Template literals inside each other; scripts that people write have two or three."""

_TYPES: Final = frozenset(
    {"", "module"}
    | {f"text/javascript1.{number}" for number in range(6)}
    | {f"application/{name}" for name in ("json", "ld+json")}
    | {
        f"{kind}/{prefix}{name}"
        for kind in ("application", "text")
        for prefix in ("", "x-")
        for name in ("ecmascript", "javascript")
    }
    | {"text/jscript", "text/livescript"}
)


def is_script_type(text: str) -> bool:
    """Say whether a ``script`` of the type *text* holds JavaScript or JSON."""
    return text.lower().partition(";")[0].strip() in _TYPES


def in_script(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind the next mark that may start a string, comment or regexp."""
    match = _MARK.search(text, start, end)
    at = match.start() if match else end
    slash = _slash_after(text, start, at, context.slash)
    context = replace(context, slash=slash)
    if match is None:
        return context, end
    comment = _COMMENT.match(text, at, end)
    if comment is not None:
        return replace(context, state=_COMMENTS[comment[0]]), comment.end()
    mark = match[0]
    if mark in _STRINGS:
        inside = replace(context, state=_STRINGS[mark], slash=Slash.REGEXP)
        return inside, at + 1
    if mark == "/":
        return _at_slash(context, text, at, end)
    if mark in "{}":
        return _at_brace(context, mark), at + 1
    return context, at + 1


def in_string(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind a string or a regular expression."""
    marks = _STRING_MARKS[context.state]
    at, in_charset = start, False
    while (match := marks.search(text, at, end)) is not None:
        mark, at = match[0], match.end()
        if mark == "\\":
            if at == end:
                return _unfinished(text[start:end]), end
            at += 1
        elif mark in "[]":
            in_charset = mark == "["
        elif mark == "/" and _ends_script(text, max(at - 2, start), end):
            at += 1
        elif not in_charset:
            return replace(context, state=State.JS, slash=Slash.DIVISION), at
    if in_charset:
        rest = quote(text[start:end])
        return failed(f"unfinished JS regexp charset: {rest}"), end
    return context, end


def in_template(
    context: Context, text: str, start: int, end: int
) -> tuple[Context, int]:
    """Step to behind a template literal, or into an expression inside it."""
    at = start
    while (match := _TEMPLATE_MARK.search(text, at, end)) is not None:
        at = match.end()
        if match[0] == "`":
            return replace(context, state=State.JS), at
        if match[0] == "${":
            if len(context.braces) == _MAX_DEPTH:
                return failed("JS template literals nest too deep"), end
            braces = (*context.braces, 0)
            return replace(context, state=State.JS, braces=braces), at
        if at == end:
            return _unfinished(text[start:end]), end
        at += 1
    return context, end


def _at_slash(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    match context.slash:
        case Slash.REGEXP:
            return replace(context, state=State.JS_REGEXP), at + 1
        case Slash.DIVISION:
            return replace(context, slash=Slash.REGEXP), at + 1
    rest = quote(text[at : min(end, at + _SHOWN)])
    return failed(f"'/' could start a division or regexp: {rest}"), end


def _at_brace(context: Context, mark: str) -> Context:
    """Return the context behind a brace, which may end a ``${`` of a literal."""
    if not context.braces:
        return replace(context, slash=Slash.REGEXP)
    *outer, depth = context.braces
    depth += 1 if mark == "{" else -1
    if depth < 0:
        return replace(context, state=State.JS_TEMPLATE, braces=tuple(outer))
    return replace(context, slash=Slash.REGEXP, braces=(*outer, depth))


def _slash_after(text: str, start: int, end: int, before: Slash) -> Slash:
    """Return what a slash means behind a run of tokens without strings and comments."""
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    if start == end:
        return before
    last = text[end - 1]
    if last == "+":
        first = end
        while first > start and text[first - 1] == last:
            first -= 1
        # a++ is an operand, a+ wants one.
        return Slash.REGEXP if (end - first) % 2 else Slash.DIVISION
    if last == ".":
        is_number = end - 1 > start and text[end - 2] in "0123456789"
        return Slash.DIVISION if is_number else Slash.REGEXP
    if last in ",>=*%&|^?!~([:;":
        return Slash.REGEXP
    word = _WORD.search(text[max(start, end - _LONGEST) : end])
    is_keyword = word is not None and word[0] in _BEFORE_REGEXP
    return Slash.REGEXP if is_keyword else Slash.DIVISION


def _ends_script(text: str, at: int, end: int) -> bool:
    """Say whether an end tag of ``script`` starts here: it is escaped, not read."""
    behind = at + len(_SCRIPT_END)
    return behind <= end and text[at:behind].lower() == _SCRIPT_END


def _unfinished(text: str) -> Context:
    return failed(f"unfinished escape sequence in JS string: {quote(text)}")
