"""Shortcodes as directives of the docs, ``{hugo:figure}``, and who answers a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from samples import PNG, post, width_of

if TYPE_CHECKING:
    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

TEMPLATES: dict[str, str | bytes] = {
    "docs/_shortcodes/about-us.md": "About *us*.\n",
    "docs/_shortcodes/badge.html": '<b class="badge">x</b>',
    "docs/_shortcodes/action.md": "one\n{{ .two }}\n",
    "docs/pic.png": PNG,
}
REGISTERED = """
from docutils import nodes
from docutils.parsers.rst import Directive, directives

class Mine(Directive):
    has_content = True
    optional_arguments = 1
    option_spec = {"src": directives.unchanged}

    def run(self):
        text = f"{self.arguments} {self.options} {list(self.content)}"
        return [nodes.literal_block(text, text, classes=["mine"])]

def setup(app):
    app.add_directive_to_domain("hugo", "figure", Mine)
    app.add_directive_to_domain("hugo", "Mine", Mine)
"""
CONF = """\
project = "Site"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_posts = {"blog": "../posts"}
updates_shortcodes = ["_shortcodes"]
"""


def build(
    make_site: MakeSite, index: str, conf: str = "", **options: Any
) -> tuple[Build, HtmlElement]:
    """Build *index* as the front page, below a title on line 1; return its section."""
    site = make_site(
        {
            **TEMPLATES,
            "docs/conf.py": CONF + conf,
            "docs/index.md": f"# Home\n\n{index}",
        }
    )
    built = site.build(**options)
    return built, built.body("index.html").xpath("./section")[0]


def test_figure(make_site: MakeSite) -> None:
    built, page = build(
        make_site,
        "```{hugo:figure} pic.png\n:alt: Alt\n:width: 500\n:title: Title\n"
        ":caption: Cap *c*\n:attr: by\n:attrlink: https://m.example\n"
        ":link: https://e.example\n:class: big\n```\n",
    )
    assert built.warnings == ""
    (figure,) = page.xpath(".//figure")
    assert "big" in figure.get("class").split()
    assert figure.xpath("./a/@href") == ["https://e.example"]
    (image,) = figure.xpath("./a/img")
    assert image.get("src") == "_images/pic.png"
    assert (image.get("alt"), width_of(image)) == ("Alt", "500")
    assert figure.xpath("string(.//*[@class='figure-title'])") == "Title"
    assert figure.xpath("string(.//*[@class='caption-text'])") == "Cap c by"
    assert figure.xpath(".//figcaption//em/text()") == ["c"]


def test_details_and_youtube(make_site: MakeSite) -> None:
    built, page = build(
        make_site,
        "```{hugo:details} Summary *x*\n:open:\n\nInner **b**\n\n- item\n```\n\n"
        "```{hugo:youtube} abc\n:allowfullscreen: false\n:start: 3\n:title: Film\n"
        "```\n",
    )
    assert built.warnings == ""
    (details,) = page.xpath(".//details")
    assert details.get("open") == "open"
    assert details.xpath("string(./summary)").strip() == "Summary x"
    assert details.xpath("./p/strong/text()") == ["b"]
    assert details.xpath("./ul/li")
    (frame,) = page.xpath(".//iframe")
    assert frame.get("src") == (
        "https://www.youtube-nocookie.com/embed/abc"
        "?autoplay=0&controls=1&end=0&loop=0&mute=0&start=3"
    )
    assert "allowfullscreen" not in frame.attrib
    assert frame.get("title") == "Film"


@pytest.mark.parametrize(
    "option",
    ["allowFullScreen", "allowfullscreen", "ALLOWFULLSCREEN", "AllowFullScreen"],
)
def test_option_is_written_in_any_case(make_site: MakeSite, option: str) -> None:
    text = f"```{{hugo:youtube}} abc\n:{option}: false\n```\n"
    built, page = build(make_site, text)
    assert built.warnings == ""
    assert "allowfullscreen" not in page.xpath(".//iframe")[0].attrib


def test_templates_are_directives(make_site: MakeSite) -> None:
    built, page = build(
        make_site,
        "```{hugo:about-us}\n```\n\n- item\n\n  ```{hugo:About-Us}\n  ```\n\n"
        "```{hugo:badge}\n```\n",
    )
    assert built.warnings == ""
    assert page.xpath("./p/em/text()") == ["us"]
    assert page.xpath("./ul/li/p[last()]/em/text()") == ["us"]
    assert page.xpath("./b/@class") == ["badge"]


def test_same_directives_in_restructuredtext(make_site: MakeSite) -> None:
    rst = (
        ":orphan:\n\nR\n=\n\n.. hugo:about-us::\n\n.. hugo:figure:: pic.png\n"
        "   :width: 20\n   :caption: Cap *c*\n\n.. hugo:details:: Sum\n\n   Inner "
        "*em*\n"
    )
    site = make_site({**TEMPLATES, "docs/conf.py": CONF, "docs/r.rst": rst})
    built = site.build()
    assert built.warnings == ""
    page = built.body("r.html").xpath("./section")[0]
    assert [width_of(image) for image in page.xpath(".//figure/img")] == ["20"]
    assert page.xpath(".//details/p/em/text()") == ["em"]
    assert page.xpath("./p[1]/em/text()") == ["us"]


def test_faults_are_reported_at_their_line(make_site: MakeSite) -> None:
    built, page = build(
        make_site,
        "```{hugo:action}\n```\n\n```{hugo:nope}\n```\n\n"
        "```{hugo:youtube}\n```\n\n```{hugo:figure} pic.png\n:width: wide\n```\n",
    )
    at = "<site>/docs/index.md"
    argument = "[sphinx_updates.shortcode_argument]"
    assert built.warnings.splitlines() == [
        (
            f"{at}:3: WARNING: shortcode 'action': _shortcodes/action.md:2:3: "
            'executing "_shortcodes/action.md" at <.two>: can\'t evaluate field two in '
            "type *hugolib.ShortcodeWithPage; the call is shown as it is written "
            "[sphinx_updates.template]"
        ),
        (
            f"{at}:6: WARNING: Unknown directive type: 'hugo:nope' "
            "[myst.directive_unknown]"
        ),
        (
            f"{at}:9: WARNING: shortcode 'youtube': an id of a video is required, "
            "none is "
            f"given {argument}"
        ),
        (
            f"{at}:12: WARNING: shortcode 'figure': argument 'width' must be a "
            "length such "
            f"as 500 or 80%, got 'wide'; it is left out {argument}"
        ),
    ]
    assert page.xpath(".//figure/img/@src") == ["_images/pic.png"]


def test_missing_image_of_the_docs_is_reported_at_its_line(make_site: MakeSite) -> None:
    built, _page = build(make_site, "Text.\n\n```{hugo:figure} nope.png\n```\n")
    assert built.warnings == (
        "<site>/docs/index.md:5: WARNING: image file not readable: nope.png "
        "[image.not_readable]\n"
    )


def test_directives_work_in_posts_written_in_myst(make_site: MakeSite) -> None:
    body = (
        "```{hugo:figure} own.png\n```\n\n```{hugo:about-us}\n```\n\n{{< about-us >}}\n"
    )
    site = make_site(
        {
            **TEMPLATES,
            "docs/conf.py": CONF,
            "posts/b/index.md": post(body, "A", "markup: myst"),
            "posts/b/own.png": PNG,
        }
    )
    built = site.build()
    assert built.warnings == ""
    page = built.body("blog/b/index.html")
    assert page.xpath(".//section/figure/img/@src") == ["own.png"]
    assert page.xpath(".//section/p/em/text()") == ["us", "us"]


def mine(page: HtmlElement) -> list[str]:
    """Return the texts of the directive of ``conf.py``."""
    blocks = page.xpath(".//*[contains(@class, 'mine')]//pre")
    return [block.text_content().strip() for block in blocks]


def test_registered_directive_wins_over_template_and_embedded(
    make_site: MakeSite,
) -> None:
    site = make_site(
        {
            **TEMPLATES,
            "docs/conf.py": CONF + REGISTERED,
            "docs/_shortcodes/figure.md": "TEMPLATE",
            "docs/index.md": "# H\n\n```{hugo:figure} arg\n:src: x\n\ncontent\n```\n",
            "posts/a.md": post('{{< figure src="x" >}}\n\n{{% figure src="y" %}}\n'),
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert mine(built.body("index.html")) == ["['arg'] {'src': 'x'} ['content']"]
    assert mine(built.body("blog/a/index.html")) == [
        "[] {'src': 'x'} []",
        "[] {'src': 'y'} []",
    ]


def test_registered_directive_gets_arguments_and_inner_content(
    make_site: MakeSite,
) -> None:
    body = (
        "{{< mine one >}}in *em*\n\nsecond{{< /mine >}}\n\n{{< mine >}}{{< /mine >}}\n"
    )
    site = make_site(
        {"docs/conf.py": CONF + REGISTERED, **TEMPLATES, "posts/a.md": post(body)}
    )
    built = site.build()
    assert built.warnings == ""
    assert mine(built.body("blog/a/index.html")) == [
        "['one'] {} ['in *em*', '', 'second']",
        "[] {} []",
    ]


def test_registered_directive_reports_options_at_the_call(make_site: MakeSite) -> None:
    site = make_site(
        {
            "docs/conf.py": CONF + REGISTERED,
            **TEMPLATES,
            "posts/a.md": post('Text.\n\n{{< figure src="x" bogus=1 >}}\n'),
        }
    )
    built = site.build()
    assert built.warnings == (
        "<site>/posts/a.md:8: WARNING: 'hugo:figure': Unknown option key: 'bogus' "
        "(allowed: ['src']) [myst.directive_option]\n"
    )
    assert mine(built.body("blog/a/index.html")) == ["[] {'src': 'x'} []"]


def test_template_wins_over_an_embedded_shortcode(make_site: MakeSite) -> None:
    site = make_site(
        {
            **TEMPLATES,
            "docs/conf.py": CONF,
            "docs/_shortcodes/details.md": "TEMPLATE",
            "docs/index.md": "# H\n\n```{hugo:details}\n```\n",
            "posts/a.md": post("{{< details >}} {{% details %}}\n"),
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert "TEMPLATE" in built.body("index.html").text_content()
    assert built.body("blog/a/index.html").text_content().count("TEMPLATE") == 2


def test_primary_domain_makes_the_prefix_needless(make_site: MakeSite) -> None:
    built, page = build(
        make_site,
        "```{about-us}\n```\n\n```{youtube} abc\n```\n\n```{details}\nx\n```\n\n"
        "```{note}\ny\n```\n",
        primary_domain="hugo",
    )
    assert built.warnings == ""
    assert page.xpath("./p/em/text()") == ["us"]
    assert page.xpath(".//iframe")
    assert page.xpath("./details")
    assert page.xpath("./div[contains(@class, 'admonition')]")


def test_nothing_collides_without_the_prefix(make_site: MakeSite) -> None:
    built, page = build(make_site, "```{figure} pic.png\n\nThe caption\n```\n")
    assert built.warnings == ""
    assert "The caption" in page.xpath("string(.//figure)")
