"""Dates and numbers in the words and signs of a language, from Unicode's tables.

Differs from Hugo, whose tables are older and leave some signs of currencies out: a
language that Babel does not know is written in English.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_time as babel_time
from babel.dates import get_date_format, get_time_format
from babel.numbers import get_currency_symbol

from sphinx_updates.hugo.go_time import MONTHS, WEEKDAYS, format_date
from sphinx_updates.hugo.templates.errors import FunctionError

if TYPE_CHECKING:
    from datetime import datetime

_Form = Literal["full", "long", "medium", "short"]
_ALL_FORMS: Final[tuple[_Form, ...]] = ("full", "long", "medium", "short")
_FORMS: Final[dict[str, tuple[str, _Form]]] = {
    f":{kind}_{form}": (kind, form) for kind in ("date", "time") for form in _ALL_FORMS
}
_MAX_DIGITS: Final = 20
_AM_PM: Final = re.compile("a+")
_ZONE: Final = re.compile("z+")


@dataclass(frozen=True, slots=True)
class NumberSigns:
    """How a number is written."""

    minus: str = "-"
    decimal: str = "."
    group: str = ","


@dataclass(frozen=True, slots=True)
class LocalWords:
    """What one language writes."""

    locale: Locale

    @classmethod
    def of(cls, language: str) -> LocalWords:
        """Return the words of *language*, those of English if it is not known."""
        return cls(_locale(language))

    @property
    def signs(self) -> NumberSigns:
        """The signs of numbers, with Latin digits."""
        found = self.locale.number_symbols
        signs = found.get("latn", found)
        return NumberSigns(signs["minusSign"], signs["decimal"], signs["group"])

    def number(self, value: float, digits: int) -> str:
        """Return *value* with so many *digits* after the point."""
        return write_number(value, checked_digits(digits), self.signs)

    def percent(self, value: float, digits: int) -> str:
        """Return *value*, which is in hundredths already, with the sign for that."""
        pattern = self.locale.percent_formats[None]
        text = self.number(value, digits)
        return f"{pattern.prefix[0]}{text}{pattern.suffix[0]}"

    def currency(self, value: float, digits: int, code: str) -> str:
        """Return an amount of money with the sign of the currency *code*."""
        pattern = self.locale.currency_formats["standard"]
        sign = get_currency_symbol(code.upper(), self.locale)
        text = self.number(value, digits)
        around = f"{pattern.prefix[0]}\0{pattern.suffix[0]}"
        return around.replace("\u200f", "").replace("¤", sign).replace("\0", text)

    def date(self, layout: str, moment: datetime) -> str:
        """Return *moment* by one of Hugo's forms or by Go's *layout*."""
        if form := _FORMS.get(layout):
            return self._form(*form, moment)
        # Both forms of a name in one layout: Hugo puts the long one into its language.
        months, days = self.locale.months["format"], self.locale.days["format"]
        names = []
        for short, long, table, number, english in (
            ("Jan", "January", months, moment.month, MONTHS[moment.month - 1]),
            ("Mon", "Monday", days, moment.weekday(), WEEKDAYS[moment.weekday()]),
        ):
            width = "wide" if long in layout else "abbreviated"
            if short in layout:
                plain = english if width == "wide" else english[:3]
                names.append((plain, table[width][number]))
        text = format_date(moment, layout)
        if self.locale.language != "en":
            for plain, local in names:
                text = text.replace(plain, local, 1)
        return text

    def _form(self, kind: str, form: _Form, moment: datetime) -> str:
        if kind == "date":
            pattern = get_date_format(form, self.locale).pattern
            if form == "short":
                # Hugo's short years have two digits in every language.
                pattern = re.sub("y+", "yy", pattern)
            return babel_date(moment.date(), pattern, self.locale)
        pattern = get_time_format(form, self.locale).pattern
        zone = "UTC" if not moment.utcoffset() else ""
        pattern = _AM_PM.sub(f"'{'pm' if moment.hour >= 12 else 'am'}'", pattern)
        return babel_time(
            moment,
            _ZONE.sub(f"'{zone}'" * bool(zone), pattern),
            tzinfo=moment.tzinfo,
            locale=self.locale,
        )


@lru_cache(maxsize=32)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"), sep="_")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def checked_digits(digits: int) -> int:
    """Return how many digits to write after the point."""
    if digits > _MAX_DIGITS:
        raise FunctionError(f"invalid precision: {digits}")
    return max(digits, 0)


def write_number(value: float, digits: int, signs: NumberSigns) -> str:
    """Return *value* rounded to so many *digits*, a half away from zero."""
    sign = signs.minus if value < 0 else ""
    if not math.isfinite(value):
        return f"{sign}{'NaN' if math.isnan(value) else 'Inf'}"
    scale = 10.0**digits
    scaled = abs(value) * scale
    rounded = math.floor(scaled + 0.5) / scale if scaled < 2**52 else abs(value)
    whole, _, rest = f"{rounded:.{digits}f}".partition(".")
    groups = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", lambda _: signs.group, whole)
    return f"{sign}{groups}{signs.decimal if rest else ''}{rest}"
