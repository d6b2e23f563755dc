"""Links of mounted pages: kept as the author wrote them until every page is known."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.links import resolve_link, split_destination
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
    hint: str = ""
    """For a link that leads nowhere: what was tried, what is near."""
    has_anchor: bool = True
    """Whether the document has the fragment."""


def pending_link(
    url: str, docname: str, children: Sequence[nodes.Node] = ()
) -> addnodes.pending_xref:
    """Return a reference to be resolved, around *children*, seen from *docname*."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *children),
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
        self._generated = generated

    def find(self, url: str, origin: str) -> Destination:
        """Return where *url* leads, as written in the document *origin*."""
        page = mounted_page(self._env, origin)
        if page is None:
            return Destination(hint="the page it stands on is gone")
        target = resolve_link(url, page, self._project.index)
        match target.kind:
            case "page" if target.page is not None:
                return self._at(target.page.docname, target.fragment)
            case "fragment":
                return self._at(origin, target.fragment)
            case "file" if target.file is not None:
                return Destination(path=quote(target.file.url.lstrip("/")))
        parts = split_destination(url)
        docname = self._in_docs(parts.path, page)
        if docname:
            return self._at(docname, parts.fragment)
        return Destination(hint=target.hint)

    def _at(self, docname: str, fragment: str) -> Destination:
        fragment = unquote(fragment)
        if not fragment or docname not in self._env.found_docs:
            return Destination(docname=docname, fragment=fragment)
        anchor = self._anchors(docname).get(fragment)
        return Destination(
            docname=docname, fragment=anchor or fragment, has_anchor=anchor is not None
        )

    def _in_docs(self, path: str, page: Page) -> str | None:
        """Return the document of the docs, or the generated page, that *path* means."""
        env = self._env
        documents = env.found_docs | self._generated()
        if not path.startswith("/"):
            file = os.path.normpath(page.file.parent / unquote(path))
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
    if found.path and publishes_in_place(builder):
        uri = relative_uri(builder.get_target_uri(here), found.path)
    elif found.docname:
        try:
            uri = builder.get_relative_uri(here, found.docname)
        except NoUri:
            return nodes.inline("", "", *content)
        if found.fragment:
            uri += "#" + found.fragment
    elif found.path:
        return nodes.inline("", "", *content)
    else:
        uri = url
    reference = nodes.reference("", "", *content, refuri=uri, internal=not found.hint)
    for name in _KEPT:
        if name in node:
            reference[name] = node[name]
    reference["classes"] = [*node["classes"]]
    return reference


def report(found: Destination, node: addnodes.pending_xref) -> None:
    """Warn about a link that leads nowhere, or to an anchor that is not there."""
    url = node["reftarget"]
    if not (found.docname or found.path):
        hint = f"; {found.hint}" if found.hint else ""
        message = f"link {url!r} leads to no page, file or document{hint}"
        warn(ProblemKind.LINK, message, node)
    elif not found.has_anchor:
        message = f"link {url!r}: {found.docname!r} has no anchor {found.fragment!r}"
        warn(ProblemKind.LINK, message, node)
