"""What the sections and the configuration of a site hand down to its pages.

The nearest section counts first, the configuration last; what a page says itself counts
before all of them. Source: hugo.md 1.3; run on Hugo 0.168, tests/golden/sites.json.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter.defaults import with_defaults
from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.cascade import names_languages, read_cascade
from sphinx_updates.hugo.site.kinds import list_kind
from sphinx_updates.hugo.site.setting_values import BadValueError, lower_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.front_matter import FrontMatter
    from sphinx_updates.hugo.site.cascade import CascadeRule
    from sphinx_updates.hugo.site.settings import HugoSettings
    from sphinx_updates.hugo.site.tree import Folders

_CONFIG_PREFIX: Final = "hugo configuration: "


class HandedDown:
    """What each page of one language has from others."""

    def __init__(self, settings: HugoSettings, environment: str) -> None:
        self.settings = settings
        self.environment = environment
        self._rules: dict[Folders, tuple[CascadeRule, ...]] = {}
        self._foreign: dict[Folders, tuple[CascadeRule, ...]] = {}
        """Of sections in other languages; they count for pages below them only."""

    def add(
        self, folders: Folders, front_matter: FrontMatter, *, is_foreign: bool = False
    ) -> list[Problem]:
        """Take the ``cascade`` of the section at *folders*; return what is wrong.

        :param is_foreign: Whether the section is one of another language; then those
            rules count that name this one, after those of the section's own.
        """
        value = front_matter.page_params.get("cascade")
        if not value:
            return []
        try:
            # Keys of tables in lists come as they are written.
            tables = lower_keys({"cascade": value})["cascade"]
        except BadValueError as error:
            fault = f"'cascade' cannot be used: {error}; left out"
            return [Problem(ProblemKind.FRONT_MATTER_KEY, fault)]
        if is_foreign:
            listed = tables if isinstance(tables, list) else [tables]
            tables = [item for item in listed if names_languages(item)]
        rules, problems = read_cascade(tables, self.settings.language, self.environment)
        if rules:
            table = self._foreign if is_foreign else self._rules
            table[folders] = (*table.get(folders, ()), *rules)
        return [
            Problem(
                ProblemKind.FRONT_MATTER_KEY,
                problem.message.removeprefix(_CONFIG_PREFIX),
            )
            for problem in problems
        ]

    def of_page(self, folders: Folders, base_name: str) -> Mapping[str, object]:
        """Return what the page *base_name* in *folders* has from others."""
        return self._values(folders, (*folders, base_name), "page")

    def of_list(self, folders: Folders) -> Mapping[str, object]:
        """Return what the page of the folder *folders* has, its own rules included."""
        return self._values(folders, folders, list_kind(folders, self.settings))

    def _values(self, folders: Folders, parts: Folders, kind: str) -> dict[str, object]:
        if not (self._rules or self._foreign or self.settings.cascade):
            return {}
        path = "/" + "/".join(path_segment(part) for part in parts)
        values: dict[str, object] = {}
        for end in range(len(folders), -1, -1):
            rules = self._rules.get(folders[:end], ())
            if len(parts) > end:
                rules += self._foreign.get(folders[:end], ())
            for rule in rules:
                if rule.is_for(path, kind):
                    values = with_defaults(values, rule.values)
        for rule in self.settings.cascade:
            if rule.is_for(path, kind):
                values = with_defaults(values, rule.values)
        return values
