"""Reading checked values out of a table of Hugo's configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.setting_values import BadValueError, shorten

Source = tuple[str, str, Callable[[object], Any]]
"""Dotted key, name of the field, check of the value."""


class SettingReader:
    """A configuration with its keys in lower case, and what was wrong in it."""

    def __init__(self, table: dict[str, object]) -> None:
        self.table = table
        self.problems: list[Problem] = []

    def read_all(self, sources: tuple[Source, ...]) -> dict[str, Any]:
        """Return the checked values that are there, by name of the field."""
        found: dict[str, Any] = {}
        for path, name, check in sources:
            value = self._at(path)
            if value is None:
                continue
            try:
                found[name] = check(value)
            except BadValueError as error:
                fault = (
                    f"hugo configuration: {path!r} must be {error}, "
                    f"got {shorten(value)}; using the default"
                )
                self.problems.append(Problem(ProblemKind.CONFIG, fault))
        return found

    def _at(self, path: str) -> object:
        """Return the value at a dotted path; None if there is none."""
        value: object = self.table
        for key in path.split("."):
            if not isinstance(value, Mapping):
                return None
            value = value.get(key)
        return value
