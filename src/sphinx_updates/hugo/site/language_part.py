"""The pages of one language of a site: read, cascaded, and with their addresses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.builder import Publishing, build_page, is_rendered
from sphinx_updates.hugo.site.handed_down import HandedDown
from sphinx_updates.hugo.site.kinds import list_kind
from sphinx_updates.hugo.site.page import SiteFile
from sphinx_updates.hugo.site.reader import known_source, read_sources
from sphinx_updates.hugo.site.tree import Sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from sphinx_updates.hugo.front_matter import Source
    from sphinx_updates.hugo.problems import Problem
    from sphinx_updates.hugo.site.language_tree import LanguageTree
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.reader import FrontMatterCache
    from sphinx_updates.hugo.site.settings import HugoSettings
    from sphinx_updates.hugo.site.tree import Folders
    from sphinx_updates.hugo.site.walk import ContentFile

Found = list[tuple["Path", "Problem"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What decides which pages are built, besides the settings of a language."""

    environment: str
    now: datetime
    drafts: bool
    permalinks: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Patterns that override those of the settings."""


@dataclass(slots=True)
class LanguagePart:
    """The pages of one language."""

    settings: HugoSettings
    tree: LanguageTree
    handed_down: HandedDown
    sections: Sections
    common: Publishing
    shown: list[Page] = field(default_factory=list)
    """Those that are built, by path."""
    hidden: list[Page] = field(default_factory=list)
    bundles: dict[Folders, Page] = field(default_factory=dict)
    """All pages with a folder of their own, hidden ones too."""
    problems: Found = field(default_factory=list)

    def is_due(self, page: Page) -> bool:
        """Say whether *page* is in the site, whether or not it has a file there."""
        return self.common.is_due(page.front_matter) and self.settings.lists.is_built(
            _kind(page, self.settings)
        )

    def base_of(self, owner: Folders) -> str:
        """Return where the files of a bundle or section go; ``""`` for nowhere."""
        page = self.bundles.get(owner)
        if page is not None:
            wanted = self.is_due(page) and page.front_matter.publish_resources
            return page.bundle_url if wanted else ""
        if not self.settings.lists.is_built(list_kind(owner, self.settings)):
            return ""
        return self.settings.url_prefix + self.sections.url(owner)


def read_part(
    tree: LanguageTree,
    settings: HugoSettings,
    conditions: Conditions,
    cache: FrontMatterCache,
    others: Iterable[LanguageTree] = (),
) -> LanguagePart:
    """Return the pages of the language of *settings*.

    :param others: The trees of the other languages, whose sections may hand down to
        the pages of this one.
    """
    handed = HandedDown(settings, conditions.environment)
    problems: Found = []
    for file in (file for other in others for file in other.pages):
        source = _known(file, settings, cache) if file.role == "branch" else None
        if source is not None:
            handed.add(file.folders, source.front_matter, is_foreign=True)
    sources = _read_branches(tree, settings, handed, cache, problems)
    leaves = [file for file in tree.pages if file.role != "branch"]

    def defaults(file: ContentFile) -> Mapping[str, object]:
        name = file.parts[-2:-1] if file.role == "leaf" else (file.stem,)
        return handed.of_page(file.folders, "".join(name))

    found, faults = read_sources(leaves, settings.date_rules, cache, defaults)
    sources |= found
    problems += faults
    common = Publishing(
        (), settings, conditions.permalinks, conditions.now, conditions.drafts
    )
    sections = Sections(
        {
            file.folders: sources[file.file].front_matter
            for file in tree.pages
            if file.role == "branch"
            and file.file in sources
            and common.is_due(sources[file.file].front_matter)
        },
        settings,
    )
    part = LanguagePart(settings, tree, handed, sections, common, problems=problems)
    names = tree.names()
    for file in tree.pages:
        if file.file in sources:
            resources = names.get(file.parts[:-1], []) if file.role != "page" else []
            _add(part, file, sources[file.file], tuple(resources))
    return part


def _read_branches(
    tree: LanguageTree,
    settings: HugoSettings,
    handed: HandedDown,
    cache: FrontMatterCache,
    problems: Found,
) -> dict[Path, Source]:
    """Read the sections from the outside in, as they hand down to one another."""
    sources: dict[Path, Source] = {}
    branches = [file for file in tree.pages if file.role == "branch"]
    for file in sorted(branches, key=lambda file: len(file.parts)):
        source = _known(file, settings, cache, problems)
        if source is not None:
            faulty = handed.add(file.folders, source.front_matter)
            problems += [(file.file, problem) for problem in faulty]
            values = handed.of_list(file.folders)
            found, _faults = read_sources(
                [file], settings.date_rules, cache, partial(_same, values)
            )
            sources |= found
    return sources


def _known(
    file: ContentFile,
    settings: HugoSettings,
    cache: FrontMatterCache,
    problems: Found | None = None,
) -> Source | None:
    """Return what *file* says itself; whatever was handed down to it may be in it."""
    source = known_source(file, settings.date_rules, cache)
    if source is not None:
        return source
    found, faults = read_sources([file], settings.date_rules, cache)
    if problems is not None:
        problems += faults
    return found.get(file.file)


def _same(values: Mapping[str, object], _file: ContentFile) -> Mapping[str, object]:
    return values


def _add(
    part: LanguagePart, file: ContentFile, source: Source, resources: tuple[str, ...]
) -> None:
    page = build_page(file, source, resources, part.common, part.sections)
    front = page.front_matter
    if page.is_bundle:
        part.bundles[file.parts[:-1]] = page
    if part.is_due(page) and is_rendered(front):
        part.shown.append(page)
        return
    if page.aliases:
        page = replace(page, aliases=())
    part.hidden.append(page)


def _kind(page: Page, settings: HugoSettings) -> str:
    if page.kind == "page":
        return "page"
    return list_kind(page.folders, settings)


def files_of(language: str, parts: Mapping[str, LanguagePart]) -> list[SiteFile]:
    """Return the plain files of the content of *language*, by path.

    A file that another language brings has its address there.
    """
    found: dict[str, SiteFile] = {}
    bases: dict[tuple[str, Folders], str] = {}
    for owned in parts[language].tree.files:
        key = (owned.language, owned.owner)
        if key not in bases:
            bases[key] = parts[owned.language].base_of(owned.owner)
        if bases[key]:
            url = bases[key] + owned.name
            path = "/".join((*owned.owner, owned.name))
            found.setdefault(url, SiteFile(source=owned.file, path=path, url=url))
    return sorted(found.values(), key=lambda file: file.path)
