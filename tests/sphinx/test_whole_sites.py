"""Whole Hugo sites, built by Sphinx: the files that Hugo publishes, and no others.

The sites and what Hugo makes of them are those of ``golden/sites.json``; that the core
knows the same set is tested in ``hugo/site/test_site.py``.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from sphinx_updates.hugo.site.outputs import published_path
from sphinx_updates.hugo.site.site import read_site
from sphinx_updates.hugo.site.site_config import read_site_config

if TYPE_CHECKING:
    from conftest import Build, MakeSite

    from sphinx_updates.hugo.site.site import Site

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "sites.json"
CASES: Final[dict[str, dict[str, Any]]] = {
    case["name"]: case for case in json.loads(GOLDEN.read_text("utf-8"))["cases"]
}
CONF = """\
project = "Site"
extensions = ["sphinx_updates"]
html_theme = "basic"
html_baseurl = "https://example.org/"
updates_site = "../website"
suppress_warnings = ["sphinx_updates"]
"""
# Sphinx's own files, and what is added to a site: an archive, more feeds, what Hugo
# leaves to layouts or has switched off here.
EXTRA: Final = re.compile(
    r"_static/|_sources/|_images/|_downloads/|\.buildinfo$|objects\.inv$"
    r"|(?:search|genindex)(?:/index)?\.html$|searchindex\.js$"
    # Hugo has further pages of a list if the templates of its theme ask for them.
    r"|(?:[^/]+/)*page/\d+/index\.html$"
    r"|(?:[^/]+/)+(?:archive|drafts|\d{4})(?:/index)?\.html$"
    r"|(?:[^/]+/)*(?:atom\.xml|feed\.json)$"
    r"|404\.html$|robots\.txt$|sitemap\.xml$"
)
DIVERGES: Final = ("build options", "other suffixes")
"""Where the core publishes other files than Hugo, each with its reason there."""

pytestmark = pytest.mark.slow


def build_site(make_site: MakeSite, name: str, builder: str = "html") -> Build:
    files = {f"website/{n}": text for n, text in CASES[name]["files"].items()}
    site = make_site({"docs/conf.py": CONF, **files})
    (site.root / "docs" / "index.md").unlink()
    return site.build(builder)


def published(site: Site) -> set[str]:
    """Return the files that the core says are published, redirects too."""
    urls = {page.url for page in site.mount.pages} | set(site.redirects)
    urls |= {entry.url for entry in site.lists}
    urls |= {alias for page in site.mount.pages for alias in page.aliases}
    urls |= {file.url for file in site.mount.files}
    urls |= {feed.url for entry in site.lists for feed in entry.feeds}
    return {published_path(url) for url in urls if url}


@pytest.mark.parametrize("name", CASES)
def test_the_same_files_as_hugo(make_site: MakeSite, name: str) -> None:
    built = build_site(make_site, name)
    site = read_site(read_site_config(built.root / "website"), now=datetime.now(UTC))
    # Sphinx cannot do without a front page.
    expected = published(site) | {"index.html"}
    found = {p for p in built.files() if p in expected or not EXTRA.match(p)}
    assert found == expected
    if len(site.config.languages.built) == 1 and name not in DIVERGES:
        assert found == set(CASES[name]["published"]) | {"index.html"}
