"""The ``lang`` namespace: numbers and words of the site's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.casts import (
    to_float,
    to_int,
    to_string,
    type_name,
)
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.local_words import (
    LocalWords,
    NumberSigns,
    checked_digits,
    write_number,
)
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import Object

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime


def _words(runtime: Runtime) -> LocalWords:
    return LocalWords.of(runtime.host.language)


@function("lang.FormatNumber", runtime=True)
def format_number(runtime: Runtime, digits: object, number: object) -> str:
    """Return the number with so many digits after the point."""
    places = to_int(digits)
    return _words(runtime).number(to_float(number), places)


@function("lang.FormatPercent", runtime=True)
def format_percent(runtime: Runtime, digits: object, number: object) -> str:
    """Return the number with a percent sign."""
    places = to_int(digits)
    return _words(runtime).percent(to_float(number), places)


@function("lang.FormatCurrency", runtime=True)
def format_currency(
    runtime: Runtime, digits: object, currency: object, number: object
) -> str:
    """Return the amount with the sign of the currency."""
    places, value = to_int(digits), to_float(number)
    return _words(runtime).currency(value, places, to_string(currency))


@function("lang.FormatAccounting", runtime=True)
def format_accounting(
    runtime: Runtime, digits: object, currency: object, number: object
) -> str:
    """Return the amount as accounts have it, which Hugo writes like any other."""
    return format_currency(runtime, digits, currency, number)


@function("lang.FormatNumberCustom")
def format_number_custom(digits: object, number: object, *options: object) -> str:
    """Return the number with signs for minus, point and thousands as given.

    The signs stand in one text, parted by spaces or by what comes after it.
    """
    places, value = to_int(digits), to_float(number)
    return write_number(value, checked_digits(places), _signs(options))


def _signs(options: tuple[object, ...]) -> NumberSigns:
    if len(options) not in (1, 2):
        return NumberSigns()
    text = to_string(options[0])
    between = to_string(options[1]) if len(options) == 2 else " "
    fields = text.split(between) if between else list(text)
    if len(fields) > 3:
        raise FunctionError("too many fields in options parameter to NumFmt")
    minus, decimal, group = [*fields, "", ""][:3]
    return NumberSigns(minus, decimal, group)


@function("lang.Translate", "i18n", "T", runtime=True)
def translate(runtime: Runtime, key: object, *argument: object) -> str:
    """Return the site's translation of a key, for a number or with values in it."""
    name = to_string(key)
    if len(argument) > 1:
        raise FunctionError(
            f"wrong number of arguments, expecting at most 2, got {len(argument) + 1}"
        )
    return runtime.host.translate(name, argument[0] if argument else None)


@function("lang.Merge", runtime=True)
def merge(runtime: Runtime, others: object, pages: object) -> object:
    """Return the pages, and from *others* those that they have no translation of."""
    if others is None or pages is None:
        return others if pages is None else pages
    join = pages.method("MergeByLanguage") if isinstance(pages, Object) else None
    if join is None:
        raise FunctionError(f"language merge not supported for {type_name(pages)}")
    return runtime.call(join, others)
