"""Where the links of mounted pages lead, by all that is known of a build."""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinx_updates.hugo.links import (
    Parts,
    resolve_link,
    site_path,
    split_destination,
)
from sphinx_updates.hugo.site.index import MAX_SUGGESTIONS, closest
from sphinx_updates.sphinx_ext.own_addresses import is_promised, own_addresses
from sphinx_updates.sphinx_ext.project import mounted_page, project_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.content import Page

_NEAREST = "; did you mean "
_INDEX = re.compile(r"(^|/)index\.html?$", re.IGNORECASE)
_HTML = re.compile(r"\.html?$", re.IGNORECASE)
_EVERYWHERE = ("", "top")
"""Fragments that lead to the top of any page."""
_TEXT_MARK = ":~:"
"""What follows in a fragment names words on the page, not an id."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads: a document, a published file, or nowhere that we know."""

    docname: str = ""
    fragment: str = ""
    path: str = ""
    """URL path of a file from the root of the site, percent-encoded."""
    query: str = ""
    hint: str = field(default="", compare=False)
    """For a link that leads nowhere: what was tried, what is near."""
    has_anchor: bool = True
    """Whether the document has the fragment."""
    is_elsewhere: bool = False
    """Whether it is an address below ``baseURL`` that this build does not have: other
    projects are often published there too."""

    @property
    def is_known(self) -> bool:
        """Whether it leads somewhere."""
        return bool(self.docname or self.path)

    @property
    def is_dead(self) -> bool:
        """Whether a reader does not arrive where the author meant."""
        return not self.is_elsewhere and not (self.is_known and self.has_anchor)


class LinkResolver:
    """Finds where the links of mounted pages lead, by what is known of all pages."""

    def __init__(
        self,
        env: BuildEnvironment,
        anchors: Callable[[str], Mapping[str, str]],
        generated: frozenset[str],
        files: frozenset[str],
    ) -> None:
        """Ask *anchors* for a document's ids by fragment.

        :param generated: The docnames of the pages that the blog adds.
        :param files: The paths of other files that it adds, such as feeds.
        """
        self._env = env
        self._project = project_of(env)
        self._anchors = anchors
        self._documents = env.found_docs | generated
        self._files = files
        old_pages = self._project.old_pages.items()
        self._moved = {old.lower(): docname for old, (docname, _title) in old_pages}
        self._own = own_addresses(env)
        self._nearest: dict[str, str] = {}

    def find(self, url: str, origin: str, *, explain: bool = True) -> Destination:
        """Return where *url* leads, as written in the document *origin*.

        Without *explain* a link that leads nowhere has no hint.
        """
        own = self._own.path_of(url)
        if own is not None and not is_promised(url, self._env):
            found = self._find_path(own, origin, explain=False)
            return found if found.is_known else Destination(is_elsewhere=True)
        return self._find_path(own or url, origin, explain=explain)

    def _find_path(self, url: str, origin: str, *, explain: bool) -> Destination:
        found = self._find(url, origin, explain=explain)
        if not found.is_known and (path := self._own.without_base(url)):
            inner = self._find(path, origin, explain=False)
            found = inner if inner.is_known else found
        if found.is_known or not explain or _NEAREST in found.hint:
            return found
        near = self._nearest_document(split_destination(url).path)
        return replace(found, hint=f"{found.hint}{near}") if near else found

    def _find(self, url: str, origin: str, *, explain: bool) -> Destination:
        page = mounted_page(self._env, origin)
        parts = split_destination(url)
        if page is None:
            found = self._from_docs(origin, parts)
        else:
            found = self._in_posts(url, page, parts.path, explain=explain)
            if not found.is_known:
                found = self._beside_posts(parts, page) or found
        return replace(found, query=parts.query) if found.is_known else found

    def _beside_posts(self, parts: Parts, page: Page) -> Destination | None:
        """Return where a link of *page* leads that is to no post and no file of one."""
        path = parts.path.replace("\\", "/")
        if not path:
            return None
        if docname := self._in_docs(path, page.file.parent):
            return self._at(docname, parts.fragment)
        from_root = unquote(path).strip("/")
        from_here = unquote(site_path(path, page)).strip("/")
        if from_here != from_root and (docname := self._named(from_here)):
            return self._at(docname, parts.fragment)
        for name in dict.fromkeys((from_here, from_root)):
            if name in self._files or self._is_extra(name):
                return Destination(path=quote(name), fragment=parts.fragment)
        return None

    def _from_docs(self, origin: str, parts: Parts) -> Destination:
        """Return where a link leads that a shortcode makes on a page of the docs."""
        if not parts.path:
            return self._at(origin, parts.fragment)
        index = self._project.index
        folder = Path(self._env.doc2path(origin)).parent
        if docname := self._in_docs(parts.path, folder):
            return self._at(docname, parts.fragment)
        if page := index.by_url(parts.path) or index.by_alias(parts.path):
            return self._at(page.docname, parts.fragment)
        name = unquote(parts.path).strip("/")
        if file := index.file_by_url(parts.path):
            name = file.url.lstrip("/")
        elif name not in self._files and not self._is_extra(name):
            return Destination(hint="no document and no post has this path")
        return Destination(path=quote(name), fragment=parts.fragment)

    def _in_posts(
        self, url: str, page: Page, path: str, *, explain: bool
    ) -> Destination:
        target = resolve_link(url, page, self._project.index, explain=explain)
        match target.kind:
            case "page" if target.page is not None:
                # From the root the docs come first, unless the post is meant exactly.
                exact = path.strip("/") in (
                    target.page.url.strip("/"),
                    target.page.path,
                )
                if path.startswith("/") and not exact:
                    docname = self._in_docs(path, page.file.parent)
                    if docname is not None and docname not in self._project.pages:
                        return self._at(docname, target.fragment)
                return self._at(target.page.docname, target.fragment)
            case "fragment":
                return self._at(page.docname, target.fragment)
            case "file" if target.file is not None:
                path = quote(target.file.url.lstrip("/"))
                return Destination(path=path, fragment=target.fragment)
        return Destination(hint=target.hint)

    def _at(self, docname: str, fragment: str) -> Destination:
        name, directive, words = unquote(fragment).partition(_TEXT_MARK)
        if docname not in self._env.found_docs or name.lower() in _EVERYWHERE:
            return Destination(docname=docname, fragment=unquote(fragment))
        anchors = self._anchors(docname)
        # A browser looks for the fragment as it is written first.
        anchor = anchors.get(fragment) or anchors.get(name)
        return Destination(
            docname=docname,
            fragment=(anchor or name) + directive + words,
            has_anchor=anchor is not None,
        )

    def _in_docs(self, path: str, folder: Path) -> str | None:
        """Return the document of the docs, or the generated page, that *path* means.

        :param folder: That of the file in which the link stands.
        """
        env = self._env
        if not path.startswith("/"):
            file = os.path.normpath(folder / unquote(path))
            docname = env.path2doc(file)
            if docname in env.found_docs and not Path(docname).is_absolute():
                return docname
        return self._named(unquote(path).strip("/"))

    def _named(self, name: str) -> str | None:
        """Return the document or generated page at *name*, a path from the root."""
        name = _INDEX.sub("", name).strip("/")
        candidates = (
            name,
            f"{name}/index".lstrip("/"),
            (self._env.path2doc(name) or "") if "." in name else "",
            _HTML.sub("", name),
            f"{_HTML.sub('', name)}/index",
        )
        for candidate in candidates:
            if candidate in self._documents:
                return candidate
        for candidate in candidates:
            if docname := self._in_lower_case.get(candidate.lower()):
                return docname
        found = (self._moved.get(candidate.lower()) for candidate in candidates)
        return next(filter(None, found), None)

    @cached_property
    def _in_lower_case(self) -> dict[str, str]:
        return {name.lower(): name for name in sorted(self._documents, reverse=True)}

    def _is_extra(self, name: str) -> bool:
        """Say whether Sphinx copies a file to the path *name* of the output."""
        name = posixpath.normpath(f"/{name}").lstrip("/")
        try:
            return any(
                (root / inner).is_file() or (inner == root.name and root.is_file())
                for root, prefix in self._extra
                if name.startswith(prefix) and (inner := name.removeprefix(prefix))
            )
        except (OSError, ValueError):  # too long, NUL
            return False

    @cached_property
    def _extra(self) -> list[tuple[Path, str]]:
        """What Sphinx copies: files and folders, and where they go."""
        config, confdir = self._env.config, self._project.confdir
        return [
            *((confdir / entry, "") for entry in config.html_extra_path),
            *((confdir / entry, "_static/") for entry in config.html_static_path),
        ]

    def _nearest_document(self, path: str) -> str:
        """Return which document may have been meant by *path*, as part of a hint."""
        name = _last_part(_HTML.sub("", _INDEX.sub("", unquote(path))).lower())
        name = name.removesuffix(".md")
        if not name or len(self._nearest) >= MAX_SUGGESTIONS:
            return self._nearest.get(name, "")
        if name not in self._nearest:
            close = closest(name, self._names)
            docname = self._names[close] if close else ""
            is_file = docname in self._env.found_docs
            shown = self._env.doc2path(docname, base=False) if is_file else docname
            near = f"{_NEAREST}{str(shown)!r}?" if docname else ""
            self._nearest[name] = near
        return self._nearest[name]

    @cached_property
    def _names(self) -> dict[str, str]:
        """The documents by the last part of their names, the least one first."""
        return {
            _last_part(name.removesuffix("/index").lower()): name
            for name in sorted(self._documents, reverse=True)
        }

    def nearest_anchor(self, found: Destination) -> str:
        """Return which fragment may have been meant, as part of a message."""
        close = closest(found.fragment, self._anchors(found.docname))
        return f"{_NEAREST}{'#' + close!r}?" if close else ""


def _last_part(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def fault_of(url: str, found: Destination, resolver: LinkResolver) -> str:
    """Return what is wrong with a link, or nothing.

    It leads nowhere, or to an anchor that is not there.
    """
    if not found.is_known:
        hint = f"; {found.hint}" if found.hint else ""
        return f"link {url!r} leads to no page, file or document{hint}"
    if not found.has_anchor:
        near = resolver.nearest_anchor(found)
        return f"link {url!r}: {found.docname!r} has no anchor {found.fragment!r}{near}"
    return ""
