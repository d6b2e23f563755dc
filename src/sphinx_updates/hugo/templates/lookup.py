"""Where templates are: in the site's layouts, in those of its themes, in folders.

Of several files of one name the site's counts before its themes', ``_shortcodes``
before ``shortcodes``, the language's own before the one for all. Run on Hugo 0.168.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.site.listing import mounted_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sphinx_updates.hugo.problems import Problem
    from sphinx_updates.hugo.site.mount_point import MountPoint

SHORTCODES: Final = "_shortcodes"
PARTIALS: Final = "_partials"
HOOKS: Final = "_markup"
_FOLDERS: Final = {
    SHORTCODES: SHORTCODES,
    "shortcodes": SHORTCODES,
    PARTIALS: PARTIALS,
    "partials": PARTIALS,
}
_SUFFIXES: Final = ("html", "md")
_HTML: Final = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    """A template that is on disk."""

    name: str
    """As Hugo names it in messages: ``_shortcodes/box/note.html``."""
    key: str
    """What calls it, in lower case: ``box/note``; of a partial with its suffix."""
    file: Path
    """Absolute."""
    theme: str = ""
    """The theme that it belongs to; empty for the site's own."""

    @property
    def is_markdown(self) -> bool:
        """Whether it makes Markdown; otherwise it makes HTML."""
        return self.file.suffix == ".md"


class Layouts:
    """The templates of one site in one language; names are looked for once."""

    def __init__(self, mounts: Sequence[MountPoint] = (), language: str = "") -> None:
        """Take the mounts of ``layouts``, that of the highest precedence first."""
        self.problems: list[tuple[Path, Problem]] = []
        self._language = language
        self._found: dict[tuple[str, str, str], tuple[int, TemplateFile]] = {}
        self._hooks: dict[str, TemplateFile] = {}
        for mount in mounts:
            if mount.is_for(language):
                for parts, file in mounted_files(mount, (), self.problems):
                    self._add(parts, file, mount.theme)

    def _add(self, parts: Sequence[str], file: Path, theme: str) -> None:
        *folders, name = parts
        if HOOKS in folders:
            self._add_hook(folders, name, file, theme)
            return
        folder = _FOLDERS.get(folders[0]) if folders else None
        if folder is None:
            return
        read = self._read(name)
        if read is None:
            return
        stem, suffix, rank = read
        rank += folders[0] != folder
        key = "/".join((*folders[1:], stem)).lower()
        made = TemplateFile(
            name="/".join((folder, *folders[1:], name)),
            key=key if folder == SHORTCODES else f"{key}.{suffix}",
            file=file,
            theme=theme,
        )
        place = (folder, key, suffix)
        known = self._found.get(place)
        # The first mount counts; in one mount the nearest spelling.
        if known is None or (known[1].theme == theme and rank < known[0]):
            self._found[place] = rank, made

    def _read(self, name: str) -> tuple[str, str, int] | None:
        """Return stem, suffix, and how far the file is from what is wanted."""
        stem, *middle, suffix = name.split(".") if "." in name else (name, "")
        if not stem:
            return None
        others = [part.lower() for part in middle]
        has_language = self._language in others
        others = [part for part in others if part not in (self._language, _HTML)]
        if others:
            # Of a partial dots may be part of the name: x.min.html.
            stem = ".".join((stem, *others))
        return stem, suffix.lower(), 0 if has_language else 2

    def _add_hook(
        self, folders: Sequence[str], name: str, file: Path, theme: str
    ) -> None:
        stem, _dot, suffix = name.partition(".")
        start = folders.index(HOOKS)
        if suffix.lower() != _HTML or not stem.startswith("render-"):
            return
        above = "/".join(folders[:start]).lower()
        above = "" if above == "_default" else above
        made = TemplateFile(
            name="/".join((*folders, name)), key=stem.lower(), file=file, theme=theme
        )
        self._hooks.setdefault(f"{above}/{made.key}", made)

    def shortcodes(self) -> Iterator[TemplateFile]:
        """Yield all templates of shortcodes."""
        for (folder, _key, suffix), (_rank, made) in self._found.items():
            if folder == SHORTCODES and suffix in _SUFFIXES:
                yield made

    def partial(self, name: str) -> TemplateFile | None:
        """Return the partial *name*, with or without its suffix; None for none."""
        key = name.strip().removeprefix("/").lower()
        key = key.removeprefix("partials/").removeprefix("_partials/")
        stem, dot, suffix = key.rpartition(".")
        candidates = [(stem, suffix)] if dot else []
        candidates.append((key, _HTML))
        for candidate in candidates:
            found = self._found.get((PARTIALS, *candidate))
            if found is not None:
                return found[1]
        return None

    def hook(self, names: Iterable[str], folder: str = "") -> TemplateFile | None:
        """Return the first render hook of *names* for pages in *folder*.

        The hooks of the folder count before those of the folders above.
        """
        place = folder.strip("/").lower()
        wanted = list(names)
        while True:
            for name in wanted:
                if found := self._hooks.get(f"{place}/{name}"):
                    return found
            if not place:
                return None
            place = place.rpartition("/")[0]

    def hooks(self) -> tuple[TemplateFile, ...]:
        """Return all render hooks."""
        return tuple(self._hooks.values())
