"""Images of mounted pages: found where Hugo finds them, published where it does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.links import (
    is_dangerous,
    is_external,
    is_malformed,
)
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.nodes import MissingImage
from sphinx_updates.sphinx_ext.own_addresses import is_promised, own_path
from sphinx_updates.sphinx_ext.project import UpdatesProject
from sphinx_updates.sphinx_ext.publish import publishes_in_place
from sphinx_updates.sphinx_ext.resources import find_resource
from sphinx_updates.sphinx_ext.templates.published import url_of_published
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.content import Page


_SCHEMES = ("http://", "https://", "data:image/")


def make_image(
    src: str, *, page: Page | None, env: BuildEnvironment, location: str
) -> nodes.Element:
    """Return an image node for *src* as the author of *page* wrote it.

    Looked for in the bundle, beside the file, below the content root, by URL, then
    in the source directory of the docs. What is not found is a warning, and a
    :class:`MissingImage` keeps its place; an absolute address of this site stays as it
    is. Without *page* (a directive in the docs)
    Sphinx looks for the file itself.
    """
    if is_malformed(src):
        warn(ProblemKind.IMAGE, f"image {src!r} is not a URL; correct it", location)
        return MissingImage("", uri=src)
    is_own = page is not None and own_path(src, env) is not None
    if page is not None and is_external(src) and not is_own:
        if src.startswith("//"):
            src = f"https:{src}"  # Sphinx knows a URL by its scheme
        if not src.lower().startswith(_SCHEMES) or is_dangerous(src):
            message = f"image {src!r} is neither a file nor an address on the web"
            warn(ProblemKind.IMAGE, message, location)
            return MissingImage("", uri="" if is_dangerous(src) else src)
    if page is None or (is_external(src) and not is_own):
        # Without its source Sphinx forgets the line of an image.
        return nodes.image(src, uri=src)
    file = find_image(src, page, env)
    if file is not None:
        return nodes.image(src, uri=image_uri(file, page.file.parent))
    if not is_own or is_promised(src, env):
        warn(
            ProblemKind.IMAGE,
            f"image {src!r} not found beside {page.path!r}, below the posts' folder or "
            "in the documentation; put the file into the page bundle, or correct the "
            "path",
            location,
        )
    if is_own:
        # The address may still be right: what is there is not only what we publish.
        return nodes.image(src, uri=f"https:{src}" if src.startswith("//") else src)
    return MissingImage("", uri=src)


def find_image(src: str, page: Page, env: BuildEnvironment) -> Path | None:
    """Return the file that *src* on *page* means; None if there is none."""
    return find_resource(src, page, env, ("media",))


def image_uri(file: Path, folder: Path) -> str:
    """Return what Sphinx resolves to *file* from a document in *folder*."""
    return Path(os.path.relpath(file, folder.resolve())).as_posix()


def place_images(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Point images of mounts at their published place, beside the page (DESIGN.md 8).

    Sphinx's own ``_images/name1.png`` would depend on the order of reading. Builders
    that pack everything into one file keep Sphinx's way.
    """
    project = app.env.project
    if not isinstance(project, UpdatesProject) or not publishes_in_place(app.builder):
        return
    here = app.builder.get_target_uri(docname)
    for image in doctree.findall(nodes.image):
        if "?" in image.get("candidates", ()):
            continue
        file = os.path.normpath(Path(app.srcdir) / image["uri"])
        url = project.url_of_file.get(file) or url_of_published(app.env, file)
        if url:
            image["uri"] = relative_uri(here, quote(url.lstrip("/")))
            image["candidates"] = {"?": ""}
