"""Hugo's Markdown in whole builds: defaults, other formats, inner content, MyST.

What Hugo prints is compared in ``test_markdown_golden``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conftest import CONF
from samples import PNG, article, html_of, post, width_of

from sphinx_updates.sphinx_ext import fences, hugo_renderer

if TYPE_CHECKING:
    import pytest
    from conftest import MakeSite
    from docutils import nodes

KEPT = ("language", "linenos", "classes", "ids")

EXTRAS = {
    name: {"enable": True}
    for name in ("insert", "mark", "delete", "subscript", "superscript")
}
HUGO: dict[str, object] = {
    "enableEmoji": True,
    "markup": {
        "goldmark": {
            "parser": {"attribute": {"block": True}, "autoDefinitionTermID": True},
            "extensions": {"strikethrough": False, "extras": EXTRAS},
        }
    },
}
MARKS = "~~out~~ ++in++ ==hi== H~2~O x^2^ :+1:  \nnext\n\n- [ ] open\n- [x] done\n"
BLOCKS = (
    "A paragraph.\n{#para .lead}\n\n> A quote.\n{.wise}\n\n- item\n{.list #items}\n\n"
    "|a|\n|:-:|\n|b|\n{.data}\n\n***\n{.thin #rule}\n\n"
    "A term\n: Its meaning\n{.terms}\n\n"
    "![alt](pic.png)\n{.wide}\n\n"
    "[p](#para) [r](#rule) [t](#a-term) [i](#items)\n"
)
NOT_MYST = [
    ("% line", "% line"),
    ("(target)=", "(target)="),
    ("{ref}`x`", "{ref}x"),
    ("{note}`x` {abbr}`b (c)`", "{note}x {abbr}b (c)"),
    ("+++", "+++"),
    ("+++ {a=1}", "+++ {a=1}"),
    (":::\nx\n:::", ":::\nx\n:::"),
    (":::{note}\nx\n:::", ":::{note}\nx\n:::"),
    ("[[x]]", "[[x]]"),
    ("{{ x }}", "{{ x }}"),
    ("[a]{.b}", "[a]{.b}"),
    ("{#a}", "{#a}"),
    ("[@cite]", "[@cite]"),
    ("a {doc}`b` c", "a {doc}b c"),
    (":field: x", ":field: x"),
    ("a (c) (tm) +-", "a (c) (tm) +-"),
]
"""What MyST reads and Hugo does not, and what a reader sees."""


FENCES = [
    (
        '```sh {linenos=table,hl_lines=[1,"3"],linenostart=9 .big #me}\na\nb\nc\n```',
        {"language": "sh", "linenos": True, "classes": ["big"], "ids": ["me"]},
        {"linenostart": 9, "hl_lines": [1, 3]},
    ),
    ("```go{linenos=false}\na\n```", {"language": "go"}, {}),
    ("```{.python}\na\n```", {"language": "text"}, {}),
    (
        "```foolang {linenos=inline}\na\n```",
        {"language": "text", "linenos": True},
        {"linenostart": 1},
    ),
    ("```python title=x foo\na\n```", {"language": "python"}, {}),
    ("```math\nx^2\n```", {"language": "text"}, {}),
    ("```plantuml\na\n```", {"language": "text"}, {}),
    ("```mermaid\na\n```", {"language": "text"}, {}),
    ("```python {linenos\na\n```", {"language": "python"}, {}),
]
"""Fences, and what is kept of them: attributes of the block and of the highlighter."""


def test_nothing_of_myst_surprises_a_post(make_site: MakeSite) -> None:
    site = make_site(
        {f"posts/n{n}.md": post(text + "\n") for n, (text, _) in enumerate(NOT_MYST)}
    )
    built = site.build()
    assert built.warnings == ""
    for number, (text, seen) in enumerate(NOT_MYST):
        assert article(built, f"n{number}").text_content().strip() == seen, text


def test_a_post_in_myst_keeps_all_of_myst(make_site: MakeSite) -> None:
    body = (
        "% hidden\n\n(here)=\n## Part\n\n```{note}\nInside *it*.\n```\n\n"
        "{doc}`/index` {ref}`here` {abbr}`AB (long)`\n\n"
        'a[^1] -- "b"\n\n[^1]: one\n\n:::{tip}\nyes\n:::\n'
    )
    files = {"posts/a.md": post(body, "A", "markup: myst")}
    built = make_site(files).build(myst_enable_extensions=["colon_fence"])
    assert built.warnings == ""
    page = article(built)
    assert "hidden" not in page.text_content()
    assert page.xpath(".//div[contains(@class, 'note')]/p/em/text()") == ["it"]
    links = page.xpath(".//a[contains(@class, 'internal')]")
    assert [link.text_content() for link in links[:2]] == ["Home", "Part"]
    assert page.xpath(".//abbr/@title") == ["long"]
    assert page.xpath(".//div[contains(@class, 'tip')]")


def test_alerts_are_on_where_no_configuration_of_hugo_says_more(
    make_site: MakeSite,
) -> None:
    body = (
        "> [!WARNING]- Take *care*\n> of {{< b >}}\n>\n> - this\n\n> plain\n\n"
        "> [!TIP]\n\n- > [!note]\n  > a\n"
    )
    files = {"posts/a.md": post(body), "docs/_t/b.html": "it"}
    site = make_site(files)
    built = site.build(updates_shortcodes=["_t"])
    assert built.warnings == ""
    page = article(built)
    found = page.xpath(".//*[contains(@class, 'admonition-title')]")
    assert [title.text_content().strip() for title in found] == [
        "Take care",
        "Tip",
        "Note",
    ]
    assert "of it" in page.text_content()
    assert [q.text_content().strip() for q in page.xpath(".//blockquote")] == ["plain"]
    site.write(
        {"hugo.toml": "", "docs/conf.py": CONF + "updates_hugo = '../hugo.toml'"}
    )
    plain = article(site.build(updates_shortcodes=["_t"]))
    assert len(plain.xpath(".//blockquote")) == 4
    assert "[!WARNING]- Take care" in plain.text_content()


def test_marks_come_out_in_every_format(make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": post(MARKS)})
    html = html_of(site.build(updates_hugo=HUGO), "a")
    box = (
        '<li><input {}class="task-list-item-checkbox" disabled type="checkbox"> {}</li>'
    )
    for part in (
        "<del>out</del> <ins>in</ins> <mark>hi</mark> H<sub>2</sub>O x<sup>2</sup> 👍",
        "<br>next</p>",
        box.format("", "open"),
        box.format("checked ", "done"),
    ):
        assert part in html
    text = site.build("text", updates_hugo=HUGO).text("blog/a/index.txt")
    assert "out in hi H_2O x^2 👍 next\n\n* [ ] open\n\n* [x] done\n" in text
    document = ("blog/a/index", "a.tex", "A", "me", "howto")
    built = site.build("latex", latex_documents=[document], updates_hugo=HUGO)
    latex = built.text("a.tex")
    assert r"H$_{\text{2}}$O x$^{\text{2}}$" in latex
    assert "\\\\\nnext" in latex
    assert r"\(\square\) open" in latex
    assert r"\(\boxtimes\) done" in latex


def test_blocks_take_attributes_and_links_find_their_ids(make_site: MakeSite) -> None:
    files: dict[str, str | bytes] = {
        "posts/a.md": post(BLOCKS),
        "posts/pic.png": PNG,
        "docs/p.md": "---\norphan: true\n---\n# P\n\n[x](../posts/a.md#para)\n"
        "[y](../posts/b.md#über-c)\n",
        "posts/b.md": post("## Über C++\n\n## Über C\n", "B"),
    }
    built = make_site(files).build(updates_hugo=HUGO)
    assert built.warnings == ""
    page = article(built)
    assert page.xpath("./p[@id='para']/@class") == ["lead"]
    for path in (
        "./blockquote[contains(@class, 'wise')]",
        "./ul[contains(@class, 'list')][@id='items']",
        "./table[contains(@class, 'data')]//td[contains(@class, 'text-center')]",
        "./hr[contains(@class, 'thin')][@id='rule']",
        "./dl[contains(@class, 'terms')]/dt[@id='a-term']",
        "./p[contains(@class, 'wide')]/img",
    ):
        assert page.xpath(path), path
    links = built.body("p.html").xpath(".//p/a/@href")
    assert links == ["blog/a/index.html#para", "blog/b/index.html#über-c"]


def test_a_picture_alone_takes_attributes_itself(make_site: MakeSite) -> None:
    body = "![a](pic.png)\n{.wide #pic width=20}\n\n- ![b](pic.png)\n"
    parser = {"attribute": {"block": True}, "wrapStandAloneImageWithinParagraph": False}
    files: dict[str, str | bytes] = {
        "posts/a.md": post(body),
        "posts/pic.png": PNG,
    }
    hugo = {"markup": {"goldmark": {"parser": parser}}}
    built = make_site(files).build(updates_hugo=hugo)
    assert built.warnings == ""
    (image,) = article(built).xpath(".//img[@id='pic']")
    assert "wide" in image.get("class")
    assert width_of(image) == "20"
    assert article(built).xpath("./ul/li/img")


def test_fences(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site({"posts/a.md": post("\n\n".join(text for text, *_ in FENCES))})
    found = []
    made = fences.make_fence

    def keep(*args: Any) -> nodes.Element:
        found.append(made(*args))
        return found[-1]

    monkeypatch.setattr(hugo_renderer, "make_fence", keep)
    assert site.build().warnings == ""
    for block, (text, expected, arguments) in zip(found, FENCES, strict=True):
        kept = {k: v for k, v in block.attributes.items() if v and k in KEPT}
        assert kept == expected, text
        highlighting: dict[str, object] = {**block.get("highlight_args", {})}
        highlighting.pop("force", None)  # Sphinx adds it
        assert highlighting == arguments, text


def test_formulas_of_docsy_are_fences(make_site: MakeSite) -> None:
    body = "```math\nx^2\n```\n\n```chem\n\\ce{H2O}\n```\n"
    built = make_site({"posts/a.md": post(body)}).build(updates_hugo={"theme": "docsy"})
    assert built.warnings == ""
    found = article(built).xpath(".//div[contains(@class, 'math')]")
    assert [f.text_content().strip() for f in found] == [r"\[x^2\]", r"\[\ce{H2O}\]"]


def test_inner_content_has_footnotes_and_ids_of_its_own(make_site: MakeSite) -> None:
    body = (
        "## One\n\na[^1]\n\n{{% details %}}\n## One\n\nb[^1]\n\n[^1]: inner\n"
        "{{% /details %}}\n\n[^1]: outer\n\n[x](#one)\n"
    )
    built = make_site({"posts/a.md": post(body)}).build()
    assert built.warnings == ""
    body_node = built.body("blog/a/index.html")
    marks = body_node.xpath(".//a[@role='doc-noteref']/@href")
    notes = {
        note.get("id"): note.text_content().strip()[:5]
        for note in body_node.xpath(".//ol[@role='doc-endnotes']/li")
    }
    assert [notes[mark.removeprefix("#")] for mark in marks] == ["outer", "inner"]
    assert len(body_node.xpath(".//*[@id='one']")) == 1


def test_a_divider_ends_the_excerpt_wherever_it_stands(make_site: MakeSite) -> None:
    more = "<!--more-->"
    files = {
        "posts/a.md": post("Before<!--more-->behind *it*\n", "A"),
        "posts/b.md": post("Before\n\n<!--more--> behind *it*\n", "B"),
        "posts/c.md": post(
            f"```html\n{more}\n```\n\nBefore\n{more}\nbehind *it*\n", "C"
        ),
    }
    built = make_site(files).build()
    assert built.warnings == ""
    for name in "abc":
        paragraphs = [p.text_content() for p in article(built, name).xpath("./p")]
        assert paragraphs == ["Before", "behind it"], name
    assert "<!--more-->" in article(built, "c").xpath("./div//pre")[0].text_content()
