"""Hugo's own shortcodes: as directives, in other formats, with hostile arguments.

What they make in a post, argument by argument, is compared with Hugo in
``test_embedded_golden``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import CONF, Site
from samples import PNG, article, build_post, post

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.directives.hugo import SHORTCODES

if TYPE_CHECKING:
    from conftest import Build, MakeSite

ARGUMENT = "[sphinx_updates.shortcode_argument]"

DIRECTIVES = """\
# Page

```{hugo:highlight} python
:options: linenos=table,hl_lines=2

def f():
    return 1
```

```{hugo:qr} https://example.org/
:level: low
:scale: 3
:alt: Our page
:class: right
:id: code
:title: Scan me
:loading: lazy
:targetDir: elsewhere
```

```{hugo:vimeo} 76979871
:title: Film
:class: wide
:loading: eager
:allowFullScreen: false
```

```{hugo:instagram} C1_x-2
```

```{hugo:x}
:user: someone
:id: 123
```

```{hugo:gist}
:user: someone
:id: 0abc
:file: my file.py
```

```{hugo:tweet} 123
```

```{hugo:vimeo_simple} 76979871
```

```{hugo:x_simple}
:user: "@someone"
:id: 123
```

```{hugo:instagram_simple} C1_x-2
```

```{hugo:comment}
Nobody *reads* this.
```

```{hugo:param} team.lead
```

```{hugo:relref} /blog/a
```

```{hugo:ref} /blog/a#part
```
"""
MOUNT = """\
updates_hugo = {
    "baseURL": "https://example.org/",
    "params": {"team": {"Lead": "Ada & Bo"}},
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with every directive on a page of the docs."""
    made = Site(tmp_path_factory.mktemp("site").resolve())
    made.write(
        {
            "docs/conf.py": CONF + MOUNT,
            "docs/index.md": DIRECTIVES,
            "posts/a.md": post("## Part\n"),
        }
    )
    return made


@pytest.fixture(scope="module")
def page(site: Site) -> Build:
    """That site as HTML."""
    return site.build()


def test_the_directives_build_without_a_warning(page: Build) -> None:
    assert page.warnings == ""


def test_code_has_numbers_and_marked_lines(page: Build) -> None:
    (block,) = page.body("index.html").xpath(
        ".//div[contains(@class, 'highlight-python')]"
    )
    assert block.xpath("string(.//*[@class='hll'])").split() == [
        "2",
        "return",
        "1",
    ]
    assert block.xpath(".//*[contains(@class, 'linenos')]")


def test_a_qr_code_is_an_image(page: Build) -> None:
    (image,) = page.body("index.html").xpath(".//img")
    size = str((25 + 8) * 3)
    shown = {name: image.get(name) for name in ("alt", "id", "title", "loading")}
    assert shown == {
        "alt": "Our page",
        "id": "code",
        "title": "Scan me",
        "loading": "lazy",
    }
    assert "right" in image.get("class").split()
    assert size in (image.get("width") or image.get("style"))
    assert re.fullmatch(r"_images/qr_[0-9a-f]{16}\.png", image.get("src"))
    data = (page.outdir / image.get("src")).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == int(size)


def test_frames_ask_not_to_follow_readers(page: Build) -> None:
    vimeo, instagram = page.body("index.html").xpath(".//iframe")
    assert vimeo.get("src") == "https://player.vimeo.com/video/76979871?dnt=1"
    assert (vimeo.get("title"), vimeo.get("loading")) == ("Film", "eager")
    assert "allowfullscreen" not in vimeo.attrib
    assert "wide" in vimeo.getparent().get("class").split()
    assert instagram.get("src") == (
        "https://www.instagram.com/p/C1_x-2/embed/captioned/"
    )
    assert instagram.get("loading") == "lazy"
    assert not page.body("index.html").xpath(".//script")


def test_posts_elsewhere_are_links(page: Build) -> None:
    links = page.body("index.html").xpath(".//blockquote//a")
    assert [(link.text_content(), link.get("href")) for link in links] == [
        ("Post by @someone on X", "https://x.com/someone/status/123"),
        (
            "Gist someone/0abc: my file.py",
            "https://gist.github.com/someone/0abc#file-my-file-py",
        ),
        ("Post on X", "https://x.com/i/status/123"),
        ("Vimeo video", "https://vimeo.com/76979871"),
        ("Post by @someone on X", "https://x.com/someone/status/123"),
        ("Post on Instagram", "https://www.instagram.com/p/C1_x-2/"),
    ]


def test_values_and_addresses_are_text(page: Build) -> None:
    text = page.body("index.html").xpath("./section/p")
    assert [p.text_content() for p in text[-3:]] == [
        "Ada & Bo",
        "/blog/a/",
        "https://example.org/blog/a/#part",
    ]
    assert "Nobody" not in page.text("index.html")


def test_the_text_builder_has_all_of_it(site: Site) -> None:
    built = site.build("text")
    assert built.warnings == ""
    text = built.text("index.txt")
    for part in (
        "def f():",
        "[image: Our page][image]",
        "Film",
        "Post by @someone on X",
        "Ada & Bo",
        "/blog/a/",
    ):
        assert part in " ".join(text.split()), part


def test_latex_has_code_picture_and_links(site: Site) -> None:
    built = site.build("latex")
    assert built.warnings == ""
    tex = built.text("site.tex")
    assert re.search(r"\\begin{sphinxVerbatim}\[.*numbers=left", tex)
    assert (name := re.search(r"\\sphinxincludegraphics\[.*\]{{(qr_\w+)}\.png}", tex))
    assert (built.outdir / f"{name[1]}.png").is_file()
    assert r"\sphinxhref{https://x.com/someone/status/123}" in tex
    assert r"\sphinxhref{https://vimeo.com/76979871}{Film}" in tex


def test_a_book_has_the_picture_and_links_for_frames(site: Site) -> None:
    built = site.build("epub")
    text = built.text("index.xhtml")
    assert "<iframe" not in text
    assert '<a class="reference external" href="https://vimeo.com/76979871"' in text
    assert re.search(r'src="_images/qr_\w+\.png"', text)


HOSTILE = [
    '{{< vimeo "1?autoplay=1" >}}',
    '{{< vimeo id="javascript:alert(1)" >}}',
    '{{< youtube id="../../evil" >}}',
    '{{< instagram "a/../b" >}}',
    '{{< x user="a/b" id="1" >}}',
    '{{< x user="a" id="1 or 2" >}}',
    '{{< tweet "<b>" >}}',
    '{{< gist "a b" "c" >}}',
    '{{< gist user "../x" >}}',
    f'{{{{< qr text="{"x" * 3000}" />}}}}',
    '{{< qr text="x" scale=99999999999999 />}}',
    '{{< qr text="x" scale=-3 />}}',
    '{{< qr text="x" level="<i>" />}}',
    "{{< qr />}}",
    '{{< highlight python "linenostart=99999999999,linenos=1" >}}x{{< /highlight >}}',
    '{{< highlight python "hl_inline=maybe" >}}x{{< /highlight >}}',
    '{{< param "..." >}}',
    '{{< param "title.x.y" >}}',
    '{{< relref "../../../../etc/passwd" >}}',
    '{{< relref "javascript:alert(1)//x" >}}',
    '{{< ref path="a" lang="<b>" >}}',
]


def test_hostile_calls_are_reported_and_the_page_goes_on(make_site: MakeSite) -> None:
    built = build_post(make_site, "\n\n".join([*HOSTILE, "The end."]))
    lines = built.warnings.splitlines()
    assert {int(line.split(":")[1]) for line in lines} <= set(range(6, 60))
    silent = [
        call
        for number, call in enumerate(HOSTILE)
        if not any(f"a.md:{6 + 2 * number}: " in line for line in lines)
    ]
    # What is no path at all is no reference, as in Hugo.
    assert silent == ['{{< relref "javascript:alert(1)//x" >}}']
    body = article(built)
    assert body.xpath("./p")[-1].text_content() == "The end."
    assert not body.xpath(".//iframe | .//script | .//i | .//b")
    assert "javascript:" not in built.text("blog/a/index.html").replace(
        "javascript:alert(1)//x", ""
    )


def test_a_large_scale_is_cut(make_site: MakeSite) -> None:
    built = build_post(make_site, '{{< qr text="x" scale=1000 />}}')
    (image,) = article(built).xpath(".//img")
    assert str(29 * 50) in (image.get("width") or image.get("style"))


PLACES = """\
[text]({{< relref "b" >}} "T") ![]({{< param pic >}}) `{{< param n >}}`

<a title="{{< param html >}}" class="own">tag</a>

<p class="own" title="{{< param html >}}">block</p>

[gone]({{< relref "nope" >}})

Not a {{% param marked %}} and a {{% comment %}}hidden{{% /comment %}} word.
"""


def test_calls_stand_where_only_text_can(make_site: MakeSite) -> None:
    front = ("n: 3", "pic: pic.png", "html: '<i>\"q\"</i>'", "marked: '*mark* <u>'")
    site = make_site(
        {
            "posts/a.md": post(PLACES, "A", *front),
            "posts/b.md": post("B.\n", "B"),
            "posts/pic.png": PNG,
        }
    )
    built = site.build()
    body = article(built)
    (warning,) = built.warnings.splitlines()
    assert warning == (
        "<site>/posts/a.md:16: WARNING: shortcode 'relref': reference 'nope' leads to "
        f"no page: page not found [sphinx_updates.{ProblemKind.LINK}]"
    )
    first, gone = body.xpath(".//a[not(@class='own')]")
    assert (first.get("href"), first.get("title")) == ("../b/index.html", "T")
    assert gone.get("href") in ("", "#", None)
    assert body.xpath(".//img/@src") == ["../pic.png"]
    assert body.xpath("string(.//code)") == "3"
    assert [e.get("title") for e in body.xpath(".//*[@class='own']")] == [
        '<i>"q"</i>',
        '<i>"q"</i>',
    ]
    last = body.xpath("./p")[-1]
    assert last.text_content() == "Not a mark <u> and a  word."
    assert last.xpath("string(./em)") == "mark"


def test_a_reference_follows_its_page(make_site: MakeSite) -> None:
    site = make_site(
        {
            "posts/a.md": post('Go to {{< relref "b" >}}.\n'),
            "posts/b.md": post("B.\n", "B"),
        }
    )
    assert article(site.build()).text_content().strip() == "Go to /blog/b/."
    site.write({"posts/b.md": post("B.\n", "B", "slug: moved")})
    assert article(site.build()).text_content().strip() == "Go to /blog/moved/."
    (site.root / "posts/b.md").unlink()
    built = site.build()
    assert article(built).text_content().strip() == "Go to ."
    assert "reference 'b' leads to no page: page not found" in built.warnings


DISABLED = """\
{{< youtube abc >}}{{< vimeo 1 >}}{{< instagram C >}}
{{< x user=a id=1 >}}{{< tweet 1 >}}

The end.
"""


def test_a_site_may_switch_services_off_or_down(make_site: MakeSite) -> None:
    switches = dict.fromkeys(("youtube", "vimeo", "instagram", "x"), "disable = true")
    config = "".join(f"[privacy.{name}]\n{on}\n" for name, on in switches.items())
    conf = CONF + 'updates_hugo = "../hugo.toml"\n'
    files = {"posts/a.md": post(DISABLED), "docs/conf.py": conf}
    site = make_site({**files, "hugo.toml": config})
    built = site.build()
    assert built.warnings == ""
    assert article(built).text_content().strip() == "The end."
    site.write({"hugo.toml": config.replace("disable", "simple")})
    body = article(site.build())
    assert len(body.xpath(".//iframe")) == 1
    assert [link.get("href") for link in body.xpath(".//blockquote//a")] == [
        "https://vimeo.com/1",
        "https://www.instagram.com/p/C/",
        "https://x.com/a/status/1",
        "https://x.com/i/status/1",
    ]


def test_examples_build_without_a_warning(make_site: MakeSite) -> None:
    heads = [f"#### {d.name}\n\n{d.example}" for d in SHORTCODES]
    targets = '<span id="ref"></span><span id="relref"></span>'
    body = "\n\n".join([targets, *heads])
    site = make_site(
        {
            "posts/a.md": post(body, "A", 'release: "1.0"'),
            "posts/steps.png": PNG,
        }
    )
    assert all(definition.example for definition in SHORTCODES)
    assert site.build().warnings == ""
