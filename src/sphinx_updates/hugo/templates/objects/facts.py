"""What the objects of a site are made from: plain data of ``hugo.site``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_updates.hugo.site.languages import FALLBACK, Language
from sphinx_updates.hugo.site.list_page import ListPage
from sphinx_updates.hugo.site.ordering import default_order
from sphinx_updates.hugo.site.settings import HugoSettings
from sphinx_updates.hugo.site.terms import Taxonomies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from sphinx_updates.hugo.site.kinds import ListKind
    from sphinx_updates.hugo.site.page import Page, SiteFile
    from sphinx_updates.hugo.site.site import Site
    from sphinx_updates.hugo.site.translations import Translation


def _no_data() -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A site, or folders of posts that are read as one."""

    settings: HugoSettings = field(default_factory=HugoSettings)
    config: Mapping[str, Any] = field(default_factory=dict)
    """The whole configuration; keys in lower case."""
    environment: str = "production"
    pages: tuple[Page, ...] = ()
    """All that are built, in any order."""
    lists: tuple[ListPage, ...] = ()
    taxonomies: Taxonomies = field(default_factory=Taxonomies)
    language: Language = field(default_factory=lambda: Language(key=FALLBACK))
    languages: tuple[Language, ...] = ()
    default_language: str = FALLBACK
    translations: Mapping[str, tuple[Translation, ...]] = field(default_factory=dict)
    main_sections: tuple[str, ...] = ()
    data: Callable[[], Mapping[str, object]] = _no_data
    files: Mapping[str, SiteFile] = field(default_factory=dict)
    """Files of bundles by their path below the content root."""
    root: Path | None = None
    """The folder of the site; None if there is none."""


def facts_of_site(site: Site, main_sections: Iterable[str]) -> Facts:
    """Return what is known of a whole site."""
    config = site.config
    return Facts(
        settings=config.settings,
        config=config.config,
        environment=config.environment,
        pages=site.mount.pages,
        lists=site.lists,
        taxonomies=site.taxonomies,
        language=config.language,
        languages=config.languages.built,
        default_language=config.languages.default,
        translations=site.translations,
        main_sections=tuple(main_sections),
        data=site.data.tree,
        files={file.path: file for file in site.mount.files},
        root=config.root,
    )


def facts_of_posts(
    settings: HugoSettings,
    pages: Iterable[Page],
    files: Iterable[SiteFile],
    prefixes: Iterable[str],
    root: Path | None,
) -> Facts:
    """Return what is known of folders of posts: each is a section of one site.

    :param prefixes: Where they are mounted.
    """
    shown = tuple(pages)
    regular = sorted((p for p in shown if p.kind == "page"), key=default_order)
    own = {page.directory: page for page in shown if page.kind == "section"}
    tops = {prefix.partition("/")[0] for prefix in prefixes} - {""}
    lists = [_list("home", "", "/", settings.title, own, regular)]
    for folder in sorted({*tops, *own} - {""}):
        members = [p for p in regular if p.directory.startswith(folder)]
        title = folder.rpartition("/")[2].replace("-", " ").capitalize()
        lists.append(_list("section", folder, f"/{folder}/", title, own, members))
    language = Language(key=settings.language, locale=settings.locale)
    return Facts(
        settings=settings,
        config={"title": settings.title, "params": dict(settings.params)},
        pages=shown,
        lists=tuple(lists),
        language=language,
        languages=(language,),
        default_language=language.key,
        main_sections=tuple(sorted(tops)),
        files={file.path: file for file in files},
        root=root,
    )


def _list(  # noqa: PLR0913, PLR0917 - what a list is
    kind: ListKind,
    path: str,
    url: str,
    title: str,
    own: Mapping[str, Page],
    members: list[Page],
) -> ListPage:
    page = own.get(path)
    dates = (member.front_matter.date for member in members)
    return ListPage(
        kind=kind,
        path=path,
        url=page.url if page else url,
        title=page.front_matter.title if page else title,
        page=page,
        members=tuple(members),
        date=max((date for date in dates if date), default=None),
    )
