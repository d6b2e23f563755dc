"""Docsy's shortcodes that read files and parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docsy_samples import PACKS, build_cases, picture

if TYPE_CHECKING:
    from conftest import MakeSite
    from lxml.html import HtmlElement

ARGUMENT = "[sphinx_updates.shortcode_argument]"
IMAGE = "[sphinx_updates.image]"


BUNDLE: dict[str, str | bytes] = {
    "posts/a/sub/A-Wide.png": picture(400, 200),
    "posts/a/named.png": picture(10, 10),
    "posts/a/wide.txt": "no picture",
}
RESOURCES = (
    "resources:",
    "- src: '**wide*'",
    "  params: {byline: 'By *me*'}",
    "- {src: named.png, name: other}",
)
SIZES = {
    '{{< imgproc wide Fit "100x100" />}}': ("100", "50", ""),
    '{{< imgproc wide Fit "900x900 q50 webp" />}}': ("400", "200", ""),
    '{{< imgproc a-w Resize "300x" />}}': ("300", "", ""),
    "{{% imgproc wide Resize x80 /%}}": ("", "80", ""),
    '{{< imgproc wide Fill "100x100 TopLeft" />}}': ("100", "100", "image-fill"),
    '{{< imgproc wide Crop "100x900" />}}': ("100", "200", "image-crop"),
    '{{< imgproc other Resize "5x5" />}}': ("5", "5", ""),
    '{{< imgproc wide Fit "100x" />}}': ("", "", ""),
    '{{< imgproc wide Shrink "9x9" />}}': ("", "", ""),
    "{{< imgproc wide />}}": ("", "", ""),
    "```{hugo:imgproc} wide\n:command: Fit\n:options: 100x100\n```": ("100", "50", ""),
}


def side(image: HtmlElement, name: str) -> str:
    """Return the width or height of an image; docutils before 0.22 has a style."""
    styled = image.get("style", "").replace(" ", "").split(";")
    found = (part[len(name) + 1 :] for part in styled if part.startswith(f"{name}:"))
    return str(image.get(name) or next(found, "")).removesuffix("px")


def test_pictures_have_the_size_that_is_asked_for(make_site: MakeSite) -> None:
    cases = build_cases(make_site, list(SIZES), BUNDLE, RESOURCES)
    for number, (call, (width, height, cut)) in enumerate(SIZES.items()):
        (image,) = cases.sections[number].xpath("./figure/img")
        assert (side(image, "width"), side(image, "height")) == (width, height), call
        assert {cut} - {""} == {
            name for name in image.get("class").split() if name.startswith("image-")
        }
        name = "named.png" if "other" in call else "A-Wide.png"
        assert image.get("src").endswith(name), call
        assert image.get("alt") == ""
    assert [number for number, found in enumerate(cases.warnings) if found] == [7, 8]
    (message,) = cases.warnings[7]
    assert message == (
        "shortcode 'imgproc': argument 'options' of Fit must have a size such as "
        f"400x300, got '100x'; the picture keeps its size {ARGUMENT}"
    )
    assert cases.warnings[8][0].startswith(
        "shortcode 'imgproc': argument 'command' must be one of Fit, Resize, Fill, Crop"
    )


CAPTIONS = {
    '{{< imgproc wide Fit "9x9" >}}c *c*{{< /imgproc >}}': "c *c* By *me*",
    '{{% imgproc wide Fit "9x9" %}}\nc *c*\n{{% /imgproc %}}': "c c By me",
    '{{< imgproc wide Fit "9x9" />}}': "",
    "{{% imgproc other %}}one\n\ntwo{{% /imgproc %}}": "one two",
    "{{% imgproc nope %}}kept{{% /imgproc %}}": "kept",
    "{{% imgproc other %}}\nc\n\n- i\n{{% /imgproc %}}": "c",
}


def test_pictures_have_captions(make_site: MakeSite) -> None:
    cases = build_cases(make_site, list(CAPTIONS), BUNDLE, RESOURCES)
    for number, (call, expected) in enumerate(CAPTIONS.items()):
        (figure,) = cases.sections[number].xpath("./figure")
        caption = " ".join(figure.xpath("string(./figcaption)").split())
        assert caption == expected, call
    assert cases.sections[1].xpath(".//*[@class='byline']/em/text()") == ["me"]
    assert cases.sections[5].xpath("./ul/li")
    assert cases.other_warnings == []
    ((message,),) = (found for found in cases.warnings if found)
    assert message == (
        "shortcode 'imgproc': no picture of the page bundle has 'nope' in its name; "
        f"put one there, or correct the name {IMAGE}"
    )


FILES: dict[str, str | bytes] = {
    "posts/a/part.md": "## In *it*\n\n{{< param p >}} {{% alert %}}n{{% /alert %}}\n",
    "posts/a/self.md": 'x {{< readfile "self.md" >}}',
    "posts/a/bad.md": "\n\n{{< alert nope >}}{{< /alert >}}",
    "posts/shared/code.py": "a = 1 & 2\n",
    "secret.txt": "secret",
}
READ = {
    '{{% readfile "part.md" %}}': "In it P Note n",
    '{{< readfile file="part.md" >}}': "In it P Note n",
    '{{< readfile file="/shared/code.py" code="true" lang="python" >}}': "a = 1 & 2",
    '{{< readfile file="../shared/code.py" code="true" >}}': "a = 1 & 2",
    '{{< readfile file="/shared/code.py" code=true >}}': "a = 1 & 2",
    '{{< readfile file="later.md" draft="true" >}}': (
        "The file 'later.md' is not there yet."
    ),
    '{{< readfile "later.md" >}}': "",
    '{{< readfile "../../secret.txt" >}}': "",
    '{{< readfile "/../secret.txt" >}}': "",
    '{{< readfile "self.md" >}}': "x",
    '{{< readfile "bad.md" >}}': "Note",
    "{{< readfile >}}": "{{< readfile >}}",
    '```\n{{< readfile "/shared/code.py" >}}\n```': "a = 1 & 2",
    "```{hugo:readfile} part.md\n```": "In it P Note n",
    "```{hugo:readfile} /shared/code.py\n:code: true\n```": "a = 1 & 2",
}


UNQUOTED = (
    "shortcode 'readfile': code=true is read as Markdown; write code=\"true\", with "
    f"quotes {ARGUMENT}"
)
OUTSIDE = ("later.md", "../../secret.txt", "/../secret.txt")
NOT_FOUND = (
    "shortcode 'readfile': file {!r} not found; its path starts at the page, or with / "
    'at the root of the site. With draft="true" the page says that it is to come '
    f"{ARGUMENT}"
)
UNNAMED = (
    "shortcode 'readfile': it needs the argument 'file' (or as the first argument, "
    f"without a name); the call is shown as it is written {ARGUMENT}"
)


def test_files_are_read(make_site: MakeSite) -> None:
    cases = build_cases(make_site, list(READ), FILES, ["p: P"])
    for number, (call, expected) in enumerate(READ.items()):
        assert cases.text(number) == expected, call
    assert cases.sections[0].xpath("./*[contains(@class, 'rubric')]/em")
    assert cases.sections[0].xpath(".//div[contains(@class, 'admonition')]")
    assert cases.sections[2].xpath(".//div[contains(@class, 'highlight-python')]")
    found = [message for messages in cases.warnings for message in messages]
    assert found == [UNQUOTED, *(NOT_FOUND.format(name) for name in OUTSIDE), UNNAMED]
    assert [len(messages) for messages in cases.warnings] == [
        *[0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0]
    ]
    own, bad = sorted(cases.other_warnings, key=lambda line: "bad.md" in line)
    assert own == (
        "<site>/posts/a/self.md:1: WARNING: shortcode 'readfile': file 'self.md' "
        f"includes itself {ARGUMENT}"
    )
    assert bad.startswith(
        "<site>/posts/a/bad.md:3: WARNING: shortcode 'alert' takes no"
    )


CONDITIONS = {
    '{{% conditional-text include-if="a, blue" %}}**x**{{% /conditional-text %}}': "x",
    '{{< conditional-text include-if="green" >}}x{{< /conditional-text >}}': "",
    '{{< conditional-text include-if="undeblued" >}}x{{< /conditional-text >}}': "x",
    '{{< conditional-text include-if="BLUE" >}}x{{< /conditional-text >}}': "",
    '{{< conditional-text exclude-if="blue" >}}x{{< /conditional-text >}}': "",
    '{{< conditional-text exclude-if="red" >}}**x**{{< /conditional-text >}}': "**x**",
    (
        '{{< conditional-text include-if="red" exclude-if="green" >}}x'
        "{{< /conditional-text >}}"
    ): "",
    (
        '{{< conditional-text include-if="blue" exclude-if="blue" >}}x'
        "{{< /conditional-text >}}"
    ): "x",
    "{{< conditional-text >}}x{{< /conditional-text >}}": "x",
    "```{hugo:conditional-text}\n:include-if: blue\n*x*\n```": "x",
}


def test_text_under_a_condition(make_site: MakeSite) -> None:
    conf: dict[str, Any] = {"updates_hugo": {"params": {"buildCondition": "Blue"}}}
    cases = build_cases(make_site, list(CONDITIONS), **conf)
    for number, (call, expected) in enumerate(CONDITIONS.items()):
        assert cases.text(number) == expected, call
    assert [number for number, found in enumerate(cases.warnings) if found] == [7, 8]
    assert "is in 'include-if' and in 'exclude-if'" in cases.warnings[7][0]
    assert "it needs 'include-if' or 'exclude-if'" in cases.warnings[8][0]


def test_without_a_condition_there_is_no_text(make_site: MakeSite) -> None:
    cases = build_cases(make_site, list(CONDITIONS)[:6])
    assert cases.built.warnings == ""
    assert [cases.text(number) for number in range(6)] == [""] * 6


PARAMS = {
    "{{% _param own %}}": "<p><em>own</em></p>",
    "a {{% _param site.deep %}}": "<p>a 1</p>",
    "{{< _param own >}}": "<p>*own*</p>",
    "{{< _param html >}} x": "<p><strong>h</strong> x</p>",
    "{{% _param fas check success %}}": "<p>i check, success: fas {9}</p>",
    "{{% _param baseURL %}}x": (
        '<p><a class="reference external" href="https://e.example/x">'
        "https://e.example/x</a></p>"
    ),
    "{{% _param list %}} {{% _param flag %}}": "<p>[a b] true</p>",
    "{{% _param nope %}}.": "<p>.</p>",
    "{{% _param %}}.": "<p>.</p>",
    "`{{% _param own %}}`": (
        '<p><code class="docutils literal notranslate"><span class="pre">*own*</span>'
        "</code></p>"
    ),
    "```{hugo:_param} own\n```": "<p><em>own</em></p>",
    "{{% _param name=own %}}": "<p><em>own</em></p>",
}


LEFT = (
    "shortcode '_param': nothing is given for {9} in the value of 'fas'; add an "
    f"argument {ARGUMENT}"
)
UNKNOWN = (
    "shortcode '_param': parameter 'nope' not found in the page or in the site's "
    f"params {ARGUMENT}"
)
NAMELESS = f"shortcode '_param': it needs the name of a parameter {ARGUMENT}"


def test_parameters(make_site: MakeSite) -> None:
    front = (
        "own: '*own*'",
        "html: <b>h</b>",
        "list: [a, b]",
        "flag: true",
        "fas: 'i {1}, {2}: {0} {9}'",
    )
    hugo = {"baseURL": "https://e.example/", "params": {"Site": {"Deep": 1}}}
    cases = build_cases(make_site, list(PARAMS), None, front, updates_hugo=hugo)
    for number, (call, expected) in enumerate(PARAMS.items()):
        assert cases.html(number) == expected, call
    own = [message for messages in cases.warnings for message in messages]
    assert own == [LEFT, UNKNOWN, NAMELESS]


def test_files_in_other_formats(make_site: MakeSite) -> None:
    front = "".join(f"{line}\n" for line in ("p: P", *RESOURCES))
    calls = [*CAPTIONS, *READ]
    text = f"---\ntitle: A\ndate: 2024-01-01\n{front}---\n\n" + "\n\n".join(calls)
    site = make_site({"posts/a/index.md": text, **BUNDLE, **FILES})
    shown = site.build("text", updates_shortcode_packs=PACKS).text("blog/a/index.txt")
    for part in ("c *c* By *me*", "a = 1 & 2"):
        assert part in shown
    document = ("blog/a/index", "a.tex", "T", "A", "manual")
    latex = site.build(
        "latex", latex_documents=[document], updates_shortcode_packs=PACKS
    ).text("a.tex")
    assert r"\caption{c \sphinxstyleemphasis{c}" in latex


HOSTILE = [
    '{{< imgproc "(" Fit "99999x99999" />}}',
    '{{< imgproc wide Crop "0x0" />}}',
    '{{< imgproc wide Resize "999999999999x" />}}',
    '{{< readfile "bytes.bin" >}}',
    '{{< readfile "/" >}}',
    "{{< _param deep >}}{{% _param deep 1 2.5 true %}}",
    (
        '{{< card highlight="hl_lines=1-99999999,linenostart=-5" code=true '
        'lang="x<y" >}}a{{< /card >}}'
    ),
    "{{< tabpane persist=5 lang=1.5 highlight=true >}}{{< tab 7 />}}{{< /tabpane >}}",
    '{{< alert title="<b><i></b><u>" color=1 >}}{{< alert />}}{{< /alert >}}',
    '{{< iframe src="\\"><script>" width="9;x" style="\\"><script>" >}}',
    '{{< blocks/feature icon="<i>" url="javascript:x" />}}',
    '{{< blocks/link-down id="a b<c" >}}',
    "{{< conditional-text include-if=1 exclude-if=true />}}",
    '{{< blocks/cover color="}{" height="" />}}',
]


def test_nothing_stops_the_build(make_site: MakeSite) -> None:
    files: dict[str, str | bytes] = {"posts/a/bytes.bin": bytes(range(256))}
    front = ["deep: {a: [1, {b: null}], c: '{999} {x} {1'}", *RESOURCES]
    conf = {"updates_hugo": {"params": {"buildCondition": ["x", 1]}}}
    cases = build_cases(make_site, HOSTILE, {**BUNDLE, **files}, front, **conf)
    assert len(cases.sections) == len(HOSTILE)
    page = cases.built.text("blog/a/index.html")
    assert 'src="&quot;&gt;&lt;script&gt;"' in page
    assert 'href="javascript' not in page
    assert "map[a:[1 map[b:<nil>]] c:{999} {x} {1]" in page
