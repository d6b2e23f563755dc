"""Atom feeds: what a feed reader gets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.feeds import Feed, FeedEntry, atom

BASE = "https://example.org/blog/"
ATOM = "{http://www.w3.org/2005/Atom}"
FIRST = FeedEntry(
    id=BASE + "first/",
    url=BASE + "first/",
    title="First & <second>",
    published=datetime(2024, 1, 2, 10, tzinfo=timezone(timedelta(hours=2))),
    updated=datetime(2024, 3, 1, tzinfo=UTC),
    authors=(Author("Ann Bee"), Author("Cee Dee"), Author("Zoë")),
    terms=("one", "two words"),
    summary="What <it> is.\nTwo lines.",
    content="<p>What &lt;it&gt; is.</p>",
)
SECOND = FeedEntry(
    id=BASE + "second/",
    url="https://elsewhere.example/",
    title="Second",
    published=datetime(2023, 1, 2, tzinfo=UTC),
)
UNDATED = FeedEntry(id=BASE + "u/", url=BASE + "u/", title="Undated", published=None)


def feed_of(*entries: FeedEntry, **values: str) -> Feed:
    return Feed(
        **{
            "id": BASE + "atom.xml",
            "url": BASE + "atom.xml",
            "home": BASE,
            "title": "Our blog",
            **values,
        },
        entries=entries,
    )


def read(feed: Feed) -> Any:
    """Return *feed* as a feed reader reads it; what it finds bad is an error."""
    found = feedparser.parse(atom(feed))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_the_feed_says_what_it_belongs_to() -> None:
    found = read(feed_of(FIRST, SECOND, subtitle="News & more", language="de")).feed
    assert found.id == BASE + "atom.xml"
    assert found.title == "Our blog"
    assert found.subtitle == "News & more"
    assert found.language == "de"
    assert {(link.rel, link.href) for link in found.links} == {
        ("alternate", BASE),
        ("self", BASE + "atom.xml"),
    }


def test_entries_keep_their_order_and_values() -> None:
    first, second = read(feed_of(FIRST, SECOND)).entries
    assert first.id == BASE + "first/"
    assert first.title == "First & <second>"
    assert [author.name for author in first.authors] == ["Ann Bee", "Cee Dee", "Zoë"]
    assert [tag.term for tag in first.tags] == ["one", "two words"]
    assert first.published == "2024-01-02T10:00:00+02:00"
    assert first.updated == "2024-03-01T00:00:00+00:00"
    assert first.content[0].type == "text/html"
    assert first.content[0].value == "<p>What &lt;it&gt; is.</p>"
    assert second.id == BASE + "second/"
    assert second.link == "https://elsewhere.example/"
    assert second.updated == second.published == "2023-01-02T00:00:00+00:00"


def test_the_feed_is_as_old_as_its_latest_change() -> None:
    assert read(feed_of(SECOND, FIRST)).feed.updated == "2024-03-01T00:00:00+00:00"


@pytest.mark.parametrize("entries", [(), (UNDATED,)])
def test_a_feed_without_a_date_is_valid(entries: tuple[FeedEntry, ...]) -> None:
    found = read(feed_of(*entries))
    assert found.feed.updated == "1970-01-01T00:00:00+00:00"
    assert [entry.title for entry in found.entries] == [e.title for e in entries]


def test_what_atom_demands_of_an_entry_is_always_there() -> None:
    root = etree.fromstring(atom(feed_of(FIRST, SECOND, UNDATED)))
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        for name in ("id", "title", "updated", "author", "link"):
            assert entry.find(f"{ATOM}{name}") is not None, name
    assert entries[2].find(f"{ATOM}published") is None


def test_the_same_feed_gives_the_same_bytes() -> None:
    assert atom(feed_of(FIRST, UNDATED)) == atom(feed_of(FIRST, UNDATED))


@pytest.mark.parametrize(
    "bad",
    ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "\uffff"],
)
def test_characters_that_xml_cannot_hold_are_left_out(bad: str) -> None:
    entry = FeedEntry(
        id=BASE + "x/",
        url=BASE + "x/",
        title=f"A{bad}B",
        published=SECOND.published,
        authors=(Author(f"Ann{bad}"),),
        terms=(f"one{bad}",),
        summary=f"sum{bad}mary",
        content=f"<p>con{bad}tent</p>",
    )
    (found,) = read(feed_of(entry)).entries
    assert found.title == "AB"
    assert found.authors[0].name == "Ann"
    assert found.tags[0].term == "one"
    assert found.content[0].value == "<p>content</p>"


@pytest.mark.parametrize("where", ["title", "subtitle"])
def test_control_characters_in_the_settings_do_no_harm(where: str) -> None:
    assert read(feed_of(FIRST, **{where: "a\x00b"})).feed[where] == "ab"


def test_an_entry_without_a_title_is_named_by_its_address() -> None:
    entry = FeedEntry(id=BASE, url=BASE, title="", published=None)
    assert read(feed_of(entry)).entries[0].title == BASE


@given(text=st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_makes_a_feed(text: str) -> None:
    entry = FeedEntry(
        id=BASE,
        url=BASE,
        title=text,
        published=None,
        authors=(Author(text),),
        terms=(text,),
        summary=text,
        content=text,
    )
    etree.fromstring(atom(feed_of(entry)))
