"""The functions that the pipes of actions end with.

Each takes the values of the pipe, mostly one, and returns text that is safe in its
place. Text that was declared safe for that place passes as it is. What an escaper has
returned is plain text to the next one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.escape import addresses, markup, script_values
from sphinx_updates.hugo.templates.escape.attributes import Kind, kind_of
from sphinx_updates.hugo.templates.escape.pipeline import PREFIX, function_name
from sphinx_updates.hugo.templates.escape.replacing import (
    FAILSAFE,
    plain_text_of,
    text_of,
)
from sphinx_updates.hugo.templates.escape.style_text import decode
from sphinx_updates.hugo.templates.escape.style_values import (
    escape_string,
    is_harmless,
)
from sphinx_updates.hugo.templates.escape.tags import strip_tags
from sphinx_updates.hugo.templates.functions.escaping import html, urlquery
from sphinx_updates.hugo.templates.values import (
    CSS,
    HTML,
    JS,
    URL,
    HTMLAttr,
    JSStr,
    Srcset,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_updates.hugo.templates.nodes import Pipe


def html_text(*values: object) -> str:
    """Return what is written between tags."""
    text = text_of(*values)
    return text if isinstance(text, HTML) else markup.escape(text)


def rcdata(*values: object) -> str:
    """Return what is written into a title or a textarea, where no tags can stand."""
    text = text_of(*values)
    is_html = isinstance(text, HTML)
    return markup.escape_once(text) if is_html else markup.escape(text)


def attribute(*values: object) -> str:
    """Return what is written between quotes; HTML loses its tags."""
    text = text_of(*values)
    if isinstance(text, HTML):
        return markup.escape_once(strip_tags(text))
    return markup.escape(text)


def unquoted(*values: object) -> str:
    """Return the value of an attribute without quotes, which cannot be empty."""
    text = text_of(*values)
    if isinstance(text, HTML):
        return markup.escape_unquoted_once(strip_tags(text))
    return markup.escape_unquoted(text) if text else FAILSAFE


def attribute_name(*values: object) -> str:
    """Return the name of an attribute or tag if it cannot do harm."""
    text = text_of(*values)
    if isinstance(text, HTMLAttr):
        return text
    name = text.lower()
    is_name = name.isascii() and name.isalnum()
    return name if is_name and kind_of(name) is Kind.PLAIN else FAILSAFE


def nothing(*_: object) -> str:
    """Return the text of a comment: none, comments are left out."""
    return ""


def url_filter(*values: object) -> str:
    """Return an address if its scheme is known to be harmless."""
    text = text_of(*values)
    is_safe = isinstance(text, URL) or addresses.is_safe(text)
    return str(text) if is_safe else f"#{FAILSAFE}"


def url_part(*values: object) -> str:
    """Return a part of an address, ready for an attribute."""
    return addresses.normalize(plain_text_of(*values))


def url_query(*values: object) -> str:
    """Return a value in the query of an address."""
    text = text_of(*values)
    encode = addresses.normalize if isinstance(text, URL) else addresses.escape
    return encode(str(text))


def srcset(*values: object) -> str:
    """Return a list of addresses with sizes."""
    text = text_of(*values)
    if isinstance(text, Srcset):
        return text
    if isinstance(text, URL):
        return addresses.normalize(text).replace(",", "%2c")
    return ",".join(map(addresses.filter_candidate, text.split(",")))


def css_value(*values: object) -> str:
    """Return a value of a style if it cannot do harm."""
    text = text_of(*values)
    if isinstance(text, CSS):
        return text
    decoded = decode(str(text))
    return decoded if is_harmless(decoded) else FAILSAFE


def css_string(*values: object) -> str:
    """Return the inside of a string of a style."""
    return escape_string(plain_text_of(*values))


def js_value(*values: object) -> str:
    """Return a literal of JavaScript."""
    value = values[0] if len(values) == 1 else text_of(*values)
    if isinstance(value, JS):
        return value
    if isinstance(value, JSStr):
        return f'"{value}"'
    return script_values.literal(value)


def js_string(*values: object) -> str:
    """Return the inside of a string of JavaScript."""
    text = text_of(*values)
    is_string = isinstance(text, JSStr)
    escape = script_values.escape_once if is_string else script_values.escape
    return escape(str(text))


def js_template(*values: object) -> str:
    """Return the inside of a template literal of JavaScript."""
    return script_values.escape_template(plain_text_of(*values))


def js_regexp(*values: object) -> str:
    """Return a part of a regular expression that matches the text itself."""
    # An empty expression would start a comment.
    return script_values.escape_regexp(plain_text_of(*values)) or "(?:)"


ESCAPERS: Final[Mapping[str, Callable[..., str]]] = {
    PREFIX + name: function
    for name, function in {
        "attrescaper": attribute,
        "commentescaper": nothing,
        "cssescaper": css_string,
        "cssvaluefilter": css_value,
        "htmlescaper": html_text,
        "htmlnamefilter": attribute_name,
        "jsregexpescaper": js_regexp,
        "jsstrescaper": js_string,
        "jstmpllitescaper": js_template,
        "jsvalescaper": js_value,
        "nospaceescaper": unquoted,
        "rcdataescaper": rcdata,
        "srcsetescaper": srcset,
        "urlescaper": url_query,
        "urlfilter": url_filter,
        "urlnormalizer": url_part,
    }.items()
}
"""The escapers by the names that stand in pipes."""

_LAST: Final[Mapping[str, Callable[..., str]]] = {
    **ESCAPERS,
    "html": html,
    "urlquery": urlquery,
}


def split_escapers(pipe: Pipe) -> tuple[Pipe, list[Callable[..., str]]]:
    """Return *pipe* without the escapers at its end, and these as functions."""
    commands = list(pipe.commands)
    escapers: list[Callable[..., str]] = []
    while len(commands) > 1 and len(commands[-1].arguments) == 1:
        escape = _LAST.get(function_name(commands[-1]))
        if escape is None:
            break
        escapers.insert(0, escape)
        commands.pop()
    return replace(pipe, commands=tuple(commands)), escapers
