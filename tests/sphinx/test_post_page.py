"""The page of a post: who wrote it, what is near it, comments, other builders."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from blog_samples import PNG, words
from PIL import Image

if TYPE_CHECKING:
    from conftest import Build, MakeSite, Site
    from lxml.html import HtmlElement

WIDE_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\2\x08\2\0\0\0\x12\x16\xf1M"
"""The head of a picture, 3 pixels wide and 2 high."""
CONF = """\
project = "Site"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_site = "../site"
"""
POSTS_CONF = CONF.replace('site = "../site"', 'posts = {"blog": "../posts"}')
HUGO = """\
baseURL = "https://example.org/"
title = "A site"
[taxonomies]
tag = "tags"
author = "authors"
series = "series"
"""
ANN = """\
---
title: Ann Bee
role: "*Chief* of rain"
bio: Measures [rain](/blog/two/) & <snow>.
pronouns: she/her
organizations: [{name: Institute, url: "https://institute.example/"}]
social:
- {icon: github, icon_pack: fab, link: "https://github.com/ann"}
- {icon: envelope, icon_pack: fas, link: "mailto:ann@example.org"}
- {icon: bolt, icon_pack: fas, link: "javascript:alert(1)"}
- {icon: file, icon_pack: fas, link: "/blog/one/"}
---
Text.
"""


def post(title: str, date: str, **more: str) -> str:
    lines = [f"{key}: {value}" for key, value in more.items()]
    return "\n".join(
        ["---", f"title: {title}", f"date: {date}", *lines, "---", "Text."]
    )


ONE = post("One", "2024-01-01", authors="[ann]", tags="[rain]", series="[Weather]")
TWO = post(
    "Two & more",
    "2024-01-02",
    lastmod="2024-02-03",
    authors="[ann, Cee Dee]",
    tags="[rain, a b]",
    series="[Weather]",
    external_link="https://elsewhere.example/two",
    image="{caption: A *view*, alt_text: View, placement: 2, focal_point: TopLeft}",
)
THREE = post("Three", "2024-01-03", tags="[rain]", authors="[Zed]")
FILES: dict[str, str | bytes] = {
    "docs/conf.py": CONF,
    "site/hugo.toml": HUGO,
    "site/content/authors/ann/_index.md": ANN,
    "site/content/authors/ann/avatar.png": PNG,
    "site/content/blog/one.md": ONE,
    "site/content/blog/two/index.md": TWO,
    "site/content/blog/two/featured.png": WIDE_PNG,
    "site/content/blog/three.md": THREE,
}
GISCUS = {"repo": "a/b", "repo_id": "R", "category_id": "C", "category": "Talk"}


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(FILES)


def footer_of(built: Build, name: str) -> HtmlElement:
    (footer,) = built.body(f"blog/{name}/index.html").xpath(".//footer")
    return footer


def links(element: HtmlElement, path: str) -> list[tuple[str, str]]:
    found = element.xpath(f"{path}//a")
    return [(" ".join(a.text_content().split()), a.get("href")) for a in found]


def test_a_post_of_a_site_shows_all_that_is_known(site: Site) -> None:
    built = site.build(updates_giscus=GISCUS)
    assert built.warnings == ""
    _check_header(built.body("blog/two/index.html").xpath(".//header")[0])
    footer = footer_of(built, "two")
    assert [child.get("class") for child in footer] == [
        "updates-tags",
        "updates-authors-boxes",
        "updates-series",
        "updates-related",
        "updates-neighbours",
        "updates-comments",
    ]
    _check_author(footer, built)
    series = footer.xpath("nav[@class='updates-series']")[0]
    assert words(series, "p") == ["Weather Part 2 of 2"]
    assert links(series, "ol") == [("One", "../one/index.html")]
    assert words(series, ".//*[@aria-current='page']") == ["Two & more"]
    assert links(footer, "nav[@class='updates-related']") == [
        ("One", "../one/index.html")
    ]
    assert links(footer, "nav[@class='updates-neighbours']") == [
        ("Previous One", "../one/index.html"),
        ("Next Three", "../three/index.html"),
    ]


def _check_header(header: HtmlElement) -> None:
    assert words(header, "div[@class='updates-byline']/time") == ["January 2, 2024"]
    assert words(header, ".//*[@class='updates-updated']") == [
        "Updated on February 3, 2024"
    ]
    authors = header.xpath(".//*[@class='updates-author-link']")
    assert [author.text_content() for author in authors] == ["Ann Bee", "Cee Dee"]
    assert authors[0].xpath("img/@alt") == [""]
    assert authors[1].xpath("span/@data-initials") == ["CD"]
    (external,) = header.xpath(".//a[@class='updates-external']")
    assert external.get("href") == "https://elsewhere.example/two"
    assert words(header, "p[@class='updates-elsewhere']/span") == ["elsewhere.example"]
    (figure,) = header.xpath("figure")
    assert figure.get("class") == "updates-picture updates-picture-2"
    (image,) = figure.xpath("img")
    assert (image.get("alt"), image.get("style")) == (
        "View",
        "object-position: top left",
    )
    assert (image.get("width"), image.get("height")) == ("3", "2")


def _check_author(footer: HtmlElement, built: Build) -> None:
    (box,) = footer.xpath(".//div[@class='updates-author']")
    (picture,) = box.xpath("img/@src")
    assert (built.outdir / "blog/two" / picture).resolve().is_file()
    assert words(box, ".//*[@class='updates-author-name']") == ["Ann Bee (she/her)"]
    assert words(box, ".//em") == ["Chief"]
    assert links(box, ".//p[@class='updates-author-bio']") == [("rain", "#")]
    assert links(box, ".//p[@class='updates-author-role']") == [
        ("Institute", "https://institute.example/")
    ]
    assert links(box, ".//ul") == [
        ("GitHub", "https://github.com/ann"),
        ("E-mail", "mailto:ann@example.org"),
        ("file", "../one/index.html"),
    ]


def test_pictures_of_people_are_made_small(site: Site) -> None:
    data = BytesIO()
    Image.new("RGB", (900, 900), "red").save(data, "PNG")
    site.write({"site/content/authors/ann/avatar.png": data.getvalue()})
    built = site.build()
    pictures = built.body("blog/two/index.html").xpath(
        ".//img[@class='updates-avatar']/@src"
    )
    (small,) = set(pictures)
    assert small.endswith("-400.webp")
    file = (built.outdir / "blog/two" / small).resolve()
    assert file.read_bytes()[:4] == b"RIFF"


def test_comments_ask_nobody_before_a_reader_does(site: Site) -> None:
    built = site.build(updates_giscus={**GISCUS, "mapping": "specific"}, language="de")
    page = built.page("blog/two/index.html")
    (section,) = page.xpath("//section[@class='updates-comments']")
    (button,) = section.xpath(".//button")
    assert button.get("hidden") is not None
    assert button.get("data-repo") == "a/b"
    assert (button.get("data-term"), button.get("data-lang")) == ("blog/two", "de")
    (link,) = section.xpath(".//a/@href")
    assert link == "https://github.com/a/b/discussions?discussions_q=blog%2Ftwo"
    scripts = [src for src in page.xpath("//script/@src") if "comments" in src]
    assert len(scripts) == 1
    assert "giscus.app" not in built.text("blog/two/index.html")
    assert "comments.js" not in built.text("index.html")


def test_a_post_may_switch_parts_off(site: Site) -> None:
    switches = ("profile", "show_related", "pager", "commentable", "show_date")
    text = TWO.replace("title:", "".join(f"{s}: false\n" for s in switches) + "title:")
    site.write({"site/content/blog/two/index.md": text})
    built = site.build(updates_giscus=GISCUS)
    footer = footer_of(built, "two")
    assert [child.get("class") for child in footer] == [
        "updates-tags",
        "updates-series",
    ]
    body = built.body("blog/two/index.html")
    assert body.xpath(".//time[@class='updates-date']") == []


def test_the_order_of_the_parts_is_an_option(site: Site) -> None:
    built = site.build(updates_post_parts=["neighbours", "tags"])
    classes = [child.get("class") for child in footer_of(built, "two")]
    assert classes == ["updates-neighbours", "updates-tags"]


def test_a_site_replaces_one_part(site: Site) -> None:
    site.write(
        {"docs/_templates/updates/post-tags.html": "<p>my {{ view.tags | length }}</p>"}
    )
    built = site.build(templates_path=["_templates"])
    assert words(footer_of(built, "two"), "p") == ["my 2"]


@pytest.mark.parametrize(
    ("option", "value", "fault"),
    [
        ("giscus", "x", "must be a dict"),
        ("giscus", {"repo": "a/b"}, "must have 'repo_id'"),
        ("giscus", {**GISCUS, "repo": "b"}, "must have 'repo' as owner/name"),
        ("giscus", {**GISCUS, "repo_id": 1}, "must have str for 'repo_id'"),
        ("giscus", {**GISCUS, "mapping": "no"}, "must have one of pathname"),
        ("giscus", {**GISCUS, "colour": "red"}, "must have no 'colour'"),
        ("post_parts", ["tags", "share"], "not 'share'"),
        ("edit_url", "https://a.example/", "with {path} in it"),
    ],
)
def test_a_bad_option_is_a_warning_and_the_default(
    make_site: MakeSite, option: str, value: object, fault: str
) -> None:
    conf = f"{POSTS_CONF}updates_{option} = {value!r}\n"
    site = make_site({"posts/a.md": "---\ntitle: A\n---\nText.\n"})
    site.write({"docs/conf.py": conf})
    built = site.build()
    assert f"updates_{option}: " in built.warnings
    assert fault in built.warnings
    assert built.has("blog/a/index.html")


def test_a_post_of_the_docs_has_the_same_around_it(make_site: MakeSite) -> None:
    text = (
        "---\nblogpost: true\ndate: May 5, 2024\nauthor: Ann Bee, Zed\n"
        "category: News\ntags: rain\n---\n# In the docs\n\nText.\n"
    )
    older = post("Older", "2024-01-01", tags="[rain]")
    site = make_site({"docs/mine.md": text, "posts/older.md": older})
    site.write({"docs/index.md": "# Home\n\n```{toctree}\nmine\n```\n"})
    built = site.build()
    assert built.warnings == ""
    body = built.body("mine.html")
    header = body.xpath(".//h1/following-sibling::*[1]")[0]
    assert words(header, ".//*[@class='updates-author-link']") == ["Ann Bee", "Zed"]
    assert words(header, ".//time") == ["May 5, 2024"]
    (footer,) = body.xpath(".//footer")
    assert words(footer, "ul[@class='updates-tags']//a") == ["rain"]
    assert links(footer, "nav[@class='updates-related']") == [
        ("Older", "blog/older/index.html")
    ]
    assert len(body.xpath(".//nav[@class='updates-neighbours']")) == 1


def test_a_note_of_ablog_says_its_date_as_all_others(make_site: MakeSite) -> None:
    text = (
        "---\nblogpost: true\ndate: May 5, 2024\n---\n# Mine\n\nText.\n\n"
        "```{update} 20 May, 2024\nWrong numbers.\n```\n"
    )
    site = make_site({"docs/mine.md": text})
    body = site.build(language="de").body("mine.html")
    title = body.xpath(".//div[contains(@class, 'update')]/p[1]")[0]
    assert title.text_content() == "Aktualisiert am 20. Mai 2024"
    assert words(body, ".//*[@class='updates-updated']/time") == ["20. Mai 2024"]


PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>{{ title }}</title>{{ metatags }}"
    "</head><body>{% block content %}<main>{{ body }}</main>{% endblock %}</body>"
    "</html>"
)


def test_a_theme_needs_no_layout_of_sphinx(make_site: MakeSite) -> None:
    """As furo, whose page is made of other blocks."""
    one = POSTS_CONF.replace('"basic"', '"bare"')
    site = make_site({"posts/a.md": post("A", "2024-01-01", tags="[rain]")})
    site.write(
        {
            "docs/conf.py": f'{one}html_theme_path = ["_themes"]\n',
            "docs/_themes/bare/theme.conf": "[theme]\ninherit = basic\n",
            "docs/_themes/bare/layout.html": "NOT FOR THIS THEME",
            "docs/_themes/bare/page.html": PAGE,
        }
    )
    built = site.build()
    for name in ("blog/index.html", "blog/a/index.html", "blog/tags/rain/index.html"):
        (main,) = built.page(name).xpath("//main")
        assert len(main.xpath(".//h1")) == 1, name
    (refresh,) = built.page("blog.html").xpath("//meta[@http-equiv]/@content")
    assert refresh == "0; url=blog/index.html"


def test_books_and_text_have_the_facts_as_words(site: Site) -> None:
    text = site.build("text").text("blog/two/index.txt")
    assert "January 2, 2024 · Ann Bee, Cee Dee · Updated on February 3, 2024" in text
    assert "Tags: rain, a b" in text


def test_a_changed_profile_writes_the_posts_that_show_it(site: Site) -> None:
    site.build()
    site.write({"site/content/authors/ann/_index.md": ANN.replace("rain", "hail")})
    warm = site.build()
    assert "of hail" in warm.text("blog/two/index.html")
    assert "of hail" in warm.text("blog/one/index.html")
    _check_same_as_cold(site, warm)


def test_a_changed_neighbour_writes_the_posts_that_name_it(site: Site) -> None:
    site.build()
    site.write({"site/content/blog/one.md": ONE.replace("One", "First")})
    warm = site.build()
    footer = footer_of(warm, "two")
    assert [
        words(footer, f"nav[@class='updates-{n}']//a") for n in ("series", "related")
    ]
    assert "First" in footer.text_content()
    assert "One" not in footer.text_content()
    _check_same_as_cold(site, warm)


def _check_same_as_cold(site: Site, warm: Build) -> None:
    pages = {n: warm.text(n) for n in warm.files() if n.endswith(".html")}
    for folder in ("out", "doctrees"):
        (site.root / folder).rename(site.root / f"old-{folder}")
    cold = site.build(parallel=2)
    assert {n: cold.text(n) for n in cold.files() if n.endswith(".html")} == pages


def test_a_date_in_another_direction_than_the_page_is_not_torn(
    make_site: MakeSite,
) -> None:
    """Themes write Arabic from left to right; "2 يناير 2013" would begin with 2013."""
    site = make_site({"posts/a.md": "---\ntitle: A\ndate: 2013-01-02\n---\nText.\n"})
    built = site.build(language="ar")
    for page in ("blog/a/index.html", "blog/index.html"):
        dates = built.body(page).xpath(".//time/bdi")
        assert [date.text for date in dates] == ["2 يناير 2013"]
