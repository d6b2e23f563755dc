"""Numbers as ``printf`` prints them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.go_values import print_value
from sphinx_updates.hugo.templates.quoting import is_printable, quote

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.verb_specs import Spec

_BASES: Final = {"d": "d", "v": "d", "b": "b", "o": "o", "O": "o", "x": "x", "X": "X"}
_MARKS: Final = {"b": "0b", "x": "0x", "X": "0X"}
_FLOATS: Final = "vgGfFeExXb"
_MANTISSA: Final = 52
"""Bits of a float behind the point."""


def format_integer(value: int, spec: Spec) -> str | None:
    """Return *value* by *spec*; None if the verb is not for integers."""
    if spec.verb in "cqU":
        return _format_rune(value, spec)
    if spec.verb not in _BASES:
        return None
    precision = spec.precision
    if precision == 0 and value == 0:
        return spec.pad("", zeros=False)
    sign = spec.sign(negative=value < 0)
    digits = format(abs(value), _BASES[spec.verb])
    if precision is None:
        zeros = spec.has("0") and not spec.has("-")
        precision = (spec.width or 0) - len(sign) if zeros else 0
    digits = digits.rjust(precision, "0")
    if spec.has("#"):
        octal = "0" if _BASES[spec.verb] == "o" and digits[0] != "0" else ""
        digits = _MARKS.get(spec.verb, octal) + digits
    mark = "0o" if spec.verb == "O" else ""
    return spec.pad(sign + mark + digits, zeros=False)


def _format_rune(value: int, spec: Spec) -> str:
    is_rune = 0 <= value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF
    character = chr(value) if is_rune else "\ufffd"
    if spec.verb == "c":
        return spec.pad(character)
    if spec.verb == "q":
        return spec.pad(quote(character, "'", ascii_only=spec.has("+")))
    code = value & (2**64 - 1)
    text = f"U+{code:0{max(spec.precision or 0, 4)}X}"
    if spec.has("#") and is_rune and is_printable(character):
        text += f" '{character}'"
    return spec.pad(text, zeros=False)


def format_float(value: float, spec: Spec) -> str | None:
    """Return *value* by *spec*; None if the verb is not for floats."""
    if spec.verb not in _FLOATS:
        return None
    sign = spec.sign(negative=math.copysign(1, value) < 0 and not math.isnan(value))
    if not math.isfinite(value):
        name = "NaN" if math.isnan(value) else "Inf"
        if name == "Inf" and not sign:
            sign = "+"
        return spec.pad(sign + name, zeros=False)
    digits = _digits(abs(value), spec)
    if spec.has("#") and spec.verb != "b":
        digits = _with_point(digits, spec)
    if spec.has("0") and not spec.has("-"):
        digits = digits.rjust((spec.width or 0) - len(sign), "0")
    return spec.pad(sign + digits, zeros=False)


def _digits(value: float, spec: Spec) -> str:
    verb, precision = spec.verb, spec.precision
    if verb in "eEfF":
        return format(value, f".{6 if precision is None else precision}{verb}")
    if verb == "b":
        return _binary(value)
    if verb in "xX":
        text = _hexadecimal(value, precision)
        return text.upper() if verb == "X" else text
    if precision is None:
        text = print_value(value)
        return text.upper() if verb == "G" else text
    return format(value, f".{precision}{'G' if verb == 'G' else 'g'}")


def _with_point(digits: str, spec: Spec) -> str:
    """Return *digits* as ``#`` wants them: with a point, and zeros for ``g``."""
    mark = next((m for m in "eEpP" if m in digits and spec.verb not in "xX"), "")
    mark = mark or next((m for m in "pP" if m in digits), "")
    number, _, exponent = digits.partition(mark) if mark else (digits, "", "")
    wanted = 0
    if spec.verb in "vgGxX":
        wanted = 6 if spec.precision is None else spec.precision
    significant = number.replace(".", "").lstrip("0")
    wanted -= len(significant)
    if "." not in number:
        wanted -= number == "0"
        number += "."
    return number + "0" * wanted + mark + exponent


def _binary(value: float) -> str:
    mantissa, exponent = math.frexp(value)
    if value == 0:
        return "0p-1074"
    shift = _MANTISSA + 1
    # Numbers below the normal ones have their exponent fixed.
    if exponent - shift < -1074:
        shift = exponent + 1074
    return f"{int(math.ldexp(mantissa, shift))}p{exponent - shift:+d}"


def _hexadecimal(value: float, precision: int | None) -> str:
    if value == 0:
        zeros = "." + "0" * precision if precision else ""
        return f"0x0{zeros}p+00"
    mantissa, exponent = math.frexp(value)
    whole, exponent = int(math.ldexp(mantissa, _MANTISSA + 1)), exponent - 1
    if precision is not None and precision * 4 < _MANTISSA:
        unit = 1 << (_MANTISSA - precision * 4)
        rest = whole % unit
        whole -= rest
        if rest * 2 > unit or (rest * 2 == unit and whole // unit % 2):
            whole += unit
        if whole >> (_MANTISSA + 1):
            whole, exponent = whole >> 1, exponent + 1
    fraction = f"{whole & ((1 << _MANTISSA) - 1):013x}"
    if precision is None:
        fraction = fraction.rstrip("0")
    else:
        fraction = fraction[:precision].ljust(precision, "0")
    point = "." if fraction else ""
    sign = "-" if exponent < 0 else "+"
    return f"0x1{point}{fraction}p{sign}{abs(exponent):02d}"


def format_complex(value: complex, spec: Spec) -> str | None:
    """Return *value* by *spec*; None if the verb is not for complex numbers."""
    real = format_float(value.real, spec)
    plus = type(spec)(spec.verb, f"{spec.flags}+", spec.width, spec.precision)
    imaginary = format_float(value.imag, plus)
    return None if real is None or imaginary is None else f"({real}{imaginary}i)"
