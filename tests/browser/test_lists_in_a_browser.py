"""Readers filter, sort and leaf through lists, with and without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import PHONE
from sample_blog import POSTS

if TYPE_CHECKING:
    from browsing import Visit, Visitor

pytestmark = pytest.mark.slow

SHOWN = ".updates-items > :visible"


def titles(visit: Visit) -> list[str]:
    """Return the titles of the posts that are shown."""
    return visit.page.locator(
        ".updates-items :is(h2, h3, h4):visible a"
    ).all_inner_texts()


def test_text_filters_the_list_and_stands_in_the_address(visit: Visitor) -> None:
    seen = visit("list/")
    assert len(titles(seen)) == 50
    seen.page.get_by_label("Search in the posts").fill("QUIETER")
    assert titles(seen)
    assert all("quieter" in title.lower() for title in titles(seen))
    assert "find=QUIETER" in seen.page.url
    count = seen.page.locator(".updates-filter-count").inner_text()
    assert count == f"Posts shown: {len(titles(seen))}"
    seen.page.reload()
    assert all("quieter" in title.lower() for title in titles(seen))
    seen.page.get_by_label("Search in the posts").fill("")
    assert len(titles(seen)) == 50
    assert not visit.faults(seen)


def test_a_tag_filters_the_list(visit: Visitor) -> None:
    seen = visit("list/")
    seen.page.get_by_label("Tag", exact=True).select_option(label="Tutorial")
    cards = seen.page.locator(SHOWN)
    assert 0 < cards.count() < 50
    for number in range(cards.count()):
        assert "Tutorial" in cards.nth(number).inner_text()


@pytest.mark.parametrize("order", ["Newest first", "Oldest first"])
def test_dates_sort_the_list(visit: Visitor, order: str) -> None:
    seen = visit("list/")
    seen.page.get_by_label("Sort by").select_option(label=order)
    times = seen.page.locator(".updates-items time")
    dates = [
        times.nth(number).get_attribute("datetime") or ""
        for number in range(times.count())
    ]
    assert len(dates) >= 50
    assert dates == sorted(dates, reverse=order == "Newest first")


def test_titles_sort_the_list(visit: Visitor) -> None:
    seen = visit("list/")
    seen.page.get_by_label("Sort by").select_option(label="Title")
    found = titles(seen)
    # The first words: how two numbers compare is the browser's own business.
    words = [title.split(",")[0].casefold() for title in found]
    assert words == sorted(words)


def test_a_filter_finds_posts_of_other_pages(visit: Visitor) -> None:
    seen = visit("table/")
    assert seen.page.locator(SHOWN).count() == 10
    seen.page.get_by_label("Search in the posts").fill("meeting")
    seen.page.wait_for_function(
        "document.querySelector('.updates-filter-count').textContent.includes('10')"
    )
    assert not visit.faults(seen)


def test_pages_lead_to_each_other(visit: Visitor) -> None:
    seen = visit("blog/")
    page = seen.page
    met: list[str] = []
    while True:
        met += [
            link.get_attribute("href") or ""
            for link in page.locator("article :is(h2, h3, h4) a").all()
        ]
        following = page.locator("nav a[rel=next]")
        if not following.count():
            break
        assert page.locator("head link[rel=next]").count() == 1
        following.first.click()
        page.wait_for_load_state()
        assert page.locator("head link[rel=prev]").count() == 1
        assert page.locator("nav [aria-current=page]").count() >= 1
    assert len({href.rstrip("/").rsplit("/", 1)[-1] for href in met}) == POSTS
    assert not visit.faults(seen)


@pytest.mark.parametrize("path", ["list/", "table/", "blog/", "blog/note-55/"])
def test_nothing_moves_while_a_page_is_loaded(visit: Visitor, path: str) -> None:
    seen = visit(path, size=PHONE)
    script = """() => new Promise((done) => new PerformanceObserver((list) =>
      done(list.getEntries().reduce((sum, one) => sum + one.value, 0))
    ).observe({type: "layout-shift", buffered: true}) ?? setTimeout(done, 500, 0))"""
    assert seen.page.evaluate(script) < 0.02


def test_without_a_script_lists_are_plain(visit: Visitor) -> None:
    seen = visit("list/", has_script=False)
    assert len(titles(seen)) == 50
    assert not seen.page.locator(".updates-filter").is_visible()
    post = seen.page.locator(".updates-items article a").first
    post.click()
    seen.page.wait_for_load_state()
    assert "/blog/note-" in seen.page.url


def test_a_list_works_by_keyboard(visit: Visitor) -> None:
    page = visit("list/").page
    page.get_by_label("Search in the posts").focus()
    page.keyboard.type("repairs")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "tag"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "sort"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.updates-items') !== null")
    # The frame may stand around the link, what it covers, or the card.
    frames = page.evaluate(
        "(() => { const link = document.activeElement;"
        " const styles = [getComputedStyle(link), getComputedStyle(link, '::after'),"
        " getComputedStyle(link.closest('article'))];"
        " return styles.map(s => s.outlineStyle + s.boxShadow) })()"
    )
    assert any(frame != "nonenone" for frame in frames), frames
    page.keyboard.press("Enter")
    page.wait_for_url("**/blog/note-*/")
