"""Feeds in three formats, for the blog and for each term, as a build writes them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final

import feedparser
import pytest
from blog_samples import BASE, FILES, PNG, feed_of
from feed_rules import MEDIA, atom_faults, json_faults, rss_faults
from lxml import etree
from processes import different, run_sphinx, tree

from sphinx_updates.blog.feeds import FILES as NAMES
from sphinx_updates.blog.feeds import FORMATS, MEDIA_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import Build, MakeSite

FAULTS: Final = {"atom": atom_faults, "rss": rss_faults, "json": json_faults}
ROOT: Final = "https://example.org/docs/"
LONG: Final = """\
---
title: Long
date: 2024-05-01
image: {alt_text: A picture}
series: [All of it]
---

The beginning, [a link](../beta/).

<!--more-->

## A part

![plot](plot.png) and [there](#a-part), <img srcset="plot.png 1x, /other.png 2x">

{{< unknown >}}
"""
SITE: Final[Mapping[str, str | bytes]] = FILES | {
    "posts/long/index.md": LONG,
    "posts/long/featured.png": PNG,
    "posts/long/plot.png": PNG,
}


def items(built: Build, path: str = "blog/feed.json") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(built.text(path))["items"]
    return found


def feeds(built: Build) -> set[str]:
    names = tuple(f"/{name}" for name in NAMES.values())
    return {name for name in built.files() if name.endswith(names)}


@pytest.mark.parametrize("content", ["excerpt", "full", "titles"])
def test_all_feeds_keep_the_rules(content: str, make_site: MakeSite) -> None:
    built = make_site(SITE).build(updates_feed_content=content, **BASE)
    assert len(feeds(built)) >= 3 * 6
    for path in feeds(built):
        form = next(one for one in FORMATS if path.endswith(NAMES[one]))
        data = (built.outdir / path).read_bytes()
        assert FAULTS[form](data) == [], path
        if form != "json":
            assert not feedparser.parse(data).bozo, path


def folders(built: Build) -> dict[str, list[str]]:
    """Return the titles in each folder with feeds, by the folder's last part."""
    return {
        path.split("/")[-2]: [item["title"] for item in items(built, path)]
        for path in feeds(built)
        if path.endswith(".json")
    }


def test_the_blog_and_every_term_have_feeds(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)
    assert folders(built) == {
        "blog": ["Long", "Alpha & more", "Beta", "Gamma", "Delta"],
        "fast": ["Alpha & more", "Beta", "Delta"],
        "two-words": ["Alpha & more"],
        "news": ["Alpha & more"],
        "ann-bee": ["Alpha & more", "Beta"],
        "cee-dee": ["Alpha & more"],
        **({"all-of-it": ["Long"]} if "all-of-it" in folders(built) else {}),
    }
    for path in feeds(built):
        if path.endswith(".json"):
            beside = {path.rpartition("/")[0] + f"/{name}" for name in NAMES.values()}
            assert beside <= feeds(built)


def test_terms_have_none_if_not_wanted(make_site: MakeSite) -> None:
    conf: dict[str, Any] = {
        "updates_feed_terms": False,
        "updates_feed_formats": ["json", "rss"],
    }
    built = make_site(SITE).build(**conf, **BASE)
    assert feeds(built) == {"blog/index.xml", "blog/feed.json"}
    head = built.page("index.html").xpath("//link[@rel='alternate']/@type")
    assert head == [MEDIA_TYPES["rss"], MEDIA_TYPES["json"]]


def test_pages_name_the_feeds_that_are_theirs(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)

    def named(path: str) -> list[str]:
        page, folder = built.page(path), path.rpartition("/")[0] or "."
        links = page.xpath("//link[@rel='alternate']")
        assert [link.get("type") for link in links] == [*MEDIA_TYPES.values()]
        return [os.path.normpath(f"{folder}/{link.get('href')}") for link in links]

    for path in ("index.html", "blog/index.html", "blog/alpha/index.html"):
        assert named(path) == [f"blog/{name}" for name in NAMES.values()]
    (tag,) = (one for one in feeds(built) if one.endswith("fast/atom.xml"))
    folder = tag.removesuffix("/atom.xml")
    page = (
        f"{folder}/index.html"
        if built.has(f"{folder}/index.html")
        else (f"{folder}.html")
    )
    assert named(page) == [f"{folder}/{name}" for name in NAMES.values()]
    title = built.page(page).xpath("//link[@rel='alternate'][1]/@title")
    assert title[0].endswith("fast")


def test_the_whole_post_comes_from_its_page(make_site: MakeSite) -> None:
    built = make_site(SITE).build(updates_feed_content="full", **BASE)
    post = f"{ROOT}blog/long/"
    html = items(built)[0]["content_html"]
    assert html.startswith('<section id="long">')
    assert "<h1>" not in html
    assert "updates-header" not in html
    assert "¶" not in html
    assert "<h2>A part</h2>" in html
    assert f'src="{post}plot.png"' in html
    assert f'href="{post}index.html#a-part"' in html
    assert f'href="{ROOT}blog/beta/index.html"' in html
    assert f'srcset="{post}plot.png 1x, https://example.org/' in html
    found = feed_of(built, "blog/index.xml").entries[0]
    assert "<h2>A part</h2>" in found.content[0].value
    assert found.summary == "The beginning, a link."


def test_the_beginning_keeps_its_links(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)
    item = items(built)[0]
    assert (
        item["content_html"]
        == (
            f'<p>The beginning, <a class="reference internal" '
            f'href="{ROOT}blog/beta/index.html"><span class="std std-doc">a link</span>'
            "</a>.</p>"
        )
        or f'href="{ROOT}blog/beta/index.html"' in item["content_html"]
    )
    assert "A part" not in item["content_html"]
    assert item["summary"] == "The beginning, a link."


def test_titles_alone(make_site: MakeSite) -> None:
    built = make_site(SITE).build(updates_feed_content="titles", **BASE)
    assert "content_html" not in items(built)[0]
    assert items(built)[0]["content_text"] == "The beginning, a link."


def test_the_picture_has_its_size_and_type(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)
    url = f"{ROOT}blog/long/featured.png"
    assert items(built)[0]["image"] == url
    found = etree.fromstring(built.text("blog/index.xml").encode()).find("channel/item")
    assert found.find("enclosure").attrib == {
        "url": url,
        "length": str(len(PNG)),
        "type": "image/png",
    }
    assert found.find(f"{MEDIA}content").get("url") == url
    assert built.has("blog/long/featured.png")


def test_authors_have_addresses(make_site: MakeSite) -> None:
    built = make_site(SITE).build(**BASE)
    ann, cee = items(built)[1]["authors"]
    assert ann["name"] == "Ann Bee"
    assert ann["url"].startswith(f"{ROOT}blog/author")
    assert cee == {"name": "Cee Dee", "url": "https://cee.example"}


def test_a_feed_that_did_not_change_keeps_its_time(make_site: MakeSite) -> None:
    site = make_site(SITE)
    built = site.build(**BASE)
    old = 1_000_000_000
    for path in feeds(built):
        os.utime(built.outdir / path, (old, old))
    site.write({"posts/gamma.md": "---\ntitle: Gamma 2\ndate: 2023-01-06\n---\n"})
    site.build(**BASE)
    changed = {
        path for path in feeds(built) if (built.outdir / path).stat().st_mtime != old
    }
    assert changed == {f"blog/{name}" for name in NAMES.values()}
    assert "Gamma 2" in built.text("blog/atom.xml")


def test_no_post_is_rendered_for_a_feed_when_none_changed(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(SITE)
    before = site.build(**BASE).text("blog/atom.xml")

    def fail(*args: object, **options: object) -> str:
        raise AssertionError("a post is rendered again")

    monkeypatch.setattr("ablog.blog.Post.to_html", fail)
    assert site.build(**BASE).text("blog/atom.xml") == before


@pytest.mark.parametrize(
    ("conf", "hosted", "expected"),
    [
        (
            {"html_baseurl": "https://a.example/x"},
            "https://r.example/",
            "https://a.example/x/",
        ),
        (
            {
                "html_baseurl": "https://a.example",
                "blog_baseurl": "https://b.example/y/",
            },
            "",
            "https://b.example/y/",
        ),
        ({}, "https://r.example/en/latest/", "https://r.example/en/latest/"),
        (
            {"updates_hugo": {"baseURL": "https://h.example/z/"}},
            "",
            "https://h.example/z/",
        ),
        (
            {"updates_hugo": {"baseURL": "https://h.example/"}},
            "https://r.example/",
            "https://r.example/",
        ),
    ],
)
def test_whose_address_counts(
    conf: dict[str, Any],
    hosted: str,
    expected: str,
    make_site: MakeSite,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", hosted)
    built = make_site(SITE).build(**conf)
    found = json.loads(built.text("blog/feed.json"))
    assert found["feed_url"] == f"{expected}blog/feed.json"
    assert found["items"][0]["url"] == f"{expected}blog/long/index.html"


def test_without_an_address_there_are_no_feeds(make_site: MakeSite) -> None:
    site = make_site(SITE)
    built = site.build()
    assert feeds(built) == set()
    assert "set html_baseurl" not in built.warnings
    assert "set html_baseurl" in built.log
    assert not built.page("index.html").xpath("//link[@rel='alternate']")
    asked = site.build(updates_feed_content="full")
    assert "updates_feed_content: no feeds are written" in asked.warnings


@pytest.mark.parametrize("content", ["excerpt", "full"])
def test_two_processes_write_the_same_feeds(content: str, make_site: MakeSite) -> None:
    site = make_site(SITE)
    options = [f"-Dhtml_baseurl={ROOT}", f"-Dupdates_feed_content={content}"]
    trees = []
    for count in ("1", "2"):
        arguments = ("-q", f"-j{count}", *options, f"-ddoctrees/{count}")
        run_sphinx(site.root, *arguments, "docs", f"out/{count}")
        trees.append(tree(site.root / "out" / count))
    assert different(*trees) == []


def test_a_second_build_writes_the_feeds_of_a_first_one(make_site: MakeSite) -> None:
    site = make_site(SITE)
    conf = BASE | {"updates_feed_content": "full"}
    site.build(**conf)
    changed = LONG.replace("A part", "Another part").replace("(#a-part)", "(x.md)")
    site.write({"posts/long/index.md": changed, "posts/x.md": FILES["posts/delta.md"]})
    warm = {path: site.build(**conf).text(path) for path in feeds(site.build(**conf))}
    cold = make_site(SITE)
    cold.write({"posts/long/index.md": changed, "posts/x.md": FILES["posts/delta.md"]})
    arguments = ("-q", "-E", "-ddoctrees/cold", "-Dupdates_feed_content=full")
    run_sphinx(cold.root, *arguments, f"-Dhtml_baseurl={ROOT}", "docs", "out/cold")
    for path, text in warm.items():
        assert (cold.root / "out/cold" / path).read_text("utf-8") == text, path
