"""The languages of a Hugo site, as its configuration has them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.config_merge import (
    Table,
    as_table,
    for_language,
    without_strategies,
)
from sphinx_updates.hugo.site.setting_values import (
    BadValueError,
    read_boolean,
    read_integer,
    read_label,
    read_text,
    read_texts,
    shorten,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

FALLBACK: Final = "en"
"""The language of a site that names none."""
_KEY: Final = re.compile(r"[^\s/\\]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One of a site's languages; text is ``""`` where the site says nothing."""

    key: str
    """As in ``content/x.de.md`` and in addresses, in lower case."""
    label: str = ""
    """For people: ``Deutsch``."""
    locale: str = ""
    """As in the ``lang`` of HTML: ``de-DE``; the key, if the site says nothing."""
    direction: str = ""
    """``ltr`` or ``rtl``."""
    weight: int = 0
    title: str = ""
    """Of the site in this language."""
    content_dir: str = ""
    """As written; ``content``, if the site says nothing."""
    base_url: str = ""
    disabled: bool = False
    params: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """The site's own parameters with those of the language above them."""
    prefix: str = ""
    """What addresses begin with: ``/de`` for ``/de/blog/x/``, else ``""``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """All languages of a site: first by weight, then those without by key."""

    all: tuple[Language, ...]
    """The disabled ones too."""
    default: str
    default_in_subdir: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def built(self) -> tuple[Language, ...]:
        """Those that are not disabled; the default language is one of them."""
        return tuple(language for language in self.all if not language.disabled)

    @property
    def is_multihost(self) -> bool:
        """Whether languages have servers of their own; then none has a prefix."""
        return any(language.base_url for language in self.built)

    def get(self, key: str) -> Language | None:
        """Return the language with *key* if it is built."""
        found = (one for one in self.built if one.key == key.lower())
        return next(found, None)


def read_languages(config: Table) -> Languages:
    """Return the languages of a site.

    :param config: Its whole configuration, themes included.
    """
    reader = _Reader(config)
    nobody: tuple[str, ...] = ()
    disabled = reader.read("disablelanguages", nobody, read_texts, config)
    off = {key.lower() for key in disabled}
    tables = reader.tables()
    named = reader.read("defaultcontentlanguage", "", read_text, config).lower()
    in_subdir = reader.read(
        "defaultcontentlanguageinsubdir", False, read_boolean, config
    )
    found = [reader.language(key, table, off) for key, table in tables.items()]
    found.sort(key=lambda one: (one.weight == 0, one.weight, one.key))
    built = [one.key for one in found if not one.disabled]
    if not built:
        built = [named or FALLBACK]
        found.insert(0, reader.language(built[0], {}, set()))
    default = named or (FALLBACK if FALLBACK in built else built[0])
    if default not in built:
        reader.report(
            f"'defaultcontentlanguage' {default!r} is none of the languages that are "
            f"built ({', '.join(built)}); using {built[0]!r}"
        )
        default = built[0]
    # One language with a server of its own gives all of them one.
    is_multihost = any(one.base_url for one in found if not one.disabled)
    languages: list[Language] = []
    for one in found:
        is_default = one.key == default
        is_plain = is_multihost or (is_default and not in_subdir)
        prefix = "" if is_plain else f"/{one.key}"
        # The site's own locale is that of its default language.
        locale = one.locale or (reader.locale(config) if is_default else "")
        languages.append(replace(one, prefix=prefix, locale=locale or one.key))
    return Languages(
        all=tuple(languages),
        default=default,
        default_in_subdir=in_subdir,
        problems=tuple(dict.fromkeys(reader.problems)),
    )


class _Reader:
    def __init__(self, config: Table) -> None:
        self.config = config
        self.problems: list[Problem] = []

    def report(self, message: str) -> None:
        self.problems.append(
            Problem(ProblemKind.CONFIG, f"hugo configuration: {message}")
        )

    def tables(self) -> dict[str, Table]:
        """Return the tables of the languages that are usable, by key."""
        value = self.config.get("languages")
        if value is not None and not isinstance(value, dict):
            self.report(
                f"'languages' must be a table of tables, got {shorten(value)}; left out"
            )
        found: dict[str, Table] = {}
        for key, table in as_table(value).items():
            if key == "_merge":
                continue
            if isinstance(table, dict) and _KEY.fullmatch(key):
                found[key] = table
            else:
                self.report(f"the language {key!r} must be a table; left out")
        return found

    def read(
        self, name: str, default: T, check: Callable[[object], T], table: Table
    ) -> T:
        """Return a checked value, or *default* if the table has none."""
        value = table.get(name)
        if value is None:
            return default
        try:
            return check(value)
        except BadValueError as error:
            self.report(f"{name!r} must be {error}, got {shorten(value)}; left out")
            return default

    def text(self, table: Table, *names: str) -> str:
        """Return the first text that *table* has under one of *names*."""
        values = (self.read(name, "", read_label, table) for name in names)
        return next(filter(None, values), "")

    def locale(self, table: Table) -> str:
        return self.text(table, "locale", "languagecode")

    def language(self, key: str, own: Table, off: set[str]) -> Language:
        """Return a language without its prefix, its locale as far as it is its own."""
        table = for_language(self.config, own)
        direction = self.text(own, "direction", "languagedirection").lower()
        return Language(
            key=key,
            label=self.text(own, "label", "languagename"),
            locale=self.locale(own),
            direction=direction if direction in ("ltr", "rtl") else "",
            weight=self.read("weight", 0, read_integer, own),
            title=self.text(table, "title"),
            content_dir=self.text(table, "contentdir") or "content",
            base_url=self.text(own, "baseurl"),
            disabled=key in off or self.read("disabled", False, read_boolean, own),
            params=without_strategies(as_table(table.get("params"))),
        )
