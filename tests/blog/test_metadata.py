"""What the head of a page says to machines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.metadata import (
    Metadata,
    head_tags,
    one_line,
    structured_data,
)

POST: Final = Metadata(
    title='A "post" & more',
    url="https://example.org/blog/a/",
    site_name="The site",
    description="What it is.",
    language="pt_BR",
    image="https://example.org/blog/a/a.png",
    image_alt="A picture",
    is_post=True,
    published=datetime(2024, 1, 2, tzinfo=UTC),
    updated=datetime(2024, 3, 1, tzinfo=UTC),
    authors=(Author("Ann Bee", "https://example.org/ann/"), Author("Cee")),
    tags=("one", "two"),
    section="News",
    logo="https://example.org/_static/logo.png",
)
BARE: Final = Metadata(title="Bare")


def tags_of(text: str) -> list[tuple[str, str]]:
    found = html.fragment_fromstring(text, create_parent="div").iter("meta")
    return [(m.get("name") or m.get("property"), m.get("content")) for m in found]


def data_of(page: Metadata) -> dict[str, Any]:
    root = html.fragment_fromstring(structured_data(page), create_parent="div")
    (script,) = root
    assert not script.tail.strip()
    found: dict[str, Any] = json.loads(script.text)
    return found


def test_a_post_has_all_tags_once() -> None:
    found = tags_of(head_tags(POST))
    assert found == [
        ("description", "What it is."),
        ("author", "Ann Bee, Cee"),
        ("og:title", 'A "post" & more'),
        ("og:type", "article"),
        ("og:url", "https://example.org/blog/a/"),
        ("og:site_name", "The site"),
        ("og:description", "What it is."),
        ("og:locale", "pt_BR"),
        ("og:image", "https://example.org/blog/a/a.png"),
        ("og:image:alt", "A picture"),
        ("twitter:card", "summary_large_image"),
        ("article:published_time", "2024-01-02T00:00:00+00:00"),
        ("article:modified_time", "2024-03-01T00:00:00+00:00"),
        ("article:author", "https://example.org/ann/"),
        ("article:author", "Cee"),
        ("article:section", "News"),
        ("article:tag", "one"),
        ("article:tag", "two"),
    ]


def test_a_page_has_what_is_known_of_it() -> None:
    assert tags_of(head_tags(replace(BARE, robots="noindex"))) == [
        ("robots", "noindex"),
        ("og:title", "Bare"),
        ("og:type", "website"),
        ("twitter:card", "summary"),
    ]


def test_tags_that_are_there_are_not_repeated() -> None:
    known = {"description", "og:title", "article:tag"}
    assert not known & {name for name, _value in tags_of(head_tags(POST, known))}


def test_a_post_for_search_engines() -> None:
    assert data_of(POST) == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": 'A "post" & more',
        "description": "What it is.",
        "datePublished": "2024-01-02T00:00:00+00:00",
        "dateModified": "2024-03-01T00:00:00+00:00",
        "author": [
            {"@type": "Person", "name": "Ann Bee", "url": "https://example.org/ann/"},
            {"@type": "Person", "name": "Cee"},
        ],
        "image": "https://example.org/blog/a/a.png",
        "keywords": ["one", "two"],
        "articleSection": "News",
        "inLanguage": "pt_BR",
        "publisher": {
            "@type": "Organization",
            "name": "The site",
            "logo": {
                "@type": "ImageObject",
                "url": "https://example.org/_static/logo.png",
            },
        },
        "url": "https://example.org/blog/a/",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://example.org/blog/a/",
        },
    }


@pytest.mark.parametrize(
    "bad", ["</script><script>x()</script>", "<!--<script>", "a\u2028b", "]]>", "&lt;"]
)
def test_nothing_ends_the_script(bad: str) -> None:
    text = structured_data(replace(POST, title=bad, tags=(bad,)))
    inside = text.removeprefix('<script type="application/ld+json">')
    inside = inside.removesuffix("</script>\n")
    assert not set("<>&\u2028") & set(inside)
    assert json.loads(inside)["headline"] == bad


@given(st.text(max_size=50))
def test_any_text_stays_text(text: str) -> None:
    page = replace(POST, title=text, description=text, site_name=text)
    assert data_of(page).get("headline", "") == text
    assert "<script" not in head_tags(page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" a\n b\t", "a b"),
        ("one two three", "one two three"),
        ("one two, threefold", "one two…"),
        ("onetwothreefourfive", "onetwothreefou…"),
    ],
)
def test_a_description_is_one_short_line(text: str, expected: str) -> None:
    assert one_line(text, 15) == expected
