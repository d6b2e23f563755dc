"""The ``math`` namespace: whole numbers stay whole, and overflow as 64 bits do."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.casts import (
    to_float,
    to_int,
    wrap,
)
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import SafeText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_updates.hugo.templates.registry import Runtime

_NO_NUMBERS: Final = "can't apply the operator to the values"
_BY_ZERO: Final = "the number can't be divided by zero at modulo operation"


@function("math.Add", "add")
def add(*values: object) -> object:
    """Return the sum of numbers, or texts one after another."""
    return _fold(values, lambda a, b: a + b, _add_texts)


@function("math.Sub", "sub")
def sub(*values: object) -> object:
    """Return the first number less the others."""
    return _fold(values, lambda a, b: a - b)


@function("math.Mul", "mul")
def mul(*values: object) -> object:
    """Return the product of numbers."""
    return _fold(values, lambda a, b: a * b)


@function("math.Div", "div")
def div(*values: object) -> object:
    """Return the first number divided by the others; whole numbers are cut off."""
    return _fold(values, _divide)


def _divide(dividend: float, divisor: float) -> float:
    if divisor == 0:
        raise FunctionError("can't divide the value by 0")
    if isinstance(dividend, int) and isinstance(divisor, int):
        return _quotient(dividend, divisor)
    return dividend / divisor


def _quotient(dividend: int, divisor: int) -> int:
    """Divide towards zero, as Go does; Python's way is towards the lower number."""
    result = abs(dividend) // abs(divisor)
    return result if (dividend < 0) == (divisor < 0) else -result


def _add_texts(left: object, right: object) -> object:
    if isinstance(left, str) and isinstance(right, str):
        joined = str(left) + str(right)
        return type(left)(joined) if isinstance(left, SafeText) else joined
    raise FunctionError(_NO_NUMBERS)


def _no_texts(_left: object, _right: object) -> object:
    raise FunctionError(_NO_NUMBERS)


def _fold(
    values: tuple[object, ...],
    operate: Callable[[float, float], float],
    otherwise: Callable[[object, object], object] = _no_texts,
) -> object:
    """Take *values* together from left to right; two whole numbers give a whole one."""
    if len(values) < 2:
        raise FunctionError("must provide at least two numbers")
    result = values[0]
    for value in values[1:]:
        left, right = _number(result), _number(value)
        if left is None or right is None:
            result = otherwise(result, value)
        elif isinstance(left, int) and isinstance(right, int):
            result = wrap(int(operate(left, right)))
        else:
            result = _float(operate, float(left), float(right))
    return result


def _float(
    operate: Callable[[float, float], float], left: float, right: float
) -> float:
    try:
        return operate(left, right)
    except OverflowError:
        return math.inf


def _number(value: object) -> int | float | None:
    """Return a number without its name, such as that of a duration."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if isinstance(value, int) else value


@function("math.Mod", "mod")
def mod(dividend: object, divisor: object) -> int:
    """Return what is left of a whole division; it has the sign of the dividend."""
    try:
        left, right = to_int(dividend), to_int(divisor)
    except FunctionError as error:
        raise FunctionError(
            "modulo operator can't be used with non integer value"
        ) from error
    if right == 0:
        raise FunctionError(_BY_ZERO)
    return left - right * _quotient(left, right)


@function("math.ModBool", "modBool")
def mod_bool(dividend: object, divisor: object) -> bool:
    """Say whether a whole division leaves nothing."""
    return mod(dividend, divisor) == 0


def _cast(value: object, reason: str) -> float:
    try:
        return to_float(value)
    except FunctionError as error:
        raise FunctionError(reason) from error


def _rounded(name: str, round_off: Callable[[float], float], value: object) -> float:
    number = _cast(value, f"{name} operator can't be used with non-float value")
    if not math.isfinite(number):
        return number
    # What is rounded to nothing keeps its sign, as in Go.
    return math.copysign(float(round_off(number)), number)


@function("math.Ceil")
def ceil(value: object) -> float:
    """Return the next whole number up."""
    return _rounded("Ceil", math.ceil, value)


@function("math.Floor")
def floor(value: object) -> float:
    """Return the next whole number down."""
    return _rounded("Floor", math.floor, value)


@function("math.Round")
def round_off(value: object) -> float:
    """Return the nearest whole number; a half goes away from zero."""
    return _rounded("Round", _nearest, value)


def _nearest(number: float) -> float:
    whole = math.trunc(number)
    return whole + math.copysign(1, number) * (abs(number - whole) >= 0.5)


@function("math.Abs")
def absolute(value: object) -> float:
    """Return the number without its sign."""
    return abs(_cast(value, "the math.Abs function requires a numeric argument"))


@function("math.Log")
def log(value: object) -> float:
    """Return the natural logarithm."""
    number = _cast(value, "Log operator can't be used with non integer or float value")
    if number == 0:
        return -math.inf
    return math.nan if number < 0 else math.log(number)


@function("math.Sqrt")
def square_root(value: object) -> float:
    """Return the square root."""
    number = _cast(value, "Sqrt operator can't be used with non integer or float value")
    return math.nan if number < 0 else math.sqrt(number)


@function("math.Pow", "pow")
def power(base: object, exponent: object) -> float:
    """Return *base* to the power of *exponent*."""
    reason = "Pow operator can't be used with non-float value"
    number, times = _cast(base, reason), _cast(exponent, reason)
    try:
        return math.pow(number, times)
    except OverflowError:
        return -math.inf if number < 0 and times % 2 == 1 else math.inf
    except ValueError:
        return math.inf if number == 0 else math.nan


def _flat(name: str, values: tuple[object, ...]) -> list[float]:
    if not values:
        raise FunctionError("must provide at least one number")
    reason = f"{name} operator can't be used with non-float values"
    return [_cast(value, reason) for value in _items(values)]


def _items(values: tuple[object, ...]) -> Iterator[object]:
    for value in values:
        if isinstance(value, list | tuple):
            yield from value
        else:
            yield value


@function("math.Max")
def maximum(*values: object) -> float:
    """Return the greatest of numbers and of lists of numbers; 0 of none."""
    return max(_flat("Max", values), default=0.0)


@function("math.Min")
def minimum(*values: object) -> float:
    """Return the least of numbers and of lists of numbers; 0 of none."""
    return min(_flat("Min", values), default=0.0)


@function("math.Sum")
def total(*values: object) -> float:
    """Return the sum of numbers and of lists of numbers."""
    result = 0.0
    for number in _flat("Sum", values):
        result += number
    return result


@function("math.Product")
def product(*values: object) -> float:
    """Return the product of numbers and of lists of numbers."""
    numbers = _flat("Product", values)
    return math.prod(numbers, start=1.0) if numbers else 0.0


@function("math.Pi")
def pi() -> float:
    """Return the ratio of a circle's circumference to its diameter."""
    return math.pi


@function("math.MaxInt64")
def max_int64() -> int:
    """Return the greatest whole number."""
    return 2**63 - 1


@function("math.Counter", runtime=True)
def counter(runtime: Runtime) -> int:
    """Return 1, 2, 3 and so on within one page.

    Hugo counts all calls of a build, in the order in which its threads come by; that
    would give other pages after each edit.
    """
    return runtime.host.next_number("math.Counter")


@function("math.Rand", runtime=True)
def rand(runtime: Runtime) -> float:
    """Return a number from 0 up to 1, the same ones in each build of a page.

    Hugo's differ from build to build, and so would the pages.
    """
    page = runtime.host.page
    number = runtime.host.next_number("math.Rand")
    seed = f"{page.go_string() if page else ''} {number}"
    return random.Random(seed).random()  # noqa: S311 - no secret
