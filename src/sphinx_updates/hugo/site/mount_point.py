"""A folder of a Hugo site and its place in the site; which folders may be read."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sphinx_updates.hugo.site.config_merge import Table, as_table
from sphinx_updates.hugo.site.globs import GlobList, check_glob
from sphinx_updates.hugo.site.setting_values import BadValueError, read_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

Component = Literal["content", "static", "assets", "data", "i18n", "layouts"]
COMPONENTS: Final[tuple[Component, ...]] = (
    "content",
    "data",
    "layouts",
    "i18n",
    "assets",
    "static",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MountPoint:
    """A folder, or a single file, and its place in one component of the site."""

    component: Component
    source: Path
    """Absolute; it is there."""
    prefix: str = ""
    """Its place below the component, without slashes at the ends."""
    languages: tuple[str, ...] = ()
    """Keys of the languages that it is for; empty for all."""
    files: GlobList = field(default_factory=GlobList)
    """Which of its files are meant, by their paths below :attr:`source`."""
    theme: str = ""
    """The theme that brings it; ``""`` for the site itself."""

    def is_for(self, language: str) -> bool:
        """Say whether the files are for the language with this key."""
        return not self.languages or language in self.languages


def by_precedence(mounts: Iterable[MountPoint]) -> tuple[MountPoint, ...]:
    """Return mounts of one component with the one first whose files count.

    :param mounts: In the order of the configuration, the site's before its themes'.
    """
    found = list(dict.fromkeys(mounts))
    if not found or found[0].component != "static":
        return tuple(found)
    # Static files are copied over one another: the last of two mounts at one place
    # counts, and what a mount further up in the tree has there.
    owners = list(dict.fromkeys(mount.theme for mount in found))
    found.reverse()
    found.sort(key=lambda m: (owners.index(m.theme), len(Path(m.prefix).parts)))
    return tuple(found)


def read_files(entry: Table) -> GlobList:
    """Return which files of a mount are meant.

    :raises ValueError: If a pattern cannot be read.
    """
    # The old keys; with both of them, what is left out comes first.
    left_out = read_texts(entry.get("excludefiles") or [])
    globs = GlobList(
        (
            *(f"! {pattern}" for pattern in left_out),
            *read_texts(entry.get("includefiles") or []),
            *read_texts(entry.get("files") or []),
        )
    )
    return _checked(globs)


def read_languages_of(entry: Table) -> GlobList:
    """Return globs of the languages that a mount is for; empty for all.

    :raises ValueError: If a pattern cannot be read.
    """
    matrix = as_table(as_table(entry.get("sites")).get("matrix"))
    return _checked(
        GlobList(read_texts(matrix.get("languages") or entry.get("lang") or []))
    )


def _checked(globs: GlobList) -> GlobList:
    for pattern in globs.patterns:
        check_glob(pattern)
    return globs


def find_source(
    folder: Path, source: str, root: Path, *, is_theme: bool
) -> Path | None:
    """Return the absolute path of a mount's source; None if nothing is there.

    The site's own configuration may name any folder. A theme's may not, and no
    symbolic link leads out of the site.

    :param folder: That of the site or theme.
    :param root: That of the site.
    :raises BadValueError: If the source must not or cannot be read.
    """
    # A theme's absolute path starts at the theme.
    joined = f"{folder}/{source}" if is_theme else os.path.join(folder, source)  # noqa: PTH118
    path = Path(os.path.normpath(joined))
    try:
        real = path.resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError):
        # Without a word, as in Hugo: themes list folders that only some sites have.
        return None
    except (OSError, RuntimeError, ValueError) as error:
        raise BadValueError(f"cannot read it ({error})") from error
    places = [root, folder]
    is_outside = not any(path.is_relative_to(place) for place in places)
    if is_outside and not is_theme:
        return path
    if is_outside or not any(real.is_relative_to(p.resolve()) for p in places):
        raise BadValueError(
            "it leads out of the site, name the folder that is meant "
            "in 'module.mounts' of the site"
        )
    return path
