"""Text declared safe for one place of HTML: it is not escaped there."""

from __future__ import annotations

from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import CSS, HTML, JS, URL, HTMLAttr, JSStr


@function("safe.CSS", "safeCSS")
def css(value: object) -> CSS:
    """Return *value* as a piece of CSS."""
    return CSS(to_string(value))


@function("safe.HTML", "safeHTML")
def html(value: object) -> HTML:
    """Return *value* as a piece of HTML."""
    return HTML(to_string(value))


@function("safe.HTMLAttr", "safeHTMLAttr")
def html_attr(value: object) -> HTMLAttr:
    """Return *value* as an attribute with its name."""
    return HTMLAttr(to_string(value))


@function("safe.JS", "safeJS")
def js(value: object) -> JS:
    """Return *value* as an expression of JavaScript."""
    return JS(to_string(value))


@function("safe.JSStr", "safeJSStr")
def js_string(value: object) -> JSStr:
    """Return *value* as the inside of a JavaScript string."""
    return JSStr(to_string(value))


@function("safe.URL", "safeURL")
def url(value: object) -> URL:
    """Return *value* as an address, whatever its scheme."""
    return URL(to_string(value))
