"""Reading folders: which of their files and folders belong to a site."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_updates.hugo.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Sequence


class Entries:
    """What lies in the folders below *root*, as far as it belongs to the site."""

    def __init__(
        self, root: Path, ignore: Sequence[str], *, shows_dots: bool = False
    ) -> None:
        """Take a folder.

        :param ignore: Regular expressions; a path with a match is not there.
        :param shows_dots: Whether names that begin with a dot and the like count.
        """
        self.root = root
        self.real_root = Path(os.path.realpath(root))
        self.ignore = [re.compile(pattern) for pattern in ignore]
        self.shows_dots = shows_dots
        self.problems: list[tuple[Path, Problem]] = []

    def read(self, folder: Path) -> tuple[list[os.DirEntry[str]], list[str]]:
        """Return the files and the names of the folders in *folder*, sorted."""
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.report(folder, f"cannot read the folder: {error.strerror}")
            return [], []
        kept = [entry for entry in found if self._is_wanted(folder, entry)]
        files = [entry for entry in kept if self._is_file(entry)]
        return files, [entry.name for entry in kept if self._is_folder(entry)]

    def report(self, file: Path, message: str) -> None:
        """Add a problem with a file or folder."""
        self.problems.append((file, Problem(ProblemKind.FILE, message)))

    def _is_wanted(self, folder: Path, entry: os.DirEntry[str]) -> bool:
        name = entry.name
        is_odd = name.startswith((".", "#")) or name.endswith("~")
        if is_odd and not self.shows_dots:
            return False
        if not _is_text(name):
            self.report(folder, f"the name {name!a} is not UTF-8; rename the file")
            return False
        path = (folder / name).as_posix()
        return not any(pattern.search(path) for pattern in self.ignore)

    def _is_file(self, entry: os.DirEntry[str]) -> bool:
        """Say whether the entry is a file of this site; a pipe or device is none."""
        file = Path(entry.path)
        if not entry.is_symlink():
            return entry.is_file()
        if not file.is_file():
            return False
        if Path(os.path.realpath(file)).is_relative_to(self.real_root):
            return True
        self.report(
            file,
            "the symbolic link leads out of the folder of posts; copy the file instead",
        )
        return False

    def _is_folder(self, entry: os.DirEntry[str]) -> bool:
        if not entry.is_symlink():
            return entry.is_dir()
        # Path's questions, unlike the entry's, answer no for a link to itself.
        file = Path(entry.path)
        if file.is_dir():
            self.report(
                file,
                "the symbolic link to a folder is not followed; "
                "copy the folder or mount it by itself",
            )
        elif not file.exists():
            self.report(file, "the symbolic link leads nowhere")
        return False


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
