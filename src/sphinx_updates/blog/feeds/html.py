"""The HTML of a page for a place of its own: absolute addresses, no page around it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

import lxml.html

from sphinx_updates.blog.feeds.text import printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OURS: Final = " updates-"
"""What a class begins with that stands around a post and not in it."""
_AROUND: Final = frozenset({"aside", "footer", "header", "nav", "section"})
_DROPPED: Final = frozenset({"base", "link", "meta", "script", "style", "title"})
_CANDIDATES: Final = re.compile(r",\s+|(?<=\d[wx]),")


def for_feeds(html: str, url: str) -> str:
    """Return *html*, as it stands on the page *url*, for readers elsewhere.

    The title, what stands around a post, scripts and links to headings are left out.
    """
    html = printable(html)
    if not html.strip():
        return ""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            element.drop_tree()  # a comment
        elif element is not root and _is_around(element):
            element.drop_tree()
    title = root.find(".//h1")
    if title is not None:
        title.drop_tree()
    for paragraph in root.find_class("ablog-post-excerpt"):
        # ABlog puts paragraphs into a paragraph; the parser leaves the outer one empty.
        if len(paragraph) == 0 and not (paragraph.text or "").strip():
            paragraph.drop_tag()
    _make_absolute(root, url)
    parts = (lxml.html.tostring(child, encoding="unicode") for child in root)
    return (escape(root.text or "", quote=False) + "".join(parts)).strip()


def _is_around(element: HtmlElement) -> bool:
    if element.getparent() is None:
        return False  # went with what it was in
    classes = f" {element.get('class', '')}"
    return (
        element.tag in _DROPPED
        or " headerlink" in classes
        or (element.tag in _AROUND and _OURS in classes)
    )


def _make_absolute(root: HtmlElement, url: str) -> None:
    root.make_links_absolute(url, resolve_base_href=False, handle_failures="discard")
    for element in root.iter("img", "source", "video"):
        for name in ("srcset", "poster"):
            if value := element.get(name):
                change = _srcset if name == "srcset" else _joined
                element.set(name, change(value, url))


def _srcset(value: str, url: str) -> str:
    candidates = (part.split() for part in _CANDIDATES.split(value))
    return ", ".join(
        " ".join((_joined(place, url), *descriptors))
        for place, *descriptors in filter(None, candidates)
    )


def _joined(address: str, url: str) -> str:
    try:
        return urljoin(url, address)
    except ValueError:
        return ""
