"""Where shortcode calls stand, and which template answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import PNG, TEMPLATES, article, build_post, html_of, post

if TYPE_CHECKING:
    from conftest import MakeSite

PLACES = {
    "text": ("A {0} b.", "<p>A 2024 b.</p>"),
    "alone": ("{0}", "<p>2024</p>"),
    "emphasis": ("**{0}** *x {0}*", "<p><strong>2024</strong> <em>x 2024</em></p>"),
    "inside a word": ("a{0}b", "<p>a2024b</p>"),
    "several": ("{0}{0} {0}", "<p>20242024 2024</p>"),
    "inline code": (
        "`{0}`",
        (
            '<p><code class="docutils literal notranslate"><span '
            'class="pre">2024</span>'
            "</code></p>"
        ),
    ),
    "link text": (
        "[{0}](#a)",
        '<p><a class="reference internal" href="#a">2024</a></p>',
    ),
    "link destination": (
        "[x](https://e.example/{0}/)",
        '<p><a class="reference external" href="https://e.example/2024/">x</a></p>',
    ),
    "link destination in brackets": (
        "[x](<https://e.example/{0}>)",
        '<p><a class="reference external" href="https://e.example/2024">x</a></p>',
    ),
    "link title": (
        '[x](https://e.example "t {0}")',
        (
            '<p><a class="reference external" href="https://e.example" title="t '
            '2024">x</a>'
            "</p>"
        ),
    ),
    "reference": (
        "[x][r]\n\n[r]: https://e.example/{0} 't {0}'",
        (
            '<p><a class="reference external" href="https://e.example/2024" '
            'title="t 2024">x</a></p>'
        ),
    ),
    "image text": ("![a {0}](pic.png)", '<p><img alt="a 2024" src="../pic.png"></p>'),
    "HTML attribute": (
        '<a href="https://e.example/{0}">x</a>',
        '<p><a href="https://e.example/2024">x</a></p>',
    ),
    "HTML block attribute": (
        '<div data-x="{0}">\nx\n</div>',
        '<div data-x="2024">x</div>',
    ),
    "quote": ("> {0}", "<blockquote><div><p>2024</p></div></blockquote>"),
    "list": (
        "- {0}\n- x {0}",
        "<ul><li>2024</li><li>x 2024</li></ul>",
    ),
    "strikethrough": ("~~{0}~~", "<p><del>2024</del></p>"),
}


@pytest.mark.parametrize("call", ["{{< year >}}", "{{% year %}}", "{{<year>}}"])
def test_call_stands_in_any_place(make_site: MakeSite, call: str) -> None:
    files = {
        f"posts/p{number}.md": post(text.replace("{0}", call) + "\n")
        for number, (text, _html) in enumerate(PLACES.values())
    }
    site = make_site({**TEMPLATES, **files, "posts/pic.png": PNG})
    built = site.build(updates_shortcodes=["_shortcodes"])
    assert built.warnings == ""
    found = {place: html_of(built, f"p{n}") for n, place in enumerate(PLACES)}
    assert found == {place: expected for place, (_text, expected) in PLACES.items()}


@pytest.mark.parametrize("call", ["{{< year >}}", "{{% year %}}"])
def test_call_stands_in_blocks(make_site: MakeSite, call: str) -> None:
    body = (
        f'```python\nx = "{call}"\n```\n\n    indented {call}\n\n'
        f'| a | b |\n|---|---|\n| {{{{< figure src="pic.png" alt="x|y" >}}}} | '
        f"{call} |\n"
        f"\n## Head {call}\n\n<div>\n\n{call}\n\n</div>\n\nFoot[^1].\n\n[^1]: F "
        f"{call}\n"
    )
    built = build_post(make_site, body)
    assert built.warnings == ""
    found = article(built)
    code = [block.text_content().strip() for block in found.xpath(".//pre")]
    assert code == ['x = "2024"', "indented 2024"]
    cells = found.xpath(".//tbody//td")
    assert cells[0].xpath(".//img/@alt") == ["x|y"]
    assert cells[1].text_content().strip() == "2024"
    assert found.xpath("string(.//h2)") == "Head 2024"
    footnote = built.body("blog/a/index.html").xpath("//ol[@class='footnotes']//p")[-1]
    assert footnote.text == "F 2024 "


def test_call_that_makes_blocks_is_text_in_code(make_site: MakeSite) -> None:
    built = build_post(
        make_site,
        '```\n{{< youtube id=abc title="T" >}}\n{{< figure src="pic.png" caption="c" '
        ">}}"
        '\n{{< details summary="s" >}}x{{< /details >}}\n```\n\n`{{< about-us >}}`\n',
    )
    assert built.warnings == ""
    found = article(built)
    assert found.xpath(".//pre")[0].text_content().split() == ["T", "c", "s", "x"]
    assert found.xpath("string(.//code)").strip() == '<b class="us">We *are*</b>'


def test_block_in_a_paragraph_splits_it(make_site: MakeSite) -> None:
    built = build_post(make_site, 'Before {{< figure src="pic.png" >}} after.\n')
    assert built.warnings == ""
    tags = [child.tag for child in article(built)]
    assert tags == ["p", "figure", "p"]


def test_call_in_a_comment_disappears(make_site: MakeSite) -> None:
    built = build_post(
        make_site, "<!-- {{< year >}} -->\n\nText <!-- {{< year >}} --> x.\n"
    )
    assert built.warnings == ""
    assert "2024" not in article(built).text_content()


TEMPLATE_CALLS = {
    "{{< note >}}": "<p>A <em>note</em>.</p>",
    "{{% note %}}": "<p>A <em>note</em>.</p>",
    "{{< about-us >}}": '<b class="us">We *are*</b>',
    "{{% about-us %}}": '<p><b class="us">We <em>are</em></b></p>',
    "{{< both >}}": "<i>both html</i>",
    "{{% both %}}": "<p>both <strong>md</strong></p>",
    "{{< box/deep >}}": "<p>deep box</p>",
    "{{% Box/Deep %}}": "<p>deep box</p>",
    "x {{< about-us >}} y": '<p>x <b class="us">We *are*</b> y</p>',
    "{{% list %}}": "<p>First:</p><ul><li>one</li><li>two</li></ul>",
    "{{< list >}}": "<p>First:</p><ul><li>one</li><li>two</li></ul>",
    "{{< about-us arg >}}": '<b class="us">We *are*</b>',
}


def test_templates_answer_in_both_notations(make_site: MakeSite) -> None:
    files = {f"posts/p{n}.md": post(call) for n, call in enumerate(TEMPLATE_CALLS)}
    built = make_site({**TEMPLATES, **files}).build(updates_shortcodes=["_shortcodes"])
    assert built.warnings == ""
    found = {
        call: html_of(built, f"p{number}") for number, call in enumerate(TEMPLATE_CALLS)
    }
    assert found == TEMPLATE_CALLS


def test_template_of_several_blocks_stands_in_a_list_item(make_site: MakeSite) -> None:
    built = build_post(make_site, "- item\n\n  {{% list %}}\n- next\n")
    assert built.warnings == ""
    items = article(built).xpath("./ul/li")
    assert len(items) == 2
    assert [item.text_content() for item in items[0].xpath("./ul/li")] == ["one", "two"]


def test_template_may_call_nothing_and_be_empty(make_site: MakeSite) -> None:
    built = build_post(
        make_site, "x{{< empty >}}y\n", **{"docs/_shortcodes/empty.html": ""}
    )
    assert built.warnings == ""
    assert article(built).text_content().strip() == "xy"


def test_template_that_cannot_be_run_is_shown_as_written(make_site: MakeSite) -> None:
    built = build_post(
        make_site,
        "Text.\n\n{{< broken >}}In *it*{{< /broken >}}\n",
        **{"docs/_shortcodes/broken.html": "<p>\n{{ .Inner }}{{ .Nothing }}</p>\n"},
    )
    assert built.warnings == (
        "<site>/posts/a.md:8: WARNING: shortcode 'broken': "
        "_shortcodes/broken.html:2:15: "
        'executing "_shortcodes/broken.html" at <.Nothing>: can\'t evaluate field '
        "Nothing in type *hugolib.ShortcodeWithPage; "
        "the call is shown as it is written [sphinx_updates.template]\n"
    )
    found = article(built)
    assert found.xpath("string(.//*[contains(@class, 'updates-notice')])").strip() == (
        "{{< broken >}}"
    )
    assert found.xpath("./p/em/text()") == ["it"]


def test_earlier_folder_of_templates_wins(make_site: MakeSite) -> None:
    site = make_site(
        {
            "docs/one/x.md": "from one",
            "docs/two/x.md": "from two",
            "more/y.md": "from outside",
            "posts/a.md": post("{{% x %}} {{% y %}}\n"),
        }
    )
    built = site.build(updates_shortcodes=["one", "two", "../more"])
    assert built.warnings == ""
    assert article(built).text_content().strip() == "from one from outside"
    assert not built.has("one/x.html")
