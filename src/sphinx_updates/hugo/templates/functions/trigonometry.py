"""The ``math`` namespace: angles."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.casts import to_float
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.registry import function

if TYPE_CHECKING:
    from collections.abc import Callable


def _apply(operate: Callable[..., float], *values: object) -> float:
    try:
        numbers = [to_float(value) for value in values]
    except FunctionError as error:
        many = len(values) > 1
        reason = "numeric arguments" if many else "a numeric argument"
        raise FunctionError(f"requires {reason}") from error
    try:
        return operate(*numbers)
    except ValueError:
        return math.nan


@function("math.Sin")
def sine(angle: object) -> float:
    """Return the sine of an angle in radians."""
    return _apply(math.sin, angle)


@function("math.Cos")
def cosine(angle: object) -> float:
    """Return the cosine of an angle in radians."""
    return _apply(math.cos, angle)


@function("math.Tan")
def tangent(angle: object) -> float:
    """Return the tangent of an angle in radians."""
    return _apply(math.tan, angle)


@function("math.Asin")
def arc_sine(value: object) -> float:
    """Return the angle in radians that has this sine."""
    return _apply(math.asin, value)


@function("math.Acos")
def arc_cosine(value: object) -> float:
    """Return the angle in radians that has this cosine."""
    return _apply(math.acos, value)


@function("math.Atan")
def arc_tangent(value: object) -> float:
    """Return the angle in radians that has this tangent."""
    return _apply(math.atan, value)


@function("math.Atan2")
def arc_tangent_2(y: object, x: object) -> float:
    """Return the angle in radians of the point at *x* and *y*."""
    return _apply(math.atan2, y, x)


@function("math.ToDegrees")
def to_degrees(radians: object) -> float:
    """Return an angle of radians in degrees."""
    return _apply(lambda angle: angle * 180 / math.pi, radians)


@function("math.ToRadians")
def to_radians(degrees: object) -> float:
    """Return an angle of degrees in radians."""
    return _apply(lambda angle: angle * math.pi / 180, degrees)
