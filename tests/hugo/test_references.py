"""Where ``ref`` and ``relref`` lead; the golden suite compares them with Hugo."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.references import resolve_reference
from sphinx_updates.hugo.site.content import scan_mount
from sphinx_updates.hugo.site.index import SiteIndex
from sphinx_updates.hugo.site.settings import HugoSettings

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "posts/one.md": "",
    "posts/two.md": "---\nslug: zwei\n---\n",
    "posts/same.md": "",
    "posts/sub/same.md": "",
    "posts/bundle/index.md": "",
    "posts/draft.md": "---\ndraft: true\n---\n",
    "sec/_index.md": "",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SiteIndex:
    folder = tmp_path_factory.mktemp("content")
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return SiteIndex((scan_mount("", folder, HugoSettings(), now=now),))


@pytest.mark.parametrize(
    ("origin", "ref", "url"),
    [
        ("posts/one.md", "two", "/posts/zwei/"),
        ("posts/one.md", "two.md#x y", "/posts/zwei/#x y"),
        ("posts/one.md", "#x", "#x"),
        ("posts/one.md", "", ""),
        ("posts/one.md", "mailto:a@b.org", ""),
        ("posts/one.md", "https://o.org/posts/two?q#f", "/posts/zwei/#f"),
        ("posts/one.md", "same", "/posts/same/"),
        ("posts/bundle/index.md", "../one.md", "/posts/one/"),
        ("posts/bundle/index.md", "one", "/posts/one/"),
        ("sec/_index.md", "../posts/one", "/posts/one/"),
        (None, "posts/one", "/posts/one/"),
        (None, "/", "/"),
        (None, "/posts", "/posts/"),
        (None, "/sec", "/sec/"),
    ],
)
def test_it_leads_where_hugo_leads(
    index: SiteIndex, origin: str | None, ref: str, url: str
) -> None:
    page = index.by_path(origin) if origin else None
    found = resolve_reference(ref, page, index)
    assert (found.url, found.fault) == (url, "")


@pytest.mark.parametrize(
    ("origin", "ref", "fault"),
    [
        ("posts/one.md", "nowhere.md", "page not found"),
        ("posts/one.md", "boundle", "page not found; did you mean "),
        ("posts/one.md", "./sub", "page not found"),
        (
            "posts/one.md",
            "draft",
            "page not found, 'posts/draft.md' is a draft and is not built",
        ),
        ("posts/bundle/index.md", "../one", "page not found"),
        (
            "sec/_index.md",
            "same",
            "it is ambiguous: 'posts/same.md', 'posts/sub/same.md' have this name",
        ),
        ("posts/one.md", "zwei", "page not found"),
        ("posts/one.md", "/posts/zwei/", "page not found"),
        ("posts/one.md", "%zz", "it is no path and no URL"),
        ("posts/one.md", "http://[", "it is no path and no URL"),
        ("posts/one.md", "x" * 5000, "it is longer than 4000 characters"),
    ],
)
def test_it_says_why_it_leads_nowhere(
    index: SiteIndex, origin: str, ref: str, fault: str
) -> None:
    found = resolve_reference(ref, index.by_path(origin), index)
    assert found.url == ""
    assert found.fault.startswith(fault)


@pytest.mark.parametrize(
    ("output_format", "fault"),
    [
        ("html", ""),
        ("HTML", ""),
        ("json", "the page has no output format 'json' here"),
    ],
)
def test_pages_are_html(index: SiteIndex, output_format: str, fault: str) -> None:
    assert resolve_reference("/posts/one", None, index, output_format).fault == fault


def test_a_mounted_folder_is_the_content_root_of_its_site(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/b.md").touch()
    now = datetime(2026, 11, 1, tzinfo=UTC)
    mounted = SiteIndex((scan_mount("blog", tmp_path, HugoSettings(), now=now),))
    page = mounted.by_path("blog/a.md")
    assert resolve_reference("/deep/b", page, mounted).url == "/blog/deep/b/"
    assert resolve_reference("/blog/deep/b.md", page, mounted).url == "/blog/deep/b/"


@given(st.text(max_size=40), st.sampled_from([None, *FILES]))
def test_no_text_raises(index: SiteIndex, ref: str, origin: str | None) -> None:
    page = index.by_path(origin) if origin else None
    found = resolve_reference(ref, page, index)
    assert not (found.url and found.fault)
