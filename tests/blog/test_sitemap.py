"""The files that lead search engines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from lxml import etree

from sphinx_updates.blog.sitemap import NAMESPACE, SitemapEntry, robots_txt, sitemap


def test_a_sitemap_has_every_page_in_order() -> None:
    data = sitemap(
        [
            SitemapEntry(
                "https://e.org/b & c/",
                datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-5))),
            ),
            SitemapEntry("https://e.org/a/é"),
        ]
    )
    root = etree.fromstring(data)
    assert root.tag == f"{{{NAMESPACE}}}urlset"
    assert [[child.text for child in url] for url in root] == [
        ["https://e.org/a/%C3%A9"],
        ["https://e.org/b%20&%20c/", "2024-01-02T03:04:05-05:00"],
    ]


def test_an_empty_sitemap_is_one() -> None:
    assert len(etree.fromstring(sitemap([]))) == 0


def test_a_sitemap_has_no_more_than_is_allowed() -> None:
    entries = [
        SitemapEntry(f"https://e.org/{n}", datetime(2024, 1, 1, tzinfo=UTC))
        for n in range(50_001)
    ]
    assert len(etree.fromstring(sitemap(entries))) == 50_000


def test_everyone_may_come_in() -> None:
    assert robots_txt("https://e.org/sitemap.xml").decode() == (
        "User-agent: *\nDisallow:\n\nSitemap: https://e.org/sitemap.xml\n"
    )
