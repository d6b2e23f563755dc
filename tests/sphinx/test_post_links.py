"""Links: from posts to posts, files and docs, and from docs to posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from samples import post

if TYPE_CHECKING:
    from conftest import Build, MakeSite

OTHER = "posts/other.md"
FILES: dict[str, str | bytes] = {
    OTHER: post("## Part two\n\nx\n", "Other", "aliases: [/old/other/]", "tags: [x]"),
    "posts/bundle/index.md": post("## Here\n", "Bundle"),
    "posts/bundle/data.csv": "1",
    "posts/data.csv": "2",
    "posts/my file.txt": "3",
    "posts/draft.md": post("x", "Draft", "draft: true"),
    "posts/future.md": post("x", "F", "publishDate: 2999-01-01"),
    "posts/expired.md": post("x", "E", "expiryDate: 2020-01-01"),
    "docs/guide/page.md": (
        "---\norphan: true\n---\n\n# Page\n\n## Deep part\n\n(my-label)=\n## Labelled\n"
    ),
}
ON_BOTH = [
    # From the file.
    ("other.md", "../other"),
    ("./other.md", "../other"),
    ("other", "../other"),
    ("OTHER.md", "../other"),
    ("other.md#part-two", "../other#part-two"),
    ("other.md?x=1#part-two", "../other#part-two"),
    ("bundle/index.md", "../bundle"),
    ("bundle", "../bundle"),
    ("bundle/", "../bundle"),
    ("../docs/guide/page.md", "../../guide/page"),
    # From the mount and from the content root.
    ("/blog/other.md", "../other"),
    ("blog/other.md", "../other"),
    ("/blog/bundle/index.md#here", "../bundle#here"),
    # By address.
    ("/blog/other/", "../other"),
    ("/blog/other/index.html", "../other"),
    ("../other/", "../other"),
    ("../other/#part-two", "../other#part-two"),
    ("/old/other/", "../other"),
    # From the source directory of the docs.
    ("/guide/page.md", "../../guide/page"),
    ("/guide/page.md#deep-part", "../../guide/page#deep-part"),
    ("/guide/page.md#my-label", "../../guide/page#my-label"),
    ("/guide/page", "../../guide/page"),
    ("/guide/page.html", "../../guide/page"),
    ("guide/page.md", "../../guide/page"),
    ("/", "../../index"),
    # Pages that the blog adds.
    ("/blog/tags/x/", "../tags/x/index"),
    ("/blog/archive/2024/", "../archive/2024/index"),
    # Where ABlog has them.
    ("/blog/tag/x/", "../tags/x/index"),
    ("/blog/tag/x.html", "../tags/x/index"),
    ("/blog/2024/", "../archive/2024/index"),
    # On the page itself.
    ("#here", "#here"),
]
AS_WRITTEN = [
    ("data.csv", "../data.csv"),
    ("bundle/data.csv", "../bundle/data.csv"),
    ("/blog/bundle/data.csv", "../bundle/data.csv"),
    ("my%20file.txt", "../my%20file.txt"),
    ("<my file.txt>", "../my%20file.txt"),
    ("https://e.example/x?y=1#z", "https://e.example/x?y=1#z"),
    ("//e.example/x", "//e.example/x"),
    ("tel:+123", "tel:+123"),
]


def page_uri(target: str, *, is_dirhtml: bool) -> str:
    """Return where the page *target* is, by the names that a builder gives."""
    path, mark, fragment = target.partition("#")
    if not path:
        return target
    if path.endswith("/index"):
        path = path.removesuffix("index") if is_dirhtml else path + ".html"
    elif path in ("../other", "../bundle"):
        path += "/" if is_dirhtml else "/index.html"
    else:
        path += "/" if is_dirhtml else ".html"
    return path + mark + fragment


def hrefs(built: Build, page: str) -> list[str]:
    """Return the addresses of the links in the paragraphs of a page."""
    found: list[str] = built.body(page).xpath(".//p/a[@class!='headerlink']/@href")
    return found


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_spelling_of_a_link_leads_there(
    make_site: MakeSite, builder: str
) -> None:
    lines = "\n\n".join(f"[t]({link})" for link, _target in (*ON_BOTH, *AS_WRITTEN))
    site = make_site({**FILES, "posts/a.md": post(f"{lines}\n\n## Here\n")})
    built = site.build(builder)
    assert built.warnings == ""
    is_dirhtml = builder == "dirhtml"
    found = hrefs(built, "blog/a/index.html")
    expected = [
        page_uri(target, is_dirhtml=is_dirhtml).replace(
            "#", "?x=1#" if "?x=1" in link else "#"
        )
        for link, target in ON_BOTH
    ]
    expected += [target for _link, target in AS_WRITTEN]
    assert found == expected
    assert built.has("blog/data.csv")
    assert built.has("blog/my file.txt")


def test_bundle_finds_its_own_files_and_its_neighbours(make_site: MakeSite) -> None:
    body = (
        "[a](data.csv) [b](../other.md) [c](other.md) [d](../data.csv) [e](#x) \n"
        "\n## X\n"
    )
    built = make_site({**FILES, "posts/bundle/index.md": post(body)}).build()
    assert built.warnings == ""
    assert hrefs(built, "blog/bundle/index.html") == [
        "data.csv",
        "../other/index.html",
        "../other/index.html",
        "../data.csv",
        "#x",
    ]


def test_reference_links_titles_and_autolinks(make_site: MakeSite) -> None:
    body = (
        '[a][r] [r] <https://auto.example/> www.bare.example\n\n[r]: other.md "A '
        'title"\n'
    )
    built = make_site({**FILES, "posts/a.md": post(body)}).build()
    assert built.warnings == ""
    links = built.body("blog/a/index.html").xpath(".//p/a")
    assert [(link.get("href"), link.get("title")) for link in links] == [
        ("../other/index.html", "A title"),
        ("../other/index.html", "A title"),
        ("https://auto.example/", None),
        ("https://www.bare.example", None),
    ]


def test_address_of_the_landing_page_leads_to_it(make_site: MakeSite) -> None:
    built = make_site({"posts/a.md": post("[b](/blog/)\n")}).build()
    assert hrefs(built, "blog/a/index.html") == ["../index.html"]


NOWHERE = "leads to no page, file or document"
FROM_A = (
    "no page or file has this path from 'blog' or from the content root, "
    "nor this address from '/blog/a/'"
)
DEAD = [
    ("nowhere.md", f"link 'nowhere.md' {NOWHERE}; {FROM_A}"),
    ("othr.md", f"link 'othr.md' {NOWHERE}; {FROM_A}; did you mean 'blog/other.md'?"),
    (
        "/guide/pag.md",
        (
            f"link '/guide/pag.md' {NOWHERE}; no page or file has this path or "
            "address; did you mean 'guide/page.md'?"
        ),
    ),
    ("other.md#none", "link 'other.md#none': 'blog/other/index' has no anchor 'none'"),
    ("#none", "link '#none': 'blog/a/index' has no anchor 'none'"),
    (
        "/guide/page.md#none",
        "link '/guide/page.md#none': 'guide/page' has no anchor 'none'",
    ),
    (
        "draft.md",
        f"link 'draft.md' {NOWHERE}; 'blog/draft.md' is a draft and is not built",
    ),
    (
        "/blog/future/",
        (
            f"link '/blog/future/' {NOWHERE}; "
            "'blog/future.md' is dated in the future and is not built"
        ),
    ),
    (
        "expired.md",
        f"link 'expired.md' {NOWHERE}; 'blog/expired.md' has expired and is not built",
    ),
]


def test_dead_links_are_reported_where_they_stand_and_stay_as_written(
    make_site: MakeSite,
) -> None:
    lines = "\n\n".join(f"[t]({link})" for link, _message in DEAD)
    built = make_site({**FILES, "posts/a.md": post(lines)}).build()
    assert built.warnings.splitlines() == [
        f"<site>/posts/a.md:{6 + 2 * number}: WARNING: {message} [sphinx_updates.link]"
        for number, (_link, message) in enumerate(DEAD)
    ]
    found = hrefs(built, "blog/a/index.html")
    dead = [link for link, message in DEAD if NOWHERE in message]
    assert [href for href in found if href in dead] == dead


def test_dead_link_is_reported_at_its_line_of_the_paragraph(
    make_site: MakeSite,
) -> None:
    built = make_site({"posts/a.md": post("Text\nand\n[x](#none)\n")}).build()
    assert built.warnings.startswith("<site>/posts/a.md:8: WARNING: ")


def test_dead_link_of_an_excerpt_is_reported_once(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/a.md": post("[x](nowhere.md)\n"),
            "docs/list.md": "---\norphan: true\n---\n\n# L\n\n```{postlist}\n"
            ":excerpts:\n```\n",
        }
    )
    assert len(site.build().warnings.splitlines()) == 1


def test_link_of_an_excerpt_leads_from_the_list_to_the_same_page(
    make_site: MakeSite,
) -> None:
    site = make_site(
        {
            **FILES,
            "posts/a.md": post("[x](other.md#part-two) [y](#own)\n\n## Own\n"),
            "docs/deep/list.md": (
                "---\norphan: true\n---\n\n# L\n\n```{postlist}\n:excerpts:\n```\n"
            ),
        }
    )
    built = site.build()
    assert built.warnings == ""
    found = built.body("deep/list.html").xpath(".//a/@href")
    assert "../blog/other/index.html#part-two" in found
    assert "../blog/a/index.html#own" in found


def test_docs_reach_posts_by_file_document_and_label(make_site: MakeSite) -> None:
    page = (
        "# Page\n\n[post](../../posts/other.md)\n\n"
        "[part](../../posts/other.md#part-two)"
        "\n\n[bundle](../../posts/bundle/index.md)\n\n{doc}`/blog/other/index`\n\n"
        "{doc}`text </blog/other/index>`\n\n{ref}`other`\n"
    )
    files = {**FILES, "docs/guide/page.md": f"---\norphan: true\n---\n\n{page}"}
    built = make_site(files).build()
    assert built.warnings == ""
    links = built.body("guide/page.html").xpath(".//p/a")
    assert [(link.get("href"), link.text_content()) for link in links] == [
        ("../blog/other/index.html", "post"),
        ("../blog/other/index.html#part-two", "part"),
        ("../blog/bundle/index.html", "bundle"),
        ("../blog/other/index.html", "Other"),
        ("../blog/other/index.html", "text"),
        ("../blog/other/index.html#other", "Other"),
    ]


def test_dead_link_of_the_docs_is_reported_by_the_docs_parser(
    make_site: MakeSite,
) -> None:
    built = make_site({"docs/index.md": "# H\n\n[x](../posts/nope.md)\n"}).build()
    assert built.warnings == (
        "<site>/docs/index.md:3: WARNING: 'myst' cross-reference target not found: "
        "'../posts/nope.md' [myst.xref_missing]\n"
    )


@pytest.mark.parametrize("builder", ["text", "latex", "singlehtml", "man"])
def test_other_builders_keep_the_text_of_every_link(
    make_site: MakeSite, builder: str
) -> None:
    body = "[one](other.md) [two](bundle/data.csv) [three](#here)\n\n## Here\n"
    options: dict[str, Any] = {}
    if builder == "latex":
        options["latex_toplevel_sectioning"] = "section"
    built = make_site({**FILES, "posts/a.md": post(body)}).build(builder, **options)
    assert built.warnings == ""
    if builder == "text":
        assert "one two three" in built.text("blog/a/index.txt")


def test_a_bare_host_is_reached_safely(make_site: MakeSite) -> None:
    site = make_site(
        {"posts/a.md": post("See www.e.example/x and http://h.example.\n")}
    )
    found = hrefs(site.build(), "blog/a/index.html")
    assert found == ["https://www.e.example/x", "http://h.example"]
