"""Lists of numbers, and lists in another order.

Source: hugo@0.168 tpl/collections, every rule run; see the golden cases. What Hugo
draws by lot is drawn here the same way in every build, so that its output is the same.
"""

from __future__ import annotations

import random
from typing import Final

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_int
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.printing import print_value
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.sequences import items, like

MAX_SEQUENCE: Final = 1_000_000
"""The longest list of numbers that Hugo makes."""


@function("collections.Shuffle", "shuffle")
def shuffle(seq: object) -> list[object]:
    """Return the items in another order, the same one in every build."""
    if seq is None:
        raise FunctionError("both count and seq must be provided")
    if isinstance(seq, str):
        raise FunctionError("reflect.MakeSlice of non-slice type")
    found = items(seq)
    spend(1 + len(found) // 10)
    random.Random(len(found)).shuffle(found)  # noqa: S311  # the order of pictures
    return like(seq, found)


@function("collections.Seq", "seq")
def seq(*arguments: object) -> list[object]:
    """Return the numbers from first to last: ``LAST``, ``FIRST LAST`` or with a step.

    Counts backwards where the end is lower than the start.
    """
    if not 1 <= len(arguments) <= 3:
        raise FunctionError("invalid number of arguments to Seq")
    try:
        numbers = [to_int(argument) for argument in arguments]
    except FunctionError as error:
        raise FunctionError("invalid arguments to Seq") from error
    if len(numbers) == 1:
        if not (end := numbers[0]):
            return []
        start = 1 if end > 0 else -1
        step = start
    else:
        start, end = numbers[0], numbers[-1]
        step = numbers[1] if len(numbers) == 3 else (1 if end >= start else -1)
    _check_step(start, step, end)
    size = (end - start) // step + 1
    if size > MAX_SEQUENCE:
        raise FunctionError("size of result exceeds limit")
    spend(1 + size // 10)
    return list(range(start, start + size * step, step))


def _check_step(start: int, step: int, end: int) -> None:
    if step == 0:
        raise FunctionError("'increment' must not be 0")
    if start < end and step < 0:
        raise FunctionError("'increment' must be > 0")
    if start > end and step > 0:
        raise FunctionError("'increment' must be < 0")


@function("collections.D")
def sample(seed: object, count: object, high: object) -> list[object]:
    """Return *count* different numbers below *high*, the same ones for one *seed*."""
    below = f"a non-negative integer <= {MAX_SEQUENCE}"
    start = _bounded(seed, "seed value", "a non-negative integer", None)
    wanted = _bounded(count, "number of requested values", below, MAX_SEQUENCE)
    bound = _bounded(high, "maximum requested value", below, MAX_SEQUENCE)
    wanted = min(wanted, bound)
    spend(1 + wanted // 10)
    draw = random.Random(start)  # noqa: S311  # the order of pictures, no secrets
    numbers: list[object] = []
    numbers += sorted(draw.sample(range(bound), wanted))
    return numbers


def _bounded(value: object, name: str, wanted: str, most: int | None) -> int:
    try:
        number = to_int(value)
    except FunctionError:
        number = -1
    if number < 0 or (most is not None and number > most):
        raise FunctionError(f"the {name} ({print_value(value)}) must be {wanted}")
    return number
