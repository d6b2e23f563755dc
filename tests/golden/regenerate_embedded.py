"""Ask real Hugo what its embedded shortcodes make, and write ``embedded.json``.

    python tests/golden/regenerate_embedded.py

Each case is a page of its own, built by itself with the pages of ``FILES`` around it:
Hugo stops at the first error. The answer is its HTML, or what it says is wrong.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

GOLDEN = Path(__file__).with_name("embedded.json")
HUGO = os.environ.get("HUGO", "hugo")
ERROR = re.compile(r"^(?:Error: )?ERROR (.*)", re.MULTILINE)

BASE = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap"]\n'
UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.extensions.typographer]\ndisable = true\n"
PARAMS = """\
[params]
Color = "green <b> *e* + 'q'"
depth = 3
[params.team]
Lead = "Ada"
size = 4
ratio = 0.25
open = true
skills = ["a", 1, true]
[params.team.inner]
deep = "down"
"""
CODE = "[markup.highlight]\nnoClasses = false\n"
CONFIGS = {
    "default": BASE + PARAMS + UNSAFE + CODE,
    "safe": BASE + CODE,
    "numbered": BASE + UNSAFE + CODE + 'lineNos = true\nlineNoStart = 7\nhl_Lines = "2"\n',
    "inline code": BASE + UNSAFE + CODE + "hl_inline = true\n",
    "disabled": BASE + UNSAFE + "".join(
        f"[privacy.{name}]\ndisable = true\n" for name in ("instagram", "vimeo", "x", "youtube")
    ),
    "private": BASE + UNSAFE + "[privacy.vimeo]\nenableDNT = true\n[privacy.youtube]\nprivacyEnhanced = true\n",
    "elsewhere": BASE + UNSAFE + 'refLinksErrorLevel = "WARNING"\nrefLinksNotFoundURL = "/404.html"\n',
}


def page(title: str, *lines: str, body: str = "") -> str:
    front = "".join(f"{line}\n" for line in lines)
    return f"---\ntitle: {title}\ndate: 2024-01-01\n{front}---\n\n{body}"


FILES = {
    "about.md": page("About"),
    "news/_index.md": page("News"),
    "news/first.md": page("First", body="## A heading\n"),
    "news/shared.md": page("Shared"),
    "news/bundle/index.md": page("Bundle"),
    "news/bundle/extra.md": "Only a resource.\n",
    "news/hidden.md": page("Hidden", "draft: true"),
    "news/Mixed Case.md": page("Mixed"),
    "news/v1.2.md": page("Version"),
    "news/slugged.md": page("Slugged", "slug: other", "aliases: [/old/]"),
    "news/sub/_index.md": page("Sub"),
    "news/sub/inner.md": page("Inner"),
    "docs/shared.md": page("Shared too"),
    "docs/only.md": page("Only"),
    "docs/plain.md": page("Plain"),
    "docs/deep/far.md": page("Far"),
}
"""The pages that references may mean."""


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0\0\0\0")) + chunk(b"IEND", b"")


BUNDLE = "news/case-{n}/index.md"
SECTION = "case-{n}/_index.md"
FRONT = """\
description: A page & more
weight: 7
zero: 0
count: 3
share: 2.5
whole: 2.0
large: 1234567.5
small: 0.00001
yes: true
no: false
empty: ""
nothing: null
list: [a, 1, true, 1.5, [x, y], null]
map: {b: 1, A: {c: [x, y]}}
none: []
tags: [one, "two words"]
keywords: [k]
day: 2021-03-04
moment: 2021-03-04T05:06:07+02:00
lastmod: 2020-05-06T01:02:03.5Z
html: "a <i>b</i> & \\"c\\" 'd'"
stars: "*not* emphasised"
lines: "a\\nb"
Camel: hump
params: {own: 5}"""


def std(name: str, *arguments: str) -> list[str]:
    return [f"{{{{< {' '.join([name, a]).strip()} >}}}}" for a in arguments]


def both(name: str, *arguments: str) -> list[str]:
    return [c for a in arguments for c in (f"{{{{< {name} {a} >}}}}", f"{{{{% {name} {a} %}}}}")]


def refs(*paths: str) -> list[str]:
    return [f'x {{{{< relref "{p}" >}}}} y' for p in paths]


KEYS = (
    "title TITLE date weight description count share whole large small yes list map map.b map.a.c tags keywords moment "
    "lastmod publishdate html stars lines camel own color team.lead TEAM.ratio team.open team.skills team.inner.deep "
    "team.inner depth"
).split()
NO_KEYS = "zero no empty nothing none missing map.z map.b.c draft team.none expirydate".split()

CASES: dict[str, tuple[dict[str, str], list[str]]] = {
    "details": ({}, [
        *both("details", ""), *[
            "{{< details >}}\nInner *em*.\n\n- item\n\n> quote\n{{< /details >}}",
            '{{% details summary="S *i* `c`" %}}\n\nInner *em*.\n\n{{% /details %}}',
            '{{< details summary="S" open=true >}}x{{< /details >}}', '{{< details open="true" >}}x{{< /details >}}',
            "{{< details open=1 >}}x{{< /details >}}", '{{< details open="1" >}}x{{< /details >}}',
            '{{< details open="yes" >}}x{{< /details >}}', "{{< details open=True >}}x{{< /details >}}",
            "{{< details open=false >}}x{{< /details >}}", '{{< details open="" >}}x{{< /details >}}',
            '{{< details name="n" title="t" class="c d" >}}x{{< /details >}}', "{{< details />}}",
            '{{< details "positional" >}}x{{< /details >}}', '{{< details summary="" >}}x{{< /details >}}',
            '{{< details summary="a <b>b</b> & c" >}}x <i>y</i>{{< /details >}}',
            '{{< details summary="out" >}}\na\n\n{{< details summary="in" >}}b{{< /details >}}\n\nc\n{{< /details >}}',
            "- item\n\n  {{< details >}}\n  inner\n  {{< /details >}}\n\n- next",
            "> {{< details >}}inner{{< /details >}}", "before {{< details >}}in{{< /details >}} behind",
            "{{< details >}}\n```go\nx\n```\n{{< /details >}}", "{{< details >}}\n## Head\n\ntext\n{{< /details >}}",
            "{{< details >}}\n| a | b |\n|---|---|\n| 1 | 2 |\n{{< /details >}}",
        ],
    ]),
    "figure": ({"at": BUNDLE}, [
        *both("figure", 'src="pic.png"', 'src="pic.png" alt="A" width="10" height="20%" loading="lazy" class="k m" '
              'link="https://e.org/" target="_blank" rel="nofollow" title="Ti *t*" caption="Cap **b** [l](https://l.org/)" '
              'attr="At *a*" attrlink="https://a.org/"'),
        *std("figure", 'src="./pic.png" caption="only *cap*"', 'src="PIC.png" title="only"', 'src="pic.png" attr="me"',
             'src="pic.png" attr="me" attrlink="https://a.org/"', 'src="pic.png" attrlink="https://a.org/"',
             'src="pic.png" title="t" caption="c"', 'src="pic.png" caption="c" attr="a"',
             'src="pic.png" link="/about/"', 'src="pic.png" alt=""', 'src="pic.png" alt="" caption="c *d*"',
             'src="https://e.org/a.png?x=1&y=2"', 'src="pic.png" width=300', "src=pic.png alt=plain",
             'src="pic.png" loading=eager', 'src="pic.png" caption="a `b` c"', 'src="pic.png" title="<b>t</b> & u"',
             'src="pic.png" caption="a <b>c</b>"', 'src="pic.png" link="https://e.org" rel="x y"', '"pic.png"', "",
             'src="named picture"'),
        "- item\n\n  {{< figure src=\"pic.png\" caption=\"c\" >}}\n\n- next", "before {{< figure src=\"pic.png\" >}} behind",
        "| a | b |\n|---|---|\n| {{< figure src=\"pic.png\" >}} | x |", '{{< figure src="pic.png" />}}',
        '{{< figure src="pic.png" >}}inner{{< /figure >}}', '> {{< figure src="pic.png" >}}',
        '{{< figure src="pic.png" >}}\n{{< figure src="pic.png" alt="2" >}}',
    ]),
    "highlight": ({}, [
        '{{< highlight python >}}\ndef f():\n    return 1\n{{< /highlight >}}', '{{% highlight python %}}\na\n\n\tb\n{{% /highlight %}}',
        '{{< highlight python >}}x{{< /highlight >}}', "{{< highlight >}}x <b> & y{{< /highlight >}}",
        '{{< highlight "" >}}x{{< /highlight >}}', "{{< highlight nosuch >}}x{{< /highlight >}}", "{{< highlight python />}}",
        '{{< highlight "python" "linenos=table" >}}\na\nb\n{{< /highlight >}}',
        '{{< highlight python "linenos=inline,linenostart=5" >}}\na\nb\n{{< /highlight >}}',
        '{{< highlight python "linenos=true,hl_lines=1 3-4,linenostart=5" >}}\na\nb\nc\n\nd\n{{< /highlight >}}',
        '{{< highlight python "linenos=false" >}}a{{< /highlight >}}', '{{< highlight python "LineNos=table" >}}a{{< /highlight >}}',
        '{{< highlight python "linenos=1" >}}a{{< /highlight >}}', '{{< highlight python "hl_lines=2" >}}\na\nb\nc\n{{< /highlight >}}',
        '{{< highlight python "hl_lines=9" >}}a{{< /highlight >}}', '{{< highlight python "hl_lines=abc" >}}a{{< /highlight >}}',
        '{{< highlight python "style=monokai, linenos=table" >}}a{{< /highlight >}}',
        '{{< highlight python "hl_inline=true" >}}x = 1{{< /highlight >}}', 'a {{< highlight python "hl_inline=true" >}}x{{< /highlight >}} b',
        'a {{< highlight text "hl_inline=TRUE" >}}x{{< /highlight >}} b', '{{< highlight python "" >}}a{{< /highlight >}}',
        '{{< highlight python "linenos=table" "x" >}}a{{< /highlight >}}', "{{< highlight python linenos=table >}}a{{< /highlight >}}",
        '{{< highlight lang=python >}}a{{< /highlight >}}', '{{< highlight python "linenos" >}}a{{< /highlight >}}',
        '{{< highlight python "linenostart=abc" >}}a{{< /highlight >}}', '{{< highlight python "linenos=perhaps" >}}a{{< /highlight >}}',
        '{{< highlight python "linenos=table hl_lines=2" >}}a{{< /highlight >}}', "{{< highlight python >}}a",
        "{{< highlight python >}}\n\n   a\n     b\n\n{{< /highlight >}}", "- item\n\n  {{< highlight python >}}\n  a\n    b\n  {{< /highlight >}}",
        "   {{< highlight python >}}\n  a\n    b\n   c\n{{< /highlight >}}", "- {{< highlight python >}}\n  a\n{{< /highlight >}}",
        "{{< highlight text >}}{{</* figure */>}}{{< /highlight >}}", "{{< highlight text >}}{{< param title >}}{{< /highlight >}}",
        "{{< highlight html >}}<p>*x*</p>{{< /highlight >}}", "{{< highlight text >}}a\r\nb\r\n{{< /highlight >}}",
    ]),
    "highlight by default": ({"site": "numbered"}, [
        "{{< highlight python >}}\na\nb\n{{< /highlight >}}", '{{< highlight python "linenos=false" >}}\na\nb\n{{< /highlight >}}',
        '{{< highlight python "hl_lines=1,linenostart=2" >}}\na\nb\n{{< /highlight >}}',
    ]),
    "highlight in line by default": ({"site": "inline code"}, ["a {{< highlight python >}}x{{< /highlight >}} b"]),
    "instagram": ({}, ["{{< instagram C1_x-2 >}}", '{{% instagram "C1" %}}', '{{< instagram id="C1" >}}', "{{< instagram >}}",
                       '{{< instagram "a" "b" >}}', "before {{< instagram C1 >}} behind"]),
    "param": ({"front": FRONT}, [
        *[f"x {{{{< param {key} >}}}} y" for key in KEYS], *[f"x {{{{% param {key} %}}}} y" for key in ("title", "color", "stars", "html", "date", "lines")],
        *[f"x {{{{< param {key} >}}}} y" for key in NO_KEYS],
        "{{< param title >}}", "x {{< param >}} y", 'x {{< param "" >}} y', 'x {{< param "map." >}} y', 'x {{< param name="title" >}} y',
        'x {{< param "title" "more" >}} y', "`{{< param color >}}`", "`{{% param count %}}`", "```text\n{{< param color >}}\n{{% param count %}}\n```",
        "    {{< param color >}}", "[{{< param title >}}](https://e.org/{{< param count >}})", "![{{< param title >}}](https://e.org/a.png)",
        '<a title="{{< param html >}}">x</a>', "*{{< param title >}}* and **{{% param title %}}**", "- {{< param title >}}\n- {{% param title %}}",
        "| a |\n|---|\n| {{< param color >}} |", "> {{< param title >}}", "{{% param stars %}}", "## The {{% param title %}}",
        "{{< param title />}}",
    ]),
    "qr": ({}, [
        '{{< qr text="https://example.org/" />}}', "{{< qr >}}\n  https://example.org/\n{{< /qr >}}", '{{% qr text="a" %}}{{% /qr %}}',
        '{{< qr text="a" level="low" scale=2 alt="A" class="c d" id="i" title="T" loading="lazy" targetDir="q" />}}',
        *[f'{{{{< qr text="https://example.org/a/path" level={level} />}}}}' for level in ("low", "medium", "quartile", "high")],
        '{{< qr text="a" level="LOW" />}}', '{{< qr text="a" level="best" />}}', '{{< qr text="a" scale=1 />}}', '{{< qr text="a" scale=3 />}}',
        '{{< qr text="a" scale="3" />}}', '{{< qr text="a" scale="x" />}}', '{{< qr text="a" scale=2.5 />}}', "{{< qr />}}", '{{< qr text="" />}}',
        '{{< qr "x" />}}', '{{< qr text="a" >}}', 'a {{< qr text="a" alt="" />}} b', "{{< qr text=5 />}}", '{{< qr text="12345678901234567890" />}}',
        '{{< qr text="grün ✓" />}}', '{{< qr text="" >}}z{{< /qr >}}', "- {{< qr text=\"a\" />}}",
    ]),
    "ref": ({}, [
        *both("ref", '"first.md"', '"/news/first"', 'path="first.md"'), "[a]({{< ref \"first.md\" >}})", "[a]({{% ref \"first.md#a-heading\" %}} \"t\")",
        "`{{< ref \"about\" >}}`", '<a href="{{< ref "about" >}}">x</a>', "[a][r]\n\n[r]: {{< ref \"about.md\" >}}", "![a]({{< ref \"about\" >}})",
        *std("ref", '"missing.md"', "", '""', 'path=""', 'path="about" lang="en"', 'path="about" lang="de"', 'path="about" outputFormat="html"',
             'path="about" outputFormat="HTML"', 'path="about" outputFormat="json"', '"about" "json"', '"about" ""', '"shared"', 'path="about" bogus="1"',
             'path="about" outputformat="html"', "1", 'lang="en"'),
    ]),
    "relref": ({"at": "news/case-{n}.md"}, [
        *refs("first", "first.md", "First.md", "./first", "./first.md", "/news/first", "/news/first.md", "news/first", "news/first.md", "bundle",
              "bundle/", "bundle/index.md", "bundle/index", "news/bundle", "shared", "shared.md", "../docs/shared", "../docs/shared.md", "/docs/shared",
              "only", "only.md", "plain.md", "far", "far.md", "deep", "docs/deep/far", "sub", "sub/inner", "inner", "sub/", "sub/_index.md", "/",
              "news", "/news", "/news/", "/news/_index.md", "_index.md", "docs", "/docs", "hidden", "hidden.md", "v1.2", "v1.2.md", "Mixed Case.md",
              "mixed case", "mixed-case", "Mixed%20Case", "other", "/news/other/", "/old/", "slugged", "slugged#x", "first.md#nope", "#frag", "#",
              "first.md?q=1", "first?q=1#f", "https://o.org/", "https://o.org/news/first/", "https://o.org/x", "//o.org/about", "mailto:a@b.org",
              "about", "/about", "../about", "../about.md", "../../about.md", ".", "..", "../", "bundle/extra", "bundle/extra.md", "missing", "%zz",
              "first.txt", "About.md", "index.md", " first "),
        "[a]({{< relref \"first.md\" >}})", "[a]({{< relref \"first.md#a-heading\" >}} \"title\")", "[a]({{< relref \"#frag\" >}})",
        "[a]({{% relref \"/docs/only\" %}})", "[a]({{< relref \"missing.md\" >}} \"t\") b", "`{{< relref \"first\" >}}` b", "```text\n{{< relref \"first\" >}}\n```",
        '<a href="{{< relref "first" >}}">x</a> b', '<div><a href="{{< relref "first" >}}">x</a></div>', "[a][r]\n\n[r]: {{< relref \"first.md\" >}}",
        "- [a]({{< relref \"first\" >}})\n- b", "| a |\n|---|\n| [x]({{< relref \"first\" >}}) |", "> [a]({{< relref \"first\" >}})", "*[a]({{< relref \"only\" >}})*",
        "{{< relref \"first\" >}}", "x {{% relref \"first\" %}} y", "x {{< relref >}} y", "x {{< relref \"first\" />}} y", "![a]({{< relref \"first\" >}})",
        "## [a]({{< relref \"first\" >}})\n\ntext", "[a]({{< relref path=\"first.md\" >}}) [b]({{< relref path=\"only.md\" lang=\"en\" >}})",
    ]),
    "relref from a bundle": ({"at": BUNDLE}, refs(
        "first", "first.md", "./first", "../first.md", "../first", "../bundle/index.md", "../bundle", "bundle", "../about.md", "../../about.md",
        "../about", "about", "only", ".", "..", "_index.md", "index.md", "sub/inner", "../sub/inner.md", "../docs/only",
    )),
    "relref from a section": ({"at": SECTION}, refs("first", "./first", "news/first", "about", "../about", "../about.md", "shared", "only", ".", "..")),
    "relref from the root": ({"at": "case-{n}.md"}, refs("about", "./about", "news/first.md", "first", "shared", "docs", "../about")),
    "references elsewhere": ({"site": "elsewhere"}, ["[a]({{< ref \"missing\" >}}) b", "x {{< relref \"missing\" >}} y"]),
    "vimeo": ({}, [
        *both("vimeo", "146022717"), *std("vimeo", 'id=146022717 class="c d" title="T" loading="lazy" allowFullScreen=false', '"1" "c" "t"', "", 'id=""',
        'id="1" allowFullScreen="false"', 'id="1" allowFullScreen=0', 'id="1" allowFullScreen="no"', 'id="1" allowFullScreen="0"', 'id="1" loading="eager"',
        '"a b"', "id=1 bogus=2"), "before {{< vimeo 1 >}} behind", "{{< vimeo 1 />}}", "- {{< vimeo 1 >}}",
    ]),
    "x": ({}, std("x", 'user="A" id="1"', '"A" "1"', "user=A", "id=1", "") + ["{{< x user=A id=1 />}}"]),
    "youtube": ({}, [
        *both("youtube", "abc-_1"), *std("youtube", "id=abc", "id=abc start=5 end=9", "id=abc autoplay=true", 'id=abc autoplay="true" mute=false',
        "id=abc controls=false", 'id=abc controls="false"', "id=abc controls=0", 'id=abc controls="0"', "id=abc loop=1", "id=abc mute=true",
        'id=abc title="T & <t>"', 'id=abc title=""', "id=abc loading=lazy", "id=abc loading=eager", 'id=abc class="c d"', "id=abc allowFullScreen=false",
        'id=abc allowFullScreen="no"', "", 'id=""', '"abc" "def"', 'id="a b"', 'id=abc start="x"', "id=abc Start=5"),
        "before {{< youtube abc >}} behind", "{{< youtube abc />}}", "- {{< youtube abc >}}",
    ]),
    "comment": ({}, ["{{< comment >}} hidden **x** {{< /comment >}}", "a {{< comment >}}b{{< /comment >}} c", "{{% comment %}}\n\nx\n\n{{% /comment %}}",
                     "{{< comment />}}", "{{< comment >}}", "- a{{< comment >}}b{{< /comment >}}\n- c", "`a{{< comment >}}b{{< /comment >}}c`"]),
    "removed": ({}, ["{{< tweet 1 >}}", "{{< twitter user=A id=1 >}}", "{{< twitter_simple 1 >}}", "{{< gist user 1 >}}", '{{< gist user 1 "a.py" >}}',
                     "{{< instagram_simple C1 >}}", "{{< vimeo_simple 1 >}}", "{{< x_simple user=A id=1 >}}"]),
    "disabled": ({"site": "disabled"}, ["{{< youtube abc >}}", "{{< vimeo 1 >}}", "{{< x user=A id=1 >}}", "{{< instagram C1 >}}", "a {{< youtube abc >}} b",
                                        "{{< youtube >}}"]),
    "private": ({"site": "private"}, ["{{< youtube abc >}}", "{{< vimeo 1 >}}"]),
    "safe": ({"site": "safe"}, ["{{< details >}}*x*{{< /details >}}", "{{< youtube abc >}}", "x {{% param title %}} y",
                                "[a]({{< relref \"about\" >}})", "{{< highlight python >}}a{{< /highlight >}}"]),
    "nested": ({}, [
        "{{< details summary=\"s\" >}}{{< param title >}}{{< /details >}}", "{{< details >}}\n{{< highlight python >}}\nx\n{{< /highlight >}}\n{{< /details >}}",
        "{{< details >}}\n[a]({{< relref \"about\" >}})\n{{< /details >}}", "{{< details >}}\n{{< youtube abc >}}\n{{< /details >}}",
        "{{< details >}}\n{{% param title %}}\n{{< /details >}}", "{{< details >}}\n- a\n  - {{< param title >}}\n{{< /details >}}",
        "{{< comment >}}{{< youtube >}}{{< /comment >}}", "{{</* param title */>}} and {{%/* param title */%}}",
        "`{{</* figure src=\"x\" */>}}`", "<!-- {{< param title >}} -->\n\ntext", "{{< param title >}} {{< param date >}}",
        "{{< param title >}}\n{{< param date >}}", "term\n: {{< param title >}}", "[^1]\n\n[^1]: {{< param title >}}",
    ]),
}


def fullscreen(allow: re.Match[str]) -> str:
    """Return what of a frame's permissions is compared: if it may fill the screen."""
    return ' allow="fullscreen"' if "fullscreen" in allow[1] else ""


def build(case: dict[str, str]) -> dict[str, object]:
    """Return *case* with what Hugo makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        content = {**FILES, case["path"]: case["text"]}
        for name, text in content.items():
            file = site / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        if case["path"].endswith("/index.md"):
            (site / "content" / case["path"]).with_name("pic.png").write_bytes(png())
        (site / "hugo.toml").write_text(CONFIGS[case["site"]])
        (site / "layouts").mkdir()
        for kind in ("page", "section", "home"):
            (site / f"layouts/{kind}.html").write_text("{{ .Content }}")
        run = subprocess.run([HUGO, "--source", str(site)], capture_output=True, text=True, check=False)
        if run.returncode:
            said = ERROR.findall(run.stderr) or [run.stderr.strip()]
            # What the network says differs from day to day.
            answer = re.sub(r"(error calling GetRemote): .*", r"\1", said[0])
            return {**case, "error": answer.replace(folder, "")}
        name = re.sub(r"(/_?index)?\.md$", "/index.html", case["path"])
        written = site / "public" / name
        html = written.read_text("utf-8") if written.exists() else ""
        return {**case, "html": re.sub(r' allow="([^"]*)"', fullscreen, html)}


def cases() -> list[dict[str, str]]:
    """Return every case: its name, the page it stands in and the page's text."""
    made: list[dict[str, str]] = []
    for group, (options, bodies) in CASES.items():
        for number, body in enumerate(bodies, 1):
            place = options.get("at", "docs/case-{n}.md").format(n=f"{len(made):03}")
            front = ["resources: [{src: pic.png, name: named picture}]"] if place.startswith("news/case") and group == "figure" else []
            text = page("Case & <t>", *front, *filter(None, [options.get("front")]), body=f"{body}\n\nBehind.\n")
            made.append({"name": f"{group} {number}", "site": options.get("site", "default"), "path": place, "call": body, "text": text})
    return made


def main() -> None:
    """Write the file."""
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True)
    found = re.search(r"v([\d.]+)", version.stdout)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(build, cases()))
    data = {"hugo_version": found[1] if found else "unknown", "configs": CONFIGS, "files": FILES, "cases": answers}
    GOLDEN.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(answers)} cases\n")


if __name__ == "__main__":
    main()
