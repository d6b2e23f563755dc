"""Maps: making, merging and asking them; keys into lists and maps.

Source: hugo@0.168 tpl/collections, every rule run; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_int, to_string
from sphinx_updates.hugo.templates.describe import item_type, type_name
from sphinx_updates.hugo.templates.errors import FunctionError, LimitError
from sphinx_updates.hugo.templates.printing import print_value
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.sequences import is_slice, items
from sphinx_updates.hugo.templates.truth import is_true
from sphinx_updates.hugo.templates.values import ListObject, Object, Params, reachable

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime

MAX_DEPTH: Final = 100
"""Maps in maps that are merged; what people write is nested a tenth as deep."""

_PAIRS: Final = (
    "expected a map, a slice with an even number of elements, or an even number of "
    "scalar values, and each key must be a string"
)


@function("collections.Dictionary", "dict")
def dictionary(*values: object) -> dict[str, object]:
    """Return a map of keys and values; a list of keys makes maps in maps."""
    if len(values) % 2:
        raise FunctionError("invalid dictionary call")
    spend(len(values))
    made: dict[str, object] = {}
    for key, value in zip(values[::2], values[1::2], strict=True):
        *path, name = _path(key)
        inner = made
        for part in path:
            inner = _inner(inner, part)
        inner[name] = value
    return made


def _path(key: object) -> list[str]:
    if type(key) is str:
        return [key]
    if is_slice(key) and (found := items(key)):
        names = [name for name in found if type(name) is str]
        if len(names) == len(found):
            return names
    raise FunctionError("invalid dictionary key")


def _inner(made: dict[str, object], name: str) -> dict[str, object]:
    found = made.get(name, {})
    if type(found) is not dict:
        raise FunctionError(
            f"interface conversion: interface {{}} is {type_name(found)}, "
            "not map[string]interface {}"
        )
    # A copy: the map may be one that came in as a value.
    made[name] = copy = dict(found)
    return copy


@function("collections.Index", "index")
def index(value: object, *keys: object) -> object:
    """Return the item under a key, or under one key after another; None if none is."""
    path = tuple(items(keys[0])) if len(keys) == 1 and is_slice(keys[0]) else keys
    spend(len(path) + 1)
    found = value
    try:
        for key in path:
            if found is None:
                return None
            found = _item(found, key)
    except FunctionError as error:
        shown = print_value(list(keys))
        raise FunctionError(
            f"index of type {type_name(value)} with args {shown} failed: {error}"
        ) from error
    return found


def _item(value: object, key: object) -> object:
    if isinstance(value, str | list | tuple):
        if key is None:
            raise FunctionError("cannot index slice/array with nil")
        if not isinstance(key, int) or isinstance(key, bool):
            raise FunctionError(f"cannot index slice/array with type {type_name(key)}")
        found = value.encode() if isinstance(value, str) else value
        return found[key] if 0 <= key < len(found) else None
    if isinstance(value, Mapping):
        if key is None:
            raise FunctionError("value is nil; should be of type string")
        if type(key) is not str:
            raise FunctionError(f"value has type {type_name(key)}; should be string")
        return value.get(key.lower() if isinstance(value, Params) else key)
    raise FunctionError(f"can't index item of type {type_name(value)}")


@function("collections.IsSet", "isset")
def is_set(value: object, key: object) -> bool:
    """Say whether a map has a key or a list is long enough for an index."""
    if is_slice(value):
        try:
            return to_int(key) < len(items(value))
        except FunctionError as error:
            name = type_name(key)
            raise FunctionError(
                f"isset unable to use key of type {name} as index"
            ) from error
    if not isinstance(value, Mapping):
        return False
    if key is None:
        raise FunctionError("reflect: call of reflect.Value.Type on zero Value")
    return type(key) is str and key in value


@function("collections.Merge", "merge", runtime=True)
def merge(runtime: Runtime, *maps: object) -> object:
    """Return the last map with what the ones before it have besides."""
    if len(maps) < 2:
        raise FunctionError("merge requires at least two parameters")
    merged = maps[-1]
    for source in reversed(maps[:-1]):
        if not isinstance(merged, Mapping):
            raise FunctionError(f"destination must be a map, got {type_name(merged)}")
        if not is_true(source):
            continue
        if not isinstance(source, Mapping):
            raise FunctionError(f"source must be a map, got {type_name(source)}")
        merged = _merged(runtime, source, merged, 0)
    return merged


def _merged(
    runtime: Runtime,
    source: Mapping[str, object],
    target: Mapping[str, object],
    depth: int,
) -> dict[str, object]:
    """Return *target* with what *source* has besides; case does not tell keys apart."""
    if depth > MAX_DEPTH:
        raise LimitError(f"a map is nested deeper than {MAX_DEPTH} levels")
    spend(4 + len(source) + len(target))
    made = Params(target) if isinstance(target, Params) else dict(target)
    names = {key.lower(): key for key in target}
    for key, value in source.items():
        name = names.get(key.lower())
        if name is None:
            made[key] = value
            continue
        old = made[name]
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            made[name] = _merged(runtime, value, old, depth + 1)
    return made


@function("collections.Querify", "querify")
def querify(*values: object) -> str:
    """Return the query of an address: ``a=1&b=2``, by key."""
    if len(values) == 1 and isinstance(values[0], Mapping):
        pairs: list[tuple[object, object]] = list(values[0].items())
    else:
        if len(values) == 1:
            flat = items(values[0]) if is_slice(values[0]) else [None]
            if item_type(flat) not in ("string", "interface {}"):
                # Not even the keys are texts.
                raise FunctionError(_PAIRS)
        else:
            flat = list(values)
        if len(flat) % 2:
            raise FunctionError(_PAIRS)
        pairs = list(zip(flat[::2], flat[1::2], strict=True))
    spend(len(pairs))
    # Of one key the values stay in their order.
    texts = [(to_string(key), to_string(value)) for key, value in pairs]
    if not all(key for key, _ in texts):
        raise FunctionError("one of the keys is an empty string")
    texts.sort(key=lambda pair: pair[0])
    return "&".join(f"{quote_plus(key)}={quote_plus(value)}" for key, value in texts)


class KeyValues(Object):
    """A key with a list of values."""

    __slots__ = ("_key", "_values")
    go_type = "types.KeyValues"

    def __init__(self, key: object, values: list[object]) -> None:
        """Take the two."""
        self._key = key
        self._values = values

    @reachable("Key")
    def key(self) -> object:
        """Return the key."""
        return self._key

    @reachable("Values")
    def values(self) -> list[object]:
        """Return the values."""
        return self._values

    def go_string(self) -> str:
        """Return both: ``k: [1 2]``."""
        return f"{print_value(self._key)}: {print_value(self._values)}"


@function("collections.KeyVals", "keyVals")
def key_values(key: object, *values: object) -> KeyValues:
    """Return a key with a list of values, as related pages are asked for."""
    spend(len(values))
    return KeyValues(key, list(values))


@function("collections.Group", "group")
def group(key: object, value: object) -> object:
    """Return pages as a group with a key."""
    if key is None:
        raise FunctionError("nil is not a valid key to group by")
    if isinstance(value, ListObject):
        made = value.grouped(key)
        if made is not None:
            return made
    kind = type_name(value)
    inner = f"*{kind.removeprefix('[]')}" if is_slice(value) else "<nil>"
    raise FunctionError(f"grouping not supported for type {kind} {inner}")
