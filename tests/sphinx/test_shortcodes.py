"""Shortcode calls in posts: what they become, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import MISSING, PNG, post

if TYPE_CHECKING:
    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

TEMPLATES: dict[str, str | bytes] = {
    "docs/_shortcodes/year.md": "2024",
    "docs/_shortcodes/note.md": "A *note*.\n",
    "docs/_shortcodes/about-us.html": '<b class="us">We *are*</b>\n',
    "docs/_shortcodes/both.md": "both **md**\n",
    "docs/_shortcodes/both.html": "<i>both html</i>\n",
    "docs/_shortcodes/list.md": "First:\n\n- one\n- two\n",
    "docs/_shortcodes/box/deep.md": "deep box",
    "docs/_shortcodes/action.html": "<p>\n{{ .Inner }}</p>\n",
    "docs/_shortcodes/README.txt": "no template",
}
ARGUMENT = "[sphinx_updates.shortcode_argument]"


def build(make_site: MakeSite, body: str, **files: str | bytes) -> Build:
    """Build a site with one post, ``blog/a``; *body* starts on line 6."""
    site = make_site({**TEMPLATES, "posts/pic.png": PNG, "posts/a.md": post(body)})
    site.write({f"docs/_shortcodes/{n}": text for n, text in files.items()})
    return site.build(updates_shortcodes=["_shortcodes"])


def article(built: Build) -> HtmlElement:
    """Return the section of the post without its byline."""
    section = built.body("blog/a/index.html").xpath("./section")[0]
    for header in section.xpath("./header | ./h1 | .//*[@class='headerlink']"):
        header.drop_tree()
    element: HtmlElement = section
    return element


def html_of(built: Build) -> str:
    """Return the content of the post as HTML, blanks made one."""
    from lxml import html

    inner = "".join(
        html.tostring(child, encoding="unicode") for child in article(built)
    )
    return " ".join(inner.replace(">\n", ">").split())


# figure


def test_figure_shows_every_argument(make_site: MakeSite) -> None:
    built = build(
        make_site,
        '{{< figure src="pic.png" alt="Alt" width="500" height="80%" loading="lazy" '
        'class="c1 c2" link="https://e.example/" target="_blank" rel="noopener" '
        'title="T *t*" caption="Cap *c* [l](#a)" attr="By **me**" '
        'attrlink="https://m.example" >}}\n',
    )
    assert built.warnings == ""
    (figure,) = article(built).xpath(".//figure")
    assert {"c1", "c2"} <= set(figure.get("class").split())
    (image,) = figure.xpath("./a/img")
    link = image.getparent()
    assert (link.get("href"), link.get("target"), link.get("rel")) == (
        "https://e.example/",
        "_blank",
        "noopener",
    )
    assert (image.get("src"), image.get("alt"), image.get("loading")) == (
        "../pic.png",
        "Alt",
        "lazy",
    )
    assert image.get("width") == "500"
    assert image.get("style") == "height: 80%;"
    (caption,) = figure.xpath("./figcaption")
    assert caption.xpath("string(.//*[@class='figure-title'])") == "T *t*"
    text = caption.xpath(".//*[@class='caption-text']")[0]
    assert text.text_content() == "Cap c l By me"
    assert text.xpath("./em/text()") == ["c"]
    assert text.xpath("./a/@href") == ["#a", "https://m.example"]
    assert text.xpath("./a/strong/text()") == ["me"]


FIGURES = {
    'src="pic.png"': ("", ""),
    'src="pic.png" caption="only *cap*"': ("only cap", "only cap"),
    'src="pic.png" title="Title"': ("", "Title"),
    'src="pic.png" attr="Me"': ("", "Me"),
    'src="pic.png" alt="x" caption="c"': ("x", "c"),
    'src="pic.png" title="`T`" caption="c" attr="Me"': ("c", "`T` c Me"),
    'src=`pic.png` alt=`a "b"`': ('a "b"', ""),
}


@pytest.mark.parametrize("notation", ["{{{{< {} >}}}}", "{{{{% {} %}}}}"])
def test_figure_needs_no_more_than_its_source(
    make_site: MakeSite, notation: str
) -> None:
    calls = [notation.format(f"figure {arguments}") for arguments in FIGURES]
    built = build(make_site, "\n\n".join(calls))
    assert built.warnings == ""
    found = [
        (
            figure.xpath("./img/@alt")[0],
            " ".join(figure.xpath("string(./figcaption)").split()),
        )
        for figure in article(built).xpath(".//figure")
    ]
    assert found == list(FIGURES.values())


def test_figure_reports_what_it_cannot_use(make_site: MakeSite) -> None:
    built = build(
        make_site,
        '{{< figure src="pic.png" width="wide" >}}\n\n'
        '{{< figure src="pic.png" height="1;x" >}}\n\n'
        '{{< figure "pic.png" >}}\n\n'
        '{{< figure src="pic.png" Width=5 bogus=1 >}}\n\n'
        '{{< figure src="nope.png" caption="c" >}}\n',
    )
    at = "<site>/posts/a.md"
    length = "must be a length such as 500 or 80%"
    assert sorted(built.warnings.splitlines()) == sorted(
        [
            f"{at}:6: WARNING: shortcode 'figure': argument 'width' {length}, "
            f"got 'wide'; it is left out {ARGUMENT}",
            f"{at}:8: WARNING: shortcode 'figure': argument 'height' {length}, "
            f"got '1;x'; it is left out {ARGUMENT}",
            f"{at}:10: WARNING: shortcode 'figure' takes no positional argument here, "
            "got 'pic.png' at position 1; name it, as in 'src=\"a.png\"' "
            f"{ARGUMENT}",
            f"{at}:10: WARNING: image '' not found beside 'blog/a.md', {MISSING}",
            f"{at}:12: WARNING: shortcode 'figure' has no argument 'Width'; "
            f"write it 'width' {ARGUMENT}",
            f"{at}:12: WARNING: shortcode 'figure' has no argument 'bogus'; "
            f"it is ignored {ARGUMENT}",
            f"{at}:14: WARNING: image 'nope.png' not found beside 'blog/a.md', "
            f"{MISSING}",
        ]
    )
    images = article(built).xpath(".//img")
    assert [image.get("src") for image in images][-1] == "nope.png"
    assert all(image.get("width") is None for image in images)


def test_figure_links_to_posts_and_keeps_a_caption_without_its_image(
    make_site: MakeSite,
) -> None:
    built = build(
        make_site,
        '{{< figure src="pic.png" link="/blog/a/" attr="me" attrlink="a.md" >}}\n\n'
        '{{< figure src="pic.png" link="nope.md" >}}\n',
    )
    (warning,) = built.warnings.splitlines()
    assert warning.startswith("<site>/posts/a.md:8: WARNING: link 'nope.md' leads to")
    # Both links lead to this very page.
    assert article(built).xpath("string(.//figcaption)").strip() == "me"


# details and youtube


def test_details_opens_with_its_summary_and_holds_markdown(
    make_site: MakeSite,
) -> None:
    built = build(
        make_site,
        '{{< details summary="S *um*" open=true name="n" title="t" class="k" >}}\n'
        'Inner *em*.\n\n- item\n\n{{< figure src="pic.png" >}}\n{{< /details >}}\n\n'
        "{{% details %}}plain{{% /details %}}\n\n"
        '{{< details open="yes" />}}\n',
    )
    assert built.warnings == ""
    first, second, third = article(built).xpath(".//details")
    assert dict(first.attrib) == {
        "class": "k",
        "name": "n",
        "open": "open",
        "title": "t",
    }
    assert first.xpath("string(./summary)").strip() == "S um"
    assert first.xpath("./p/em/text()") == ["em"]
    assert first.xpath("./ul/li")
    assert first.xpath("./figure/img/@src") == ["../pic.png"]
    assert second.text_content().split() == ["Details", "plain"]
    assert "open" not in second.attrib
    assert "open" not in third.attrib


def test_details_without_a_closing_call_is_reported(make_site: MakeSite) -> None:
    built = build(make_site, "Text.\n\n  {{< details >}}\n\nRest.\n")
    assert built.warnings == (
        '<site>/posts/a.md:8:3: WARNING: shortcode "details" must be closed or '
        "self-closed; write '{{< /details >}}' after its content, or '/>}}' at its "
        "end [sphinx_updates.shortcode_nesting]\n"
    )
    assert article(built).xpath("./p/text()")[-1] == "Rest."


FRAMES = {
    "abc-_123": "abc-_123?autoplay=0&controls=1&end=0&loop=0&mute=0&start=0",
    "id=abc start=5 end=9": "abc?autoplay=0&controls=1&end=9&loop=0&mute=0&start=5",
    "id=abc autoplay=true": "abc?autoplay=1&controls=1&end=0&loop=0&mute=1&start=0",
    "id=abc controls=false": "abc?autoplay=0&controls=0&end=0&loop=0&mute=0&start=0",
    'id="abc" loop="true" mute=1': (
        "abc?autoplay=0&controls=1&end=0&loop=1&mute=1&playlist=abc&start=0"
    ),
}


def test_youtube_is_a_frame(make_site: MakeSite) -> None:
    calls = "\n\n".join(f"{{{{< youtube {arguments} >}}}}" for arguments in FRAMES)
    last = '{{% youtube id=abc title="T" loading=eager class="q" allowFullScreen=0 %}}'
    built = build(make_site, f"{calls}\n\n{last}\n")
    assert built.warnings == ""
    frames = article(built).xpath(".//iframe")
    host = "https://www.youtube-nocookie.com/embed/"
    assert [frame.get("src") for frame in frames[:-1]] == [
        host + query for query in FRAMES.values()
    ]
    assert all(frame.get("title") == "YouTube video" for frame in frames[:-1])
    assert all("allowfullscreen" in frame.attrib for frame in frames[:-1])
    frame = frames[-1]
    assert (frame.get("title"), frame.get("loading")) == ("T", "eager")
    assert "allowfullscreen" not in frame.attrib
    assert "q" in frame.getparent().get("class").split()


def test_youtube_needs_an_id(make_site: MakeSite) -> None:
    built = build(make_site, '{{< youtube >}}\n\n{{< youtube "a b" >}}\n')
    message = "WARNING: shortcode 'youtube': an id of a video is required"
    assert built.warnings.splitlines() == [
        f"<site>/posts/a.md:6: {message}, none is given {ARGUMENT}",
        f"<site>/posts/a.md:8: {message}, got 'a b' {ARGUMENT}",
    ]
    assert not article(built).xpath(".//iframe")


# Places


PLACES = {
    "text": ("A {0} b.", "<p>A 2024 b.</p>"),
    "alone": ("{0}", "<p>2024</p>"),
    "emphasis": ("**{0}** *x {0}*", "<p><strong>2024</strong> <em>x 2024</em></p>"),
    "inside a word": ("a{0}b", "<p>a2024b</p>"),
    "several": ("{0}{0} {0}", "<p>20242024 2024</p>"),
    "inline code": (
        "`{0}`",
        '<p><code class="docutils literal notranslate"><span class="pre">2024</span>'
        "</code></p>",
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
        '<p><a class="reference external" href="https://e.example" title="t 2024">x</a>'
        "</p>",
    ),
    "reference": (
        "[x][r]\n\n[r]: https://e.example/{0} 't {0}'",
        '<p><a class="reference external" href="https://e.example/2024" '
        'title="t 2024">x</a></p>',
    ),
    "image text": ("![a {0}](pic.png)", '<p><img alt="a 2024" src="../pic.png"></p>'),
    "HTML attribute": (
        '<a href="https://e.example/{0}">x</a>',
        '<p><a href="https://e.example/2024">x</a></p>',
    ),
    "HTML block attribute": (
        '<div data-x="{0}">\nx\n</div>',
        '<div data-x="2024"> x </div>',
    ),
    "quote": ("> {0}", "<blockquote><div><p>2024</p></div></blockquote>"),
    "list": (
        "- {0}\n- x {0}",
        '<ul class="simple"><li><p>2024</p></li><li><p>x 2024</p></li></ul>',
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
    found = {}
    for number, place in enumerate(PLACES):
        text = built.text(f"blog/p{number}/index.html").partition("</header>")[2]
        inner = text.partition("</section>")[0].replace(" />", ">")
        found[place] = " ".join(inner.replace(">\n", ">").replace("\n<", "<").split())
    assert found == {
        place: expected.replace("> x <", ">x<")
        for place, (_text, expected) in PLACES.items()
    }


@pytest.mark.parametrize("call", ["{{< year >}}", "{{% year %}}"])
def test_call_stands_in_blocks(make_site: MakeSite, call: str) -> None:
    body = (
        f'```python\nx = "{call}"\n```\n\n    indented {call}\n\n'
        f'| a | b |\n|---|---|\n| {{{{< figure src="pic.png" alt="x|y" >}}}} | {call} |\n'
        f"\n## Head {call}\n\n<div>\n\n{call}\n\n</div>\n\nFoot[^1].\n\n[^1]: F {call}\n"
    )
    built = build(make_site, body)
    assert built.warnings == ""
    found = article(built)
    code = [block.text_content().strip() for block in found.xpath(".//pre")]
    assert code == ['x = "2024"', "indented 2024"]
    cells = found.xpath(".//tbody//td")
    assert cells[0].xpath(".//img/@alt") == ["x|y"]
    assert cells[1].text_content().strip() == "2024"
    assert found.xpath("string(.//h2)") == "Head 2024"
    footnote = built.body("blog/a/index.html").xpath("//aside//p")[-1]
    assert footnote.text_content() == "F 2024"


def test_call_that_makes_blocks_is_text_in_code(make_site: MakeSite) -> None:
    built = build(
        make_site,
        '```\n{{< youtube id=abc title="T" >}}\n{{< figure src="pic.png" caption="c" >}}'
        '\n{{< details summary="s" >}}x{{< /details >}}\n```\n\n`{{< about-us >}}`\n',
    )
    assert built.warnings == ""
    found = article(built)
    assert found.xpath(".//pre")[0].text_content().split() == ["T", "c", "s"]
    assert found.xpath("string(.//code)").strip() == '<b class="us">We *are*</b>'


def test_block_in_a_paragraph_splits_it(make_site: MakeSite) -> None:
    built = build(make_site, 'Before {{< figure src="pic.png" >}} after.\n')
    assert built.warnings == ""
    tags = [child.tag for child in article(built)]
    assert tags == ["p", "figure", "p"]


def test_call_in_a_comment_disappears(make_site: MakeSite) -> None:
    built = build(make_site, "<!-- {{< year >}} -->\n\nText <!-- {{< year >}} --> x.\n")
    assert built.warnings == ""
    assert "2024" not in article(built).text_content()


# Templates


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
    "{{% list %}}": '<p>First:</p><ul class="simple"><li><p>one</p></li>'
    "<li><p>two</p></li></ul>",
    "{{< list >}}": '<p>First:</p><ul class="simple"><li><p>one</p></li>'
    "<li><p>two</p></li></ul>",
    "{{< about-us arg >}}": '<b class="us">We *are*</b>',
}


@pytest.mark.parametrize("call", TEMPLATE_CALLS)
def test_template_answers_in_both_notations(make_site: MakeSite, call: str) -> None:
    built = build(make_site, call)
    assert built.warnings == ""
    assert html_of(built).replace(" y</p>", " y</p>") == TEMPLATE_CALLS[call]


def test_template_of_several_blocks_stands_in_a_list_item(make_site: MakeSite) -> None:
    built = build(make_site, "- item\n\n  {{% list %}}\n- next\n")
    assert built.warnings == ""
    items = article(built).xpath("./ul/li")
    assert len(items) == 2
    assert [item.text_content() for item in items[0].xpath("./ul/li")] == ["one", "two"]


def test_template_may_call_nothing_and_be_empty(make_site: MakeSite) -> None:
    built = build(make_site, "x{{< empty >}}y\n", **{"empty.html": ""})
    assert built.warnings == ""
    assert article(built).text_content().strip() == "xy"


def test_template_with_actions_is_shown_as_written(make_site: MakeSite) -> None:
    built = build(make_site, "Text.\n\n{{< action >}}In *it*{{< /action >}}\n")
    assert built.warnings == (
        "<site>/posts/a.md:8: WARNING: shortcode 'action': its template 'action.html' "
        "has template actions (line 2), and only plain text is used so far; the call is "
        "shown as it is written [sphinx_updates.template]\n"
    )
    found = article(built)
    assert found.xpath("string(.//*[contains(@class, 'updates-notice')])").strip() == (
        "{{< action >}}"
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


# What goes wrong


UNKNOWN = "[sphinx_updates.shortcode_unknown]"


def test_unknown_call_is_shown_and_its_content_kept(make_site: MakeSite) -> None:
    built = build(
        make_site,
        '{{< figur src="x" >}}\n\nText {{< nopeatall a=1 b="two words" >}} inline.\n\n'
        "{{< abouts >}}\nInner *em* {{< year >}}.\n{{< /abouts >}}\n\n"
        "{{% nothing %}}Inner **md**{{% /nothing %}}\n\n`{{< zzzz >}}`\n",
    )
    at = "<site>/posts/a.md"
    add = "add a template to a folder of updates_shortcodes"
    expected = [
        f"{at}:14: WARNING: template for shortcode 'zzzz' not found; {add} {UNKNOWN}",
        f"{at}:6: WARNING: template for shortcode 'figur' not found; "
        f"did you mean 'figure'? {UNKNOWN}",
        f"{at}:8: WARNING: template for shortcode 'nopeatall' not found; {add} {UNKNOWN}",
        f"{at}:10: WARNING: template for shortcode 'abouts' not found; "
        f"did you mean 'about-us'? {UNKNOWN}",
        f"{at}:12: WARNING: template for shortcode 'nothing' not found; {add} {UNKNOWN}",
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
    built = build(make_site, f"{call}\n\nAfter [x](#none).\n")
    assert built.warnings.splitlines() == [
        f"<site>/posts/a.md:{BROKEN[call]}",
        "<site>/posts/a.md:8: WARNING: link '#none': 'blog/a/index' has no anchor "
        "'none' [sphinx_updates.link]",
    ]
    found = article(built)
    notice = found.xpath("string(.//*[contains(@class, 'updates-notice')])")
    assert notice.strip() == call
    assert found.xpath("./p")[-1].text_content() == "After x."


def test_call_that_never_ends_is_shown(make_site: MakeSite) -> None:
    built = build(make_site, "Before.\n\n{{< year\n")
    assert built.warnings == (
        "<site>/posts/a.md:9:1: WARNING: unclosed shortcode action; '{{< year' is not "
        f"ended by '>}}}}' {SYNTAX}\n"
    )
    assert article(built).text_content().split() == ["Before.", "{{<", "year"]


def test_closing_call_of_another_is_reported_beside_the_open_one(
    make_site: MakeSite,
) -> None:
    built = build(make_site, "x {{< details >}} y {{< /note >}}\n")
    assert built.warnings.splitlines() == [
        "<site>/posts/a.md:6:26: WARNING: closing tag for shortcode 'note' does not "
        f"match start tag {NESTING}",
        '<site>/posts/a.md:6:3: WARNING: shortcode "details" must be closed or '
        "self-closed; write '{{< /details >}}' after its content, or '/>}}' at its end "
        f"{NESTING}",
    ]
    assert article(built).text_content().split() == [
        "x", "Details", "y", "{{<", "/note", ">}}",
    ]  # fmt: skip


def test_escaped_calls_and_template_actions_are_text(make_site: MakeSite) -> None:
    built = build(
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
    built = build(make_site, f"{call}\n\n{{{{< zzzz9 >}}}}\n\n[x](#none)\n")
    assert call.count("\n") == 3
    assert built.warnings.splitlines() == [
        "<site>/posts/a.md:11: WARNING: template for shortcode 'zzzz9' not found; add a "
        f"template to a folder of updates_shortcodes {UNKNOWN}",
        "<site>/posts/a.md:13: WARNING: link '#none': 'blog/a/index' has no anchor "
        "'none' [sphinx_updates.link]",
    ]


def test_lines_inside_inner_content_are_right(make_site: MakeSite) -> None:
    built = build(
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


@pytest.mark.parametrize("builder", ["latex", "text", "man", "singlehtml", "texinfo"])
def test_shortcodes_come_out_in_other_builders(
    make_site: MakeSite, builder: str
) -> None:
    body = (
        '{{< figure src="pic.png" title="T" caption="Cap *c*" attr="me" >}}\n\n'
        '{{< details summary="Sum" >}}\nInner text\n{{< /details >}}\n\n'
        '{{< youtube id=abc title="Film" >}}\n\n{{< note >}} {{% about-us %}}\n\n'
        "{{< zzzz9 >}}\n"
    )
    site = make_site({**TEMPLATES, "posts/pic.png": PNG, "posts/a.md": post(body)})
    built = site.build(builder, updates_shortcodes=["_shortcodes"])
    (warning,) = built.warnings.splitlines()
    assert "template for shortcode 'zzzz9' not found" in warning
    if builder == "text":
        text = built.text("blog/a/index.txt")
        for part in ("T", "Cap *c*", "Sum", "Inner text", "Film", "A *note*.", "zzzz9"):
            assert part in text
