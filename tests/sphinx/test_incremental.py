"""Builds that only read what changed give what a build from nothing gives."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from processes import different, run_sphinx, tree

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "docs/guide.md": "# Guide\n\nSee [](../posts/third.md) and {doc}`/blog/five/index`.\n",
    "docs/recent.md": "# Recent\n\n```{postlist} 3\n:excerpts:\n```\n",
    "docs/odd.md": "---\norphan: true\n---\n\n# Odd\n\n```{postlist}\n:tags: odd\n```\n",
    "docs/_shortcodes/note.md": "a **note**",
    "posts/first/index.md": FIRST,
    "posts/second/index.md": SECOND,
    "posts/third.md": (
        "---\ntitle: Third\ndate: 2024-01-03\ntags: [odd]\n---\n\n"
        "It links to [four](/blog/four/) and [the guide](/guide.md).\n"
    ),
    "posts/fourth.md": FOURTH,
    "posts/five/index.md": "---\ntitle: Fifth\ndate: 2024-01-05\n---\n\n{{% note %}}\n",
    "posts/sixth.md": "---\ntitle: Sixth\ndate: 2024-01-06\ntags: [two]\n---\n\nText.\n",
    "posts/seventh.md": (
        "---\ntitle: Seventh\ndate: 2024-01-07\ndraft: true\n---\n\nNot yet.\n"
    ),
    "posts/undated.md": "---\ntitle: Undated\n---\n\nSome day.\n",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to the files between two builds."""

    writes: Mapping[str, str | bytes] = field(default_factory=dict)
    removes: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    """Files of the output that nothing writes any more, and Sphinx leaves behind."""


def edited(path: str, old: str, new: str) -> Change:
    """Return the change of *old* to *new* in one file."""
    text = FILES[path]
    assert isinstance(text, str)
    assert old in text
    return Change({path: text.replace(old, new)})


CHANGES = {
    "nothing": Change(),
    "a post is touched": Change({"posts/first/index.md": FIRST}),
    "a post gets another title": edited("posts/second/index.md", "Second", "Zweiter"),
    "a post gets another text": edited("posts/sixth.md", "Text.", "Other words."),
    "a post gets another date": edited("posts/fourth.md", "2024-01-04", "2025-04-04"),
    "a post loses its date": edited("posts/fourth.md", "date: 2024-01-04\n", ""),
    "a post gets an author": edited("posts/sixth.md", "tags:", "authors: [Ann Bee]\ntags:"),
    "a post gets a new tag": edited("posts/sixth.md", "[two]", "[two, odd]"),
    "a post is deleted": Change(removes=("posts/sixth.md",)),
    "a post is added": Change(
        {"posts/eighth.md": "---\ntitle: Eighth\ndate: 2024-01-03\n---\n\nNew.\n"}
    ),
    "a file is renamed, its slug is not": Change(
        {"posts/renamed.md": FOURTH}, removes=("posts/fourth.md",)
    ),
    "a file becomes a bundle": Change(
        {"posts/sixth/index.md": FILES["posts/sixth.md"], "posts/sixth/a.png": PNG},
        removes=("posts/sixth.md",),
    ),
    "a post moves to another address": edited("posts/fourth.md", "four", "vier"),
    "a template changes": Change({"docs/_shortcodes/note.md": "an *other* note"}),
    "an unknown template appears": Change({"docs/_shortcodes/unknown.html": "<b>I</b>"}),
    "a template goes": Change(removes=("docs/_shortcodes/note.md",)),
    "a missing image appears": Change({"posts/second/plot.png": PNG}),
    "a featured image appears": Change({"posts/first/featured.png": PNG}),
    "a heading that others link to goes": edited(
        "posts/first/index.md", "## Part of it\n", ""
    ),
    "a draft is published": edited("posts/seventh.md", "draft: true", "draft: false"),
    "a post becomes a draft": edited("posts/five/index.md", "---\n\n", "draft: true\n---\n\n"),
    "an alias is added": edited("posts/first/index.md", "first/]", "first/, /older/]"),
    "a page with a list changes": edited("docs/recent.md", "# Recent", "# Latest"),
    "a landing page appears": Change({"posts/_index.md": "---\ntitle: News\n---\n\nAll.\n"}),
    "a docs page appears at the address of a post": Change(
        {"docs/blog/four/index.md": "---\norphan: true\n---\n\n# Mine\n"}
    ),
}


def apply(site: Site, change: Change) -> None:
    for name in change.removes:
        (site.root / name).unlink()
    site.write(change.writes)


def cold_build(site: Site) -> dict[str, bytes]:
    """Build from nothing, and return the output."""
    for name in ("out", "doctrees"):
        shutil.rmtree(site.root / name)
    return tree(site.build().outdir)


@pytest.mark.parametrize("name", CHANGES)
def test_a_second_build_gives_what_a_first_one_would(
    name: str, make_site: MakeSite
) -> None:
    site = make_site(FILES)
    site.build()
    apply(site, CHANGES[name])
    again = tree(site.build().outdir)
    cold = cold_build(site)
    for gone in CHANGES[name].gone:
        again.pop(gone)
    assert different(again, cold) == []
