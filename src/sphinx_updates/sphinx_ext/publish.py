"""Files that Hugo publishes beside its pages, and the redirects of old addresses."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.outputs import published_path
from sphinx_updates.hugo.site.urls import docname_of
from sphinx_updates.sphinx_ext.ownership import (
    own,
    own_pages,
    page_file,
    page_files,
    sweep,
)
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.templates.published import (
    forget_unused,
    published_files,
)
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.profiles import Person

_ONE_FILE_BUILDERS = ("singlehtml", "epub")
_REDIRECT = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={url}">
</head>
<body><p><a href="{url}">{title}</a></p></body>
</html>
"""


def publishes_in_place(builder: Builder) -> bool:
    """Say whether *builder* writes a page for each document, with files beside."""
    return (
        isinstance(builder, StandaloneHTMLBuilder)
        and builder.name not in _ONE_FILE_BUILDERS
    )


def writes_lists(builder: Builder) -> bool:
    """Say whether *builder* writes the blog's own pages, so that one can link there."""
    return builder.format == "html" and builder.name not in (
        "json",
        "pickle",
        "singlehtml",
        "epub",
    )


def avatar_path(env: BuildEnvironment, person: Person) -> str:
    """Return where the picture of *person* is published, from the root of the output.

    A small one that was made of it; else beside their profile, or below
    ``media/authors`` for one of the site's assets. Empty if there is none, or if it is
    elsewhere on the web.
    """
    if isinstance(person.avatar, str):
        return ""
    project = project_of(env)
    if small := project.avatars.get(str(person.avatar)):
        return small
    url = project.url_of_file.get(str(person.avatar))
    suffix = person.avatar.suffix.lower()
    return url.lstrip("/") if url else f"media/authors/{person.key}{suffix}"


def publish(app: Sphinx, exception: Exception | None) -> None:
    """Copy the files of the mounts, write the redirects, remove what is left over."""
    if exception is not None or not publishes_in_place(app.builder):
        return
    outdir = Path(app.outdir)
    # A page always stays; Hugo lets it win over an alias too.
    pages = page_files(app)
    own_pages(app)
    for mount in project_of(app.env).mounts:
        for file in mount.files:
            target = outdir / file.url.lstrip("/")
            if target not in pages:
                own(app, target)
                _copy(file.source, target)
    for name, source in project_of(app.env).extra_files.items():
        own(app, outdir / name)
        _copy(source, outdir / name)
    for url, made in published_files(app.env):
        target = outdir / url.lstrip("/")
        if target not in pages:
            own(app, target)
            _copy(made, target)
    forget_unused(app.env)
    site = project_of(app.env).site
    for person in site.content.people.everyone() if site else ():
        target = outdir / avatar_path(app.env, person)
        is_done = target in pages or target in project_of(app.env).written
        if isinstance(person.avatar, Path) and not is_done:
            own(app, target)
            _copy(person.avatar, target)
    for url, docname, title in _old_addresses(app):
        name = published_path(url)
        if outdir / name not in pages:
            own(app, outdir / name)
            _redirect(app, name, docname, title)
    sweep(app)


def _old_addresses(app: Sphinx) -> Iterator[tuple[str, str, str]]:
    """Yield every site path that leads elsewhere, the document, and its title."""
    project = project_of(app.env)
    uri = app.builder.get_target_uri
    # First: an alias that says otherwise is written over it.
    for old, (docname, title) in project.old_pages.items():
        if uri(old) != uri(docname):
            name = page_file(app, old).relative_to(app.outdir).as_posix()
            yield f"/{name}", docname, title
    for page in project.pages.values():
        for alias in page.aliases:
            yield alias, page.docname, page.front_matter.title or page.url
    redirects = project.site.content.redirects if project.site else {}
    for url, target in redirects.items():
        yield url, docname_of(target), target


def _copy(source: Path, target: Path) -> None:
    """Copy *source* unless *target* is as new; a file that is in use is not touched."""
    try:
        status = source.stat()
        if target.is_file():
            known = target.stat()
            if (known.st_mtime_ns, known.st_size) == (
                status.st_mtime_ns,
                status.st_size,
            ):
                return
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        shutil.copystat(source, target)
    except OSError as error:
        message = f"cannot be published: {error.strerror}"
        warn(ProblemKind.FILE, message, source)


def _redirect(app: Sphinx, name: str, docname: str, title: str) -> None:
    """Write the redirect file *name* that leads to a document."""
    uri = app.builder.get_target_uri(docname)
    url = relative_uri(quote(name), uri)
    base = app.config.html_baseurl
    canonical = f"{base.rstrip('/')}/{uri}" if base else url
    html = _REDIRECT.format(
        language=escape(app.config.language or "en"),
        title=escape(title),
        canonical=escape(canonical),
        url=escape(url),
    )
    file = Path(app.outdir, name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    except OSError as error:
        message = f"alias {name!r} cannot be written: {error.strerror}"
        page = project_of(app.env).pages.get(docname)
        warn(ProblemKind.PAGE_CLASH, message, page.file if page else None)
