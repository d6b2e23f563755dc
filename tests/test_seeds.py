"""Two real posts, unchanged, in a project with what they refer to."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Build, MakeSite

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the two real posts are not beside the project"
)


def png(width: int, height: int) -> bytes:
    """Return a grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\x80" * width) * height)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def front_matter(text: str, key: str) -> str:
    """Return a value of the front matter as it is written, without quotes."""
    found = re.search(rf"^{key}: (.*)$", text, re.MULTILINE)
    assert found
    return found[1].strip('"')


@pytest.fixture
def posts() -> dict[str, str]:
    """The posts by the address they get here, as they are."""
    names = ("new-partners", "progress")
    files = sorted(SEEDS.glob("*.txt"))
    texts = [file.read_bytes().decode() for file in files]
    return dict(zip(names, texts, strict=True))


@pytest.fixture
def built(posts: dict[str, str], make_site: MakeSite) -> Build:
    """The site that was made of the posts."""
    surroundings: dict[str, str | bytes] = {
        "docs/conf.py": (
            'extensions = ["sphinx_updates"]\n'
            'html_theme = "basic"\n'
            'html_baseurl = "https://example.org/"\n'
            'exclude_patterns = ["_shortcodes"]\n'
            'updates_posts = {"blog": "../posts"}\n'
            'updates_shortcodes = ["_shortcodes"]\n'
            "nitpicky = True\n"
        ),
        "docs/index.md": "# Home\n\n```{toctree}\norganization/funding\n```\n",
        "docs/organization/funding.md": "# Funding\n\nWho pays.\n",
        "docs/_shortcodes/about-us.md": "We are **the team**.\n",
        "posts/new-partners/support-button.png": png(1000, 400),
    }
    files = {f"posts/{name}/index.md": text for name, text in posts.items()}
    return make_site(surroundings | files).build()


def test_only_the_broken_encoding_is_reported(
    built: Build, posts: dict[str, str]
) -> None:
    lines = built.warnings.splitlines()
    assert len(lines) == len(posts)
    for name, line in zip(sorted(posts), sorted(lines), strict=True):
        assert re.match(rf"<site>/posts/{name}/index\.md:\d+: WARNING: ", line)
        assert line.endswith(" [sphinx_updates.encoding]")


def test_each_post_has_its_title_date_and_author(
    built: Build, posts: dict[str, str]
) -> None:
    for name, text in posts.items():
        body = built.body(f"blog/{name}/index.html")
        (title,) = body.xpath(".//h1/text()")
        assert title == front_matter(text, "title")
        (time,) = body.xpath(".//header//time/@datetime")
        assert time.startswith(front_matter(text, "date"))
        (author,) = body.xpath(".//*[@class='updates-authors']//a/text()")
        assert author in front_matter(text, "authors")


def test_every_heading_is_there_below_the_title(
    built: Build, posts: dict[str, str]
) -> None:
    for name, text in posts.items():
        body = built.body(f"blog/{name}/index.html")
        count = len(re.findall(r"^#{2,} ", text, re.MULTILINE))
        assert count
        assert len(body.xpath(".//h2|.//h3|.//h4")) == count


def test_every_call_is_answered(built: Build, posts: dict[str, str]) -> None:
    assert any("{{" in text for text in posts.values())
    for name in built.files():
        if name.endswith((".html", ".xml")):
            assert "{{" not in built.text(name)
            assert "updates-notice" not in built.text(name)
    body = built.body("blog/new-partners/index.html")
    (image,) = body.xpath(".//figure//img")
    assert image.get("src") == "support-button.png"
    assert "500" in (image.get("width") or image.get("style"))
    assert body.xpath(".//figcaption")
    assert built.has("blog/new-partners/support-button.png")
    assert body.xpath(".//strong[text()='the team']")


def test_a_link_to_the_docs_leads_there(built: Build) -> None:
    links = built.body("blog/progress/index.html").xpath(".//a/@href")
    assert "../../organization/funding.html" in links


def test_the_list_and_the_feed_have_both(built: Build, posts: dict[str, str]) -> None:
    titles = [front_matter(text, "title") for text in posts.values()]
    page = built.body("blog/index.html")
    assert page.xpath(".//*[@class='updates-card-title']/a/text()") == titles
    for title in titles:
        assert f"<title>{title}</title>" in built.text("blog/atom.xml")
