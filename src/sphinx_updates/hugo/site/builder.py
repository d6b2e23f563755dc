"""From a file and its front matter to a page: its address and its aliases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter import Visibility
from sphinx_updates.hugo.permalinks import PermalinkError, PermalinkInput
from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.page import Page
from sphinx_updates.hugo.site.urls import (
    alias_path,
    bundle_url,
    has_host,
    page_url,
    pattern_for,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sphinx_updates.hugo.front_matter import FrontMatter, Source
    from sphinx_updates.hugo.site.settings import HugoSettings
    from sphinx_updates.hugo.site.tree import Folders, Sections
    from sphinx_updates.hugo.site.urls import Place
    from sphinx_updates.hugo.site.walk import ContentFile


_NO_PATTERNS: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Publishing:
    """What the pages of a mount have in common."""

    prefix: Folders
    settings: HugoSettings
    permalinks: Mapping[str, str]
    """Patterns that override those of the settings."""
    now: datetime
    drafts: bool

    def is_due(self, front_matter: FrontMatter) -> bool:
        """Say whether the page is in the site at this time."""
        settings = self.settings
        wanted = {
            Visibility.PUBLISHED: True,
            Visibility.DRAFT: settings.build_drafts,
            Visibility.FUTURE: settings.build_future,
            Visibility.EXPIRED: settings.build_expired,
        }
        return self.drafts or wanted[front_matter.is_visible(self.now)]

    def folders_of(self, file: ContentFile) -> tuple[Folders, str]:
        """Return the logical folders above a page, and its base name (``""``: none)."""
        path = (*self.prefix, *file.parts)
        if file.role == "page":
            return path[:-1], file.stem
        if file.role == "leaf" and len(path) > 1:
            return path[:-2], path[-2]
        return path[:-1], ""


def is_rendered(front_matter: FrontMatter) -> bool:
    """Say whether the page gets a file of its own in the site."""
    return front_matter.render == "always" and not front_matter.headless


def build_page(
    file: ContentFile,
    source: Source,
    resources: tuple[str, ...],
    common: Publishing,
    sections: Sections,
) -> Page:
    """Return the page of *file*."""
    front_matter = source.front_matter
    folders, base_name = common.folders_of(file)
    place = sections.place(folders, base_name, is_leaf=file.role == "leaf")
    url, faults = place_url(place, front_matter, common.settings, common.permalinks)
    aliases, alias_faults = _aliases(url, place, front_matter, common.settings)
    return Page(
        path="/".join((*common.prefix, *file.parts)),
        file=file.file,
        front_matter=front_matter,
        url=url,
        kind="section" if place.is_section else "page",
        is_bundle=file.role != "page",
        visibility=front_matter.is_visible(common.now),
        resources=resources,
        aliases=aliases,
        body_line=source.body_line,
        problems=(*source.problems, *faults, *alias_faults),
    )


def place_url(
    place: Place,
    front_matter: FrontMatter,
    settings: HugoSettings,
    permalinks: Mapping[str, str] = _NO_PATTERNS,
    *,
    pattern: str | None = None,
) -> tuple[str, list[Problem]]:
    """Return the site path; if ``url`` cannot be used, by the next best rule.

    :param permalinks: Patterns that override those of the settings.
    :param pattern: The pattern for this very page; None to look for it.
    """
    fields = PermalinkInput(
        date=front_matter.date,
        sections=place.sections,
        section_slugs=place.section_slugs,
        title=front_matter.title,
        slug=front_matter.slug,
        base_name=place.base_name or "".join(place.folders[-1:]),
        remove_accents=settings.remove_path_accents,
        lower=not settings.disable_path_to_lower,
        keeps_slashes=place.list_kind == "term",
    )
    if pattern is None:
        pattern = _pattern(place, settings, permalinks)
    url, fault = front_matter.url, ""
    if has_host(url):
        fault = f"'url' must be a path such as '/news/x/', got {url!r}"
    else:
        try:
            path = page_url(place, fields, url, pattern, settings)
            # A path from the root is one of the server, not of the language.
            is_whole = url.startswith("/") and bool(place.folders or place.base_name)
            return path if is_whole else settings.url_prefix + path, []
        except PermalinkError as error:
            fault = f"'url': {error}"
    problem = Problem(ProblemKind.FRONT_MATTER_KEY, f"{fault}; it is not used")
    path = page_url(place, fields, "", pattern, settings)
    return settings.url_prefix + path, [problem]


def _pattern(
    place: Place, settings: HugoSettings, permalinks: Mapping[str, str]
) -> str:
    if place.is_section:
        if place.list_kind == "taxonomy":
            return ""
        is_term = place.list_kind == "term"
        patterns = settings.term_permalinks if is_term else settings.section_permalinks
        return pattern_for(place.folders, "", patterns)
    return pattern_for(place.folders, place.base_name, permalinks) or pattern_for(
        place.folders, place.base_name, settings.permalinks
    )


def _aliases(
    url: str, place: Place, front_matter: FrontMatter, settings: HugoSettings
) -> tuple[tuple[str, ...], list[Problem]]:
    if settings.disable_aliases:
        return (), []
    paths: dict[str, None] = {}
    problems: list[Problem] = []
    ugly = settings.is_ugly(place.top)
    for alias in front_matter.aliases:
        path = alias_path(alias, bundle_url(url), ugly=ugly)
        if alias.startswith("/"):
            path = settings.url_prefix + path
        if path == f"{settings.url_prefix}/" != url:
            fault = f"the alias {alias!r} is the front page of the site; left out"
            problems.append(Problem(ProblemKind.FRONT_MATTER_KEY, fault))
        elif path != url:
            paths[path] = None
    return tuple(paths), problems
