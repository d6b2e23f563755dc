"""Files that a page names: found where Hugo finds them, never outside the site."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from sphinx_updates.hugo.links import is_external, resolve_resource
from sphinx_updates.sphinx_ext.inside import inside
from sphinx_updates.sphinx_ext.lookups import QUESTIONS, ask
from sphinx_updates.sphinx_ext.own_addresses import own_addresses, own_path
from sphinx_updates.sphinx_ext.project import mounted_page, project_of
from sphinx_updates.sphinx_ext.templates.published import find_published

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.content import Page

PLACE: Final = "place of a file"


def find_resource(
    name: str, page: Page | None, env: BuildEnvironment, folders: Sequence[str] = ()
) -> Path | None:
    """Return the file that *name* on *page* means; None if there is none.

    Of an absolute address of this site the path counts. Looked for in the bundle,
    beside the file, below the content root and by URL, then in *folders* of the site's
    ``assets``, in ``assets`` and ``static``, then in the documentation. The page
    depends on the file, and on the place where it would be.

    :param page: None for a page of the docs: beside it, or from the source directory.
    """
    name = (own_path(name, env) or name).strip()
    if not name or is_external(name):
        return None
    beside = page.file.parent if page else Path(env.doc2path(env.docname)).parent
    if file := _find(name, page, beside, env, folders):
        env.note_dependency(str(file))
        return file
    # No dependency: Sphinx would read the page again on every build.
    ask(env, PLACE, json.dumps([name, *folders]))
    return None


def _find(
    name: str,
    page: Page | None,
    beside: Path,
    env: BuildEnvironment,
    folders: Sequence[str],
) -> Path | None:
    # Templates write the whole path, that of the site's own address before it.
    inner = own_addresses(env).without_base(name) or name
    paths = dict.fromkeys((name, unquote(name), inner, unquote(inner)))
    found = (f for p in paths for f in _candidates(p, page, beside, env, folders))
    return next((file for file in found if file is not None), None)


def _place(env: BuildEnvironment, docname: str, about: str) -> str:
    """Return the file that a name means on a page; "" for none."""
    name, *folders = json.loads(about)
    beside = Path(env.doc2path(docname)).parent
    return str(_find(name, mounted_page(env, docname), beside, env, folders) or "")


QUESTIONS[PLACE] = _place


def find_in_site(name: str, page: Page | None, env: BuildEnvironment) -> Path | None:
    """Return the file *name* as Hugo's ``readFile`` finds it; None if there is none.

    From the folder of the page, or with ``/`` from the root of the site; where there
    is no site, from the folders of the posts and the source directory. The page
    depends on the file, and on the place where it would be.
    """
    project = project_of(env)
    posts = [project.resolve(folder) for folder in project.options.posts.values()]
    site = [project.site_root] if project.site_root else posts
    roots = [*site, Path(env.srcdir)]
    beside = page.file.parent if page else Path(env.doc2path(env.docname)).parent
    is_absolute = name.startswith("/")
    for root in roots:
        base = root if is_absolute else beside
        if file := _file_inside(root, name, base):
            env.note_dependency(str(file))
            return file
    for base in roots if is_absolute else [beside]:
        env.note_dependency(os.path.normpath(base / name.lstrip("/")))
    return None


def _candidates(
    path: str,
    page: Page | None,
    beside: Path,
    env: BuildEnvironment,
    folders: Sequence[str],
) -> Iterator[Path | None]:
    project = project_of(env)
    if path.startswith("/") and (made := find_published(env, path)):
        yield made
    if page is not None and (found := resolve_resource(path, page, project.index)):
        yield found.source
    for asset_folder in project.asset_folders:
        for root in (*(asset_folder / name for name in folders), asset_folder):
            yield _file_inside(root, path)
    for root in project.static_folders:
        yield _file_inside(root, path)
    srcdir = Path(env.srcdir)
    yield _file_inside(srcdir, path, srcdir if path.startswith("/") else beside)


def _file_inside(root: Path, path: str, base: Path | None = None) -> Path | None:
    file = inside(root, path, base)
    return file if file is not None and file.is_file() else None
