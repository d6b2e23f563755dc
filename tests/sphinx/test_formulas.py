"""Formulas of posts in every kind of output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import CONF, Build, Site
from lxml import etree
from samples import PNG, html_of, post

if TYPE_CHECKING:
    from conftest import MakeSite
    from lxml.html import HtmlElement

BODY = r"""
In $a\_1 < b$ and \\(c*d*e\\) it costs $5 and $6.

$$
x \\\\ y
$$

\begin{align}
a &= b \\\\
&= c
\end{align}

$$\begin{equation*} q \end{equation*}$$

- item $f'$

  $$
  z
  + 1
  $$

| t        |
|----------|
| $$u$$    |

[see $v$](https://example.org) ![$w$](pic.png)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A post with formulas, and one that switches them off."""
    root = Site(tmp_path_factory.mktemp("formulas").resolve())
    root.write(
        {
            "docs/conf.py": CONF,
            "docs/index.md": "# Home\n",
            "posts/pic.png": PNG,
            "posts/a.md": post(BODY),
            "posts/off.md": post("No $x$ and $$y$$.", "Off", "math: false"),
        }
    )
    return root


@pytest.fixture(scope="module")
def html_build(site: Site) -> Build:
    """The posts as HTML."""
    return site.build()


def _texts(section: HtmlElement, tag: str) -> list[str]:
    found = section.xpath(f".//{tag}[contains(@class, 'math')]")
    return [element.text_content().strip() for element in found]


def test_formulas_are_for_mathjax(html_build: Build) -> None:
    assert html_build.warnings == ""
    section = html_build.body("blog/a/index.html")
    inline = _texts(section, "span")
    assert inline == ["$a_1 < b$", r"\(c*d*e\)", "$f'$", "$v$"]
    display = _texts(section, "p")
    # As MathJax sees them in Hugo: nothing is split or wrapped.
    assert display == [
        "$$\nx \\\\ y\n$$",
        "\\begin{align}\na &= b \\\\\n&= c\n\\end{align}",
        r"$$\begin{equation*} q \end{equation*}$$",
        "$$\nz\n+ 1\n$$",
        "$$u$$",
    ]
    script = "".join(html_build.page("blog/a/index.html").xpath("//script/text()"))
    assert "tex.inlineMath" in script
    assert "inlineMath" not in html_build.text("index.html")
    assert "inlineMath" not in html_build.text("blog/off/index.html")
    assert "it costs $5 and $6." in section.text_content()
    assert section.xpath("string(.//img/@alt)") == "$w$"
    assert not section.xpath(".//p//p")
    assert len(section.xpath(".//li//p[contains(@class, 'math')]")) == 1
    assert len(section.xpath(".//td//p[contains(@class, 'math')]")) == 1


def test_a_displayed_formula_stays_in_its_paragraph(make_site: MakeSite) -> None:
    body = "Before $$a$$ between $$b$$ behind.\n\n$$c$$ first.\n\nLast $$d$$\n"
    built = make_site({"posts/a.md": post(body)}).build()
    paragraphs = built.body("blog/a/index.html").xpath(".//section/p")
    assert [" ".join(p.text_content().split()) for p in paragraphs] == [
        "Before $$a$$ between $$b$$ behind.",
        "$$c$$ first.",
        "Last $$d$$",
    ]
    assert len(built.body("blog/a/index.html").find_class("formula-display")) == 4


def test_a_page_may_switch_them_off(html_build: Build) -> None:
    assert html_of(html_build, "off") == "<p>No $x$ and $$y$$.</p>"


def test_formulas_in_latex(site: Site) -> None:
    documents = [("blog/a/index", "a.tex", "A", "B", "howto")]
    tex = site.build("latex", latex_documents=documents).text("a.tex")
    assert r"\(a_1 < b\)" in tex
    assert "\\begin{split}x \\\\ y\\end{split}" in tex
    assert "\\begin{align}\na &= b \\\\\n&= c\n\\end{align}" in tex
    assert r"\begin{equation*}\begin{equation*}" not in "".join(tex.split())
    assert r"\label{equation" not in tex


def test_formulas_in_text_have_no_numbers(site: Site) -> None:
    text = site.build("text").text("blog/a/index.txt")
    assert r"In a_1 < b and c*d*e it costs $5 and $6." in text
    assert "x \\\\ y" in text
    assert "(1)" not in text
    assert "None" not in text


def test_formulas_in_a_book_are_well_formed(site: Site) -> None:
    built = site.build("epub", epub_copyright="x", version="1")
    page = etree.parse(built.outdir / "blog" / "a" / "index.xhtml")
    found = page.xpath("string(//*[contains(@class, 'math')])")
    assert r"a_1 < b" in found


def test_a_sites_passthrough_decides(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/a.md": post(
                "$5 or $6, \\(a_b\\) and @@c*d*e@@ f\n\n# G \\(h\\) {#g}\n"
            )
        }
    )
    delimiters = {"block": [["@@", "@@"]], "inline": [["\\(", "\\)"]]}
    passthrough = {"enable": True, "delimiters": delimiters}
    extensions = {"passthrough": passthrough}
    built = site.build(
        updates_hugo={"markup": {"goldmark": {"extensions": extensions}}}
    )
    assert built.warnings == ""
    classes = 'class="math notranslate nohighlight"'
    assert html_of(built, "a") == (
        f"<p>$5 or $6, <span {classes}>\\(a_b\\)</span> and</p>"
        f"<div {classes}>\\[c*d*e\\]</div><p>f</p>"
        f'<section id="g"><h2>G <span {classes}>\\(h\\)</span></h2></section>'
    )
