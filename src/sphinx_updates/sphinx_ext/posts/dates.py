"""Dates as ABlog and its templates take them: naive, and printed by ``strftime``."""

from __future__ import annotations

from datetime import datetime

from sphinx.util.i18n import format_date


class LocalDate(datetime):
    """A date that prints its months in the language of the project, not the process."""

    language: str

    @classmethod
    def of(cls, date: datetime, language: str) -> LocalDate:
        """Return *date* as one that speaks *language*."""
        local = cls.combine(date.date(), date.time())
        local.language = language
        return local

    def strftime(self, form: str, /) -> str:
        """Return the date by *form*, with Babel's names."""
        plain = datetime.combine(self.date(), self.time())
        return format_date(form, date=plain, language=self.language)


class Undated(datetime):
    """The date of a post that has none, as ABlog's templates can print it: empty."""

    def strftime(self, _form: str, /) -> str:
        """Return nothing: there is no date to show."""
        return ""


UNDATED = Undated(1, 1, 1)


def localised(date: datetime | None, language: str) -> datetime | None:
    """Return what ABlog shall print for *date*."""
    if date is None or date == UNDATED:
        return UNDATED if date is not None else None
    return LocalDate.of(date, language)
