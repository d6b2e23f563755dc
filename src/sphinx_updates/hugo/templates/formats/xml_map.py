"""XML as maps: attributes with a dash before their name, text as ``#text``.

Source: run on Hugo 0.168; see the golden cases. No entity but XML's own is known.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from sphinx_updates.hugo.templates.errors import FunctionError

MAX_DEPTH: Final = 200
"""Elements in elements; feeds have five."""


def read_xml(text: str) -> object:
    """Return the map that the root element is.

    :raises FunctionError: If *text* is not XML or its root has only text.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise FunctionError(f"unmarshal failed: {error.msg}") from error
    found = _value(root, 0, None)
    if not isinstance(found, dict):
        name = etree.QName(root).localname
        raise FunctionError(
            f"XML root element '{name}' must be a map/object, got string"
        )
    return found


def _value(
    element: etree._Element, depth: int, outer: dict[str | None, str] | None
) -> object:
    if depth > MAX_DEPTH:
        raise FunctionError(f"unmarshal failed: deeper than {MAX_DEPTH} elements")
    made: dict[str, object] = {}
    for prefix, uri in element.nsmap.items():
        if outer is None or outer.get(prefix) != uri:
            made[f"-{prefix or 'xmlns'}"] = uri
    for key, value in element.attrib.items():
        made[f"-{etree.QName(key).localname}"] = value
    texts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            raise FunctionError(f"unmarshal failed: unknown entity {child.text}")
        texts.append(child.tail or "")
        _add(
            made, etree.QName(child).localname, _value(child, depth + 1, element.nsmap)
        )
    text = next((part.strip() for part in texts if part.strip()), "")
    if not made:
        return text
    if text:
        made["#text"] = text
    return made


def _add(made: dict[str, object], name: str, value: object) -> None:
    """Put *value* under *name*; several values become a list."""
    if name not in made:
        made[name] = value
        return
    old = made[name]
    made[name] = [*old, value] if isinstance(old, list) else [old, value]
