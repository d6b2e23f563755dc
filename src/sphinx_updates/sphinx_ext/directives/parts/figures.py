"""Figures: an image and what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.nodes import FigureCaption, FigureText, FigureTitle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request


def dress_image(image: nodes.Element, request: Request, alt: str) -> nodes.Element:
    """Give *image* its text and the arguments ``width``, ``height`` and ``loading``."""
    # Without any of them Hugo prints no alt; docutils would print the file name.
    image["alt"] = alt
    image["classes"].append("no-scaled-link")
    for side in ("width", "height"):
        if value := request.text(side).strip():
            image[side] = value.replace(" ", "")
    if request.text("loading") in ("lazy", "eager"):
        image["loading"] = request.text("loading")
    return image


def link_image(image: nodes.Element, request: Request, url: str) -> nodes.Element:
    """Return *image* in a link to *url*, with the arguments ``target`` and ``rel``."""
    if not url or not isinstance(image, nodes.image):
        return image
    reference = request.make_link(url, [image])
    for name in ("target", "rel"):
        if request.text(name):
            reference[name] = request.text(name)
    reference["classes"].append("image-reference")
    return reference


def make_figure(
    image: nodes.Element,
    text: Sequence[nodes.Node] = (),
    *,
    title: Sequence[nodes.Node] = (),
    classes: str = "",
) -> nodes.figure:
    """Return a figure of *image* with *title* and *text*, both inline, below it."""
    figure = nodes.figure("", image)
    figure["classes"].extend(classes.split())
    parts: list[nodes.Node] = []
    if title:
        parts.append(FigureTitle("", "", *title))
    if text:
        parts.append(FigureText("", "", *text))
    if len(parts) > 1:
        parts.insert(1, nodes.Text(" "))  # writers without lines run them together
    if parts:
        figure += FigureCaption("", "", *parts)
    return figure


def plain_text(inlines: Sequence[nodes.Node]) -> str:
    """Return the text of inline nodes, without markup."""
    return "".join(
        text.astext()
        for node in inlines
        for text in node.findall(nodes.Text)
        if not isinstance(text.parent, nodes.raw)
    )
