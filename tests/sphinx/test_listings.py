"""The directive for lists of posts, on pages of the docs and in posts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from blog_samples import FILES, words
from conftest import Site
from processes import different, run_sphinx, tree

if TYPE_CHECKING:
    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

STYLES = ("cards", "list", "compact", "table", "timeline")
ALL = ["Alpha & more", "Beta", "Gamma", "Delta"]


def page(*options: str, title: str = "Home") -> str:
    lines = "".join(f"{option}\n" for option in options)
    return f"# {title}\n\n```{{listing}}\n{lines}```\n"


def built_with(make_site: MakeSite, *options: str) -> Build:
    built = make_site(FILES | {"docs/index.md": page(*options)}).build()
    assert built.warnings == ""
    return built


def named(body: HtmlElement) -> list[str]:
    """Return the titles of the posts of a list in any style."""
    return words(
        body,
        ".//*[contains(@class,'updates-card-title')]/a"
        " | .//a[contains(@class,'updates-line-title')]",
    )


def post(title: str, *lines: str) -> str:
    front = "".join(f"{line}\n" for line in lines)
    return f"---\ntitle: {title}\n{front}---\n\nText of {title}.\n"


def many(count: int) -> dict[str, str | bytes]:
    return {
        f"posts/p{number:02}.md": post(f"P{number:02}", f"date: 2024-01-{number:02}")
        for number in range(1, count + 1)
    }


@pytest.mark.parametrize("style", STYLES)
def test_every_style_lists_the_posts(make_site: MakeSite, style: str) -> None:
    body = built_with(make_site, f":style: {style}").body("index.html")
    assert named(body) == ALL
    link = body.xpath(".//a[text()='Alpha & more']")[0]
    assert link.get("href") == "blog/alpha/index.html"
    other = body.xpath(".//a[text()='Beta']")[0]
    assert other.get("href") == "https://elsewhere.example/beta"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((":tag: fast",), "ABD"),
        ((":tags: two words, none",), "A"),
        ((":author: ann bee",), "AB"),
        ((":authors: Cee Dee", ":category: news"), "A"),
        ((":year: 2023",), "G"),
        ((":years: 2023, 2024", ":order: ascending"), "GBA"),
        ((":section: blog", ":limit: 2"), "AB"),
        ((":section: elsewhere",), ""),
        ((":offset: 1", ":limit: 2"), "BG"),
        ((":sort: title",), "ABDG"),
        ((":featured:",), ""),
        ((":featured: no",), "ABGD"),
    ],
)
def test_options_choose_the_posts(
    make_site: MakeSite, options: tuple[str, ...], found: str
) -> None:
    body = built_with(make_site, *options).body("index.html")
    assert "".join(title[0] for title in named(body)) == found
    assert bool(body.xpath(".//*[@class='updates-empty']")) == (not found)


def test_featured_posts_stand_first_with_a_mark(make_site: MakeSite) -> None:
    more: dict[str, str | bytes] = {
        "posts/old.md": post("Old", "date: 2020-01-01", "featured: true"),
        "posts/tour.md": post("Tour", "date: 2019-01-01", "series: [Europe]"),
        "docs/index.md": page(),
        "docs/plain.md": "---\norphan: true\n---\n\n" + page(":pin: no"),
        "docs/tour.md": "---\norphan: true\n---\n\n" + page(":series: europe"),
        "docs/line.md": "---\norphan: true\n---\n\n" + page(":style: timeline"),
    }
    built = make_site(FILES | more).build()
    assert built.warnings == ""
    first = built.body("index.html").xpath(".//article")[0]
    assert words(first, ".//*[contains(@class,'badge')]") == ["Featured"]
    assert named(built.body("index.html"))[0] == "Old"
    assert named(built.body("plain.html"))[0] == "Alpha & more"
    assert named(built.body("tour.html")) == ["Tour"]
    years = words(built.body("line.html"), ".//*[@class='updates-year-name']")
    assert years[:-1] == ["2024", "2023", "2020", "2019"]


PARTS = {
    "image": ".//img",
    "subtitle": ".//*[@class='updates-subtitle']",
    "excerpt": ".//*[@class='updates-excerpt']",
    "date": ".//time",
    "authors": ".//*[contains(@class, 'updates-authors')]",
    "reading-time": ".//*[@class='updates-reading-time']",
    "tags": ".//ul[@class='updates-tags']",
}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_shown_or_not(make_site: MakeSite, part: str) -> None:
    others = " ".join(f"-{name}," for name in PARTS)
    for options in (f":show: {part}", f":show: {others} +{part}"):
        card = built_with(make_site, options).body("index.html").xpath(".//article")[0]
        shown = {name for name, path in PARTS.items() if card.xpath(path)}
        assert shown == {part}


def test_a_card_shows_what_is_known(make_site: MakeSite) -> None:
    card = (
        built_with(make_site, ":show: +tags").body("index.html").xpath(".//article")[0]
    )
    assert words(card, ".//h2") == ["Alpha & more"]
    assert words(card, ".//time") == ["March 5, 2024"]
    assert words(card, PARTS["authors"]) == ["Ann Bee, Cee Dee"]
    assert words(card, PARTS["excerpt"]) == ["In short."]
    assert words(card, ".//li") == ["fast", "two words", "News"]


def test_headings_follow_the_section_of_the_list(make_site: MakeSite) -> None:
    text = "# Home\n\n## News\n\n```{listing}\n```\n"
    body = make_site(FILES | {"docs/index.md": text}).build().body("index.html")
    assert words(body, ".//article//h3") == ALL
    assert body.xpath(".//article//h2") == []


def test_a_post_does_not_list_itself(make_site: MakeSite) -> None:
    text = post("Own", "date: 2024-05-05", "markup: myst") + "\n```{listing}\n```\n"
    built = make_site(FILES | {"posts/own.md": text}).build()
    assert built.warnings == ""
    assert named(built.body("blog/own/index.html")) == ALL


BAD = {
    "style: card": "one of cards, list, compact, table, timeline "
    "(did you mean 'cards'?)",
    "sort: random": "one of date, updated, title, reading-time",
    "order: down": "one of descending, ascending",
    "limit: many": "a whole number",
    "limit: -1": "a whole number",
    "offset: ²": "a whole number",
    "paginate: 0": "a whole number from 1 on",
    "featured: perhaps": "yes or no",
    "filter: 7": "yes or no",
    "year: last": "years such as 2024",
    "tag:": "one or more words with commas between them",
    "show: picture": "one of image, title, subtitle, excerpt, date, authors, "
    "reading-time, tags",
}


@pytest.mark.parametrize("option", BAD)
def test_a_value_that_cannot_be_used_is_a_warning(
    make_site: MakeSite, option: str
) -> None:
    built = make_site(FILES | {"docs/index.md": page(f":{option}")}).build()
    name, _, value = option.partition(":")
    assert built.warnings == (
        f"<site>/docs/index.md:3: WARNING: option {name!r} of a list of posts: "
        f"expected {BAD[option]}, got {value.strip()!r}; it is left out "
        "[sphinx_updates.listing]\n"
    )
    assert named(built.body("index.html")) == ALL


def test_an_unknown_option_is_a_warning(make_site: MakeSite) -> None:
    built = make_site(FILES | {"docs/index.md": page(":colour: red")}).build()
    assert "colour" in built.warnings
    assert named(built.body("index.html")) == ALL


def relations(built: Build, path: str) -> dict[str, str]:
    links = built.page(path).xpath("//head/link[@rel='prev' or @rel='next']")
    return {link.get("rel"): link.get("href") for link in links}


@pytest.mark.parametrize(
    ("docname", "builder", "paths"),
    [
        ("index", "html", ("index.html", "page/2/index.html", "page/3/index.html")),
        (
            "guide/news",
            "html",
            (
                "guide/news.html",
                "guide/news/page/2/index.html",
                "guide/news/page/3/index.html",
            ),
        ),
        (
            "guide/index",
            "dirhtml",
            (
                "guide/index.html",
                "guide/page/2/index.html",
                "guide/page/3/index.html",
            ),
        ),
    ],
)
def test_a_list_has_pages(
    make_site: MakeSite, docname: str, builder: str, paths: tuple[str, ...]
) -> None:
    text = "---\norphan: true\n---\n\n" + page(":paginate: 2", title="News & more")
    built = make_site(many(5) | {f"docs/{docname}.md": text}).build(builder)
    assert built.warnings == ""
    assert [named(built.body(path)) for path in paths] == [
        ["P05", "P04"],
        ["P03", "P02"],
        ["P01"],
    ]
    assert [words(built.body(path), ".//h1")[0].rstrip("¶#") for path in paths] == [
        "News & more"
    ] * 3
    titles = [built.page(path).findtext(".//title") or "" for path in paths]
    assert "Page" not in titles[0]
    assert "News & more – Page 2" in titles[1]
    for path, others in zip(
        paths, ({"next": 1}, {"prev": 0, "next": 2}, {"prev": 1}), strict=True
    ):
        folder = (built.outdir / path).parent
        found = {
            name: (folder / href).resolve()
            for name, href in relations(built, path).items()
        }
        wanted = {
            name: (built.outdir / paths[number]).resolve()
            for name, number in others.items()
        }
        if builder == "dirhtml":
            wanted = {name: file.parent for name, file in wanted.items()}
        assert found == wanted
        (nav,) = built.body(path).xpath(".//nav[@aria-label='Pages']")
        assert words(nav, ".//a[@aria-current='page']") == [str(paths.index(path) + 1)]


def test_only_one_list_of_a_page_has_pages(make_site: MakeSite) -> None:
    text = page(":paginate: 2") + "\n```{listing}\n:paginate: 2\n```\n"
    built = make_site(many(3) | {"docs/index.md": text}).build()
    assert "index.md:7: WARNING: another list of this page has pages" in built.warnings
    assert len(named(built.body("index.html"))) == 2 + 3


def test_a_document_at_the_address_of_a_page_is_kept(make_site: MakeSite) -> None:
    mine = "---\norphan: true\n---\n\n# Mine\n"
    files = {"docs/index.md": page(":paginate: 2"), "docs/page/2/index.md": mine}
    built = make_site(many(5) | files).build()
    assert "page_clash" in built.warnings
    assert words(built.body("page/2/index.html"), ".//h1") == ["Mine¶"]
    assert built.has("page/3/index.html")


def test_pages_that_are_no_more_go(make_site: MakeSite) -> None:
    site = make_site(many(5) | {"docs/index.md": page(":paginate: 2")})
    assert site.build().has("page/3/index.html")
    (site.root / "posts/p01.md").unlink()
    assert not site.build().has("page/3/index.html")


def scripts(built: Build, path: str) -> list[str]:
    found = built.page(path).xpath("//script/@src")
    return [name for name in found if "updates" in name]


def test_only_a_list_with_a_filter_has_a_script(make_site: MakeSite) -> None:
    files = {
        "docs/index.md": page(":filter:"),
        "docs/plain.md": "---\norphan: true\n---\n\n" + page(),
    }
    built = make_site(FILES | files).build()
    assert built.warnings == ""
    (script,) = built.page("index.html").xpath("//script[contains(@src, 'updates')]")
    assert script.get("defer") is not None
    assert scripts(built, "plain.html") == scripts(built, "search.html") == []
    body = built.body("index.html")
    (form,) = body.xpath(".//form")
    # Without the script there is nothing to press.
    assert form.get("hidden") is not None
    assert words(form, ".//select[@name='tag']/option") == [
        "All tags",
        "fast",
        "two words",
    ]
    for field in form.xpath(".//input | .//select"):
        assert form.xpath(f".//label[@for='{field.get('id')}']")
    card = body.xpath(".//article")[0]
    assert card.get("data-tags") == "fast|two words"
    assert "in short." in card.get("data-words")
    assert built.body("plain.html").xpath(".//form | .//*[@data-words]") == []


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "singlehtml", "man"])
def test_other_builders_get_a_list_of_links(make_site: MakeSite, builder: str) -> None:
    built = make_site(FILES | {"docs/index.md": page(":limit: 2")}).build(builder)
    assert "listing" not in built.warnings
    assert "Error" not in built.warnings
    (name,) = {
        "text": ["index.txt"],
        "latex": ["site.tex"],
        "epub": ["index.xhtml"],
        "singlehtml": ["index.html"],
        "man": ["site.1"],
    }[builder]
    text = built.text(name)
    assert "Alpha" in text
    assert "https://elsewhere.example/beta" in text or builder in ("text", "man")
    assert "Gamma" not in re.sub(r"(?s)Hello.*", "", text)


POSTS = ("alpha", "beta", "gamma", "delta")
CHANGES = {
    "nothing": ({}, set()),
    "a post that is listed": (
        {"posts/beta.md": post("Beta II", "date: 2024-03-06", "tags: [fast]")},
        # The neighbours of a post name it, and posts that are related to it.
        {"index", "recent", *(f"blog/{name}/index" for name in POSTS)},
    ),
    "a post that is on another page of the list": (
        {"posts/gamma.md": post("Gamma II", "date: 2023-01-06")},
        {"blog/gamma/index", "blog/beta/index", "blog/delta/index"},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_pages_that_list_a_changed_post_are_written(
    name: str, make_site: MakeSite
) -> None:
    files: dict[str, str | bytes] = {
        "docs/index.md": page(":limit: 2"),
        "docs/recent.md": "---\norphan: true\n---\n\n" + page(":paginate: 2"),
        "docs/fixed.md": "---\norphan: true\n---\n\n# Fixed\n",
    }
    site = make_site(FILES | files)
    site.build()
    writes, wanted = CHANGES[name]
    site.write(writes)
    again = site.build()
    written = re.findall(r"writing output\.\.\. \[ *\d+%\] (\S+)", again.log)
    assert set(written) == wanted
    warm = tree(again.outdir)
    del warm["searchindex.js"]  # keeps words that are no more
    cold = Site(site.root / "cold")
    for folder in ("docs", "posts"):
        for file in (site.root / folder).rglob("*.*"):
            cold.write({file.relative_to(site.root).as_posix(): file.read_bytes()})
    fresh = tree(cold.build().outdir)
    del fresh["searchindex.js"]
    assert different(warm, fresh) == []


def test_two_processes_give_what_one_gives(make_site: MakeSite) -> None:
    more = {
        f"docs/{style}.md": "---\norphan: true\n---\n\n"
        + page(f":style: {style}", ":paginate: 2", ":filter:")
        for style in STYLES
    }
    site = make_site(FILES | more)
    outputs = []
    for jobs in ("-j1", "-j2"):
        arguments = ("-q", "-W", jobs, f"-ddoctrees/{jobs}", "docs", f"out/{jobs}")
        result = run_sphinx(site.root, *arguments)
        assert result.stderr == ""
        outputs.append(tree(site.root / "out" / jobs))
    assert different(*outputs) == []
