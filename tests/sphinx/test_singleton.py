"""Two sites in one process: ABlog keeps its blog in the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import CONF, Site

if TYPE_CHECKING:
    from pathlib import Path


def site_of(root: Path, name: str, conf: str = "") -> Site:
    """Return a site called *name*, with one post of that name."""
    site = Site(root.resolve() / name)
    page = "# Home\n\n```{postlist}\n```\n\n{ref}`blog-posts`, {ref}`tag-only`.\n"
    site.write(
        {
            "docs/conf.py": f"{CONF}blog_title = {name!r}\n{conf}",
            "docs/index.md": page,
            f"posts/{name}.md": (
                f"---\ntitle: Of {name}\ndate: 2024-01-01\ntags: [only, {name}]\n"
                f"authors: [Author of {name}]\n---\n\nText.\n"
            ),
        }
    )
    return site


def test_sites_built_one_after_the_other_do_not_mix(tmp_path: Path) -> None:
    first = site_of(tmp_path, "first", 'blog_path = "news"\npost_date_format = "%Y"\n')
    second = site_of(tmp_path, "second", 'html_baseurl = "https://two.example/"\n')
    built = [site.build() for site in (first, second)]
    assert [build.warnings for build in built] == ["", ""]
    one, two = built
    assert not any("second" in name for name in one.files())
    assert not any("first" in name or "news" in name for name in two.files())
    assert not one.has("news/atom.xml")
    page = two.text("blog/index.html") + two.text("index.html")
    assert "Of second" in page
    assert "first" not in page
    assert "January 1, 2024" in page
    assert two.has("blog/tag/only.html")
    assert "first" not in two.text("blog/atom.xml")


def test_a_site_built_again_after_another_is_the_same(tmp_path: Path) -> None:
    first, second = site_of(tmp_path, "first"), site_of(tmp_path, "second")
    before = first.build()
    pages = {name: before.text(name) for name in before.files() if ".html" in name}
    second.build()
    first.write({"docs/conf.py": (first.root / "docs/conf.py").read_text("utf-8")})
    again = first.build()
    assert {name: again.text(name) for name in pages} == pages


def test_a_change_of_the_settings_counts_in_the_next_build(tmp_path: Path) -> None:
    site = site_of(tmp_path, "first")
    assert "<h1>first" in site.build().text("blog/index.html")
    assert "<h1>Other" in site.build(blog_title="Other").text("blog/index.html")
    moved = site.build(blog_path="elsewhere")
    assert moved.has("elsewhere/tag/only.html")
    link = moved.body("blog/first/index.html").xpath(".//footer//a[text()='only']")[0]
    assert link.get("href") == "../../elsewhere/tags/only/index.html"
