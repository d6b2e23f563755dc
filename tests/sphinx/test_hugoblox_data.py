"""Shortcodes of Hugo Blox that read files: tables, charts, notebooks, galleries."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from docsy_samples import build_cases
from samples import PNG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import MakeSite
    from docsy_samples import Cases
    from lxml.html import HtmlElement

PACKS = ["hugoblox", "hugo"]


def build(
    make_site: MakeSite,
    calls: Sequence[str],
    files: dict[str, str | bytes],
    *front: str,
) -> Cases:
    """Build *calls* in a bundle with *files*."""
    bundle = {f"posts/a/{name}": content for name, content in files.items()}
    return build_cases(make_site, calls, bundle, front, updates_shortcode_packs=PACKS)


def rows_of(table: HtmlElement) -> list[list[str]]:
    """Return the cells of a table; ``>`` before one that is aligned to the right."""
    return [
        [
            (">" if "text-right" in cell.get("class", "") else "")
            + cell.text_content().strip()
            for cell in row.xpath("./th | ./td")
        ]
        for row in table.xpath(".//tr")
    ]


CSV = 'Name,Size\n*a*,10\n"b, c",-1.5\n\n"d\ne",80 %\nf\n'
ROWS = [
    ["Name", "Size"],
    ["a", ">10"],
    ["b, c", ">-1.5"],
    ["d\ne", ">80 %"],
    ["f", ""],
]
TABLES: dict[str, list[list[str]]] = {
    '{{< table path="t.csv" >}}': ROWS,
    '{{% table src="t.csv" header="false" %}}': ROWS,
    '{{< table path="t.tsv" delimiter="\t" >}}': [["A", "B"], [">1,2", ">3"]],
    '{{< table path="t.tsv" delimiter=`\\t` >}}': [["A", "B"], [">1,2", ">3"]],
    '{{< table path="s.csv" delimiter=";" >}}': [["A", "B"], [">1", "x y"]],
}


def test_table(make_site: MakeSite) -> None:
    calls = [*TABLES, '{{< table path="t.csv" caption="The *cap*" >}}']
    files: dict[str, str | bytes] = {
        "t.csv": CSV,
        "t.tsv": "A\tB\n1,2\t3\n",
        "s.csv": "\ufeffA;B\r\n1;x y\r\n",
    }
    cases = build(make_site, calls, files)
    assert cases.built.warnings == ""
    tables = [section.xpath("./table")[0] for section in cases.sections]
    assert [rows_of(table) for table in tables] == [*TABLES.values(), ROWS]
    assert all(len(table.xpath("./thead/tr")) == 1 for table in tables)
    assert tables[0].xpath(".//td[1]//em/text()") == ["a"]
    (caption,) = tables[-1].xpath("./caption//em")
    assert caption.text == "cap"


def series(**trace: Any) -> str:
    return json.dumps({"data": [trace]})


PACKED = base64.b64encode(bytes([1, 2, 3])).decode()
CHARTS: dict[str, tuple[str, list[tuple[str, list[list[str]]]]]] = {
    "bars": (
        json.dumps(
            {
                "data": [
                    {"name": "<b>First</b>", "x": ["a", "b"], "y": [1, 2.5]},
                    {"x": ["a"], "y": [None, True]},
                    {"type": "empty"},
                    7,
                ],
                "layout": {"xaxis": {"title": {"text": "When"}}},
            }
        ),
        [
            ("First", [["When", "y"], ["a", ">1"], ["b", ">2.5"]]),
            ("", [["When", "y"], ["a", ""], ["", "true"]]),
        ],
    ),
    "pie": (
        series(labels=["p", "q"], values=[3, 4]),
        [("", [["labels", "values"], ["p", ">3"], ["q", ">4"]])],
    ),
    "heat": (
        series(x=["mo", "tu"], y=["am"], z=[[1, 2], [3, 4]]),
        [("", [["", "mo", "tu"], ["am", ">1", ">2"], [">2", ">3", ">4"]])],
    ),
    "packed": (
        series(y={"dtype": "u1", "bdata": PACKED}),
        [("", [["y"], [">1"], [">2"], [">3"]])],
    ),
    "long": (
        series(y=list(range(300))),
        [("", [["y"], *([f">{n}"] for n in range(200)), ["…"]])],
    ),
    "list": (json.dumps([{"y": [1]}]), [("", [["y"], [">1"]])]),
}


def test_chart_is_tables_and_a_link(make_site: MakeSite) -> None:
    calls = [f'{{{{< chart data="{name}" >}}}}' for name in CHARTS]
    files: dict[str, str | bytes] = {
        f"{name}.json": text for name, (text, _tables) in CHARTS.items()
    }
    titled = {"data": [{"y": [1]}], "layout": {"title": {"text": "Big <i>t</i>"}}}
    files["titled.json"] = json.dumps(titled)
    cases = build(make_site, [*calls, '{{% chart data="titled.json" %}}'], files)
    assert cases.built.warnings == ""
    for section, (name, (_text, tables)) in zip(
        cases.sections, CHARTS.items(), strict=False
    ):
        found = [
            (table.xpath("string(./caption)").strip(), rows_of(table))
            for table in section.xpath(".//table")
        ]
        assert found == tables, name
        assert section.xpath(".//p/a/@href") == [f"{name}.json"]
        assert cases.built.has(f"blog/a/{name}.json")
    assert cases.sections[-1].xpath("string(.//p[@class='rubric'])") == "Big  t"


def cell(source: str, *outputs: Any, kind: str = "code", **more: Any) -> dict[str, Any]:
    found = {"cell_type": kind, "metadata": {}, "source": source.splitlines(True)}
    return found | ({"outputs": [*outputs]} if kind == "code" else {}) | more


def shown(**data: str) -> dict[str, Any]:
    names = {"png": "image/png", "svg": "image/svg+xml"}
    bundle = {names.get(kind, f"text/{kind}"): value for kind, value in data.items()}
    return {"output_type": "display_data", "data": bundle, "metadata": {}}


PIXEL = base64.encodebytes(PNG).decode()
NOTEBOOK = json.dumps(
    {
        "nbformat": 4,
        "metadata": {
            "kernelspec": {"display_name": "Julia 1.9", "language": "julia"},
            "language_info": {"name": "julia"},
        },
        "cells": [
            cell(
                "# Head\n\nSome *text* ![p](attachment:p.png)",
                kind="markdown",
                attachments={"p.png": {"image/png": PIXEL}},
            ),
            cell("f(x) = 1\nf(2)", {"output_type": "stream", "text": ["a\n", "b\n"]}),
            cell(
                "",
                shown(html="<table><tr><td>h</td></tr></table>", plain="h as text"),
                shown(png=PIXEL, plain="a picture"),
                shown(svg="<svg/>", plain="a drawing"),
                shown(markdown="some **md**"),
                shown(latex="$$x^2$$", plain="x2"),
                shown(plain="only text"),
                {
                    "output_type": "error",
                    "ename": "E",
                    "evalue": "v",
                    "traceback": ["\u001b[0;31mE\u001b[0m: v"],
                },
            ),
            cell("raw", kind="raw"),
            "no cell",
        ],
    }
)
SHOWN = "{{{{< notebook src=n.ipynb {} >}}}}"


def test_notebook_shows_text_code_and_outputs(make_site: MakeSite) -> None:
    arguments = [
        "",
        'title="Top" show_metadata=true line_numbers=true language="python" dense=true',
        "show_code=false show_markdown=false show_outputs=false show_download=false",
        'max_output_height=10vh source_url="https://e.example/n" download_label="Get"',
    ]
    calls = [SHOWN.format(text) for text in arguments]
    calls.append('{{% notebook file="n.ipynb" show_outputs="false" %}}')
    cases = build(make_site, calls, {"n.ipynb": NOTEBOOK})
    assert cases.built.warnings == ""
    plain, dressed, bare, linked, other = cases.sections
    code = "div[contains(@class, 'highlight-julia')]"
    assert [block.text_content() for block in plain.xpath(f".//{code}")] == [
        "f(x) = 1\nf(2)\n\n"
    ]
    assert plain.xpath("string(.//*[contains(@class, 'rubric')])").strip() == "Head"
    pictures = plain.xpath(".//img/@src")
    assert (
        pictures[0] == pictures[1] == f"data:image/png;base64,{''.join(PIXEL.split())}"
    )
    assert pictures[2].startswith("data:image/svg+xml;base64,")
    outputs = plain.xpath(".//div[@class='cell_output']")
    assert [box.get("style") for box in outputs] == [
        "max-height: 26rem; overflow: auto"
    ] * 2
    assert outputs[0].text_content().strip() == "a\nb"
    assert outputs[1].xpath(".//td/text()") == ["h"]
    texts = outputs[1].xpath(".//pre")
    assert [text.text_content().strip() for text in texts] == ["only text", "E: v"]
    assert outputs[1].xpath(".//p/strong/text()") == ["md"]
    assert outputs[1].xpath("string(.//div[contains(@class, 'math')])").strip() == (
        "\\[x^2\\]"
    )
    assert plain.xpath(".//a/@href") == ["n.ipynb"]
    assert cases.built.has("blog/a/n.ipynb")

    (box,) = dressed.xpath("./div[@class='notebook notebook-dense docutils']")
    assert [p.text_content() for p in box.xpath("./p")[:2]] == [
        "Top",
        "Julia 1.9 · julia",
    ]
    assert box.xpath(".//span[@class='linenos']/text()") == ["1", "2"]
    assert not box.xpath(f".//{code}")
    assert bare.text_content().strip() == ""
    assert linked.xpath(".//div[@class='cell_output']/@style")[0].startswith(
        "max-height: 10vh"
    )
    (link,) = linked.xpath(".//p/a")
    assert (link.text_content(), link.get("href")) == ("Get", "https://e.example/n")
    assert not other.xpath(".//div[@class='cell_output']")


def test_notebook_comes_out_elsewhere(make_site: MakeSite) -> None:
    front = "---\ntitle: A\ndate: 2024-01-01\n---\n\n"
    site = make_site(
        {
            "posts/a/n.ipynb": NOTEBOOK,
            "posts/a/index.md": f"{front}{SHOWN.format('')}\n",
        }
    )
    built = site.build("text", updates_shortcode_packs=PACKS)
    assert built.warnings == ""
    text = built.text("blog/a/index.txt")
    for line in (
        "f(x) = 1",
        "h as text",
        "a drawing",
        "some **md**",
        "E: v",
        "only text",
    ):
        assert line in text
    assert "<table" not in text


def test_directives_read_files_beside_a_page_of_the_docs(make_site: MakeSite) -> None:
    calls = ("notebook} n.ipynb", "table} t.csv\n:caption: Cap", "gallery} shots")
    body = "\n\n".join(f"```{{hugo:{call}\n```" for call in calls)
    files: dict[str, str | bytes] = {
        "n.ipynb": NOTEBOOK,
        "t.csv": CSV,
        "shots/s.png": PNG,
    }
    site = make_site({f"docs/{name}": content for name, content in files.items()})
    site.write({"docs/index.md": f"# Home\n\n{body}\n"})
    built = site.build("latex", updates_shortcode_packs=PACKS)
    assert built.warnings == ""
    text = built.text("site.tex")
    for part in ("h as text", "a drawing", "{Cap}", "{{s}.png}"):
        assert part in text
    pictures = {name for name in built.files() if name.endswith(".png")}
    assert len(pictures) == 2
    html = site.build(updates_shortcode_packs=PACKS)
    assert html.warnings == ""
    (link,) = html.page("index.html").xpath("//a[contains(@class, 'download')]/@href")
    assert html.has(link)


GALLERIES: dict[str, list[tuple[str, str, str]]] = {
    "": [("gallery/p.png", "Of *P*", "Of P"), ("gallery/q.jpg", "", "q.jpg")],
    'order="desc"': [
        ("gallery/q.jpg", "", "q.jpg"),
        ("gallery/p.png", "Of *P*", "Of P"),
    ],
    'album="old" resize_options="9x9"': [
        ("https://e.example/x.png", "X", "X"),
        ("old/y.png", "", "y.png"),
    ],
}


def test_gallery_shows_an_album(make_site: MakeSite) -> None:
    calls = [f"{{{{< gallery {arguments} >}}}}" for arguments in GALLERIES]
    items = (
        "gallery_item: [{album: gallery, image: p.png, caption: Of *P*}, "
        "{album: old, image: 'https://e.example/x.png', caption: X}, "
        "{album: old, image: y.png}, {album: old}, 7]"
    )
    files: dict[str, str | bytes] = {
        "gallery/p.png": PNG,
        "gallery/q.jpg": PNG,
        "gallery/notes.txt": "no picture",
        "old/y.png": PNG,
    }
    cases = build(make_site, calls, files, items)
    # The folder of the bundle counts before what the front matter names.
    expected = [*list(GALLERIES.values())[:2], [("old/y.png", "", "y.png")]]
    assert cases.built.warnings == ""
    for section, figures in zip(cases.sections, expected, strict=True):
        found = [
            (figure.xpath("./img/@src")[0], figure.xpath("./img/@alt")[0])
            for figure in section.xpath(".//figure")
        ]
        assert found == [(src, alt) for src, _caption, alt in figures]
    assert cases.sections[0].xpath(".//figcaption//em/text()") == ["P"]


FAULTS = {
    "{{< table >}}": "it needs the argument 'path', a CSV file of the page bundle",
    '{{< table path="nope.csv" >}}': (
        "file 'nope.csv' not found; put it into the page bundle"
    ),
    '{{< table path="https://e.example/t.csv" >}}': (
        "'path' must be a file of the page bundle, got 'https://e.example/t.csv'"
    ),
    '{{< table path="t.csv" delimiter=";;" >}}': (
        "'delimiter' must be one character, got ';;'"
    ),
    '{{< table path="empty.csv" >}}': "file 'empty.csv' is empty",
    '{{< table path="../../../../etc/passwd" >}}': (
        "file '../../../../etc/passwd' not found; put it into the page bundle"
    ),
    '{{< chart data="nope" >}}': (
        "file 'nope.json' not found; put it into the page bundle"
    ),
    '{{< chart data="bad" >}}': (
        "file 'bad.json' cannot be read as JSON: "
        "Expecting value: line 1 column 1 (char 0)"
    ),
    '{{< chart data="odd" >}}': (
        "file 'odd.json' has no data of a Plotly chart that can be shown"
    ),
    "{{< notebook >}}": ("'src' must be a notebook of the page bundle, none is given"),
    '{{< notebook src="https://e.example/n.ipynb" >}}': (
        "'src' must be a notebook of the page bundle, got 'https://e.example/n.ipynb'"
    ),
    '{{< notebook src="odd.json" >}}': (
        "file 'odd.json' is no notebook: it has no list of cells; is it of format 4?"
    ),
    '{{< notebook src="odd.ipynb" max_output_height="1;x" >}}': (
        "'max_output_height' must be a height such as 26rem, got '1;x'"
    ),
    '{{< gallery album="../.." >}}': (
        "album '../..' has no pictures; put them into 'assets/media/albums/../..' or "
        "into a folder '../..' of the bundle"
    ),
}


def test_files_that_cannot_be_used_are_reported(make_site: MakeSite) -> None:
    odd = {
        "cells": [
            {"cell_type": "code", "source": 7, "outputs": [{"data": 1}, None]},
            cell("x", shown(png="no base64"), {"output_type": "stream", "text": "y"}),
        ],
        "metadata": [],
    }
    files: dict[str, str | bytes] = {
        "t.csv": CSV,
        "empty.csv": "\n",
        "bad.json": "no JSON",
        "odd.json": '{"data": [{"x": "text"}, {"y": {"dtype": "f8", "bdata": "?"}}]}',
        "odd.ipynb": json.dumps(odd),
    }
    cases = build(make_site, list(FAULTS), files)
    ending = "[sphinx_updates.shortcode_argument]"
    for call, expected, found in zip(
        FAULTS, FAULTS.values(), cases.warnings, strict=True
    ):
        name = call.split()[1]
        assert found == [f"shortcode {name!r}: {expected} {ending}"]
    assert cases.other_warnings == []
