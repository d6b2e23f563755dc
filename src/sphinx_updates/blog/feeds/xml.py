"""Elements of XML, as feeds and the sitemap write them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from sphinx_updates.blog.feeds.text import printable

ATOM: Final = "http://www.w3.org/2005/Atom"
MEDIA: Final = "http://search.yahoo.com/mrss/"


def add(
    parent: etree._Element, name: str, text: str = "", **attributes: str
) -> etree._Element:
    """Add an element to *parent* and return it.

    :param name: With its namespace, as lxml writes it.
    """
    element = etree.SubElement(parent, name)
    element.text = printable(text) or None
    element.attrib.update(attributes)
    return element


def document(root: etree._Element) -> bytes:
    """Return *root* as a file, UTF-8."""
    return bytes(
        etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    )
