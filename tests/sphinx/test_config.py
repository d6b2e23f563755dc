"""The options of ``conf.py``: what they do, and what a bad value does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import post

if TYPE_CHECKING:
    from conftest import Build, MakeSite

CONF = """\
project = "Site"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_posts = {"blog": "../posts"}
"""
POST = post("Sum $x$ <b>raw</b> -- it's\n\n<div>block</div>\n", "A", "slug: s")


def build(
    make_site: MakeSite, conf: str, files: dict[str, str | bytes] | None = None
) -> Build:
    """Build one post with *conf* at the end of ``conf.py``."""
    site = make_site({"docs/conf.py": f"{CONF}{conf}\n", "posts/a.md": POST})
    site.write(files or {})
    return site.build()


TEXT_MAP = "must be a dict of text to text"
TEXT_LIST = "must be a list of text"
HUGO = "updates_hugo: hugo configuration:"
BAD = {
    'updates_posts = ["x"]': (
        f"updates_posts: {TEXT_MAP}, got ['x']; using the default {{}}"
    ),
    'updates_posts = {"blog": 3}': (
        f"updates_posts: {TEXT_MAP}, got {{'blog': 3}}; using the default {{}}"
    ),
    'updates_posts = {"blog": "../nope"}': (
        "updates_posts['blog']: there is nothing at '<site>/nope', expected a folder "
        "of "
        "posts; left out"
    ),
    'updates_posts = {"blog": "conf.py"}': (
        "updates_posts['blog']: there is a file at '<site>/docs/conf.py', expected a "
        "folder of posts; left out"
    ),
    'updates_posts = {"blog": ".."}': (
        "updates_posts['blog']: '<site>' contains the source directory itself; left out"
    ),
    'updates_permalinks = "x"': (
        f"updates_permalinks: {TEXT_MAP}, got 'x'; using the default {{}}"
    ),
    'updates_permalinks = {"blog": 3}': (
        f"updates_permalinks: {TEXT_MAP}, got {{'blog': 3}}; using the default {{}}"
    ),
    "updates_hugo = 3": (
        "updates_hugo: must be a dict of Hugo settings or the path of a Hugo "
        "configuration file, got 3; using the default {}"
    ),
    'updates_hugo = {"timeZone": "Mars"}': (
        f"{HUGO} 'timezone' must be the name of a time zone such as 'Europe/Paris', "
        "got "
        "'Mars'; using the default"
    ),
    'updates_hugo = {"permalinks": {"blog": "/:what/"}}': (
        f"{HUGO} 'permalinks': permalink attribute not recognised: ':what' in "
        "'/:what/'; left out"
    ),
    'updates_hugo = "nope.toml"': (
        "<site>/docs/nope.toml: hugo configuration: cannot read it: No such file or "
        "directory; left out"
    ),
    'updates_myst = "x"': f"updates_myst: {TEXT_LIST}, got 'x'; using the default []",
    "updates_myst = [1]": f"updates_myst: {TEXT_LIST}, got [1]; using the default []",
    'updates_shortcodes = "x"': (
        f"updates_shortcodes: {TEXT_LIST}, got 'x'; using the default []"
    ),
    'updates_drafts = "yes"': (
        "updates_drafts: must be True or False, got 'yes'; using the default False"
    ),
    "updates_drafts = 1": (
        "updates_drafts: must be True or False, got 1; using the default False"
    ),
}


@pytest.mark.parametrize("conf", BAD)
def test_bad_value_is_a_warning_and_the_default_is_used(
    make_site: MakeSite, conf: str
) -> None:
    built = build(make_site, conf)
    assert built.warnings == f"WARNING: {BAD[conf]} [sphinx_updates.config]\n"
    assert built.has("blog/s/index.html") == (not conf.startswith("updates_posts"))


LOCATED = {
    'updates_shortcodes = ["nope"]': (
        "<site>/docs/nope:1: WARNING: there is no folder of shortcode templates at "
        "'<site>/docs/nope'"
    ),
    'updates_permalinks = {"blog": "/:nope/"}': (
        "<site>/posts:1: WARNING: permalinks['blog']: permalink attribute not "
        "recognised: ':nope' in '/:nope/'; left out"
    ),
}


@pytest.mark.parametrize("conf", LOCATED)
def test_folder_and_pattern_that_cannot_be_used_are_left_out(
    make_site: MakeSite, conf: str
) -> None:
    built = build(make_site, conf)
    assert built.warnings == f"{LOCATED[conf]} [sphinx_updates.config]\n"
    assert built.has("blog/s/index.html")


@pytest.mark.parametrize(
    ("conf", "page"),
    [
        ('{"blog": "/blog/:year/:slug/"}', "blog/2024/s"),
        ('{"blog": "/news/:title/"}', "news/a"),
        ('{"BLOG": ":year/:month/:day/:slugorcontentbasename"}', "2024/01/01/s"),
        ('{"other": "/:year/"}', "blog/s"),
    ],
)
@pytest.mark.parametrize(
    "hugo", ["", 'updates_hugo = {"permalinks": {"other": "/o/:slug/"}}\n']
)
def test_permalinks(make_site: MakeSite, conf: str, page: str, hugo: str) -> None:
    built = build(make_site, f"{hugo}updates_permalinks = {conf}")
    assert built.warnings == ""
    assert built.has(f"{page}/index.html")


def test_permalinks_win_over_those_of_hugo(make_site: MakeSite) -> None:
    hugo = 'updates_hugo = {"permalinks": {"blog": "/hugo/:slug/"}}\n'
    assert build(make_site, hugo).has("hugo/s/index.html")
    built = build(make_site, hugo + 'updates_permalinks = {"blog": "/ours/:slug/"}')
    assert built.has("ours/s/index.html")
    assert built.warnings == ""


def body_of(built: Build, name: str = "blog/s") -> str:
    """Return the content of the post as HTML, without its byline."""
    text = built.text(f"{name}/index.html").partition("</header>")[2]
    return text.partition("</section>")[0].strip()


MATH = '<span class="math notranslate nohighlight">$x$</span>'
RICH = f"<p>Sum {MATH} <b>raw</b> – it’s</p>\n<div>block</div>"


def test_without_hugo_configuration_html_and_math_are_on(make_site: MakeSite) -> None:
    built = build(make_site, "")
    assert built.warnings == ""
    assert body_of(built) == RICH


def test_dict_of_hugo_adds_to_our_defaults(make_site: MakeSite) -> None:
    off = {"goldmark": {"extensions": {"typographer": {"disable": True}}}}
    built = build(make_site, f"updates_hugo = {{'markup': {off}}}")
    assert built.warnings == ""
    assert body_of(built) == RICH.replace("–", "--").replace("’", "'")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", "[permalinks]\nblog = '/h/:year/:slug/'\n"),
        ("config.yaml", "permalinks:\n  blog: /h/:year/:slug/\n"),
        ("hugo.json", '{"permalinks": {"blog": "/h/:year/:slug/"}}'),
    ],
)
def test_file_of_hugo_is_read_as_hugo_reads_it(
    make_site: MakeSite, name: str, text: str
) -> None:
    built = build(make_site, f'updates_hugo = "../{name}"', {name: text})
    assert built.warnings == ""
    # Hugo's own defaults: no raw HTML and no math.
    assert body_of(built, "h/2024/s") == "<p>Sum $x$ raw – it’s</p>"


def test_broken_file_of_hugo_is_one_warning(make_site: MakeSite) -> None:
    built = build(make_site, 'updates_hugo = "../hugo.toml"', {"hugo.toml": "x = \n"})
    (warning,) = built.warnings.splitlines()
    assert warning.startswith("WARNING: <site>/hugo.toml: hugo configuration: ")
    assert warning.endswith("; left out [sphinx_updates.config]")
    assert built.has("blog/s/index.html")


def test_drafts_may_be_asked_for_by_hugo(make_site: MakeSite) -> None:
    draft = post("x", "D", "draft: true")
    for conf in ("updates_drafts = True", 'updates_hugo = {"buildDrafts": True}'):
        assert build(make_site, conf, {"posts/d.md": draft}).has("blog/d/index.html")


ROLE = "{doc}`/index`\n"


@pytest.mark.parametrize(
    ("path", "lines", "is_myst"),
    [
        ("a.md", ("markup: myst",), True),
        ("a.md", ("markup: MyST",), True),
        ("a.md", (), False),
        ("a.md", ("blogpost: true",), True),
        ("a.md", ("blogpost: false",), True),
        ("notes/deep/a.md", (), True),
        ("notes/a/index.md", (), True),
        ("notes/deep/a.md", ("markup: goldmark",), False),
        ("sketch-a.md", (), True),
    ],
)
def test_who_is_written_in_myst(
    make_site: MakeSite, path: str, lines: tuple[str, ...], *, is_myst: bool
) -> None:
    site = make_site({f"posts/{path}": post(ROLE, "A", *lines)})
    built = site.build(updates_myst=["blog/notes/**", "blog/sketch-*"])
    assert built.warnings == ""
    (name,) = [
        name
        for name in built.files()
        if name.startswith("blog/") and name.count("/") > 1 and "archive" not in name
    ]
    links = built.body(name).xpath(".//section/p[last()]/a")
    assert bool(links) == is_myst
    assert ("{doc}" in built.body(name).text_content()) != is_myst


def test_myst_post_keeps_its_own_first_heading(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/own.md": post("# Own\n\nx\n\n## Sub\n", "Front", "markup: myst"),
            "posts/front.md": post("x\n\n## Sub\n", "Front", "markup: myst"),
            "posts/none.md": "---\nmarkup: myst\n---\n\nx\n",
        }
    )
    built = site.build()
    assert built.warnings == ""
    heads = {
        name: built.body(f"blog/{name}/index.html").xpath(".//h1/text() | .//h2/text()")
        for name in ("own", "front", "none")
    }
    assert heads == {"own": ["Own", "Sub"], "front": ["Front", "Sub"], "none": ["none"]}
    cards = built.page("blog/index.html").xpath("//*[@class='updates-card-title']")
    assert {card.text_content() for card in cards} == {"Own", "Front", "none"}


ABLOG = """\
---
blogpost: true
author: Ann, Bob
category: Cat One, two
tags: t1, t2
date: {date}
myst:
  enable_extensions: [deflist]
---

# Title

Text.

Term
: Definition
"""


def test_post_written_for_ablog_keeps_its_fields(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/a.md": ABLOG.replace("{date}", "2024-01-05"),
            "docs/old.md": ABLOG.replace("{date}", "2023-01-05"),
        }
    )
    built = site.build()
    assert built.warnings == ""
    body = built.body("blog/a/index.html")
    authors = body.xpath("//*[@class='updates-authors']//a")
    assert [a.text_content() for a in authors] == ["Ann", "Bob"]
    categories = body.xpath("//*[@class='updates-categories']/a")
    assert [c.text_content() for c in categories] == ["Cat One", "two"]
    tags = body.xpath("//*[@class='updates-tags']//a")
    assert [t.text_content() for t in tags] == ["t1", "t2"]
    assert body.xpath(".//dl/dt/text()") == ["Term"]
    for page in ("authors/ann", "tags/t1", "categories/two"):
        titles = built.page(f"blog/{page}/index.html").xpath(
            "//*[@class='updates-card-title']/a/@href"
        )
        assert [title.rpartition("../")[2] for title in titles] == [
            "a/index.html",
            "old.html",
        ]


@pytest.mark.parametrize("date", ["Jan 5, 2024", "05 January 2024"])
def test_post_written_for_ablog_keeps_its_date(make_site: MakeSite, date: str) -> None:
    built = make_site({"posts/a.md": ABLOG.replace("{date}", date)}).build()
    assert built.warnings == ""
    times = built.body("blog/a/index.html").xpath(".//header//time/@datetime")
    assert times == ["2024-01-05T00:00:00+00:00"]
