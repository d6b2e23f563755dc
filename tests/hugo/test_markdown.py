"""Hugo's Markdown as markdown-it tokens; the renderer here is markdown-it's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from sphinx_updates.hugo.markdown import heading_text, use_dialect
from sphinx_updates.hugo.site.settings import HugoSettings

HUGO = HugoSettings()
UNSAFE = replace(HUGO, unsafe=True)


def render(text: str, settings: HugoSettings = UNSAFE) -> str:
    md = use_dialect(MarkdownIt("commonmark"), settings)
    return str(md.render(text)).strip()


# What Hugo 0.168 prints, with its entities as characters.
TYPOGRAPHY = [
    ("a--b", "a–b"),
    ("a --- b", "a — b"),
    ("a------b", "a——b"),
    ("-----", "<hr>"),
    ("x ----- y", "x —– y"),
    ("wait...", "wait…"),
    ("d .... e", "d …. e"),
    ('"quoted"', "“quoted”"),
    ("it's", "it’s"),
    ("<< y >>", "« y »"),
    ("(c) 1/2", "(c) 1/2"),
    ("`a--b`", "<code>a--b</code>"),
]


@pytest.mark.parametrize(("text", "expected"), TYPOGRAPHY)
def test_typography_is_goldmarks(text: str, expected: str) -> None:
    printed = render(text).removeprefix("<p>").removesuffix("</p>")
    assert printed.replace("<hr />", "<hr>") == expected


def test_a_bare_url_keeps_its_hyphens() -> None:
    assert "https://x.org/a--b</a>" in render("https://x.org/a--b")


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("## T {#here}", {"id": "here"}),
        ("## T {#here .a .b key=1}", {"id": "here", "class": "a b", "key": "1"}),
        ("## T {.a}", {"class": "a"}),
        ("## T {#x onclick=evil}", {"id": "x"}),
        ("## T {x}", {}),
        ("## T {#unclosed", {}),
        ("T {#setext}\n---", {"id": "setext"}),
    ],
)
def test_heading_attributes(text: str, attributes: dict[str, str]) -> None:
    tokens = use_dialect(MarkdownIt("commonmark"), HUGO).parse(text)
    assert tokens[0].attrs == attributes
    assert tokens[1].content.startswith("T")
    assert ("{" in tokens[1].content) == (not attributes)


def test_raw_html_goes_unless_the_site_is_unsafe() -> None:
    text = 'a <b onclick="x">b</b>\n\n<div>\nblock\n</div>\n'
    assert render(text, HUGO) == "<p>a b</p>"
    assert '<b onclick="x">' in render(text)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_dangerous_links_stay_text_unless_the_site_is_unsafe(url: str) -> None:
    assert "href" not in render(f"[a]({url})", HUGO)
    assert "href" in render(f"[a]({url})")


def test_a_picture_may_be_data_without_unsafe() -> None:
    assert 'src="data:image/png;base64,eA=="' in render(
        "![a](data:image/png;base64,eA==)", HUGO
    )


@pytest.mark.parametrize(
    "text", ["a <!--more--> b", "a\n<!--more-->\nb", "<!--more-->"]
)
def test_the_divider_becomes_a_token(text: str) -> None:
    md = use_dialect(MarkdownIt("commonmark"), UNSAFE)
    kinds = [
        token.type
        for block in md.parse(text)
        for token in (block, *(block.children or ()))
    ]
    assert sum(kind.startswith("summary_divider") for kind in kinds) == 1


@pytest.mark.parametrize("text", ["<!-- more -->", "<!--MORE-->"])
def test_only_the_exact_divider_counts(text: str) -> None:
    md = use_dialect(MarkdownIt("commonmark"), UNSAFE)
    assert all(not t.type.startswith("summary") for t in md.parse(text))


def test_unused_footnotes_vanish_and_undefined_ones_are_text() -> None:
    md = use_dialect(MarkdownIt("commonmark"), HUGO)
    tokens = md.parse("a[^1] b[^2]\n\n[^1]: one\n[^3]: three\n")
    labels = [t.meta["label"] for t in tokens if t.type == "footnote_reference_open"]
    assert labels == ["1"]
    assert any("[^2]" in t.content for t in tokens)


def test_money_is_not_math() -> None:
    md = use_dialect(MarkdownIt("commonmark"), replace(UNSAFE, dollar_math=True))
    inline = md.parse("It costs $5 and $6, but $x_1$ is math.")[1]
    assert [t.content for t in inline.children or [] if t.type == "math_inline"] == [
        "x_1"
    ]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("`code` *em* [link](u) ![img](a.png)", "code em link img"),
        ("a &amp; b \\* c", "a & b * c"),
        ("https://x.org/a b", " b"),
        ("one<br>two", "onetwo"),
    ],
)
def test_heading_text_is_what_the_id_is_made_from(heading: str, text: str) -> None:
    md = use_dialect(MarkdownIt("commonmark"), UNSAFE)
    assert heading_text(md.parse(f"## {heading}")[1]) == text
