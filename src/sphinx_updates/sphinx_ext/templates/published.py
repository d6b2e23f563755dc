"""Files that templates make: kept beside the doctrees, published beside the pages."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.errors import FunctionError

if TYPE_CHECKING:
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


def _has(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False
