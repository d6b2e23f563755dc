"""Document nodes of our own, for what docutils has no node for.

Each one comes out in every builder: as itself in HTML, as something plain elsewhere.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    Visitor = Callable[[Any, Any], None]
    Pair = tuple[Visitor, Visitor | None]


class Details(nodes.General, nodes.Element):
    """A :class:`Summary` and block content that a reader may open."""


class Summary(nodes.General, nodes.TextElement):
    """The line of :class:`Details` that is always shown."""


class Embed(nodes.General, nodes.Element):
    """Something from another site in a frame; its children are what prints instead.

    ``src``, ``title``, ``loading`` and ``allowfullscreen`` are the frame's. It is as
    wide as the text and 16:9, unless ``width`` and ``height`` (CSS lengths) say more.
    ``attributes`` are further ones of the frame; those without a value are left out,
    but for ``sandbox``.
    """


class Media(nodes.General, nodes.Element):
    """A video or sound with the browser's player; its children print elsewhere.

    ``kind`` is ``video`` or ``audio``, ``uri`` the address of the file: for a file of
    ours it is set when pages are written. ``options`` are attributes of the player;
    the value ``True`` is an attribute without one. ``poster_uri`` is the address of the
    picture that is shown first.
    """


class FigureCaption(nodes.caption):
    """The caption of a figure: a :class:`FigureTitle`, a :class:`FigureText`, or both.

    A subclass of ``caption``, so that whoever looks for captions finds it.
    """


class FigureTitle(nodes.Inline, nodes.TextElement):
    """The title inside a figure's caption."""


class FigureText(nodes.Inline, nodes.TextElement):
    """The text inside a figure's caption."""


class TitledImage(nodes.image):
    """An image with a ``title``, which docutils' writers leave out."""


class MissingImage(nodes.General, nodes.Inline, nodes.Element):
    """An image whose file is not there; ``uri`` is what the author wrote."""


class HorizontalRule(nodes.General, nodes.Element):
    """A thematic break that may stand anywhere, also first, last or twice.

    docutils forbids those places to ``transition``; Markdown does not.
    """


class TightParagraph(nodes.paragraph):
    """Text that is a paragraph to docutils, and none in HTML.

    Items of a tight list, and Markdown of a single line that a shortcode has read.
    """


class CitedQuote(nodes.block_quote):
    """A quote; ``cite`` is the address of its source, for machines."""


class ExcerptEnd(nodes.Invisible, nodes.Inline, nodes.Element):
    """Where the author ended the excerpt; gone once the excerpt is taken."""


class PostHeader(nodes.General, nodes.Element):
    """What readers see of a post's record above its text; see ``headers``."""


class PostFooter(nodes.General, nodes.Element):
    """What readers see of a post's record below its text; see ``headers``."""


def ignore(_visitor: object, _node: object) -> None:
    """Print nothing for the node itself; its children are printed."""


def _skip(_visitor: object, _node: object) -> None:
    raise nodes.SkipNode


def _is_site(visitor: Any) -> bool:
    """Say whether pages for browsers are written; a book has no network."""
    builder = visitor.builder
    return getattr(builder, "format", "") == "html" and "epub" not in builder.name


def _visit_details_html(self: Any, node: Details) -> None:
    attributes = {
        name: node[f"html_{name}"]
        for name in ("name", "title", "style")
        if f"html_{name}" in node
    }
    if node["open"]:
        attributes["open"] = "open"
    self.body.append(self.starttag(node, "details", **attributes))


def _depart_details_html(self: Any, _node: Details) -> None:
    self.body.append("</details>\n")


def _visit_summary_html(self: Any, _node: Summary) -> None:
    self.body.append("<summary>")


def _depart_summary_html(self: Any, _node: Summary) -> None:
    self.body.append("</summary>\n")


def _visit_embed_html(self: Any, node: Embed) -> None:
    if not _is_site(self):
        return  # a book has no network: its readers get the link
    size = "".join(
        f"{side}: {node[side]};" for side in ("width", "height") if node.get(side)
    )
    box = {"style": f"aspect-ratio: auto; {size}"} if size else {}
    self.body.append(self.starttag(node, "div", CLASS="video-embed", **box))
    full = " allowfullscreen" if node["allowfullscreen"] else ""
    attributes: dict[str, str] = node.get("attributes", {})
    for name, value in attributes.items():
        if value or name == "sandbox":
            full += f' {name}="{escape(value)}"'
    self.body.append(
        f'<iframe src="{escape(node["src"])}" title="{escape(node["title"])}" '
        f'loading="{node["loading"]}" referrerpolicy="strict-origin-when-cross-origin" '
        'allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; '
        f'picture-in-picture; web-share"{full}></iframe></div>\n'
    )
    raise nodes.SkipNode


def _visit_media_html(self: Any, node: Media) -> None:
    def address(role: str) -> str:
        download = quote(node.get(f"{role}download", ""))
        return node[f"{role}uri"] or f"{self.builder.dlpath}/{download}"

    uri = address("")
    options = {k: k if v is True else v for k, v in node["options"].items() if v}
    if "poster_uri" in node:
        options["poster"] = address("poster_")
    source = {"src": uri} | ({"type": node["type"]} if node.get("type") else {})
    self.body.append(
        self.starttag(node, node["kind"], "", **options)
        + self.emptytag(nodes.Element(), "source", **source)
    )
    if _is_site(self):
        # Every browser plays it; the children are for those that cannot.
        raise nodes.SkipChildren


def _depart_media_html(self: Any, node: Media) -> None:
    self.body.append(f"</{node['kind']}>\n")


def _visit_caption_html(self: Any, _node: FigureCaption) -> None:
    self.body.append("<figcaption>\n")


def _visit_figure_title_html(self: Any, _node: FigureTitle) -> None:
    self.body.append('<p class="figure-title">')


def _visit_figure_text_html(self: Any, _node: FigureText) -> None:
    self.body.append('<p><span class="caption-text">')


def _depart_figure_text_html(self: Any, _node: FigureText) -> None:
    self.body.append("</span></p>\n")


def _depart_p_html(self: Any, _node: nodes.Node) -> None:
    self.body.append("</p>\n")


def _visit_titled_html(self: Any, node: TitledImage) -> None:
    start = len(self.body)
    self.visit_image(node)
    # The writer of images has no place for one more attribute.
    title = f'<img title="{escape(node["title"])}" '
    self.body[start:] = [part.replace("<img ", title, 1) for part in self.body[start:]]


def _visit_quote_html(self: Any, node: CitedQuote) -> None:
    cite = {"cite": node["cite"]} if "cite" in node else {}
    # The div is Sphinx's, which also closes it.
    self.body.append(self.starttag(node, "blockquote", **cite) + "<div>")


def _visit_missing_html(self: Any, node: MissingImage) -> None:
    options = {"src": node["uri"], "alt": node.get("alt", "")}
    if node.get("title"):
        options["title"] = node["title"]
    self.body.append(self.emptytag(node, "img", "", **options))
    raise nodes.SkipNode


def _visit_missing_latex(self: Any, node: MissingImage) -> None:
    self.body.append(self.encode(node.get("alt", "")))
    raise nodes.SkipNode


def _visit_missing_text(self: Any, node: MissingImage) -> None:
    self.add_text(node.get("alt", ""))
    raise nodes.SkipNode


def _visit_rule_html(self: Any, node: HorizontalRule) -> None:
    self.body.append(self.emptytag(node, "hr", CLASS="docutils"))
    raise nodes.SkipNode


def _as(name: str) -> Pair:
    """Visit a node as the writer visits docutils' node *name*."""

    def visit(self: Any, node: nodes.Node) -> None:
        getattr(self, f"visit_{name}")(node)

    def depart(self: Any, node: nodes.Node) -> None:
        getattr(self, f"depart_{name}")(node)

    return visit, depart


def _rule_latex(self: Any, _node: HorizontalRule) -> None:
    self.body.append("\n\\par\\noindent\\hrulefill\\par\n")
    raise nodes.SkipNode


def _rule_text(self: Any, node: HorizontalRule) -> None:
    self.visit_transition(node)


_PLAIN: Pair = (ignore, ignore)
_PARAGRAPH: Pair = _as("paragraph")
_FORMATS = ("latex", "text", "man", "texinfo")


def setup_nodes(app: Sphinx) -> None:
    """Register the nodes with their visitors, for every writer that Sphinx has."""

    def add(
        node: type[nodes.Element], html: Pair, other: Pair, **special: Pair
    ) -> None:
        pairs = dict.fromkeys(_FORMATS, other) | special
        app.add_node(node, html=html, **pairs)  # type: ignore[arg-type]

    add(Details, (_visit_details_html, _depart_details_html), _PLAIN)
    add(Summary, (_visit_summary_html, _depart_summary_html), _PARAGRAPH)
    add(Embed, (_visit_embed_html, ignore), _PLAIN)
    add(Media, (_visit_media_html, _depart_media_html), _PLAIN)
    # The writer closes a caption when it closes the figure, for a legend's sake.
    add(FigureCaption, (_visit_caption_html, ignore), _as("caption"))
    add(FigureTitle, (_visit_figure_title_html, _depart_p_html), _as("strong"))
    add(FigureText, (_visit_figure_text_html, _depart_figure_text_html), _PLAIN)
    add(TitledImage, (_visit_titled_html, _as("image")[1]), _as("image"))
    missing = {
        "latex": (_visit_missing_latex, None),
        "text": (_visit_missing_text, None),
    }
    add(MissingImage, (_visit_missing_html, None), (_skip, None), **missing)
    quote = _as("block_quote")
    add(CitedQuote, (_visit_quote_html, quote[1]), quote)
    rule = (_rule_text, ignore)
    others = {"latex": (_rule_latex, None), "text": rule, "man": rule, "texinfo": rule}
    add(HorizontalRule, (_visit_rule_html, None), _PLAIN, **others)
    add(TightParagraph, _PLAIN, _PARAGRAPH)
    add(ExcerptEnd, (_skip, None), (_skip, None))
