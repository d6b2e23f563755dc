"""Shortcode calls that go wrong, calls that are text, and the lines of warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import article, build_post

if TYPE_CHECKING:
    from conftest import MakeSite

UNKNOWN = "[sphinx_updates.shortcode_unknown]"


def test_unknown_call_is_shown_and_its_content_kept(make_site: MakeSite) -> None:
    built = build_post(
        make_site,
        '{{< figur src="x" >}}\n\nText {{< nopeatall a=1 b="two words" >}} inline.\n\n'
        "{{< abouts >}}\nInner *em* {{< year >}}.\n{{< /abouts >}}\n\n"
        "{{% nothing %}}Inner **md**{{% /nothing %}}\n\n`{{< zzzz >}}`\n",
    )
    at = "<site>/posts/a.md"
    add = "add a template to a folder of updates_shortcodes"
    expected = [
        f"{at}:16: WARNING: template for shortcode 'zzzz' not found; {add} {UNKNOWN}",
        (
            f"{at}:6: WARNING: template for shortcode 'figur' not found; "
            f"did you mean 'figure'? {UNKNOWN}"
        ),
        (
            f"{at}:8: WARNING: template for shortcode 'nopeatall' not found; {add} "
            f"{UNKNOWN}"
        ),
        (
            f"{at}:10: WARNING: template for shortcode 'abouts' not found; "
            f"did you mean 'about-us'? {UNKNOWN}"
        ),
        (
            f"{at}:14: WARNING: template for shortcode 'nothing' not found; {add} "
            f"{UNKNOWN}"
        ),
    ]
    assert sorted(built.warnings.splitlines()) == sorted(expected)
    found = article(built)
    notices = found.xpath(".//*[contains(@class, 'updates-notice')]")
    assert [notice.text_content().strip() for notice in notices] == [
        '{{< figur src="x" >}}',
        '{{< nopeatall a=1 b="two words" >}}',
        "{{< abouts >}}",
        "{{% nothing %}}",
    ]
    assert [notice.tag for notice in notices] == ["div", "span", "div", "div"]
    text = [" ".join(p.text_content().split()) for p in found.xpath("./p")]
    assert text == [
        'Text {{< nopeatall a=1 b="two words" >}} inline.',
        "Inner em 2024.",
        "Inner md",
        "[zzzz]",
    ]


SYNTAX = "[sphinx_updates.shortcode_syntax]"
NESTING = "[sphinx_updates.shortcode_nesting]"
BROKEN = {
    "{{< /year >}}": f"6:5: WARNING: got closing shortcode, but none is open {NESTING}",
    '{{< year "open >}}': (
        "6:11: WARNING: unterminated quoted string in shortcode parameter-argument: "
        f"'open >}}}}' {SYNTAX}"
    ),
    "{{< year a b=c >}}": (
        "6:12: WARNING: got named parameter 'b'. Cannot mix named and positional "
        f"parameters {SYNTAX}"
    ),
    "{{< >}}": f"6:1: WARNING: shortcode has no name {SYNTAX}",
    "{{< year +* >}}": (
        "6:10: WARNING: unrecognized character in shortcode action: U+002B '+'. Note: "
        f"Parameters with non-alphanumeric args must be quoted {SYNTAX}"
    ),
}


@pytest.mark.parametrize("call", BROKEN)
def test_broken_call_is_shown_and_located(make_site: MakeSite, call: str) -> None:
    built = build_post(make_site, f"{call}\n\nAfter [x](#none).\n")
    assert built.warnings.splitlines() == [
        f"<site>/posts/a.md:{BROKEN[call]}",
        (
            "<site>/posts/a.md:8: WARNING: link '#none': 'blog/a/index' has no anchor "
            "'none' [sphinx_updates.link]"
        ),
    ]
    found = article(built)
    notice = found.xpath("string(.//*[contains(@class, 'updates-notice')])")
    assert notice.strip() == call
    assert found.xpath("./p")[-1].text_content() == "After x."


def test_call_that_never_ends_is_shown(make_site: MakeSite) -> None:
    built = build_post(make_site, "Before.\n\n{{< year\n")
    assert built.warnings == (
        "<site>/posts/a.md:9:1: WARNING: unclosed shortcode action; '{{< year' is not "
        f"ended by '>}}}}' {SYNTAX}\n"
    )
    assert article(built).text_content().split() == ["Before.", "{{<", "year"]


def test_closing_call_of_another_is_reported_beside_the_open_one(
    make_site: MakeSite,
) -> None:
    built = build_post(make_site, "x {{< details >}} y {{< /note >}}\n")
    assert built.warnings.splitlines() == [
        (
            "<site>/posts/a.md:6:26: WARNING: closing tag for shortcode 'note' does "
            "not "
            f"match start tag {NESTING}"
        ),
        (
            '<site>/posts/a.md:6:3: WARNING: shortcode "details" must be closed or '
            "self-closed; write '{{< /details >}}' after its content, or '/>}}' at "
            "its end "
            f"{NESTING}"
        ),
    ]
    assert article(built).text_content().split() == [
        "x", "Details", "y", "{{<", "/note", ">}}",
    ]  # fmt: skip


def test_escaped_calls_and_template_actions_are_text(make_site: MakeSite) -> None:
    built = build_post(
        make_site,
        "A {{</* year */>}} B {{%/* /x a=1 */%}} `{{</* y */>}}`\n\n"
        "```\n{{%/* z */%}}\n```\n\n{{ .Title }} {{< year >}}\n",
    )
    assert built.warnings == ""
    text = " ".join(article(built).text_content().split())
    assert text == (
        "A {{< year >}} B {{% /x a=1 %}} {{< y >}} {{% z %}} {{ .Title }} 2024"
    )


@pytest.mark.parametrize(
    "call",
    [
        '{{<\n  figure\n  src="pic.png"\n>}}',
        "{{< details >}}\nx\n\ny{{< /details >}}",
        "{{% list %}}\n\n\n",
        "{{% details %}}\nx\n\ny{{% /details %}}",
        "{{< youtube\nabc\n\n>}}",
        "Text {{< figure\nsrc=`pic.png`\n\n>}}",
        "`{{< youtube\nabc\n\n>}}`",
        '[x](https://e.example/{{<\nyear\n\n>}} "t")',
    ],
)
def test_lines_after_a_long_call_are_right(make_site: MakeSite, call: str) -> None:
    built = build_post(make_site, f"{call}\n\n{{{{< zzzz9 >}}}}\n\n[x](#none)\n")
    assert call.count("\n") == 3
    assert built.warnings.splitlines() == [
        (
            "<site>/posts/a.md:11: WARNING: template for shortcode 'zzzz9' not "
            "found; add a "
            f"template to a folder of updates_shortcodes {UNKNOWN}"
        ),
        (
            "<site>/posts/a.md:13: WARNING: link '#none': 'blog/a/index' has no anchor "
            "'none' [sphinx_updates.link]"
        ),
    ]


def test_lines_inside_inner_content_are_right(make_site: MakeSite) -> None:
    built = build_post(
        make_site,
        "{{< details >}}\n\n{{< details\nopen=true >}}\n\n[x](#none)\n\n"
        "{{< /details >}}\n\n![y](nope.png)\n{{< /details >}}\n",
    )
    assert sorted(
        line.partition(" WARNING: ")[0] for line in built.warnings.splitlines()
    ) == [
        "<site>/posts/a.md:11:",
        "<site>/posts/a.md:15:",
    ]
