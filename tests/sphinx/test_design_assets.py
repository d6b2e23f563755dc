"""The files of sphinx-design are asked for by pages that use it, and by no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import post

if TYPE_CHECKING:
    from conftest import Build, MakeSite

NAMES = ("sphinx-design.min.css", "design-tabs.js")
FILES = {
    "posts/plain.md": post("Text."),
    "posts/tabs.md": post("````{tab-set}\n```{tab-item} One\nText.\n```\n````\n"),
    "docs/index.md": "# Home\n\n```{toctree}\nother\n```\n",
    "docs/other.md": "# Other\n\n:::{card} A card\nText.\n:::\n",
}


def asked_for(built: Build, path: str) -> list[str]:
    text = built.text(path)
    return [name for name in NAMES if name in text]


def test_only_pages_that_use_it_load_its_files(make_site: MakeSite) -> None:
    built = make_site(FILES).build(myst_enable_extensions=["colon_fence"])
    assert built.warnings == ""
    for path in ("other.html", "blog/tabs/index.html"):
        assert asked_for(built, path) == list(NAMES)
    for path in ("index.html", "blog/plain/index.html", "blog/index.html"):
        assert asked_for(built, path) == []


def test_a_project_that_loads_it_has_it_everywhere(make_site: MakeSite) -> None:
    extensions = ["sphinx_design", "sphinx_updates"]
    built = make_site(FILES).build(extensions=extensions)
    assert asked_for(built, "blog/plain/index.html") == list(NAMES)


@pytest.mark.parametrize(
    ("title", "is_used"),
    [("New {bdg}`beta`", True), ("Of `sd-cards`", True), ("Of sd-cards", False)],
)
def test_a_title_in_the_menus_of_other_pages_needs_it(
    make_site: MakeSite, title: str, *, is_used: bool
) -> None:
    site = make_site(FILES | {"docs/other.md": f"# {title}\n"})
    built = site.build()
    assert asked_for(built, "blog/plain/index.html") == list(NAMES) * is_used


def test_a_list_in_a_template_of_the_project_may_use_it(make_site: MakeSite) -> None:
    own = '<p class="sd-text-center">{{ heading }}</p>'
    site = make_site(FILES | {"docs/_templates/updates/list-page.html": own})
    built = site.build(templates_path=["_templates"])
    assert asked_for(built, "blog/index.html") == list(NAMES)
    assert asked_for(built, "blog/plain/index.html") == []
