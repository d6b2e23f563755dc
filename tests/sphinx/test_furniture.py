"""Shortcodes of the kind that sites keep for themselves, compared with real Hugo."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from conftest import Site
from lxml import html

if TYPE_CHECKING:
    from conftest import Build

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES: dict[str, str] = json.loads((GOLDEN / "furniture.json").read_text("utf-8"))[
    "pages"
]
AS_TEXT = ("/include/", "/version/", "/parts/common/")
"""Pages whose Markdown Sphinx lays out itself: their text is compared."""
CONF = """\
project = "S"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_site = "../site"
"""
_RESIZED = re.compile(r"_hu_?[0-9a-f_x]+(?:_[a-z0-9]+)*(?=\.)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    root = tmp_path_factory.mktemp("furniture").resolve()
    shutil.copytree(GOLDEN / "sites" / "furniture", root / "site")
    site = Site(root)
    site.write({"docs/conf.py": CONF})
    return site.build()


def shape(element: html.HtmlElement, url: str) -> list[object]:
    """Return an element as nested lists, with whole addresses and single blanks."""
    attributes = {
        name: address(value, url)
        if name in ("href", "src")
        else " ".join(value.split())
        for name, value in sorted(element.attrib.items())
    }
    parts: list[object] = [element.tag, attributes]
    parts += words(element.text)
    for child in element:
        parts.append(shape(child, url))
        parts += words(child.tail)
    return parts


def address(written: str, url: str) -> str:
    whole = urljoin(f"https://x.org{url}", written).replace("index.html", "")
    path = _RESIZED.sub("_hu", whole.removeprefix("https://x.org"))
    return path.removeprefix(url) if path.startswith(f"{url}#") else path


def words(text: str | None) -> list[str]:
    found = " ".join((text or "").split())
    return [found] if found else []


def article(built: Build, url: str) -> html.HtmlElement:
    section = built.body(f"{url.strip('/')}/index.html").xpath("./section")[0]
    for extra in section.xpath("./h1 | .//header | .//a[@class='headerlink']"):
        extra.drop_tree()
    return section


@pytest.mark.parametrize("url", [url for url in PAGES if url not in AS_TEXT])
def test_the_html_is_hugos(built: Build, url: str) -> None:
    expected = html.fragment_fromstring(PAGES[url], create_parent="section")
    found = article(built, url)
    found.attrib.clear()
    assert shape(found, url) == shape(expected, url)


@pytest.mark.parametrize("url", AS_TEXT)
def test_the_text_is_hugos(built: Build, url: str) -> None:
    expected = html.fragment_fromstring(PAGES[url], create_parent="section")
    assert article(built, url).text_content().split() == expected.text_content().split()


def test_nothing_is_wrong_and_pictures_are_published(built: Build) -> None:
    assert built.warnings == ""
    made = [name for name in built.files() if "_hu" in name]
    assert [Path(name).parent.as_posix() for name in made] == ["gallery"]


def test_a_second_build_is_the_same_as_a_cold_one(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    shutil.copytree(GOLDEN / "sites" / "furniture", root / "site")
    site = Site(root)
    site.write({"docs/conf.py": CONF})
    site.build()
    site.write(
        {
            "site/data/versions.yaml": "spade:\n  stable: 9.9\n  next: 10\n",
            "site/content/parts/common.md": "---\ntitle: Common\n---\nNew text.\n",
            "site/content/jobs/new.md": "---\ntitle: New job\ndate: 2021-01-01\n---\n",
        }
    )
    second = site.build()
    warm = {name: (second.outdir / name).read_bytes() for name in second.files()}
    shutil.rmtree(root / "out")
    shutil.rmtree(root / "doctrees")
    cold = site.build()
    # The index of the search lists pages in the order in which they were read.
    different = {
        name
        for name in (cold.files() | warm.keys()) - {"searchindex.js"}
        if not cold.has(name) or warm.get(name) != (cold.outdir / name).read_bytes()
    }
    assert different == set()
    assert "9.9" in cold.text("version/index.html")
    assert "New text." in cold.text("include/index.html")
    assert "New job" in cold.text("list/index.html")
