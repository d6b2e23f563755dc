"""Posts that are not for readers: drafts, future and expired ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from samples import post

if TYPE_CHECKING:
    from conftest import Build, MakeSite

HIDDEN = ("draft", "future", "scheduled", "expired")
SHOWN = ("public", "undated")
POSTS = {
    "public": "title: Public\ndate: 2024-01-01",
    "undated": "title: Undated",
    "draft": "title: Draft\ndate: 2024-01-02\ndraft: true",
    "future": "title: Future\ndate: 2999-01-02",
    "scheduled": "title: Scheduled\ndate: 2020-01-03\npublishDate: 2998-01-01",
    "expired": "title: Expired\ndate: 2020-01-02\nexpiryDate: 2021-01-01",
}
# Words that a stemmer leaves alone.
WORDS = {name: f"x{number}x" for number, name in enumerate(POSTS)}
FILES = {
    f"posts/{name}.md": f"---\n{front}\ntags: [{name}tag]\n---\n\n{WORDS[name]}\n"
    for name, front in POSTS.items()
}
BASE: dict[str, Any] = {"html_baseurl": "https://site.example/"}


def listed(built: Build, page: str) -> list[str]:
    """Return the titles on a page of cards, with their badges."""
    cards = built.page(page).xpath("//article[@class='updates-card']")
    return [
        " ".join(
            [
                *card.xpath(".//*[@class='updates-badge']/text()"),
                card.xpath("string(.//*[@class='updates-card-title'])"),
            ]
        )
        for card in cards
    ]


def in_feed(built: Build) -> list[str]:
    """Return the titles in the feed."""
    feed = feedparser.parse(built.text("blog/atom.xml"))
    assert not feed.bozo
    return [entry.title for entry in feed.entries]


def test_hidden_posts_are_nowhere(make_site: MakeSite) -> None:
    built = make_site(FILES).build(**BASE)
    assert built.warnings == ""
    assert listed(built, "blog/index.html") == ["Public", "Undated"]
    assert in_feed(built) == ["Public", "Undated"]
    index = built.text("searchindex.js")
    inventory = built.page("blog/tags/index.html").text_content()
    for name in SHOWN:
        assert built.has(f"blog/{name}/index.html")
        assert WORDS[name] in index
        assert f"{name}tag" in inventory
    for name in HIDDEN:
        assert not built.has(f"blog/{name}/index.html")
        assert WORDS[name] not in index
        assert f"{name}tag" not in inventory
    for year in (2999, 2020):
        assert not built.has(f"blog/{year}.html")
        assert not built.has(f"blog/archive/{year}/index.html")


ALL = [
    "Scheduled Future",
    "Draft Draft",
    "Public",
    "Scheduled Scheduled",
    "Expired Expired",
    "Undated",
]


@pytest.mark.parametrize("by_variable", [False, True], ids=["option", "environment"])
def test_hidden_posts_are_built_with_badges_when_asked_for(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, *, by_variable: bool
) -> None:
    options: dict[str, Any] = dict(BASE)
    if by_variable:
        monkeypatch.setenv("SPHINX_UPDATES_DRAFTS", "1")
    else:
        options["updates_drafts"] = True
    built = make_site(FILES).build(**options)
    assert built.warnings == ""
    assert listed(built, "blog/index.html") == ALL
    assert in_feed(built) == [title.split()[-1] for title in ALL]
    badges = {
        name: built.body(f"blog/{name}/index.html").xpath(
            ".//header[@class='updates-header']//*[@class='updates-badge']/text()"
        )
        for name in POSTS
    }
    assert badges == {
        "public": [],
        "undated": [],
        "draft": ["Draft"],
        "future": ["Scheduled"],
        "scheduled": ["Scheduled"],
        "expired": ["Expired"],
    }
    assert WORDS["draft"] in built.text("searchindex.js")


@pytest.mark.parametrize("value", ["", "0", "false", "False"])
def test_variable_can_say_no(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SPHINX_UPDATES_DRAFTS", value)
    built = make_site({"posts/d.md": FILES["posts/draft.md"]}).build()
    assert not built.has("blog/d/index.html")


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        ("1577836799", []),  # one second before 2020
        ("1577836800", ["start"]),
        ("1580515199", ["start"]),
        ("1580515200", []),  # the moment it expires is too late
    ],
)
def test_source_date_epoch_is_the_time_of_the_build(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, seconds: str, shown: list[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    front = "---\ntitle: start\ndate: 2020-01-01\nexpiryDate: 2020-02-01\n---\n\nx\n"
    built = make_site({"posts/a.md": front}).build()
    assert built.warnings == ""
    assert listed(built, "blog/index.html") == shown
    assert built.has("blog/a/index.html") == bool(shown)


def test_time_of_day_and_zone_count(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 2020-01-01T00:00:00Z
    front = "---\ntitle: {0}\ndate: {0}\n---\n\nx\n"
    site = make_site(
        {
            "posts/past.md": front.format("2020-01-01T01:00:00+02:00"),
            "posts/future.md": front.format("2019-12-31T23:30:00-01:00"),
        }
    )
    built = site.build()
    assert built.has("blog/past/index.html")
    assert not built.has("blog/future/index.html")


def test_headless_and_unrendered_posts_have_no_page(make_site: MakeSite) -> None:
    front = "---\ntitle: A\n{}\n---\n\nx\n"
    site = make_site(
        {
            "posts/headless/index.md": front.format("headless: true"),
            "posts/never.md": front.format("build: {render: never}"),
            "posts/link.md": front.format("_build:\n  render: link"),
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert listed(built, "blog/index.html") == []
    pages = {name for name in built.files() if name.startswith("blog/")}
    assert not {name for name in pages if name.count("/") > 1}


def test_a_page_that_is_never_listed_is_a_page(make_site: MakeSite) -> None:
    files = {
        "posts/a.md": post("x", "Listed", "tags: [t]"),
        "posts/b.md": post("y", "Unlisted", "tags: [u]", "build: {list: never}"),
    }
    built = make_site(files).build(html_baseurl="https://e.org/")
    assert built.warnings == ""
    assert "Unlisted" in built.text("blog/b/index.html")
    assert built.body("blog/b/index.html").xpath(".//*[@class='updates-byline']")
    for path in ("blog/index.html", "blog/atom.xml"):
        assert "Listed" in built.text(path)
        assert "Unlisted" not in built.text(path)
    assert not built.has("blog/tags/u/index.html")
