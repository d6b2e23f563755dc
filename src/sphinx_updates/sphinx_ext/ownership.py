"""Which files of the output are ours, so that those of removed posts go away.

Sphinx leaves the page of a removed document where it is. For a post that became a
draft, or a tag that nobody uses any more, that would be a page nobody meant to publish.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from sphinx.util import logging

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

_logger = logging.getLogger(__name__)


def own(app: Sphinx, file: Path) -> None:
    """Note that this build has written *file*."""
    project_of(app.env).written.add(file)


def write_if_changed(file: Path, data: bytes) -> None:
    """Write *data* unless *file* has it: what did not change keeps its time."""
    try:
        if file.read_bytes() == data:
            return
    except OSError:
        pass  # not there yet
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        message = f"{file.name!r} cannot be written: {error.strerror}"
        warn(ProblemKind.FILE, message, file)


def note_output(
    app: Sphinx,
    pagename: str,
    _template: str,
    _context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Note a page that is rendered: search, index and whatever extensions add."""
    if hasattr(app.builder, "get_outfilename"):
        project_of(app.env).outputs.add(page_file(app, pagename))


def page_file(app: Sphinx, pagename: str) -> Path:
    """Return the file that an HTML builder writes for a page."""
    return Path(cast("StandaloneHTMLBuilder", app.builder).get_outfilename(pagename))


def page_files(app: Sphinx) -> set[Path]:
    """Return the files of every page of this build, whoever asked for it."""
    documents = {page_file(app, docname) for docname in app.env.found_docs}
    return documents | project_of(app.env).outputs


def own_pages(app: Sphinx) -> None:
    """Note the pages of the mounts, and the copies of their sources."""
    for docname, page in project_of(app.env).pages.items():
        own(app, page_file(app, docname))
        own(
            app,
            Path(app.outdir, "_sources", source_name(app, docname, page.file.suffix)),
        )


def source_name(app: Sphinx, docname: str, suffix: str) -> str:
    """Return the name under which Sphinx copies the source of a document."""
    extra = app.config.html_sourcelink_suffix
    return docname + suffix + ("" if extra == suffix else extra)


def _written_by_sphinx(app: Sphinx) -> set[str]:
    """Return the files of every page of this build, below the output folder."""
    outdir, env = Path(app.outdir), app.env
    names = {
        file.relative_to(outdir).as_posix()
        for file in page_files(app)
        if file.is_relative_to(outdir)
    }
    sources = {
        f"_sources/{source_name(app, name, Path(env.doc2path(name)).suffix)}"
        for name in env.found_docs - {project_of(app.env).generated_root}
    }
    return names | sources


def sweep(app: Sphinx) -> None:
    """Remove what the last build of this output wrote and this one did not."""
    outdir = Path(app.outdir)
    record = Path(app.doctreedir, f"sphinx-updates-{app.builder.name}.json")
    written = sorted(
        file.relative_to(outdir).as_posix()
        for file in project_of(app.env).written
        if file.is_relative_to(outdir)
    )
    for name in _last(record, outdir) - set(written) - _written_by_sphinx(app):
        _remove(outdir, name)
    try:
        record.write_text(json.dumps({"outdir": str(outdir), "written": written}))
    except OSError as error:
        _logger.debug("cannot note what was written: %s", error)


def _last(record: Path, outdir: Path) -> set[str]:
    try:
        known = json.loads(record.read_text("utf-8"))
        if known["outdir"] != str(outdir):
            return set()
        return {name for name in known["written"] if isinstance(name, str)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _remove(outdir: Path, name: str) -> None:
    """Remove one file below *outdir*, and the folders that it leaves empty."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        return
    try:
        (outdir / path).unlink(missing_ok=True)
        for folder in path.parents:
            if folder.parts:
                (outdir / folder).rmdir()
    except OSError:
        return  # the folder holds something else
