"""``sort``: the items of a list, or the values of a map, in order.

Source: hugo@0.168 tpl/collections/sort.go, every rule run; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cmp_to_key
from typing import Final

from sphinx_updates.hugo.site.ordering import collate
from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.describe import item_type, type_name
from sphinx_updates.hugo.templates.elements import MISSING, element, path_of
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.ordering import compare_in_list
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.sequences import is_slice, items, like
from sphinx_updates.hugo.templates.version import Version

_COMPARISONS: Final = 10
"""About how often an item of a list is compared while it is sorted."""


@function("collections.Sort", "sort")
def sort(
    seq: object, field: object = None, order: object = "", *_: object
) -> list[object]:
    """Return the items by the value under *field*, lowest first; ``desc`` turns them.

    Without a field a list is sorted by its items and a map by its keys.
    """
    if seq is None:
        raise FunctionError("sequence must be provided")
    name = to_string(field)
    keys: list[object]
    if isinstance(seq, Mapping):
        names = sorted(seq, key=collate)
        found = [seq[key] for key in names]
        keys = list(names) if not name else _keys(found, name, "")
    elif is_slice(seq):
        found = items(seq)
        keys = _keys(found, name, item_type(found))
    else:
        raise FunctionError(f"can't sort {type_name(seq)}")
    places = list(range(len(found)))
    is_falling = order == "desc"
    if all(isinstance(k, str) and not isinstance(k, Version) for k in keys):
        spend(len(found))
        places.sort(key=lambda place: collate(str(keys[place])), reverse=is_falling)
    else:
        spend(len(found) * _COMPARISONS)
        order_of = cmp_to_key(compare_in_list)
        places.sort(key=lambda place: order_of(keys[place]), reverse=is_falling)
    return like(seq, [found[place] for place in places])


def _keys(found: list[object], name: str, kind: str) -> list[object]:
    if name in ("", "value"):
        return found
    path = path_of(name)
    keys = (element(item, path, kind or "interface {}") for item in found)
    return [None if key is MISSING else key for key in keys]
