"""A Hugo site built again after an edit gives what a build from nothing gives."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from processes import tree
from rebuilding import (
    Change,
    apply,
    assert_same,
    build_once,
    change_text,
    cold_build,
    copy_built,
)
from samples import PNG
from site_samples import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Site

CONTENT = "website/content"
NEWS = f"{CONTENT}/news"


edited = partial(change_text, FILES)
config = partial(edited, "website/hugo.toml")
CHANGES = {
    "nothing": Change(),
    "every file is touched": Change(FILES),
    "the text of a post": edited(f"{NEWS}/third.md", "Text of", "Words of"),
    "its title": edited(f"{NEWS}/third.md", "title: Third", "title: Dritter"),
    "its date": edited(f"{NEWS}/third.md", "2024-03-05", "2021-03-05"),
    "its tags": edited(f"{NEWS}/third.md", "[two]", "[three, fast code]"),
    "its author": edited(f"{NEWS}/third.md", "tags:", "authors: [ann, Zoe]\ntags:"),
    "its author, no more": edited(f"{NEWS}/first/index.md", ", Bob Stone", ""),
    "its slug": edited(f"{NEWS}/second.md", "number-two", "zwei"),
    "its weight": edited(f"{NEWS}/third.md", "tags:", "weight: 3\ntags:"),
    "its alias": edited(f"{NEWS}/first/index.md", "/old/first/,", "/older/,"),
    "its aliases, no more": edited(
        f"{NEWS}/first/index.md", "aliases: [/old/first/, first.html]\n", ""
    ),
    "a post is deleted": Change(removes=(f"{NEWS}/third.md",)),
    "a post is added": Change(
        {f"{NEWS}/new.md": "---\ntitle: New\ndate: 2024-03-04\n---\n\nNew.\n"}
    ),
    "a bundle is deleted": Change(
        removes=tuple(
            f"{NEWS}/first/{name}" for name in ("index.md", "plot.png", "data.csv")
        )
    ),
    "a post becomes a draft": edited(f"{NEWS}/third.md", "tags:", "draft: true\ntags:"),
    "a draft becomes a post": edited(f"{NEWS}/later.md", "draft: true", "draft: false"),
    "a post is listed nowhere": edited(
        f"{NEWS}/third.md", "tags:", "build: {list: never}\ntags:"
    ),
    "a file of a bundle changes": Change({f"{NEWS}/first/data.csv": "a,b\n3,4\n"}),
    "a file of a bundle goes": Change(removes=(f"{NEWS}/first/plot.png",)),
    "a featured picture appears": Change({f"{NEWS}/first/featured.png": PNG}),
    "a page in another section": edited(
        f"{CONTENT}/guides/one.md", "A guide", "The guide"
    ),
    "its order": edited(f"{CONTENT}/guides/one.md", "weight: 2", "weight: 0"),
    "a page without a section": edited(f"{CONTENT}/about.md", "About us", "Us"),
    "the text of a section": edited(f"{NEWS}/_index.md", "All our", "Some"),
    "the title of a section": edited(f"{NEWS}/_index.md", "News from us", "Novelties"),
    "a section makes drafts": edited(
        f"{NEWS}/_index.md", "cascade:\n", "cascade:\n  draft: true\n"
    ),
    "a section gives tags": edited(
        f"{NEWS}/_index.md", "cascade:\n", "cascade:\n  tags: [all]\n"
    ),
    "a section gives authors": edited(
        f"{NEWS}/_index.md", "cascade:\n", "cascade:\n  authors: [ann]\n"
    ),
    "a section gives params": edited(f"{NEWS}/_index.md", "colour: red", "math: true"),
    "a section lists nothing": edited(
        f"{NEWS}/_index.md", "cascade:\n", "cascade:\n  build: {list: never}\n"
    ),
    "a section loses its text": Change(removes=(f"{NEWS}/_index.md",)),
    "a section gets a text": Change(
        {f"{CONTENT}/guides/_index.md": "---\ntitle: How to\n---\n\nAll guides.\n"}
    ),
    "a section gets a section": Change(
        {f"{CONTENT}/guides/deep/_index.md": "---\ntitle: Deeper\n---\n\nMore.\n"}
    ),
    "the front page loses its text": Change(removes=(f"{CONTENT}/_index.md",)),
    "the front page's title": edited(f"{CONTENT}/_index.md", "Welcome", "Hello"),
    "the permalinks": config("/:section/:year/:slug/", "/:section/:slug/"),
    "the permalinks of tags": config('"/tag/:slug/"', '"/t/:slug/"'),
    "the title of the site": config('title = "The team"', 'title = "Us"'),
    "the address of the site": config("old.example/team", "old.example/us"),
    "a taxonomy goes": config('category = "categories"\n', ""),
    "a taxonomy of authors goes": config('author = "authors"\n', ""),
    "a taxonomy comes": config("[taxonomies]\n", '[taxonomies]\ncolour = "colours"\n'),
    "a feed format": config('["html", "rss", "atom"]', '["html", "rss"]'),
    "the limit of feeds": config("limit = 3", "limit = 1"),
    "the markup": config(
        "[taxonomies]",
        "[markup.goldmark.parser]\nautoHeadingID = false\n\n[taxonomies]",
    ),
    "the default language": config('Language = "en"', 'Language = "fr"'),
    "the configuration is broken": config("[taxonomies]", "[taxonomies"),
    "the configuration is gone": Change(removes=("website/hugo.toml",)),
    "the name of an author": edited(
        f"{CONTENT}/authors/ann/_index.md", "Ann B. Mole", "Ann Mole"
    ),
    "the text of an author": edited(
        f"{CONTENT}/authors/ann/_index.md", "Ann writes", "Ann speaks"
    ),
    "the slug of an author": edited(
        f"{CONTENT}/authors/ann/_index.md", "slug: ann", "slug: anna"
    ),
    "a profile as data": Change({"website/data/authors/bob-stone.yaml": "name: Rob\n"}),
    "an author gets a page": Change(
        {f"{CONTENT}/authors/bob-stone/_index.md": "---\ntitle: Rob\n---\n\nI.\n"}
    ),
    "an author loses the page": Change(
        removes=(
            f"{CONTENT}/authors/ann/_index.md",
            f"{CONTENT}/authors/ann/avatar.png",
        )
    ),
    "a term gets a text": Change(
        {f"{CONTENT}/tags/fast-code/_index.md": "---\ntitle: Faster\n---\n\nText.\n"}
    ),
    "a term loses its text": Change(removes=(f"{CONTENT}/tags/two/_index.md",)),
    "the title of a term": edited(
        f"{CONTENT}/tags/two/_index.md", "Number two", "A pair"
    ),
    "a taxonomy gets a text": Change(
        {f"{CONTENT}/tags/_index.md": "---\ntitle: Labels\n---\n\nAll.\n"}
    ),
    "a static file is added": Change({"website/static/files/new.txt": "new\n"}),
    "a static file changes": Change({"website/static/files/slides.txt": "other\n"}),
    "a static file goes": Change(removes=("website/static/files/slides.txt",)),
    "a static file that is linked": Change(
        {"website/static/files/slides.txt": "x\n", "website/static/x/first.html": "x"}
    ),
    "a translation is added": Change(
        {f"{CONTENT}/about.fr.md": "---\ntitle: Nous\n---\n\nNous.\n"}
    ),
    "a translation is deleted": Change(removes=(f"{NEWS}/third.fr.md",)),
    "the name of a language": config("French", "Français"),
    "a docs page takes the place of a post": Change(
        {"docs/news/2024/third/index.md": "---\norphan: true\n---\n\n# Mine\n"}
    ),
    "a docs page takes the place of a section": Change(
        {"docs/guides/index.md": "---\norphan: true\n---\n\n# My guides\n"}
    ),
    "a docs page takes the place of a term": Change(
        {"docs/tag/fast-code/index.md": "---\norphan: true\n---\n\n# My tag\n"}
    ),
    "the docs get a front page": Change({"docs/index.md": "# Home\n\nWelcome.\n"}),
}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_once(tmp_path_factory, FILES)


@pytest.fixture
def built(pristine: Path) -> Site:
    return copy_built(pristine)


@pytest.mark.parametrize("name", CHANGES)
def test_a_second_build_gives_what_a_first_one_would(name: str, built: Site) -> None:
    apply(built, CHANGES[name])
    again = tree(built.build().outdir)
    assert_same(again, cold_build(built))


WRITTEN = {
    "nothing": set(),
    "a post is touched": {"news/2024/third/index"},
    "its title": {
        "index",
        # The post that names its address, and a list that begins that post.
        "news/2024/number-two/index",
        "author/ann/index",
        "elsewhere/four/index",
        "news/index",
        "news/2024/dritter/index",
        "tag/number-two/index",
    },
    "a page in another section": {"index", "guides/one/index"},
    "the text of an author": {"author/ann/index"},
    "a static file is added": set(),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_only_what_shows_the_change_is_written_again(name: str, built: Site) -> None:
    touched = Change({f"{NEWS}/third.md": FILES[f"{NEWS}/third.md"]})
    apply(built, CHANGES.get(name, touched))
    written = re.findall(r"writing output\.\.\. \[ *\d+%\] (\S+)", built.build().log)
    assert set(written) == WRITTEN[name]
