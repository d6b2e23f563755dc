"""Who answers a shortcode: a directive, a site's template or an embedded one.

In that order: a directive or a definition that ``conf.py`` or another extension put
into the ``hugo`` domain wins over a template of the site, and that over the packs that
we ship (DESIGN.md 3).
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_updates.hugo.shortcodes.nodes import Notation
from sphinx_updates.hugo.shortcodes.templates import (
    PlainTemplate,
    read_layouts,
    read_templates,
)
from sphinx_updates.sphinx_ext.directives.definition import Definition
from sphinx_updates.sphinx_ext.directives.packs import SHIPPED
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from docutils.parsers.rst import Directive

    from sphinx_updates.hugo.templates.lookup import Layouts


@dataclass(slots=True)
class ShortcodeTable:
    """The shortcodes of one build."""

    directives: Mapping[str, type[Directive]] = field(default_factory=dict)
    """What others registered in the domain, by lower-case name."""
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    """What others registered as definitions, by lower-case name."""
    templates: dict[str, dict[str, PlainTemplate]] = field(default_factory=dict)
    """The project's and the site's own, by name, then by suffix."""
    theme_templates: dict[str, dict[str, PlainTemplate]] = field(default_factory=dict)
    """Those of the site's themes. What we ship for a theme comes before them: it is
    the same, in all formats."""
    packs: tuple[str, ...] = ("hugo",)
    """The packs that we ship, the first one first."""

    def find(
        self, name: str, notation: Notation = Notation.STANDARD
    ) -> type[Directive] | PlainTemplate | Definition | None:
        """Return what answers *name*; a template of the notation's own kind first."""
        key = name.lower()
        if key in self.directives:
            return self.directives[key]
        if key in self.definitions:
            return self.definitions[key]
        if by_suffix := self.templates.get(key):
            return _preferred(by_suffix, notation)
        of_themes = (SHIPPED[pack].get(key) for pack in self.packs if pack != _OWN)
        found = next((found for found in of_themes if found is not None), None)
        if found is None and (by_suffix := self.theme_templates.get(key)):
            return _preferred(by_suffix, notation)
        if found is None and _OWN in self.packs:
            found = SHIPPED[_OWN].get(key)
        return found

    def takes_inner(self, name: str) -> bool | None:
        """Say whether *name* takes inner content; None if the page has to show it."""
        match self.find(name):
            case Definition() as definition:
                return definition.takes_inner
            case PlainTemplate() as template:
                return bool(template.action_line) and template.asks_for_inner
            case None:
                return None
            case directive:
                return None if directive.has_content else False

    def advice_on(self, name: str) -> str:
        """Return what an author can do about *name*, which nothing answers."""
        others = (pack for pack in SHIPPED if pack not in self.packs)
        pack = next((pack for pack in others if name.lower() in SHIPPED[pack]), None)
        if pack is not None:
            return f"add {pack!r} to updates_shortcode_packs, which has one"
        if nearest := self._nearest(name):
            return f"did you mean {nearest!r}?"
        return "add a template to a folder of updates_shortcodes"

    def _nearest(self, name: str) -> str | None:
        """Return the known name that *name* was most likely meant to be."""
        shipped = (name for pack in self.packs for name in SHIPPED[pack])
        own = [*self.directives, *self.definitions, *self.templates]
        known = [*own, *self.theme_templates, *shipped]
        matches = difflib.get_close_matches(name.lower(), known, n=1)
        return matches[0] if matches else None

    def identity(self, name: str) -> str:
        """Return what answers *name* as text that changes when another one does."""
        match self.find(name):
            case PlainTemplate() as template:
                return str(template.file)
            case Definition(build=build):
                made_by = build or Definition
                return f"{made_by.__module__}.{made_by.__qualname__}"
            case None:
                return ""
            case directive:
                return f"{directive.__module__}.{directive.__qualname__}"


_OWN = "hugo"


def _preferred(
    by_suffix: Mapping[str, PlainTemplate], notation: Notation
) -> PlainTemplate:
    preferred = ".md" if notation is Notation.MARKDOWN else ".html"
    return by_suffix.get(preferred) or next(iter(by_suffix.values()))


def load_templates(
    folders: Iterable[Path], layouts: Layouts
) -> tuple[dict[str, dict[str, PlainTemplate]], dict[str, dict[str, PlainTemplate]]]:
    """Return the templates of project and site, and those of the site's themes.

    What cannot be used is a warning.
    """
    in_folders = read_templates(folders)
    files = list(layouts.shortcodes())
    of_site = read_layouts(one for one in files if not one.theme)
    of_themes = read_layouts(one for one in files if one.theme)
    for found in (in_folders, of_site, of_themes):
        for file, problem in found.problems:
            warn(problem.kind, problem.message, file)
    for file, problem in layouts.problems:
        warn(problem.kind, problem.message, file)
    own = _by_name((*in_folders.templates, *of_site.templates))
    return own, _by_name(of_themes.templates)


def _by_name(
    templates: Iterable[PlainTemplate],
) -> dict[str, dict[str, PlainTemplate]]:
    found: dict[str, dict[str, PlainTemplate]] = {}
    for template in templates:
        found.setdefault(template.name, {}).setdefault(template.file.suffix, template)
    return found
