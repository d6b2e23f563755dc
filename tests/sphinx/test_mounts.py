"""Folders of posts in the project: what is a page, and at which address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import PNG, post

if TYPE_CHECKING:
    from conftest import Build, MakeSite

CONF = 'project = "Site"\nextensions = ["sphinx_updates"]\nhtml_theme = "basic"\n'
OWN = (".html", ".inv", ".js")


def posts_of(built: Build) -> set[str]:
    """Return the pages of the output that stand in a folder of their own."""
    return {
        name.removesuffix("/index.html")
        for name in built.files()
        if name.endswith("/index.html")
        and name != "blog/index.html"
        and "/archive/" not in name
    }


def test_file_bundle_and_folders_have_the_addresses_of_hugo(
    make_site: MakeSite,
) -> None:
    site = make_site(
        {
            "posts/single.md": post("x"),
            "posts/My File.md": post("x"),
            "posts/bundle/index.md": post("x"),
            "posts/2024/deep/a.md": post("x"),
            "posts/2024/deep/b/index.md": post("x"),
            "posts/slugged.md": post("x", "A", "slug: Other Name"),
            "posts/placed.md": post("x", "A", "url: /some/where/"),
            "posts/other.markdown": post("x"),
            "posts/notes.txt": "a file",
            "posts/.hidden.md": post("x"),
            "posts/bundle/more.md": post("no page"),
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert posts_of(built) == {
        "blog/single",
        "blog/my-file",
        "blog/bundle",
        "blog/2024/deep/a",
        "blog/2024/deep/b",
        "blog/other-name",
        "some/where",
        "blog/other",
    }
    assert built.has("blog/notes.txt")


def test_dirhtml_has_the_same_addresses(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/a.md": post("[b](b/index.md)"),
            "posts/b/index.md": post("[a](../a.md) [file](x.txt)"),
            "posts/b/x.txt": "x",
        }
    )
    built = site.build("dirhtml")
    assert built.warnings == ""
    assert built.body("blog/a/index.html").xpath(".//p/a/@href") == ["../b/"]
    assert built.body("blog/b/index.html").xpath(".//p/a/@href") == ["../a/", "x.txt"]
    assert built.has("blog/b/x.txt")


@pytest.mark.parametrize(
    ("mounts", "pages"),
    [
        ({"blog": "../posts"}, {"blog/a"}),
        ({"/blog/": "../posts"}, {"blog/a"}),
        ({"news/team": "../posts"}, {"news/team/a"}),
        ({"": "../posts"}, {"a"}),
        ({"blog": "../posts", "notes": "../more"}, {"blog/a", "notes/b"}),
        ({"blog": "inside"}, {"blog/c"}),
    ],
    ids=["usual", "slashes", "deep", "root", "two folders", "inside the docs"],
)
def test_prefix_is_the_beginning_of_the_address(
    make_site: MakeSite, mounts: dict[str, str], pages: set[str]
) -> None:
    site = make_site(
        {
            "docs/conf.py": CONF + f"updates_posts = {mounts!r}\n"
            + ("" if "inside" in mounts.values() else "exclude_patterns = "
            "['inside']\n"),
            "posts/a.md": post("x"),
            "more/b.md": post("x"),
            "docs/inside/c.md": post("x"),
        }
    )  # fmt: skip
    built = site.build()
    assert built.warnings == ""
    assert posts_of(built) == pages
    assert not built.has("inside/c.html")


def test_index_of_a_folder_is_its_page_and_no_post(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/_index.md": "---\ntitle: All the news\n---\n\nWelcome.\n",
            "posts/sub/_index.md": "---\ntitle: Sub\n---\n\n[a](a.md)\n",
            "posts/sub/a.md": post("[up](_index.md) [top](../_index.md)"),
        }
    )
    built = site.build()
    assert built.warnings == ""
    landing = built.body("blog/index.html")
    assert landing.xpath("string(.//h1/text())") == "All the news"
    titles = landing.xpath(".//*[@class='updates-card-title']")
    assert [title.text_content() for title in titles] == ["A"]
    assert built.body("blog/sub/a/index.html").xpath(".//p/a/@href") == [
        "../index.html",
        "../../index.html",
    ]
    assert not built.body("blog/sub/index.html").xpath(".//header")


def test_files_of_a_bundle_are_published_beside_its_page(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/b/index.md": post("x", "A", "slug: renamed"),
            "posts/b/pic.png": PNG,
            "posts/b/data/deep.csv": "1",
            "posts/hidden/index.md": post("x", "H", "draft: true"),
            "posts/hidden/secret.txt": "s",
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert built.has("blog/renamed/pic.png")
    assert built.has("blog/renamed/data/deep.csv")
    assert not any("secret" in name for name in built.files())


def test_file_suffix_of_other_parsers_is_left_to_the_docs(make_site: MakeSite) -> None:
    site = make_site({"posts/a.rst": "T\n=\n", "docs/b.rst": ":orphan:\n\nT\n=\n"})
    built = site.build()
    assert built.has("b.html")
    assert not built.has("blog/a/index.html")
    assert built.warnings == (
        "<site>/posts/a.rst:1: WARNING: content in '.rst' is not read, expected "
        "Markdown; left out [sphinx_updates.file]\n"
    )


def test_posts_stay_out_of_toctrees(make_site: MakeSite) -> None:
    site = make_site({f"posts/{n}.md": post("x", n) for n in "abc"})
    built = site.build()
    assert built.warnings == ""
    assert not built.page("index.html").xpath("//a[contains(@href, 'blog/')]")


def test_document_of_the_docs_wins_over_a_post(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/a.md": post("the post"),
            "posts/b.md": post("the post", "B"),
            "docs/blog/a/index.md": "---\norphan: true\n---\n\n# Doc\n\nthe docs\n",
        }
    )
    built = site.build()
    assert built.warnings == (
        "<site>/posts/a.md:1: WARNING: the address '/blog/a/' belongs to the document "
        "'<site>/docs/blog/a/index.md'; this post is left out, give it another slug or "
        "url [sphinx_updates.page_clash]\n"
    )
    assert "the docs" in built.body("blog/a/index.html").text_content()
    assert built.has("blog/b/index.html")


def test_second_post_with_an_address_is_left_out(make_site: MakeSite) -> None:
    site = make_site(
        {"posts/a.md": post("first"), "posts/b.md": post("second", "B", "slug: a")}
    )
    built = site.build()
    assert built.warnings == (
        "<site>/posts/b.md:1: WARNING: 'blog/b.md' and 'blog/a.md' have the same "
        "address "
        "'/blog/a/'; this page is left out, give it another slug or url "
        "[sphinx_updates.page_clash]\n"
    )
    assert "first" in built.body("blog/a/index.html").text_content()


def test_front_page_of_the_docs_stays_without_a_word(make_site: MakeSite) -> None:
    site = make_site(
        {
            "docs/conf.py": CONF + 'updates_posts = {"": "../posts"}\n',
            "posts/_index.md": post("other home"),
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert "Welcome." in built.body("index.html").text_content()


@pytest.mark.parametrize(
    "alias",
    [
        "/genindex.html",
        "/search.html",
        "/blog/archive/2024/",
        "/blog/",
        "/blog/tags/x/index.html",
    ],
)
def test_alias_never_replaces_a_generated_page(make_site: MakeSite, alias: str) -> None:
    front = ("tags: [x]", f"aliases: ['{alias}']")
    built = make_site({"posts/a.md": post("x", "A", *front)}).build()
    path = alias.lstrip("/") + ("index.html" if alias.endswith("/") else "")
    assert 'http-equiv="refresh"' not in built.text(path)


def test_alias_never_replaces_a_document(make_site: MakeSite) -> None:
    front = "aliases: [/page.html, /blog/b/, /index.html]"
    site = make_site(
        {
            "posts/a.md": post("x", "A", front),
            "posts/b.md": post("the post b", "B"),
            "docs/page.md": "---\norphan: true\n---\n\n# Doc\n\nthe docs\n",
        }
    )
    built = site.build()
    assert "the docs" in built.body("page.html").text_content()
    assert "the post b" in built.body("blog/b/index.html").text_content()
    assert "Welcome." in built.body("index.html").text_content()


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("posts/b/index.html", "blog/b/index.html"),
        ("more/genindex.html", "genindex.html"),
    ],
)
def test_file_never_replaces_a_page(make_site: MakeSite, file: str, page: str) -> None:
    site = make_site(
        {
            "docs/conf.py": CONF
            + 'updates_posts = {"blog": "../posts", "": "../more"}\n',
            "posts/b/index.md": post("x"),
            "more/a.md": post("x"),
            file: "<p>fake</p>",
        }
    )
    assert "fake" not in site.build().text(page)
