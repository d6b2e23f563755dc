"""Merging tables of Hugo's configuration: files over files, themes below the site.

Keys are in lower case. What a table takes over from below is its ``_merge``: nothing
(``none``), keys that it has not got (``shallow``), or these and what lies in common
tables too (``deep``). Hugo's own choice is ``deep`` for ``params``, ``shallow`` for
menus, media types and output formats, ``none`` for all other tables.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final, cast

Table = dict[str, object]

MERGE: Final = "_merge"
_SHALLOW: Final = ("outputformats", "mediatypes", "menus")


def as_table(value: object) -> Table:
    """Return *value* if it is a table, else an empty one."""
    return cast("Table", value) if isinstance(value, dict) else {}


def overlay(base: Table, above: Table) -> None:
    """Let what *above* says replace what *base* says, in common tables key by key."""
    for key, value in above.items():
        under = base.get(key)
        if isinstance(under, dict) and isinstance(value, dict):
            overlay(under, value)
        else:
            base[key] = deepcopy(value)


def rename_old_keys(config: Table) -> None:
    """Give ``menu`` its new name, in the site's table and in those of languages."""
    languages = as_table(config.get("languages")).values()
    for table in (config, *map(as_table, languages)):
        if "menu" in table:
            menus = table.pop("menu")
            table.setdefault("menus", menus)


def set_strategies(config: Table) -> None:
    """Write into every table of a site's configuration how it is merged."""
    chosen = _chosen(config)
    for key, value in config.items():
        if isinstance(value, dict):
            _set_strategy(value, (key,), chosen)


def _set_strategy(table: Table, path: tuple[str, ...], above: str) -> None:
    table.setdefault(MERGE, _default(path, above))
    for key, value in table.items():
        if isinstance(value, dict):
            _set_strategy(value, (*path, key), _chosen(table))


def _default(path: tuple[str, ...], above: str) -> str:
    """Return the strategy of a table that names none.

    :param above: That of the table around it; ``""`` if that is the site's own.
    """
    key = path[-1]
    is_menu = key == "menus" and len(path) == 3 and path[0] == "languages"
    if key == "params":
        return "deep"
    if is_menu or (len(path) == 1 and key in _SHALLOW):
        return "shallow"
    return above or "none"


def _chosen(table: Table) -> str:
    """Return the table's own strategy; to Hugo any other word means ``deep``."""
    value = table.get(MERGE)
    if value is None:
        return ""
    word = str(value).lower()
    return word if word in ("none", "shallow") else "deep"


def add_defaults(config: Table, below: Table) -> None:
    """Add to a site's configuration what a theme's says, as far as it is wanted.

    :param config: One that :func:`set_strategies` has seen.
    """
    chosen = _chosen(config)
    if chosen == "none":
        return
    for key, value in below.items():
        if not isinstance(value, dict):
            if chosen == "deep" and key != MERGE:
                config.setdefault(key, deepcopy(value))
            continue
        own = config.get(key)
        if own is None:
            fresh: Table = {MERGE: _default((key,), chosen)}
            _merge(fresh, value, "")
            if len(fresh) > 1:
                config[key] = fresh
        elif isinstance(own, dict):
            _merge(own, value, "")


def _merge(table: Table, below: Table, above: str) -> None:
    strategy = _chosen(table) or above
    is_closed = strategy == "none" or above == "shallow"
    for key, value in below.items():
        if key == MERGE:
            continue
        if key not in table:
            if not is_closed:
                table[key] = deepcopy(value)
        elif isinstance(own := table[key], dict) and isinstance(value, dict):
            _merge(own, value, strategy)


def for_language(config: Table, own: Table) -> Table:
    """Return the configuration of a language whose table is *own*.

    What the language says takes the place of what the site says; of a table, as much
    of the site's is kept as its ``_merge`` says.
    """
    merged = dict(config)
    for key, value in own.items():
        if key in (MERGE, "languages"):
            continue
        above = deepcopy(value)
        under = config.get(key)
        if isinstance(above, dict) and isinstance(under, dict):
            _merge(above, under, _chosen(above) or "none")
        merged[key] = above
    return merged


def without_strategies(table: Table) -> Table:
    """Return a copy of *table* without ``_merge`` in any of its tables."""
    return {
        key: without_strategies(value) if isinstance(value, dict) else deepcopy(value)
        for key, value in table.items()
        if key != MERGE
    }
