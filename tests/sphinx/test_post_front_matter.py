"""From front matter to what readers see: page, lists and redirects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from samples import PNG

if TYPE_CHECKING:
    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

YAML = """\
---
title: A title
subtitle: The subtitle
summary: A *written* summary
authors: [Ann, "[Bob](https://b.example) (Lab)", "Cyd <cyd@x.example>"]
tags: [one, two]
categories: [news]
date: 2024-05-06T23:30:00+09:00
lastmod: 2024-06-01
external_link: https://x.example/orig
aliases: [/old/a/, former]
slug: the-slug
image: {filename: pic.png, alt_text: Alt, caption: Cap}
unknown: {deep: [1, 2]}
---

Text here.
"""
TOML = """\
+++
title = "A title"
subtitle = "The subtitle"
summary = "A *written* summary"
authors = ["Ann", "[Bob](https://b.example) (Lab)", "Cyd <cyd@x.example>"]
tags = ["one", "two"]
categories = ["news"]
date = 2024-05-06T23:30:00+09:00
lastmod = 2024-06-01
external_link = "https://x.example/orig"
aliases = ["/old/a/", "former"]
slug = "the-slug"
[image]
filename = "pic.png"
alt_text = "Alt"
caption = "Cap"
[unknown]
deep = [1, 2]
+++

Text here.
"""
JSON = (
    json.dumps(
        {
            "title": "A title",
            "subtitle": "The subtitle",
            "summary": "A *written* summary",
            "authors": ["Ann", "[Bob](https://b.example) (Lab)", "Cyd <cyd@x.example>"],
            "tags": ["one", "two"],
            "categories": ["news"],
            "date": "2024-05-06T23:30:00+09:00",
            "lastmod": "2024-06-01",
            "external_link": "https://x.example/orig",
            "aliases": ["/old/a/", "former"],
            "slug": "the-slug",
            "image": {"filename": "pic.png", "alt_text": "Alt", "caption": "Cap"},
            "unknown": {"deep": [1, 2]},
        },
        indent=1,
    )
    + "\n\nText here.\n"
)


def texts(element: HtmlElement, css_class: str) -> list[str]:
    """Return the text of each descendant with a class."""
    found = element.xpath(f".//*[contains(@class, '{css_class}')]")
    return [" ".join(item.text_content().split()) for item in found]


def links(element: HtmlElement, css_class: str) -> dict[str, str]:
    """Return address by text of the links below a class."""
    found = element.xpath(f".//*[@class='{css_class}']//a")
    return {link.text_content(): link.get("href") for link in found}


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
def test_every_field_reaches_its_place(make_site: MakeSite, text: str) -> None:
    built = make_site({"posts/a.md": text, "posts/pic.png": PNG}).build()
    assert built.warnings == ""
    page = built.page("blog/the-slug/index.html")
    (header,) = page.xpath("//header[@class='updates-header']")
    assert texts(header, "updates-subtitle") == ["The subtitle"]
    assert header.xpath(".//time/@datetime") == [
        "2024-05-06T23:30:00+09:00",
        "2024-06-01T00:00:00+00:00",
    ]
    assert header.xpath("string(.//time)") == "May 6, 2024"
    assert links(header, "updates-authors") == {
        "Ann": "../authors/ann/index.html",
        "Bob": "../authors/bob/index.html",
        "Cyd": "../authors/cyd/index.html",
    }
    assert links(header, "updates-categories") == {
        "news": "../categories/news/index.html"
    }
    (picture,) = header.xpath(".//figure")
    assert picture.xpath("img/@src") == ["../pic.png"]
    assert picture.xpath("img/@alt") == ["Alt"]
    assert picture.text_content().strip() == "Cap"
    (footer,) = page.xpath("//footer[@class='updates-footer']")
    assert header.xpath(".//*[@class='updates-external']/@href") == [
        "https://x.example/orig"
    ]
    assert links(footer, "updates-tags") == {
        "one": "../tags/one/index.html",
        "two": "../tags/two/index.html",
    }
    assert "unknown" not in page.text_content()
    _check_card(built)
    for old in ("old/a", "blog/former"):
        refresh = built.page(f"{old}/index.html").xpath("//meta[@http-equiv]/@content")
        up = "../../" if old == "old/a" else "../"
        target = "blog/the-slug" if old == "old/a" else "the-slug"
        assert refresh == [f"0; url={up}{target}/index.html"]


def _check_card(built: Build) -> None:
    (card,) = built.page("blog/index.html").xpath("//article[@class='updates-card']")
    assert links(card, "updates-card-title") == {"A title": "https://x.example/orig"}
    assert texts(card, "updates-excerpt") == ["A written summary"]
    assert texts(card, "updates-authors") == ["Ann, Bob, Cyd"]
    assert card.xpath(".//img/@src") == ["pic.png"]


EXCERPTS = {
    "divider": (
        "Before *this*.\n\nAnd that.\n\n<!--more-->\n\nAfter.\n",
        "",
        "Before this. And that.",
    ),
    "divider wins": ("Before.\n\n<!--more-->\n\nAfter.\n", "Written", "Before."),
    "summary": ("First.\n", "Written *by* hand", "Written by hand"),
    "beginning": (
        "## Head\n\nFirst.\n\n```\ncode\n```\n\nSecond.\n",
        "",
        "First. Second.",
    ),
    "divider in a paragraph": ("Before <!--more--> after.\n", "", "Before"),
    "spaced comment is none": (
        "Before.\n\n<!-- more -->\n\nAfter.\n",
        "",
        "Before. After.",
    ),
}


def test_excerpt_is_divider_then_summary_then_beginning(make_site: MakeSite) -> None:
    site = make_site(
        {
            f"posts/p{number}.md": f"---\ntitle: {case}\nsummary: {summary}\n---\n\n"
            f"{body}"
            for number, (case, (body, summary, _expected)) in enumerate(
                EXCERPTS.items()
            )
        }
    )
    built = site.build()
    assert built.warnings == ""
    cards = built.page("blog/index.html").xpath("//article[@class='updates-card']")
    found = {
        texts(card, "updates-card-title")[0]: texts(card, "updates-excerpt")
        for card in cards
    }
    assert found == {case: [expected] for case, (_, _, expected) in EXCERPTS.items()}
    for name in sorted(built.files()):
        if name.startswith("blog/p"):
            assert "more-->" not in built.text(name).replace("<!-- more -->", "")


FIELDS = """\
---
title: A
date: someday
draft: yes
weight: heavy
aliases: [https://x.example/a]
url: https://x.example/b
featured: maybe
tags: {a: b}
---

Text.
"""
KEY = "[sphinx_updates.front_matter_key]"


def test_values_that_cannot_be_used_are_located_and_cost_nothing_else(
    make_site: MakeSite,
) -> None:
    built = make_site({"posts/a.md": FIELDS}).build()
    at = "<site>/posts/a.md"
    assert sorted(built.warnings.splitlines()) == [
        (
            f"{at}:3: WARNING: date: the 'date' front matter field is not a parsable "
            "date: "
            "got 'someday'; write it as 2020-01-31 or 2020-01-31T15:04:05+01:00 "
            "[sphinx_updates.post_date]"
        ),
        (
            f"{at}:4: WARNING: draft: must be a boolean, Hugo reads 'yes' as false; "
            f"write draft: true {KEY}"
        ),
        (
            f"{at}:5: WARNING: weight: must be a whole number, got 'heavy'; "
            f"0 is used instead {KEY}"
        ),
        (
            f"{at}:6: WARNING: aliases: must be paths of this site, "
            f"got 'https://x.example/a' {KEY}"
        ),
        (
            f"{at}:7: WARNING: url: URLs with protocol (http*) not supported: "
            f"'https://x.example/b'; write a path, or use external_link {KEY}"
        ),
        (
            f"{at}:8: WARNING: featured: must be true or false, got 'maybe'; "
            f"false is used {KEY}"
        ),
        (
            f"{at}:9: WARNING: tags: must be a list of texts, got a map; it is ignored "
            f"{KEY}"
        ),
    ]
    assert built.body("blog/a/index.html").xpath("string(.//h1/text())") == "A"


BROKEN = {
    "yaml": (
        "---\ntitle: B\nsubtitle: a: b\nauthors: [Q]\n---\n\nText.\n",
        (
            "3: WARNING: front matter is not readable as YAML: mapping values are not "
            "allowed in this context; quote a value that contains ': '"
        ),
    ),
    "toml": (
        '+++\ntitle = "B"\nx = [y]\nauthors = ["Q"]\n+++\n\nText.\n',
        "3: WARNING: front matter is not readable as TOML: invalid value",
    ),
    "json": (
        '{\n"title": "B",\n"authors": ["Q"],\n"x": [y]\n}\n\nText.\n',
        "4: WARNING: front matter is not readable as JSON: expecting value",
    ),
    "open": (
        "---\ntitle: B\nauthors: [Q]\n\nText.\n",
        (
            "1: WARNING: EOF looking for end YAML front matter delimiter; "
            "close it with a line '---'"
        ),
    ),
}


def test_broken_front_matter_is_one_warning_and_the_rest_is_read(
    make_site: MakeSite,
) -> None:
    built = make_site({f"posts/{n}.md": BROKEN[n][0] for n in BROKEN}).build()
    assert sorted(built.warnings.splitlines()) == sorted(
        f"<site>/posts/{name}.md:{message} [sphinx_updates.front_matter]"
        for name, (_text, message) in BROKEN.items()
    )
    for name in BROKEN:
        body = built.body(f"blog/{name}/index.html")
        assert body.xpath("string(.//h1/text())") == "B"
        assert texts(body, "updates-authors") == ["Q"]
        assert "Text." in [p.text_content() for p in body.xpath(".//p")]


def test_shortcode_in_the_place_of_front_matter_is_text(make_site: MakeSite) -> None:
    built = make_site({"posts/a.md": "{{< youtube abc >}}\n\n# Head\n"}).build()
    assert built.warnings.splitlines()[0] == (
        "<site>/posts/a.md:1: WARNING: a shortcode at the start of a file is taken for "
        "JSON front matter by Hugo; put front matter or text before it "
        "[sphinx_updates.front_matter]"
    )
    assert built.body("blog/a/index.html").xpath(".//iframe")


def test_dates_keep_the_day_of_the_author_and_sort_by_instant(
    make_site: MakeSite,
) -> None:
    dates = {
        "west": "2024-01-01T23:00:00-08:00",  # 2024-01-02T07:00Z
        "middle": "2024-01-02T06:00:00Z",
        "east": "2024-01-02T10:00:00+09:00",  # 2024-01-02T01:00Z
    }
    site = make_site(
        {
            f"posts/{name}.md": f"---\ntitle: {name}\ndate: {date}\n---\n\nx\n"
            for name, date in dates.items()
        }
    )
    built = site.build()
    assert built.warnings == ""
    cards = built.page("blog/index.html").xpath("//article[@class='updates-card']")
    assert [
        (texts(c, "updates-card-title")[0], c.xpath("string(.//time)")) for c in cards
    ] == [
        ("west", "January 1, 2024"),
        ("middle", "January 2, 2024"),
        ("east", "January 2, 2024"),
    ]


def test_hugo_front_matter_never_reaches_docinfo(make_site: MakeSite) -> None:
    """ABlog reads ``image``, ``excerpt`` and dates there, and fails on Hugo's."""
    front = (
        "---\ntitle: A\ndate: 2024-01-01T10:00:00+02:00\nimage: no.png\n"
        "excerpt: some text\nredirect: x\nlanguage: en\nlocation: [Here]\n"
        "tocdepth: 1\norphan: false\nnocomments: 1\nhtml_theme.x: y\n---\n\nText.\n"
    )
    built = make_site({"posts/a.md": front, "posts/no.png": PNG}).build()
    assert built.warnings == ""
    text = built.body("blog/a/index.html").text_content()
    assert "some text" not in text
    assert "no.png" not in text
