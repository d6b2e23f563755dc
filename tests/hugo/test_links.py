"""What a link in a post means."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.links import resolve_link, resolve_resource
from sphinx_updates.hugo.site.content import Mount, Page, scan_mount
from sphinx_updates.hugo.site.index import MAX_SUGGESTIONS, SiteIndex
from sphinx_updates.hugo.site.settings import HugoSettings

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "_index.md": "",
    "a/_index.md": "",
    "a/other.md": "---\naliases: [/old/place/]\n---\n",
    "a/b/cur/index.md": ("---\nresources: [{src: 'img/*.png', name: hero}]\n---\n"),
    "a/b/cur/Pic One.png": "",
    "a/b/cur/img/deep.png": "",
    "a/b/cur2.md": "",
    "a/b/good/index.md": "---\nslug: better\n---\n",
    "a/b/good/slides.pdf": "",
    "a/b/sib.md": "",
    "a/b/pic.png": "",
    "a/draft.md": "---\ndraft: true\n---\n",
    "a/later.md": "---\ndate: 2999-01-01\n---\n",
    "a/Späte Über.md": "---\nurl: /u/späte/\n---\n",
    "other.md": "",
    "a/ugly.md": "---\nurl: /files/ugly.html\n---\n",
}


@pytest.fixture(scope="module")
def mount(tmp_path_factory: pytest.TempPathFactory) -> Mount:
    folder = tmp_path_factory.mktemp("content")
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return scan_mount("", folder, HugoSettings(), now=now)


@pytest.fixture(scope="module")
def index(mount: Mount) -> SiteIndex:
    return SiteIndex((mount,))


def page(index: SiteIndex, path: str) -> Page:
    found = index.by_path(path)
    assert found is not None
    return found


BUNDLE = "a/b/cur/index.md"
SINGLE = "a/b/cur2.md"
GOOD = "a/b/good/index.md"


@pytest.mark.parametrize(
    ("origin", "destination", "expected"),
    [
        # From the folder above a bundle, as in Hugo.
        (BUNDLE, "good", GOOD),
        (BUNDLE, "./good", GOOD),
        (BUNDLE, "good/index.md", GOOD),
        (BUNDLE, "./good/index.md", GOOD),
        (BUNDLE, "sib.md", "a/b/sib.md"),
        (BUNDLE, "../other/", "a/other.md"),
        # From the bundle's own folder first, which is a browser's reading too.
        (BUNDLE, "../../other/", "a/other.md"),
        (BUNDLE, "../../../other/", "other.md"),
        (BUNDLE, "../good/index.md", GOOD),
        (BUNDLE, "../good/", GOOD),
        (BUNDLE, "../sib.md", "a/b/sib.md"),
        # From the folder of a single file.
        (SINGLE, "good", GOOD),
        (SINGLE, "SIB.md", "a/b/sib.md"),
        (SINGLE, "../other/", "a/other.md"),
        (SINGLE, "../../other.md", "other.md"),
        # From the content root.
        (BUNDLE, "a/b/good", GOOD),
        (BUNDLE, "/a/b/good/index.md", GOOD),
        (BUNDLE, "/A/B/Good/", GOOD),
        (BUNDLE, "/a", "a/_index.md"),
        (BUNDLE, "/", "_index.md"),
        (BUNDLE, "/a/_index.md", "a/_index.md"),
        (BUNDLE, "a/Sp%C3%A4te%20%C3%9Cber.md", "a/Späte Über.md"),
        (BUNDLE, "/a/späte-über", "a/Späte Über.md"),
        # By address.
        (BUNDLE, "/a/b/better/", GOOD),
        (BUNDLE, "/A/b/Better", GOOD),
        (BUNDLE, "/a/b/better/index.html", GOOD),
        (BUNDLE, "../better/", GOOD),
        (SINGLE, "../better/", GOOD),
        (BUNDLE, "/u/sp%C3%A4te/", "a/Späte Über.md"),
        (BUNDLE, "/files/ugly.html", "a/ugly.md"),
        # By alias.
        (BUNDLE, "/old/place", "a/other.md"),
        # By an address with `.html` too much or too little.
        (BUNDLE, "/files/ugly", "a/ugly.md"),
        (BUNDLE, "/files/Ugly/", "a/ugly.md"),
        (BUNDLE, "/files/ugly/index.html", "a/ugly.md"),
        (BUNDLE, "/a/b/better.html", GOOD),
        (BUNDLE, "/a/b/better.htm", GOOD),
        (BUNDLE, "../better.html", GOOD),
        (BUNDLE, "/old/place.html", "a/other.md"),
    ],
)
def test_a_link_to_a_page_is_found(
    origin: str, destination: str, expected: str, index: SiteIndex
) -> None:
    target = resolve_link(destination, page(index, origin), index)
    assert target.kind == "page", target.hint
    assert target.page is not None
    assert target.page.path == expected


@pytest.mark.parametrize(
    ("origin", "destination", "expected"),
    [
        (BUNDLE, "Pic%20One.png", "a/b/cur/Pic One.png"),
        (BUNDLE, "./pic one.png", "a/b/cur/Pic One.png"),
        (BUNDLE, "img/deep.png", "a/b/cur/img/deep.png"),
        (BUNDLE, "img/../img/deep.png?raw=1#x", "a/b/cur/img/deep.png"),
        (BUNDLE, "hero", "a/b/cur/img/deep.png"),
        (BUNDLE, "../good/slides.pdf", "a/b/good/slides.pdf"),
        (BUNDLE, "/a/b/better/slides.pdf", "a/b/good/slides.pdf"),
        (BUNDLE, "../better/slides.pdf", "a/b/good/slides.pdf"),
        (SINGLE, "pic.png", "a/b/pic.png"),
        (SINGLE, "../pic.png", "a/b/pic.png"),
        (SINGLE, "a/b/pic.png", "a/b/pic.png"),
    ],
)
def test_a_file_is_found_by_links_and_images(
    origin: str, destination: str, expected: str, index: SiteIndex
) -> None:
    file = resolve_resource(destination, page(index, origin), index)
    assert file is not None
    assert file.path == expected
    target = resolve_link(destination, page(index, origin), index)
    assert (target.kind, target.file) == ("file", file)


@pytest.mark.parametrize("destination", [".html", "/.html", "..html", "/a/none.html"])
def test_html_at_the_end_finds_nothing_that_is_not_there(
    destination: str, index: SiteIndex
) -> None:
    assert resolve_link(destination, page(index, BUNDLE), index).page is None


def test_query_and_fragment_are_kept(index: SiteIndex) -> None:
    target = resolve_link("good?x=1#Part-2", page(index, BUNDLE), index)
    assert (target.kind, target.query, target.fragment) == ("page", "x=1", "Part-2")


@pytest.mark.parametrize("destination", ["#here", "", "?x=1"])
def test_a_link_without_a_path_stays_on_the_page(
    destination: str, index: SiteIndex
) -> None:
    origin = page(index, BUNDLE)
    target = resolve_link(destination, origin, index)
    assert (target.kind, target.page) == ("fragment", origin)


@pytest.mark.parametrize(
    "destination",
    ["https://example.org/a", "//example.org", "mailto:a@example.org", "data:x", "a:b"],
)
def test_a_link_with_a_scheme_is_external(destination: str, index: SiteIndex) -> None:
    origin = page(index, BUNDLE)
    assert resolve_link(destination, origin, index).kind == "external"
    assert resolve_resource(destination, origin, index) is None


@pytest.mark.parametrize(
    ("destination", "hint"),
    [
        ("/a/draft.md", "'a/draft.md' is a draft and is not built"),
        ("/a/later/", "'a/later.md' is dated in the future and is not built"),
        (
            "/a/b/godo/",
            (
                "no page or file has this path or address; did you mean "
                "'a/b/good/index.md'?"
            ),
        ),
        (
            "../zzzzzz/",
            (
                "no page or file has this path from 'a/b/cur' or from the content "
                "root, nor this address from '/a/b/cur/'"
            ),
        ),
    ],
)
def test_a_broken_link_has_a_hint(
    destination: str, hint: str, index: SiteIndex
) -> None:
    target = resolve_link(destination, page(index, BUNDLE), index)
    assert target.kind == "unresolved"
    assert target.hint == hint


def test_the_path_from_the_mount_is_understood(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "x.md").write_text("", "utf-8")
    (tmp_path / "y.md").write_text("", "utf-8")
    now = datetime(2026, 11, 1, tzinfo=UTC)
    index = SiteIndex([scan_mount("blog", tmp_path, HugoSettings(), now=now)])
    origin = page(index, "blog/y.md")
    for destination in (
        "2023/x.md",
        "/2023/x.md",
        "blog/2023/x.md",
        "/blog/2023/x",
        "/2023/x/index.html",
        "/2023/x.html",
    ):
        target = resolve_link(destination, origin, index)
        assert target.page is page(index, "blog/2023/x.md")


def test_suggestions_are_limited(index: SiteIndex) -> None:
    fresh = SiteIndex(index.mounts)
    for number in range(MAX_SUGGESTIONS):
        fresh.nearest(f"/nothing-like-it-{number}")
    assert fresh.nearest("/godo/") is None


@given(destination=st.text(max_size=40) | st.text(alphabet="./?#%ab", max_size=12))
def test_no_destination_raises(destination: str, index: SiteIndex) -> None:
    origin = page(index, BUNDLE)
    resolve_link(destination, origin, index)
    resolve_resource(destination, origin, index)


def test_an_endless_destination_is_not_searched_for(index: SiteIndex) -> None:
    origin = page(index, BUNDLE)
    assert resolve_link("a/" * 50_000, origin, index).kind == "unresolved"
