"""Shortcodes that a project registers in conf.py, and which pack answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import CONF
from samples import article, build_post, html_of, post

if TYPE_CHECKING:
    from conftest import MakeSite

SNIPPET = Path(__file__).parents[2] / "docs" / "snippets" / "add-shortcode.py.txt"

OWN = """
from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx_updates import add_shortcode


class Stamp(Directive):
    has_content = True
    final_argument_whitespace = True
    optional_arguments = 1
    option_spec = {"colour": directives.unchanged}

    def run(self):
        text = f"{self.arguments} {self.options} {list(self.content)}"
        return [nodes.paragraph("", text)]


def loud(call):
    "Say it loudly."
    return f"**{call.inner_text().upper()}**"


def boxed(call):
    return [nodes.block_quote("", *call.parse_inner())]


def details(call):
    return [nodes.strong("", "mine")]


def setup(app):
    add_shortcode(app, "stamp", Stamp)
    add_shortcode(app, "loud", loud, inner="plain text")
    add_shortcode(app, "Boxed", boxed, inner="Markdown")
    add_shortcode(app, "details", details)
"""


def test_the_five_lines_of_the_documentation(make_site: MakeSite) -> None:
    conf = CONF + SNIPPET.read_text("utf-8")
    body = (
        'A {{< since 2.1 >}} b {{< since version="3" >}}.\n\n{{% since 4 %}}\n\n'
        "`{{< since 5 >}}`\n"
    )
    files = {
        "docs/guide.md": "---\norphan: true\n---\n# G\n\n```{hugo:since} 6\n```\n",
        "posts/a.md": post(body),
    }
    built = make_site({"docs/conf.py": conf, **files}).build()
    assert built.warnings == ""
    assert html_of(built, "a") == (
        "<p>A <em>New in version 2.1</em> b <em>New in version 3</em>.</p>"
        "<p><em>New in version 4</em></p>"
        '<p><code class="docutils literal notranslate"><span class="pre">5</span>'
        "</code></p>"
    )
    assert built.body("guide.html").xpath(".//p/em/text()") == ["New in version 6"]


def test_functions_and_directives_answer(make_site: MakeSite) -> None:
    body = (
        "{{< loud >}}hear this{{< /loud >}}\n\n"
        "{{< boxed >}}\n- one\n{{< /boxed >}}\n\n"
        '{{< stamp "a b" >}}x{{< /stamp >}}\n\n'
        '{{< stamp colour="red" >}}y{{< /stamp >}}\n\n'
        "{{< details >}}\n"
    )
    built = make_site({"docs/conf.py": CONF + OWN, "posts/a.md": post(body)}).build()
    assert built.warnings == ""
    section = article(built)
    assert section.xpath("./p/strong/text()") == ["HEAR THIS", "mine"]
    assert section.xpath("./blockquote//li/text()") == ["one"]
    texts = [p.text_content() for p in section.xpath("./p")]
    assert "['a b'] {} ['x']" in texts
    assert "[] {'colour': 'red'} ['y']" in texts


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("'a b', print", "a shortcode's name has letters"),
        ("'a', print, inner='x'", "inner must be one of none"),
    ],
)
def test_a_mistake_in_conf_py_is_an_error(
    make_site: MakeSite, call: str, message: str
) -> None:
    own = (
        "from sphinx_updates import add_shortcode\n"
        f"def setup(app):\n    add_shortcode(app, {call})\n"
    )
    site = make_site({"docs/conf.py": CONF + own})
    with pytest.raises(Exception, match=message):
        site.build()


def test_a_pack_answers_when_it_is_asked(make_site: MakeSite) -> None:
    body = "{{< pageinfo >}}Text.{{< /pageinfo >}}\n"
    site = make_site({"posts/a.md": post(body)})
    unknown = site.build()
    assert unknown.warnings == (
        "<site>/posts/a.md:6: WARNING: template for shortcode 'pageinfo' not found; "
        "add 'docsy' to updates_shortcode_packs, which has one "
        "[sphinx_updates.shortcode_unknown]\n"
    )
    # The page is read again although its file is the same.
    known = site.build(updates_shortcode_packs=["docsy", "hugo"])
    assert known.warnings == ""
    assert article(known).xpath("string()").strip() == "Text."
    by_theme = site.build(updates_hugo={"theme": "docsy"})
    assert by_theme.warnings == ""


def test_an_unknown_pack_is_a_warning(make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": post("Text.\n")})
    built = site.build(updates_shortcode_packs=["nope"])
    assert "updates_shortcode_packs: must name packs of hugo, hugoblox" in (
        built.warnings
    )
    assert html_of(built, "a") == "<p>Text.</p>"


def test_an_argument_that_is_missing_leaves_a_notice(make_site: MakeSite) -> None:
    built = build_post(make_site, "{{< instagram >}}\n")
    assert "needs the argument 'id'" in built.warnings
    (notice,) = article(built).xpath(".//*[contains(@class, 'updates-notice')]")
    assert notice.text_content().strip() == "{{< instagram >}}"
