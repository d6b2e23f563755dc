"""Hugo's ``.Site``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.objects.base import ZERO_DATE, SiteObject
from sphinx_updates.hugo.templates.objects.menus import Menus, read_menus
from sphinx_updates.hugo.templates.objects.params import find_param
from sphinx_updates.hugo.templates.values import MapObject, Params, reachable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sphinx_updates.hugo.templates.objects.page import PageObject
    from sphinx_updates.hugo.templates.objects.pages import Pages
    from sphinx_updates.hugo.templates.objects.small import LanguageObject
    from sphinx_updates.hugo.templates.objects.world import World


class TaxonomyList(MapObject):
    """The taxonomies of a site by their plural."""

    __slots__ = ()
    go_type = "page.TaxonomyList"


class SiteObjectOfHugo(SiteObject):
    """A site in one language."""

    go_type = "page.Site"
    absent: ClassVar[Mapping[str, str]] = {
        "RegularPagesRecursive": "Hugo has it for sections only",
        "Current": "there is one site in a build",
    }

    def __init__(self, world: World) -> None:
        self._world = world

    def go_string(self) -> str:
        """Return what printing it gives."""
        return f"Site [0 0 0]: [{self._world.settings.language} v1.0.0 guest]"

    @reachable("Title")
    def title(self) -> str:
        """Return the title."""
        return self._world.settings.title

    @reachable("BaseURL")
    def base_url(self) -> str:
        """Return the address."""
        return self._world.settings.base_url

    @reachable("Copyright")
    def copyright(self) -> str:
        """Return the copyright."""
        return self._world.settings.copyright

    @reachable("Params")
    def params(self) -> Params:
        """Return the parameters."""
        return self._world.params

    @reachable("Param")
    def param(self, name: object) -> object:
        """Return a parameter by a path with dots; None if there is none."""
        return find_param(self._world.params, str(name))

    @reachable("Author", "Social")
    def author(self) -> object:
        """Return what the old setting ``author`` says."""
        found = self._world.config.get("author")
        return Params.of(found) if isinstance(found, dict) else Params()

    @reachable("Data")
    def data(self) -> object:
        """Return the data as a tree of maps."""
        return self._world.data()

    @reachable("Pages", "AllPages")
    def pages(self) -> Pages:
        """Return all pages, those that list others too."""
        return self._world.all_pages()

    @reachable("RegularPages")
    def regular_pages(self) -> Pages:
        """Return all regular pages."""
        return self._world.regular_pages()

    @reachable("Sections")
    def sections(self) -> Pages:
        """Return the sections at the top."""
        return self._world.sections_of(self._world.home)

    @reachable("Home")
    def home(self) -> PageObject:
        """Return the front page."""
        return self._world.home

    @reachable("MainSections")
    def main_sections(self) -> list[str]:
        """Return the sections that most readers look for."""
        return list(self._world.main_sections)

    @reachable("GetPage")
    def get_page(self, *path: str) -> object:
        """Return the page at a path; a false one if there is none.

        The old form has the kind in front of the path.
        """
        if not path or len(path) > 2:
            raise FunctionError(f"too many arguments to .Site.GetPage: {list(path)}")
        return self._world.get_page(path[-1], None)

    @reachable("Taxonomies")
    def taxonomies(self) -> TaxonomyList:
        """Return the taxonomies by their plural."""
        return TaxonomyList(self._world.taxonomies())

    @cached_property
    def _menus(self) -> Menus:
        world = self._world
        return read_menus(
            world.config.get("menus"),
            world.menu_pages(),
            world.find,
            world.local_address,
        )

    @reachable("Menus")
    def menus(self) -> Menus:
        """Return the menus by name."""
        self._world.watch.pages()
        return self._menus

    @reachable("Language")
    def language(self) -> LanguageObject:
        """Return the language."""
        return self._world.language

    @reachable("Languages")
    def languages(self) -> list[object]:
        """Return all languages."""
        return list(self._world.languages)

    @reachable("LanguagePrefix")
    def language_prefix(self) -> str:
        """Return what addresses of the language begin with."""
        return self._world.settings.url_prefix

    @reachable("LanguageCode")
    def language_code(self) -> str:
        """Return the locale."""
        return self._world.settings.locale or self._world.settings.language

    @reachable("IsMultiLingual")
    def is_multilingual(self) -> bool:
        """Say whether there are several languages."""
        return len(self._world.languages) > 1

    @reachable("IsServer")
    def is_server(self) -> bool:
        """Say that no preview server of Hugo's is running."""
        return False

    @reachable("Sites")
    def sites(self) -> list[object]:
        """Return the sites of all languages: this one."""
        return [self]

    @reachable("Config")
    def config(self) -> Params:
        """Return the whole configuration."""
        return Params.of(self._world.config)

    @reachable("BuildDrafts")
    def build_drafts(self) -> bool:
        """Say whether drafts are built."""
        return self._world.settings.build_drafts

    @reachable("Lastmod", "LastChange")
    def lastmod(self) -> datetime:
        """Return the date of the last change of any page."""
        dates = (page.lastmod() for page in self._world.regular_pages())
        return max(dates, default=ZERO_DATE)

    @reachable("Store")
    def store(self) -> object:
        """Return the store that all shortcodes of the page share."""
        return self._world.store("site")

    @reachable("Hugo")
    def hugo(self) -> object:
        """Return what ``hugo`` is."""
        return self._world.hugo
