"""What a site publishes, each address once: pages, then files, then aliases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.listing import mounted_files
from sphinx_updates.hugo.site.page import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sphinx_updates.hugo.site.mount_point import MountPoint
    from sphinx_updates.hugo.site.page import Page

Found = list[tuple["Path", Problem]]


def published_path(url: str) -> str:
    """Return the file that is published for a site path: ``x/index.html``."""
    return f"{url}index.html"[1:] if url.endswith("/") else url[1:]


def static_files(
    mounts: Iterable[MountPoint], language: str, problems: Found
) -> list[SiteFile]:
    """Return the static files of a language by path; the first mount's counts."""
    found: dict[str, SiteFile] = {}
    for mount in mounts:
        if not mount.is_for(language):
            continue
        for parts, file in mounted_files(mount, (), problems, shows_dots=True):
            path = "/".join(parts)
            if parts[-1] != ".DS_Store":
                found.setdefault(path, SiteFile(source=file, path=path, url=f"/{path}"))
    return [found[path] for path in sorted(found)]


def without_clashes(pages: Iterable[Page], problems: Found) -> list[Page]:
    """Return the pages that have an address of their own; the first one keeps it."""
    by_url: dict[str, Page] = {}
    for page in pages:
        first = by_url.setdefault(page.url, page)
        if first is not page:
            fault = (
                f"{page.path!r} and {first.path!r} have the same address "
                f"{page.url!r}; this page is left out, give it another slug or url"
            )
            problems.append((page.file, Problem(ProblemKind.PAGE_CLASH, fault)))
    return [*by_url.values()]


def files_beside(
    files: Iterable[SiteFile], pages: Iterable[Page], problems: Found
) -> list[SiteFile]:
    """Return the files that stand where no page does; of two the first one counts."""
    taken = {published_path(page.url): page for page in pages}
    found: dict[str, SiteFile] = {}
    for file in files:
        path = published_path(file.url)
        if path in taken:
            fault = (
                f"the file and the page {taken[path].path!r} have the same address "
                f"{taken[path].url!r}; the file is left out, rename it"
            )
            problems.append((file.source, Problem(ProblemKind.PAGE_CLASH, fault)))
        else:
            found.setdefault(path, file)
    return [*found.values()]


def with_free_aliases(
    pages: Iterable[Page],
    lists: Mapping[str, str],
    files: Iterable[SiteFile],
    problems: Found,
) -> list[Page]:
    """Return the pages with those aliases that nothing else is at.

    :param lists: What lists without a page of their own are called, by address.
    """
    pages = [*pages]
    owners = {published_path(file.url): file.path for file in files}
    owners |= {published_path(url): name for url, name in lists.items()}
    owners |= {published_path(page.url): page.path for page in pages}
    found: list[Page] = []
    for page in pages:
        kept: list[str] = []
        for alias in page.aliases:
            owner = owners.setdefault(published_path(alias), page.path)
            is_free = owner == page.path and alias not in kept
            if is_free and published_path(alias) != published_path(page.url):
                kept.append(alias)
            elif owner != page.path:
                fault = (
                    f"the alias {alias!r} of {page.path!r} is the address of "
                    f"{owner!r}; it is left out"
                )
                problems.append((page.file, Problem(ProblemKind.PAGE_CLASH, fault)))
        found.append(
            replace(page, aliases=tuple(kept))
            if len(kept) < len(page.aliases)
            else page
        )
    return found
