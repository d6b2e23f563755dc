"""Raw HTML of posts: kept as it is written, but for the addresses of this site.

An address is a node inside :class:`RawHtml`: a pending link, an image or a
:class:`FileAddress`. Sphinx finds, publishes and resolves it as any other; on writing
it is put where the author's address stood. Every other byte stays.
"""

from __future__ import annotations

import posixpath
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes

from sphinx_updates.hugo.html_tokens import addresses
from sphinx_updates.hugo.links import is_external, split_destination
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.images import make_image
from sphinx_updates.sphinx_ext.links import pending_link
from sphinx_updates.sphinx_ext.media import FileAddress, attach_file
from sphinx_updates.sphinx_ext.own_addresses import own_path
from sphinx_updates.sphinx_ext.resources import find_resource
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.html_tokens import Address
    from sphinx_updates.hugo.site.page import Page


class RawHtml(nodes.raw):
    """HTML as the author wrote it: texts, and a node for each address of this site.

    ``written`` has the addresses as they stand in the text, in order.
    """

    @property
    def places(self) -> Iterator[tuple[nodes.Node, str]]:
        """The nodes of the addresses, each with what the author wrote."""
        found = (c for c in self.children if not isinstance(c, nodes.Text))
        return zip(found, self["written"], strict=False)


class RawHtmlReader:
    """Makes the nodes for the raw HTML of a file."""

    def __init__(self, env: BuildEnvironment, page: Page | None, file: str) -> None:
        """Read for *page*, or without one for a page of the docs, in *file*."""
        self._env = env
        self._page = page
        self._file = file

    def read(self, html: str, line_at: Callable[[int], int]) -> RawHtml:
        """Return *html* as a node; *line_at* gives the line of an offset, 1-based."""
        children: list[nodes.Node] = []
        written: list[str] = []
        position = 0
        for address in addresses(html, self._is_own):
            line = line_at(address.start)
            made = self._make(address, line)
            if made is None:
                continue
            made.source, made.line = self._file, line
            if address.use != "link":
                made["suffix"] = address.url[len(split_destination(address.url).path) :]
            mark = "" if address.is_quoted else '"'
            children.append(nodes.Text(html[position : address.start] + mark))
            children.append(made)
            written.append(html[address.start : address.end])
            position = address.end
            if mark:
                children.append(nodes.Text(mark))
        children.append(nodes.Text(html[position:]))
        raw = RawHtml("", "", *children, format="html", written=written)
        raw.source, raw.line = self._file, line_at(0)
        return raw

    def _make(self, address: Address, line: int) -> nodes.Element | None:
        """Return the node of an address; None, and a warning, if there is nothing."""
        location = f"{self._file}:{line}"
        match address.use:
            case "link":
                return self._link(address.url)
            case "image":
                return self._image(address.url, location)
            case "frame":
                return self._file_node(address.url) or self._link(address.url)
        found = self._file_node(address.url)
        if found is None and self._page is not None:
            message = (
                f"file {address.url!r} not found; put it into the page bundle, "
                "or correct the path"
            )
            warn(ProblemKind.IMAGE, message, location)
        return found

    def _is_own(self, url: str) -> bool:
        return self._page is not None and own_path(url, self._env) is not None

    def _link(self, url: str) -> nodes.Element | None:
        return pending_link(url, self._env.docname) if self._page is not None else None

    def _image(self, url: str, location: str) -> nodes.Element | None:
        if self._page is None and find_resource(url, None, self._env) is None:
            return None
        made = make_image(url, page=self._page, env=self._env, location=location)
        # What stays an address of the web stays as it is written.
        is_file = isinstance(made, nodes.image) and not is_external(made["uri"])
        return made if is_file else None

    def _file_node(self, url: str) -> FileAddress | None:
        file = find_resource(url, self._page, self._env)
        if file is None:
            return None
        node = FileAddress()
        attach_file(node, file, self._env)
        return node


def address_of(node: nodes.Node, builder: Builder) -> str | None:
    """Return where the node of an address leads; None if it leads nowhere."""
    match node:
        case nodes.reference():
            # A link to its own page has neither an address nor an id.
            return str(node.get("refuri") or f"#{node.get('refid', '')}")
        case nodes.image():
            uri = str(node["uri"])
            if uri in builder.images:
                folder = getattr(builder, "imgpath", "")
                uri = posixpath.join(folder, quote(builder.images[uri]))
            return uri + str(node.get("suffix", ""))
        case FileAddress():
            folder = getattr(builder, "dlpath", "")
            uri = node["uri"] or f"{folder}/{quote(node['download'])}"
            return uri + str(node["suffix"])
    return None


def _visit_html(self: Any, node: RawHtml) -> None:
    written = iter(node["written"])
    for child in node.children:
        if isinstance(child, nodes.Text):
            self.body.append(str(child))
            continue
        own = next(written, "")
        address = address_of(child, self.builder)
        self.body.append(own if address is None else escape(address))
    raise nodes.SkipNode


def _skip(_self: object, _node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup_raw_html(app: Sphinx) -> None:
    """Register the node; what is left of it for other writers is nothing."""
    skip: Any = (_skip, None)
    app.add_node(
        RawHtml,
        html=(_visit_html, None),
        latex=skip,
        text=skip,
        man=skip,
        texinfo=skip,
    )
