"""Blocks of code as Hugo and as Sphinx print them, made comparable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


def read_code(element: HtmlElement, classes: set[str]) -> list[Any] | None:
    """Return a block of code, with its language, line numbers and marked lines."""
    if element.tag == "div" and any(c.startswith("highlight") for c in classes):
        pre = element.xpath(".//pre")
    elif element.tag == "pre":
        pre = [element]
    else:
        return None
    if not pre:
        return None
    attributes: dict[str, str] = {}
    name = _language(element)
    if name:
        attributes["lang"] = name
    pieces = [piece for part in pre for piece in _pieces(part, "")]
    text = "".join(piece for piece, kind in pieces if kind != "number")
    numbers = " ".join(p for p, kind in pieces if kind == "number").split()
    if numbers:
        attributes["numbers"] = " ".join(numbers)
    marked: dict[int, None] = {}
    line = 1
    for piece, kind in pieces:
        if kind == "number":
            continue
        for character in piece:
            if kind == "marked":
                marked[line] = None
            line += character == "\n"
    if marked:
        attributes["marked"] = " ".join(map(str, marked))
    return ["pre", attributes, [text.rstrip("\n")] if text.strip("\n") else []]


def _pieces(element: HtmlElement, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the text of code in pieces: ``number``, ``marked`` or neither."""
    classes = set(element.get("class", "").split())
    if classes & {"linenos", "lnt", "ln", "lnlinks"} or element.xpath(
        "boolean(ancestor::td[@class='linenos'])"
    ):
        kind = "number"
    elif classes & {"hll", "hl"} and kind != "number":
        kind = "marked"
    if element.text:
        yield element.text, kind
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child, kind)
        if child.tail:
            yield child.tail, kind


def _language(element: HtmlElement) -> str:
    """Return the language by its first name in Pygments; empty for plain text."""
    written = element.xpath("(descendant-or-self::*/@data-lang)[1]")
    named = re.search(r"\bhighlight-(\S+)", element.get("class", ""))
    name = written[0] if written else named[1] if named else ""
    try:
        known = get_lexer_by_name(name).aliases[0] if name else ""
    except ClassNotFound:
        return ""
    return "" if known in ("text", "default", "none") else known
