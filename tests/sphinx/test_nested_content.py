"""Content inside content: links in links, calls in directives, notes in notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import PNG, article, build_post, post

if TYPE_CHECKING:
    from conftest import MakeSite

LINKED: dict[str, str | bytes] = {"posts/b.md": post("x", "B"), "posts/pic.png": PNG}


@pytest.mark.parametrize(
    "body",
    [
        '{{< figure src="pic.png" attr="[a](b.md)" attrlink="b.md" >}}',
        '[{{< figure src="pic.png" link="b.md" >}}](b.md)',
        '[x {{< figure src="pic.png" caption="[q](b.md)" >}} y](b.md)',
        "[x {{< nope >}}[q](b.md){{< /nope >}} y](b.md)",
        '[{{< figure src="pic.png" link="https://e.org" >}}](https://e.org/2)',
    ],
)
def test_a_link_in_a_link_becomes_what_it_shows(body: str, make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": post(body), **LINKED})
    found = article(site.build())
    assert found.xpath(".//a")
    assert not found.xpath(".//a//a")


@pytest.mark.parametrize("markup", ["", "markup: myst"])
def test_calls_in_a_directive_keep_their_content(
    markup: str, make_site: MakeSite
) -> None:
    body = (
        '```{note}\nA {{< details summary="S" >}}KEPT **b**{{< /details >}}\n\n'
        "{{< nope >}}kept too{{< /nope >}}\n```\n"
    )
    lines = [markup] if markup else []
    found = article(make_site({"posts/a.md": post(body, "A", *lines)}).build())
    (note,) = found.xpath(".//*[contains(@class, 'admonition ')]")
    assert note.xpath("string(.//details)").split() == ["S", "KEPT", "b"]
    assert note.xpath(".//details//strong")
    assert "kept too" in note.text_content()
    assert len(note.xpath(".//*[contains(@class, 'updates-notice')]")) == 1


def test_directives_that_take_text_get_text(make_site: MakeSite) -> None:
    built = build_post(
        make_site,
        "```{code-block} text\nyear {{< year >}}\n```\n\n## H {#id-{{< year >}} .c}\n",
        **{"docs/_shortcodes/year.html": "2024"},
    )
    found = article(built)
    assert found.xpath("string(.//pre)").split() == ["year", "2024"]
    assert found.xpath(".//section/@id")[-1] == "id-2024"


def test_inner_content_has_footnotes_of_its_own(make_site: MakeSite) -> None:
    body = (
        "{{< details >}}\na[^1]\n\n[^1]: INNER\n{{< /details >}}\n\n"
        "{{< details >}}no note[^2]{{< /details >}}\n\nb[^1] c[^2]\n\n"
        "[^1]: OUTER\n[^2]: TWO\n[^7]: unused[^8]\n[^8]: unused too\n"
    )
    built = build_post(make_site, body)
    assert built.warnings == ""
    text = built.body("blog/a/index.html").text_content()
    assert "INNER" in text
    assert "OUTER" in text
    assert "TWO" in text
    assert "unused" not in text
    assert "no note[^2]" in text


def test_headings_in_a_directive_have_ids_of_hugo(make_site: MakeSite) -> None:
    built = build_post(make_site, "```{hugo:details} S\n## In Here\n```\n")
    assert article(built).xpath(".//details//*[@id='in-here']")


def test_a_task_of_a_call_keeps_its_box(make_site: MakeSite) -> None:
    built = build_post(make_site, "- [ ] {{< about-us >}}\n- [x] done\n")
    assert built.warnings == ""
    assert len(article(built).xpath(".//li//input[@type='checkbox']")) == 2


def test_neighbouring_calls_leave_no_empty_paragraph(make_site: MakeSite) -> None:
    call = '{{< figure src="pic.png" >}}'
    found = article(
        make_site({"posts/a.md": post(f"{call}\n{call}\n"), **LINKED}).build()
    )
    assert [child.tag for child in found if child.tag in ("p", "figure")] == [
        "figure",
        "figure",
    ]


def test_a_nest_that_is_too_deep_is_flat(make_site: MakeSite) -> None:
    depth = 15
    opening = "".join(f"{'>' * 15} {{{{< details >}}}}\n" for _ in range(depth))
    built = build_post(make_site, opening + "DEEP\n" + "{{< /details >}}\n" * depth)
    assert "nested more than 8 levels" in built.warnings
    # Deeper than a parser of HTML would follow.
    assert "DEEP" in built.text("blog/a/index.html")


def test_excerpts_and_titles_have_no_tags(make_site: MakeSite) -> None:
    files = {
        "posts/a.md": "---\ndate: 2024-01-01\n---\n\n# My <b>x</b>\n\n"
        "H<sub>2</sub>O ~~old~~ <!-- c --> line\\\nbreak &amp; <br> more\n"
    }
    card = make_site(files).build().body("blog/index.html")
    assert card.xpath("string(.//h2)") == "My x"
    excerpt = " ".join(card.xpath("string(.//*[@class='updates-excerpt'])").split())
    assert excerpt == "H2O old line break & more"


def test_code_that_its_lexer_refuses_is_no_fault(make_site: MakeSite) -> None:
    built = build_post(
        make_site, "```python\n$ pip install x\n```\n\n```json\n{a: 1}\n```\n"
    )
    assert built.warnings == ""
    assert "pip install x" in article(built).text_content()


DANGEROUS = [
    '{{< figure src="pic.png" link="javascript:alert(1)" >}}',
    '{{< figure src="pic.png" attr="x" attrlink="javascript:alert(1)" >}}',
    '{{< figure src="data:text/html,x" >}}',
]


@pytest.mark.parametrize("body", DANGEROUS)
def test_arguments_run_nothing(body: str, make_site: MakeSite) -> None:
    built = make_site({"posts/a.md": post(body), **LINKED}).build()
    assert "WARNING" in built.warnings
    text = built.text("blog/a/index.html")
    assert 'href="javascript' not in text
    assert 'src="data:text' not in text


def test_front_matter_runs_nothing(make_site: MakeSite) -> None:
    front = ("external_link: 'javascript:alert(1)'", "authors: ['[A](javascript:x)']")
    built = make_site({"posts/a.md": post("x", "A", *front)}).build(
        html_baseurl="https://e.org/"
    )
    assert built.warnings.count("is no address that a link may have") == 2
    for path in ("blog/a/index.html", "blog/index.html", "blog/atom.xml"):
        assert "javascript:" not in built.text(path)


def test_an_image_without_a_scheme_is_on_the_web(make_site: MakeSite) -> None:
    built = build_post(make_site, "![x](//e.org/x.png)\n")
    assert built.warnings == ""
    assert article(built).xpath(".//img/@src") == ["https://e.org/x.png"]


def test_the_docs_win_an_address_of_dirhtml(make_site: MakeSite) -> None:
    files = {
        "docs/blog/a.md": "---\norphan: true\n---\n\n# Mine\n",
        "posts/a.md": post("theirs"),
    }
    built = make_site(files).build("dirhtml")
    assert "<site>/posts/a.md:1: WARNING: the address '/blog/a/'" in built.warnings
    assert "Mine" in built.text("blog/a/index.html")


def test_a_post_directive_in_a_mounted_post_is_told(make_site: MakeSite) -> None:
    body = "```{post} 2024-01-01\nText.\n```\n"
    for name in ("posts/a.md", "posts/_index.md"):
        built = make_site({name: post(body, "A", "markup: myst")}).build()
        assert "'post' has no effect in a mounted post" in built.warnings
        page = "blog/a/index.html" if name == "posts/a.md" else "blog/index.html"
        assert "Text." in built.text(page)


def test_a_picture_of_the_docs_may_be_for_lists_only(make_site: MakeSite) -> None:
    image = "image: {filename: /pic.png, preview_only: true}"
    site = make_site({"posts/a.md": post("x", "A", image), "docs/pic.png": PNG})
    built = site.build()
    assert built.warnings == ""
    assert not built.body("blog/a/index.html").xpath(".//img")


def test_feeds_have_addresses_that_lead_somewhere(make_site: MakeSite) -> None:
    body = "[b](b.md) ![x](pic.png) [e](https://e.org/x)\n"
    site = make_site({"posts/a.md": post(body), **LINKED})
    feed = site.build(html_baseurl="https://h.org/d/").text("blog/atom.xml")
    assert "https://h.org/d/blog/b/index.html" in feed
    assert "https://h.org/d/blog/pic.png" in feed
    assert "https://e.org/x" in feed
    assert "&lt;p&gt;&lt;p&gt;" not in feed


def test_an_address_keeps_its_query_and_a_page_knows_itself(
    make_site: MakeSite,
) -> None:
    body = "[q](b.md?x=1) [me](#here) [feed](/blog/atom.xml) [i](/genindex.html)\n"
    site = make_site({"posts/a.md": post(f"{body}\n## Here\n"), **LINKED})
    built = site.build(html_baseurl="https://h.org/")
    assert built.warnings == ""
    assert article(built).xpath("./p/a/@href") == [
        "../b/index.html?x=1",
        "#here",
        "../atom.xml",
        "../../genindex.html",
    ]
