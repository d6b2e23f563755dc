"""Files that templates make: kept beside the doctrees, published beside the pages."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_updates.hugo.templates.errors import FunctionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

FOLDER = "sphinx-updates-files"


def folder_of(env: BuildEnvironment) -> Path:
    """Return where the files are kept between builds."""
    return Path(env.doctreedir, FOLDER)


def publish_file(env: BuildEnvironment, path: str, content: bytes) -> str:
    """Keep *content* for the page that is being read; return its site path.

    :param path: From the root of the site.
    """
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    place = posixpath.normpath("/" + path).lstrip("/")
    if not place or place == ".":
        raise FunctionError(f"a file cannot be published as {path!r}")
    file = folder_of(env) / place
    if not _has(file, content):
        file.parent.mkdir(parents=True, exist_ok=True)
        # Two processes may write the same file: each writes it whole.
        part = file.with_name(f"{file.name}.{os.getpid()}")
        part.write_bytes(content)
        part.replace(file)
    hugo_domain(env).page(env.docname).published.add(f"/{place}")
    return f"/{place}"


def published_files(env: BuildEnvironment) -> Iterator[tuple[str, Path]]:
    """Yield the site path of every file that templates made, and the file."""
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    folder = folder_of(env)
    urls = {url for data in hugo_domain(env).pages.values() for url in data.published}
    for url in sorted(urls):
        yield url, folder / url.lstrip("/")


def find_published(env: BuildEnvironment, path: str) -> Path | None:
    """Return the file that a template of the page made for a site path."""
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    url = unquote(path)
    data = hugo_domain(env).page(env.docname)
    return folder_of(env) / url.lstrip("/") if url in data.published else None


def url_of_published(env: BuildEnvironment, file: str) -> str:
    """Return the site path of a file that a template made; empty for any other."""
    folder = folder_of(env)
    path = Path(file)
    inside = path.is_relative_to(folder)
    return f"/{path.relative_to(folder).as_posix()}" if inside else ""


def _has(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False
