"""``imgproc``: a picture of the page bundle at another size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util.images import get_image_size

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.nodes import Notation
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.docsy.values import find_image
from sphinx_updates.sphinx_ext.directives.parts.figures import make_figure
from sphinx_updates.sphinx_ext.directives.parts.markup import one_line
from sphinx_updates.sphinx_ext.nodes import MissingImage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.docsy.values import BundleFile
    from sphinx_updates.sphinx_ext.directives.request import Request

_SIZE: Final = re.compile(r"(?<!\S)(\d{0,5})x(\d{0,5})(?!\S)")
_COMMANDS: Final = ("Fit", "Resize", "Fill", "Crop")
_CUTS: Final = {"Fill": "image-fill", "Crop": "image-crop"}
"""Classes of pictures of which only the middle is shown; our stylesheet does it."""


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a figure.

    Differs from Hugo: the picture itself stays as it is and is shown at the size that
    is asked for; the options of the encoder have nothing to change.
    """
    name = request.text("name")
    found = find_image(request, name)
    if found is None:
        request.warn(
            f"no picture of the page bundle has {name!r} in its name; put one there, "
            "or correct the name",
            ProblemKind.IMAGE,
        )
        image: nodes.Element = MissingImage("", uri=name)
    else:
        image = request.make_image(found.path)
        _set_size(image, request, found.path)
    image["alt"] = ""  # Docsy gives none; what there is to say is the caption
    image["classes"].append("no-scaled-link")
    inner = request.parse_inner()
    caption = one_line(inner)
    rest = [node for node in inner if not isinstance(node, nodes.paragraph)]
    if inner and (byline := _byline(request, found)):
        caption += [nodes.Text(" ")] if caption else []
        caption.append(nodes.inline("", "", *byline, classes=["byline"]))
    return [make_figure(image, caption), *rest]


def _byline(request: Request, found: BundleFile | None) -> list[nodes.Node]:
    """Return who made the picture, as the page's front matter says."""
    byline = found.params.get("byline") if found else None
    if not isinstance(byline, str) or not byline:
        return []
    if request.notation is Notation.MARKDOWN:
        return request.parse_inline(byline)
    return [nodes.Text(byline)]


def _set_size(image: nodes.Element, request: Request, path: str) -> None:
    """Give *image* the size that Hugo's command would give the file."""
    command = request.text("command")
    size = _SIZE.search(request.text("options"))
    if not command:
        return
    wanted = tuple(int(side or 0) for side in size.groups()) if size else (0, 0)
    if not any(wanted) or (command != "Resize" and not all(wanted)):
        request.warn(
            f"argument 'options' of {command} must have a size such as 400x300"
            f"{' or 400x' if command == 'Resize' else ''}, "
            f"got {request.text('options')!r}; the picture keeps its size"
        )
        return
    width, height = wanted
    if command in ("Fit", "Crop"):
        file = request.find_file(path)
        natural = get_image_size(str(file)) if file else None
        if natural is None:
            height = 0  # the browser knows the shape, we do not
        elif command == "Fit":
            width, height = _fit(natural, width, height)
        else:
            width, height = min(natural[0], width), min(natural[1], height)
    for side, value in (("width", width), ("height", height)):
        if value:
            image[side] = str(value)
    if command in _CUTS:
        image["classes"].append(_CUTS[command])


def _fit(natural: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    """Return the largest size of the same shape in a frame; never larger than it is."""
    if not all(natural):
        return width, 0
    scale = min(width / natural[0], height / natural[1], 1)
    return max(int(natural[0] * scale + 0.5), 1), max(int(natural[1] * scale + 0.5), 1)


IMGPROC = Definition(
    name="imgproc",
    summary="A picture of the page bundle, shown at another size.",
    primary="name",
    inner=Inner.NOTATION,
    build=_build,
    plain=("name",),
    parameters=(
        Parameter(
            "name",
            "Part of the name of a picture in the page bundle.",
            position=0,
            is_required=True,
        ),
        Parameter(
            "command",
            "How it is made to fit the size: all of it (`Fit`), as large as it says "
            "(`Resize`), filled (`Fill`) or cut out of the middle (`Crop`).",
            position=1,
            kind=Kind.CHOICE,
            choices=_COMMANDS,
        ),
        Parameter(
            "options",
            "The size in pixels, such as `400x300`, or `400x` with `Resize`; other "
            "options of Hugo change nothing.",
            position=2,
        ),
    ),
    example='{{% imgproc steps Fit "320x240" %}}\nThe *pipeline*.\n{{% /imgproc %}}',
)
