"""Files that templates make: kept beside the doctrees, published beside the pages."""

from __future__ import annotations

import os
import posixpath
import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

FOLDER = "sphinx-updates-files"

_OF_SPHINX: Final = frozenset(
    {
        ".buildinfo",
        ".buildinfo.bak",
        ".doctrees",
        "_sources",
        "_static",
        "objects.inv",
        "searchindex.js",
    }
)
"""What Sphinx writes for all pages; a template that took one would break them."""


def folder_of(env: BuildEnvironment) -> Path:
    """Return where the files are kept between builds."""
    return Path(env.doctreedir, FOLDER)


def publish_file(env: BuildEnvironment, path: str, content: bytes) -> str:
    """Keep *content* for the page that is being read; return its site path.

    :param path: From the root of the site.
    :raises FunctionError: If no file can have this path.
    """
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    place = posixpath.normpath("/" + path).lstrip("/")
    if not place or place == ".":
        raise FunctionError(f"a file cannot be published as {path!r}")
    if place.partition("/")[0] in _OF_SPHINX:
        raise FunctionError(
            f"a file cannot be published as {place!r}, which is Sphinx's own"
        )
    # A folder for each content: pages may disagree about what a file holds, and what
    # was a file at the last build may be a folder now.
    key = sha256(f"{place}\0".encode("utf-8", "surrogateescape") + content)
    name = key.hexdigest()[:20]
    _keep(folder_of(env) / name, place, content)
    hugo_domain(env).page(env.docname).published[f"/{place}"] = name
    return f"/{place}"


def _keep(folder: Path, place: str, content: bytes) -> None:
    """Write a file below *folder* unless it is there."""
    file = Path(os.path.normpath(folder / place))
    # Where "\\" parts folders too, the path may still lead out.
    if not file.is_relative_to(folder):
        raise FunctionError(f"a file cannot be published as {place!r}")
    try:
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            # Two processes may write the same file: each writes it whole.
            part = folder / f"{os.getpid()}.part"
            part.write_bytes(content)
            part.replace(file)
    except OSError as error:
        reason = f"a file cannot be published as {place!r}: {error.strerror}"
        raise FunctionError(reason) from error
    except ValueError as error:  # NUL, or what is no UTF-8
        raise FunctionError(f"a file cannot be published as {place!r}") from error


def published_files(env: BuildEnvironment) -> Iterator[tuple[str, Path]]:
    """Yield the site path of every file that templates made, and the file.

    Of pages that make one file with several contents the first by docname counts, so
    that every build publishes the same; the others are warned about.
    """
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    made: dict[str, tuple[str, str]] = {}
    for docname, data in sorted(hugo_domain(env).pages.items()):
        for url, name in sorted(data.published.items()):
            first, winner = made.setdefault(url, (name, docname))
            if first != name:
                message = (
                    f"a template publishes {url!r} with another content than it has "
                    f"for {winner!r}, which is kept; give each file a name of its own"
                )
                warn(ProblemKind.FILE, message, Path(env.doc2path(docname)))
    for url, (name, _docname) in sorted(made.items()):
        yield url, folder_of(env) / name / url.lstrip("/")


def forget_unused(env: BuildEnvironment) -> None:
    """Remove the files that no page's templates make any more."""
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    used = {
        name
        for data in hugo_domain(env).pages.values()
        for name in data.published.values()
    }
    folder = folder_of(env)
    kept = folder.iterdir() if folder.is_dir() else ()
    for entry in kept:
        if entry.name not in used:
            shutil.rmtree(entry, ignore_errors=True)


def find_published(env: BuildEnvironment, path: str) -> Path | None:
    """Return the file that a template of the page made for a site path."""
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    url = unquote(path)
    name = hugo_domain(env).page(env.docname).published.get(url)
    return folder_of(env) / name / url.lstrip("/") if name else None


def url_of_published(env: BuildEnvironment, file: str) -> str:
    """Return the site path of a file that a template made; empty for any other."""
    folder = folder_of(env)
    path = Path(file)
    if not path.is_relative_to(folder):
        return ""
    return "/" + "/".join(path.relative_to(folder).parts[1:])
