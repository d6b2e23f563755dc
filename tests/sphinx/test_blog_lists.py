"""The pages of terms, and the lists that a page asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from blog_samples import FILES, listed, titles, words

if TYPE_CHECKING:
    from conftest import MakeSite


FAST_PAGE = "blog/tags/fast/index.html"


def test_a_page_of_the_docs_stands_for_the_page_of_a_term(make_site: MakeSite) -> None:
    page = "---\norphan: true\n---\n\n# All fast things\n"
    built = make_site(FILES | {"docs/blog/tag/fast.md": page}).build()
    assert built.warnings == ""
    assert words(built.body("blog/tag/fast.html"), ".//h1") == ["All fast things\u00b6"]


def test_each_term_has_a_page_with_its_posts(make_site: MakeSite) -> None:
    built = make_site(FILES).build()
    pages = {
        path: (words(built.body(path), ".//h1"), titles(built.body(path)))
        for path in built.files()
        if path.startswith("blog/")
        and path.endswith(".html")
        and "http-equiv" not in built.text(path)
        and built.body(path).xpath(".//article")
    }
    del pages["blog/index.html"]
    assert pages == {
        "blog/tags/fast/index.html": (
            ["Posts tagged fast"],
            ["Alpha & more", "Beta", "Delta"],
        ),
        "blog/tags/two-words/index.html": (
            ["Posts tagged two words"],
            ["Alpha & more"],
        ),
        "blog/categories/news/index.html": (["Posts in News"], ["Alpha & more"]),
        "blog/authors/ann-bee/index.html": (
            ["Posts by Ann Bee"],
            ["Alpha & more", "Beta"],
        ),
        "blog/authors/cee-dee/index.html": (["Posts by Cee Dee"], ["Alpha & more"]),
        "blog/archive/2024/index.html": (
            ["Posted in 2024"],
            ["Alpha & more", "Beta"],
        ),
        "blog/archive/2023/index.html": (["Posted in 2023"], ["Gamma"]),
    }
    assert [
        (link.text, link.get("href"))
        for link in built.body("blog/archive/index.html").xpath(".//h2/a")
    ] == [("2024", "2024/index.html"), ("2023", "2023/index.html")]
    terms = built.body("blog/tags/index.html").xpath(".//ul[@class='updates-terms']/li")
    assert [" ".join(term.text_content().split()) for term in terms] == [
        "fast 3",
        "two words 1",
    ]


OLD = {
    "blog/tag/fast.html": "tags/fast/index.html",
    "blog/tag.html": "tags/index.html",
    "blog/category/news.html": "categories/news/index.html",
    "blog/author/ann-bee.html": "authors/ann-bee/index.html",
    "blog/author.html": "authors/index.html",
    "blog/archive.html": "archive/index.html",
    "blog/2024.html": "archive/2024/index.html",
    "blog/drafts.html": "index.html",
}


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_addresses_of_ablog_lead_on(make_site: MakeSite, builder: str) -> None:
    built = make_site(FILES).build(builder)
    assert built.warnings == ""
    for old, new in OLD.items():
        path = old if builder == "html" else old.replace(".html", "/index.html")
        if path == f"blog/{new}":
            continue
        assert built.has(f"blog/{new}")
        (link,) = built.page(path).xpath("//a/@href")
        target = (built.outdir / path).parent / link
        target = target / "index.html" if target.is_dir() else target
        assert target.resolve() == (built.outdir / "blog" / new).resolve()


def test_a_series_has_a_page(make_site: MakeSite) -> None:
    front = "date: 2024-01-02\nseries: [A Tour]\n"
    files = {f"posts/{n}.md": f"---\ntitle: {n}\n{front}---\n" for n in "ab"}
    built = make_site(files).build()
    assert built.warnings == ""
    assert titles(built.body("blog/series/a-tour/index.html")) == ["a", "b"]
    assert words(built.body("blog/series/index.html"), ".//li/a") == ["A Tour"]
    lists = words(built.body("blog/index.html"), ".//nav[@class='updates-lists']/a")
    assert "Series" in lists


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("docs/blog/tags/fast/index.md", "# All fast things\n\nSpeed.\n"),
        ("docs/blog/tags/fast.md", "# All fast things\n\nSpeed.\n"),
        ("posts/tags/fast/_index.md", ""),
    ],
)
def test_the_page_of_a_term_may_have_a_text_of_its_own(
    path: str, title: str, make_site: MakeSite
) -> None:
    front = "---\norphan: true\n---\n\n" if title else ""
    text = front + (title or "---\ntitle: All fast things\n---\n\nSpeed.\n")
    built = make_site(FILES | {path: text}).build()
    assert built.warnings == ""
    name = "blog/tags/fast.html" if path.endswith("fast.md") else FAST_PAGE
    body = built.body(name)
    assert [one.rstrip("¶") for one in words(body, ".//h1")] == ["All fast things"]
    assert titles(body) == ["Alpha & more", "Beta", "Delta"]
    assert body.text_content().index("Speed.") < body.text_content().index("Alpha")
    (tag,) = built.body("blog/alpha/index.html").xpath(".//a[text()='fast']/@href")
    assert (built.outdir / "blog/alpha" / tag).resolve() == built.outdir / name


def test_two_spellings_with_one_address_share_a_page(make_site: MakeSite) -> None:
    built = make_site(
        {
            "posts/a.md": "---\ntitle: A\ndate: 2024-01-02\ntags: [Fast]\n---\n",
            "posts/b.md": "---\ntitle: B\ndate: 2024-01-01\ntags: [fast]\n---\n",
        }
    ).build()
    assert titles(built.body("blog/tags/fast/index.html")) == ["A", "B"]


def test_a_term_without_letters_has_no_page(make_site: MakeSite) -> None:
    text = "---\ntitle: A\ndate: 2024-01-02\ntags: ['//', '..', ok]\n---\n"
    files = make_site({"posts/a.md": text}).build().files()
    assert {name for name in files if name.startswith("blog/tags")} == {
        "blog/tags/index.html",
        "blog/tags/ok/index.html",
    }


def test_posts_without_a_date_come_last_and_have_no_year(make_site: MakeSite) -> None:
    built = make_site(FILES).build()
    assert titles(built.body("blog/index.html"))[-1] == "Delta"
    assert "Delta" not in built.text("blog/archive/index.html")
    assert not built.has("blog/archive/1/index.html")
    assert built.body("blog/delta/index.html").xpath(".//header//time") == []


@pytest.mark.parametrize(
    ("options", "items"),
    [
        ("", ["05 March - Alpha & more", "06 March - Beta", "06 January - Gamma"]),
        (":tags: fast\n", ["05 March - Alpha & more", "06 March - Beta"]),
        (":tags: fast, two words\n", ["05 March - Alpha & more"]),
        (":author: Ann Bee\n:sort:\n", ["06 March - Beta", "05 March - Alpha & more"]),
        (":category: News\n", ["05 March - Alpha & more"]),
        (
            ":category: News\n:format: '{title} by {author} in {category}, {tags}'\n",
            ["Alpha & more by Ann Bee, Cee Dee in News, fast, two words"],
        ),
        (
            ":tags: fast\n:date: '%Y/%m'\n",
            ["2024/03 - Alpha & more", "2024/03 - Beta"],
        ),
    ],
)
def test_postlist_filters_and_formats(
    options: str, items: list[str], make_site: MakeSite
) -> None:
    files = {name: text for name, text in FILES.items() if "delta" not in name}
    page = f"# Home\n\n```{{postlist}}\n{options}```\n"
    built = make_site(files | {"docs/index.md": page}).build()
    assert built.warnings == ""
    assert listed(built.body("index.html")) == items


def test_postlist_shows_excerpts_with_links_that_lead_on(make_site: MakeSite) -> None:
    text = "---\ntitle: A\ndate: 2024-01-02\n---\n\nSee [Gamma](gamma.md)[^1].\n"
    page = "---\norphan: true\n---\n\n# P\n\n```{postlist} 1\n:excerpts:\n```\n"
    built = make_site(
        {
            "posts/a.md": text + "\n[^1]: A note.\n",
            "posts/gamma.md": FILES["posts/gamma.md"],
            "docs/deep/list.md": page,
        }
    ).build()
    assert built.warnings == ""
    (excerpt,) = built.body("deep/list.html").xpath(".//*[contains(@class,'excerpt')]")
    assert " ".join(excerpt.text_content().split()) == "See Gamma."
    (link,) = excerpt.xpath(".//a")
    assert link.get("href") == "../blog/gamma/index.html"


def test_postlist_shows_posts_without_a_date_last(make_site: MakeSite) -> None:
    page = "# Home\n\n```{postlist}\n:format: '{title} ({date})'\n```\n"
    body = make_site(FILES | {"docs/index.md": page}).build().body("index.html")
    assert listed(body)[2:] == ["Gamma (06 January)", "Delta ()"]


def test_postlist_leads_to_where_a_post_was_published(make_site: MakeSite) -> None:
    page = "# Home\n\n```{postlist}\n```\n"
    body = make_site(FILES | {"docs/index.md": page}).build().body("index.html")
    (link,) = body.xpath(".//a[text()='Beta']")
    assert link.get("href") == "https://elsewhere.example/beta"


def test_dates_of_postlist_are_in_the_language_of_the_docs(make_site: MakeSite) -> None:
    page = "# Home\n\n```{postlist} 1\n```\n"
    built = make_site(FILES | {"docs/index.md": page}).build(language="de")
    assert listed(built.body("index.html")) == ["05 März - Alpha & more"]


def test_a_first_series_is_named_on_a_landing_page_with_a_text(
    make_site: MakeSite,
) -> None:
    old = "---\ntitle: Old\ndate: 2020-01-02\n---\n\nText.\n"
    index = "---\ntitle: Our news\n---\n\nAll of them.\n"
    site = make_site(FILES | {"posts/_index.md": index, "posts/old.md": old})

    def ways() -> list[str]:
        body = site.build(updates_page_size=1).body("blog/index.html")
        assert titles(body) == ["Alpha & more"]
        return words(body, ".//nav[@class='updates-lists']/a")

    assert "Series" not in ways()
    site.write({"posts/old.md": old.replace("date:", "series: [A Tour]\ndate:")})
    assert "Series" in ways()
