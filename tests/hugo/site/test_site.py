"""Whole sites, path by path and page by page against real Hugo's; and hostile ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from sphinx_updates.hugo.front_matter import Visibility
from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.index import SiteIndex
from sphinx_updates.hugo.site.outputs import published_path
from sphinx_updates.hugo.site.page_resources import page_resources
from sphinx_updates.hugo.site.site import Site, read_site
from sphinx_updates.hugo.site.site_config import read_site_config

if TYPE_CHECKING:
    from sphinx_updates.hugo.site.list_page import ListPage
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.reader import FrontMatterCache

GOLDEN: Final = json.loads(
    Path(__file__, "../../../golden/sites.json").resolve().read_text("utf-8")
)
CASES: Final = {case["name"]: case for case in GOLDEN["cases"]}
NOW: Final = datetime(2026, 11, 1, tzinfo=UTC)
DATES: Final = ("date", "lastmod", "publishdate", "expirydate")

NOT_BUILT: Final = "a page that is not built is in no list, so that no link is dead"
NOT_LISTED: Final = {
    "index.html: members": NOT_BUILT,
    "posts/index.html: members": NOT_BUILT,
}
RAW_HTML: Final = "HTML without front matter is published as it is, as older Hugo did"
DIVERGES: Final[dict[str, dict[str, str]]] = {
    "cascade": NOT_LISTED,
    "cascade of the config": NOT_LISTED,
    "build options": {
        **NOT_LISTED,
        "tags/index.html: members": NOT_BUILT,
        "- tags/l/index.html": "no page that is built has the term",
        "- tags/l/index.xml": "no page that is built has the term",
    },
    "languages by folder": {
        "+ fr/posts/l.txt": "Hugo has it in its lists, and publishes the other one only"
    },
    "languages with patterns": {
        "+ en/index.html": "Hugo forgets the slash",
        "- index.htmlen/index.html": "Hugo forgets the slash",
    },
    "other suffixes": {
        "+ b.htm": RAW_HTML,
        "+ bun/raw.html": RAW_HTML,
        "- b/index.html": RAW_HTML,
        "bun/index.html: resources": RAW_HTML,
        "index.html: members": RAW_HTML,
    },
}
"""What is otherwise here on purpose, by case and difference, and why."""


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def read(root: Path, files: dict[str, str] | None = None, language: str = "") -> Site:
    write(root, files or {})
    return read_site(read_site_config(root, language=language), now=NOW)


def in_all_languages(root: Path) -> dict[str, Site]:
    config = read_site_config(root)
    keys = [one.key for one in config.languages.built]
    return {key: read(root, language=key) for key in keys}


def published(site: Site) -> set[str]:
    """Return the paths of all files that the site publishes."""
    urls = {page.url for page in site.mount.pages}
    urls |= {alias for page in site.mount.pages for alias in page.aliases}
    urls |= {file.url for file in site.mount.files}
    urls |= {page.url for page in site.lists if page.url}
    urls |= {feed.url for page in site.lists for feed in page.feeds}
    return {published_path(url) for url in urls | set(site.redirects)}


def hugo_path(page: Page) -> str:
    """Return the logical path of a page as Hugo writes it."""
    path = page.directory if page.is_bundle else f"{page.directory}/{page.stem}"
    return "/" + "/".join(path_segment(part) for part in path.split("/") if part)


def rows(site: Site) -> dict[str, dict[str, Any]]:
    """Return what each page says of itself, as Hugo's pages do, by published path."""
    found: dict[str, dict[str, Any]] = {}
    language = site.config.language.key
    for page in site.mount.pages:
        front = page.front_matter
        found[published_path(page.url)] = {
            "kind": page.kind,
            "path": hugo_path(page),
            "title": front.title,
            "date": front.date.strftime("%Y-%m-%d") if front.date else "",
            "language": language,
            "params": params_of(page),
            "members": [],
            "resources": resources_of(page),
            "translations": [
                {one.language: one.url} for one in site.translations.get(page.path, ())
            ],
            "feed": "",
        }
    for one in site.lists:
        if one.url:
            row = found.setdefault(published_path(one.url), {})
            row |= row_of_list(one)
            if one.page is None:
                row["translations"] = translations_of(one.path, site)
            row.setdefault("language", language)
    return found


def translations_of(path: str, site: Site) -> list[dict[str, str]]:
    return [{one.language: one.url} for one in site.translations.get(path, ())]


def row_of_list(one: ListPage) -> dict[str, Any]:
    members = [hugo_path(page) for page in one.members]
    if one.kind == "taxonomy":
        assert one.taxonomy is not None
        top = f"/{path_segment(one.taxonomy.plural)}"
        members = [
            f"{top}/{term.key}"
            for term in one.taxonomy.terms
            if term.is_listed and term.url
        ]
    path = "/" + "/".join(path_segment(part) for part in one.path.split("/") if part)
    return {
        "kind": one.kind,
        "path": path,
        "title": one.title,
        "date": one.date.strftime("%Y-%m-%d") if one.date else "",
        "members": members,
        "feed": next((feed.url for feed in one.feeds if feed.name == "rss"), ""),
    }


def params_of(page: Page) -> dict[str, Any]:
    params = page.front_matter.page_params
    return {key: value for key, value in params.items() if key not in DATES}


def resources_of(page: Page) -> list[dict[str, Any]]:
    found = [
        {"name": one.name, "title": one.title, "params": dict(one.params)}
        for one in page_resources(page)
    ]
    return sorted(found, key=lambda one: str(one["name"]))


def differences(case: dict[str, Any], sites: dict[str, Site]) -> list[str]:
    """Return what differs from Hugo: ``+ path``, ``- path`` or ``path: field``."""
    is_multihost = any(site.config.languages.is_multihost for site in sites.values())
    ours: set[str] = set()
    pages: dict[str, dict[str, Any]] = {}
    for key, site in sites.items():
        start = f"{key}/" if is_multihost else ""
        ours |= {start + path for path in published(site)}
        pages |= {start + path: row for path, row in rows(site).items()}
    theirs = set(case["published"])
    found = [f"+ {path}" for path in ours - theirs]
    found += [f"- {path}" for path in theirs - ours]
    for path, row in case["pages"].items():
        own = pages.get(path, {})
        for field, value in row.items():
            expected = value
            if field == "translations":
                # In Hugo a page is a translation of another one in its own language.
                others = [one for one in value if row["language"] not in one]
                expected = [
                    {key: url.removesuffix("index.html") for key, url in one.items()}
                    for one in others
                ]
            elif field == "resources":
                expected = sorted(value, key=lambda one: one["name"])
            if field in own and own[field] != expected:
                found.append(f"{path}: {field}")
    return sorted(found)


@pytest.mark.parametrize("name", CASES)
def test_a_site_is_hugos(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    write(tmp_path, case["files"])
    found = differences(case, in_all_languages(tmp_path))
    assert found == sorted(DIVERGES.get(name, {}))


def test_every_divergence_is_a_case() -> None:
    assert set(DIVERGES) <= set(CASES)
    assert not any("fails" in case for case in CASES.values())


CONFIG: Final = {"hugo.toml": 'title = "Site"\nbaseURL = "https://example.org/"\n'}


def page(title: str, *lines: str) -> str:
    return "\n".join(("---", f"title: {title}", *lines, "---", "Text.", ""))


def messages(site: Site) -> list[tuple[str, ProblemKind, str]]:
    root = site.config.root
    return [
        (file.relative_to(root).as_posix(), problem.kind, problem.message)
        for file, problem in site.mount.problems
    ]


def test_two_pages_with_one_address_are_both_named(tmp_path: Path) -> None:
    files = {
        "content/a.md": page("A", "slug: same"),
        "content/same.md": page("Same", "tags: [t]"),
        "content/c.md": page("C", "url: /tags/t/"),
    }
    site = read(tmp_path, CONFIG | files)
    assert [one.path for one in site.mount.pages] == ["a.md", "c.md"]
    assert messages(site) == [
        (
            "content/same.md",
            ProblemKind.PAGE_CLASH,
            (
                "'same.md' and 'a.md' have the same address '/same/'; this page is "
                "left out, give it another slug or url"
            ),
        )
    ]


def test_an_address_of_a_term_is_left_to_the_page_that_has_it(tmp_path: Path) -> None:
    files = {"content/a.md": page("A", "tags: [t]", "url: /tags/t/")}
    site = read(tmp_path, CONFIG | files)
    assert [one.path for one in site.lists] == ["", "tags", "categories"]
    [(file, kind, message)] = messages(site)
    assert (file, kind) == ("content/a.md", ProblemKind.FRONT_MATTER_KEY)
    assert "'/tags/t/', where a.md is" in message


def test_an_alias_that_something_else_is_at_is_reported(tmp_path: Path) -> None:
    files = {
        "content/a.md": page("A", "aliases: [/b/, /old/, /posts/, /img/x.html]"),
        "content/b.md": page("B", "aliases: [/old/, /b/]"),
        "content/posts/c.md": page("C"),
        "static/img/x.html": "x",
    }
    site = read(tmp_path, CONFIG | files)
    aliases = {one.path: one.aliases for one in site.mount.pages}
    assert aliases == {"a.md": ("/old/",), "b.md": (), "posts/c.md": ()}
    fault = "the alias {!r} of {!r} is the address of {!r}; it is left out".format
    assert messages(site) == [
        ("content/a.md", ProblemKind.PAGE_CLASH, fault("/b/", "a.md", "b.md")),
        (
            "content/a.md",
            ProblemKind.PAGE_CLASH,
            fault("/img/x.html", "a.md", "img/x.html"),
        ),
        ("content/b.md", ProblemKind.PAGE_CLASH, fault("/old/", "b.md", "a.md")),
        (
            "content/a.md",
            ProblemKind.PAGE_CLASH,
            fault("/posts/", "a.md", "the section posts"),
        ),
    ]
    [members] = [one.members for one in site.lists if one.kind == "home"]
    assert members[0] in site.mount.pages, "lists hold the pages as they are published"


def test_a_static_file_at_the_address_of_a_page_is_reported(tmp_path: Path) -> None:
    files = {"content/a/index.md": page("A"), "static/a/index.html": "static"}
    site = read(tmp_path, CONFIG | files)
    assert site.mount.files == ()
    assert messages(site) == [
        (
            "static/a/index.html",
            ProblemKind.PAGE_CLASH,
            (
                "the file and the page 'a/index.md' have the same address '/a/'; "
                "the file is left out, rename it"
            ),
        )
    ]


def test_formats_that_are_not_read_are_reported_and_not_published(
    tmp_path: Path,
) -> None:
    names = ("a.org", "b.adoc", "posts/c.rst", "bundle/d.pandoc")
    files = {f"content/{name}": "text" for name in names}
    site = read(tmp_path, CONFIG | files | {"content/bundle/index.md": page("B")})
    assert [one[:2] for one in messages(site)] == [
        (f"content/{name}", ProblemKind.FILE) for name in sorted(names)
    ]
    assert "content in '.org' is not read" in messages(site)[0][2]
    assert site.mount.files == ()


def test_pages_in_html_are_read_and_noted(tmp_path: Path) -> None:
    files = {"content/a.html": page("A"), "content/raw.html": "<p>no page</p>"}
    site = read(tmp_path, CONFIG | files)
    assert [one.url for one in site.mount.pages] == ["/a/"]
    assert [one.url for one in site.mount.files] == ["/raw.html"]
    [note] = site.notes
    assert note.startswith("1 pages are written in HTML, which Hugo reads only if")


def test_the_index_takes_the_mount_as_it_is(tmp_path: Path) -> None:
    files = {
        "content/posts/x/index.md": page("X", "slug: other"),
        "content/posts/x/pic.png": "",
        "static/logo.svg": "",
        "content/draft.md": page("D", "draft: true", "aliases: [/old/]"),
    }
    site = read(tmp_path, CONFIG | files)
    index = SiteIndex((site.mount,))
    found = index.by_url("/posts/other/")
    assert found is not None
    assert found is index.by_path("posts/x")
    assert found.docname == "posts/other/index"
    file = index.file_by_path("posts/x/pic.png")
    assert file is not None
    assert file.url == "/posts/other/pic.png"
    assert index.file_by_url("/logo.svg") is not None
    hidden = index.hidden_by_path("draft.md")
    assert hidden is not None
    assert hidden.visibility is Visibility.DRAFT
    assert index.by_alias("/old/") is None


def test_drafts_can_be_asked_for(tmp_path: Path) -> None:
    files = {
        "content/a.md": page("A", "draft: true"),
        "content/b.md": page("B", "date: 2199-01-01"),
        "content/c.md": page("C", "expiryDate: 2001-01-01"),
        "content/s/_index.md": page("S", "draft: true"),
    }
    write(tmp_path, CONFIG | files)
    config = read_site_config(tmp_path)
    site = read_site(config, now=NOW, drafts=True)
    assert {one.path for one in site.mount.pages} == {
        "a.md", "b.md", "c.md", "s/_index.md",
    }  # fmt: skip
    assert read_site(config, now=NOW).mount.pages == ()


def test_patterns_from_outside_override_those_of_the_site(tmp_path: Path) -> None:
    files = {
        "hugo.toml": '[permalinks]\nposts = "/p/:slug/"\n',
        "content/posts/x.md": page("X"),
    }
    write(tmp_path, files)
    config = read_site_config(tmp_path)
    site = read_site(
        config, now=NOW, permalinks={"posts": "/o/:slug/", "other": "/:nonsense/"}
    )
    assert [one.url for one in site.mount.pages] == ["/o/x/"]
    [(_file, kind, message)] = messages(site)
    assert kind is ProblemKind.CONFIG
    assert ":nonsense" in message


def opened(
    root: Path, cache: FrontMatterCache, monkeypatch: pytest.MonkeyPatch
) -> set[str]:
    """Read the site and return the content files that were opened for it."""
    found: set[str] = set()
    read_bytes = Path.read_bytes

    def noted(self: Path) -> bytes:
        if self.suffix == ".md":
            found.add(self.relative_to(root / "content").as_posix())
        return read_bytes(self)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", noted)
        read_site(read_site_config(root), now=NOW, cache=cache)
    return found


def test_a_second_reading_opens_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "content/_index.md": page("Home", "cascade: {colour: red}"),
        "content/posts/_index.md": page("Posts", "cascade: {size: big}"),
        "content/posts/a.md": page("A"),
        "content/notes/b.md": page("B"),
    }
    write(tmp_path, CONFIG | files)
    cache: FrontMatterCache = {}
    everything = {name.removeprefix("content/") for name in files}
    assert opened(tmp_path, cache, monkeypatch) == everything
    assert opened(tmp_path, cache, monkeypatch) == set()
    write(tmp_path, {"content/notes/b.md": page("Other B", "weight: 3")})
    assert opened(tmp_path, cache, monkeypatch) == {"notes/b.md"}
    changed = page("Posts", "cascade: {size: small and more}")
    write(tmp_path, {"content/posts/_index.md": changed})
    assert opened(tmp_path, cache, monkeypatch) == {"posts/_index.md", "posts/a.md"}
    (tmp_path / "content/posts/a.md").unlink()
    assert opened(tmp_path, cache, monkeypatch) == set()
    assert len(cache) == 3


HOSTILE: Final = {
    "a cascade that is text": {"content/_index.md": page("H", "cascade: nonsense")},
    "a cascade with a bad glob": {
        "content/_index.md": page("H", "cascade: {target: {path: '[a'}, x: 1}")
    },
    "a cascade with bad values": {
        "content/_index.md": page("H", "cascade: {date: never, weight: x, build: 3}"),
        "content/a.md": page("A"),
    },
    "a cascade of itself": {
        "content/_index.md": page("H", "cascade: {cascade: {cascade: 1}, params: 3}"),
        "content/a.md": page("A"),
    },
    "no text at all": {"content/a.md": "\x00\x01", "content/s/_index.md": ""},
    "names like languages": {
        "content/.en.md": "x", "content/en.md": "x", "content/a.en.md": "x",
        "content/en/en/index.en.md": "x", "content/x.en": "x", "content/..en.md": "x",
    },
    "a front page that is a bundle": {
        "content/index.md": page("I"), "content/posts/a.md": page("A"),
    },
    "addresses that lead out": {
        "content/a.md": page("A", "url: ../../x", "aliases: [../../../y, '//h/x']"),
        "content/b.md": page("B", "slug: ../../z"),
        "content/c.md": page("C", "tags: ['../..', '..']"),
    },
    "outputs that are none": {
        "content/_index.md": page("H", "outputs: [nonsense, 3, {a: b}]"),
        "content/s/_index.md": page("S", "outputs: 7"),
    },
    "resources that are none": {
        "content/a/index.md": page("A", "resources: [{src: '[x', name: 1}, 3, {}]"),
        "content/a/x.txt": "x",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_in_a_site_stops_it(name: str, tmp_path: Path) -> None:
    site = read(tmp_path, CONFIG | HOSTILE[name])
    for one in site.mount.pages:
        page_resources(one)
        assert one.url.startswith("/")
        assert not {"..", "."} & set(one.url.split("/"))
    for file in published(site):
        assert not {"..", "."} & set(file.split("/"))


def test_a_cascade_that_cannot_be_used_is_located(tmp_path: Path) -> None:
    site = read(tmp_path, CONFIG | HOSTILE["a cascade that is text"])
    [(file, kind, message)] = messages(site)
    assert (file, kind) == ("content/_index.md", ProblemKind.FRONT_MATTER_KEY)
    assert message == "'cascade' must hold tables, got 'nonsense'; left out"


def test_no_link_leads_out_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.txt").write_text("secret", "utf-8")
    root = tmp_path / "site"
    write(root, CONFIG | {"content/a.md": page("A"), "static/x.txt": "x"})
    for folder in ("content", "static"):
        (root / folder / "link").symlink_to(tmp_path / "secret")
        (root / folder / "s.txt").symlink_to(tmp_path / "secret" / "s.txt")
    site = read(root)
    assert {file.url for file in site.mount.files} == {"/x.txt"}
    kinds = {kind for _file, kind, _message in messages(site)}
    assert (len(messages(site)), kinds) == (4, {ProblemKind.FILE})


def test_a_folder_without_anything_is_a_site_with_a_front_page(tmp_path: Path) -> None:
    site = read(tmp_path, CONFIG)
    assert site.mount.pages == ()
    assert [(one.kind, one.url, one.title) for one in site.lists] == [
        ("home", "/", "Site"),
        ("taxonomy", "/tags/", "Tags"),
        ("taxonomy", "/categories/", "Categories"),
    ]


def test_people_and_data_are_those_of_the_site(tmp_path: Path) -> None:
    files = {
        "data/authors/ann.yaml": "name: Ann Bee\n",
        "data/x.yaml": "y: 1\n",
        "content/a.md": page("A", "authors: [ann]"),
    }
    site = read(tmp_path, CONFIG | files)
    assert [one.name for one in site.people.of(site.mount.pages[0])] == ["Ann Bee"]
    assert site.data.get("x", "y") == 1


CORPORA: Final = Path(__file__).parents[4] / "shared"


@pytest.mark.parametrize("name", ["2i2c", "scientific-python"])
def test_every_page_of_a_real_site_is_at_its_address(name: str) -> None:
    oracle = CORPORA / "oracle" / name / "index.json"
    if not oracle.exists():
        pytest.skip("needs the corpora beside the project")
    site = read_site(read_site_config(CORPORA / "corpus" / name), now=NOW)
    titles = {one.url: one.front_matter.title for one in site.mount.pages}
    titles |= {one.url: one.title for one in site.lists}
    # HTML without front matter is a file here, and has no title there either.
    titles |= {file.url.removesuffix("index.html"): "" for file in site.mount.files}
    theirs = {row["permalink"]: row["title"] for row in json.loads(oracle.read_text())}
    assert {url: titles.get(url) for url in theirs} == theirs
