"""The words of a site in its language: the tables of ``i18n``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.site.data_format import read_data_file
from sphinx_updates.hugo.site.listing import mounted_files
from sphinx_updates.hugo.templates.plurals import plural_form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx_updates.hugo.problems import Problem
    from sphinx_updates.hugo.site.mount_point import MountPoint

_SUFFIXES: Final = (".yaml", ".yml", ".json", ".toml")
_FORMS: Final = ("zero", "one", "two", "few", "many", "other")
_ID: Final = "id"

Forms = Mapping[str, str]
"""The text for each plural form that there is."""


class Phrases:
    """The tables of one site; of two with one key the site's own counts."""

    def __init__(
        self, mounts: Sequence[MountPoint] = (), language: str = "en", default: str = ""
    ) -> None:
        """Take the mounts of ``i18n``, that of the highest precedence first.

        :param default: The language that helps out where *language* has no word.
        """
        self.language = language
        self.default = default or language
        self.files: list[Path] = []
        self.problems: list[tuple[Path, Problem]] = []
        self._tables: dict[str, dict[str, Forms]] = {}
        wanted = {self.language.lower(), self.default.lower()}
        for mount in mounts:
            for parts, file in mounted_files(mount, (), self.problems):
                if len(parts) == 1 and file.stem.lower() in wanted:
                    self._add(file)

    def _add(self, file: Path) -> None:
        if file.suffix.lower() not in _SUFFIXES:
            return
        self.files.append(file)
        read = read_data_file(file)
        self.problems += ((file, problem) for problem in read.problems)
        table = self._tables.setdefault(file.stem.lower(), {})
        for key, forms in _phrases(read.value).items():
            table.setdefault(key, forms)

    def find(self, key: str, count: object) -> str | None:
        """Return the text of *key* for a number of things, its actions not run.

        None if neither the language nor the default one has it.
        """
        for language in dict.fromkeys((self.language.lower(), self.default.lower())):
            forms = self._tables.get(language, {}).get(key)
            if forms:
                form = plural_form(language, count)
                return (
                    forms.get(form) or forms.get("other") or next(iter(forms.values()))
                )
        return None


def _phrases(values: object) -> dict[str, Forms]:
    """Return the phrases by key; a list of entries with ids is the old form."""
    if isinstance(values, Mapping):
        return _entries(values)
    entries = values if isinstance(values, list) else []
    return _entries(
        {
            str(entry[_ID]): entry.get("translation")
            for entry in entries
            if isinstance(entry, Mapping) and _ID in entry
        }
    )


def _entries(values: Mapping[str, object], above: str = "") -> dict[str, Forms]:
    found: dict[str, Forms] = {}
    for name, value in values.items():
        key = f"{above}{name}"
        if isinstance(value, str):
            found[key] = {"other": value}
        elif isinstance(value, Mapping):
            forms = {
                str(form).lower(): text
                for form, text in value.items()
                if str(form).lower() in _FORMS and isinstance(text, str)
            }
            if forms:
                found[key] = forms
            else:
                found |= _entries(value, f"{key}.")
    return found
