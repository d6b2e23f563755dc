"""Files that pages show or offer: given an address when pages are written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_updates.sphinx_ext.nodes import Media
from sphinx_updates.sphinx_ext.project import UpdatesProject
from sphinx_updates.sphinx_ext.publish import publishes_in_place
from sphinx_updates.sphinx_ext.templates.published import url_of_published

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


ROLES = ("", "poster_")
"""What comes before ``uri``, ``file`` and ``download`` in the attributes of a node."""


class FileAddress(nodes.General, nodes.Element):
    """The address of a file, in the raw HTML that names it."""


def attach_file(
    node: nodes.Element, file: Path, env: BuildEnvironment, role: str = ""
) -> None:
    """Make *node* show *file*: beside the page if a mount publishes it there.

    Any other file is published as Sphinx publishes downloads; that place is the
    attribute ``download``, the absolute path is ``file``, ``uri`` is set on writing.

    :param role: One of :data:`ROLES`, for another file than the one that is played.
    """
    node[f"{role}file"] = str(file)
    node[f"{role}uri"] = ""
    name = Path(os.path.relpath(file, env.srcdir)).as_posix()
    node[f"{role}download"] = str(env.dlfiles.add_file(env.docname, name))


def place_media(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Point players and addresses at the published place of the files (DESIGN.md 8)."""
    project = app.env.project
    if not isinstance(project, UpdatesProject) or not publishes_in_place(app.builder):
        return
    here = app.builder.get_target_uri(docname)
    found: list[Media | FileAddress] = [*doctree.findall(Media)]
    found += doctree.findall(FileAddress)
    for node in found:
        for role in ROLES:
            file = node.get(f"{role}file", "")
            url = project.url_of_file.get(file) or (
                url_of_published(app.env, file) if file else ""
            )
            if url:
                node[f"{role}uri"] = relative_uri(here, quote(url.lstrip("/")))
