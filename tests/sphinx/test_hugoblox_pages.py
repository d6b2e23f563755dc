"""Shortcodes of Hugo Blox that show something of other pages, or of this one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lxml import html
from samples import PNG

if TYPE_CHECKING:
    from conftest import Build, MakeSite, Site

CONF = """\
project = "Site"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_posts = {"blog": "../site/content/blog", "publication":
    "../site/content/publication", "authors": "../site/content/authors"}
updates_hugo = "../site/hugo.toml"
"""
HUGO = '[module]\n[[module.imports]]\npath = "github.com/wowchemy/wowchemy-hugo"\n'


def page(body: str = "", **front: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{body}\n"


PAPER = {
    "title": "On *Rain*",
    "date": "2021-05-04",
    "authors": "[Mia, Noor Khan]",
    "publication": '"*Journal of Weather*"',
    "doi": "10.1000/rain.1",
    "summary": "It *rains*.",
}
SITE: dict[str, str | bytes] = {
    "docs/conf.py": CONF,
    "site/hugo.toml": HUGO,
    "site/content/publication/rain/index.md": page(**PAPER),
    "site/content/authors/mia/_index.md": page(title="Mia Sol"),
    "site/content/blog/_index.md": page("{{< list_children >}}", title="Blog"),
    "site/content/blog/a.md": page(title="A", date="2024-01-01"),
    "site/content/blog/b/index.md": page(
        title="Bee",
        linkTitle="B",
        date="2024-02-01",
        summary="Buzz *loud*.",
        tags="[One, two]",
        categories="[K]",
    ),
    "site/content/blog/2020/c.md": page(
        '# H\n\nThe `x` *of*\nC{{< icon name="x" >}}.\n\n- item\n\nThe end.\n',
        title="C",
        weight="3",
        tags="[ONE, Three]",
        date="2019-01-01",
    ),
    "site/content/blog/hidden.md": page(
        title="H", tags="[secret]", build="{list: never}"
    ),
    "site/content/blog/deep/_index.md": page(
        '{{< list_children show_summary="false" >}}', title="Deep"
    ),
    "site/content/blog/deep/d.md": page(title="D", summary="Sum."),
}


def build(make_site: MakeSite, body: str, **more: str | bytes) -> Site:
    """Write :data:`SITE` with *more* files, and *body* as ``blog/a``."""
    own = page(body, title="A", date="2024-01-01")
    return make_site({**SITE, "site/content/blog/a.md": own, **more})


def inner(built: Build, path: str) -> str:
    """Return what stands on a page below its title and byline, as HTML."""
    section = built.body(f"{path}/index.html").xpath("./section")[0]
    for extra in section.xpath("./header | ./h1 | .//*[@class='headerlink']"):
        extra.drop_tree()
    text = "".join(html.tostring(part, encoding="unicode") for part in section)
    return " ".join(text.replace(">\n", ">").replace("\n<", "<").split())


LINK = '<a class="reference internal" href="{}">{}</a>'
RAIN = (
    '<a class="reference internal" href="../../publication/rain/index.html">'
    '<span class="doc">On *Rain*</span></a>'
)
VIEWS = {
    "": (
        f"<p>Mia, Noor Khan (2021). {RAIN}. <em>Journal of Weather</em>. "
        '<a class="reference external" href="https://doi.org/10.1000/rain.1">'
        "https://doi.org/10.1000/rain.1</a></p>"
    ),
    'view="compact"': (
        f"<p><strong>{RAIN}</strong></p><p>Mia, Noor Khan, 2021</p>"
        "<p>It <em>rains</em>.</p>"
    ),
    "view=3": (
        '<div class="sd-card sd-sphinx-override sd-shadow-sm sd-mb-3 docutils">'
        '<div class="sd-card-body docutils">'
        f'<div class="sd-card-title sd-font-weight-bold docutils">{RAIN}</div>'
        '<p class="sd-card-text">It <em>rains</em>.</p></div></div>'
    ),
}


def test_cite_shows_a_publication(make_site: MakeSite) -> None:
    calls = [f'{{{{< cite page="/publication/rain" {view} >}}}}' for view in VIEWS]
    built = build(make_site, "\n\n".join(calls)).build()
    assert built.warnings == ""
    assert inner(built, "blog/a") == "".join(VIEWS.values())


def test_cite_and_include_say_that_there_is_no_such_page(make_site: MakeSite) -> None:
    calls = '{{< cite page="x/y" view="bold" >}}\n\n{{% include "nope" %}}\n'
    built = build(make_site, calls).build()
    at = "<site>/site/content/blog/a.md"
    views = "citation, 4, list, 1, compact, 2, title-summary, date-title-summary, "
    views += "card, 3, showcase, masonry, article-grid"
    ending = "below the content root to"
    assert built.warnings.splitlines() == [
        (
            f"{at}:6: WARNING: shortcode 'cite': argument 'view' must be one of "
            f"{views}, got 'bold'; it is left out [sphinx_updates.shortcode_argument]"
        ),
        (
            f"{at}:6: WARNING: shortcode 'cite': there is no page 'x/y' {ending} cite "
            "[sphinx_updates.shortcode_argument]"
        ),
        (
            f"{at}:8: WARNING: shortcode 'include': there is no page 'nope' {ending} "
            "include [sphinx_updates.shortcode_argument]"
        ),
    ]


def test_mention_links_to_a_profile(make_site: MakeSite) -> None:
    calls = (
        'By {{< mention "Mia" >}}, {{% mention "../blog/b" %}}, {{< mention mia >}}.'
    )
    built = build(make_site, calls).build()
    mia = LINK.format(
        "../../authors/mia/index.html", '<span class="doc">Mia Sol</span>'
    )
    assert built.warnings == ""
    assert inner(built, "blog/a") == f"<p>By {mia}, ../blog/b, {mia}.</p>"


def test_list_children_lists_a_section_as_hugo_sorts_it(make_site: MakeSite) -> None:
    built = build(make_site, "x{{< list_children >}}y").build()
    assert built.warnings == ""

    def item(href: str, name: str, more: str = "") -> str:
        link = LINK.format(href, f'<span class="doc">{name}</span>')
        return f"<li><p><strong>{link}</strong></p>{more}</li>"

    assert (
        inner(built, "blog")
        == "<ul>"
        + "".join(
            (
                item("2020/c/index.html", "C", "<p>The x of C. The end.</p>"),
                item("b/index.html", "B", "<p>Buzz <em>loud</em>.</p>"),
                item("a/index.html", "A", "<p>xy</p>"),
                item("deep/index.html", "Deep"),
            )
        )
        + "</ul>"
    )
    assert inner(built, "blog/deep") == (
        '<ul class="simple">' + item("d/index.html", "D") + "</ul>"
    )
    assert inner(built, "blog/a") == "<p>xy</p>"


def test_lists_of_terms_link_to_their_pages(make_site: MakeSite) -> None:
    calls = "{{< list_tags >}}\n\n{{< list_categories >}}"
    built = build(make_site, calls).build()
    assert built.warnings == ""
    items = [
        [
            (link.text_content(), link.get("href").rsplit("/", 3)[1:])
            for link in part.xpath("./li//a")
        ]
        for part in built.body("blog/a/index.html").xpath(".//section/ul")[:2]
    ]
    assert items == [
        [
            ("ONE", ["tags", "one", "index.html"]),
            ("Three", ["tags", "three", "index.html"]),
            ("two", ["tags", "two", "index.html"]),
        ],
        [("K", ["categories", "k", "index.html"])],
    ]
    for link in built.body("blog/a/index.html").xpath(".//section/ul//a/@href"):
        assert built.has(os.path.normpath(f"blog/a/{link}")), link


INCLUDED = page(
    "Hello *you*, {{< hl >}}now{{< /hl >}}.\n\n## Part\n\n"
    "{{% callout tip %}}T{{% /callout %}}\n\n[to b](/blog/b/)\n",
    title="I",
)


def test_include_reads_another_page_with_its_calls(make_site: MakeSite) -> None:
    body = 'Before.\n\n{{% include "publication/part" %}}\n\nAfter.\n'
    more = {"site/content/publication/part.md": INCLUDED}
    built = build(make_site, body, **more).build()
    assert built.warnings == ""
    assert inner(built, "blog/a") == (
        "<p>Before.</p><p>Hello <em>you</em>, <mark>now</mark>.</p>"
        '<h3 class="rubric" id="part">Part</h3>'
        '<div class="tip alert-tip admonition">'
        '<p class="updates-admonition-title admonition-title">Tip</p>'
        '<div class="docutils">T</div></div>'
        '<p><a class="reference internal" href="../b/index.html">to b</a></p>'
        "<p>After.</p>"
    )


def test_include_ends_somewhere(make_site: MakeSite) -> None:
    body = '{{% include "blog/a" %}}\n\n{{< include page="blog/b" >}}\n'
    more = {"site/content/blog/b/index.md": page('{{% include "blog/b" %}}', title="B")}
    built = build(make_site, body, **more).build()
    assert len(built.warnings.splitlines()) >= 2
    assert all("includes itself" in line for line in built.warnings.splitlines())


CHANGES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a page that is cited": (
        {"site/content/publication/rain/index.md": page(**{**PAPER, "title": "Snow"})},
        "Snow",
    ),
    "a person": (
        {"site/content/authors/mia/_index.md": page(title="Mia Luna")},
        "Mia Luna",
    ),
    "a page that is included": (
        {"site/content/publication/part.md": page("Other text.", title="I")},
        "Other text.",
    ),
    "a new tag": (
        {"site/content/blog/deep/d.md": page(title="D", tags="[fresh]")},
        "fresh",
    ),
    "a picture to begin with": (
        {"site/assets/media/film.jpg": PNG},
        "poster=",
    ),
    "a new picture": (
        {"site/assets/media/albums/trip/new.png": PNG},
        'alt="new.png"',
    ),
}


def test_pages_follow_what_they_show_of_others(make_site: MakeSite) -> None:
    body = (
        '{{< cite page="publication/rain" >}}\n\n{{< mention mia >}}\n\n'
        '{{% include "publication/part" %}}\n\n{{< list_tags >}}\n\n'
        '{{< gallery album="trip" >}}\n\n{{< video src="film.mp4" >}}\n'
    )
    more: dict[str, str | bytes] = {
        "site/content/publication/part.md": INCLUDED,
        "site/assets/media/albums/trip/old.png": PNG,
        "site/assets/media/film.mp4": b"x",
    }
    site = build(make_site, body, **more)
    first = site.build()
    assert first.warnings == ""
    for name, (files, shown) in CHANGES.items():
        assert shown not in first.text("blog/a/index.html"), name
        site.write(files)
        again = site.build()
        assert again.warnings == "", name
        assert shown in again.text("blog/a/index.html"), name
    # What has not changed is not read again.
    page = again.outdir / "blog/a/index.html"
    page.write_text("left alone", encoding="utf-8")
    assert site.build().text("blog/a/index.html") == "left alone"


TOC_BODY = """\
## One `x`

### Two [^1]

#### Three

## Four

{{% callout note %}}
## Not listed
{{% /callout %}}

[^1]: Note.
"""
LISTED = (
    '<ul class="simple"><li><p><a class="reference internal" href="#one-x">One '
    '<code class="docutils literal notranslate"><span class="pre">x</span></code></a>'
    '</p><ul><li><p><a class="reference internal" href="#two">Two </a></p></li></ul>'
    '</li><li><p><a class="reference internal" href="#four">Four</a></p></li></ul>'
)
CONTENTS = {
    "": ("toc-inpage", True),
    "is_open=false": ("toc-inpage", False),
    'mobile_only="true" is_open=true': ("toc-inpage sd-d-lg-none", True),
    'hide_on="xl"': ("toc-inpage sd-d-xl-none", True),
    'show_on="md"': ("toc-inpage sd-d-none sd-d-md-block", True),
}


def test_toc_lists_two_levels_of_headings(make_site: MakeSite) -> None:
    calls = "\n\n".join(f"{{{{< toc {arguments} >}}}}" for arguments in CONTENTS)
    built = build(make_site, f"{calls}\n\n{TOC_BODY}").build()
    assert built.warnings == ""
    boxes = built.body("blog/a/index.html").xpath(".//details")
    assert [(box.get("class"), "open" in box.attrib) for box in boxes] == list(
        CONTENTS.values()
    )
    ids = set(built.body("blog/a/index.html").xpath(".//section/@id"))
    for box in boxes:
        assert box.xpath("string(./summary)").strip() == "Table of Contents"
        text = html.tostring(box.xpath("./ul")[0], encoding="unicode", with_tail=False)
        found = " ".join(text.replace(">\n", ">").replace("\n<", "<").split())
        assert found == LISTED
        assert {link[1:] for link in box.xpath(".//a/@href")} <= ids


def test_toc_without_headings_is_not_there(make_site: MakeSite) -> None:
    built = build(make_site, "Text.\n\n{{< toc >}}\n").build()
    assert built.warnings == ""
    assert inner(built, "blog/a") == "<p>Text.</p>"


def test_toc_and_lists_come_out_elsewhere(make_site: MakeSite) -> None:
    body = "{{< toc >}}\n\n## Head\n\n{{< list_tags >}}\n\n{{< mention mia >}}\n"
    site = build(make_site, body)
    text = site.build("text").text("blog/a/index.txt")
    for line in ("Table of Contents", "* Head", "* ONE", "* two", "Mia Sol"):
        assert f"\n{line}\n" in text
