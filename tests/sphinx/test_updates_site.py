"""A whole Hugo site in the docs: its lists, terms, people, feeds and redirects."""

from __future__ import annotations

import json
from posixpath import normpath
from typing import TYPE_CHECKING, Any, Final

import feedparser
import pytest
from blog_samples import titles, words
from conftest import Site
from processes import different, run_sphinx, tree
from site_samples import CONF, FILES, HUGO, SITE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import Build, MakeSite

OLD: Final = "https://old.example/team"
NEW: Final = "https://new.example/docs"
ORPHAN: Final = "---\norphan: true\n---\n\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    found = Site(tmp_path_factory.mktemp("site").resolve())
    found.write(FILES)
    return found


@pytest.fixture(scope="module")
def built(site: Site) -> Build:
    return site.build("dirhtml")


@pytest.fixture(scope="module")
def flat(site: Site) -> Build:
    return site.build("html")


def make(make_site: MakeSite, files: Mapping[str, str | bytes | None]) -> Site:
    """Return the site with other *files*; those that are None are left out."""
    wanted = {
        name: text for name, text in {**FILES, **files}.items() if text is not None
    }
    made = make_site(wanted)
    if "docs/index.md" not in wanted:
        (made.root / "docs" / "index.md").unlink()
    return made


def hugo(*changes: tuple[str, str]) -> dict[str, str]:
    text = HUGO
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {"website/hugo.toml": text}


def feed(built: Build, path: str) -> Any:
    found = feedparser.parse((built.outdir / path).read_bytes())
    assert not found.bozo
    return found


def test_it_builds_without_a_warning(built: Build, flat: Build) -> None:
    assert built.warnings == flat.warnings == ""
    assert built.statuscode == flat.statuscode == 0


LISTS = {
    "index.html": (
        "Welcome",
        [
            "Another guide",
            "A guide",
            "Fourth",
            "Third",
            "Second",
            "The first & the last",
            "In HTML",
            "Deep",
            "About us",
        ],
    ),
    "news/index.html": (
        "News from us",
        ["Fourth", "Third", "Second", "The first & the last", "In HTML"],
    ),
    "guides/index.html": ("Guides", ["Another guide", "A guide", "Deep"]),
    "tag/fast-code/index.html": ("Fast Code", ["Second", "The first & the last"]),
    "tag/number-two/index.html": ("Number two", ["Third", "The first & the last"]),
    "categories/notes/index.html": ("Notes", ["Third", "The first & the last"]),
    "author/ann/index.html": ("Ann B. Mole", ["Second", "The first & the last"]),
    "author/bob-stone/index.html": ("Bob Stone", ["The first & the last"]),
}


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_its_title_and_its_pages(built: Build, path: str) -> None:
    body = built.body(path)
    title, members = LISTS[path]
    assert [one.rstrip("¶#") for one in words(body, ".//h1")] == [title]
    assert titles(body) == members


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("index.html", "What we do."),
        ("news/index.html", "All our news."),
        ("tag/number-two/index.html", "About twos."),
        ("author/ann/index.html", "Ann writes."),
    ],
)
def test_the_text_of_a_list_comes_first(built: Build, path: str, text: str) -> None:
    body = built.body(path)
    before = body.xpath("./section[@class='updates-collection']/preceding-sibling::*")
    assert words(before[0], "./p") == [text]
    assert words(body, ".//p")[0] == text


@pytest.mark.parametrize(
    ("path", "terms"),
    [
        (
            "tags/index.html",
            [
                ("Fast Code", "../tag/fast-code/", 2),
                ("Number two", "../tag/number-two/", 2),
            ],
        ),
        (
            "categories/index.html",
            [("News of All", "news-of-all/", 1), ("Notes", "notes/", 2)],
        ),
        (
            "authors/index.html",
            [
                ("Ann B. Mole", "../author/ann/", 2),
                ("Bob Stone", "../author/bob-stone/", 1),
            ],
        ),
    ],
)
def test_a_taxonomy_has_its_terms_by_name(
    built: Build, path: str, terms: list[tuple[str, str, int]]
) -> None:
    items = built.body(path).xpath(".//ul[@class='updates-terms']/li")
    found = [
        (
            item.xpath("string(a)"),
            item.xpath("string(a/@href)"),
            int(item.xpath("string(*[@class='updates-count'])")),
        )
        for item in items
    ]
    assert found == terms


def test_the_landing_page_leads_to_all_lists(built: Build) -> None:
    nav = built.body("news/index.html").xpath(".//nav[@class='updates-lists']/a")
    links = {one.text_content(): one.get("href") for one in nav}
    assert links == {
        "Archives": "archive/",
        "Tags": "../tags/",
        "Categories": "../categories/",
        "Authors": "../authors/",
        "Feed": "atom.xml",
    }
    for path in ("index.html", "guides/index.html"):
        assert not built.body(path).xpath(".//nav[@class='updates-lists']")


def test_terms_lead_back_to_the_landing_page(site: Site) -> None:
    built = site.build("dirhtml", html_theme="basic")
    # A title of its own, a text of its own, a taxonomy, a post.
    for path in ("author/bob-stone", "author/ann", "tags", "news/2023/first"):
        parents = built.page(f"{path}/index.html").xpath(
            "(//div[@class='related'])[1]//li[@class='nav-item nav-item-1']/a/@href"
        )
        assert [normpath(f"{path}/{one}") for one in parents] == ["news"]
    for path in ("guides", "news", "about"):
        assert not built.page(f"{path}/index.html").find_class("nav-item-1")


def test_a_post_leads_to_its_people_and_terms(built: Build) -> None:
    body = built.body("news/2023/first/index.html")
    links = {a.text_content(): a.get("href") for a in body.xpath(".//header//a")}
    assert links == {
        "Ann B. Mole": "../../../author/ann/",
        "Bob Stone": "../../../author/bob-stone/",
        "Notes": "../../../categories/notes/",
    }
    tags = body.xpath(".//*[@class='updates-tags']//a")
    assert [(a.text_content(), a.get("href")) for a in tags] == [
        ("Fast Code", "../../../tag/fast-code/"),
        ("two", "../../../tag/number-two/"),
    ]


def test_the_links_of_a_post_lead_on(built: Build) -> None:
    body = built.body("news/2023/first/index.html")
    assert body.xpath(".//section/p/a/@href") == [
        "../../2024/number-two/",
        "../../../author/ann/",
        "../../../files/slides.txt",
    ]
    [picture] = body.xpath(".//img[not(@class='updates-avatar')]/@src")
    page = built.outdir / "news/2023/first"
    assert (page / picture).resolve().is_file()
    assert built.text("news/2023/first/data.csv") == "a,b\n1,2\n"
    assert built.text("files/slides.txt") == "slides\n"
    assert built.text("robots.txt") == "User-agent: *\n"
    assert built.has("author/ann/avatar.png")
    assert not built.has("team.yaml")


def test_a_page_in_html_is_shown_as_it_is(built: Build) -> None:
    body = built.body("news/2022/in-html/index.html")
    assert words(body, ".//p[@id='hand']") == ["By hand"]
    assert words(body, ".//p[@id='hand']/em") == ["hand"]


def test_posts_have_bylines_and_other_pages_none(built: Build) -> None:
    def has_byline(path: str) -> bool:
        return bool(built.body(path).xpath("./section/header"))

    assert has_byline("news/2024/third/index.html")
    assert has_byline("elsewhere/four/index.html")
    assert not has_byline("about/index.html")
    assert not has_byline("guides/one/index.html")


def test_feeds_keep_the_ids_of_the_old_site(built: Build) -> None:
    found = feed(built, "news/index.xml")
    assert found.version == "rss20"
    assert found.feed.title == "News from us on The team"
    assert found.feed.link == f"{NEW}/news/"
    assert [(entry.title, entry.id, entry.link) for entry in found.entries] == [
        ("Fourth", f"{OLD}/elsewhere/four/", f"{NEW}/elsewhere/four/"),
        ("Third", f"{OLD}/news/2024/third/", f"{NEW}/news/2024/third/"),
        ("Second", f"{OLD}/news/2024/number-two/", f"{NEW}/news/2024/number-two/"),
    ]
    assert not any(entry.guidislink for entry in found.entries)
    assert found.entries[1].published == "Tue, 05 Mar 2024 00:00:00 +0000"


@pytest.mark.parametrize(
    ("path", "title", "entries"),
    [
        ("index.xml", "The team", ["Another guide", "A guide", "Fourth"]),
        ("guides/index.xml", "Guides on The team", LISTS["guides/index.html"][1]),
        (
            "tag/number-two/index.xml",
            "Number two on The team",
            LISTS["tag/number-two/index.html"][1],
        ),
        (
            "author/ann/index.xml",
            "Ann B. Mole on The team",
            LISTS["author/ann/index.html"][1],
        ),
        ("news/atom.xml", "News from us on The team", ["Fourth", "Third", "Second"]),
        ("tags/index.xml", "Tags on The team", []),
    ],
)
def test_a_list_has_its_feed(
    built: Build, flat: Build, path: str, title: str, entries: list[str]
) -> None:
    for one in (built, flat):
        found = feed(one, path)
        assert found.feed.title == title
        assert [entry.title for entry in found.entries] == entries
        assert all(entry.id.startswith(f"{OLD}/") for entry in found.entries)


def test_a_feed_in_json(flat: Build) -> None:
    found = json.loads(flat.text("feed.json"))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == f"{NEW}/feed.json"
    assert [(item["id"], item["url"]) for item in found["items"]] == [
        (f"{OLD}/guides/two/", f"{NEW}/guides/two/index.html"),
        (f"{OLD}/guides/one/", f"{NEW}/guides/one/index.html"),
        (f"{OLD}/elsewhere/four/", f"{NEW}/elsewhere/four/index.html"),
    ]


@pytest.mark.parametrize("path", ["old/first/index.html", "news/2023/first.html"])
@pytest.mark.parametrize("end", ["", "index.html"])
def test_an_alias_leads_on(built: Build, flat: Build, path: str, end: str) -> None:
    one = flat if end else built
    page = one.page(path)
    target = f"news/2023/first/{end}"
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{NEW}/{target}"]
    [href] = page.xpath("//a/@href")
    [refresh] = page.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == f"0; url={href}"
    found = (one.outdir / path).parent / href
    assert found.resolve() == (one.outdir / target).resolve()


def test_the_default_language_has_an_address_that_leads_home(built: Build) -> None:
    page = built.page("en/index.html")
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{NEW}/"]
    assert not built.has("fr/index.html")


def test_another_language_has_its_prefix(make_site: MakeSite) -> None:
    built = make(make_site, {}).build("dirhtml", language="fr")
    assert built.statuscode == 0
    pages = {name for name in built.files() if name.endswith("index.html")}
    assert {
        "fr/index.html",
        "fr/news/2024/troisième/index.html",
        "fr/tag/deux/index.html",
        "fr/tags/index.html",
    } <= pages
    assert not {name for name in pages if name.startswith("news/")}
    assert titles(built.body("fr/index.html")) == ["Troisième"]
    found = feed(built, "fr/index.xml")
    assert found.feed.title == "Une maison"
    assert [entry.id for entry in found.entries] == [
        f"{OLD}/fr/news/2024/troisi%C3%A8me/"
    ]
    assert built.page("fr/index.html").get("lang") == "fr"


def test_drafts_are_built_on_request(make_site: MakeSite) -> None:
    built = make(make_site, {}).build("dirhtml", updates_drafts=True)
    assert built.has("news/2023/later/index.html")
    assert "Later" in titles(built.body("news/index.html"))


ROOTS: dict[str, tuple[dict[str, str | None], str, bool]] = {
    "that of the site": ({}, "Welcome", True),
    "that of the docs": ({"docs/index.md": "# Mine\n\nHello.\n"}, "Mine", False),
    "nobody's": ({"website/content/_index.md": None}, "The team", True),
    "nobody's, without a title": (
        {
            "website/content/_index.md": None,
            **hugo(('title = "The team"\n', "")),
        },
        "Home",
        True,
    ),
}


@pytest.mark.parametrize("name", ROOTS)
def test_there_is_one_front_page(make_site: MakeSite, name: str) -> None:
    files, title, has_members = ROOTS[name]
    built = make(make_site, files).build()
    assert built.warnings == ""
    body = built.body("index.html")
    assert words(body, ".//h1") == [f"{title}¶"]
    assert bool(titles(body)) == has_members


def test_docs_stand_beside_the_site(make_site: MakeSite) -> None:
    files = {
        "docs/index.md": "# Mine\n\n```{toctree}\nguide\n```\n",
        "docs/guide.md": "# Guide\n\nSee {doc}`/news/2024/third/index`.\n",
        "docs/news/2024/third/index.md": f"{ORPHAN}# My third\n",
        "docs/guides/index.md": f"{ORPHAN}# My guides\n",
    }
    built = make(make_site, files).build()
    assert words(built.body("news/2024/third/index.html"), ".//h1") == ["My third¶"]
    assert words(built.body("guides/index.html"), ".//h1") == ["My guides¶"]
    [clash] = [one for one in built.warnings.splitlines() if "page_clash" in one]
    assert "<site>/website/content/news/third.md" in clash
    assert "/docs/news/2024/third/index.md" in clash
    assert titles(built.body("news/index.html")) == [
        "Fourth",
        "Second",
        "The first & the last",
        "In HTML",
    ]


def test_mounted_posts_stand_beside_the_site(make_site: MakeSite) -> None:
    front = "date: 2024-03-07\ntags: [two]"
    files = {"posts/alpha.md": f"---\ntitle: Alpha\n{front}\n---\n\nA.\n"}
    built = make(make_site, files).build(
        updates_posts={"blog": "../posts", "news/2024/number-two": "../none"}
    )
    assert built.has("blog/alpha/index.html")
    assert built.has("news/2024/third/index.html")
    assert "nothing at" in built.warnings
    tags = built.body("blog/alpha/index.html").xpath(".//*[@class='updates-tags']//a")
    assert [a.get("href") for a in tags] == ["../../tag/number-two/index.html"]


def test_a_site_inside_the_docs(make_site: MakeSite) -> None:
    files: dict[str, str | bytes] = {
        "docs/conf.py": CONF,
        "docs/index.md": "# Mine\n",
        **{f"docs/site/{name}": text for name, text in SITE.items()},
    }
    built = make_site(files).build("dirhtml", updates_site="site")
    assert built.warnings == ""
    assert built.has("news/2023/first/index.html")
    assert not any(name.startswith("site/") for name in built.files())


BROKEN: dict[str, tuple[dict[str, str | bytes | None], object, str]] = {
    "no folder": ({}, "../nowhere", "nowhere"),
    "a file": ({}, "../website/hugo.toml", "hugo.toml"),
    "no configuration": ({"website/hugo.toml": None}, "../website", ""),
    "a broken one": (
        {"website/hugo.toml": "title = [\n"},
        "../website",
        "website/hugo.toml",
    ),
    "bytes": ({"website/hugo.toml": b"\xff\xfe\x00title"}, "../website", "hugo.toml"),
    "wrong types": (
        {
            "website/hugo.toml": (
                "title = 3\nbaseURL = [1]\npermalinks = 4\ntaxonomies = 'x'\n"
                "languages = 7\noutputs = 8\nmarkup = 9\nservices = []\n"
            )
        },
        "../website",
        "hugo.toml",
    ),
    "no text": ({"docs/index.md": "# Mine\n"}, 7, "updates_site: must be a path"),
    "the docs themselves": ({"docs/index.md": "# Mine\n"}, ".", ""),
    "a folder above": ({"docs/index.md": "# Mine\n"}, "..", ""),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_costs_a_warning(make_site: MakeSite, name: str) -> None:
    files, value, said = BROKEN[name]
    built = make(make_site, files).build(updates_site=value)
    assert built.has("index.html")
    assert "Traceback" not in built.warnings
    assert said in built.warnings
    if said:
        assert "WARNING" in built.warnings


HOSTILE: dict[str, str | bytes] = {
    "website/content/news/title.md": (
        '---\ntitle: "<script>alert(1)</script> {{ 7 }} & \\"x\\""\n'
        "date: 2024-01-01\ntags: ['<img src=x>', '../../etc', '{% x %}', 'a/b', '']\n"
        "authors: ['<b>B</b>', '../up', 7]\naliases: ['../../../out.html', "
        "'javascript:alert(1)', '//evil.example/x', 'a\\0b', 'x y/<i>']\n---\n\nText.\n"
    ),
    "website/content/news/url.md": "---\ntitle: U\nurl: ../../../../up/\n---\n\nT.\n",
    "website/content/news/slug.md": "---\ntitle: S\nslug: ../../up\n---\n\nT.\n",
    "website/content/news/bytes.md": b"---\ntitle: \xff\xfe\n---\n\nT \xff.\n",
    "website/content/news/broken.md": "---\ntitle: [\n---\n\nT.\n",
    "website/content/authors/x/_index.md": (
        "---\ntitle: '<script>x</script>'\nsocial: 7\navatar: ../../../../etc/passwd\n"
        "---\n\nT.\n"
    ),
    "website/content/tags/two/_index.md": "---\ntitle: {a: 1}\naliases: 3\n---\n\nT.\n",
    "website/data/authors/y.yaml": "[[[",
    "website/data/authors/z.json": '{"name": {"a": 1}, "social": "x"}',
    "website/content/_index.md": "---\ntitle: '<script>home</script>'\n---\n\nT.\n",
}


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_hostile_values_stay_text_and_inside(make_site: MakeSite, builder: str) -> None:
    made = make(make_site, HOSTILE)
    before = {p for p in made.root.rglob("*") if p.is_file()}
    built = made.build(builder)
    assert "Traceback" not in built.warnings
    after = {p for p in made.root.rglob("*") if p.is_file()} - before
    inside = (made.root / "out", made.root / "doctrees")
    assert not [p for p in after if not any(p.is_relative_to(one) for one in inside)]
    for name in built.files():
        if name.endswith(".html"):
            page = built.page(name)
            scripts = page.xpath(
                "//script[not(@src or @type='application/ld+json')]/text()"
                " | //body//img[@src='x']"
            )
            assert not [one for one in scripts if "alert" in str(one)], name
            assert "<script>x</script>" not in built.text(name), name
            assert "<script>home" not in built.text(name), name
            assert not page.xpath("//a[starts-with(@href, 'javascript:')]"), name
        elif name.endswith(".xml"):
            feed(built, name)


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_two_processes_give_what_one_gives(make_site: MakeSite, builder: str) -> None:
    made = make(make_site, {})
    outputs = []
    for count in "12":
        arguments = ("-q", "-W", f"-j{count}", "-b", builder, f"-ddoctrees/{count}")
        result = run_sphinx(made.root, *arguments, "docs", f"out/{count}")
        assert result.stderr == ""
        outputs.append(tree(made.root / "out" / count))
    assert different(*outputs) == []


@pytest.mark.parametrize(
    "builder", ["latex", "epub", "text", "singlehtml", "xml", "man"]
)
def test_every_builder_comes_to_an_end(site: Site, builder: str) -> None:
    built = site.build(builder)
    assert "Traceback" not in built.warnings
    assert "Error" not in built.warnings
