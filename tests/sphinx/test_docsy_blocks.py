"""Docsy's frames, its links to descriptions of an API, and its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docsy_samples import PACKS, build_cases, picture
from samples import width_of

if TYPE_CHECKING:
    from conftest import MakeSite

FRAMES = [
    '{{< iframe src="https://e.example/x?a=1&b=2" >}}',
    (
        '{{< iframe src="https://e.example/" width="300" style="border: 1px" '
        'sandbox=true name="N" id="i" class="c d" sub="See <b>it</b>:" '
        "tryautoheight=false >}}"
    ),
    '{{< iframe src="https://e.example/" sandbox="allow-scripts allow-forms" >}}',
    '{{< iframe src="https://e.example/" sandbox="\'><script>" style="" >}}',
    '{{< iframe src="javascript:alert(1)" >}}',
    "{{< iframe >}}",
    "```{hugo:iframe} https://e.example/\n:sandbox: true\n```",
]


def test_frames(make_site: MakeSite) -> None:
    cases = build_cases(make_site, FRAMES)
    first, full, some, odd, *_none, directive = (
        (section.xpath(".//iframe") or [None])[0] for section in cases.sections
    )
    assert first.get("src") == "https://e.example/x?a=1&b=2"
    assert (first.get("title"), first.get("loading")) == ("e.example", "lazy")
    assert (first.get("name"), first.get("id")) == ("iframe-name", "iframe-id")
    assert first.get("style") == "min-height:98vh; border:none;"
    assert "sandbox" not in first.attrib
    assert "width: 100%;" in first.getparent().get("style")
    assert {name: full.get(name) for name in ("name", "id", "class", "style")} == {
        "name": "N",
        "id": "i",
        "class": "c d",
        "style": "border: 1px",
    }
    assert (full.get("title"), full.get("sandbox")) == ("N", "")
    assert "width: 300px;" in full.getparent().get("style")
    assert some.get("sandbox") == "allow-scripts allow-forms"
    assert (odd.get("sandbox"), odd.get("style")) == ("", first.get("style"))
    assert directive.get("sandbox") == ""
    assert [bool(found) for found in cases.warnings] == [
        *[False] * 3,
        *[True] * 3,
        False,
    ]
    assert "'javascript:alert(1)' is not an address" in cases.warnings[4][0]
    assert "<script" not in "".join(cases.html(number) for number in range(7))


API = {
    '{{< swaggerui src="https://e.example/v1/api.yaml" >}}': (
        "https://e.example/v1/api.yaml",
        "api.yaml",
    ),
    '{{< redoc "api.json" >}}': ("../api.json", "api.json"),
    '{{< redoc "https://e.example/" "hide-hostname" >}}': (
        "https://e.example/",
        "https://e.example/",
    ),
    "```{hugo:redoc} https://e.example/api.yaml\n```": (
        "https://e.example/api.yaml",
        "api.yaml",
    ),
}


def test_descriptions_of_an_api_are_links(make_site: MakeSite) -> None:
    calls = [*API, '{{< redoc "javascript:x" >}}', "{{< swaggerui >}}"]
    calls.append('{{% td/site-build-info/netlify "team" "https://e.example" %}}')
    files: dict[str, str | bytes] = {"posts/a/api.json": "{}"}
    cases = build_cases(make_site, calls, files)
    for number, (call, (url, text)) in enumerate(API.items()):
        (link,) = cases.sections[number].xpath("./p/a")
        assert (link.get("href").lstrip("./"), link.text_content()) == (
            url.lstrip("./"),
            text,
        ), call
    assert not cases.sections[4].xpath(".//a")
    assert cases.text(5) == "{{< swaggerui >}}"
    assert "nothing is read from the environment" in cases.text(6)
    assert [bool(found) for found in cases.warnings] == [
        *[False] * 4,
        True,
        True,
        False,
    ]


BLOCKS = [
    (
        '{{< blocks/cover title="T <b>" subtitle="S" color="primary" '
        'height="auto td-below-navbar" image_anchor="top" logo_anchor="smart" '
        'byline="By me" >}}\n<p class="k">in</p>{{< blocks/link-down color="info" >}}\n'
        "{{< /blocks/cover >}}\n\n"
        '{{% blocks/lead color="dark" height="min" %}}\n## H\n\n*lead*\n'
        "{{% /blocks/lead %}}"
    ),
    "{{< blocks/cover >}}{{< /blocks/cover >}}",
    (
        '{{< blocks/section color="white" type="row" height="odd" >}}\n'
        '{{% blocks/feature icon="fab fa-github" title="*F*" url="#h" url_text="Go" %}}'
        "\n**one**\n{{% /blocks/feature %}}\n"
        "{{% blocks/feature %}}two{{% /blocks/feature %}}\n"
        "<hr>{{% blocks/feature %}}three{{% /blocks/feature %}}{{< /blocks/section >}}"
    ),
    (
        "{{% blocks/section %}}\n{{% blocks/feature %}}x{{% /blocks/feature %}}\n"
        "{{% /blocks/section %}}"
    ),
    '{{< blocks/link-down id="c0" >}}',
    "{{< blocks/link-down >}}",
    '{{< blocks/cover height="huge" >}}x{{< /blocks/cover >}}',
    '{{< blocks/lead height="huge" >}}x{{< /blocks/lead >}}',
    "````{hugo:blocks/section}\n:type: row\n```{hugo:blocks/feature} D\n*x*\n```\n````",
]


def test_blocks(make_site: MakeSite) -> None:
    pictures: dict[str, str | bytes] = {
        "posts/a/my-background.png": picture(40, 20),
        "posts/a/logo.png": picture(9, 9),
    }
    cases = build_cases(make_site, BLOCKS, pictures)
    cover, lead = cases.sections[0].xpath("./div")
    assert cover.get("id") == "td-cover-block-0"
    assert {"td-cover-block--primary", "td-cover-block--height-auto"} <= set(
        cover.get("class").split()
    )
    background, logo = cover.xpath("./img")
    assert background.get("src").endswith("my-background.png")
    assert logo.get("src").endswith("logo.png")
    assert width_of(logo) == "70"
    texts = [" ".join(child.text_content().split()) for child in cover][2:]
    assert texts == ["T <b>", "S", "in", "Read more", "By me"]
    link = cover.xpath("./p/a")[0]
    assert (link.get("href"), lead.get("id")) == ("#td-block-1", "td-block-1")
    assert "text-info" in link.get("class").split()
    assert lead.xpath("./*[contains(@class, 'rubric')]/text()") == ["H"]
    assert lead.xpath("./p/em/text()") == ["lead"]
    assert {"td-box--dark", "td-box--height-min"} <= set(lead.get("class").split())
    (bare,) = cases.sections[1].xpath("./div")
    assert "td-cover-block--height-max" in bare.get("class")
    assert "td-cover-block--dark" in bare.get("class")

    (row,) = cases.sections[2].xpath("./div")
    assert "td-box--height-odd" in row.get("class").split()
    grids = row.xpath("./div[contains(@class, 'sd-container-fluid')]")
    items = [grid.xpath("./div/div[contains(@class, 'sd-col')]") for grid in grids]
    assert [len(found) for found in items] == [2, 1]
    first, second = items[0]
    assert first.xpath(".//span/@class") == ["fab fa-github"]
    assert first.xpath(".//p[contains(@class, 'rubric')]/em/text()") == ["F"]
    assert first.xpath(".//strong/text()") == ["one"]
    assert first.xpath(".//a/text()") == ["Go"]
    assert second.xpath(".//span/@class") == ["fas fa-lightbulb"]
    assert not second.xpath(".//a")
    (plain,) = cases.sections[3].xpath("./div")
    assert not plain.xpath(".//*[contains(@class, 'sd-col')]")
    assert plain.get("class").split()[:3] == [
        "td-box",
        f"td-box--{plain.get('id').removeprefix('td-block-')}",
        "td-box--height-auto",
    ]
    assert cases.sections[4].xpath("./p/a/@href") == ["#c0"]
    assert cases.text(5) == ""
    assert cases.sections[8].xpath(".//*[contains(@class, 'sd-col')]//em")
    assert [number for number, found in enumerate(cases.warnings) if found] == [5, 6, 7]
    assert "it leads to the next block and must stand in one" in cases.warnings[5][0]
    assert all("'height' must" in found[0] for found in cases.warnings[6:8])


def test_frames_and_blocks_in_other_formats(make_site: MakeSite) -> None:
    calls = [*FRAMES, *API, *BLOCKS]
    text = "---\ntitle: A\ndate: 2024-01-01\n---\n\n" + "\n\n".join(calls)
    site = make_site({"posts/a/index.md": text})
    shown = site.build("text", updates_shortcode_packs=PACKS).text("blog/a/index.txt")
    for part in ("See **it**:\n\nN", "-[ T <b> ]-", "one"):
        assert part in shown
    document = ("blog/a/index", "a.tex", "T", "A", "manual")
    latex = site.build(
        "latex", latex_documents=[document], updates_shortcode_packs=PACKS
    ).text("a.tex")
    assert r"\sphinxhref{https://e.example/v1/api.yaml}" in latex
    assert r"\sphinxhref{https://e.example/}{N}" in latex
