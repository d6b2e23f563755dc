"""The objects of one site, and what others give them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.objects.body import Body, NoBodies
from sphinx_updates.hugo.templates.objects.lists import Lists
from sphinx_updates.hugo.templates.objects.page import PageObject
from sphinx_updates.hugo.templates.objects.pages import Pages
from sphinx_updates.hugo.templates.objects.resources import Resources
from sphinx_updates.hugo.templates.objects.site import SiteObjectOfHugo
from sphinx_updates.hugo.templates.objects.small import HugoObject, LanguageObject
from sphinx_updates.hugo.templates.objects.translations import TranslatedPage
from sphinx_updates.hugo.templates.values import Params

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx_updates.hugo.site.languages import Language
    from sphinx_updates.hugo.templates.objects.base import Watch
    from sphinx_updates.hugo.templates.objects.body import Bodies
    from sphinx_updates.hugo.templates.objects.facts import Facts
    from sphinx_updates.hugo.templates.objects.page_tree import PageTree

_CONTENTS_LEVELS = (2, 3)


class World(Lists):
    """A site as templates see it."""

    def __init__(self, facts: Facts) -> None:
        self.config = facts.config
        self.bodies: Bodies = NoBodies()
        """Reads the texts of pages."""
        self.make_store: Callable[[], object] = dict
        self.make_resources: Callable[[PageObject], Iterable[object]] = lambda _page: ()
        """Makes the objects for the files of a bundle, in the order of their paths."""
        self.params = Params.of(facts.settings.params)
        self.base_url = facts.settings.base_url
        parts = urlsplit(self.base_url)
        self.base_path = parts.path.rstrip("/")
        self.origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
        self.main_sections = facts.main_sections
        self.content_root = str(facts.config.get("contentdir") or "content")
        self._stores: dict[str, object] = {}
        self._bodies: dict[str, Body] = {}
        super().__init__(facts)

    def begin_page(self, watch: Watch) -> None:
        """Let *watch* take note from now on; stores are empty again."""
        self.watch = watch
        self._stores.clear()
        self._bodies.clear()

    @cached_property
    def site(self) -> SiteObjectOfHugo:
        """The site."""
        return SiteObjectOfHugo(self)

    @cached_property
    def hugo(self) -> HugoObject:
        """What ``hugo`` is."""
        facts: dict[str, object] = {
            "environment": self.facts.environment,
            "is_multilingual": len(self.facts.languages) > 1,
            "data": self.data,
            "store": lambda: self.store("hugo"),
        }
        return HugoObject(self.site, facts)

    @cached_property
    def language(self) -> LanguageObject:
        """The language of the build."""
        return self._language(self.facts.language)

    @cached_property
    def languages(self) -> tuple[LanguageObject, ...]:
        """All languages of the site."""
        return tuple(map(self._language, self.facts.languages))

    def _language(self, language: Language) -> LanguageObject:
        is_default = language.key == self.facts.default_language
        return LanguageObject(language, is_default=is_default)

    @cached_property
    def contents_levels(self) -> tuple[int, int, bool]:
        """The levels of tables of contents, and whether those are numbered."""
        markup = self.config.get("markup")
        table = markup.get("tableofcontents") if isinstance(markup, dict) else None
        values = table if isinstance(table, dict) else {}
        start = values.get("startlevel", _CONTENTS_LEVELS[0])
        end = values.get("endlevel", _CONTENTS_LEVELS[1])
        ok = isinstance(start, int) and isinstance(end, int)
        levels = (start, end) if ok else _CONTENTS_LEVELS
        return (*levels, bool(values.get("ordered")))

    def ref(
        self, page: PageTree, options: Mapping[str, object], *, is_relative: bool
    ) -> str:
        """Return the address of the page that ``path`` of *options* leads to.

        :raises FunctionError: If there is no such page.
        """
        values = {str(key).lower(): value for key, value in options.items()}
        path, mark, fragment = str(values.get("path") or "").partition("#")
        found = page if mark and not path else self.get_page(path, page)
        if not isinstance(found, PageObject):
            msg = f'Ref "{path}": page not found'
            raise FunctionError(f"[{self.settings.language}] REF_NOT_FOUND: {msg}")
        if mark and not path:
            return mark + fragment
        address = found.rel_permalink() if is_relative else found.permalink()
        return address + mark + fragment

    def data(self) -> Mapping[str, object]:
        """Return the site's data."""
        self.watch.data()
        return self.facts.data()

    def store(self, key: str) -> object:
        """Return a store that lives as long as the page is read."""
        if key not in self._stores:
            self._stores[key] = self.make_store()
        return self._stores[key]

    def translations(self, page: PageTree) -> Pages:
        """Return *page* in other languages."""
        self.watch.pages()
        path = page.source.path if page.source else page.entry.path  # type: ignore[union-attr]
        languages = {one.key: one for one in self.facts.languages}
        return Pages(
            TranslatedPage(
                found.language,
                self.base_path + self.encoded(found.url),
                self.origin,
                self._language(languages[found.language]),
            )
            for found in self.facts.translations.get(path, ())
            if found.language in languages
        )

    def resources_of(self, page: PageObject) -> Resources:
        """Return the files of a bundle."""
        return Resources(self.make_resources(page))

    def source_of(self, page: PageObject) -> str:
        """Return the text of *page* as it is written."""
        if page.source is None:
            return ""
        self.watch.file(page.source.file)
        return self.bodies.source(page.source)

    def body(self, page: PageObject) -> Body:
        """Return the text of *page* as HTML."""
        if page.source is None:
            return Body()
        self.watch.file(page.source.file)
        if page.key not in self._bodies:
            self._bodies[page.key] = self.bodies.read(page.source)
        return self._bodies[page.key]

    def markdown(self, page: PageTree, text: str, options: Mapping[str, object]) -> str:
        """Return Markdown as HTML, as it stands on *page*."""
        return self.bodies.markdown(page.source, text, options)

    def shortcodes(self, page: PageObject) -> str:
        """Return the text of *page* with the output of its shortcodes."""
        if page.source is None:
            return ""
        self.watch.file(page.source.file)
        return self.bodies.shortcodes(page.source)

    def encoded(self, url: str) -> str:
        """Return a site path as it stands in an address."""
        return quote(url, safe="/~!$&'()*+,;=:@-._")

    def local_address(self, url: str) -> str:
        """Return an address of a menu: from the root of this site, if it is local."""
        is_local = url.startswith("/") and not url.startswith("//")
        return self.base_path + url if is_local else url
