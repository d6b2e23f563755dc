"""Builds that only read what changed give what a build from nothing gives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from processes import different, tree
from rebuilding import (
    Change,
    apply,
    assert_same,
    build_once,
    change_text,
    cold_build,
    copy_built,
    parallel_build,
    without_empty_terms,
)
from samples import article, post

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeSite, Site

CONF = """\
project = "Site"
author = "The team"
extensions = ["sphinx_updates"]
exclude_patterns = ["_shortcodes"]
html_theme = "basic"
html_baseurl = "https://example.org/"
updates_posts = {"blog": "../posts"}
updates_shortcodes = ["_shortcodes"]
blog_feed_archives = True
myst_heading_anchors = 2
suppress_warnings = ["sphinx_updates"]
"""
PNG = b"\x89PNG\r\n\x1a\n"
FIRST = """\
---
title: First
date: 2024-01-01
authors: [Ann Bee]
tags: [one, odd]
aliases: [/old/first/]
---

The first post, with {{% note %}} and [the second](../second/).

## Part of it

Text.
"""
SECOND = """\
---
title: Second
date: 2024-01-02
authors: [Cee Dee]
tags: [two]
---

Back to [its part](/blog/first/#part-of-it), {{< unknown >}} and ![a plot](plot.png).
"""
FOURTH = "---\ntitle: Fourth\ndate: 2024-01-04\nslug: four\ntags: [odd]\n---\n\nText.\n"
FILES: dict[str, str | bytes] = {
    "docs/conf.py": CONF,
    "docs/index.md": (
        "# Home\n\n```{toctree}\nguide\nrecent\n```\n\n{ref}`tag-odd` {ref}`second`\n"
    ),
    "docs/guide.md": (
        "# Guide\n\nSee [one](../posts/third.md), {doc}`another </blog/five/index>`.\n"
    ),
    "docs/recent.md": "# Recent\n\n```{postlist} 3\n:excerpts:\n```\n",
    "docs/odd.md": (
        "---\norphan: true\n---\n\n# Odd\n\n```{postlist}\n:tags: odd\n```\n"
    ),
    "docs/_shortcodes/note.md": "a **note**",
    "posts/first/index.md": FIRST,
    "posts/second/index.md": SECOND,
    "posts/third.md": (
        "---\ntitle: Third\ndate: 2024-01-03\ntags: [odd]\n---\n\n"
        "It links to [four](/blog/four/) and [the guide](/guide.md).\n"
    ),
    "posts/fourth.md": FOURTH,
    "posts/five/index.md": "---\ntitle: Fifth\ndate: 2024-01-05\n---\n\n{{% note %}}\n",
    "posts/five/data.csv": "a,b\n",
    "posts/sixth.md": (
        "---\ntitle: Sixth\ndate: 2024-01-06\ntags: [two]\naliases: [/old/sixth/]\n"
        "---\n\nText.\n"
    ),
    "posts/seventh.md": (
        "---\ntitle: Seventh\ndate: 2024-01-07\ndraft: true\n---\n\nNot yet.\n"
    ),
    "posts/undated.md": "---\ntitle: Undated\n---\n\nSome day.\n",
}


edited = partial(change_text, FILES)
CHANGES = {
    "nothing": Change(),
    "a post is touched": Change({"posts/first/index.md": FIRST}),
    "a post gets another title": edited("posts/second/index.md", "Second", "Zweiter"),
    "a post gets another text": edited("posts/sixth.md", "Text.", "Other words."),
    "a post gets another date": edited("posts/fourth.md", "2024-01-04", "2025-04-04"),
    "a post loses its date": edited("posts/fourth.md", "date: 2024-01-04\n", ""),
    "a post gets an author": edited(
        "posts/sixth.md", "tags:", "authors: [Ann Bee]\ntags:"
    ),
    "a post gets a new tag": edited("posts/sixth.md", "[two]", "[two, odd]"),
    "a tag loses its last post": edited("posts/first/index.md", "[one, odd]", "[odd]"),
    "a post is deleted": Change(removes=("posts/sixth.md",)),
    "a bundle is deleted": Change(
        {"docs/guide.md": "# Guide\n\nNothing to see.\n"},
        removes=("posts/five/index.md", "posts/five/data.csv"),
    ),
    "a post is added": Change(
        {"posts/eighth.md": "---\ntitle: Eighth\ndate: 2024-01-03\n---\n\nNew.\n"}
    ),
    "a file is renamed, its slug is not": Change(
        {"posts/renamed.md": FOURTH},
        removes=("posts/fourth.md",),
    ),
    "a file becomes a bundle": Change(
        {"posts/sixth/index.md": FILES["posts/sixth.md"], "posts/sixth/a.png": PNG},
        removes=("posts/sixth.md",),
    ),
    "a post moves to another address": edited("posts/fourth.md", "four", "vier"),
    "a template changes": Change({"docs/_shortcodes/note.md": "an *other* note"}),
    "an unknown template appears": Change(
        {"docs/_shortcodes/unknown.html": "<b>I</b>"}
    ),
    "a template goes": Change(removes=("docs/_shortcodes/note.md",)),
    "a missing image appears": Change({"posts/second/plot.png": PNG}),
    "a featured image appears": Change({"posts/first/featured.png": PNG}),
    "a heading that others link to goes": edited(
        "posts/first/index.md", "## Part of it\n", ""
    ),
    "a draft is published": edited("posts/seventh.md", "draft: true", "draft: false"),
    "a post becomes a draft": edited("posts/fourth.md", "slug:", "draft: true\nslug:"),
    "an alias is added": edited("posts/first/index.md", "first/]", "first/, /older/]"),
    "an alias is dropped": edited(
        "posts/first/index.md", "aliases: [/old/first/]\n", ""
    ),
    "a page with a list changes": edited(
        "docs/recent.md", "# Recent", "# Recent\n\nNow"
    ),
    "a landing page appears": Change(
        {"posts/_index.md": "---\ntitle: News\n---\n\nAll.\n"}
    ),
    "a docs page appears at the address of a post": Change(
        {"docs/blog/four/index.md": "---\norphan: true\n---\n\n# Mine\n"}
    ),
    "every post is touched, one gets another title": Change(
        {name: text for name, text in FILES.items() if name.startswith("posts/")}
        | dict(edited("posts/second/index.md", "Second", "Zweiter").writes)
    ),
}

REFERRED = {
    "a post that the docs show by its title gets another": edited(
        "posts/third.md", "Third", "Dritter"
    ),
    "a post that the docs name becomes a draft": edited(
        "posts/five/index.md", "title:", "draft: true\ntitle:"
    ),
}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_once(tmp_path_factory, FILES)


@pytest.fixture
def built(pristine: Path) -> Site:
    return copy_built(pristine)


@pytest.mark.parametrize(
    "name",
    CHANGES,
)
def test_a_second_build_gives_what_a_first_one_would(name: str, built: Site) -> None:
    apply(built, CHANGES[name])
    again = tree(built.build().outdir)
    assert_same(again, cold_build(built))


@pytest.mark.parametrize("name", REFERRED)
def test_a_page_of_the_docs_follows_the_posts_it_refers_to(
    name: str, make_site: MakeSite
) -> None:
    text = "# Guide\n\nSee [](../posts/third.md) and {doc}`/blog/five/index`.\n"
    site = make_site(FILES | {"docs/guide.md": text})
    site.build()
    apply(site, REFERRED[name])
    again = tree(site.build().outdir)
    assert again["guide.html"] == cold_build(site)["guide.html"]


@pytest.mark.parametrize(
    "name",
    [
        "a post becomes a draft",
        "every post is touched, one gets another title",
    ],
)
def test_two_processes_give_what_one_gives(name: str, make_site: MakeSite) -> None:
    site = make_site(FILES)
    cold = cold_build(site)
    assert different(parallel_build(site), cold) == []
    apply(site, CHANGES[name])
    again = parallel_build(site)
    assert_same(again, cold_build(site))


def test_a_list_in_the_sidebar_follows_the_posts(make_site: MakeSite) -> None:
    sidebars = 'html_sidebars = {"g*": ["ablog/recentposts.html"]}\n'
    site = make_site(FILES | {"docs/conf.py": CONF + sidebars})
    assert "Second" in site.build().text("guide.html")
    change = edited("posts/second/index.md", "Second", "Zweiter")
    apply(site, change)
    again = site.build()
    assert "Zweiter" in again.text("guide.html")
    assert_same(tree(again.outdir), cold_build(site))


def test_a_setting_of_the_posts_reads_them_again(built: Site) -> None:
    built.write({"docs/conf.py": CONF + 'updates_hugo = {"summaryLength": 1}\n'})
    again = without_empty_terms(tree(built.build().outdir))
    assert different(again, without_empty_terms(cold_build(built))) == []


def test_a_changed_hugo_configuration_is_read_again(make_site: MakeSite) -> None:
    config = "markup:\n  goldmark:\n    extensions:\n      typographer: {}\n"
    conf = CONF + 'updates_hugo = "../hugo.yaml"\n'
    files = {"docs/conf.py": conf, "posts/a.md": post("a -- b\n")}
    site = make_site({**files, "hugo.yaml": config})
    first = site.build()
    assert "a – b" in article(first).text_content()
    site.write({"hugo.yaml": config.replace("{}", "{disable: true}")})
    second = site.build()
    assert "a -- b" in article(second).text_content()
