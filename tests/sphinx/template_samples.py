"""Small Hugo sites with templates of their own, and what they make of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build, MakeSite, Site

CONFIG = """\
baseURL = "https://example.org/"
title = "Garden"
[markup.goldmark.renderer]
unsafe = true
"""
CONF = """\
project = "S"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_site = "../site"
"""


def site_with(make_site: MakeSite, files: dict[str, str]) -> Site:
    """Return a site of :data:`CONFIG` with *files*."""
    return make_site({"docs/conf.py": CONF, "site/hugo.toml": CONFIG, **files})


def page(body: str, **front: str) -> str:
    """Return a page with the text *body* and the front matter *front*."""
    lines = [f"{key}: {value}" for key, value in ({"title": "A"} | front).items()]
    return "\n".join(["---", *lines, "---", "", body])


def shortcode(name: str, text: str) -> dict[str, str]:
    """Return the file of a shortcode, whose name has its ending."""
    return {f"site/layouts/_shortcodes/{name}": text}


def body(built: Build, path: str = "posts/a/index.html") -> str:
    """Return what a built page shows below its title, as HTML."""
    text = built.text(path)
    start = text.index("</header>") + len("</header>")
    return text[start : text.index("</section>", start)].strip()
