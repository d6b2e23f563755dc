"""The small objects around a page: its file, its language, where it is published."""

from __future__ import annotations

import posixpath
from hashlib import md5
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.objects.base import SiteObject
from sphinx_updates.hugo.templates.values import ListObject, reachable
from sphinx_updates.hugo.templates.version import Version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.languages import Language
    from sphinx_updates.hugo.site.page import Page


class FileObject(SiteObject):
    """The file of a page; paths begin at the root of the content."""

    go_type = "*source.File"

    def __init__(self, page: Page, root: str) -> None:
        """Take a page and the path of the content from the site's root."""
        self._page = page
        self._root = root

    def go_string(self) -> str:
        """Return what printing it gives."""
        return self.path()

    @reachable("Path")
    def path(self) -> str:
        """Return the path of the file, with its own name."""
        return posixpath.join(self._page.directory, self._page.file.name)

    @reachable("Filename")
    def filename(self) -> str:
        """Return the path from the site's root, and nothing above it."""
        return posixpath.join(self._root, self.path())

    @reachable("Dir")
    def directory(self) -> str:
        """Return the folder, with a slash at its end."""
        return f"{self._page.directory}/"

    @reachable("LogicalName")
    def logical_name(self) -> str:
        """Return the name of the file."""
        return self._page.file.name

    @reachable("BaseFileName")
    def base_file_name(self) -> str:
        """Return the name without the suffix."""
        return self._page.file.stem

    @reachable("TranslationBaseName")
    def translation_base_name(self) -> str:
        """Return the name without the suffix and the language."""
        return self._page.stem

    @reachable("ContentBaseName")
    def content_base_name(self) -> str:
        """Return the name of the bundle, or of the file without its suffix."""
        page = self._page
        folder = posixpath.basename(page.directory)
        return folder if page.is_bundle else page.stem

    @reachable("Ext")
    def ext(self) -> str:
        """Return the suffix without its dot."""
        return self._page.file.suffix.removeprefix(".")

    @reachable("Section")
    def section(self) -> str:
        """Return the folder at the top."""
        return self._page.directory.partition("/")[0]

    @reachable("UniqueID")
    def unique_id(self) -> str:
        """Return 32 digits that no other file has."""
        return md5(self.path().encode(), usedforsecurity=False).hexdigest()

    @reachable("IsContentAdapter")
    def is_content_adapter(self) -> bool:
        """Say that it is not a program that makes pages."""
        return False


class LanguageObject(SiteObject):
    """A language of the site."""

    go_type = "*langs.Language"

    def __init__(self, language: Language, *, is_default: bool) -> None:
        self._language = language
        self._is_default = is_default

    def go_string(self) -> str:
        """Return what printing it gives: the key."""
        return self._language.key

    @reachable("Lang", "Name")
    def lang(self) -> str:
        """Return the key: ``de``."""
        return self._language.key

    @reachable("Locale", "LanguageCode")
    def locale(self) -> str:
        """Return the locale, ``de-DE``; the key if the site says nothing."""
        return self._language.locale or self._language.key

    @reachable("Label", "LanguageName")
    def label(self) -> str:
        """Return the name for people."""
        return self._language.label

    @reachable("Direction", "LanguageDirection")
    def direction(self) -> str:
        """Return ``ltr``, ``rtl``, or nothing."""
        return self._language.direction

    @reachable("Weight")
    def weight(self) -> int:
        """Return the place among the languages."""
        return self._language.weight

    @reachable("IsDefault")
    def is_default(self) -> bool:
        """Say whether it is the default language."""
        return self._is_default


class OutputFormatObject(SiteObject):
    """One of the forms that a page is published in."""

    go_type = "page.OutputFormat"

    def __init__(self, name: str, path: str, base: str, rel: str = "canonical") -> None:
        """Take a name, the address from the root, and the address of the site."""
        self._name = name
        self._path = path
        self._base = base
        self._rel = rel

    @reachable("Name")
    def name(self) -> str:
        """Return the name of the format."""
        return self._name

    @reachable("Rel")
    def rel(self) -> str:
        """Return the relation for a link element."""
        return self._rel

    @reachable("RelPermalink")
    def rel_permalink(self) -> str:
        """Return the address from the root."""
        return self._path

    @reachable("Permalink")
    def permalink(self) -> str:
        """Return the whole address."""
        return self._base + self._path


class OutputFormats(ListObject):
    """The forms that a page is published in."""

    __slots__ = ()
    go_type = "page.OutputFormats"

    @reachable("Get")
    def get(self, name: str) -> object:
        """Return the format *name*, whatever its case; None if there is none."""
        wanted = name.lower()
        return next((f for f in self if f.name() == wanted), None)

    @reachable("Canonical")
    def canonical(self) -> object:
        """Return the format that stands for the page."""
        return next((f for f in self if f.rel() == "canonical"), None)


class HugoObject(SiteObject):
    """What ``hugo`` says: of Hugo as it is followed here, and of this site."""

    go_type = "page.HugoInfo"

    VERSION = "0.168.0"
    """The version whose behaviour is followed."""

    def __init__(self, site: object, facts: Mapping[str, object]) -> None:
        """Take the site's object and ``data``, ``environment`` and the like."""
        self._site = site
        self._facts = facts

    @reachable("Version")
    def version(self) -> str:
        """Return the version of Hugo that is followed."""
        return Version(self.VERSION)

    @reachable("Environment")
    def environment(self) -> str:
        """Return ``production`` or another environment."""
        return str(self._facts.get("environment", "production"))

    @reachable("IsProduction")
    def is_production(self) -> bool:
        """Say whether the environment is ``production``."""
        return self.environment() == "production"

    @reachable("IsDevelopment")
    def is_development(self) -> bool:
        """Say whether the environment is ``development``."""
        return self.environment() == "development"

    @reachable("IsServer")
    def is_server(self) -> bool:
        """Say that no preview server of Hugo's is running."""
        return False

    @reachable("IsExtended")
    def is_extended(self) -> bool:
        """Say that it is not the extended edition."""
        return False

    @reachable("IsMultilingual")
    def is_multilingual(self) -> bool:
        """Say whether the site has several languages."""
        return bool(self._facts.get("is_multilingual"))

    @reachable("IsMultihost")
    def is_multihost(self) -> bool:
        """Say whether languages have servers of their own."""
        return bool(self._facts.get("is_multihost"))

    @reachable("Generator")
    def generator(self) -> str:
        """Return nothing: pages are not made by Hugo."""
        return ""

    @reachable("CommitHash", "GoVersion", "BuildDate")
    def unknown(self) -> str:
        """Return nothing: there is no program of Hugo's."""
        return ""

    @reachable("WorkingDir")
    def working_dir(self) -> str:
        """Return the root of the site, whose place on this machine is nobody's."""
        return ""

    @reachable("Deps")
    def deps(self) -> list[object]:
        """Return no modules."""
        return []

    @reachable("Sites")
    def sites(self) -> list[object]:
        """Return the sites of all languages: one, as one build has one language."""
        return [self._site]

    @reachable("Data")
    def data(self) -> object:
        """Return the site's data as a tree of maps."""
        read = self._facts.get("data")
        return read() if callable(read) else {}

    @reachable("Store")
    def store(self) -> object:
        """Return the store that all templates of a page share."""
        make = self._facts.get("store")
        return make() if callable(make) else None
