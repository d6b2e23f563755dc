"""A page in another language, of which only the address is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_updates.hugo.templates.objects.base import SiteObject
from sphinx_updates.hugo.templates.objects.page import PageObject
from sphinx_updates.hugo.templates.values import reachable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.templates.objects.small import LanguageObject


class TranslatedPage(SiteObject):
    """A page of another language: one build has one language."""

    go_type = "page.Page"
    absent: ClassVar[Mapping[str, str]] = dict.fromkeys(
        PageObject.methods, "of a page in another language only the address is known"
    )

    def __init__(
        self, key: str, path: str, origin: str, language: LanguageObject
    ) -> None:
        """Take the key of the language, the address from the root, and the server."""
        self._key = key
        self._path = path
        self._origin = origin
        self._language = language

    @reachable("Lang")
    def lang(self) -> str:
        """Return the key of the language."""
        return self._key

    @reachable("Language")
    def language(self) -> LanguageObject:
        """Return the language."""
        return self._language

    @reachable("RelPermalink")
    def rel_permalink(self) -> str:
        """Return the address from the root of the server."""
        return self._path

    @reachable("Permalink")
    def permalink(self) -> str:
        """Return the whole address."""
        return self._origin + self._path
