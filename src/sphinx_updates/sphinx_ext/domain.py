"""The domain ``hugo``: shortcodes as directives, and what is known of every page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx import addnodes
from sphinx.domains import Domain, ObjType
from sphinx.util import logging

from sphinx_updates.blog.near import Near
from sphinx_updates.blog.related import RelatedPages
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.list_settings import RelatedSettings
from sphinx_updates.sphinx_ext.link_resolver import (
    Destination,
    LinkResolver,
    fault_of,
)
from sphinx_updates.sphinx_ext.links import make_reference
from sphinx_updates.sphinx_ext.page_data import (
    PageData,
    Term,
    anchors_of,
    references_of,
)
from sphinx_updates.sphinx_ext.shortcode_directive import directive_for
from sphinx_updates.sphinx_ext.shortcodes import ShortcodeTable
from sphinx_updates.sphinx_ext.templates.build import BuildTemplates
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from docutils import nodes
    from docutils.parsers.rst import Directive
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post
    from sphinx_updates.hugo.site.settings import HugoSettings
    from sphinx_updates.sphinx_ext.posts.feed_plan import FeedPlan
    from sphinx_updates.sphinx_ext.posts.own_lists import OwnList

NAME = "hugo"

_logger = logging.getLogger(__name__)


class HugoDomain(Domain):
    """Shortcodes and posts."""

    name = NAME
    label = "Hugo"
    object_types: ClassVar[dict[str, ObjType]] = {"post": ObjType("post")}
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}}
    data_version = 4

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.table = ShortcodeTable()
        self.excerpts: dict[str, str] = {}
        """The text of excerpts that lists have shown, by the key of their post."""
        self.generated: frozenset[str] = frozenset()
        """The docnames of the pages that the blog adds, once all posts are read."""
        self.generated_files: Callable[[], frozenset[str]] = frozenset
        self._reported: set[tuple[str, str, int | None]] | None = set()
        self.term: Callable[[str, str], Term] = lambda _kind, label: Term(label)
        self.listed: tuple[Post, ...] = ()
        """The posts of the blog, newest first, once all are read."""
        self.own_lists: dict[str, OwnList] | None = None
        """The lists of the blog itself, when they were asked for once."""
        self.near = Near((), lambda: RelatedPages((), RelatedSettings()), {})
        """What is near each post; known once all posts are."""
        self._feeds: FeedPlan | None = None

    @cached_property
    def templates(self) -> BuildTemplates:
        """What runs templates; made when the pages of the build are known."""
        return BuildTemplates(self.env)

    def forget_templates(self) -> None:
        """Let the next build make its own: pages come and go."""
        vars(self).pop("templates", None)

    @property
    def feeds(self) -> FeedPlan:
        """Which feeds this build has; known once all posts are."""
        if self._feeds is None:  # pragma: no cover - wiring error
            msg = "feeds are planned at env-updated"
            raise RuntimeError(msg)
        return self._feeds

    @feeds.setter
    def feeds(self, plan: FeedPlan) -> None:
        self._feeds = plan

    @property
    def pages(self) -> dict[str, PageData]:
        """What is known of each document, by docname."""
        return cast("dict[str, PageData]", self.data["pages"])

    def page(self, docname: str) -> PageData:
        """Return the data of *docname*, made on first use."""
        return self.pages.setdefault(docname, PageData())

    @property
    def posts(self) -> dict[str, Post]:
        """The record of every post, by its key."""
        return {
            post.key: post
            for _docname, data in sorted(self.pages.items())
            for post in data.posts
        }

    def post(self, docname: str, section: str = "") -> Post | None:
        """Return the record of a post; None if there is none."""
        data = self.pages.get(docname)
        posts = data.posts if data else ()
        return next((post for post in posts if post.section == section), None)

    def records(self, items: Iterable[Any]) -> tuple[Post, ...]:
        """Return the records of ABlog's posts *items*, of those that have one."""
        found = (self.post(item.docname, item.section) for item in items)
        return tuple(post for post in found if post is not None)

    def has_new_settings(self, settings: HugoSettings) -> bool:
        """Say whether *settings* differ from the last build's; keep them.

        Compared as objects: the text of a set is another one in every process.
        """
        before = self.data.get("settings")
        self.data["settings"] = settings
        return before not in (None, settings)

    def directive(self, name: str) -> type[Directive] | None:
        """Return ``{hugo:name}``: another's directive, a template's, or ours."""
        return super().directive(name) or directive_for(self.table.find(name))

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is read again or gone."""
        self.pages.pop(docname, None)

    def merge_domaindata(
        self, docnames: Iterable[str], otherdata: Mapping[str, Any]
    ) -> None:
        """Take over what another process has read."""
        for docname in docnames:
            if docname in otherdata["pages"]:
                self.pages[docname] = otherdata["pages"][docname]

    def note_anchors(self, docname: str, doctree: nodes.document) -> None:
        """Remember the fragments of a document, and the ids that they lead to."""
        slugs = self.env.metadata.get(docname, {}).get("myst_slugs", {})
        self.page(docname).anchors = anchors_of(doctree, slugs)

    @cached_property
    def resolver(self) -> LinkResolver:
        """What finds the destinations of links; first asked for when all is read."""
        return LinkResolver(
            self.env,
            lambda docname: self.page(docname).anchors,
            self.generated,
            self.generated_files(),
        )

    def resolve_xref(  # noqa: PLR0913, PLR0917 - Sphinx's signature
        self,
        env: BuildEnvironment,  # noqa: ARG002
        fromdocname: str,
        builder: Builder,
        typ: str,  # noqa: ARG002
        target: str,
        node: pending_xref,
        contnode: nodes.Element,  # noqa: ARG002
    ) -> nodes.reference | None:
        """Return the reference for a link; never None, a dead link stays as written."""
        origin = node.get("origin", fromdocname)
        found = self.page(origin).links.get(target)
        if found is None or not found.is_known:
            found = self.resolver.find(target, origin)
        if origin == fromdocname and not node.get("is_copy"):
            # An excerpt shown elsewhere repeats links that their own page reports.
            self._report(target, found, origin, node)
        return cast(
            "nodes.reference", make_reference(found, node, fromdocname, builder)
        )

    def resolve_any_xref(self, *_args: Any) -> list[tuple[str, nodes.reference]]:
        """Return nothing: posts are found by their documents and labels."""
        return []

    def _report(
        self, url: str, found: Destination, docname: str, node: nodes.Element
    ) -> None:
        """Warn about a dead link, once for the line on which it stands."""
        if not found.is_dead or self._reported is None:
            return
        key = (docname, url, node.line)
        if key not in self._reported:
            self._reported.add(key)
            warn(ProblemKind.LINK, fault_of(url, found, self.resolver), node)

    def end_reports(self) -> list[int]:
        """Report no links any more; return how many are dead, for each page with any.

        Feeds are written last, and repeat what their pages have reported.
        """
        self._reported = None
        counts = (
            sum(found is not None and found.is_dead for found in data.links.values())
            for data in self.pages.values()
        )
        return [count for count in counts if count]

    def note_links(self, docname: str, doctree: nodes.document) -> None:
        """Remember the links of a document that depend on other pages."""
        links = _links_in(doctree)
        self.page(docname).links = {node["reftarget"]: None for node in links}

    def note_summary(self, docname: str, summary: Iterable[nodes.Element]) -> None:
        """Remember the links of a summary: only lists show it, and not all of it."""
        self.page(docname).summary_links = {
            node["reftarget"]: f"{node.source}:{node.line}"
            for part in summary
            for node in _links_in(part)
        }

    def note_references(self, docname: str, doctree: nodes.document) -> None:
        """Remember the documents that a page names, whose titles it may show."""
        self.page(docname).refers_to = references_of(docname, doctree)

    def pages_that_refer_to(self, docnames: set[str]) -> set[str]:
        """Return the pages that name one of *docnames*, or the label of its post."""
        names = docnames | {
            f"label {name.removesuffix('/index').rpartition('/')[2].lower()}"
            for name in docnames
        }
        return {name for name, data in self.pages.items() if data.refers_to & names}

    def pages_with_moved_links(self) -> set[str]:
        """Return the documents with a link that leads elsewhere than at the last build.

        What the links lead to now is remembered.
        """
        # An application may build more than once: pages come and go between.
        vars(self).pop("resolver", None)
        self._reported = set()
        moved: set[str] = set()
        for docname, data in self.pages.items():
            for url, before in data.links.items():
                found = self.resolver.find(url, docname, explain=False)
                if before is not None and found != before:
                    moved.add(docname)
                elif before is None and found.is_dead and url in data.summary_links:
                    found = self.resolver.find(url, docname)
                    fault = fault_of(url, found, self.resolver)
                    warn(ProblemKind.LINK, fault, data.summary_links[url])
                data.links[url] = found
        return moved


def count_dead_links(app: Sphinx, exception: Exception | None) -> None:
    """Log at the end of the build how many links are dead, if any are."""
    if exception is None and (dead := hugo_domain(app.env).end_reports()):
        links = "1 dead link" if sum(dead) == 1 else f"{sum(dead)} dead links"
        pages = "1 page" if len(dead) == 1 else f"{len(dead)} pages"
        _logger.info("sphinx_updates: %s on %s", links, pages)


def _links_in(root: nodes.Element) -> Iterator[addnodes.pending_xref]:
    return (
        node
        for node in root.findall(addnodes.pending_xref)
        if node["refdomain"] == NAME
    )


def hugo_domain(env: BuildEnvironment) -> HugoDomain:
    """Return the domain of *env*."""
    return cast("HugoDomain", env.domains[NAME])
