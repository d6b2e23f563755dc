"""Footnotes of Hugo posts: Hugo's look in HTML, docutils' own in books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples import post

if TYPE_CHECKING:
    from conftest import MakeSite

BODY = """\
One[^a], two[^b], one again[^a].

[^a]: First *note*.
[^b]: Second.

    - with a list
"""


def test_html_has_raised_numbers_and_one_list(make_site: MakeSite) -> None:
    built = make_site({"posts/a.md": post(BODY)}).build()
    assert built.warnings == ""
    body = built.body("blog/a/index.html")
    marks = body.xpath(".//sup[@class='footnote-ref']")
    assert [mark.text_content() for mark in marks] == ["1", "2", "1"]
    (notes,) = body.xpath(".//ol[@class='footnotes']")
    first, second = notes.xpath("./li")
    assert (first.get("value"), second.get("value")) == ("1", "2")
    assert first.xpath("string(./p[1])") == "First note. ↩\ufe0e ↩\ufe0e"
    ids = {mark.get("id") for mark in marks}
    backs = first.xpath(".//a[@role='doc-backlink']/@href")
    assert {f"#{i}" for i in ids} >= set(backs)
    assert len(backs) == 2
    assert second.xpath("./ul/li/text()") == ["with a list"]
    assert marks[0].xpath("./a/@href") == [f"#{first.get('id')}"]


def test_a_page_of_the_docs_keeps_docutils_footnotes(make_site: MakeSite) -> None:
    files = {"docs/index.md": "# Home\n\nText[^1].\n\n[^1]: Note.\n"}
    built = make_site(files).build()
    assert built.body("index.html").xpath(".//aside[contains(@class, 'footnote')]")


def test_other_formats_have_footnotes_of_their_own(make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": post(BODY)})
    document = ("blog/a/index", "a.tex", "A", "Me", "manual")
    latex = site.build("latex", latex_documents=[document]).outdir
    text = next(latex.glob("*.tex")).read_text("utf-8")
    assert text.count("\\begin{footnote}") + text.count("\\footnote") >= 2
    plain = site.build("text").text("blog/a/index.txt")
    assert "[1] First *note*." in plain


def test_items_of_a_tight_list_are_no_paragraphs(make_site: MakeSite) -> None:
    body = "- a\n  - b\n- c\n\n1. x\n\n2. y\n"
    built = make_site({"posts/a.md": post(body)}).build()
    section = built.body("blog/a/index.html")
    assert section.xpath(".//ul//p") == []
    assert section.xpath(".//ol/li/p/text()") == ["x", "y"]
