"""Walking a folder of content: which file is a page, a bundle or a plain file.

Nothing is read here but names. Links to folders are not followed, and what lies
outside the folder is not in the site.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sphinx_updates.hugo.site.entries import Entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.hugo.problems import Problem

MARKDOWN_SUFFIXES: Final = (".md", ".markdown", ".mdown")
# What Hugo also reads as content, and we do not; never a plain file beside a page.
OTHER_CONTENT: Final = (".adoc", ".ad", ".asciidoc", ".org", ".pandoc", ".pdc", ".rst")
HTML_SUFFIXES: Final = (".html", ".htm")
_FRONT_MATTER_MARKS: Final = (b"---", b"+++")

Role = Literal["page", "leaf", "branch"]


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of Markdown that is a page."""

    parts: tuple[str, ...]
    """Its path below the folder; the last part is the file name."""
    file: Path
    role: Role
    mtime_ns: int
    size: int

    @property
    def stem(self) -> str:
        """The name of the file without its suffix, and without a language."""
        return os.path.splitext(self.parts[-1])[0]  # noqa: PTH122 - by the thousand

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders above the page; a leaf bundle's own folder is not one."""
        return self.parts[:-2] if self.role == "leaf" else self.parts[:-1]


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A file that is published as it is."""

    parts: tuple[str, ...]
    file: Path


@dataclass(slots=True)
class Tree:
    """What was found; every list is in the order of the paths."""

    pages: list[ContentFile] = field(default_factory=list)
    files: list[LooseFile] = field(default_factory=list)
    """Files that lie in no leaf bundle."""
    bundled: dict[tuple[str, ...], list[LooseFile]] = field(default_factory=dict)
    """The files of each leaf bundle, by the bundle's folder."""
    buried: dict[tuple[str, ...], int] = field(default_factory=dict)
    """How many Markdown files below each leaf bundle are no pages because of it."""
    problems: list[tuple[Path, Problem]] = field(default_factory=list)


def walk(folder: Path, ignore: Sequence[str] = ()) -> Tree:
    """Return the content below *folder*; never raises for what lies there.

    :param ignore: Regular expressions; a path with a match is not there.
    """
    walker = _Walker(folder, ignore)
    # A stack of our own: folders may be nested deeper than Python recurses.
    waiting: list[tuple[tuple[str, ...], tuple[str, ...] | None]] = [((), None)]
    while waiting:
        parts, bundle = waiting.pop()
        waiting += walker.visit(parts, bundle)
    tree = walker.tree
    tree.pages.sort(key=lambda page: "/".join(page.parts))
    for files in (tree.files, *tree.bundled.values()):
        files.sort(key=lambda file: "/".join(file.parts))
    tree.problems.sort(key=lambda item: str(item[0]))
    return tree


class _Walker(Entries):
    def __init__(self, root: Path, ignore: Sequence[str]) -> None:
        super().__init__(root, ignore)
        self.tree = Tree(problems=self.problems)

    def visit(
        self, parts: tuple[str, ...], bundle: tuple[str, ...] | None
    ) -> list[tuple[tuple[str, ...], tuple[str, ...] | None]]:
        """Sort the entries of one folder; return the folders in it.

        :param bundle: The leaf bundle that the folder lies in.
        """
        files, folders = self.read(self.root.joinpath(*parts))
        if bundle is None and any(_role(entry.name) == "leaf" for entry in files):
            bundle = parts
        has_leaf = False
        for entry in files:
            # Of several index files the first is the bundle's page.
            is_leaf = bundle == parts and not has_leaf and _role(entry.name) == "leaf"
            self._add(entry, (*parts, entry.name), bundle, is_leaf=is_leaf)
            has_leaf = has_leaf or is_leaf
        return [((*parts, name), bundle) for name in folders]

    def _add(
        self,
        entry: os.DirEntry[str],
        parts: tuple[str, ...],
        bundle: tuple[str, ...] | None,
        *,
        is_leaf: bool,
    ) -> None:
        file = Path(entry.path)
        suffix = file.suffix.lower()
        if suffix in MARKDOWN_SUFFIXES:
            self._add_content(file, parts, bundle, is_leaf=is_leaf)
        elif bundle is not None:
            if suffix not in OTHER_CONTENT:
                self.tree.bundled.setdefault(bundle, []).append(LooseFile(parts, file))
        elif suffix in OTHER_CONTENT or is_html_page(file, suffix):
            self.report(
                file, f"content in {suffix!r} is not read, expected Markdown; left out"
            )
        else:
            self.tree.files.append(LooseFile(parts, file))

    def _add_content(
        self,
        file: Path,
        parts: tuple[str, ...],
        bundle: tuple[str, ...] | None,
        *,
        is_leaf: bool,
    ) -> None:
        if bundle is not None and not is_leaf:
            self.tree.buried[bundle] = self.tree.buried.get(bundle, 0) + 1
            return
        try:
            found = file.stat()
        except OSError as error:
            self.report(file, f"cannot read it: {error.strerror}")
            return
        role: Role = "leaf" if is_leaf else _role(file.name)
        self.tree.pages.append(
            ContentFile(parts, file, role, found.st_mtime_ns, found.st_size)
        )


def _role(name: str) -> Role:
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - names by the thousand
    if suffix.lower() not in MARKDOWN_SUFFIXES:
        return "page"
    roles: dict[str, Role] = {"index": "leaf", "_index": "branch"}
    return roles.get(stem, "page")


def is_html_page(file: Path, suffix: str) -> bool:
    """Say whether an HTML file has front matter, which makes it a page."""
    if suffix not in HTML_SUFFIXES:
        return False
    try:
        with file.open("rb") as stream:
            return stream.read(3) in _FRONT_MATTER_MARKS
    except OSError:
        return False
