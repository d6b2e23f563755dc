"""Beside ``sphinxext-opengraph``, which writes the tags of a whole project."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from blog_samples import BASE, FILES

if TYPE_CHECKING:
    from conftest import Build, MakeSite

pytest.importorskip("sphinxext.opengraph", reason="sphinxext-opengraph is missing")

CONF = """\
project = "Site"
extensions = ["sphinx_updates", "sphinxext.opengraph"]
html_theme = "basic"
updates_posts = {"blog": "../posts"}
ogp_site_url = "https://example.org/docs/"
"""


def tags(built: Build, path: str) -> list[tuple[str, str]]:
    metas = built.page(path).xpath("//head/meta[@name or @property]")
    return [(m.get("name") or m.get("property"), m.get("content")) for m in metas]


@pytest.fixture
def built(make_site: MakeSite) -> Build:
    return make_site(FILES | {"docs/conf.py": CONF}).build(**BASE)


def test_each_tag_stands_once(built: Build) -> None:
    for path in ("index.html", "blog/alpha/index.html", "blog/index.html"):
        counts = Counter(name for name, _value in tags(built, path))
        several = {name for name, count in counts.items() if count > 1}
        assert not {
            name
            for name in several
            if not re.match(r"viewport|article:(author|tag)", name)
        }


def test_posts_are_described_as_they_describe_themselves(built: Build) -> None:
    found = dict(tags(built, "blog/alpha/index.html"))
    assert found["og:type"] == "article"
    assert found["og:url"] == "https://example.org/docs/blog/alpha/"
    assert found["og:description"] == found["description"] == "In short."
    assert found["og:image"].endswith("/blog/alpha/picture.png")
    assert found["article:section"] == "News"
    assert found["twitter:card"] == "summary_large_image"


def test_pages_of_the_docs_are_its_own(built: Build) -> None:
    found = dict(tags(built, "index.html"))
    assert found["og:type"] == "website"
    assert found["og:url"] == "https://example.org/docs/index.html"


def test_cards_that_cannot_be_drawn_are_a_warning(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_updates.sphinx_ext.social_cards._NEEDED", ("no_such",))
    built = make_site(FILES).build(updates_social_cards=True, **BASE)
    assert "install sphinx-updates[social-cards]" in built.warnings
