"""The pictures of a blog that the README and the docs show, made anew.

Builds the sample blog in pydata's theme, opens it in Chromium and puts what it looks
like side by side. Run by ``nox -s screenshots``; look at what it made.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from browsing import launch
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright
from processes import run_sphinx
from sample_blog import write_blog
from serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCS: Final = Path(__file__).parents[1] / "docs"
GROUND: Final = "#e9edf2"
EDGE: Final = "#b4bec9"
WINDOW: Final = (1240, 880)
PHONE: Final = (390, 740)
TILE: Final = (960, 890)


@dataclass(frozen=True, slots=True)
class Shot:
    """A page in a window, and where it stands in a picture."""

    path: str
    place: tuple[int, int]
    """Of its upper left corner, in pixels."""
    width: int
    """In the picture, in pixels."""
    window: tuple[int, int] = WINDOW
    """Width and height, in pixels of CSS."""
    scheme: str = "light"


OVERVIEW: Final = (
    Shot("blog/", (40, 40), 900),
    Shot("blog/note-55/", (740, 330), 820, scheme="dark"),
    Shot("blog/note-58/", (60, 480), 250, PHONE),
    Shot("blog/", (330, 480), 250, PHONE, "dark"),
)
PAGES: Final = tuple(
    Shot(path, (20 + 526 * (number % 3), 20 + 490 * (number // 3)), 506, TILE)
    for number, path in enumerate(
        (
            "blog/",
            "blog/note-55/",
            "authors/ada-marsh/",
            "tags/release/",
            "table/",
            "blog/archive/",
        )
    )
)


def build(root: Path) -> Path:
    """Build the sample blog below *root* and return the folder of its pages."""
    # The theme has a bar at the side of a page without pages below it: an empty one.
    docs = write_blog(root, more='html_sidebars = {"**": []}')
    # A landing page with a text of its own stands in menus.
    landing = root / "website" / "content" / "blog" / "_index.md"
    landing.write_text("---\ntitle: Blog\n---\n\nWhat we found out.\n", "utf-8")
    index = docs / "index.md"
    text = index.read_text("utf-8").replace("empty\n", "blog/index\n")
    index.write_text(text, "utf-8")
    (docs / "empty.md").unlink()
    out = root / "out"
    run_sphinx(root, "-q", "-b", "dirhtml", str(docs), str(out)).check_returncode()
    return out


def photograph(browser: Browser, site: str, shot: Shot) -> Image.Image:
    """Return what a window shows, in the width that it has in the picture."""
    context = browser.new_context(
        viewport={"width": shot.window[0], "height": shot.window[1]},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        device_scale_factor=2,
    )
    page = context.new_page()
    page.goto(site + shot.path, wait_until="networkidle")
    image = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    size = (shot.width, round(image.height * shot.width / image.width))
    return image.resize(size, Image.Resampling.LANCZOS)


def compose(
    browser: Browser, site: str, shots: tuple[Shot, ...], size: tuple[int, int]
) -> Image.Image:
    """Return the windows of *shots* on one ground, later ones above earlier ones."""
    picture = Image.new("RGB", size, GROUND)
    draw = ImageDraw.Draw(picture)
    for shot in shots:
        image = photograph(browser, site, shot)
        mask = Image.new("L", image.size, 0)
        box = (0, 0, image.width - 1, image.height - 1)
        ImageDraw.Draw(mask).rounded_rectangle(box, 12, fill=255)
        picture.paste(image, shot.place, mask)
        left, top = shot.place
        edge = (left - 1, top - 1, left + image.width, top + image.height)
        draw.rounded_rectangle(edge, 13, outline=EDGE, width=2)
    return picture


def main() -> None:
    """Write both pictures."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(build(Path(folder))) as site,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        overview = compose(browser, site, OVERVIEW, (1600, 1010))
        overview.save(DOCS / "_static" / "screenshot.png", optimize=True)
        pages = compose(browser, site, PAGES, (1600, 1000))
        pages.save(DOCS / "_pictures" / "blog-pages.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
