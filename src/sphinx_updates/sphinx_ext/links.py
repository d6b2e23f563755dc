"""Links of mounted pages: kept as the author wrote them until every page is known."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.links import Parts, resolve_link, split_destination
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.project import mounted_page, project_of
from sphinx_updates.sphinx_ext.publish import publishes_in_place
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.content import Page

REFERENCE_TYPE = "link"
"""``reftype`` of our pending references, in the domain ``hugo``."""

_KEPT = ("target", "rel", "reftitle")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads: a document, a published file, or nowhere that we know."""

    docname: str = ""
    fragment: str = ""
    path: str = ""
    """URL path of a file from the root of the site, percent-encoded."""
    query: str = ""
    hint: str = field(default="", compare=False)
    """For a link that leads nowhere: what was tried, what is near."""
    has_anchor: bool = True
    """Whether the document has the fragment."""

    @property
    def is_known(self) -> bool:
        """Whether it leads somewhere."""
        return bool(self.docname or self.path)


def pending_link(
    url: str, docname: str, children: Sequence[nodes.Node] = ()
) -> addnodes.pending_xref:
    """Return a reference to be resolved, around *children*, seen from *docname*."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *without_links(children)),
        refdomain="hugo",
        reftype=REFERENCE_TYPE,
        reftarget=url,
        refexplicit=True,
        refdoc=docname,
        # A list of posts shows excerpts elsewhere: what the link was relative to stays.
        origin=docname,
    )


class LinkResolver:
    """Finds where the links of mounted pages lead, by what is known of all pages."""

    def __init__(
        self,
        env: BuildEnvironment,
        anchors: Callable[[str], Mapping[str, str]],
        generated: Callable[[], frozenset[str]],
    ) -> None:
        """Ask *anchors* for a document's ids by fragment, *generated* for pages."""
        self._env = env
        self._project = project_of(env)
        self._anchors = anchors
        self._documents = env.found_docs | generated()
        blog = env.config.blog_path
        self._feeds = {f"{blog}/{name}.xml" for name in env.config.blog_feed_templates}

    def find(self, url: str, origin: str, *, explain: bool = True) -> Destination:
        """Return where *url* leads, as written in the document *origin*.

        Without *explain* a link that leads nowhere has no hint.
        """
        page = mounted_page(self._env, origin)
        parts = split_destination(url)
        if page is None:
            return self._from_docs(origin, parts)
        found = self._in_posts(url, page, parts.path, explain=explain)
        if not found.is_known:
            if docname := self._in_docs(parts.path, page.file.parent):
                found = self._at(docname, parts.fragment)
            elif parts.path.strip("/") in self._feeds:
                found = Destination(path=parts.path.strip("/"))
        return replace(found, query=parts.query) if found.is_known else found

    def _from_docs(self, origin: str, parts: Parts) -> Destination:
        """Return where a link leads that a shortcode makes on a page of the docs."""
        if not parts.path:
            return self._at(origin, parts.fragment)
        folder = Path(self._env.doc2path(origin)).parent
        docname = self._in_docs(parts.path, folder)
        if docname is None and (page := self._project.index.by_url(parts.path)):
            docname = page.docname
        if docname is None:
            return Destination(hint="no document and no post has this path")
        return replace(self._at(docname, parts.fragment), query=parts.query)

    def _in_posts(
        self, url: str, page: Page, path: str, *, explain: bool
    ) -> Destination:
        target = resolve_link(url, page, self._project.index, explain=explain)
        match target.kind:
            case "page" if target.page is not None:
                # From the root the docs come first, unless the post is meant exactly.
                exact = path.strip("/") in (
                    target.page.url.strip("/"),
                    target.page.path,
                )
                if path.startswith("/") and not exact:
                    docname = self._in_docs(path, page.file.parent)
                    if docname is not None and docname not in self._project.pages:
                        return self._at(docname, target.fragment)
                return self._at(target.page.docname, target.fragment)
            case "fragment":
                return self._at(page.docname, target.fragment)
            case "file" if target.file is not None:
                return Destination(path=quote(target.file.url.lstrip("/")))
        return Destination(hint=target.hint)

    def _at(self, docname: str, fragment: str) -> Destination:
        fragment = unquote(fragment)
        if not fragment or docname not in self._env.found_docs:
            return Destination(docname=docname, fragment=fragment)
        anchor = self._anchors(docname).get(fragment)
        return Destination(
            docname=docname, fragment=anchor or fragment, has_anchor=anchor is not None
        )

    def _in_docs(self, path: str, folder: Path) -> str | None:
        """Return the document of the docs, or the generated page, that *path* means.

        :param folder: That of the file in which the link stands.
        """
        env, documents = self._env, self._documents
        if not path.startswith("/"):
            file = os.path.normpath(folder / unquote(path))
            docname = env.path2doc(file)
            if docname in env.found_docs and not Path(docname).is_absolute():
                return docname
        name = unquote(path).strip("/")
        name = re.sub(r"(^|/)index\.html?$", r"\1", name).strip("/")
        for candidate in (
            name,
            f"{name}/index".lstrip("/"),
            env.path2doc(name) or "",
            name.removesuffix(".html"),
        ):
            if candidate in documents:
                return candidate
        return None


def without_links(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *children* for a link of their own: a link cannot stand in a link."""
    box = nodes.inline("", "", *children)
    drop_inner_links(box)
    return list(box.children)


def drop_inner_links(root: nodes.Element) -> None:
    """Replace every link inside *root* by what it shows."""
    for link in list(root.findall(_is_link)):
        if link is not root and link.parent is not None:
            shown = link.children
            if isinstance(link, addnodes.pending_xref) and len(shown) == 1:
                shown = shown[0].children or shown
            link.parent.replace(link, list(shown))


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, nodes.reference | addnodes.pending_xref)


def broken_url(
    url: str, children: Sequence[nodes.Node], location: str
) -> nodes.Element:
    """Return *children* without the link to *url*, which is none, and say so."""
    warn(ProblemKind.LINK, f"link {url!r} is not a URL; correct it", location)
    return nodes.inline("", "", *children)


def make_reference(
    found: Destination, node: addnodes.pending_xref, here: str, builder: Builder
) -> nodes.Node:
    """Return what stands for the pending link *node* on the page *here*.

    A link that leads nowhere stays as it was written, and is a located warning.
    """
    content = [child.deepcopy() for child in node[0].children]
    url = node["reftarget"]
    if found.docname == here and found.fragment:
        # Builders of one file know where the page is; an address would lead past it.
        return nodes.reference("", "", *content, refid=found.fragment, internal=True)
    if found.path and publishes_in_place(builder):
        uri = relative_uri(builder.get_target_uri(here), found.path) + _query(found)
    elif found.docname:
        try:
            uri = builder.get_relative_uri(here, found.docname)
        except NoUri:
            return nodes.inline("", "", *content)
        uri += _query(found)
        if found.fragment:
            uri += "#" + found.fragment
    elif found.path:
        return nodes.inline("", "", *content)
    else:
        uri = url
    reference = nodes.reference("", "", *content, refuri=uri, internal=found.is_known)
    for name in _KEPT:
        if name in node:
            reference[name] = node[name]
    reference["classes"] = [*node["classes"]]
    return reference


def _query(found: Destination) -> str:
    return f"?{found.query}" if found.query else ""


def report(found: Destination, node: addnodes.pending_xref) -> None:
    """Warn about a link that leads nowhere, or to an anchor that is not there."""
    url = node["reftarget"]
    if not found.is_known:
        hint = f"; {found.hint}" if found.hint else ""
        message = f"link {url!r} leads to no page, file or document{hint}"
        warn(ProblemKind.LINK, message, node)
    elif not found.has_anchor:
        message = f"link {url!r}: {found.docname!r} has no anchor {found.fragment!r}"
        warn(ProblemKind.LINK, message, node)
