"""Values as XML, as Hugo writes it: without escaping, as it does.

Source: run on Hugo 0.168; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_updates.hugo.templates.bounds import joined, spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.formats.writing import check_depth


def write_xml(value: Mapping[str, object]) -> str:
    """Return *value* as an element ``root``."""
    return joined("\n", _element("root", value, 0))


def _element(name: str, value: object, depth: int) -> Iterator[str]:
    check_depth(depth)
    spend()
    margin = "\t" * depth
    if isinstance(value, Mapping):
        yield f"{margin}<{name}>"
        for key in sorted(value):
            yield from _element(str(key), value[key], depth + 1)
        yield f"{margin}</{name}>"
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _element(name, item, depth + isinstance(item, list | tuple))
    elif value is None or value == "":
        yield f"{margin}<{name}/>"
    else:
        yield f"{margin}<{name}>{to_string(value)}</{name}>"
