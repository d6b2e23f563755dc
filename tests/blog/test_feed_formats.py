"""All three formats of a feed, against the rules of each."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

import feedparser
import pytest
from feed_rules import (
    CONTENT,
    DC,
    MEDIA,
    atom_faults,
    json_faults,
    rss_faults,
)
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.feeds import (
    FORMATS,
    WRITERS,
    Feed,
    FeedEntry,
    FeedImage,
    atom,
    json_feed,
    rss,
)

if TYPE_CHECKING:
    from sphinx_updates.blog.feeds import Format

BASE: Final = "https://example.org/blog/"
FAULTS: Final = {"atom": atom_faults, "rss": rss_faults, "json": json_faults}
WHOLE: Final = FeedEntry(
    id="https://old.example/whole/",
    url=BASE + "whole/",
    title="Whole & <all>",
    published=datetime(2024, 1, 2, 10, tzinfo=timezone(timedelta(hours=2))),
    updated=datetime(2024, 3, 1, tzinfo=UTC),
    authors=(Author("Ann Bee", "https://ann.example/é"), Author("Cee Dee")),
    terms=("one", "two words", "one"),
    summary="1 < 2 & so on",
    content='<p>All of <a href="https://example.org/x">it</a>.</p>',
    is_whole=True,
    image=FeedImage(BASE + "whole/a b.png", "image/png", 1234, "A picture"),
    language="fr",
)
PART: Final = replace(
    WHOLE,
    id=BASE + "part/",
    url=BASE + "part/",
    is_whole=False,
    image=FeedImage("https://pictures.example/x", ""),
)
BARE: Final = FeedEntry(id=BASE + "b/", url=BASE + "b/", title="", published=None)


def feed_of(*entries: FeedEntry, **values: str) -> Feed:
    known = {"id": BASE + "f", "url": BASE + "f", "home": BASE, "title": "Our blog"}
    return Feed(**known | values, entries=entries)


def item(data: bytes) -> Any:
    """Return the first item of an RSS feed."""
    return etree.fromstring(data).find("channel/item")


@pytest.mark.parametrize("entries", [(), (WHOLE, PART, BARE)])
@pytest.mark.parametrize("form", FORMATS)
def test_feeds_keep_the_rules(form: Format, entries: tuple[FeedEntry, ...]) -> None:
    data = WRITERS[form](feed_of(*entries, subtitle="Sub & title", language="de"))
    assert FAULTS[form](data) == []
    assert WRITERS[form](feed_of(*entries, subtitle="Sub & title", language="de")) == (
        data
    )


@given(
    text=st.text(st.characters(exclude_categories=()), max_size=30),
    seconds=st.integers(-80_000, 80_000),
    year=st.integers(1000, 9998),
)
@pytest.mark.parametrize("form", FORMATS)
def test_any_text_and_any_date_keep_the_rules(
    form: Format, text: str, seconds: int, year: int
) -> None:
    zone = timezone(timedelta(seconds=seconds))
    entry = FeedEntry(
        id=BASE + "x/",
        url=BASE + text,
        title=text,
        published=datetime(year, 6, 1, tzinfo=zone),
        authors=(Author(text or "A", BASE + text),),
        terms=(text,),
        summary=text,
        content=text,
        image=FeedImage(BASE + text, "image/png", 1),
    )
    data = WRITERS[form](feed_of(entry, title=text, subtitle=text))
    assert [one for one in FAULTS[form](data) if "relative" not in one] == []


def test_rss_names_all_authors_and_no_address_of_theirs() -> None:
    found = item(rss(feed_of(WHOLE)))
    assert [e.text for e in found.findall(f"{DC}creator")] == ["Ann Bee", "Cee Dee"]
    assert found.find("author") is None
    assert [e.text for e in found.findall("category")] == ["one", "two words"]


def test_a_whole_post_stands_beside_its_description_in_rss() -> None:
    found = item(rss(feed_of(WHOLE)))
    assert found.findtext("description") == "1 &lt; 2 &amp; so on"
    assert found.findtext(f"{CONTENT}encoded") == WHOLE.content
    part = item(rss(feed_of(PART)))
    assert part.findtext("description") == PART.content
    assert part.find(f"{CONTENT}encoded") is None
    assert item(rss(feed_of(BARE))).find("description") is None


def test_an_id_of_another_site_is_no_link_in_rss() -> None:
    assert item(rss(feed_of(WHOLE))).find("guid").attrib == {"isPermaLink": "false"}
    assert item(rss(feed_of(PART))).find("guid").attrib == {"isPermaLink": "true"}


def test_a_picture_of_known_size_is_an_enclosure() -> None:
    enclosure = {
        "url": BASE + "whole/a%20b.png",
        "length": "1234",
        "type": "image/png",
    }
    found = item(rss(feed_of(WHOLE)))
    assert found.find("enclosure").attrib == enclosure
    assert found.find(f"{MEDIA}content").get("medium") == "image"
    parsed = feedparser.parse(atom(feed_of(WHOLE))).entries[0]
    (link,) = parsed.enclosures
    assert (link.href, link.length, link.type) == tuple(enclosure.values())
    (one,) = json.loads(json_feed(feed_of(WHOLE)))["items"]
    assert one["image"] == enclosure["url"]
    assert one["attachments"] == [
        {"url": enclosure["url"], "mime_type": "image/png", "size_in_bytes": 1234}
    ]


def test_a_picture_elsewhere_is_shown_and_no_enclosure() -> None:
    found = item(rss(feed_of(PART)))
    assert found.find("enclosure") is None
    assert found.find(f"{MEDIA}content").get("url") == "https://pictures.example/x"
    assert not feedparser.parse(atom(feed_of(PART))).entries[0].enclosures
    (one,) = json.loads(json_feed(feed_of(PART)))["items"]
    assert one["image"] == "https://pictures.example/x"
    assert "attachments" not in one


def test_json_has_one_kind_of_content() -> None:
    items = json.loads(json_feed(feed_of(WHOLE, PART, BARE)))["items"]
    kinds = [{"content_html", "content_text", "summary"} & one.keys() for one in items]
    assert kinds == [{"content_html"}, {"content_html", "summary"}, {"content_text"}]
    assert items[0]["authors"] == [
        {"name": "Ann Bee", "url": "https://ann.example/%C3%A9"},
        {"name": "Cee Dee"},
    ]
    assert items[2]["title"] == BARE.url


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_feedparser_finds_nothing_bad(form: Format) -> None:
    found = feedparser.parse(WRITERS[form](feed_of(WHOLE, PART, BARE)))
    assert not found.bozo
    assert [entry.id for entry in found.entries] == [WHOLE.id, PART.id, BARE.id]


BROKEN: Final = {
    "atom": (
        b"<feed xmlns='http://www.w3.org/2005/Atom'><id>x</id><title/>"
        b"<updated>today</updated><entry><id>https://a.example/</id><title/>"
        b"<updated>2024-01-01T00:00:00Z</updated><content type='html'>"
        b"&lt;a href='x'>y&lt;/a></content></entry></feed>"
    ),
    "rss": (
        b"<rss version='2.0'><channel><title>T</title><link>x</link><description/>"
        b"<item><guid>x</guid><link>https://a.example/</link>"
        b"<pubDate>2024-01-01</pubDate><enclosure url='x'/></item></channel></rss>"
    ),
    "json": b'{"version": "1.1", "items": [{"id": 1, "url": "x"}]}',
}


@pytest.mark.parametrize("form", FORMATS)
def test_the_rules_find_what_is_wrong(form: Format) -> None:
    assert len(FAULTS[form](BROKEN[form])) >= 5
