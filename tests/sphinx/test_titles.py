"""The title of a post, the headings below it, and their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import post

if TYPE_CHECKING:
    from conftest import Build, MakeSite


def headings(built: Build, name: str) -> list[tuple[str, str, str]]:
    """Return level, text and id of every heading of a post, in order."""
    found = built.body(f"blog/{name}/index.html").xpath(
        ".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
    )
    return [
        (
            heading.tag,
            heading.text_content().removesuffix("¶"),
            heading.get("id") or heading.getparent().get("id"),
        )
        for heading in found
    ]


def test_front_matter_title_is_the_page_title(make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": "---\ntitle: A *post*\n---\n\nText.\n"})
    built = site.build()
    assert built.warnings == ""
    assert built.body("blog/a/index.html").xpath("string(.//h1)").startswith("A *post*")
    assert built.page("blog/a/index.html").xpath("string(//title)").startswith("A *po")


def test_special_characters_of_a_title_are_text(make_site: MakeSite) -> None:
    title = """A <b> & `c` [d](e) {{< f >}} $g$ "h" -- i"""
    site = make_site({"posts/a.md": f"---\ntitle: '{title}'\n---\n\nText.\n"})
    built = site.build()
    assert built.warnings == ""
    assert headings(built, "a")[0][1] == title


CASES = {
    "no heading at all": ("Text.\n", [("h1", "A", "a")]),
    "empty body": ("", [("h1", "A", "a")]),
    "h1 first": (
        "# One\n\nx\n\n## Two\n\nx\n",
        [("h1", "A", "a"), ("h2", "One", "one"), ("h3", "Two", "two")],
    ),
    "several h1": (
        "# One\n\nx\n\n# Two\n\nx\n",
        [("h1", "A", "a"), ("h2", "One", "one"), ("h2", "Two", "two")],
    ),
    "levels in any order": (
        "#### Four\n\nx\n\n## Two\n\nx\n\n###### Six\n\nx\n\n### Three\n\nx\n\n# One\n",
        [
            ("h1", "A", "a"),
            ("h2", "Four", "four"),
            ("h2", "Two", "two"),
            ("h3", "Six", "six"),
            ("h3", "Three", "three"),
            ("h2", "One", "one"),
        ],
    ),
    "underlined": (
        "One\n===\n\nx\n\nTwo\n---\n",
        [("h1", "A", "a"), ("h2", "One", "one"), ("h3", "Two", "two")],
    ),
    "in a quote and in a list": (
        "> ## Quoted\n\n- ### Listed\n\n  x\n\n## After\n",
        [
            ("h1", "A", "a"),
            ("h3", "Quoted", "quoted"),
            ("h4", "Listed", "listed"),
            ("h2", "After", "after"),
        ],
    ),
    "title gives way to the body": (
        "## A\n\nx\n\n## A\n",
        [("h1", "A", "a-2"), ("h2", "A", "a"), ("h2", "A", "a-1")],
    ),
    "explicit ids": (
        "## One {#own .big}\n\nx\n\n## Own\n\nx\n\n## Two {#a}\n",
        [
            ("h1", "A", "a-1"),
            ("h2", "One", "own"),
            ("h2", "Own", "own-1"),
            ("h2", "Two", "a"),
        ],
    ),
    "ids as Hugo makes them": (
        "## Ünï *em* `co_de` & more!\n\nx\n\n## !!!\n\nx\n\n## [Link](#a) 1.2\n",
        [
            ("h1", "A", "a"),
            ("h2", "Ünï em co_de & more!", "ünï-em-co_de--more"),
            ("h2", "!!!", "heading"),
            ("h2", "Link 1.2", "link-12"),
        ],
    ),
}


def test_headings_of_the_body_go_below_the_title(make_site: MakeSite) -> None:
    names = {case: f"p{number}" for number, case in enumerate(CASES)}
    site = make_site({f"posts/{names[c]}.md": post(CASES[c][0]) for c in CASES})
    built = site.build()
    assert built.warnings == ""
    found = {case: headings(built, names[case]) for case in CASES}
    assert found == {case: expected for case, (_body, expected) in CASES.items()}


def test_sections_nest_for_the_table_of_contents(make_site: MakeSite) -> None:
    body = "#### Deep\n\nx\n\n## Flat\n\nx\n\n#### Inner\n"
    site = make_site({"posts/a.md": post(body, "Top")})
    built = site.build()
    toc = built.page("blog/a/index.html").xpath("//*[@class='sphinxsidebarwrapper']")[0]
    links = toc.xpath(".//li[1]//a[contains(@class, 'internal')]")
    assert [(link.text_content(), link.get("href")) for link in links] == [
        ("Top", "#"),
        ("Deep", "#deep"),
        ("Flat", "#flat"),
        ("Inner", "#inner"),
    ]


def test_id_style_of_the_site_counts(make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": post("## Ünï & co\n\nx\n")})
    style = {"markup": {"goldmark": {"parser": {"autoIDType": "github-ascii"}}}}
    built = site.build(updates_hugo=style)
    assert headings(built, "a")[1] == ("h2", "Ünï & co", "uni--co")


def test_first_heading_is_the_title_of_a_post_that_names_none(
    make_site: MakeSite,
) -> None:
    site = make_site(
        {"posts/a.md": "---\ndate: 2024-01-01\n---\n\n### From *body*\n\nx\n\n# Sub\n"}
    )
    built = site.build()
    assert built.warnings == ""
    assert headings(built, "a") == [
        ("h1", "From body", "from-body"),
        ("h2", "Sub", "sub"),
    ]


@pytest.mark.parametrize(
    ("path", "name", "title"),
    [
        ("posts/my-news.md", "my-news", "my news"),
        ("posts/my-bundle/index.md", "my-bundle", "my bundle"),
    ],
)
@pytest.mark.parametrize("text", ["", "Text first.\n\n# Later\n"])
def test_post_without_any_title_is_named_after_its_file(
    make_site: MakeSite, path: str, name: str, title: str, text: str
) -> None:
    built = make_site({path: text}).build()
    assert headings(built, name)[0][1] == title
    assert built.warnings == (
        f"<site>/{path}:1: WARNING: the post has no title; it is listed as {title!r}, "
        "add a title [sphinx_updates.front_matter_key]\n"
    )


def test_heading_inside_a_call_has_an_id_of_hugo(make_site: MakeSite) -> None:
    body = "{{< details >}}\n## In there\n\nx\n{{< /details >}}\n"
    built = make_site({"posts/a.md": post(body)}).build()
    assert headings(built, "a")[1] == ("h3", "In there", "in-there")


def test_a_title_that_nobody_wrote_is_marked_as_ours(make_site: MakeSite) -> None:
    files = {"posts/no-title.md": "---\ndate: 2024-01-01\n---\n\nText.\n"}
    files["posts/titled.md"] = post("Text.\n", "T")
    built = make_site(files).build()
    (heading,) = built.body("blog/no-title/index.html").xpath(".//h1")
    assert heading.get("class") == "updates-generated-title"
    assert heading.text == "no title"
    (heading,) = built.body("blog/titled/index.html").xpath(".//h1")
    assert heading.get("class") is None
