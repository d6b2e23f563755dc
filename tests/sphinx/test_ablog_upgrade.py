"""A project that uses ABlog today adds our extension, and loses nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from blog_samples import words
from dateutil.parser import parse
from lxml import html
from processes import different, run_sphinx, tree
from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

CONF = """\
project = "Old blog"
author = "The team"
extensions = {extensions}
html_theme = "basic"
html_baseurl = blog_baseurl = "https://example.org/"
blog_title = "Old blog"
blog_authors = {{"ann": ("Ann Bee", "https://ann.example"), "cee": ("Cee Dee", None)}}
blog_default_author = "cee"
blog_languages = {{"en": ("English", None), "de": ("Deutsch", None)}}
blog_default_language = "en"
blog_locations = {{"bln": ("Berlin", "https://berlin.example")}}
blog_feed_archives = True
blog_feed_fulltext = True
blog_feed_length = 10
blog_post_pattern = ["blog/*/by-pattern.md"]
myst_enable_extensions = ["colon_fence"]
"""
FILES = {
    "index.md": """\
# Home

```{toctree}
guide
news
```

{ref}`tag-fast` {ref}`author-ann` {ref}`category-news` {ref}`archive-2024`
{ref}`language-de` {ref}`location-bln` {ref}`first` {ref}`second`
{ref}`blog-feed` {ref}`blog-posts` {ref}`blog-tags` {ref}`blog-authors`
""",
    "guide.md": """\
# Guide

```{postlist} 3
:author: ann
:format: "{title} by {author} on {date}"
:date: "%Y-%m-%d"
```

```{postlist}
:tags: fast
:excerpts:
:sort:
```
""",
    "news.md": """\
# News

## First news

```{post} 02 Feb 2023
:tags: fast, slow
:author: ann, cee
:category: News
:exclude:

Excerpt of the *first* news.
```

What was new first.

## Second news

```{post} 2023-03-03
:tags: slow
:author: cee
:language: de
:nocomments:
```

What was new then, see {ref}`tag-fast`.
""",
    "blog/2024/first.md": """\
---
blogpost: true
author: ann
category: News, Big
tags: fast, "two words"
date: 2024-01-10
location: bln
language: en
redirect: old/first, older/first-post
---

# First post

One paragraph with [a link](../../guide.md) to {ref}`tag-slow`.

Another paragraph.

```{update} 2024-02-01
Changed a bit.
```
""",
    "blog/2024/second/index.md": """\
---
blogpost: true
author: ann, cee
tags: [slow, fast]
date: "15 March 2024"
external_link: https://elsewhere.example/second
---

# Second post

Text of the second.
""",
    "blog/2024/by-pattern.md": """\
---
author: cee
date: 20 April 2024
title: Another title
---

# By pattern

Paragraph one.

Paragraph two.
""",
    "blog/2024/draft.md": """\
---
blogpost: true
author: ann
tags: fast
---

# A draft

Not dated yet.
""",
    "blog/2024/rest.rst": """\
.. post:: 01 May 2024
   :tags: fast
   :author: ann
   :redirect: rest-old

reST post
=========

Text of reST, see :ref:`the first <first>`.
""",
}
LISTS = [
    "blog/2024.html",
    "blog/language/deutsch.html",
    "blog/location/berlin.html",
    "blog.html",
    "blog/2023.html",
    "blog/archive.html",
    "blog/author/ann-bee.html",
    "blog/author/cee-dee.html",
    "blog/category/news.html",
    "blog/tag/fast.html",
    "blog/tag/slow.html",
]


@dataclass(frozen=True, slots=True)
class Output:
    """What a build of the project left behind."""

    root: Path
    returncode: int
    stderr: str

    @property
    def files(self) -> dict[str, bytes]:
        """The pages and feeds, without what themes and extensions ship."""
        found = tree(self.root / "out").items()
        return {name: data for name, data in found if not name.startswith("_static/")}

    def text(self, page: str) -> str:
        """Return the text of a page's article, with single blanks."""
        return " ".join(self.body(page).text_content().split())

    def body(self, page: str) -> html.HtmlElement:
        """Return the article of a page."""
        document = html.document_fromstring(
            (self.root / "out" / page).read_text("utf-8")
        )
        return document.xpath("//div[@class='body']")[0]

    def feed(self, path: str) -> Any:
        """Return a feed."""
        return feedparser.parse((self.root / "out" / path).read_bytes())


def build(root: Path, extensions: list[str], *arguments: str) -> Output:
    for name, text in FILES.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    conf = CONF.format(extensions=extensions)
    (root / "docs" / "conf.py").write_text(conf, encoding="utf-8")
    result = run_sphinx(root, "-q", "-d", "doctrees", *arguments, "docs", "out")
    return Output(root, result.returncode, result.stderr)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The project as it is today."""
    root = tmp_path_factory.mktemp("plain")
    built = build(root, ["myst_parser", "ablog"], "-j1")
    assert (built.returncode, built.stderr) == (0, "")
    return built


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The same project with one more extension."""
    root = tmp_path_factory.mktemp("upgraded")
    built = build(root, ["myst_parser", "ablog", "sphinx_updates"], "-W", "-j1")
    assert (built.returncode, built.stderr) == (0, "")
    return built


def titles(output: Output, page: str) -> list[str]:
    """Return the titles of the posts that a page links to, in its order."""
    known = {
        *("First post", "Second post", "Another title", "By pattern", "reST post"),
        *("First news", "Second news", "A draft"),
    }
    links = (
        " ".join(a.text_content().split()) for a in output.body(page).xpath(".//a")
    )
    return [text for text in links if text in known]


def labels(output: Output) -> dict[tuple[str, str], tuple[str, str]]:
    """Return every entry of the inventory: kind and name, address and title."""
    data = (output.root / "out" / "objects.inv").read_bytes()
    inventory = InventoryFile.loads(data, uri="")
    return {
        (kind, name): (item.uri, item.display_name)
        for kind, items in inventory.data.items()
        for name, item in items.items()
    }


def test_every_page_and_feed_stays_where_it_is(plain: Output, upgraded: Output) -> None:
    assert sorted(upgraded.files) == sorted(plain.files)


def test_every_label_stays(plain: Output, upgraded: Output) -> None:
    assert labels(upgraded) == labels(plain)


@pytest.mark.parametrize("page", LISTS)
def test_every_list_names_the_same_posts(
    page: str, plain: Output, upgraded: Output
) -> None:
    expected = titles(plain, page)
    assert expected
    assert titles(upgraded, page) == expected


def test_drafts_stay_on_their_page(plain: Output, upgraded: Output) -> None:
    assert titles(plain, "blog/drafts.html") == ["A draft"]
    assert titles(upgraded, "blog/drafts.html") == ["A draft"]


def test_lists_show_people_by_their_names(upgraded: Output) -> None:
    assert "Ann Bee" in upgraded.text("blog/tag/fast.html")
    authors = words(
        upgraded.body("blog/tag/fast.html"), ".//*[@class='updates-authors']"
    )
    assert set(authors) <= {"Ann Bee", "Cee Dee", "Ann Bee, Cee Dee"}


def test_the_text_of_excerpts_has_no_labels_in_it(upgraded: Output) -> None:
    assert "a link to slow." in upgraded.text("blog/2024.html")


def test_dates_in_lists_are_those_of_the_posts(plain: Output, upgraded: Output) -> None:
    def dates(output: Output) -> list[date]:
        pattern = r"\d\d \w+ \d{4}|\w+ \d+, \d{4}"
        found = re.findall(pattern, output.text("blog/archive.html"))
        return [parse(text).date() for text in found]

    assert dates(plain)
    assert dates(upgraded) == dates(plain)


@pytest.mark.parametrize("page", ["index.html", "guide.html", "news.html"])
def test_pages_of_the_docs_read_the_same(
    page: str, plain: Output, upgraded: Output
) -> None:
    assert upgraded.text(page) == plain.text(page)


@pytest.mark.parametrize(
    "page", ["first", "second/index", "by-pattern", "rest", "draft"]
)
def test_posts_read_the_same(page: str, plain: Output, upgraded: Output) -> None:
    def paragraphs(output: Output) -> list[str]:
        # What stands around a post is ours, and so is the form of dates.
        found = output.body(f"blog/2024/{page}.html").xpath(
            ".//section//p[not(contains(@class, 'updates-'))]"
        )
        return [
            re.sub(
                r"(?<=^Updated on )\w.*\d$",
                lambda written: parse(written[0]).date().isoformat(),
                paragraph.text_content(),
            )
            for paragraph in found
        ]

    assert paragraphs(upgraded) == paragraphs(plain)


@pytest.mark.parametrize("page", ["old/first", "older/first-post", "rest-old"])
def test_old_addresses_lead_on(page: str, upgraded: Output) -> None:
    text = (upgraded.root / "out" / f"{page}.html").read_text("utf-8")
    post = "rest" if "rest" in page else "first"
    assert f"url={'../' * page.count('/')}blog/2024/{post}.html" in text


def text_of(content: str) -> str:
    """Return the words of an entry; only ours has addresses that lead somewhere."""
    return " ".join(re.sub(r"<[^>]*>", " ", content).split())


@pytest.mark.parametrize(
    "path", ["blog/atom.xml", "blog/tag/slow/atom.xml", "blog/author/ann-bee/atom.xml"]
)
def test_feeds_have_the_same_entries(
    path: str, plain: Output, upgraded: Output
) -> None:
    def entries(output: Output) -> list[tuple[str, ...]]:
        return [
            (e.id, e.title, e.published, e.updated, text_of(e.content[0].value))
            for e in output.feed(path).entries
        ]

    assert entries(upgraded) == entries(plain)


def test_two_processes_build_it_without_a_warning(
    upgraded: Output, tmp_path: Path
) -> None:
    built = build(tmp_path, ["myst_parser", "ablog", "sphinx_updates"], "-W", "-j2")
    assert (built.returncode, built.stderr) == (0, "")
    assert different(built.files, upgraded.files) == []


def test_our_extension_alone_brings_the_others(
    upgraded: Output, tmp_path: Path
) -> None:
    built = build(tmp_path, ["sphinx_updates"], "-W", "-j1")
    assert (built.returncode, built.stderr) == (0, "")
    assert different(built.files, upgraded.files) == []
