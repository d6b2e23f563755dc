"""Raw HTML of posts: as it was written in HTML, as nodes for every other writer."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from conftest import CONF, Build, Site
from lxml import etree
from samples import PNG, html_of, post

if TYPE_CHECKING:
    from conftest import MakeSite

FILES: dict[str, str | bytes] = {
    "docs/conf.py": CONF,
    "docs/index.md": "# Home\n",
    "docs/guide.md": "---\norphan: true\n---\n\n# Guide\n",
    "docs/elsewhere.png": PNG,
    "docs/elsewhere.mp3": b"sound",
    "posts/other.md": post("## There\n\n<p id='raw'>x</p>\n", "Other"),
    "posts/old.md": post("x", "Old", "aliases: [/gone/]"),
}
"""What all the sites of this module have."""

BUNDLE: dict[str, str | bytes] = {
    "pic.png": PNG,
    "pic 2.png": PNG,
    "film.mp4": b"film",
    "film.vtt": b"track",
    "doc.pdf": b"pdf",
    "plot.html": "<p>plot</p>",
}
"""What stands in the bundle of each page."""


def _site(root: Site, pages: dict[str, str]) -> Site:
    root.write(FILES)
    for name, body in pages.items():
        bundle = f"posts/{name}"
        root.write({f"{bundle}/index.md": post(body)})
        root.write({f"{bundle}/{file}": data for file, data in BUNDLE.items()})
    return root


# The page, and its article in HTML. Addresses lead where those of Markdown lead.
IN_HTML: dict[str, tuple[str, str]] = {
    "links": (
        (
            "<p><a href=\"../other.md#there\" class=x>a</a> <a href='/blog/other/#raw'>"
            'b</a> <A HREF=/guide>c</A> <a href="/gone/">d</a> '
            '<a href="doc.pdf">e</a></p>'
        ),
        (
            '<p><a href="../other/index.html#there" class="x">a</a> '
            '<a href="../other/index.html#raw">b</a> <a href="../../guide.html">c</a> '
            '<a href="../old/index.html">d</a> <a href="doc.pdf">e</a></p>'
        ),
    ),
    "link-of-this-page": (
        '<a href="#id1">a</a> <b id="id1">b</b> <a href="#">c</a> <a href="#top">d</a>',
        ('<p><a href="#id1">a</a> <b id="id1">b</b> <a href="#">c</a> '
        '<a href="#top">d</a></p>'),
    ),
    "links-left-alone": (
        ('<a href="https://example.org/x.md">a</a> <a href="javascript:x()">b</a> '
        '<a href="mailto:a@example.org">c</a> <a href="//example.org">d</a>'),
        ('<p><a href="https://example.org/x.md">a</a> <a href="javascript:x()">b</a> '
        '<a href="mailto:a@example.org">c</a> <a href="//example.org">d</a></p>'),
    ),
    "pictures": (
        ('<img src="pic%202.png?v=1" alt="&lt;" width=30> <img src=pic.png>\n'
        '<img srcset="pic.png 1x, /elsewhere.png 2x">\n'),
        ('<p><img src="pic%202.png?v=1" alt="&lt;" width="30"> <img src="pic.png">'
        '<img srcset="pic.png 1x, ../../_images/elsewhere.png 2x"></p>'),
    ),
    "background": (
        '<table background="pic.png"><tr><td background="pic.png">x</td></tr></table>',
        '<table background="pic.png"><tr><td background="pic.png">x</td></tr></table>',
    ),
    "players": (
        (
            '<div><video controls poster="pic.png"><source src="film.mp4" type=a>'
            '<track src="film.vtt">no</video><audio src="film.mp4"></audio></div>'
        ),
        (
            '<div><video controls poster="pic.png"><source src="film.mp4" type="a">'
            '<track src="film.vtt">no</track></source></video>'
            '<audio src="film.mp4"></audio></div>'
        ),
    ),
    "frames": (
        ('<div><iframe src="plot.html"></iframe><iframe src="/blog/other/"></iframe>'
        '<iframe src="https://example.org/"></iframe><object data="doc.pdf"></object>'
        "</div>"),
        ('<div><iframe src="plot.html"></iframe><iframe src="../other/index.html">'
        '</iframe><iframe src="https://example.org/"></iframe>'
        '<object data="doc.pdf"></object></div>'),
    ),
    "markdown-between-tags": (
        "<b>*x*</b> <span>[a](../other.md)</span>",
        ('<p><b><em>x</em></b> <span><a class="reference internal" '
        'href="../other/index.html">a</a></span></p>'),
    ),
    "markdown-between-blocks": (
        '<div align="center">\n\n*x*\n\n</div>',
        '<div align="center"><p><em>x</em></p></div>',
    ),
    "no-markdown-in-a-block": ("<div>\n*x* $y$\n</div>", "<div>*x* $y$</div>"),
    "code-is-no-address": (
        "`<img src=no>`\n\n<script>\"<img src='no.png'>\"</script>\n",
        (
            '<p><code class="docutils literal notranslate">'
            '<span class="pre">&lt;img</span> '
            '<span class="pre">src=no&gt;</span></code></p>'
            "<script>\"<img src='no.png'>\"</script>"
        ),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def html_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The pages of :data:`IN_HTML`."""
    root = Site(tmp_path_factory.mktemp("html").resolve())
    pages = {name: body for name, (body, _html) in IN_HTML.items()}
    return _site(root, pages).build()


def test_addresses_that_lead_somewhere_are_no_warnings(html_build: Build) -> None:
    assert html_build.warnings == ""


@pytest.mark.parametrize("name", IN_HTML)
def test_html_keeps_the_tags_and_leads_somewhere(html_build: Build, name: str) -> None:
    assert html_of(html_build, name) == IN_HTML[name][1]


@pytest.mark.parametrize("name", IN_HTML)
def test_every_file_is_published(html_build: Build, name: str) -> None:
    page = html_build.body(f"blog/{name}/index.html")
    folder = html_build.outdir / "blog" / name
    found = page.xpath("//section//@src | //section//@poster | //section//@data")
    for url in found:
        if "://" not in url and "_static" not in url:
            path = url.partition("?")[0].replace("%20", " ")
            assert (folder / path).is_file()


def test_what_is_not_rewritten_stays_byte_for_byte(make_site: MakeSite) -> None:
    odd = (
        "<p  ALIGN = center\n class='a\"b' >&nbsp;&copy&#8364; <br/><BR ></p\n>"
        "<td><img SRC='pic.png'\talt = x><!-- c --><unclosed <i>a</b></p>"
    )
    site = _site(make_site({}), {"a": f"<div>{odd}\n"})
    assert odd in site.build().text("blog/a/index.html")


WARNING = re.compile(
    r"<site>/posts/a/index\.md:(\d+): WARNING: (\w+) '([^']+)'.*"
    r"\[sphinx_updates\.(\w+)\]$"
)
WARNINGS = """\
x

<p>
<a href="nowhere/">a</a>
<img src="none.png">
</p>

a <b>b</b>
<img src="none-inline.png"> c <a href="../other/#no">d</a>

<video><source src="none.mp4"></video>

- <div>
  <a href="/none">x</a>
  </div>

{{< youtube
   id=dQw4w9WgXcQ >}}

<p><img src="last.png"><a href="y">y</a></p>
"""


def test_dead_addresses_are_warnings_on_the_line_of_the_author(
    make_site: MakeSite,
) -> None:
    built = _site(make_site({}), {"a": WARNINGS}).build()
    found = [
        (int(match[1]), match[2], match[3], match[4])
        for match in map(WARNING.match, built.warnings.splitlines())
        if match
    ]
    assert len(found) == len(built.warnings.splitlines())
    assert sorted(found) == [
        (9, "link", "nowhere/", "link"),
        (10, "image", "none.png", "image"),
        (14, "image", "none-inline.png", "image"),
        (14, "link", "../other/#no", "link"),
        (16, "file", "none.mp4", "image"),
        (19, "link", "/none", "link"),
        (25, "image", "last.png", "image"),
        (25, "link", "y", "link"),
    ]
    written = built.text("blog/a/index.html")
    assert '<a href="nowhere/">a</a>' in written
    assert '<img src="none.png">' in written


def test_safe_sites_have_no_html(make_site: MakeSite) -> None:
    site = _site(
        make_site({}),
        {
            "a": 'a <b onclick="x">*b*</b> <!-- c --><img src="none.png">\n\n'
            '<div><a href="nowhere">x</a></div>\n\n<!-- gone -->\n\n[j](javascript:x)\n'
        },
    )
    goldmark = {"renderer": {"unsafe": False}}
    built = site.build(updates_hugo={"markup": {"goldmark": goldmark}})
    assert built.warnings == ""
    assert html_of(built, "a") == "<p>a <em>b</em> </p><p>[j](javascript:x)</p>"


# The page, and its text without HTML.
AS_TEXT: dict[str, tuple[str, str]] = {
    "phrases": (
        (
            "a <b>*b* c</b> <i>d</i> <code>e</code> <kbd>F</kbd> H<sub>2</sub>O "
            "x<sup>2</sup> <mark>g</mark> <ins>h</ins> <del>i</del> <u>j</u> "
            "<small>k</small> <span style='x'>l</span> <q>m</q> &copy; <other>n</other>"
        ),
        'a ***b* c** *d* "e" "F" H_2O x^2 g h i j k l “m” © n',
    ),
    "abbreviation": ('<abbr title="Long">L</abbr>', "L (Long)"),
    "unclosed": ("<b>a *b*", "**a *b***"),
    "crossed": ("<b>a <i>b</b> c</i>", "**a *b*** c"),
    "stray": ("a</b> b</p>", "a b"),
    "line-breaks": ("<p>a<br>b<br/>c</p>", "a b c"),
    "picture": ('<p><img src="pic.png" alt="A"></p>', "[image: A][image]"),
    "picture-elsewhere": ('<img src="https://example.org/a.png" alt="A">', "A"),
    "paragraphs": ("<p align=right>a\n<p>b <b>c</b></p>\n<div>d</div>", "a b **c** d"),
    "around-markdown": (
        "<div>\n\n- *a*\n\n</div>\n\n<center>\n\nb\n\n</center>",
        "* *a* b",
    ),
    "figure": (
        '<figure><img src="pic.png" alt=A><figcaption>C <i>d</i></figcaption></figure>',
        "[image: A][image]C *d*",
    ),
    "figure-of-text": ("<figure><p>a</p><figcaption>c</figcaption></figure>", "a c"),
    "details": (
        "<details><summary>S <b>b</b></summary>\n\n*a*\n\n</details>",
        "S **b** *a*",
    ),
    "lists": (
        "<ul><li>a<li>b<ul><li>c</ul></ul><ol start=3><li><p>d</p></li></ol>",
        "* a * b * c 3. d",
    ),
    "definitions": ("<dl><dt>T<dt>U<dd>d<dd>e</dl>", "T, U d e"),
    "quote": ("<blockquote><p>a</p></blockquote>", "a"),
    "code": ("<pre>\na  <b>b</b>\n  c\n</pre>", "a b c"),
    "heading": ("<h3>H <i>i</i></h3>\n<hr>", f"-[ H *i* ]- {'=' * 70}"),
    "frame": ('<iframe src="https://example.org/" title="F">x</iframe>', "F"),
    "player": ('<video><source src="film.mp4">no</video>', '"film.mp4"'),
    "dropped": (
        ("<div>a<script>b</script><style>c</style><svg><text>d</text></svg>"
        "<template>e</template><!-- f --></div>"),
        "a",
    ),
    "parts-alone": ("<div><li>a</li><td>b</td><summary>c</summary><dt>d", "a b c d"),
    "checkbox": ("<div><input type=checkbox checked> a <input></div>", "[x] a"),
    "link-of-blocks": ('<a href="https://x.org"><p>a</p><ul><li>b</ul></a>', "a * b"),
}  # fmt: skip


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with the pages of :data:`AS_TEXT`."""
    root = Site(tmp_path_factory.mktemp("plain").resolve())
    return _site(root, {name: body for name, (body, _text) in AS_TEXT.items()})


@pytest.fixture(scope="module")
def text_build(plain_site: Site) -> Build:
    """The pages as plain text."""
    return plain_site.build("text")


def test_no_other_writer_warns(text_build: Build) -> None:
    assert text_build.warnings == ""


@pytest.mark.parametrize("name", AS_TEXT)
def test_text_has_what_the_html_says(text_build: Build, name: str) -> None:
    text = text_build.text(f"blog/{name}/index.txt")
    assert " ".join(text.partition("2024")[2].split()) == AS_TEXT[name][1]


def test_books_are_well_formed(plain_site: Site) -> None:
    built = plain_site.build("epub", epub_copyright="x", version="1")
    assert built.warnings == ""
    for name in AS_TEXT:
        etree.parse(built.outdir / "blog" / name / "index.xhtml")
    page = built.text("blog/phrases/index.xhtml")
    assert "<strong><em>b</em> c</strong>" in page
    assert "H<sub>2</sub>O" in page
    assert "<mark>g</mark>" in page
    assert '<img alt="A"' in built.text("blog/picture/index.xhtml")


TABLE = """\
<table>
<caption>Cap</caption>
<thead><tr><th>A<th>B</tr></thead>
<tr><td rowspan=2>tall</td><td>

*md*

</td></tr>
<tr><td><a href="../other.md">x</a></td></tr>
<tr><td colspan=2>wide <table><tr><td>in</td></tr></table></td></tr>
</table>

<a id="mark"></a>[m](#mark) <a href="doc.pdf">doc</a> <img src="pic.png" width="50%">
<img src="/elsewhere.png" height=9>
"""


def test_tables_links_and_pictures_in_latex(make_site: MakeSite) -> None:
    site = _site(make_site({}), {"a": TABLE})
    documents = [("blog/a/index", "a.tex", "A", "B", "howto")]
    built = site.build("latex", latex_documents=documents)
    assert built.warnings == ""
    tex = built.text("a.tex")
    for part in (
        r"\sphinxcaption{Cap}",
        r"\sphinxmultirow{2}",
        r"\sphinxstartmulticolumn{2}",
        r"\sphinxstyleemphasis{md}",
        "in",
        r"\label{\detokenize{blog/a/index:mark}}",
        r"\sphinxincludegraphics[width=0.500\linewidth]{{pic}.png}",
        r"\sphinxincludegraphics[height=9\sphinxpxdimen]{{elsewhere}.png}",
    ):
        assert part in tex
    assert {"pic.png", "elsewhere.png"} <= built.files()
    assert "<" not in tex.partition(r"\begin{document}")[2]


def test_a_table_has_the_cells_of_every_row(make_site: MakeSite) -> None:
    body = (
        "<table><tr><th>a<th>b</tr><tr><td rowspan=9>c</tr><tr><td>d<td>e<td>f</tr>"
        "<tr></tr>x</table>\n\n<table></table>\n\n<table><tr><td colspan=9999>y</table>"
    )
    built = _site(make_site({}), {"a": body}).build("text")
    assert built.warnings == ""
    words = built.text("blog/a/index.txt").replace("|", " ").split()
    assert [word for word in words if len(word) == 1 and word.isalpha()][-8:] == list(
        "xabcdefy"
    )


def test_links_follow_their_pages(make_site: MakeSite) -> None:
    site = _site(make_site({}), {"a": '<p><a href="../other.md">x</a></p>'})
    assert 'href="../other/index.html"' in site.build().text("blog/a/index.html")
    site.write({"posts/other.md": post("x", "Other", "slug: moved")})
    built = site.build()
    assert built.warnings == ""
    assert 'href="../moved/index.html"' in built.text("blog/a/index.html")
    (site.root / "posts/other.md").unlink()
    built = site.build()
    assert "link '../other.md' leads to no page" in built.warnings
    assert '<a href="../other.md">x</a>' in built.text("blog/a/index.html")


def test_files_may_come_later(make_site: MakeSite) -> None:
    site = _site(make_site({}), {"a": '<p><img src="new.png"></p>'})
    assert "image 'new.png' not found" in site.build().warnings
    site.write({"posts/a/new.png": PNG})
    built = site.build()
    assert built.warnings == ""
    assert built.has("blog/a/new.png")


def test_two_processes_write_the_same(make_site: MakeSite) -> None:
    pages = {name: body for name, (body, _html) in IN_HTML.items()}
    site = _site(make_site({}), pages)
    one = site.build()
    first = {name: one.text(f"blog/{name}/index.html") for name in pages}
    for folder in ("out", "doctrees"):
        (site.root / folder).rename(site.root / f"{folder}-1")
    two = site.build(parallel=2)
    assert two.warnings == ""
    assert {name: two.text(f"blog/{name}/index.html") for name in pages} == first


def test_excerpts_have_the_text_and_lead_somewhere(make_site: MakeSite) -> None:
    body = 'See <b>the</b> <a href="../other.md">page</a>.\n\n<!--more-->\n\nRest.\n'
    built = _site(make_site({}), {"a": body}).build()
    assert built.warnings == ""
    assert "See the page." in built.body("blog/index.html").text_content()


HOSTILE = {
    "deep": "<div>" * 20_000 + "x",
    "deep phrases": "<b>" * 3_000 + "x" + "</b>" * 3_000,
    "deep lists": "<ul><li>" * 5_000 + "x",
    "deep tables": "<table><tr><td>" * 3_000 + "x",
    "attributes": f"<div {'a=1 ' * 50_000}>x</div>",
    "closings": "<p>x" + "</div>" * 30_000 + "</p>",
    "NUL": '<p a="\0">x<img src="\0.png"></p>',
    "marks": "<p>x \ue0f00\ue0f1 <a href='\ue0f09\ue0f1'>y</a></p>",
    "unclosed": '<table><tr><td>x<a href="',
    "spans": "<table>" + "<tr>" + "<td colspan=50 rowspan=50>x" * 300 + "</table>",
    "long address": f'<p><a href="{"x" * 50_000}">x</a></p>',
    "many addresses": '<p>x<a href="../other.md">y</a></p>\n' * 1_500,
}


@pytest.mark.parametrize("builder", ["html", "text"])
def test_hostile_html(make_site: MakeSite, builder: str) -> None:
    pages = {f"p{number}": body for number, body in enumerate(HOSTILE.values())}
    site = _site(make_site({}), pages)
    start = time.process_time()
    built = site.build(builder)
    assert time.process_time() - start < 120
    assert built.statuscode == 0
    assert "Traceback" not in built.warnings
    suffix = "html" if builder == "html" else "txt"
    for name in pages:
        assert "x" in built.text(f"blog/{name}/index.{suffix}")
