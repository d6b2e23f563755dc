"""Which feeds there are: for the blog, for its terms, and for the lists of a site."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from ablog.blog import Blog
from sphinx.util import logging

from sphinx_updates.blog.feeds import FILES, FORMATS
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.base_url import feed_base_url
from sphinx_updates.sphinx_ext.config import PREFIX, default_of
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import writes_lists
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

    from sphinx_updates.blog.feeds import Format
    from sphinx_updates.blog.post import Post
    from sphinx_updates.hugo.site.site import ListPage
    from sphinx_updates.sphinx_ext.config import UpdatesConfig

_logger = logging.getLogger(__name__)

_FURTHER: Final = re.compile(r"(.+)/page/\d+(?:/index)?")
_KINDS: Final = ("tags", "category", "author", "series")
"""What has a feed for each of its terms."""


@dataclass(frozen=True, slots=True)
class FeedFile:
    """One file of a list's feeds."""

    format: Format
    path: str
    """Relative to the output folder."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """ABlog's ``blog_feed_templates``: Jinja for title, summary or content."""


@dataclass(frozen=True, slots=True)
class FeedList:
    """A list of posts with feeds."""

    pagename: str
    """The page that it is the feed of."""
    title: str
    posts: tuple[Post, ...]
    """Newest first, or in the order of the site's list."""
    files: tuple[FeedFile, ...] = ()
    subtitle: str = ""
    is_of_site: bool = False
    """Whether it is a list of a Hugo site, with the ids that its feeds had there."""


@dataclass(frozen=True)
class FeedPlan:
    """All feeds of a build."""

    lists: tuple[FeedList, ...] = ()
    home: str = ""
    """The page whose feeds every page names that has none of its own."""

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(file.path for one in self.lists for file in one.files)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the posts that stand in any feed."""
        return frozenset(post.key for one in self.lists for post in one.posts)

    @cached_property
    def _by_page(self) -> dict[str, FeedList]:
        # The first one counts: the blog's own list comes before ABlog's archives.
        return {one.pagename: one for one in reversed(self.lists) if one.files}

    def of_page(self, pagename: str, *, generated: bool = False) -> FeedList | None:
        """Return the list whose feeds a page names: its own, else the blog's.

        :param generated: Whether no document stands for it. Further pages of a list,
            ``tags/x/page/2``, name the feeds of the first one.
        """
        match = _FURTHER.fullmatch(pagename) if generated else None
        first = match[1] if match else pagename
        names = (first, f"{first}/index", self.home)
        found = (self._by_page[name] for name in names if name in self._by_page)
        return next(found, None)


def plan_feeds(app: Sphinx, _env: object = None) -> None:
    """Find out which feeds this build has; without an absolute address it has none."""
    plan = FeedPlan()
    if feed_base_url(app):
        made = _Planner(app)
        plan = FeedPlan(tuple(made.lists()), made.home())
    elif writes_lists(app.builder):
        _report_no_address(project_of(app.env).options)
    hugo_domain(app.env).feeds = plan


def _report_no_address(options: UpdatesConfig) -> None:
    """Say that there are no feeds; it is a warning if the project asked for some.

    Many projects know their address only where they are published, and check
    everything else with warnings as errors before.
    """
    asked = [
        PREFIX + option.name
        for option in dataclasses.fields(options)
        if option.name.startswith("feed_")
        and getattr(options, option.name)
        != option.metadata["check"](default_of(option))
    ]
    fault = "no feeds are written without an absolute address; set html_baseurl"
    if asked:
        warn(ProblemKind.CONFIG, f"{asked[0]}: {fault}")
    else:
        _logger.info("sphinx_updates: %s", fault)


class _Planner:
    """Collects the lists; every path is given once, to the first that wants it."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._blog = Blog(app)
        self._domain = hugo_domain(app.env)
        self._project = project_of(app.env)
        options = self._project.options
        self._has_mounts = options.has_mounts
        self._formats = options.feed_formats if self._has_mounts else ()
        self._terms = options.feed_terms if self._has_mounts else False
        self._limit = self._blog.blog_feed_length or None
        self._taken: set[str] = set()
        self._records = self._domain.listed

    def home(self) -> str:
        """Return the page whose feeds are the blog's."""
        site = self._project.site
        page = f"{self._blog.blog_path}/index"
        if site is not None and page in site.lists and site.lists[page].feeds:
            return page
        return str(self._blog.posts.docname)

    def lists(self) -> Iterator[FeedList]:
        """Yield every list with a feed; those of a site come first."""
        yield from self._of_site()
        folder, title = self._blog.blog_path, self._blog.blog_title
        # Which feeds the lists of a site have, its configuration says.
        own = () if self._project.site else self._own_files(folder)
        blog = FeedList(
            pagename=self._blog.posts.docname,
            title=title,
            posts=self._records,
            subtitle=self._blog.blog_feed_subtitle or "",
        )
        yield self._with(blog, (*own, *self._ablog_files(folder)))
        if self._terms and self._formats:
            yield from self._of_terms(title)
        if self._blog.blog_feed_archives:
            yield from self._of_archives(title)

    def _of_site(self) -> Iterator[FeedList]:
        site = self._project.site
        if site is None:
            return
        settings = site.content.config.settings
        for docname, entry in site.lists.items():
            if not entry.feeds:
                continue
            pages = [page for page in entry.members if page.kind == "page"]
            posts = [
                post
                for page in pages[: settings.lists.feed_limit]
                if (post := self._domain.post(page.docname)) is not None
            ]
            files = [FeedFile(f.type, f.url.lstrip("/")) for f in entry.feeds]
            known = {file.format for file in files}
            if posts and "rss" in known and entry.url.endswith("/"):
                # Whoever has Hugo's own feed has nothing against the others.
                folder = entry.url.strip("/")
                files += [f for f in self._own_files(folder) if f.format not in known]
            title = _site_title(entry, settings.title)
            made = FeedList(docname, title, tuple(posts), is_of_site=True)
            yield self._with(made, files)

    def _of_terms(self, blog_title: str) -> Iterator[FeedList]:
        headers = {
            "tags": _("Posts tagged"),
            "category": _("Posts in"),
            "author": _("Posts by"),
            "series": _("Posts in"),
        }
        found: dict[str, tuple[str, list[Post]]] = {}
        for post in self._records:
            for kind, labels in zip(_KINDS, _labels(post), strict=True):
                for label in labels:
                    term = self._domain.term(kind, label)
                    title = f"{blog_title} - {headers[kind]} {term.name}"
                    posts = found.setdefault(term.docname, (title, []))[1]
                    if post not in posts[-1:]:
                        posts.append(post)
        known = self._project.site.lists if self._project.site else {}
        for docname, (title, posts) in sorted(found.items()):
            if docname and docname not in known:
                files = self._own_files(docname.removesuffix("/index"))
                yield self._with(FeedList(docname, title, tuple(posts)), files)

    def _of_archives(self, blog_title: str) -> Iterator[FeedList]:
        """Yield what ABlog's ``blog_feed_archives`` asks for, at ABlog's addresses."""
        for header, catalog in (
            (_("Posts by"), self._blog.author),
            (_("Posts from"), self._blog.location),
            (_("Posts in"), self._blog.language),
            (_("Posts in"), self._blog.category),
            (_("Posted in"), self._blog.archive),
            (_("Posts tagged"), self._blog.tags),
        ):
            for collection in catalog:
                if len(collection):
                    title = f"{blog_title} - {header} {collection}"
                    yield self._archive(collection, title)

    def _archive(self, collection: Any, title: str) -> FeedList:
        posts = self._domain.records(collection)
        # Where the page was before its list moved, its readers still look.
        folders = dict.fromkeys(
            (collection.path, getattr(collection, "old_path", "") or collection.path)
        )
        files = [file for folder in folders for file in self._ablog_files(folder)]
        return self._with(FeedList(collection.docname, title, posts), files)

    def _own_files(self, folder: str) -> Iterator[FeedFile]:
        for one in FORMATS:
            if one in self._formats:
                yield FeedFile(one, f"{folder}/{FILES[one]}".lstrip("/"))

    def _ablog_files(self, folder: str) -> Iterator[FeedFile]:
        for name, templates in self._blog.blog_feed_templates.items():
            path = f"{folder}/{name}.xml"
            is_default = name == "atom" and not templates
            if is_default and self._has_mounts and "atom" not in self._formats:
                continue
            yield FeedFile("atom", path, templates)

    def _with(self, one: FeedList, files: Iterable[FeedFile]) -> FeedList:
        """Return *one* with those of *files* whose path is free."""
        by_path: dict[str, FeedFile] = {}
        for file in files:
            # A template for a file is more than the file itself.
            if file.path not in by_path or file.templates:
                by_path[file.path] = file
        kept = tuple(f for f in by_path.values() if f.path not in self._taken)
        self._taken |= by_path.keys()
        limit = None if one.is_of_site else self._limit
        return replace(one, posts=one.posts[:limit], files=kept)


def _labels(post: Post) -> tuple[tuple[str, ...], ...]:
    authors = tuple(author.name for author in post.authors)
    return (post.tags, post.categories, authors, post.series)


def _site_title(entry: ListPage, site: str) -> str:
    if entry.kind == "home" or not entry.title:
        return site
    return f"{entry.title} on {site}" if site else entry.title
