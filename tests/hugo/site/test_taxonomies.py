"""Taxonomies and terms, compared with what real Hugo made of the same sites."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.content import scan_mount
from sphinx_updates.hugo.site.list_rules import list_rules_from
from sphinx_updates.hugo.site.settings import settings_from
from sphinx_updates.hugo.site.taxonomies import Taxonomies, Taxonomy, read_taxonomies
from sphinx_updates.hugo.site.terms import term_key
from sphinx_updates.hugo.title_case import title_case

GOLDEN = Path(__file__).parents[2] / "golden" / "terms.json"
CASES: list[dict[str, Any]] = json.loads(GOLDEN.read_text("utf-8"))["cases"]
NOW = datetime(2026, 11, 1, tzinfo=UTC)

RESOLVED = "dots and empty parts of a term are resolved, in its address too"
NO_LETTERS = "a term without letters gets no page, rather than that of all terms"
TITLED = "a list whose page has no title is named as if it had no page"
ONE_ADDRESS = "terms of one address are one term; Hugo shows one of them at random"
FEED_FIRST = "Hugo writes the feed to the address of the page"
NOT_BUILT = "a page that is not built has no terms and is in no list"
DIVERGES = {
    "term 'a%20b'": "a percent sign is one, in the addresses of lists too",
    "term '/a'": RESOLVED,
    "term 'a//b'": RESOLVED,
    "term 'a/../b'": RESOLVED,
    "term '..'": NO_LETTERS,
    "term '.'": NO_LETTERS,
    "term '!'": NO_LETTERS,
    "term 'a\\\\b'": "a backslash separates folders on some systems",
    "spellings that differ in signs": ONE_ADDRESS,
    "ugly urls with a pattern": "a name that ends in a plus keeps no hyphen of it",
    "a term with a file url": FEED_FIRST,
    "a taxonomy with a file url": FEED_FIRST,
    "flat pattern /x.html": ONE_ADDRESS,
    "flat pattern /one/": ONE_ADDRESS,
    "tagged terms": TITLED,
    "a term untitled": TITLED,
    "a taxonomy untitled": TITLED,
    "pattern of an untitled term": TITLED,
    "a post that is only linked": NOT_BUILT,
    "a term that is only linked": NOT_BUILT,
}


def write_site(files: dict[str, dict[str, Any]], folder: Path) -> None:
    for path, front in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(front) + "\nText.\n", "utf-8")


def read(
    files: dict[str, dict[str, Any]], folder: Path, **config: object
) -> Taxonomies:
    write_site(files, folder)
    settings, _problems = settings_from(config)
    rules, _more = list_rules_from(config)
    mount = scan_mount("", folder, settings, now=NOW)
    return read_taxonomies(mount.pages, settings, rules, hidden=mount.hidden)


def lists(found: Taxonomies) -> dict[str, dict[str, object]]:
    """Return the lists by address, as the golden file has them."""
    pages: dict[str, dict[str, object]] = {}
    for taxonomy in found.taxonomies:
        listed = [term.url for term in taxonomy.terms if term.is_listed]
        if taxonomy.url:
            pages[taxonomy.url] = {
                "kind": "taxonomy",
                "title": taxonomy.title,
                "pages": listed,
                "feed": taxonomy.feed,
            }
        for term in taxonomy.terms:
            if term.url:
                pages[term.url] = {
                    "kind": "term",
                    "title": term.title,
                    "pages": [page.url for page in term.members],
                    "feed": term.feed,
                }
    return pages


def hugos_lists(case: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the same of the golden file; the file says what the address means."""
    base = case["config"].get("baseURL", "/").removeprefix("https://example.org")

    def plain(url: str) -> str:
        return url and "/" + url.removeprefix(base).removesuffix("index.html")

    return {
        plain(base + found["file"]): {
            "kind": found["kind"],
            "title": found["title"],
            # Below a nested term Hugo lists a page once for each of its terms.
            "pages": list(dict.fromkeys(plain(page) for page in found["pages"])),
            "feed": found["feed"] and plain(found["feed"]),
        }
        for found in case["lists"].values()
        if found["kind"] in ("taxonomy", "term")
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_lists_are_hugos(case: dict[str, Any], tmp_path: Path) -> None:
    ours = lists(read(case["files"], tmp_path, **case["config"]))
    theirs = hugos_lists(case)
    for url, found in theirs.items():
        # Of several spellings Hugo takes one at random; we take the first.
        if isinstance(found["title"], list) and url in ours:
            assert ours[url]["title"] in found["title"]
            found["title"] = ours[url]["title"]
    if case["name"] in DIVERGES:
        assert ours != theirs, "it does not diverge any more"
    else:
        assert ours == theirs


def test_every_divergence_is_a_case() -> None:
    assert set(DIVERGES) <= {case["name"] for case in CASES}


def test_the_cases_are_of_one_hugo() -> None:
    data = json.loads(GOLDEN.read_text("utf-8"))
    assert data["hugo_version"] == "v0.168.0"
    assert not any("error" in case for case in CASES)
    assert len(CASES) > 200


def one(found: Taxonomies, plural: str) -> Taxonomy:
    taxonomy = found.find(plural)
    assert taxonomy is not None
    return taxonomy


POSTS: dict[str, dict[str, Any]] = {
    "posts/a.md": {"tags": ["GSoC", "foo Bar"], "date": "2024-01-01"},
    "posts/b.md": {"tags": ["gsoc", "C#", "GSOC"], "date": "2024-02-01"},
}


def test_the_first_spelling_of_a_term_counts(tmp_path: Path) -> None:
    tags = one(read(POSTS, tmp_path), "tags")
    assert (tags.singular, tags.plural, tags.title) == ("tag", "tags", "Tags")
    gsoc = tags.find("gSoC")
    assert gsoc is not None
    assert (gsoc.key, gsoc.name, gsoc.title) == ("gsoc", "GSoC", "GSoC")
    assert gsoc.date == datetime(2024, 2, 1, tzinfo=UTC)
    assert [page.path for page in gsoc.members] == ["posts/b.md", "posts/a.md"]
    assert tags.find("none") is None


def test_a_page_has_its_terms_in_its_own_order(tmp_path: Path) -> None:
    tags = one(read(POSTS, tmp_path), "TAGS")
    pages = {page.path: page for term in tags.terms for page in term.members}
    assert [t.key for t in tags.terms_of(pages["posts/a.md"])] == ["gsoc", "foo-bar"]
    assert [t.key for t in tags.terms_of(pages["posts/b.md"])] == ["gsoc", "c#"]


def test_spellings_of_one_address_are_one_term(tmp_path: Path) -> None:
    files = {
        "a.md": {"tags": ["what?", "caf\u00e9"]},
        "b.md": {"tags": ["cafe", "what"]},
    }
    tags = one(read(files, tmp_path, removePathAccents=True), "tags")
    assert [(t.title, t.url, len(t.members)) for t in tags.terms] == [
        ("Caf\u00e9", "/tags/cafe/", 2),
        ("What?", "/tags/what/", 2),
    ]
    assert tags.find("what") is tags.find("what?")
    assert tags.find("cafe") is tags.find("CAF\u00c9")


def test_a_term_that_can_have_no_page_is_said(tmp_path: Path) -> None:
    files: dict[str, dict[str, Any]] = {
        "posts/a.md": {"tags": ["!", "b"]},
        "about.md": {"url": "/tags/b/"},
    }
    found = read(files, tmp_path)
    [term] = one(found, "tags").terms
    assert (term.title, term.url, term.feed, len(term.members)) == ("B", "", "", 1)
    kind = ProblemKind.FRONT_MATTER_KEY
    letters = "tags: '!' has no letters that an address may have; it gets no page"
    taken = "tags: the page of 'b' would be at '/tags/b/', where about.md is; "
    assert [(file.name, p.kind, p.message) for file, p in found.problems] == [
        ("a.md", kind, letters),
        ("a.md", kind, f"{taken}it gets no page"),
    ]


def test_a_term_never_is_the_front_page(tmp_path: Path) -> None:
    patterns = {"term": {"tags": "/"}, "taxonomy": {"tags": "/t/:title"}}
    tags = one(read({"a.md": {"tags": ["x"]}}, tmp_path, permalinks=patterns), "tags")
    assert (tags.url, tags.feed) == ("/t/tags/", "/t/tags/index.xml")
    assert [term.url for term in tags.terms] == [""]


def test_pages_of_terms_and_their_files_are_where_hugo_has_them(tmp_path: Path) -> None:
    files: dict[str, dict[str, Any]] = {
        "tags/C# & X/_index.md": {"title": "Sharp"},
        "posts/a.md": {"tags": ["c# & x"]},
    }
    [term] = one(read(files, tmp_path, uglyURLs=True), "tags").terms
    assert term.page is not None
    assert (term.url, term.page.url) == ("/tags/c#--x.html", "/tags/c#--x.html")
    assert term.feed == "/tags/c#--x/index.xml"


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    key = term_key(name)
    assert term_key(key) == key
    assert ".." not in key.split("/")
    assert not key.startswith("/")


@given(st.text(max_size=40), st.sampled_from(["ap", "chicago", "go", "firstupper"]))
def test_titles_never_lose_letters(text: str, style: str) -> None:
    assert len(title_case(text, style)) == len(text)
    assert title_case(text, style).lower() == text.lower() or not text.isascii()


def test_many_terms_are_read_quickly_and_pickle(tmp_path: Path) -> None:
    files = {
        f"posts/{n}.md": {"tags": [f"Tag {n}", f"Tag {n // 2}", f"a/{n}"]}
        for n in range(500)
    }
    write_site(files, tmp_path)
    settings, _problems = settings_from({})
    mount = scan_mount("", tmp_path, settings, now=NOW)
    start = process_time()
    found = read_taxonomies(mount.pages, settings)
    tags = one(found, "tags")
    count = sum(len(tags.terms_of(page)) for page in mount.pages)
    assert process_time() - start < 20
    assert (len(tags.terms), count) == (1000, 1499)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    "names", [["a/../../b"], ["../../x"], ["/"], ["\\\\a"], ["a\0b"]]
)
def test_no_term_leaves_its_taxonomy(names: list[str], tmp_path: Path) -> None:
    tags = one(read({"a.md": {"tags": names}}, tmp_path), "tags")
    for term in tags.terms:
        assert term.url.startswith("/tags/")
        assert ".." not in term.url
        for page in term.members:
            assert page.path == "a.md"
