"""Small pieces that the tests of this folder build their sites from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
"""A picture of one pixel."""

MISSING = (
    "below the posts' folder or in the documentation; put the file into the page "
    "bundle, or correct the path [sphinx_updates.image]"
)
"""The end of the warning about an image that is not there."""


def post(body: str, title: str = "A", *lines: str) -> str:
    """Return a post with *lines* of front matter; without any, *body* is on line 6."""
    front = "".join(f"{line}\n" for line in lines)
    return f"---\ntitle: {title}\ndate: 2024-01-01\n{front}---\n\n{body}"


TEMPLATES: dict[str, str | bytes] = {
    "docs/_shortcodes/year.md": "2024",
    "docs/_shortcodes/note.md": "A *note*.\n",
    "docs/_shortcodes/about-us.html": '<b class="us">We *are*</b>\n',
    "docs/_shortcodes/both.md": "both **md**\n",
    "docs/_shortcodes/both.html": "<i>both html</i>\n",
    "docs/_shortcodes/list.md": "First:\n\n- one\n- two\n",
    "docs/_shortcodes/box/deep.md": "deep box",
    "docs/_shortcodes/action.html": "<p>\n{{ .Inner }}</p>\n",
    "docs/_shortcodes/README.txt": "no template",
}
"""Shortcode templates, and a file that is none."""


def build_post(make_site: MakeSite, body: str, **files: str | bytes) -> Build:
    """Build :data:`TEMPLATES` with more *files* and ``blog/a``, *body* from line 6."""
    site = make_site({**TEMPLATES, "posts/pic.png": PNG, "posts/a.md": post(body)})
    site.write(files)
    return site.build(updates_shortcodes=["_shortcodes"])


def article(built: Build, name: str = "a") -> HtmlElement:
    """Return the section of a post without title and byline."""
    section: HtmlElement = built.body(f"blog/{name}/index.html").xpath("./section")[0]
    for extra in section.xpath("./header | ./h1 | .//*[@class='headerlink']"):
        extra.drop_tree()
    return section


def html_of(built: Build, name: str) -> str:
    """Return the content of a post as HTML, without blanks between the tags."""
    inner = "".join(html.tostring(e, encoding="unicode") for e in article(built, name))
    return " ".join(inner.replace(">\n", ">").replace("\n<", "<").split())


def width_of(image: HtmlElement) -> str:
    """Return the width of an image; docutils before 0.22 puts it in a style."""
    styled = re.search(r"width: (\d+)px", image.get("style", ""))
    return str(image.get("width") or (styled[1] if styled else ""))


_CLASSES = re.compile(r'class="([^"]*)"')
_SIZE = re.compile(r' (src="[^"]*") style="width: (\d+)px; height: (\d+)px;"')


def steady(html: str) -> str:
    """Return *html* without what releases of docutils write in different ways.

    The order of classes, and the size of an image: a style before 0.22.
    """
    html = _CLASSES.sub(lambda m: f'class="{" ".join(sorted(m[1].split()))}"', html)
    return _SIZE.sub(r' height="\3" \1 width="\2"', html)
