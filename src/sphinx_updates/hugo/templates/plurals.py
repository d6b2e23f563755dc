"""Which plural form a number takes in a language, by the rules of the Unicode CLDR.

Babel has them. Run on Hugo 0.168 for 230 languages: it counts in the same way but for
seven rare ones, whose rules Babel does not have.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from babel.plural import PluralRule

_MAX_DIGITS: Final = 1_000
"""Of a number that is written out; ``1e999999999`` would fill a memory."""


def plural_form(language: str, count: object) -> str:
    """Return ``zero``, ``one``, ``two``, ``few``, ``many`` or ``other``.

    What is no number takes the form of many things, as does a missing one.
    """
    number = _number(count)
    return "other" if number is None else str(_rule_of(language)(number))


@lru_cache(maxsize=32)
def _rule_of(language: str) -> PluralRule:
    name = language.lower().replace("-", "_")
    base = name.partition("_")[0]
    for spelling in (name, base):
        try:
            locale = Locale.parse(spelling)
        except (ValueError, UnknownLocaleError):
            continue
        # Babel takes an old code for the new one, ``iw`` for ``he``; Hugo knows neither
        # it nor its rule.
        if locale.language == base:
            return locale.plural_form
    return Locale("en").plural_form


def _number(count: object) -> Decimal | None:
    if isinstance(count, bool) or not isinstance(count, int | float | str):
        return None
    try:
        found = Decimal(str(count))
    except InvalidOperation:
        return None
    _sign, digits, exponent = found.as_tuple()
    is_short = isinstance(exponent, int) and len(digits) + abs(exponent) <= _MAX_DIGITS
    return found if is_short else None
