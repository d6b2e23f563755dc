"""The files of a site's content, of all mounts and languages together.

Names come out: which file is at which place of the content tree, and for which
languages. Nothing is read but the first letters of HTML files.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.entries import Entries
from sphinx_updates.hugo.site.walk import (
    HTML_SUFFIXES,
    MARKDOWN_SUFFIXES,
    OTHER_CONTENT,
    is_html_page,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_updates.hugo.site.languages import Languages
    from sphinx_updates.hugo.site.mount_point import MountPoint

MAX_DEPTH: Final = 100
"""Folders in folders; no file system has names for many more."""

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of the content tree."""

    parts: Parts
    """Its place below the content root, without the language in its name."""
    name: str
    """The last part as it is written: ``pic.fr.png``."""
    file: Path
    languages: tuple[str, ...]
    """Those that it is for."""
    is_content: bool
    """Whether it is a page, or would be one if it lay elsewhere."""
    is_explicit: bool
    """Whether its own name says the language."""
    mtime_ns: int = 0
    size: int = 0


@dataclass(slots=True)
class Listing:
    """What was found, in the order of precedence."""

    files: list[ListedFile] = field(default_factory=list)
    problems: list[tuple[Path, Problem]] = field(default_factory=list)
    html_pages: int = 0
    """How many pages are written in HTML."""


def list_content(
    mounts: Sequence[MountPoint], languages: Languages, ignore: Sequence[str] = ()
) -> Listing:
    """Return the files of all *mounts* that are for a language that is built."""
    lister = _Lister(languages, Listing())
    for mount in mounts:
        if mount.component == "content":
            lister.add(mount, ignore)
    lister.listing.problems.sort(key=lambda item: str(item[0]))
    return lister.listing


def mounted_files(
    mount: MountPoint,
    ignore: Sequence[str],
    problems: list[tuple[Path, Problem]],
    *,
    shows_dots: bool = False,
) -> Iterator[tuple[Parts, Path]]:
    """Yield the files of a mount, and their places below the component."""
    prefix = tuple(part for part in mount.prefix.split("/") if part)
    if not mount.source.is_dir():
        yield prefix or (mount.source.name,), mount.source
        return
    entries = Entries(mount.source, ignore, shows_dots=shows_dots)
    has_filter = bool(mount.files.patterns)
    # A stack of our own: folders may be nested deeper than Python recurses.
    waiting: list[Parts] = [()]
    while waiting:
        parts = waiting.pop()
        files, folders = entries.read(mount.source.joinpath(*parts))
        for entry in files:
            below = (*parts, entry.name)
            if not has_filter or mount.files.wants_file("/".join(below)):
                yield (*prefix, *below), Path(entry.path)
        if len(parts) < MAX_DEPTH:
            waiting += [(*parts, name) for name in folders]
    problems += entries.problems


class _Lister:
    def __init__(self, languages: Languages, listing: Listing) -> None:
        self.listing = listing
        self.default = languages.default
        self.known = frozenset(one.key for one in languages.all)
        self.built = tuple(one.key for one in languages.built)
        # On a server of its own each language has all the files that are for nobody.
        self.of_nobody = self.built if languages.is_multihost else (self.default,)

    def add(self, mount: MountPoint, ignore: Sequence[str]) -> None:
        for parts, file in mounted_files(mount, ignore, self.listing.problems):
            name, language = self._split(parts[-1])
            suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - by the thousand
            kind = self._is_content(file, suffix)
            if kind is None:
                continue
            if language:
                languages: tuple[str, ...] = (language,)
            else:
                neutral = (self.default,) if kind else self.of_nobody
                languages = mount.languages or neutral
            wanted = tuple(key for key in languages if key in self.built)
            if wanted:
                place = (*parts[:-1], name)
                self._enter(
                    place, parts[-1], file, wanted, kind=kind, explicit=bool(language)
                )

    def _split(self, name: str) -> tuple[str, str]:
        """Return a name without the language in it, and that language."""
        stem, dot, suffix = name.rpartition(".")
        start, inner, language = stem.rpartition(".")
        if start and inner and language.lower() in self.known:
            return start + dot + suffix, language.lower()
        return name, ""

    def _is_content(self, file: Path, suffix: str) -> bool | None:
        """Say whether a file is content; None if it is in a format we do not read."""
        if suffix in MARKDOWN_SUFFIXES:
            return True
        if suffix in OTHER_CONTENT:
            fault = f"content in {suffix!r} is not read, expected Markdown; left out"
            self.listing.problems.append((file, Problem(ProblemKind.FILE, fault)))
            return None
        if suffix not in HTML_SUFFIXES or not is_html_page(file, suffix):
            return False
        self.listing.html_pages += 1
        return True

    def _enter(  # noqa: PLR0913 - what a file is, by keyword
        self,
        parts: Parts,
        name: str,
        file: Path,
        languages: tuple[str, ...],
        *,
        kind: bool,
        explicit: bool,
    ) -> None:
        mtime_ns = size = 0
        if kind:
            try:
                found = file.stat()
            except OSError as error:
                fault = f"cannot read it: {error.strerror}"
                self.listing.problems.append((file, Problem(ProblemKind.FILE, fault)))
                return
            mtime_ns, size = found.st_mtime_ns, found.st_size
        self.listing.files.append(
            ListedFile(parts, name, file, languages, kind, explicit, mtime_ns, size)
        )


def stem_of(parts: Iterable[str]) -> str:
    """Return the last of *parts* without its suffix."""
    return os.path.splitext([*parts][-1])[0]  # noqa: PTH122 - by the thousand
