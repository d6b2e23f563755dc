"""What machines learn of the pages of a site: heads, sitemap, 404 page."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest
from blog_samples import BASE, FILES
from lxml import etree
from processes import different, run_sphinx, tree

from sphinx_updates.blog.sitemap import NAMESPACE

if TYPE_CHECKING:
    from conftest import Build, MakeSite

ROOT: Final = "https://example.org/docs/"
SITE: Final[dict[str, str | bytes]] = FILES | {
    "docs/guide.md": "---\norphan: true\n---\n\n# Guide\n\nText.\n",
    "posts/cross.md": (
        "---\ntitle: Cross\ndate: 2024-02-01\ndescription: Said <b>so</b> & so.\n"
        "canonical_url: https://first.example/cross\n---\n\nText.\n"
    ),
    "posts/hidden.md": (
        "---\ntitle: Hidden\ndate: 2024-02-02\nrobots: NoIndex, nofollow\n---\n"
    ),
    "posts/off.md": (
        "---\ntitle: Off\ndate: 2024-02-03\nsitemap: {disable: true}\n---\n\nText.\n"
    ),
    "posts/draft.md": "---\ntitle: Draft\ndate: 2024-02-04\ndraft: true\n---\n",
    "posts/old.md": (
        "---\ntitle: Old\ndate: 2024-02-05\naliases: [/older/]\n---\n\nText.\n"
    ),
}
MANY: Final = re.compile(r"article:(author|tag)|viewport")
"""Tags that may stand more than once; Sphinx itself repeats that of the viewport."""


def tags(built: Build, path: str) -> dict[str, str]:
    """Return the tags of a page by name; those that may stand once stand once."""
    found = [
        (m.get("name") or m.get("property"), m.get("content"))
        for m in built.page(path).xpath("//head/meta[@name or @property]")
    ]
    counts = Counter(name for name, _value in found)
    assert [n for n, c in counts.items() if c > 1 and not MANY.match(n)] == [], path
    return dict(found)


def canonical(built: Build, path: str) -> list[str]:
    return [str(h) for h in built.page(path).xpath("//link[@rel='canonical']/@href")]


def locations(built: Build) -> dict[str, str | None]:
    root = etree.fromstring((built.outdir / "sitemap.xml").read_bytes())
    return {
        url.findtext(f"{{{NAMESPACE}}}loc").removeprefix(ROOT): url.findtext(
            f"{{{NAMESPACE}}}lastmod"
        )
        for url in root
    }


def test_a_post_says_what_it_is(make_site: MakeSite) -> None:
    logo: dict[str, str | bytes] = {"docs/logo.svg": "<svg/>"}
    built = make_site(SITE | logo).build(html_logo="logo.svg", **BASE)
    found = tags(built, "blog/alpha/index.html")
    assert found["description"] == found["og:description"] == "In short."
    assert found["author"] == "Ann Bee, Cee Dee"
    assert found["og:title"] == "Alpha & more"
    assert found["og:type"] == "article"
    assert found["og:url"] == f"{ROOT}blog/alpha/"
    assert found["og:site_name"] == "Site"
    assert found["og:image"] == f"{ROOT}blog/alpha/picture.png"
    assert found["og:image:alt"] == "A picture"
    assert found["twitter:card"] == "summary_large_image"
    assert found["article:published_time"] == "2024-03-05T23:30:00-08:00"
    assert found["article:modified_time"] == "2024-05-06T00:00:00+00:00"
    assert found["article:section"] == "News"
    assert "robots" not in found
    assert canonical(built, "blog/alpha/index.html") == [f"{ROOT}blog/alpha/"]
    (script,) = built.page("blog/alpha/index.html").xpath(
        "//script[@type='application/ld+json']"
    )
    data = json.loads(script.text)
    assert data["@type"] == "BlogPosting"
    assert data["author"][0]["name"] == "Ann Bee"
    assert data["author"][0]["url"].startswith(f"{ROOT}blog/author")
    assert data["image"] == found["og:image"]
    assert data["publisher"]["name"] == "Site"
    assert data["publisher"]["logo"]["url"] == f"{ROOT}_static/logo.svg"
    assert built.has("_static/logo.svg")


def test_a_post_that_was_published_elsewhere_says_where(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)
    assert canonical(built, "blog/cross/index.html") == ["https://first.example/cross"]
    found = tags(built, "blog/cross/index.html")
    assert found["description"] == "Said <b>so</b> & so."


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_page_has_each_tag_once(builder: str, make_site: MakeSite) -> None:
    built = make_site(SITE).build(builder, **BASE)
    for path in built.files():
        if path.endswith(".html") and path != "older/index.html":
            tags(built, path)
            assert len(canonical(built, path)) == (path != "404.html"), path


def test_lists_are_described(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)
    found = tags(built, "blog/index.html")
    assert found["description"] == "Blog – Site"
    assert found["og:type"] == "website"
    assert canonical(built, "blog/index.html") == [f"{ROOT}blog/"]
    assert locations(built)["blog/"] == "2024-05-06T00:00:00+00:00"


def test_a_landing_page_of_the_docs_is_a_list_too(make_site: MakeSite) -> None:
    own: dict[str, str | bytes] = {"docs/blog/index.md": "# News\n"}
    built = make_site(SITE | own).build(**BASE)
    assert tags(built, "blog/index.html")["description"] == "News – Site"
    assert canonical(built, "blog/index.html") == [f"{ROOT}blog/"]
    assert locations(built)["blog/"] is not None


def test_pages_of_the_docs_are_left_alone(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)
    assert not {"og:title", "description"} & tags(built, "guide.html").keys()
    assert canonical(built, "guide.html") == [f"{ROOT}guide.html"]


def test_what_is_not_for_search_engines(make_site: MakeSite) -> None:
    built = make_site(SITE).build(updates_drafts=True, **BASE)
    robots = {
        name: tags(built, f"blog/{name}/index.html").get("robots")
        for name in ("hidden", "draft", "off", "alpha")
    }
    assert robots == {
        "hidden": "noindex, nofollow",
        "draft": "noindex",
        "off": None,
        "alpha": None,
    }
    assert not {"blog/hidden/", "blog/draft/", "blog/off/"} & locations(built).keys()


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_sitemap_has_pages_and_no_redirects(
    builder: str, make_site: MakeSite
) -> None:
    built = make_site(SITE).build(builder, **BASE)
    found = locations(built)
    guide = "guide.html" if builder == "html" else "guide/"
    home = "index.html" if builder == "html" else ""
    assert {home, guide, "blog/", "blog/alpha/", "blog/old/"} <= found.keys()
    assert not [
        path
        for path in found
        if re.search("cross|hidden|off/|draft|older|search|genindex|404", path)
    ]
    assert found["blog/alpha/"] == "2024-05-06T00:00:00+00:00"
    assert found[guide] is None
    for path in found:
        assert built.has(
            f"{path}index.html" if path.endswith("/") or not path else path
        )


def test_a_second_build_has_the_whole_sitemap(make_site: MakeSite) -> None:
    site = make_site(SITE)
    before = site.build(**BASE).text("sitemap.xml")
    assert site.build(**BASE).text("sitemap.xml") == before


@pytest.mark.parametrize(
    ("conf", "files", "expected"),
    [
        ({"html_baseurl": "https://e.org/"}, {}, {"sitemap.xml", "robots.txt"}),
        (BASE, {}, {"sitemap.xml"}),
        ({}, {}, set()),
        ({"updates_sitemap": False, "html_baseurl": "https://e.org/"}, {}, set()),
        ({"updates_posts": {}, "html_baseurl": "https://e.org/"}, {}, set()),
        (
            {"html_baseurl": "https://e.org/", "html_extra_path": ["extra"]},
            {"docs/extra/robots.txt": "mine\n"},
            {"sitemap.xml", "robots.txt"},
        ),
        (
            {"html_baseurl": "https://e.org/", "html_extra_path": ["sitemap.xml"]},
            {"docs/sitemap.xml": "<mine/>"},
            {"sitemap.xml", "robots.txt"},
        ),
    ],
)
def test_which_files_there_are(
    conf: dict[str, Any],
    files: dict[str, str | bytes],
    expected: set[str],
    make_site: MakeSite,
) -> None:
    built = make_site(SITE | files).build(**conf)
    assert built.files() & {"sitemap.xml", "robots.txt"} == expected
    for name, text in files.items():
        assert built.text(name.rpartition("/")[2]) == text
    if expected and not files:
        assert built.text("sitemap.xml").startswith("<?xml")


def test_read_the_docs_has_its_own_robots(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTHEDOCS", "True")
    built = make_site(SITE).build(html_baseurl="https://e.org/")
    assert built.files() & {"sitemap.xml", "robots.txt"} == {"sitemap.xml"}


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_page_for_missing_pages_works_anywhere(
    builder: str, make_site: MakeSite
) -> None:
    built = make_site(SITE).build(builder, **BASE)
    page = built.page("404.html")
    addresses = [str(a) for a in page.xpath("//@href | //@src | //@action")]
    assert addresses
    for address in addresses:
        # The empty one is the page itself.
        assert not address or address.startswith(("/docs/", "#", "https://")), address
        if address.startswith("/docs/") and "opensearch" not in address:
            path = address.removeprefix("/docs/").partition("?")[0].partition("#")[0]
            path += "index.html" if path.endswith("/") or not path else ""
            assert built.has(path), address
    (form,) = page.xpath("//form[@role='search']")
    assert form.xpath(".//input[@name='q']/@id") == form.xpath(".//label/@for")
    assert tags(built, "404.html")["robots"] == "noindex"
    assert not built.has("404/index.html")


def test_a_page_of_the_docs_for_missing_pages_stays(make_site: MakeSite) -> None:
    own = {"docs/404.md": "---\norphan: true\n---\n\n# Lost\n"}
    built = make_site(SITE | own).build(**BASE)
    assert "Lost" in built.text("404.html")
    assert 'role="search" action="/docs/' not in built.text("404.html")


def test_nobody_has_to_have_a_page_for_missing_pages(make_site: MakeSite) -> None:
    assert not make_site(SITE).build(updates_not_found=False, **BASE).has("404.html")


def test_two_processes_write_the_same_pages(make_site: MakeSite) -> None:
    site = make_site(SITE)
    trees = []
    for count in ("1", "2"):
        options = ("-q", f"-j{count}", "-Dhtml_baseurl=https://e.org/")
        run_sphinx(site.root, *options, f"-ddoctrees/{count}", "docs", f"out/{count}")
        trees.append(tree(site.root / "out" / count))
    assert different(*trees) == []
    assert {"sitemap.xml", "robots.txt", "404.html"} <= trees[0].keys()
