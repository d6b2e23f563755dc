"""The shortcodes that are built in: figure, details and youtube."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import MISSING, PNG, TEMPLATES, article, build_post, post, width_of

if TYPE_CHECKING:
    from conftest import MakeSite

ARGUMENT = "[sphinx_updates.shortcode_argument]"


def test_figure_shows_every_argument(make_site: MakeSite) -> None:
    built = build_post(
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
    assert width_of(image) == "500"
    assert image.get("style").endswith("height: 80%;")
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
    built = build_post(make_site, "\n\n".join(calls))
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
    built = build_post(
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
            (
                f"{at}:6: WARNING: shortcode 'figure': argument 'width' {length}, "
                f"got 'wide'; it is left out {ARGUMENT}"
            ),
            (
                f"{at}:8: WARNING: shortcode 'figure': argument 'height' {length}, "
                f"got '1;x'; it is left out {ARGUMENT}"
            ),
            (
                f"{at}:10: WARNING: shortcode 'figure' takes no positional argument "
                "here, "
                "got 'pic.png' at position 1; name it, as in 'src=…' "
                f"{ARGUMENT}"
            ),
            f"{at}:10: WARNING: image '' not found beside 'blog/a.md', {MISSING}",
            (
                f"{at}:12: WARNING: shortcode 'figure' has no argument 'Width'; "
                f"write it 'width' {ARGUMENT}"
            ),
            (
                f"{at}:12: WARNING: shortcode 'figure' has no argument 'bogus'; "
                f"it is ignored {ARGUMENT}"
            ),
            (
                f"{at}:14: WARNING: image 'nope.png' not found beside 'blog/a.md', "
                f"{MISSING}"
            ),
        ]
    )
    images = article(built).xpath(".//img")
    assert [image.get("src") for image in images][-1] == "nope.png"
    assert all(image.get("width") is None for image in images)


def test_figure_links_as_the_text_of_a_post_does(make_site: MakeSite) -> None:
    built = build_post(
        make_site,
        '{{< figure src="pic.png" link="/blog/b/" attr="me" attrlink="b.md#x" >}}\n\n'
        '{{< figure src="pic.png" link="nope.md" >}}\n',
        **{"posts/b.md": post("## x\n", "B")},
    )
    (warning,) = built.warnings.splitlines()
    assert warning == (
        "<site>/posts/a.md:8: WARNING: link 'nope.md' leads to no page, file or "
        "document; no page or file has this path from 'blog' or from the content root, "
        "nor this address from '/blog/a/' [sphinx_updates.link]"
    )
    figures = article(built).xpath(".//figure")
    assert [figure.xpath("./a/@href") for figure in figures] == [
        ["../b/index.html"],
        ["nope.md"],
    ]
    assert figures[0].xpath("./figcaption//a/@href") == ["../b/index.html#x"]


def test_details_opens_with_its_summary_and_holds_markdown(
    make_site: MakeSite,
) -> None:
    built = build_post(
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
    built = build_post(make_site, "Text.\n\n  {{< details >}}\n\nRest.\n")
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
    built = build_post(make_site, f"{calls}\n\n{last}\n")
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
    built = build_post(make_site, '{{< youtube >}}\n\n{{< youtube "a b" >}}\n')
    message = "WARNING: shortcode 'youtube': an id of a video is required"
    assert built.warnings.splitlines() == [
        f"<site>/posts/a.md:6: {message}, none is given {ARGUMENT}",
        f"<site>/posts/a.md:8: {message}, got 'a b' {ARGUMENT}",
    ]
    assert not article(built).xpath(".//iframe")


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


def test_simple_forms_take_every_argument(make_site: MakeSite) -> None:
    calls = [
        '{{< tweet user="ann" id="12" >}}',
        '{{< twitter_simple user="ann" id="13" >}}',
        (
            '{{< vimeo_simple id="14" title="Film" class="c" loading="eager" '
            "allowFullScreen=false >}}"
        ),
    ]
    built = build_post(make_site, "\n\n".join(calls))
    assert built.warnings == ""
    links = article(built).xpath(".//a")
    assert [link.get("href").split("/", 2)[2] for link in links] == [
        "x.com/ann/status/12",
        "x.com/ann/status/13",
        "vimeo.com/14",
    ]
    assert links[-1].text_content() == "Film"


def test_image_of_scientific_python_takes_a_height(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/a.md": post('{{< image src="pic.png" alt="A" height="7em" >}}\n'),
            "posts/pic.png": PNG,
        }
    )
    built = site.build(updates_shortcode_packs=["scientific-python"])
    assert built.warnings == ""
    (image,) = article(built).xpath(".//img")
    assert "height: 7em" in image.get("style")
