"""A small blog that several tests build, and what they read on its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import feedparser

if TYPE_CHECKING:
    from conftest import Build
    from lxml.html import HtmlElement

PNG = b"\x89PNG\r\n\x1a\n"
BASE: dict[str, Any] = {"html_baseurl": "https://example.org/docs/"}
ALPHA = """\
---
title: Alpha & more
subtitle: What *it* is
summary: In **short**.
date: 2024-03-05T23:30:00-08:00
lastmod: 2024-05-06
authors: [Ann Bee, "[Cee Dee](https://cee.example) (Institute)"]
tags: [fast, two words]
categories: [News]
image:
  filename: picture.png
  alt_text: A picture
---

Hello [Gamma](../gamma/).
"""
FILES: dict[str, str | bytes] = {
    "posts/alpha/index.md": ALPHA,
    "posts/alpha/picture.png": PNG,
    # A day later on the calendar, yet some hours earlier.
    "posts/beta.md": (
        "---\ntitle: Beta\ndate: 2024-03-06\ntags: [fast]\nauthors: [Ann Bee]\n"
        "external_link: https://elsewhere.example/beta\n---\n\nText.\n"
    ),
    "posts/gamma.md": "---\ntitle: Gamma\ndate: 2023-01-06\nweight: 1\n---\n\nText.\n",
    "posts/delta.md": "---\ntitle: Delta\ntags: [fast]\n---\n\nText.\n",
}


def words(element: HtmlElement, path: str) -> list[str]:
    """Return the text of every element at *path*, with single blanks."""
    return [" ".join(found.text_content().split()) for found in element.xpath(path)]


def cards(page: HtmlElement) -> list[tuple[str, str]]:
    """Return title and address of every card of a list."""
    links = page.xpath("//*[@class='updates-card-title']/a")
    return [(link.text_content(), link.get("href")) for link in links]


def titles(page: HtmlElement) -> list[str]:
    return [title for title, _address in cards(page)]


def listed(body: HtmlElement) -> list[str]:
    """Return the items of ABlog's own list."""
    return words(body, ".//li[@class='ablog-post']/p[1]")


def feed_of(built: Build, path: str = "blog/atom.xml") -> Any:
    found = feedparser.parse((built.outdir / path).read_bytes())
    assert not found.bozo
    return found
