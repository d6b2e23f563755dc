"""Content made to crash, hang or escape: every site builds, inside its folder."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from samples import post

from sphinx_updates.blog.feeds import Feed, FeedEntry, atom, rss
from sphinx_updates.hugo.links import is_dangerous

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Build, MakeSite, Site

SECONDS = 60.0
"""Much more than any of the small cases takes, much less than one that hangs."""


def tree(root: Path) -> set[Path]:
    """Return everything below *root* that no build may touch."""
    written = (root / "site/out", root / "site/doctrees")
    return {
        path
        for path in root.rglob("*")
        if not any(path.is_relative_to(folder) for folder in written)
    }


@pytest.fixture
def build(tmp_path: Path, make_site: MakeSite) -> Callable[..., Build]:
    """Return a function that builds a site in a folder of its own and guards it."""

    def run(
        files: dict[str, str], prepare: Callable[[Site], None] | None = None
    ) -> Build:
        site = make_site({})
        inner = tmp_path / "site"
        inner.mkdir()
        for name in ("docs", "posts"):
            (tmp_path / name).rename(inner / name)
        site.root = inner.resolve()
        site.write({"shortcodes/y.md": "2024", **files})
        if prepare is not None:
            prepare(site)
        before = tree(tmp_path)
        started = time.monotonic()
        built = site.build(updates_shortcodes=["../shortcodes"])
        assert time.monotonic() - started < SECONDS
        assert built.statuscode == 0
        assert "Traceback" not in built.warnings
        new = {
            path for path in tree(tmp_path) - before if "__pycache__" not in str(path)
        }
        assert new == set()
        assert built.has("index.html")
        return built

    return run


BODIES = {
    "quotes": ">" * 3_000 + " x",
    "lists": "".join("  " * depth + "- x\n" for depth in range(300)),
    "brackets": "[" * 10_000,
    "emphasis": "*a _b " * 5_000,
    "a long line": "x " * 50_000,
    "a long word": "x" * 200_000,
    "a tower of divs": "<div>" * 5_000,
    "comments": "<!--" * 10_000,
    "backticks": "".join("`" * length + " " for length in range(400)),
    "dollars": "$a" * 2_000,
    "a wide table": "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n" + "|" + "b|" * 300,
    "same headings": "## h\n\n" * 500,
    "footnotes": "".join(f"[^{n}] " for n in range(300)) + "\n\n[^1]: x [^1]\n",
    "open calls": "{{<" * 5_000,
    "open calls of the other kind": "{{%" * 5_000,
    "closed calls": ">}}" * 5_000,
    "many calls": "{{< y >}}" * 1_000,
    "deep calls": "{{< details >}}" * 300 + "x" + "{{< /details >}}" * 300,
    "open deep calls": "{{< details >}}" * 1_000,
    "unknown calls": "{{< zz9 >}}\n" * 200,
    "quotes of calls": '{{< figure src="' * 2_000,
    "long argument": '{{< figure src="' + "a" * 100_000 + '" >}}',
    "attributes": "## x {" + ".a " * 5_000 + "}",
}


def test_bodies_are_read_in_time(build: Callable[..., Build]) -> None:
    names = {case: f"p{number}" for number, case in enumerate(BODIES)}
    built = build({f"posts/{names[c]}.md": post(BODIES[c] + "\n") for c in BODIES})
    assert [c for c in BODIES if not built.has(f"blog/{names[c]}/index.html")] == []


@pytest.mark.slow
def test_a_megabyte_of_open_calls_is_read_in_time(make_site: MakeSite) -> None:
    started = time.monotonic()
    built = make_site({"posts/a.md": post("{{<" * 350_000 + "\n")}).build()
    assert time.monotonic() - started < 2 * SECONDS
    assert built.has("blog/a/index.html")


def test_a_deep_nest_of_calls_is_told_once(build: Callable[..., Build]) -> None:
    built = build({"posts/a.md": post(BODIES["deep calls"])})
    assert built.warnings == (
        "<site>/posts/a.md:6:1501: WARNING: shortcode 'details' is nested more than "
        "100 "
        "calls deep; close calls before it, or write it outside of them "
        "[sphinx_updates.shortcode_nesting]\n"
        "<site>/posts/a.md:6: WARNING: inner content is nested more than 8 levels "
        "deep; it is shown flat [sphinx_updates.shortcode_nesting]\n"
    )


def test_nul_bytes_are_replaced(build: Callable[..., Build]) -> None:
    body = "a\0b `c\0d`\n\n![x](a\0.png) [y](c\0.md)\n\n```\n\0\n```\n"
    built = build(
        {
            "posts/a.md": post(body),
            "posts/b.md": (
                '---\ntitle: "A\\0B"\nslug: "x\\0y"\nimage: "a\\0.png"\n---\n\nT\n'
            ),
            "posts/c.md": "---\ntitle: C\0\n---\n\nT\n",
            "posts/d.md": "\0",
        }
    )
    without_nul(built)


@pytest.mark.parametrize(
    "call", ["{{< figure src='\0' >}}", '{{< zz "\0" >}}', "{{< \0 >}}"]
)
def test_nul_bytes_in_calls_do_no_harm(build: Callable[..., Build], call: str) -> None:
    assert build({"posts/a.md": post(f"{call}\n")}).has("blog/a/index.html")


def without_nul(built: Build) -> None:
    """Check that no page of the output holds a NUL byte."""
    for page in sorted(built.files()):
        if page.endswith(".html"):
            assert "\0" not in built.text(page), page


ADDRESSES = {
    "url: ../../x": "x/index.html",
    "url: /../../x.html": "x.html",
    "url: '/%2e%2e/x/'": "%2e%2e/x/index.html",
    "url: '/a\\..\\..\\x/'": None,
    "url: /x//y/": "x/y/index.html",
    "url: /index.html": None,
    "slug: ../../x": None,
    'slug: "."': None,
    'slug: ".."': None,
    "slug: /": None,
    "url: 'http://e.example/x'": "blog/a/index.html",
    "url: '//e.example/x'": "blog/a/index.html",
    "aliases: [../../../../x.html]": "x.html",
    "aliases: [/../../x/]": "x/index.html",
    "aliases: [/x/../../../y/]": "y/index.html",
    "aliases: ['/a\\..\\..\\y/']": None,
    f"aliases: [/{'a' * 300}/]": "blog/a/index.html",
    "aliases: [/searchindex.js, /_static/basic.css]": "blog/a/index.html",
}


@pytest.mark.parametrize("front", ADDRESSES)
def test_addresses_stay_inside_the_output(
    build: Callable[..., Build], front: str
) -> None:
    built = build({"posts/a.md": post("x", "A", front)})
    page = ADDRESSES[front]
    if page is not None:
        assert built.has(page)
    assert "Welcome." in built.text("index.html")
    assert built.text("searchindex.js").startswith("Search.setIndex(")


@pytest.mark.parametrize("front", ["slug: {}", "url: /{}/"])
def test_name_that_is_too_long_is_shortened(
    build: Callable[..., Build], front: str
) -> None:
    built = build({"posts/a.md": post("x", "A", front.format("a" * 300))})
    assert [name for name in built.files() if name.endswith("aaaa/index.html")]


def test_links_out_of_the_site_are_not_followed(build: Callable[..., Build]) -> None:
    def prepare(site: Site) -> None:
        outside = site.root.parent
        (outside / "secret.md").write_text(post("the secret", "Secret"))
        (outside / "folder").mkdir()
        (outside / "folder/more.md").write_text(post("the secret", "More"))
        posts = site.root / "posts"
        (posts / "out.md").symlink_to(outside / "secret.md")
        (posts / "out.txt").symlink_to(outside / "secret.md")
        (posts / "folder").symlink_to(outside / "folder")
        (posts / "loop").symlink_to(posts)
        (posts / "self.md").symlink_to("self.md")

    built = build({"posts/a.md": post("x")}, prepare)
    into = "is not followed; copy the folder or mount it by itself"
    out = "leads out of the folder of posts; copy the file instead"
    assert built.warnings.splitlines() == [
        f"<site>/posts/{name}:1: WARNING: the symbolic link {fault} "
        "[sphinx_updates.file]"
        for name, fault in [
            ("folder", f"to a folder {into}"),
            ("loop", f"to a folder {into}"),
            ("out.md", out),
            ("out.txt", out),
            ("self.md", "leads nowhere"),
        ]
    ]
    assert built.has("blog/a/index.html")
    for name in built.files():
        assert b"secret" not in (built.outdir / name).read_bytes()


def test_templates_out_of_their_folder_are_not_read(
    build: Callable[..., Build],
) -> None:
    def prepare(site: Site) -> None:
        outside = site.root.parent
        (outside / "secret.md").write_text("the secret")
        folder = site.root / "shortcodes"
        (folder / "out.md").symlink_to(outside / "secret.md")
        (folder / "folder").symlink_to(outside)
        (folder / "loop").symlink_to(folder)

    calls = (
        "{{< out >}} {{< folder/secret >}} {{< ../secret >}} {{< /secret >}} {{< y >}}"
    )
    built = build({"posts/a.md": post(f"{calls}\n")}, prepare)
    assert built.warnings.splitlines()[0] == (
        "<site>/shortcodes/out.md:1: WARNING: the template leads out of its folder "
        "[sphinx_updates.file]"
    )
    text = built.body("blog/a/index.html").text_content()
    assert "2024" in text
    assert "the secret" not in text


def test_template_that_links_to_itself_is_left_out(
    build: Callable[..., Build],
) -> None:
    def prepare(site: Site) -> None:
        (site.root / "shortcodes/self.md").symlink_to("self.md")

    built = build({"posts/a.md": post("{{< y >}}\n")}, prepare)
    assert "2024" in built.body("blog/a/index.html").text_content()


YAML = {
    "an anchor in itself": "x: &x [*x]\ny: &a {k: *a}\n",
    "anchors that multiply": "a0: &a0 [1,1,1,1,1,1,1,1]\n"
    + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 8)}]\n" for n in range(1, 12)),
    "merges that multiply": "a0: &a0 {x: 1}\n"
    + "".join(
        f"a{n}: &a{n} {{<<: [{','.join([f'*a{n - 1}'] * 8)}]}}\n" for n in range(1, 12)
    ),
    "deep lists": f"x: {'[' * 2_000}{']' * 2_000}\n",
    "open lists": f"x: {'[' * 2_000}\n",
    "deep maps": "".join(f"{' ' * n}k:\n" for n in range(1_000)),
    "a tag": "x: !!python/object/apply:os.system [true]\n",
    "a long number": f"weight: {'9' * 10_000}\n",
    "many keys": "".join(f"k{n}: v\n" for n in range(2_000)),
    "many tags": f"tags: [{', '.join(f't{n}' for n in range(30))}]\n",
}


def test_front_matter_is_read_in_time(build: Callable[..., Build]) -> None:
    names = {case: f"p{number}" for number, case in enumerate(YAML)}
    front = "---\ntitle: The title\n{}---\n\nText.\n"
    built = build({f"posts/{names[c]}.md": front.format(YAML[c]) for c in YAML})
    titles = {
        case: built.body(f"blog/{names[case]}/index.html").xpath("string(.//h1/text())")
        for case in YAML
    }
    assert titles == dict.fromkeys(YAML, "The title")


FRAGMENTS = (
    "+++\nx = " + "[" * 2_000 + "]" * 2_000 + "\n+++\n",
    '{"x": ' + "[" * 5_000 + "]" * 5_000 + "}\n",
    '{"x": ' * 5_000,
    "{{",
    "---",
    "+++",
    "{",
    "---\n---",
    "#+" * 5_000,
)


def test_other_front_matter_is_read_in_time(build: Callable[..., Build]) -> None:
    built = build({f"posts/p{n}.md": text for n, text in enumerate(FRAGMENTS)})
    for number in range(len(FRAGMENTS)):
        assert built.has(f"blog/p{number}/index.html")


def test_long_and_strange_destinations_are_dead_links(
    build: Callable[..., Build],
) -> None:
    links = [
        "a" * 5_000 + ".md", "a/" * 1_500 + "x.md", "../" * 3_000 + "x.md", "%00",
        "%zz",
        "?", "#" * 100, "\\\\server\\x", "~root", "a:b", "[", "//[", "http://[x",
    ]  # fmt: skip
    body = "\n\n".join(f"[x](<{link}>) ![y](<{link}>)" for link in links)
    figures = "\n\n".join(
        f"{{{{< figure src=`{link}` link=`{link}` >}}}}" for link in links
    )
    built = build({"posts/a.md": post(f"{body}\n\n{figures}\n")})
    assert built.has("blog/a/index.html")


BAD = '"><script>alert(1)</script>'


def with_script(built: Build) -> list[str]:
    """Return the pages and feeds into which the script of :data:`BAD` has come."""
    pages = [name for name in sorted(built.files()) if name.endswith((".html", ".xml"))]
    assert pages
    return [name for name in pages if "<script>alert" in built.text(name)]


def test_values_of_calls_and_links_are_escaped(build: Callable[..., Build]) -> None:
    quoted = BAD.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
    body = (
        f"{{{{< youtube id=abc title=`{BAD}` class=`{BAD}` >}}}}\n\n"
        f"{{{{< figure src=`{BAD}` alt=`{BAD}` title=`{BAD}` class=`{BAD}` >}}}}\n\n"
        f"{{{{< figure src=`x` link=`{BAD}` target=`{BAD}` rel=`{BAD}` >}}}}\n\n"
        f"{{{{< details title=`{BAD}` name=`{BAD}` class=`{BAD}` />}}}}\n\n"
        f"{{{{< nothere `{BAD}` >}}}}\n\n[x](<{quoted}>)\n"
    )
    # A summary of the site's own, or the beginning of the post would stand in lists.
    built = build({"posts/a.md": post(body, "A", "summary: words")})
    assert with_script(built) == []


FIELDS = (
    "title", "subtitle", "summary", "external_link", "image", "category", "authors",
    "tags", "categories", "aliases", "location", "language", "description",
)  # fmt: skip


def test_values_of_front_matter_are_escaped(build: Callable[..., Build]) -> None:
    front = "".join(f"{field}: '{BAD}'\n" for field in FIELDS)
    one_by_one = {
        f"posts/{field}.md": f"---\ntitle: A\n{field}: '{BAD}'\n---\n\nText.\n"
        for field in ("cover", "slug", "url", "subtitle")
    }
    built = build({"posts/a.md": f"---\n{front}---\n\nText.\n", **one_by_one})
    assert with_script(built) == []


TAB = f"{{{{< tab >}}}}{chr(10) * 50_000}{{{{< /tab >}}}}"
LONE = r"""{"cells": [{"cell_type": "markdown", "source": "\ud800"}]}"""
OPEN = "\\[" * 25_000
SHORTCODES: tuple[tuple[str, str], ...] = (
    ("docsy", '{{< iframe src="http://[" >}}'),
    ("docsy", f'{{{{< iframe src="x" sandbox="{"allow-" * 40}!" >}}}}'),
    ("docsy", '{{< redoc "//[" >}}\n\n{{< swaggerui src="//[" >}}'),
    ("docsy", f"{{{{< tabpane >}}}}{TAB}{{{{< /tabpane >}}}}"),
    ("hugoblox", '{{< button style=" " size=" md " rounded=" " >}}x{{< /button >}}'),
    ("hugoblox", "{{< chart data=wide >}}"),
    ("hugoblox", '{{< video src="/" >}}\n\n{{< video src=".." >}}'),
    ("hugoblox", f"{{{{< math >}}}}{OPEN}{{{{< /math >}}}}"),
    ("hugoblox", "{{< notebook src=lone.ipynb >}}"),
)  # fmt: skip
"""A pack and what once failed or took forever in it."""


def test_values_that_no_author_would_write(make_site: MakeSite) -> None:
    for pack, body in SHORTCODES:
        wide = '{"data": [{"z": [[' + "1," * 50_000 + "1]]}]}"
        site = make_site(
            {
                "posts/a/index.md": post(f"{body}\n\nThe end.\n"),
                "posts/a/wide.json": wide,
                "posts/a/lone.ipynb": LONE,
            }
        )
        started = time.monotonic()
        built = site.build(updates_shortcode_packs=[pack])
        assert time.monotonic() - started < SECONDS
        assert "The end." in built.text("blog/a/index.html")


def test_a_page_that_links_to_itself_in_html(build: Callable[..., Build]) -> None:
    built = build(
        {"posts/a.md": post('<a href="/blog/a/">here</a>\n\n<a href="a">it</a>')}
    )
    assert 'href="#"' in built.text("blog/a/index.html")


def test_marks_in_a_long_word_are_read_in_time(build: Callable[..., Build]) -> None:
    built = build(
        {
            "posts/a.md": post("_a_" * 10_000),
            "posts/b.md": post("~a~" * 10_000),
            "posts/c.md": post("$a$" * 5_000),
        }
    )
    assert built.has("blog/c/index.html")


@pytest.mark.parametrize("blank", ["\t", "\n", "\x01", " \x00"])
def test_scripts_with_unseen_characters_are_no_addresses(blank: str) -> None:
    assert is_dangerous(f"java{blank}script:alert(1)")
    assert is_dangerous(f"{blank}javascript:alert(1)")
    assert not is_dangerous(f"{blank}data:image/png;base64,AA==")
    assert not is_dangerous(f"notes about{blank}javascript: more")


def test_feeds_of_an_address_with_control_characters() -> None:
    entry = FeedEntry(id="x\0", url="x\x01", title="\0", published=None)
    feed = Feed(
        id="a\0", url="b\0", home="c\0", title="", language="e\0n", entries=(entry,)
    )
    assert b"<title>c</title>" in rss(feed)
    assert b"<title>c</title>" in atom(feed)
