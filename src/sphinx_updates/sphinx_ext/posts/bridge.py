"""ABlog made exact: parallel reading, incremental builds, one blog per build.

ABlog 0.11 declares itself unsafe for parallel reading, keeps its blog in the class
(shared by every Sphinx application of the process), forgets to merge what other
processes read, and never rewrites pages that show another post. This module mends
each of these from outside; facts and measurements are in ``docs/contribute``.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import ablog.blog
import ablog.post
from ablog.blog import Blog, slugify

from sphinx_updates.blog.listing import newest_first
from sphinx_updates.blog.post import Post, Status
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.page_data import Term
from sphinx_updates.sphinx_ext.post_page.near import near_posts
from sphinx_updates.sphinx_ext.posts.dates import UNDATED, localised
from sphinx_updates.sphinx_ext.posts.places import add_series, move_catalogs
from sphinx_updates.sphinx_ext.posts.site_lists import (
    generated_lists,
    site_terms,
    taxonomy_of,
)
from sphinx_updates.sphinx_ext.project import mounted_page, project_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post
    from sphinx_updates.hugo.site.site import Site

_KINDS = ("tags", "author", "category", "location", "language")
OF_SPHINX = frozenset({"genindex", "search"})
"""Pages that Sphinx adds, which links may lead to."""
_FAR = datetime(9999, 12, 31)  # noqa: DTZ001 - ABlog compares naive dates


def forget_last_blog(_app: Sphinx) -> None:
    """Drop the blog of an earlier application in this process."""
    Blog._dict.clear()  # noqa: SLF001 - ABlog has no other way


def merge_posts(
    _app: Sphinx,
    env: BuildEnvironment,
    docnames: Iterable[str],
    other: BuildEnvironment,
) -> None:
    """Take over the posts that another process has read."""
    posts: dict[str, Any] = env.__dict__.setdefault("ablog_posts", {})
    theirs = getattr(other, "ablog_posts", {})
    posts.update({name: theirs[name] for name in docnames if name in theirs})


def purge_posts(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget the post of *docname*.

    ABlog's own handler also drops the label named like the file, which is ``search``
    for a post ``search.md`` and the wrong one for every ``index.md``; Sphinx drops the
    labels of a document by itself.
    """
    getattr(env, "ablog_posts", {}).pop(docname, None)


def register_posts(app: Sphinx, env: BuildEnvironment) -> None:
    """Build the blog anew from every post, in one order whatever read them."""
    forget_last_blog(app)
    posts: dict[str, list[dict[str, Any]]] = getattr(env, "ablog_posts", {})
    env.ablog_posts = posts = dict(sorted(posts.items()))  # type: ignore[attr-defined]
    blog = _new_blog(app)
    known = _Spellings()
    language = app.config.language or "en"
    for docname, infos in posts.items():
        for info in infos:
            with _everything_published(when=mounted_page(env, docname) is not None):
                dates = {
                    name: localised(info[name], language) for name in ("date", "update")
                }
                blog.register(docname, info | dates | known.labels(info))
        _note_label(env, docname, infos)
    domain = hugo_domain(env)
    _note_scheduled(env, blog)
    domain.own_lists = None
    domain.excerpts.clear()
    if landing := landing_page(app):
        add_series(blog, domain.posts.values())
        site = project_of(env).site
        covered = covered_catalogs(blog, site.content) if site else []
        move_catalogs(blog, env.found_docs, covered)
    # Lists ask for the same terms again and again.
    domain.term = cache(site_terms(env, _terms(blog)))
    _set_order(blog, domain.posts.values())
    domain.listed = domain.records(blog.posts)
    domain.near = near_posts(env, domain.listed)
    _leave_out_undated(blog)
    if landing:
        blog.posts._path = landing  # noqa: SLF001
        blog.references["blog-posts"] = (landing, "Posts")
    domain.generated = _generated_pages(env, blog)


def _note_scheduled(env: BuildEnvironment, blog: Blog) -> None:
    """Mark the posts of the documentation whose day has not come.

    ABlog decides at each build, also of pages that are not read again. Those of the
    mounts are in the build, or not, before anything is read.
    """
    waiting = {(item.docname, item.section) for item in blog.drafts if item.date}

    def marked(post: Post) -> Post:
        if post.date is None:
            return post
        is_waiting = (post.docname, post.section) in waiting
        status = Status.SCHEDULED if is_waiting else Status.PUBLISHED
        return replace(post, status=status)

    for docname, data in hugo_domain(env).pages.items():
        if mounted_page(env, docname) is None:
            data.posts = tuple(marked(post) for post in data.posts)


def blog_folder(app: Sphinx) -> str:
    """Return where the blog is: the main section of a site, else ``blog_path``."""
    site = project_of(app.env).site
    return (site.blog_folder if site else "") or str(app.config.blog_path)


def _new_blog(app: Sphinx) -> Blog:
    """Return ABlog's blog in the folder that is its; the project's option stays."""
    configured = app.config.blog_path
    app.config.blog_path = blog_folder(app)
    try:
        return Blog(app)
    finally:
        app.config.blog_path = configured


class _Spellings:
    """One spelling for labels that ABlog gives one page: the first one, as in Hugo."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], str] = {}

    def labels(self, info: dict[str, Any]) -> dict[str, list[str]]:
        """Return the labels of a post by kind; those that make no address are left out.

        Without letters and digits the page of a label would have no name.
        """
        return {
            kind: list(dict.fromkeys(self._spell(kind, info[kind]))) for kind in _KINDS
        }

    def _spell(self, kind: str, labels: Iterable[str]) -> Iterator[str]:
        for label in labels:
            if slug := slugify(label):
                yield self._first.setdefault((kind, slug), label)


def _set_order(blog: Blog, records: Iterable[Post]) -> None:
    """Let ABlog sort posts as we do: by instants, not by clocks of different zones."""
    for rank, post in enumerate(reversed(newest_first(records))):
        for collection in (blog.posts, blog.drafts):
            if item := collection[post.key]:
                item._computed_date = rank  # noqa: SLF001


@contextmanager
def _everything_published(*, when: bool) -> Iterator[None]:
    """Let ABlog publish what we hand it: who is in the build was decided before.

    ABlog compares dates with midnight of the local day on which it was imported.
    """
    known = ablog.blog.TOMORROW
    if when:
        ablog.blog.TOMORROW = _FAR
    try:
        yield
    finally:
        ablog.blog.TOMORROW = known


def _note_label(
    env: BuildEnvironment, docname: str, infos: list[dict[str, Any]]
) -> None:
    """Set the label of a post as ABlog does; of two with one name the last counts."""
    label = docname.removesuffix("/index").rpartition("/")[2]
    if not label or any(info["section"] for info in infos):
        return
    std = env.domains.standard_domain
    std.data["labels"][label] = (docname, label, infos[0]["title"])
    std.data["anonlabels"][label] = (docname, label)


def _leave_out_undated(blog: Blog) -> None:
    """Take posts without a date out of the archive of years."""
    blog.archive.collections.pop(UNDATED.year, None)
    for post in blog.posts:
        if post.date == UNDATED:
            post.archive = []


def landing_page(app: Sphinx) -> str:
    """Return the docname of the blog's landing page when it stands among mounts.

    It is the folder's own index, so that its address is ``/blog/``. Without mounts
    ABlog's page keeps the name it always had.
    """
    if app.config.updates_posts or project_of(app.env).site is not None:
        return f"{blog_folder(app)}/index"
    return ""


def _generated_pages(env: BuildEnvironment, blog: Blog) -> frozenset[str]:
    """Return the docnames of the pages that the blog adds, and of Sphinx's own."""
    catalogs = [blog.archive, *blog.catalogs.values()]
    names = {blog.posts.docname, *OF_SPHINX}
    for catalog in catalogs:
        if len(catalog):
            names.add(catalog.docname)
            names.update(item.docname for item in catalog if len(item))
    site = project_of(env).site
    if site is not None:
        covered = covered_catalogs(blog, site.content)
        for catalog in covered:
            names -= {catalog.docname, *(item.docname for item in catalog)}
    return frozenset(names) | generated_lists(env)


def covered_catalogs(blog: Blog, site: Site) -> list[Any]:
    """Return ABlog's catalogs in whose place the site has a taxonomy."""
    return [
        catalog for kind, catalog in blog.catalogs.items() if taxonomy_of(site, kind)
    ]


def _terms(blog: Blog) -> Callable[[str, str], Term]:
    """Return what gives the shown name and the page of a label."""
    terms = {
        (kind, slugify(label)): Term(str(item), item.docname if len(item) else "")
        for kind, catalog in blog.catalogs.items()
        for label, item in catalog.collections.items()
    }
    names = {
        (kind, label): str(item)
        for kind, catalog in blog.catalogs.items()
        for label, item in catalog.collections.items()
    }

    def term(kind: str, label: str) -> Term:
        # ABlog gives "C" and "C++" one page; each post still shows its own word.
        name = names.get((kind, label), label)
        known = terms.get((kind, slugify(label)))
        return Term(name, known.docname if known else "")

    return term


def replace_handlers(app: Sphinx) -> None:
    """Take out the handlers of ABlog that ours replace."""
    replaced = (
        ablog.post.purge_posts,
        ablog.post.generate_archive_pages,
        ablog.post.generate_atom_feeds,
    )
    for listeners in app.events.listeners.values():
        for listener in list(listeners):
            if listener.handler in replaced:
                app.disconnect(listener.id)
