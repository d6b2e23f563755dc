"""The content tree of one mount: its pages, their addresses and their files.

A folder comes in, plain data go out. The bodies of the pages are read by others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.permalinks import PermalinkError, check_pattern
from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.builder import Publishing, build_page, is_rendered
from sphinx_updates.hugo.site.files import group_files, publish_files
from sphinx_updates.hugo.site.outputs import without_clashes
from sphinx_updates.hugo.site.page import Mount, Page, SiteFile
from sphinx_updates.hugo.site.reader import FrontMatterCache, forget_lost, read_sources
from sphinx_updates.hugo.site.tree import Folders, Sections
from sphinx_updates.hugo.site.urls import EVERY_PAGE, section_key
from sphinx_updates.hugo.site.walk import Tree, walk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from sphinx_updates.hugo.site.settings import HugoSettings

__all__ = ["FrontMatterCache", "Mount", "Page", "SiteFile", "scan_mount"]

_NO_PATTERNS: Final[Mapping[str, str]] = {}
Found = list[tuple["Path", Problem]]


def scan_mount(  # noqa: PLR0913 - options by keyword
    prefix: str,
    folder: Path,
    settings: HugoSettings,
    *,
    permalinks: Mapping[str, str] = _NO_PATTERNS,
    now: datetime,
    drafts: bool = False,
    cache: FrontMatterCache | None = None,
) -> Mount:
    """Return what Hugo would publish of *folder*, as if it were ``content/<prefix>``.

    Never raises for what lies in the folder.

    :param prefix: One or more names with slashes between them; ``""`` is the root.
    :param permalinks: Patterns from the site's root by section or by *prefix*; they
        override those of the settings.
    :param now: Aware; decides what is in the future and what has expired.
    :param drafts: Whether drafts, future and expired pages are built.
    :param cache: What an earlier scan read; kept up to date.
    """
    names = tuple(part for part in prefix.split("/") if part)
    patterns, problems = usable_patterns("/".join(names), folder, permalinks)
    common = Publishing(names, settings, patterns, now, drafts)
    tree = walk(folder, settings.ignore_files)
    cache = {} if cache is None else cache
    sources, unreadable = read_sources(tree.pages, settings.date_rules, cache)
    forget_lost(cache, folder, set(sources))
    problems += [*tree.problems, *unreadable, *_buried(tree, folder)]

    read = [(file, sources[file.file]) for file in tree.pages if file.file in sources]
    sections = Sections(
        {
            (*names, *file.folders): source.front_matter
            for file, source in read
            if file.role == "branch" and common.is_due(source.front_matter)
        },
        settings,
    )
    groups = group_files(tree, names)
    bundles: dict[Folders, Page] = {}
    shown: list[Page] = []
    hidden: list[Page] = []
    for file, source in read:
        own = (*names, *file.parts[:-1])
        held = groups.get(own, []) if file.role != "page" else []
        resources = tuple(name for name, _file in held)
        page = build_page(file, source, resources, common, sections)
        if page.is_bundle:
            bundles[own] = page
        (shown if _is_built(page, common) else hidden).append(page)
    clashes: Found = []
    pages = _without_clashes(shown, clashes)
    return Mount(
        prefix="/".join(names),
        folder=folder,
        pages=pages,
        hidden=tuple(hidden),
        files=publish_files(
            groups, bundles, sections, lambda page: common.is_due(page.front_matter)
        ),
        problems=(*problems, *clashes),
    )


def _is_built(page: Page, common: Publishing) -> bool:
    return common.is_due(page.front_matter) and is_rendered(page.front_matter)


def _without_clashes(pages: list[Page], problems: Found) -> tuple[Page, ...]:
    """Return the pages that have an address of their own.

    An alias that is the address of a page is dropped without a word, as in Hugo.
    """
    kept = without_clashes(pages, problems)
    urls = {page.url for page in kept}
    return tuple(
        replace(page, aliases=tuple(a for a in page.aliases if a not in urls))
        if page.aliases
        else page
        for page in kept
    )


def _buried(tree: Tree, folder: Path) -> Found:
    """Report an ``index.md`` that makes the whole mount a single page."""
    count = tree.buried.get((), 0)
    if not count:
        return []
    fault = (
        "'index.md' makes the whole folder one page bundle, so that "
        f"{count} other Markdown files are no pages; name it '_index.md'"
    )
    return [(folder, Problem(ProblemKind.FILE, fault))]


def usable_patterns(
    prefix: str, folder: Path, permalinks: Mapping[str, str]
) -> tuple[dict[str, str], Found]:
    """Return the patterns by section in lower case, and those that are none."""
    patterns: dict[str, str] = {}
    problems: Found = []
    for name, pattern in permalinks.items():
        try:
            check_pattern(pattern)
        except PermalinkError as error:
            fault = f"permalinks[{name!r}]: {error}; left out"
            problems.append((folder, Problem(ProblemKind.CONFIG, fault)))
            continue
        # The prefix of a mount at the root means all of it; "/" the root pages only.
        is_all = not prefix and name == ""
        patterns[EVERY_PAGE if is_all else section_key(name)] = pattern
    return patterns, problems
