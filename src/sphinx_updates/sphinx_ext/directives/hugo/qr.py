"""``qr``: a QR code as an image."""

from __future__ import annotations

import hashlib
import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import segno
from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.figures import dress_image
from sphinx_updates.sphinx_ext.images import image_uri
from sphinx_updates.sphinx_ext.nodes import TitledImage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.sphinx_ext.directives.request import Request

_LEVELS = {"low": "l", "medium": "m", "quartile": "q", "high": "h"}
_DEFAULT_SCALE = 4
_MAX_SCALE = 50
"""Pixels; the largest code is 9,000 pixels wide then."""


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build an image of the code; ``targetDir`` is Hugo's business alone."""
    text = request.text("text") or request.inner_text().strip()
    if not text:
        request.warn("it needs a text, as the argument 'text' or between its tags")
        return []
    scale = _scale(request)
    try:
        code = segno.make_qr(
            text,
            error=_LEVELS[request.text("level") or "medium"],
            encoding=None if text.isascii() else "utf-8",
            boost_error=False,
        )
    except (segno.DataOverflowError, ValueError):
        request.warn(f"{len(text)} characters are too many for a QR code")
        return []
    picture = BytesIO()
    code.save(picture, kind="png", scale=scale)
    file = _store(picture.getvalue(), request.env)
    folder = Path(request.env.doc2path(request.env.docname)).parent
    uri = image_uri(file, folder)
    title = request.text("title")
    image = TitledImage("", uri=uri, title=title) if title else nodes.image("", uri=uri)
    dress_image(image, request, request.text("alt"))
    image["width"] = image["height"] = str(code.symbol_size(scale)[0])
    image["classes"].extend(request.text("class").split())
    if identifier := request.text("id").strip():
        image["ids"].append(identifier)
    return [image]


def _scale(request: Request) -> int:
    """Return how many pixels a module of the code is wide."""
    value = request.values.get("scale", _DEFAULT_SCALE)
    # A directive's options are text.
    number = int(value) if str(value).isdecimal() and len(str(value)) < 10 else 0
    if number < 2:
        request.warn(f"'scale' must be a whole number from 2 on, got {value!r}")
        return _DEFAULT_SCALE
    return min(number, _MAX_SCALE)


def _store(picture: bytes, env: BuildEnvironment) -> Path:
    """Return a file with *picture*, which Sphinx copies to where images are.

    Its name comes from its content, so every process may write it.
    """
    folder = Path(env.doctreedir) / "updates-qr"
    file = folder / f"qr_{hashlib.sha256(picture).hexdigest()[:16]}.png"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(picture)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    return file


QR = Definition(
    name="qr",
    summary="A QR code of a text, made when the site is built.",
    primary="text",
    inner=Inner.TEXT,
    build=_build,
    plain=("text",),
    example='{{< qr text="https://example.org/" alt="example.org" scale=3 />}}',
    parameters=(
        Parameter("text", "The text; without it, what stands between the tags."),
        Parameter(
            "level",
            "How much of the code may be damaged.",
            "medium",
            kind=Kind.CHOICE,
            choices=tuple(_LEVELS),
        ),
        Parameter(
            "scale",
            f"Pixels of each of its dots: a whole number from 2 to {_MAX_SCALE}.",
            str(_DEFAULT_SCALE),
        ),
        Parameter("alt", "Alternative text."),
        Parameter("title", "Tooltip."),
        Parameter("class", "CSS classes."),
        Parameter("id", "The id of the image."),
        Parameter("loading", "`lazy` or `eager`."),
        Parameter("targetDir", "Has no effect: Sphinx decides where images are."),
    ),
)
