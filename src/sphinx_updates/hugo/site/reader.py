"""Reading the front matter of many files, of unchanged ones only once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.front_matter import DateRules, Source, read_front_matter
from sphinx_updates.hugo.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from sphinx_updates.hugo.site.walk import ContentFile

MAX_FILE_BYTES: Final = 20_000_000
"""No text that anybody wrote is as long; a larger file was put there by mistake."""


_NOTHING: Final[Mapping[str, object]] = {}


class CachedSource(NamedTuple):
    """What was read, and from which state of the file by which rules."""

    mtime_ns: int
    size: int
    rules: DateRules
    source: Source
    """Without its body."""
    defaults: Mapping[str, object] = _NOTHING
    """What the page had from its sections."""


FrontMatterCache = dict[str, CachedSource]
"""By absolute path. It pickles; a second scan with it opens changed files only."""


def read_sources(
    files: Iterable[ContentFile],
    rules: DateRules,
    cache: FrontMatterCache,
    defaults: Callable[[ContentFile], Mapping[str, object]] = lambda _file: _NOTHING,
) -> tuple[dict[Path, Source], list[tuple[Path, Problem]]]:
    """Return the front matter by file, and the files that cannot be read.

    :param defaults: What a page says that does not say it itself.
    """
    sources: dict[Path, Source] = {}
    problems: list[tuple[Path, Problem]] = []
    for file in files:
        try:
            sources[file.file] = _read(file, rules, cache, defaults(file))
        except OSError as error:
            fault = f"cannot read it: {error.strerror or error}"
            problems.append((file.file, Problem(ProblemKind.FILE, fault)))
    return sources, problems


def known_source(
    file: ContentFile, rules: DateRules, cache: FrontMatterCache
) -> Source | None:
    """Return what the cache has of *file* as it is now, whoever handed down what."""
    known = cache.get(str(file.file))
    state = (file.mtime_ns, file.size, rules)
    is_same = known is not None and known[: len(state)] == state
    return known.source if known is not None and is_same else None


def _read(
    file: ContentFile,
    rules: DateRules,
    cache: FrontMatterCache,
    defaults: Mapping[str, object],
) -> Source:
    key = str(file.file)
    known = known_source(file, rules, cache)
    if known is not None and cache[key].defaults == defaults:
        return known
    state = (file.mtime_ns, file.size, rules)
    if file.size > MAX_FILE_BYTES:
        raise OSError(f"it is larger than {MAX_FILE_BYTES} bytes")
    text, problems = decode(file.file.read_bytes())
    source = read_front_matter(text, name=_name(file), rules=rules, defaults=defaults)
    source = replace(source, body="", problems=(*problems, *source.problems))
    cache[key] = CachedSource(*state, source, defaults)
    return source


def _name(file: ContentFile) -> str:
    """Return the name that ``:filename`` reads a date and a slug from."""
    if file.role == "leaf":
        return file.parts[-2] if len(file.parts) > 1 else ""
    return file.stem if file.role == "page" else ""


def forget_lost(cache: FrontMatterCache, folder: Path, kept: set[Path]) -> None:
    """Drop the files below *folder* that are not there any more."""
    start = f"{folder}/"
    names = {str(file) for file in kept}
    for key in [key for key in cache if key.startswith(start) and key not in names]:
        del cache[key]
