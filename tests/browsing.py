"""A sample blog in a real browser.

The theme is pydata's unless the environment variable ``SPHINX_UPDATES_THEME`` names
another one that is installed; ``nox -s themes`` runs these tests with each.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from processes import run_sphinx
from sample_blog import write_blog
from serving import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Page,
        Playwright,
        Route,
    )

ROOT = Path(__file__).parents[1]
THEME = os.environ.get("SPHINX_UPDATES_THEME", "pydata_sphinx_theme")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = (1280, 900)
PHONE = (390, 844)


@dataclass
class Visit:
    """A page of the sample blog, open in a browser."""

    page: Page
    errors: list[str] = field(default_factory=list)
    """What the console and failed requests said."""
    asked: list[str] = field(default_factory=list)
    """The addresses outside the site that were asked for, and not reached."""

    @property
    def title(self) -> str:
        """The first heading."""
        return self.page.locator("h1").first.inner_text().strip("#¶\uf0c1 \n")


class Visitor:
    """Opens pages of the sample blog."""

    def __init__(self, browser: Browser, address: str) -> None:
        """Use a *browser* for the site at *address*."""
        self._browser = browser
        self._address = address
        self._contexts: dict[tuple[object, ...], BrowserContext] = {}
        self._known: set[str] | None = None

    def faults(self, visit: Visit) -> list[str]:
        """Return the errors of a visited page that an empty page does not have too."""
        if self._known is None:
            # A first visit: themes remember what they said.
            self._known = set(self("empty/", size=(1281, 900)).errors)
        return [error for error in visit.errors if error not in self._known]

    def __call__(
        self,
        path: str,
        *,
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        has_script: bool = True,
    ) -> Visit:
        """Open *path*, such as ``blog/``; nothing outside the site is loaded."""
        context = self._context(size, scheme, has_script=has_script)
        page = context.new_page()
        visit = Visit(page)

        def refuse(route: Route) -> None:
            visit.asked.append(route.request.url)
            route.abort()

        page.route(lambda url: not url.startswith(self._address), refuse)

        def note(message: ConsoleMessage) -> None:
            # What is blocked above is no fault of the page.
            if message.type == "error" and "ERR_FAILED" not in message.text:
                visit.errors.append(message.text)

        page.on("console", note)
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        page.goto(self._address + path, wait_until="load")
        return visit

    def _context(
        self, size: tuple[int, int], scheme: str, *, has_script: bool
    ) -> BrowserContext:
        """Return a browser of this kind; its cache is kept for the next page."""
        key = (size, scheme, has_script)
        if key not in self._contexts:
            self._contexts[key] = self._browser.new_context(
                viewport={"width": size[0], "height": size[1]},
                color_scheme="dark" if scheme == "dark" else "light",
                java_script_enabled=has_script,
                service_workers="block",
            )
        return self._contexts[key]

    def close_pages(self) -> None:
        """Close the pages that were opened."""
        for context in self._contexts.values():
            for page in context.pages:
                page.close()


@pytest.fixture(scope="session")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built sample blog."""
    if importlib.util.find_spec(THEME) is None and THEME != "alabaster":
        pytest.skip(f"the theme {THEME} is not installed")
    root = tmp_path_factory.mktemp("blog")
    docs = write_blog(root, THEME)
    done = run_sphinx(ROOT, "-q", "-b", "dirhtml", str(docs), str(root / "out"))
    assert done.returncode == 0, done.stderr
    return root / "out"


def launch(playwright: Playwright) -> Browser:
    """Return Chromium, started; who asks closes it."""
    # As root, as in containers, Chromium has no sandbox.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(
        executable_path=CHROMIUM, args=list(FLAGS), chromium_sandbox=not is_root
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser of this machine, or skip."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with api.sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(blog: Path) -> Iterator[str]:
    """Return where the sample blog is served; with a slash at its end."""
    with serve(blog) as site:
        yield site


@pytest.fixture(scope="session")
def visitor(browser: Browser, address: str) -> Visitor:
    """Return what opens pages, with one cache for all tests."""
    return Visitor(browser, address)


@pytest.fixture
def visit(visitor: Visitor) -> Iterator[Visitor]:
    """Return what opens a page, and close it again."""
    yield visitor
    visitor.close_pages()
