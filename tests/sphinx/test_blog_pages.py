"""What the blog shows around the posts: headers, neighbours, landing page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from blog_samples import BASE, FILES, PNG, cards, feed_of, listed, titles, words

if TYPE_CHECKING:
    from conftest import MakeSite


def test_a_post_shows_its_record_above_its_text(make_site: MakeSite) -> None:
    built = make_site(FILES).build()
    assert built.warnings == ""
    body = built.body("blog/alpha/index.html")
    (header,) = body.xpath(".//h1/following-sibling::*[1]")
    assert header.get("class") == "updates-header"
    assert words(body, ".//h1/text()/..") == ["Alpha & more\u00b6"]
    assert words(header, "p[@class='updates-subtitle']") == ["What *it* is"]
    (time, changed) = header.xpath(".//time")
    assert changed.text_content() == "May 6, 2024"
    assert time.get("datetime") == "2024-03-05T23:30:00-08:00"
    assert time.text_content() == "March 5, 2024"
    assert [
        (link.text, link.get("href"))
        for link in header.xpath(".//*[@class='updates-authors']//a")
    ] == [
        ("Ann Bee", "../authors/ann-bee/index.html"),
        ("Cee Dee", "../authors/cee-dee/index.html"),
    ]
    (category,) = header.xpath(".//*[@class='updates-categories']/a")
    assert (category.text, category.get("href")) == (
        "News",
        "../categories/news/index.html",
    )
    assert words(header, ".//*[@class='updates-reading-time']") == ["1 min read"]
    (image,) = header.xpath(".//img")
    assert (image.get("src"), image.get("alt")) == ("picture.png", "A picture")
    assert built.has("blog/alpha/picture.png")
    assert header.xpath("following-sibling::p[1]")[0].text.startswith("Hello")


def test_a_post_shows_its_tags_below_its_text(make_site: MakeSite) -> None:
    built = make_site(FILES).build()
    (footer,) = built.body("blog/alpha/index.html").xpath(".//footer")
    tags = footer.xpath("ul[@class='updates-tags']/li/a")
    assert [(tag.text, tag.get("href")) for tag in tags] == [
        ("fast", "../tags/fast/index.html"),
        ("two words", "../tags/two-words/index.html"),
    ]
    (external,) = built.body("blog/beta/index.html").xpath(
        ".//header//a[@class='updates-external']"
    )
    assert external.get("href") == "https://elsewhere.example/beta"


def test_a_post_without_facts_has_no_empty_places(make_site: MakeSite) -> None:
    built = make_site(
        {"posts/a.md": "---\ntitle: A\nreading_time: false\n---\n"}
    ).build()
    body = built.body("blog/a/index.html")
    assert body.xpath(".//footer | .//time | .//figure | .//header//span") == []


def test_a_picture_for_lists_only_is_not_in_the_header(make_site: MakeSite) -> None:
    text = "---\ntitle: A\nimage: {filename: p.png, preview_only: true}\n---\n"
    built = make_site({"posts/a/index.md": text, "posts/a/p.png": PNG}).build()
    assert built.body("blog/a/index.html").xpath(".//img") == []
    (image,) = built.body("blog/index.html").xpath(".//img")
    assert image.get("src") == "a/p.png"


def test_the_caption_of_a_picture_is_markdown(make_site: MakeSite) -> None:
    text = "---\ntitle: A\nimage: {filename: p.png, caption: 'By *Ann*'}\n---\n"
    built = make_site({"posts/a/index.md": text, "posts/a/p.png": PNG}).build()
    caption = built.body("blog/a/index.html").xpath(".//figcaption")[0]
    assert words(caption, ".//em") == ["Ann"]


@pytest.mark.parametrize(
    ("post", "neighbours"),
    [
        ("alpha", [("prev", "Beta", "../beta/index.html")]),
        (
            "beta",
            [
                ("prev", "Gamma", "../gamma/index.html"),
                ("next", "Alpha & more", "../alpha/index.html"),
            ],
        ),
        ("gamma", [("next", "Beta", "../beta/index.html")]),
    ],
)
def test_neighbours_stand_in_the_order_of_time(
    post: str, neighbours: list[tuple[str, str, str]], make_site: MakeSite
) -> None:
    files = {name: text for name, text in FILES.items() if "delta" not in name}
    body = make_site(files).build().body(f"blog/{post}/index.html")
    links = body.xpath(".//nav[@class='updates-neighbours']/a")
    assert [
        (a.get("rel"), a.xpath("span")[0].tail.strip(), a.get("href")) for a in links
    ] == (neighbours)


def test_neighbours_can_be_switched_off(make_site: MakeSite) -> None:
    built = make_site(FILES).build(post_show_prev_next=False)
    body = built.body("blog/beta/index.html")
    assert body.xpath(".//nav[@class='updates-neighbours']") == []


def test_the_landing_page_lists_all_posts_newest_first(make_site: MakeSite) -> None:
    built = make_site(FILES).build(blog_title="News & views", **BASE)
    assert built.warnings == ""
    body = built.body("blog/index.html")
    assert words(body, ".//h1") == ["News & views"]
    # Weights order the pages of Hugo; a blog is read by date.
    assert cards(body) == [
        ("Alpha & more", "alpha/index.html"),
        ("Beta", "https://elsewhere.example/beta"),
        ("Gamma", "gamma/index.html"),
        ("Delta", "delta/index.html"),
    ]
    assert [
        (link.text, link.get("href"))
        for link in body.xpath(".//nav[@class='updates-lists']/a")
    ] == [
        ("Archives", "archive/index.html"),
        ("Categories", "categories/index.html"),
        ("Tags", "tags/index.html"),
        ("Authors", "authors/index.html"),
        ("Feed", "atom.xml"),
    ]


def test_a_card_shows_what_the_record_has(make_site: MakeSite) -> None:
    body = make_site(FILES).build().body("blog/index.html")
    card, other = body.xpath(".//article")[:2]
    assert words(card, ".//time") == ["March 5, 2024"]
    assert words(card, ".//*[@class='updates-authors']") == ["Ann Bee, Cee Dee"]
    assert words(card, ".//*[@class='updates-subtitle']") == ["What *it* is"]
    assert words(card, ".//*[@class='updates-excerpt']") == ["In short."]
    assert words(card, ".//li") == ["fast", "two words", "News"]
    assert [image.get("src") for image in card.xpath(".//img")] == ["alpha/picture.png"]
    assert other.xpath(".//img") == []


def test_the_old_address_of_the_list_leads_to_the_new_one(make_site: MakeSite) -> None:
    built = make_site(FILES).build(**BASE)
    page = built.page("blog.html")
    (refresh,) = page.xpath("//meta[@http-equiv='refresh']")
    assert refresh.get("content") == "0; url=blog/index.html"
    assert not make_site(FILES).build("dirhtml").has("blog.html")


LANDING = "---\norphan: true\n---\n\n# Our blog\n\nWelcome.\n"


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize(
    "landing",
    [
        {"docs/blog/index.md": LANDING},
        {"posts/_index.md": "---\ntitle: Our blog\n---\n\nWelcome.\n"},
    ],
    ids=["of the docs", "of the mount"],
)
def test_a_landing_page_of_ones_own_gets_the_list_appended(
    landing: dict[str, str], builder: str, make_site: MakeSite
) -> None:
    built = make_site(FILES | landing).build(builder)
    assert built.warnings == ""
    body = built.body("blog/index.html")
    assert len(body.xpath(".//h1")) == 1
    assert words(body, ".//h1")[0].startswith("Our blog")
    assert titles(body) == ["Alpha & more", "Beta", "Gamma", "Delta"]
    text = body.text_content()
    assert text.index("Welcome.") < text.index("Alpha & more")


def test_a_landing_page_with_a_list_is_left_alone(make_site: MakeSite) -> None:
    page = LANDING + "\n```{postlist} 2\n```\n"
    built = make_site(FILES | {"docs/blog/index.md": page}).build()
    assert built.warnings == ""
    body = built.body("blog/index.html")
    assert titles(body) == []
    assert listed(body) == ["05 March - Alpha & more", "06 March - Beta"]


FAST = "blog/tags/fast/index.html"


def clash(pagename: str, path: str) -> str:
    return (
        f"<site>/{path}:1: WARNING: the blog's own page {pagename!r} has the address "
        "of this document, which is kept; move the document, or set blog_path to "
        "another folder [sphinx_updates.page_clash]\n"
    )


@pytest.mark.parametrize(
    ("builder", "output", "pagename"),
    [
        ("html", "blog.html", "blog"),
        ("dirhtml", "blog/index.html", "blog/index"),
    ],
)
def test_a_page_of_the_docs_wins_over_the_list_with_its_address(
    builder: str, output: str, pagename: str, make_site: MakeSite
) -> None:
    page = "---\norphan: true\n---\n\n# Mine\n"
    built = make_site(FILES | {"docs/blog.md": page}).build(builder)
    assert words(built.body(output), ".//h1") == ["Mine\u00b6"]
    assert built.warnings == clash(pagename, "docs/blog.md")


def test_the_blog_is_the_parent_of_its_posts(make_site: MakeSite) -> None:
    theme = (
        '{% extends "!layout.html" %}'
        '{% block footer %}<p id="up">'
        "{% for p in parents %}{{ p.link }} {{ p.title }}{% endfor %}</p>"
        "{% endblock %}"
    )
    site = make_site(FILES | {"docs/_templates/layout.html": theme})
    built = site.build(templates_path=["_templates"], blog_title="News")
    assert words(built.page("blog/beta/index.html"), "//*[@id='up']") == [
        "../index.html News"
    ]
    assert words(built.page("index.html"), "//*[@id='up']") == [""]


def test_dates_are_in_the_language_of_the_docs(make_site: MakeSite) -> None:
    built = make_site(FILES).build(language="de", **BASE)
    assert built.warnings == ""
    for page in ("blog/alpha/index.html", "blog/index.html", FAST):
        assert words(built.body(page), "(.//time)[1]") == ["5. März 2024"]
    assert feed_of(built).feed.language == "de"


def test_a_blog_without_a_post_has_a_page(make_site: MakeSite) -> None:
    built = make_site({}).build(**BASE)
    assert built.warnings == ""
    assert words(built.body("blog/index.html"), ".//h1") == ["Blog"]
    assert feed_of(built).entries == []
