"""Our own words, dates and numbers in the project's ``language``.

The translations are the files of :data:`LOCALES`, read as they are: nothing has to be
compiled, so an installation from a clone is complete.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from sphinx import locale
from sphinx.locale import get_translation
from sphinx.util.i18n import format_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sphinx.application import Sphinx
    from sphinx.config import Config

CATALOG: Final = "sphinx_updates"
LOCALES: Final = Path(__file__).parent.parent / "locale"
"""``<language>/LC_MESSAGES/sphinx_updates.po`` for each language."""

_ = get_translation(CATALOG)
"""Return a text of ours in the project's language."""


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form for *count*, with ``%(count)s`` in it filled in."""
    translator = locale.get_translator(CATALOG)
    return translator.ngettext(singular, plural, count) % {"count": number(count)}


def number(value: int) -> str:
    """Return *value* with the separators of the project's language."""
    translator = locale.get_translator(CATALOG)
    language = translator.info().get("language") or "en"
    return format_decimal(value, locale=_babel_locale(language))


def written_date(value: datetime, config: Config) -> str:
    """Return the day of *value*, on its own clock, in the project's language.

    ``post_date_format`` says how; where the project says nothing it is the long form
    of the language, as people there write it.
    """
    # A reader in another zone still sees the author's day.
    day = value.replace(tzinfo=None)
    form = config.post_date_format
    if form == config.values["post_date_format"].default:
        form = ""
    return _written(form, day, config.language or "en")


@lru_cache(maxsize=4096)
def _written(form: str, day: datetime, language: str) -> str:
    # Every post stands in a list of its year, of each tag and of each author.
    if form:
        return format_date(form, date=day, language=language)
    return babel_date(
        date(day.year, day.month, day.day), "long", locale=_babel_locale(language)
    )


@lru_cache
def _babel_locale(language: str) -> Locale:
    for name in _spellings(language):
        try:
            return Locale.parse(name)
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


def _spellings(language: str) -> tuple[str, ...]:
    """Return *language* as catalogs are named, then without its region."""
    name = language.replace("-", "_")
    return (name, name.partition("_")[0])


@lru_cache
def translations(language: str) -> NullTranslations:
    """Return our texts in *language*; English ones for a language that has none."""
    for name in _spellings(language):
        file = LOCALES / name / "LC_MESSAGES" / f"{CATALOG}.po"
        if name and file.is_file():
            with file.open("rb") as stream:
                catalog = read_po(stream, locale=name)
            compiled = BytesIO()
            write_mo(compiled, catalog)
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()


def setup_i18n(app: Sphinx) -> None:
    """Choose the language once ``conf.py`` has said which it is."""
    app.connect("config-inited", _choose_language, priority=100)


def _choose_language(_app: Sphinx, config: Config) -> None:
    # Not add_message_catalog: it wants compiled files, and in a process with several
    # applications it keeps the language of the first one.
    locale.translators["general", CATALOG] = translations(config.language or "en")


def template_functions() -> dict[str, Callable[..., str]]:
    """Return what our templates say words with; ``_`` in them is the theme's."""
    return {
        "updates_gettext": _,
        "updates_ngettext": ngettext,
        "updates_number": number,
    }
