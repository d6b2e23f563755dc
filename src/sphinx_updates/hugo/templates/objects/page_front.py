"""What a page says of itself: its front matter, its addresses, its file."""

from __future__ import annotations

import posixpath
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar

from sphinx_updates.hugo.front_matter import FrontMatter
from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.site.ordering import order_key
from sphinx_updates.hugo.templates.objects.base import ZERO_DATE, SiteObject
from sphinx_updates.hugo.templates.objects.params import find_param
from sphinx_updates.hugo.templates.objects.small import (
    FileObject,
    OutputFormatObject,
    OutputFormats,
)
from sphinx_updates.hugo.templates.values import Params, reachable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.list_page import ListPage
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.templates.objects.world import World

_NO_FRONT = FrontMatter(page_params={"draft": False, "iscjklanguage": False})


class PageFront(SiteObject):
    """A page as far as its own front matter goes."""

    go_type = "page.Page"
    absent: ClassVar[Mapping[str, str]] = {
        "Render": "pages are laid out by Sphinx and its theme",
        "Paginate": "lists are cut into pages by this extension, not by templates",
        "Paginator": "lists are cut into pages by this extension, not by templates",
        "GitInfo": "nothing is taken from Git, so that builds are reproducible",
        "CodeOwners": "nothing is taken from Git, so that builds are reproducible",
    }

    def __init__(self, world: World, page: Page | None, entry: ListPage | None) -> None:
        """Take a page, the list that it is, or both."""
        self.world = world
        self.source = page
        self.entry = entry
        self.front: FrontMatter = page.front_matter if page else _NO_FRONT

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The logical folder that the page stands in or is."""
        if self.entry is not None:
            return tuple(part for part in self.entry.path.split("/") if part)
        assert self.source is not None  # noqa: S101 - one of them is given
        return self.source.folders

    @cached_property
    def key(self) -> str:
        """The logical path as Hugo has it: ``/posts/a``."""
        parts = [path_segment(name) for name in self.folders]
        page = self.source
        if page is not None and not page.is_bundle:
            parts.append(path_segment(page.stem))
        return "/" + "/".join(parts)

    @cached_property
    def digest(self) -> str:
        """Text that changes when what the page says of itself does."""
        page, entry = self.source, self.entry
        said = (
            page and (page.path, page.url, page.front_matter, page.resources),
            entry and (entry.kind, entry.path, entry.url, entry.title),
        )
        return sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def order(self) -> tuple[object, ...]:
        """What sorts pages by default."""
        date = self.date()
        found = None if date == ZERO_DATE else date
        path = self.source.path if self.source else self.key
        return order_key(self.front.weight, found, self.link_title(), path)

    def go_string(self) -> str:
        """Return what printing a page gives: where its text is."""
        return f"/{self.source.path}" if self.source else self.key

    @reachable("String")
    def string(self) -> str:
        """Return what printing a page gives."""
        return self.go_string()

    @reachable("Path")
    def path(self) -> str:
        """Return the logical path."""
        return self.key

    @reachable("Kind")
    def kind(self) -> str:
        """Return ``page``, ``home``, ``section``, ``taxonomy`` or ``term``."""
        return self.entry.kind if self.entry else "page"

    @reachable("IsPage")
    def is_page(self) -> bool:
        """Say whether it is a regular page."""
        return self.kind() == "page"

    @reachable("IsNode", "IsBranch")
    def is_node(self) -> bool:
        """Say whether it lists others."""
        return not self.is_page()

    @reachable("IsHome")
    def is_home(self) -> bool:
        """Say whether it is the front page."""
        return self.kind() == "home"

    @reachable("IsSection")
    def is_section(self) -> bool:
        """Say whether it is a section."""
        return self.kind() == "section"

    @reachable("Section")
    def section(self) -> str:
        """Return the name of the folder at the top."""
        page = self.source
        folders = self.folders
        if page is not None and page.is_leaf_bundle and len(folders) == 1:
            return ""
        return path_segment(folders[0]) if folders else ""

    @reachable("Type")
    def type(self) -> str:
        """Return the type, by default the section."""
        return self.front.type or self.section() or "page"

    @reachable("Layout")
    def layout(self) -> str:
        """Return the layout that the page asks for."""
        return self.front.layout

    @reachable("BundleType")
    def bundle_type(self) -> str:
        """Return ``leaf``, ``branch`` or nothing."""
        if self.is_node():
            return "branch"
        return "leaf" if self.source and self.source.is_bundle else ""

    @reachable("Title")
    def title(self) -> str:
        """Return the title."""
        return self.front.title or (self.entry.title if self.entry else "")

    @reachable("LinkTitle")
    def link_title(self) -> str:
        """Return the short title, by default the title."""
        return self.front.link_title or self.title()

    @reachable("Name")
    def name(self) -> str:
        """Return the name: the title, of a term what pages write."""
        if self.entry is not None and self.entry.term is not None:
            return self.entry.term.name
        return self.link_title() if self.source is None else self.title()

    @reachable("Date")
    def date(self) -> datetime:
        """Return the date; of a list that of its newest page."""
        own = self.front.date or (self.entry.date if self.entry else None)
        return own or ZERO_DATE

    @reachable("Lastmod")
    def lastmod(self) -> datetime:
        """Return the date of the last change."""
        return self.front.lastmod or self._newest("lastmod")

    @reachable("PublishDate")
    def publish_date(self) -> datetime:
        """Return the date of publication."""
        return self.front.publish_date or self._newest("publish_date")

    @reachable("ExpiryDate")
    def expiry_date(self) -> datetime:
        """Return the date from which the page is not there."""
        return self.front.expiry_date or ZERO_DATE

    def _newest(self, name: str) -> datetime:
        if self.entry is None:
            return ZERO_DATE
        return self.world.newest(self.folders, self.entry, name)

    @reachable("Draft")
    def draft(self) -> bool:
        """Say whether it is a draft."""
        return self.front.draft

    @reachable("Weight")
    def weight(self) -> int:
        """Return the weight."""
        return self.front.weight

    @reachable("Description")
    def description(self) -> str:
        """Return the description."""
        return self.front.description

    @reachable("Keywords")
    def keywords(self) -> list[str]:
        """Return the keywords."""
        return list(self.front.keywords)

    @reachable("Slug")
    def slug(self) -> str:
        """Return the slug as it is written."""
        return self.front.slug

    @reachable("Aliases")
    def aliases(self) -> list[str]:
        """Return the former addresses as they are written."""
        return list(self.front.aliases)

    @cached_property
    def _params(self) -> Params:
        return Params.of(self.front.page_params)

    @reachable("Params")
    def params(self) -> Params:
        """Return everything that the front matter says."""
        return self._params

    @reachable("Param")
    def param(self, name: object) -> object:
        """Return a parameter of the page, else of the site, by a path with dots."""
        own = find_param(self._params, str(name))
        return find_param(self.world.params, str(name)) if own is None else own

    def param_date(self, name: str) -> datetime:
        """Return a parameter that is a date; Go's zero time for any other."""
        value = self.param(name)
        return value if isinstance(value, datetime) else ZERO_DATE

    @cached_property
    def url(self) -> str:
        """The site path, encoded; empty if the page has none."""
        found = self.source.url if self.source else ""
        return self.world.encoded(found or (self.entry.url if self.entry else ""))

    @reachable("RelPermalink")
    def rel_permalink(self) -> str:
        """Return the address from the root of the server."""
        if self.front.render == "never" or not self.url:
            return ""
        return self.world.base_path + self.url

    @reachable("Permalink")
    def permalink(self) -> str:
        """Return the whole address."""
        if self.front.render == "never" or not self.url:
            return ""
        return self.world.base_url.rstrip("/") + self.url

    @cached_property
    def _file(self) -> FileObject | None:
        return FileObject(self.source, self.world.content_root) if self.source else None

    @reachable("File")
    def file(self) -> FileObject | None:
        """Return the file; None for a list that has none."""
        return self._file

    @reachable("OutputFormats")
    def output_formats(self) -> OutputFormats:
        """Return the page itself, and the feeds of a list."""
        base = self.world.origin
        made = [OutputFormatObject("html", self.rel_permalink(), base)]
        for feed in self.entry.feeds if self.entry else ():
            path = self.world.base_path + self.world.encoded(feed.url)
            made.append(OutputFormatObject(feed.name, path, base, "alternate"))
        return OutputFormats(made)

    @reachable("AlternativeOutputFormats")
    def alternative_output_formats(self) -> OutputFormats:
        """Return the feeds."""
        return OutputFormats(self.output_formats()[1:])

    @reachable("Sitemap")
    def sitemap(self) -> dict[str, object]:
        """Return what the front matter says of the map of the site."""
        found = self._params.get("sitemap")
        return found if isinstance(found, dict) else {}

    @cached_property
    def container(self) -> str:
        """The folder in which paths from this page begin."""
        return posixpath.dirname(self.key) if self.is_page() else self.key
