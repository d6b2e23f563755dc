"""What a scan of content gives: pages, files, and the mount they are in."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_updates.hugo.site.urls import bundle_url, docname_of

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_updates.hugo.front_matter import FrontMatter, Visibility
    from sphinx_updates.hugo.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: what its front matter says and where it is published."""

    path: str
    """Logical path below the content root: ``blog/2023/foo/index.md``."""
    file: Path
    """Absolute."""
    front_matter: FrontMatter
    url: str
    """Site path, decoded: ``/blog/foo/``, with ``uglyURLs`` ``/blog/foo.html``."""
    kind: Literal["page", "section"]
    is_bundle: bool
    """Whether it has a folder of its own: as ``index.md`` or as ``_index.md``."""
    visibility: Visibility
    resources: tuple[str, ...] = ()
    """Its files, below the bundle's folder, sorted; empty for a single file."""
    aliases: tuple[str, ...] = ()
    """Site paths that lead here: ``/x/y/`` or ``/x/old.html``."""
    body_line: int = 0
    """0-based line of the file on which the body starts."""
    problems: tuple[Problem, ...] = ()
    """What was found while its front matter was read; spans are of the file's text."""

    @property
    def docname(self) -> str:
        """Its docname: ``blog/foo/index`` for ``/blog/foo/``."""
        return docname_of(self.url)

    @property
    def directory(self) -> str:
        """The logical folder of its file; ``""`` at the content root."""
        return posixpath.dirname(self.path)

    @property
    def folders(self) -> tuple[str, ...]:
        """The logical folder of its file, from the content root on."""
        return tuple(part for part in self.directory.split("/") if part)

    @property
    def stem(self) -> str:
        """The name of its file without the suffix and without a language."""
        return posixpath.splitext(posixpath.basename(self.path))[0]

    @property
    def is_leaf_bundle(self) -> bool:
        """Whether it is an ``index.md``, so that links start from the folder above."""
        return self.is_bundle and self.kind == "page"

    @property
    def bundle_url(self) -> str:
        """The site path of the folder in which its files are published."""
        return bundle_url(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """A file that is published as it is."""

    source: Path
    """Absolute."""
    path: str
    """Logical path below the content root."""
    url: str
    """Site path, decoded; its case is the file's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mount:
    """A folder of content and where it appears."""

    prefix: str
    """Its place below the content root, without slashes at the ends."""
    folder: Path
    pages: tuple[Page, ...] = ()
    """The pages that are built, by path."""
    hidden: tuple[Page, ...] = ()
    """Drafts, future, expired and never rendered pages: for messages about links."""
    files: tuple[SiteFile, ...] = ()
    """By path."""
    problems: tuple[tuple[Path, Problem], ...] = ()
    """What is wrong with whole files; each problem's file is absolute."""
