"""Lists: making, cutting, joining and counting them.

Source: hugo@0.168 tpl/collections, every rule run; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.ordering import collate
from sphinx_updates.hugo.templates.bounds import check_length, spend
from sphinx_updates.hugo.templates.casts import to_int, to_string
from sphinx_updates.hugo.templates.describe import item_type, type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.printing import print_value
from sphinx_updates.hugo.templates.registry import function, functions
from sphinx_updates.hugo.templates.scratch import Scratch
from sphinx_updates.hugo.templates.sequences import is_slice, items, like, list_of

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Function, Runtime


@function("collections.Slice", "slice")
def slice_(*values: object) -> list[object]:
    """Return the arguments as a list."""
    spend(len(values))
    return list_of(list(values))


@function("collections.First", "first")
def first(limit: object, seq: object) -> object:
    """Return the first *limit* items, or bytes of text."""
    count, found = _cut(limit, seq)
    _check_length(count)
    return _part(seq, found, 0, count)


@function("collections.Last", "last")
def last(limit: object, seq: object) -> object:
    """Return the last *limit* items, or bytes of text."""
    count, found = _cut(limit, seq)
    _check_length(count)
    return _part(seq, found, max(len(found) - count, 0), len(found))


@function("collections.After", "after")
def after(index: object, seq: object) -> object:
    """Return the items after the first *index* ones, or bytes of text."""
    start, found = _cut(index, seq)
    if start < 0:
        raise FunctionError(f"sequence bounds out of range [{start}:]")
    return _part(seq, found, start, len(found))


def _check_length(count: int) -> None:
    if count < 0:
        raise FunctionError("sequence length must be non-negative")


def _cut(limit: object, seq: object) -> tuple[int, list[object] | bytes]:
    if limit is None or seq is None:
        raise FunctionError("both limit and seq must be provided")
    count = to_int(limit)
    if isinstance(seq, str):
        return count, seq.encode()
    if count < 0:
        # What is wrong with the number is said before what is wrong with the list.
        return count, []
    return count, items(seq)


def _part(seq: object, found: list[object] | bytes, start: int, end: int) -> object:
    part = found[start:end]
    spend(1 + len(part) // 100)
    return part.decode(errors="replace") if isinstance(part, bytes) else like(seq, part)


@function("collections.Append", "append")
def append(*values: object) -> list[object]:
    """Return the last argument, a list, with the others behind its items."""
    if len(values) < 2:
        raise FunctionError("need at least 2 arguments to append")
    return append_to(values[-1], values[:-1])


def append_to(target: object, values: tuple[object, ...]) -> list[object]:
    """Return *target* with *values* behind its items; one list is taken apart."""
    only = values[0] if len(values) == 1 else None
    if target is None:
        return list_of(list(values))
    if not is_slice(target):
        raise FunctionError(f"expected a slice, got {type_name(target)}")
    old = items(target)
    new = items(only) if is_slice(only) else None
    spend(1 + len(old) // 100 + len(new or values))
    kind = item_type(old)
    if kind.startswith("[]"):
        _check_slices(kind, values)
    elif new is not None and (not old or not _stays_whole(kind, item_type(new))):
        return like(target, old + new) if old else list_of(new)
    found = [*old, *values]
    return like(target, found) if old else list_of(found)


def _stays_whole(kind: str, found: str) -> bool:
    # A list of one type is an item of a list of anything, as Go assigns it.
    return kind == "interface {}" and found != kind


def _check_slices(kind: str, values: tuple[object, ...]) -> None:
    inner = kind.removeprefix("[]")
    for value in values:
        found = type_name(value).removeprefix("[]")
        if found != inner:
            raise FunctionError(f"cannot append slice of {found} to slice of {inner}")


@function("collections.Apply", "apply", runtime=True)
def apply(runtime: Runtime, seq: object, name: str, *arguments: object) -> list[object]:
    """Return what the function *name* gives for each item, which ``.`` stands for."""
    if seq is None:
        return []
    if name == "apply":
        raise FunctionError("can't apply myself (no turtles allowed)")
    if name not in functions():
        raise FunctionError(f"can't find function {name}")
    if not is_slice(seq):
        raise FunctionError(f"can't apply over {print_value(seq)}")
    _check_count(functions()[name], len(arguments))
    return [
        runtime.call(name, *(item if given == "." else given for given in arguments))
        for item in items(seq)
    ]


def _check_count(called: Function, count: int) -> None:
    if not count:
        raise FunctionError("runtime error: index out of range [0] with length 0")
    if count < called.least:
        raise FunctionError("reflect: Call with too few input arguments")
    if called.most is not None and count > called.most:
        raise FunctionError("reflect: Call with too many input arguments")


def _text_or(value: object, default: str) -> str:
    try:
        return to_string(value)
    except FunctionError:
        return default


@function("collections.Delimit", "delimit")
def delimit(seq: object, separator: object, *final: object) -> str:
    """Return the items as one text; *final* stands between the last two."""
    between = to_string(separator)
    last_one = _text_or(final[0], between) if final else between
    if isinstance(seq, Mapping):
        values = [seq[key] for key in sorted(seq, key=collate)]
    elif isinstance(seq, str):
        values = list(seq.encode())
    else:
        values = items(seq)
    spend(1 + len(values) // 10)
    parts: list[str] = []
    length = 0
    for left, value in zip(range(len(values) - 1, -1, -1), values, strict=True):
        try:
            text = to_string(value)
        except FunctionError:
            continue
        parts += (text, last_one if left == 1 else between if left else "")
        length += len(text) + len(parts[-1])
        check_length(length)
    return "".join(parts)


@function("collections.Reverse")
def reverse(seq: object) -> object:
    """Return the items in reverse order."""
    if seq is None:
        return None
    if not is_slice(seq):
        raise FunctionError("argument must be a slice")
    found = items(seq)
    spend(1 + len(found) // 100)
    return like(seq, reversed(found))


@function("collections.NewScratch", "newScratch")
def new_scratch() -> Scratch:
    """Return an empty scratch pad."""
    return Scratch()
