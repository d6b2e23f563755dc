"""The rules of RFC 4287, RSS 2.0 and JSON Feed 1.1, as far as a file can break them.

Each function returns what is wrong, one sentence each; nothing for a valid feed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ATOM: Final = "{http://www.w3.org/2005/Atom}"
CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
MEDIA: Final = "{http://search.yahoo.com/mrss/}"
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+")
_MEDIA_TYPE: Final = re.compile(r"[\w.+-]+/[\w.+-]+")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def is_absolute(text: str | None) -> bool:
    """Say whether *text* is an absolute URI, all in the characters of RFC 3986."""
    return bool(text and _URI.fullmatch(text) and urlsplit(text).netloc)


def is_timestamp(text: object) -> bool:
    """Say whether *text* is a date of RFC 3339."""
    if not isinstance(text, str) or not re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", text
    ):
        return False
    return datetime.fromisoformat(text).tzinfo is not None


def relative_addresses(html: str) -> list[str]:
    """Return the addresses in *html* that are not absolute."""
    pattern = r"""\s(?:href|src|poster|data)=["']([^"']*)["']"""
    found = re.findall(pattern, html)
    for value in re.findall(r"""\ssrcset=["']([^"']*)["']""", html):
        found += [part.split()[0] for part in value.split(", ")]
    return [one for one in found if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", one)]


def atom_faults(data: bytes) -> list[str]:
    """Return what breaks RFC 4287; numbers in the messages are its sections."""
    root = etree.fromstring(data)
    entries = root.findall(f"{ATOM}entry")
    return [
        *_unless(root.tag == f"{ATOM}feed", "4.1.1: the root is no feed"),
        *_atom_common(root, "the feed"),
        *_at_most_one(root, ("subtitle", "generator", "rights"), "the feed"),
        *_unless(
            len(root.findall(f"{ATOM}link[@rel='self']")) == 1,
            "4.1.1: a feed should have one link to itself",
        ),
        *(fault for entry in entries for fault in _atom_entry(entry, root)),
        *_repeated(entry.findtext(f"{ATOM}id") for entry in entries),
    ]


def _atom_entry(entry: Any, root: Any) -> Iterator[str]:
    where = entry.findtext(f"{ATOM}id") or "an entry"
    yield from _atom_common(entry, where)
    people = entry.findall(f"{ATOM}author")
    yield from _unless(
        people or root.findall(f"{ATOM}author"), f"4.1.2: {where} has no author"
    )
    names = ("published", "content", "summary", "rights", "source")
    yield from _at_most_one(entry, names, where)
    for person in people:
        yield from _atom_person(person, where)
    for category in entry.findall(f"{ATOM}category"):
        yield from _unless(
            category.get("term") is not None, f"4.2.2: {where}: no term of a category"
        )
    for content in entry.findall(f"{ATOM}content"):
        is_text = content.get("type") in ("text", "html") and not len(content)
        yield from _unless(is_text, f"4.1.3: {where}: neither text nor HTML")
        yield from _relative(content.text, where)
    links = entry.findall(f"{ATOM}link[@rel='alternate']")
    yield from _unless(
        links or entry.find(f"{ATOM}content") is not None,
        f"4.1.2: {where} has neither content nor a link",
    )


def _atom_person(person: Any, where: str) -> Iterator[str]:
    (name, *others) = person.findall(f"{ATOM}name") or [None]
    is_named = name is not None and not others and (name.text or "").strip()
    yield from _unless(is_named, f"3.2: an author of {where} has not one name")
    for uri in person.findall(f"{ATOM}uri"):
        yield from _unless(is_absolute(uri.text), f"3.2.2: {uri.text!r} is no IRI")


def _atom_common(element: Any, where: str) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        count = len(element.findall(ATOM + name))
        yield from _unless(count == 1, f"4.1: {where} has not one {name}")
    yield from _unless(
        is_absolute(element.findtext(f"{ATOM}id")),
        f"4.2.6: the id of {where} is no absolute IRI",
    )
    for name in ("updated", "published"):
        for date in element.findall(ATOM + name):
            fault = f"3.3: {date.text!r} of {where} is no date"
            yield from _unless(is_timestamp(date.text), fault)
    links = element.findall(f"{ATOM}link")
    for link in links:
        yield from _atom_link(link, where)
    alternates = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in links
        if link.get("rel", "alternate") == "alternate"
    )
    is_once = all(count == 1 for count in alternates.values())
    yield from _unless(is_once, f"4.1: {where} has two links to the same thing")


def _atom_link(link: Any, where: str) -> Iterator[str]:
    href, kind = link.get("href"), link.get("type", "a/b")
    yield from _unless(is_absolute(href), f"4.2.7.1: {href!r} of {where} is no IRI")
    yield from _unless(
        _MEDIA_TYPE.fullmatch(kind), f"4.2.7.3: {kind!r} of {where} is no media type"
    )
    yield from _unless(
        link.get("rel") != "enclosure" or (link.get("length") or "").isdigit(),
        f"4.2.7.6: an enclosure of {where} has no length",
    )


def rss_faults(data: bytes) -> list[str]:
    """Return what breaks RSS 2.0, or the advice of its Best Practices Profile."""
    root = etree.fromstring(data)
    (channel, *others) = root.findall("channel") or [etree.Element("channel")]
    items = channel.findall("item")
    is_rss = root.tag == "rss" and root.get("version") == "2.0" and not others
    return [
        *_unless(is_rss, "the root is no rss of version 2.0 with one channel"),
        *_rss_channel(channel),
        *_repeated(item.findtext("guid") for item in items),
        *(fault for item in items for fault in _rss_item(item)),
    ]


def _rss_channel(channel: Any) -> Iterator[str]:
    for name in ("title", "link", "description"):
        texts = [element.text for element in channel.findall(name)]
        is_said = len(texts) == 1 and (texts[0] or "").strip()
        yield from _unless(is_said, f"the channel has not one {name}")
    yield from _unless(
        is_absolute(channel.findtext("link")), "the link of the channel is no URL"
    )
    yield from _unless(
        len(channel.findall(f"{ATOM}link[@rel='self']")) == 1,
        "the channel does not say where it is",
    )
    language = channel.findtext("language", "en")
    yield from _unless(_LANGUAGE.fullmatch(language), f"{language!r} is no language")
    yield from _rss_dates(channel, "lastBuildDate")


def _rss_item(item: Any) -> Iterator[str]:
    where = item.findtext("guid") or "an item"
    texts = [item.find("title"), item.find("description")]
    yield from _unless(any(one is not None for one in texts), f"{where} says nothing")
    names = {child.tag for child in item}
    several = {"category", f"{DC}creator", f"{MEDIA}content"}
    yield from _at_most_one(item, names - several, where, "")
    link, guid = item.findtext("link"), item.find("guid")
    yield from _unless(is_absolute(link), f"the link of {where} is no URL")
    is_link = guid is not None and guid.get("isPermaLink", "true") == "true"
    yield from _unless(guid is not None, f"{where} has no guid")
    yield from _unless(
        not is_link or is_absolute(guid.text), f"the guid of {where} is no URL"
    )
    yield from _rss_dates(item, "pubDate")
    author = item.findtext("author", "@")
    yield from _unless("@" in author, f"the author of {where} is no e-mail address")
    for enclosure in item.findall("enclosure"):
        yield from _rss_enclosure(enclosure, where)
    for name in ("description", f"{CONTENT}encoded"):
        yield from _relative(item.findtext(name), where)


def _rss_enclosure(enclosure: Any, where: str) -> Iterator[str]:
    known = {
        "URL": is_absolute(enclosure.get("url")),
        "length": (enclosure.get("length") or "").isdigit(),
        "media type": _MEDIA_TYPE.fullmatch(enclosure.get("type") or ""),
    }
    for name, is_known in known.items():
        yield from _unless(is_known, f"an enclosure of {where} has no {name}")


def _rss_dates(element: Any, name: str) -> Iterator[str]:
    for date in element.findall(name):
        pattern = r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)"
        if not re.fullmatch(pattern, date.text or ""):
            yield f"{date.text!r} is no date of RFC 822"
        elif parsedate_to_datetime(date.text).strftime("%a") != date.text[:3]:
            yield f"{date.text!r} has another day of the week"


def json_faults(data: bytes) -> list[str]:
    """Return what breaks JSON Feed 1.1."""
    feed = json.loads(data.decode("utf-8"))
    version, items = "https://jsonfeed.org/version/1.1", feed.get("items")
    return [
        *_unless(feed.get("version") == version, "the version is not that of 1.1"),
        *_unless(_is_text(feed.get("title")), "there is no title"),
        *_unless(is_absolute(feed.get("home_page_url")), "the page is no URL"),
        *_unless(is_absolute(feed.get("feed_url")), "the feed has no URL"),
        *_unless("author" not in feed, "author is deprecated"),
        *_unless(isinstance(items, list), "there are no items"),
        *_repeated(item.get("id") for item in items or ()),
        *(fault for item in items or () for fault in _json_item(item)),
    ]


def _json_item(item: dict[str, Any]) -> Iterator[str]:
    where = item.get("id")
    yield from _unless(_is_text(where), "an item has no id")
    texts = [item.get("content_html"), item.get("content_text")]
    yield from _unless(
        any(isinstance(text, str) for text in texts), f"{where} has no content"
    )
    for name in ("url", "external_url", "image", "banner_image"):
        is_url = name not in item or is_absolute(item[name])
        yield from _unless(is_url, f"{name} of {where} is no URL")
    for name in ("date_published", "date_modified"):
        is_date = name not in item or is_timestamp(item[name])
        yield from _unless(is_date, f"{name} of {where} is no date")
    for author in item.get("authors", []):
        is_somebody = {"name", "url", "avatar"} & author.keys()
        yield from _unless(is_somebody, f"an author of {where} says nothing")
        is_url = "url" not in author or is_absolute(author["url"])
        yield from _unless(is_url, f"an author of {where} has no URL")
    tags = item.get("tags", [])
    is_text = all(isinstance(tag, str) for tag in tags)
    yield from _unless(is_text, f"a tag of {where} is no text")
    for attachment in item.get("attachments", []):
        is_whole = (
            is_absolute(attachment.get("url"))
            and _MEDIA_TYPE.fullmatch(attachment.get("mime_type", ""))
            and isinstance(attachment.get("size_in_bytes", 0), int)
        )
        yield from _unless(is_whole, f"an attachment of {where} is not complete")
    yield from _relative(item.get("content_html"), str(where))


def _unless(is_fine: object, fault: str) -> list[str]:
    return [] if is_fine else [fault]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _at_most_one(
    element: Any, names: Iterable[str], where: str, namespace: str = ATOM
) -> list[str]:
    return [
        f"{where} has more than one {name}"
        for name in names
        if len(element.findall(namespace + name)) > 1
    ]


def _repeated(ids: Iterable[str | None]) -> list[str]:
    return [
        f"{one!r} is not unique" for one, count in Counter(ids).items() if count > 1
    ]


def _relative(html: str | None, where: str) -> list[str]:
    found = relative_addresses(html or "")
    return [f"{where} has relative addresses {found}"] if found else []
