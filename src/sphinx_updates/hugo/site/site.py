"""A whole Hugo site: what it publishes in one of its languages.

A configuration comes in, plain data go out; the bodies of the pages are read by others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.site.content import usable_patterns
from sphinx_updates.hugo.site.data import SiteData
from sphinx_updates.hugo.site.language_part import (
    Conditions,
    Found,
    LanguagePart,
    files_of,
    read_part,
)
from sphinx_updates.hugo.site.language_tree import build_trees
from sphinx_updates.hugo.site.list_page import Feed, ListPage
from sphinx_updates.hugo.site.listing import Listing, list_content
from sphinx_updates.hugo.site.lists import Lists
from sphinx_updates.hugo.site.outputs import (
    files_beside,
    static_files,
    with_free_aliases,
    without_clashes,
)
from sphinx_updates.hugo.site.page import Mount
from sphinx_updates.hugo.site.people import People
from sphinx_updates.hugo.site.reader import forget_lost
from sphinx_updates.hugo.site.site_config import SiteConfig, read_site_config
from sphinx_updates.hugo.site.translations import (
    Published,
    Translation,
    find_translations,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from sphinx_updates.hugo.site.page import SiteFile
    from sphinx_updates.hugo.site.reader import FrontMatterCache
    from sphinx_updates.hugo.site.terms import Taxonomies

__all__ = ["Feed", "ListPage", "Site", "Translation", "read_site"]

_NO_PATTERNS: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a Hugo site publishes in one language."""

    config: SiteConfig
    mount: Mount
    """All pages and files, those of ``static`` too, as one mount at the root."""
    lists: tuple[ListPage, ...]
    """The front page, the sections by path, then taxonomies with their terms."""
    taxonomies: Taxonomies
    people: People = field(hash=False)
    data: SiteData = field(hash=False)
    translations: Mapping[str, tuple[Translation, ...]] = field(hash=False)
    """The same page in other languages, by path, or by that of a list without a page;
    what has no translation is not there."""
    redirects: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Where the site leads readers who name no language, or the default one."""
    notes: tuple[str, ...] = ()
    """What is read here and not by Hugo as it is configured."""


def read_site(
    config: SiteConfig,
    *,
    now: datetime,
    drafts: bool = False,
    cache: FrontMatterCache | None = None,
    permalinks: Mapping[str, str] = _NO_PATTERNS,
) -> Site:
    """Return what the site publishes in the language of *config*.

    Never raises for what lies in its folders.

    :param now: Aware; decides what is in the future and what has expired.
    :param drafts: Whether drafts, future and expired pages are built.
    :param cache: What an earlier reading read; kept up to date.
    :param permalinks: Patterns by section that override those of the configuration.
    """
    cache = {} if cache is None else cache
    settings, language = config.settings, config.language.key
    patterns, faults = usable_patterns("", config.root, permalinks)
    listing = list_content(config.content, config.languages, settings.ignore_files)
    conditions = Conditions(
        environment=config.environment, now=now, drafts=drafts, permalinks=patterns
    )
    parts = _read_parts(config, listing, conditions, cache)
    part = parts[language]
    problems = [*config.problems, *faults, *listing.problems, *part.problems]
    part.shown = without_clashes(part.shown, problems)

    files = files_of(language, parts)
    files += static_files(config.static, language, problems)
    files = files_beside(files, part.shown, problems)
    lists = _make_lists(part, files, problems)

    data, notes = _read_data(config)
    return Site(
        config=config,
        mount=Mount(
            prefix="",
            folder=config.root,
            pages=tuple(part.shown),
            hidden=tuple(part.hidden),
            files=tuple(files),
            problems=tuple(problems),
        ),
        lists=lists.all,
        taxonomies=lists.taxonomies,
        people=People(
            part.shown,
            lists.taxonomies,
            hidden=part.hidden,
            data=data,
            assets=[one.source for one in config.assets if not one.prefix],
            packs=settings.packs,
        ),
        data=data,
        translations=find_translations(
            language,
            {
                key: Published(
                    other.shown, (lists if key == language else Lists(other)).all
                )
                for key, other in parts.items()
            },
        ),
        redirects=_redirects(config),
        notes=(*notes, *_html_notes(listing)),
    )


def _read_parts(
    config: SiteConfig,
    listing: Listing,
    conditions: Conditions,
    cache: FrontMatterCache,
) -> dict[str, LanguagePart]:
    """Return the pages of every language, as they lead to one another."""
    keys = [one.key for one in config.languages.built]
    if config.language.key not in keys:
        keys.insert(0, config.language.key)
    is_multihost = config.languages.is_multihost
    trees = build_trees(listing.files, keys, is_multihost=is_multihost)
    parts: dict[str, LanguagePart] = {}
    for key, tree in trees.items():
        settings = config.settings
        if key != config.language.key:
            other = read_site_config(
                config.root, environment=config.environment, language=key
            )
            settings = other.settings
        others = [other for name, other in trees.items() if name != key]
        parts[key] = read_part(tree, settings, conditions, cache, others)
    kept: set[Path] = {page.file for tree in trees.values() for page in tree.pages}
    for mount in config.content:
        forget_lost(cache, mount.source, kept)
    return parts


def _make_lists(
    part: LanguagePart, files: Sequence[SiteFile], problems: Found
) -> Lists:
    """Return the lists, once no page has an alias that something else is at."""
    part.shown = with_free_aliases(part.shown, {}, files, problems)
    lists = Lists(part)
    named = {page.url: f"the {page.kind} {page.path}" for page in lists.all}
    if any(alias in named for page in part.shown for alias in page.aliases):
        part.shown = with_free_aliases(part.shown, named, (), problems)
        lists = Lists(part)
    problems += lists.taxonomies.problems
    return lists


def _read_data(config: SiteConfig) -> tuple[SiteData, tuple[str, ...]]:
    roots = [
        one.source for one in config.data if not one.prefix and not one.files.patterns
    ]
    left_out = [one for one in config.data if one.source not in roots]
    notes = tuple(
        f"the data in {mount.source.name!r} is not read, as it is mounted in part"
        for mount in left_out
    )
    return SiteData(roots), notes


def _redirects(config: SiteConfig) -> dict[str, str]:
    languages = config.languages
    is_default = config.language.key == languages.default
    if languages.is_multihost or not is_default or config.settings.disable_aliases:
        return {}
    if languages.default_in_subdir:
        return {"/": f"/{languages.default}/"}
    return {f"/{languages.default}/": "/"} if len(languages.built) > 1 else {}


def _html_notes(listing: Listing) -> tuple[str, ...]:
    if not listing.html_pages:
        return ()
    note = (
        f"{listing.html_pages} pages are written in HTML, which Hugo reads only "
        "if 'security.allowContent' has '^text/html$'; they are read here"
    )
    return (note,)
