"""How the text of a template moves through HTML: tags, attributes and their values.

A step takes a context, a text and the part of it that is to be read, and returns the
context after what it read and where that ends. A step that reads nothing changes the
state, so that repeated steps come to an end.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sphinx_updates.hugo.templates.escape.attributes import Kind, kind_of
from sphinx_updates.hugo.templates.escape.context import (
    CONTENT_STATES,
    VALUE_STATES,
    Attr,
    Context,
    Delim,
    Element,
    State,
    UrlPart,
    failed,
)
from sphinx_updates.hugo.templates.quoting import quote

BLANKS: Final = " \t\n\f\r"

_TAG: Final = re.compile(
    r"<(?:!--|(?P<end>/?)(?P<name>[A-Za-z](?:[A-Za-z0-9]|[:-][A-Za-z0-9])*))"
)
_NOT_BLANK: Final = re.compile(rf"[^{BLANKS}]")
_NAME_END: Final = re.compile(rf"[{BLANKS}=>'\"<]")
_META_URL: Final = re.compile(rf"url[{BLANKS}]*=", re.IGNORECASE | re.ASCII)
_QUERY: Final = re.compile(r"[#?]")

_ELEMENTS: Final = {
    "script": Element.SCRIPT,
    "style": Element.STYLE,
    "textarea": Element.TEXTAREA,
    "title": Element.TITLE,
    "meta": Element.META,
}
_ATTRS: Final = {
    Kind.URL: Attr.URL,
    Kind.CSS: Attr.STYLE,
    Kind.JS: Attr.SCRIPT,
    Kind.SRCSET: Attr.SRCSET,
}
_SHOWN: Final = 32
"""Characters of the text that a message shows."""


def in_text(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind the next tag's name or the start of a comment."""
    match = _TAG.search(text, start, end)
    if match is None:
        return context, end
    if match["name"] is None:
        return Context(State.HTML_COMMENT), match.end()
    name = "" if match["end"] else match["name"].lower()
    return Context(State.TAG, element=_ELEMENTS.get(name, Element.NONE)), match.end()


def in_comment(
    context: Context, text: str, start: int, end: int
) -> tuple[Context, int]:
    """Step to behind an HTML comment."""
    found = text.find("-->", start, end)
    return (context, end) if found < 0 else (Context(), found + 3)


def in_tag(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind the tag, or behind the name of its next attribute."""
    at = _skip_blanks(text, start, end)
    if at == end:
        return context, end
    if text[at] == ">":
        if context.element is Element.META:
            return Context(), at + 1
        state = CONTENT_STATES[context.element]
        return Context(state, element=context.element), at + 1
    stop = _NAME_END.search(text, at, end)
    if stop is not None and stop[0] in "'\"<":
        return _bad_name(stop[0], text[start:end]), end
    if stop is not None and stop.start() == at:
        rest = quote(text[at:end])
        message = f"expected space, attr name, or end of tag, but got {rest}"
        return failed(message), end
    behind = stop.start() if stop else end
    attr = _attr(context.element, text[at:behind].lower())
    state = State.AFTER_NAME if stop else State.ATTR_NAME
    return Context(state, attr=attr, element=context.element), behind


def in_name(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind the rest of an attribute's name."""
    stop = _NAME_END.search(text, start, end)
    if stop is None:
        return context, end
    if stop[0] in "'\"<":
        return _bad_name(stop[0], text[start:end]), end
    return replace(context, state=State.AFTER_NAME), stop.start()


def after_name(
    context: Context, text: str, start: int, end: int
) -> tuple[Context, int]:
    """Step to behind the equals sign; without one the attribute has no value."""
    at = _skip_blanks(text, start, end)
    if at == end:
        return context, end
    if text[at] != "=":
        return replace(context, state=State.TAG), at
    return replace(context, state=State.BEFORE_VALUE), at + 1


def before_value(
    context: Context, text: str, start: int, end: int
) -> tuple[Context, int]:
    """Step into the value, behind its quote if it has one."""
    at = _skip_blanks(text, start, end)
    if at == end:
        return context, end
    delim = {"'": Delim.SINGLE, '"': Delim.DOUBLE}.get(text[at], Delim.SPACE)
    inside = replace(context, state=VALUE_STATES[context.attr], delim=delim)
    return inside, at if delim is Delim.SPACE else at + 1


def in_value(
    context: Context, _text: str, _start: int, end: int
) -> tuple[Context, int]:
    """Step over plain text that ends elsewhere: a value, or the content of a title."""
    return context, end


def in_url(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step over a part of an address, noting where its query begins."""
    if _QUERY.search(text, start, end):
        return replace(context, url_part=UrlPart.QUERY), end
    is_blank = _skip_blanks(text, start, end) == end
    if context.url_part is UrlPart.NONE and not is_blank:
        return replace(context, url_part=UrlPart.BEFORE_QUERY), end
    return context, end


def in_meta(context: Context, text: str, start: int, end: int) -> tuple[Context, int]:
    """Step to behind ``url=`` in the content of a ``meta``."""
    match = _META_URL.search(text, start, end)
    if match is None:
        return context, end
    return replace(context, state=State.META_URL), match.end()


def in_meta_url(
    context: Context, text: str, start: int, end: int
) -> tuple[Context, int]:
    """Step to behind the semicolon that ends an address in a ``meta``."""
    found = text.find(";", start, end)
    if found < 0:
        return context, end
    return replace(context, state=State.META_CONTENT), found + 1


def _skip_blanks(text: str, start: int, end: int) -> int:
    match = _NOT_BLANK.search(text, start, end)
    return match.start() if match else end


def _bad_name(mark: str, text: str) -> Context:
    return failed(f"{quote(mark)} in attribute name: {quote(text[:_SHOWN])}")


def _attr(element: Element, name: str) -> Attr:
    if element is Element.SCRIPT and name == "type":
        return Attr.SCRIPT_TYPE
    if element is Element.META and name == "content":
        return Attr.META_CONTENT
    return _ATTRS.get(kind_of(name), Attr.NONE)
