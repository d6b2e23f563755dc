"""The title of a post and the headings below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import MakeSite


def test_front_matter_title_is_the_page_title(make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": "---\ntitle: A *post*\n---\n\nText.\n"})
    built = site.build()
    assert built.warnings == ""
    assert built.body("blog/a/index.html").xpath("string(.//h1)").startswith("A *post*")
