"""Pages at every width, in light and dark: nothing wrong, and nobody kept out."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from browsing import DESKTOP, PHONE, THEME

if TYPE_CHECKING:
    from pathlib import Path

    from browsing import Visitor
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

PAGES = (
    "blog/",
    "blog/page/2/",
    "blog/archive/",
    "blog/note-55/",
    "tags/",
    "tags/release/",
    "authors/",
    "authors/ada-marsh/",
    "series/the-long-walk/",
    "list/",
    "table/",
)
CHECKER = os.environ.get("VNU_JAR", "")
"""The W3C's checker (``vnu.jar`` of the npm package ``vnu-jar``)."""
OURS = "[class*=updates-]"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_errors_and_fits_a_phone(visit: Visitor, path: str) -> None:
    seen = visit(path, size=PHONE)
    width = seen.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE[0], "the page does not scroll sideways"
    assert not visit.faults(seen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_shuts_nobody_out(visit: Visitor, path: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    seen = visit(path, scheme=scheme, size=DESKTOP)
    result = axe.Axe().run(seen.page)
    faults = [
        f"{fault['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for fault in result.response["violations"]
        for node in fault["nodes"]
        if _is_ours(seen.page, node["target"])
    ]
    assert not faults, "\n".join(faults)


def _is_ours(page: Page, target: list[object]) -> bool:
    """Say whether we made an element; the theme's own are the theme's."""
    return bool(
        page.evaluate(
            "([selector, ours]) => { const e = document.querySelector(selector);"
            " return !e || e === document.documentElement ||"
            " e.closest(ours) !== null || e.closest('article, [role=main]') !== null }",
            [target[0], OURS],
        )
    )


@pytest.mark.parametrize("path", ["blog/", "blog/note-55/", "list/"])
def test_dark_mode_is_dark(visit: Visitor, path: str) -> None:
    if THEME == "alabaster":
        pytest.skip("alabaster has no dark mode")
    seen = visit(path, scheme="dark")
    for selector in ("body", ".updates-card, .updates-byline, .updates-post-header"):
        found = seen.page.locator(selector)
        if not found.count():
            continue
        dark = found.first.evaluate(
            "e => { let n = e, c; do { c = getComputedStyle(n).backgroundColor;"
            " n = n.parentElement } while (n && /, 0\\)$|transparent/.test(c));"
            " return c.match(/[\\d.]+/g).slice(0, 3).map(Number) }"
        )
        assert sum(dark) < 300, (selector, dark)


def test_pictures_have_sizes_and_wait_below_the_fold(visit: Visitor) -> None:
    page = visit("list/").page
    pictures = page.locator(".updates-card-picture img")
    assert pictures.count() == 50
    sizes = pictures.evaluate_all(
        "all => all.map(i => [i.getAttribute('width'), i.getAttribute('height')])"
    )
    assert all(width and height for width, height in sizes)
    lazy = pictures.evaluate_all("all => all.map(i => i.loading)")
    assert lazy[0] != "lazy"
    assert set(lazy[12:]) == {"lazy"}


def test_comments_load_when_a_reader_asks_for_them(visit: Visitor) -> None:
    seen = visit("blog/note-55/")
    button = seen.page.get_by_role("button", name="Show the comments")
    assert not [url for url in seen.asked if "giscus" in url]
    button.focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_timeout(100)
    assert [url for url in seen.asked if "giscus" in url] == [
        "https://giscus.app/client.js"
    ]
    script = seen.page.locator(".updates-comments script")
    assert script.get_attribute("data-theme") == "light"
    assert script.get_attribute("data-repo") == "example/notes"
    assert button.count() == 0


def test_without_a_script_a_link_leads_to_comments_and_support(visit: Visitor) -> None:
    page = visit("blog/note-55/", has_script=False).page
    assert not page.locator(".updates-comments button").is_visible()
    link = page.locator(".updates-comments a").get_attribute("href") or ""
    assert link.startswith("https://github.com/example/notes/discussions")
    support = page.locator("a[href*='/ask?page=']").first
    assert support.is_visible()
    address = support.get_attribute("href") or ""
    assert address.endswith("?page=https%3A%2F%2Fnotes.example.org%2Fblog%2Fnote-55%2F")


@pytest.mark.parametrize("width", [1200, 1280, 1320, 1440])
def test_the_support_button_covers_nothing(visit: Visitor, width: int) -> None:
    page = visit("blog/note-53/").page
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    covered = page.evaluate(
        "(() => { const button = document.querySelector('.updates-support a')"
        ".getBoundingClientRect(); return [...document.querySelectorAll("
        "'h1, h2, p, li, .updates-footer, footer a')].filter((part) => {"
        " const box = part.getBoundingClientRect();"
        " return !part.closest('.updates-support') && box.width && box.height"
        " && box.right > button.left && box.left < button.right"
        " && box.bottom > button.top && box.top < button.bottom })"
        ".map((part) => part.outerHTML.slice(0, 80)) })()"
    )
    assert covered == []


def test_a_printed_post_is_the_post_alone(visit: Visitor) -> None:
    page = visit("blog/note-55/").page
    page.emulate_media(media="print")
    for gone in (".updates-comments", ".updates-neighbours", "a[href*='/ask?page=']"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.locator("h1").first.is_visible()
    assert page.locator(".updates-byline").first.is_visible()


def test_the_checker_finds_no_error_of_ours(blog: Path) -> None:
    java = shutil.which("java")
    if not (java and CHECKER):
        pytest.skip("set VNU_JAR to the W3C's checker, and have Java")
    pages = [str(blog / path / "index.html") for path in PAGES]
    command = [java, "-jar", CHECKER, "--errors-only", "--format", "gnu", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    plain = [str(blog / path / "index.html") for path in ("empty", "guide")]
    theirs = subprocess.run(
        [*command[:6], *plain], capture_output=True, text=True, check=False
    )
    # What an empty page of the theme has too is the theme's.
    known = {line.split(": ", 1)[-1] for line in theirs.stderr.splitlines()}
    lines = done.stderr.splitlines()
    found = [line for line in lines if line.split(": ", 1)[-1] not in known]
    assert not found, "\n".join(found)
