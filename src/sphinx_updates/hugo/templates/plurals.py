"""Which plural form a number takes in a language, by the rules of the Unicode CLDR."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_ONLY_OTHER: Final = frozenset(
    (
        "bm", "bo", "dz", "hnj", "id", "ig", "ii", "ja", "jbo", "jv", "jw", "kde",
        "kea", "km", "ko", "lkt", "lo", "ms", "my", "nqo", "osa", "root", "sah", "ses",
        "sg", "su", "th", "to", "tpi", "vi", "wo", "yo", "yue", "zh",
    )
)  # fmt: skip
_ZERO_AND_ONE: Final = frozenset(
    ("ak", "bho", "csw", "guw", "ln", "mg", "nso", "pa", "ti", "wa")
)
_FRENCH: Final = frozenset(("fr", "ff", "hy", "kab", "pt"))
_RUSSIAN: Final = frozenset(("ru", "uk", "be"))
_CZECH: Final = frozenset(("cs", "sk"))
_SERBIAN: Final = frozenset(("sr", "hr", "bs", "sh"))


def plural_form(language: str, count: object) -> str:
    """Return ``zero``, ``one``, ``two``, ``few``, ``many`` or ``other``.

    What is no number takes the form of many things, as does a missing one.
    """
    number = _number(count)
    if number is None:
        return "other"
    name = language.lower().replace("_", "-").partition("-")[0]
    if name in _ONLY_OTHER:
        return "other"
    whole = number == number.to_integral_value()
    value = abs(number)
    rule = _RULES.get(name)
    if rule is not None:
        return rule(int(value)) if whole else "other"
    if name in _ZERO_AND_ONE:
        return "one" if whole and value in (0, 1) else "other"
    if name in _FRENCH:
        return "one" if int(value) in (0, 1) else "other"
    return "one" if value == 1 and _has_no_fraction(number) else "other"


def _number(count: object) -> Decimal | None:
    if isinstance(count, bool) or not isinstance(count, int | float | str):
        return None
    try:
        found = Decimal(str(count))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _has_no_fraction(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0


def _russian(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _serbian(n: int) -> str:
    form = _russian(n)
    return "other" if form == "many" else form


def _polish(n: int) -> str:
    if n == 1:
        return "one"
    form = _russian(n)
    return form if form == "few" else "many"


def _czech(n: int) -> str:
    return {1: "one", 2: "few", 3: "few", 4: "few"}.get(n, "other")


def _arabic(n: int) -> str:
    if n in (0, 1, 2):
        return ("zero", "one", "two")[n]
    rest = n % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


def _hebrew(n: int) -> str:
    return {1: "one", 2: "two"}.get(n, "other")


def _slovenian(n: int) -> str:
    return {1: "one", 2: "two", 3: "few", 4: "few"}.get(n % 100, "other")


def _lithuanian(n: int) -> str:
    if n % 10 == 1 and not 11 <= n % 100 <= 19:
        return "one"
    if 2 <= n % 10 <= 9 and not 11 <= n % 100 <= 19:
        return "few"
    return "other"


def _latvian(n: int) -> str:
    if n % 10 == 0 or 11 <= n % 100 <= 19:
        return "zero"
    return "one" if n % 10 == 1 else "other"


def _romanian(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n == 0 or 1 <= n % 100 <= 19 else "other"


def _welsh(n: int) -> str:
    forms = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}
    return forms.get(n, "other")


def _irish(n: int) -> str:
    if n in (1, 2):
        return ("one", "two")[n - 1]
    return "few" if 3 <= n <= 6 else "many" if 7 <= n <= 10 else "other"


_RULES: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(_RUSSIAN, _russian),
    **dict.fromkeys(_SERBIAN, _serbian),
    **dict.fromkeys(_CZECH, _czech),
    "pl": _polish,
    "ar": _arabic,
    "he": _hebrew,
    "iw": _hebrew,
    "sl": _slovenian,
    "lt": _lithuanian,
    "lv": _latvian,
    "ro": _romanian,
    "cy": _welsh,
    "ga": _irish,
}
