"""The feeds that a build writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from blog_samples import BASE, FILES, feed_of
from lxml import etree

if TYPE_CHECKING:
    from conftest import MakeSite


@pytest.mark.parametrize("page", ["index.html", "blog/alpha/index.html"])
def test_every_page_names_the_feed(page: str, make_site: MakeSite) -> None:
    built = make_site(FILES).build(**BASE)
    (link,) = built.page(page).xpath("//link[@type='application/atom+xml']")
    assert link.get("href") == "../" * page.count("/") + "blog/atom.xml"


def test_the_feed_has_the_posts_with_all_their_authors(make_site: MakeSite) -> None:
    built = make_site(FILES).build(blog_feed_subtitle="All of it", **BASE)
    found = feed_of(built)
    assert found.feed.subtitle == "All of it"
    assert found.feed.updated == "2024-05-06T00:00:00+00:00"
    first = found.entries[0]
    assert first.id == first.link == "https://example.org/docs/blog/alpha/index.html"
    assert first.title == "Alpha & more"
    assert [author.name for author in first.authors] == ["Ann Bee", "Cee Dee"]
    assert [tag.term for tag in first.tags] == ["fast", "two words", "News"]
    assert first.published == "2024-03-05T23:30:00-08:00"
    assert first.summary == "In short."
    assert found.entries[1].link == "https://elsewhere.example/beta"
    assert found.entries[1].id == "https://example.org/docs/blog/beta/index.html"
    assert [entry.title for entry in found.entries[2:]] == ["Gamma", "Delta"]


def test_the_feed_is_the_same_in_every_build(make_site: MakeSite) -> None:
    site = make_site(FILES)
    first = site.build(**BASE).text("blog/atom.xml")
    assert site.build(**BASE).text("blog/atom.xml") == first


@pytest.mark.parametrize(
    ("conf", "author"),
    [
        ({"author": "The team"}, "The team"),
        ({}, "Site"),
    ],
)
def test_a_post_without_an_author_is_by_the_project(
    conf: dict[str, Any], author: str, make_site: MakeSite
) -> None:
    built = make_site(FILES).build(**BASE, **conf)
    assert [a.name for a in feed_of(built).entries[2].authors] == [author]


def test_lists_have_feeds_of_their_own_if_wanted(make_site: MakeSite) -> None:
    built = make_site(FILES).build(blog_feed_archives=True, **BASE)
    assert {name for name in built.files() if name.endswith("atom.xml")} == {
        f"blog/{folder}atom.xml"
        for folder in (
            *("", "archive/2023/", "archive/2024/", "tags/fast/", "tags/two-words/"),
            *("categories/news/", "authors/ann-bee/", "authors/cee-dee/"),
            # Where ABlog has them.
            *("2023/", "2024/", "tag/fast/", "tag/two-words/", "category/news/"),
            *("author/ann-bee/", "author/cee-dee/"),
        )
    }
    feed = feed_of(built, "blog/tag/fast/atom.xml")
    assert [entry.title for entry in feed.entries] == ["Alpha & more", "Beta", "Delta"]
    assert feed.feed.id == "https://example.org/docs/blog/tag/fast/atom.xml"


def test_a_feed_has_twenty_entries_or_as_many_as_wanted(make_site: MakeSite) -> None:
    posts: dict[str, str | bytes] = {
        f"posts/p{day}.md": f"---\ntitle: P{day}\ndate: 2024-01-{day}\n---\n"
        for day in range(10, 32)
    }
    site = make_site(posts)
    entries = feed_of(site.build(**BASE)).entries
    assert [entry.title for entry in entries] == [
        f"P{day}" for day in range(31, 11, -1)
    ]
    short = feed_of(site.build(blog_feed_length=2, **BASE)).entries
    assert [entry.title for entry in short] == ["P31", "P30"]


@pytest.mark.parametrize("title", ["Bell \\a and \\0", "No character \\uFFFE"])
def test_strange_characters_do_not_break_the_feed(
    title: str, make_site: MakeSite
) -> None:
    post = f'---\ntitle: "{title}"\ndate: 2024-01-01\n---\n'
    built = make_site({"posts/a.md": post}).build(**BASE)
    assert len(feed_of(built).entries) == 1


def test_a_post_whose_title_is_a_picture_does_not_break_the_feed(
    make_site: MakeSite,
) -> None:
    post = "---\ndate: 2024-01-01\n---\n\n# ![](https://pictures.example/a.png)\n"
    built = make_site({"posts/a.md": post}).build(**BASE)
    etree.fromstring(built.text("blog/atom.xml").encode())
