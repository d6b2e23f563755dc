"""The functions of Hugo that are not here, and why.

For the docs, and for a test that compares this list and what is declared with what real
Hugo knows.
"""

from __future__ import annotations

from typing import Final

_BUILDS: Final = "runs programs that build styles or scripts, which Sphinx does not"
_FILTERS: Final = "filters of pictures; a picture is resized, cropped and filled here"
_LATER: Final = "runs after all pages are written, when Sphinx has its own steps"

MISSING: Final[dict[str, str]] = {
    **dict.fromkeys(("css.Build", "css.Sass", "toCSS"), _BUILDS),
    **dict.fromkeys(("css.PostCSS", "postCSS", "css.TailwindCSS"), _BUILDS),
    **dict.fromkeys(("js.Babel", "babel", "js.Batch", "js.Build"), _BUILDS),
    **dict.fromkeys(("css.Quoted", "css.Unquoted"), _BUILDS),
    "css.ChromaStyles": "code has the colours that Sphinx gives it",
    "compare.LtCollate": "for programs inside Hugo; templates cannot call it",
    "debug.Timer": "measures Hugo's own speed",
    "diagrams.Goat": "drawings of letters come out of code blocks, not of templates",
    **dict.fromkeys(
        (
            "images.AutoOrient",
            "images.Brightness",
            "images.ColorBalance",
            "images.Colorize",
            "images.Contrast",
            "images.Dither",
            "images.Filter",
            "images.Gamma",
            "images.GaussianBlur",
            "images.Grayscale",
            "images.Hue",
            "images.Invert",
            "images.Mask",
            "images.Opacity",
            "images.Overlay",
            "images.Padding",
            "images.Pixelate",
            "images.Process",
            "images.Saturation",
            "images.Sepia",
            "images.Sigmoid",
            "images.Text",
            "images.UnsharpMask",
        ),
        _FILTERS,
    ),
    "openapi3.Unmarshal": "descriptions of interfaces are read by other extensions",
    "resources.GetRemote": "templates reach no network",
    "resources.Key": "names an entry of Hugo's own cache",
    "resources.Publish": "a file is published when its address is asked for",
    "templates.Defer": _LATER,
    "templates.DoDefer": _LATER,
    "templates.Inner": "belongs to partials that wrap others, which are not here",
    "transform.HTMLToMarkdown": "turns HTML into Markdown, which nothing here needs",
    "transform.HighlightCodeBlock": "code blocks are highlighted by Sphinx",
    "transform.PortableText": "reads the format of one content service",
    "transform.ToMath": "formulas are Sphinx's",
}
"""The name of each function in Hugo, with its namespace or as an alias, and why."""
