"""Posts in the docs, written for ABlog: faults are warnings, all are one blog."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from conftest import MakeSite

POST = "---\nblogpost: true\n{}\n---\n\n# Post\n\nThe text.\n"


UNREADABLE = "date 'someday' cannot be read, expected a date such as 2020-01-31"
LEFT_OUT = "'{}' of a post in the documentation must be a whole number, got '{}'"


@pytest.mark.parametrize(
    ("front_matter", "warning"),
    [
        (
            "date: someday",
            UNREADABLE + "; it is left out [sphinx_updates.post_date]",
        ),
        (
            "date: 2024-05-01\nimage: x.png",
            LEFT_OUT.format("image", "x.png")
            + "; it is left out [sphinx_updates.front_matter_key]",
        ),
        (
            "date: 2024-05-01\nexcerpt: Some text",
            LEFT_OUT.format("excerpt", "Some text")
            + "; it is left out [sphinx_updates.front_matter_key]",
        ),
    ],
)
def test_a_value_that_stops_ablog_is_a_located_warning(
    front_matter: str, warning: str, make_site: MakeSite
) -> None:
    built = make_site({"docs/news/post.md": POST.format(front_matter)}).build()
    assert built.warnings == f"<site>/docs/news/post.md:1: WARNING: {warning}\n"
    assert "The text." in built.text("news/post.html")
    assert built.has("blog/2024.html") == ("2024" in front_matter)


@pytest.mark.parametrize("name", ["nocomments", "exclude"])
@pytest.mark.parametrize("value", ["true", "false", "no"])
def test_a_flag_may_have_a_value(name: str, value: str, make_site: MakeSite) -> None:
    text = POST.format(f"date: 2024-05-01\n{name}: {value}")
    built = make_site({"docs/news/post.md": text}).build()
    assert "The text." in built.text("news/post.html")
    assert built.has("blog/2024.html")


@pytest.mark.parametrize(
    "directive",
    [
        "```{post} someday\n```",
        "```{post} 2024-01-01\n:image: x.png\n```",
        "```{update} someday\nText.\n```\n\n```{post} 2024-01-01\n```",
    ],
)
def test_a_directive_that_stops_ablog_is_a_warning(
    directive: str, make_site: MakeSite
) -> None:
    page = f"---\norphan: true\n---\n\n# Post\n\nThe text.\n\n{directive}\n"
    built = make_site({"docs/post.md": page}).build()
    assert built.warnings.startswith("<site>/docs/post.md:")
    assert built.warnings.count("WARNING") + built.warnings.count("ERROR") == 1
    assert "The text." in built.text("post.html")


def test_a_draft_may_have_updates(make_site: MakeSite) -> None:
    page = "# Home\n\n```{update} 2024-01-01\nChanged.\n```\n\n```{post}\n```\n"
    built = make_site({"docs/index.md": page}).build()
    assert built.warnings == ""
    assert "Changed." in built.text("index.html")


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2024-05-01T23:30:00-08:00", "May 1, 2024"),
        ("2024-05-01T01:00:00Z", "May 1, 2024"),
        ("2024-05-01 01:00:00 +02:00", "May 1, 2024"),
    ],
)
def test_a_date_with_a_zone_is_a_date(
    date: str, shown: str, make_site: MakeSite
) -> None:
    site = make_site(
        {
            "docs/news/post.md": POST.format(f"date: {date}"),
            "docs/news/other.md": POST.format("date: 2024-05-02"),
            "posts/mounted.md": "---\ntitle: Mounted\ndate: 2024-05-03\n---\n",
        }
    )
    built = site.build(html_baseurl="https://example.org/")
    assert built.warnings == ""
    times = built.body("blog/archive/2024/index.html").xpath(".//time//text()")
    assert times == ["May 3, 2024", "May 2, 2024", shown]


def test_posts_of_the_docs_and_of_a_mount_are_one_blog(make_site: MakeSite) -> None:
    built = make_site(
        {
            "docs/news/post.md": POST.format("date: 2024-05-01\ntags: one, two"),
            "posts/mounted.md": (
                "---\ntitle: Mounted\ndate: 2024-05-03\ntags: [two, three]\n---\n"
            ),
        }
    ).build()
    assert built.warnings == ""
    for page in (
        "blog/index.html",
        "blog/tags/two/index.html",
        "blog/archive/2024/index.html",
    ):
        links = built.body(page).xpath(".//*[@class='updates-card-title']/a/text()")
        assert links == ["Mounted", "Post"]
    (neighbour,) = built.body("news/post.html").xpath(".//a[@rel='next']/@href")
    assert neighbour == "../blog/mounted/index.html"


def test_a_post_of_the_docs_has_what_lists_show(make_site: MakeSite) -> None:
    fields = "date: 2024-05-01\nimage: 2\nfeatured: true\nsubtitle: Below"
    pictures = "\n![first](one.png)\n\n![The second](two.png)\n"
    short = POST.format("date: 2024-06-01\nreading_time: false")
    site = make_site(
        {
            "docs/news/old.md": POST.format(fields) + pictures,
            "docs/news/new.md": short + pictures,
            "docs/index.md": "# Home\n\n```{listing}\n```\n",
        }
    )
    for name in ("one.png", "two.png"):
        Image.new("RGB", (1200, 600)).save(site.root / "docs/news" / name)
    built = site.build()
    assert built.warnings == ""
    old, new = built.body("index.html").xpath(
        ".//*[contains(@class, 'updates-items')]/*"
    )
    assert "Featured" in old.text_content()
    assert "1 min read" in old.text_content()
    assert "Below" in old.text_content()
    assert len(old.xpath(".//img")) == 1
    assert "min read" not in new.text_content()
    assert not new.xpath(".//img")
    page = built.body("news/old.html")
    assert [image.get("alt") for image in page.xpath(".//img")] == [
        "first",
        "The second",
    ]


def test_a_post_whose_day_has_not_come_is_marked_until_it_comes(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "---\nblogpost: true\ndate: 2999-01-02\norphan: true\n---\n\n# Later\n\nT.\n"
    site = make_site({"docs/later.md": text, "docs/index.md": "# Home\n"})

    def seen() -> tuple[bool, bool, bool]:
        built = site.build(html_baseurl="https://example.org/")
        page = built.text("later.html")
        is_named = "/later.html" in built.text("sitemap.xml")
        return "Scheduled" in page, 'content="noindex"' in page, is_named

    assert seen() == (True, True, False)
    monkeypatch.setattr("ablog.blog.TOMORROW", datetime(3000, 1, 1))  # noqa: DTZ001
    assert seen() == (False, False, True)
