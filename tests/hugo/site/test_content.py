"""Scanning a mount: what becomes a page, what is left out, and why."""

from __future__ import annotations

import os
import pickle
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.front_matter import Visibility
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.content import FrontMatterCache, Mount, scan_mount
from sphinx_updates.hugo.site.settings import HugoSettings
from sphinx_updates.hugo.site.urls import alias_path, clean_path, docname_of

DEFAULTS = HugoSettings()
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def scan(
    folder: Path,
    prefix: str = "blog",
    settings: HugoSettings = DEFAULTS,
    *,
    permalinks: dict[str, str] | None = None,
    drafts: bool = False,
    cache: FrontMatterCache | None = None,
) -> Mount:
    return scan_mount(
        prefix,
        folder,
        settings,
        permalinks=permalinks or {},
        now=NOW,
        drafts=drafts,
        cache=cache,
    )


def urls(mount: Mount) -> dict[str, str]:
    return {page.path: page.url for page in mount.pages}


@pytest.mark.parametrize(
    ("prefix", "permalinks", "expected"),
    [
        ("blog", {}, "/blog/2023/my-post/"),
        ("", {}, "/2023/my-post/"),
        ("news/blog", {}, "/news/blog/2023/my-post/"),
        ("/blog/", {}, "/blog/2023/my-post/"),
        ("blog", {"blog": "/b/:year/:contentbasename/"}, "/b/2020/my-post/"),
        ("blog", {"Blog/2023": "/:section/:day/"}, "/blog/02/"),
        ("blog", {"other": "/x/:slug/"}, "/blog/2023/my-post/"),
        ("", {"": "/:year/:contentbasename/"}, "/2020/my-post/"),
        ("", {"/": "/:year/:contentbasename/"}, "/2023/my-post/"),
        ("news/blog", {"news/blog": "/:sections/:day/"}, "/news/02/"),
    ],
)
def test_the_prefix_and_the_patterns_give_the_address(
    prefix: str, permalinks: dict[str, str], expected: str, tmp_path: Path
) -> None:
    write(tmp_path, {"2023/My Post.md": "---\ndate: 2020-01-02\n---\n"})
    [page] = scan(tmp_path, prefix, permalinks=permalinks).pages
    assert page.url == expected


def test_patterns_of_the_project_win_over_those_of_the_site(tmp_path: Path) -> None:
    write(tmp_path, {"x.md": "---\ndate: 2020-01-02\n---\n"})
    settings = HugoSettings(permalinks={"blog": "/site/:contentbasename/"})
    assert urls(scan(tmp_path, settings=settings)) == {"blog/x.md": "/site/x/"}
    overridden = scan(tmp_path, settings=settings, permalinks={"blog": "/p/:year/"})
    assert urls(overridden) == {"blog/x.md": "/p/2020/"}


def test_a_pattern_that_cannot_be_used_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"x.md": ""})
    mount = scan(tmp_path, permalinks={"blog": "/:nope/"})
    assert urls(mount) == {"blog/x.md": "/blog/x/"}
    [(place, problem)] = mount.problems
    assert place == tmp_path
    assert problem.kind is ProblemKind.CONFIG
    assert "':nope'" in problem.message


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("/:nope/", "permalink attribute not recognised: ':nope' in '/:nope/'"),
        ("ftp://example.org/a/", "must be a path such as '/news/x/', got"),
        ("//example.org/a/", "must be a path such as '/news/x/', got"),
    ],
)
def test_a_url_that_cannot_be_used_is_a_problem(
    url: str, message: str, tmp_path: Path
) -> None:
    write(tmp_path, {"x.md": f"---\nurl: {url!r}\n---\n"})
    [page] = scan(tmp_path).pages
    assert page.url == "/blog/x/"
    [problem] = page.problems
    assert problem.kind is ProblemKind.FRONT_MATTER_KEY
    assert message in problem.message


def test_a_page_knows_its_place(tmp_path: Path) -> None:
    text = "---\ntitle: T\nslug: s\naliases: [old, /x.html]\n---\nBody.\n"
    write(tmp_path, {"a/foo/index.md": text, "a/foo/b/C.png": "", "a/foo/a.txt": ""})
    mount = scan(tmp_path)
    [page] = mount.pages
    assert (page.path, page.directory) == ("blog/a/foo/index.md", "blog/a/foo")
    assert (page.url, page.docname) == ("/blog/a/s/", "blog/a/s/index")
    assert (page.kind, page.is_bundle, page.is_leaf_bundle) == ("page", True, True)
    assert page.aliases == ("/blog/a/old/", "/x.html")
    assert page.resources == ("a.txt", "b/C.png")
    assert page.body_line == 5
    assert page.file == tmp_path / "a/foo/index.md"
    assert page.front_matter.title == "T"
    assert [(file.path, file.url) for file in mount.files] == [
        ("blog/a/foo/a.txt", "/blog/a/s/a.txt"),
        ("blog/a/foo/b/C.png", "/blog/a/s/b/C.png"),
    ]


def test_ugly_addresses_keep_the_files_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"foo/index.md": "", "foo/a.txt": ""})
    mount = scan(tmp_path, settings=HugoSettings(ugly_urls=True))
    [page] = mount.pages
    assert (page.url, page.docname) == ("/blog/foo.html", "blog/foo")
    assert page.bundle_url == "/blog/foo/"
    assert [file.url for file in mount.files] == ["/blog/foo/a.txt"]


@pytest.mark.parametrize(
    ("front_matter", "visibility"),
    [
        ("draft: true", Visibility.DRAFT),
        ("date: 2999-01-01", Visibility.FUTURE),
        ("expiryDate: 2001-01-01", Visibility.EXPIRED),
    ],
)
def test_pages_that_are_not_due_are_hidden_unless_asked_for(
    front_matter: str, visibility: Visibility, tmp_path: Path
) -> None:
    write(tmp_path, {"x/index.md": f"---\n{front_matter}\n---\n", "x/a.txt": ""})
    mount = scan(tmp_path)
    assert not mount.pages
    assert not mount.files
    assert [page.visibility for page in mount.hidden] == [visibility]
    shown = scan(tmp_path, drafts=True)
    assert [page.visibility for page in shown.pages] == [visibility]
    assert [file.path for file in shown.files] == ["blog/x/a.txt"]


def test_settings_of_the_site_can_ask_for_drafts(tmp_path: Path) -> None:
    write(tmp_path, {"x.md": "---\ndraft: true\n---\n"})
    assert scan(tmp_path, settings=HugoSettings(build_drafts=True)).pages


def test_a_page_that_is_never_rendered_is_hidden_for_ever(tmp_path: Path) -> None:
    write(tmp_path, {"x.md": "---\nbuild: {render: never}\n---\n"})
    assert scan(tmp_path, drafts=True).pages == ()


def test_an_index_file_that_swallows_the_mount_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"index.md": "", "x.md": "", "y/z.md": ""})
    mount = scan(tmp_path)
    assert urls(mount) == {"blog/index.md": "/blog/"}
    [(place, problem)] = mount.problems
    assert place == tmp_path
    assert problem.message == (
        "'index.md' makes the whole folder one page bundle, so that 2 other "
        "Markdown files are no pages; name it '_index.md'"
    )


def test_content_that_is_not_markdown_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"x.rst": "", "y.html": "---\n---\n", "z.html": "<p>"})
    mount = scan(tmp_path)
    assert [file.path for file in mount.files] == ["blog/z.html"]
    assert [(file.name, problem.message) for file, problem in mount.problems] == [
        ("x.rst", "content in '.rst' is not read, expected Markdown; left out"),
        ("y.html", "content in '.html' is not read, expected Markdown; left out"),
    ]


def test_nothing_outside_the_folder_is_published(tmp_path: Path) -> None:
    write(tmp_path, {"out/secret.txt": "", "out/x.md": "", "in/a.md": ""})
    root = tmp_path / "in"
    (root / "secret.txt").symlink_to(tmp_path / "out/secret.txt")
    (root / "x.md").symlink_to(tmp_path / "out/x.md")
    (root / "inside.md").symlink_to(root / "a.md")
    (root / "folder").symlink_to(tmp_path / "out")
    (root / "dangling").symlink_to(tmp_path / "nowhere")
    (root / "loop").symlink_to(root / "loop")
    mount = scan(root)
    assert sorted(urls(mount)) == ["blog/a.md", "blog/inside.md"]
    assert mount.files == ()
    assert {file.name for file, _problem in mount.problems} == {
        "secret.txt",
        "x.md",
        "folder",
        "dangling",
        "loop",
    }
    assert {problem.kind for _file, problem in mount.problems} == {ProblemKind.FILE}


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    assert scan(tmp_path) == Mount(prefix="blog", folder=tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"x.md": ""})
    (tmp_path / "x.md").chmod(0)
    [(_file, problem)] = scan(tmp_path).problems
    assert problem.kind is ProblemKind.FILE


def test_a_file_that_goes_away_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"x.md": "", "y.md": ""})

    def read_bytes(file: Path) -> bytes:
        raise FileNotFoundError(2, "No such file or directory", str(file))

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    mount = scan(tmp_path)
    assert mount.pages == ()
    assert [(file.name, problem.message) for file, problem in mount.problems] == [
        ("x.md", "cannot read it: No such file or directory"),
        ("y.md", "cannot read it: No such file or directory"),
    ]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    [(file, problem)] = scan(tmp_path / "nothing").problems
    assert file == tmp_path / "nothing"
    assert problem.kind is ProblemKind.FILE


def test_a_name_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.md"
    try:
        os.close(os.open(raw, os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    [(_file, problem)] = scan(tmp_path).problems
    assert problem.message == r"the name 'caf\udce9.md' is not UTF-8; rename the file"


def test_a_second_scan_reads_changed_files_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"x.md": "---\ntitle: a\n---\n", "y.md": "", "z.md": ""})
    cache: FrontMatterCache = {}
    scan(tmp_path, cache=cache)
    cache = pickle.loads(pickle.dumps(cache))
    (tmp_path / "x.md").write_text("---\ntitle: longer\n---\n", "utf-8")
    (tmp_path / "z.md").unlink()
    read: list[str] = []
    real = Path.read_bytes

    def read_bytes(file: Path) -> bytes:
        read.append(file.name)
        return real(file)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    mount = scan(tmp_path, cache=cache)
    assert read == ["x.md"]
    assert mount == scan(tmp_path)
    assert sorted(Path(name).name for name in cache) == ["x.md", "y.md"]


def test_other_rules_for_dates_are_not_taken_from_the_cache(tmp_path: Path) -> None:
    write(tmp_path, {"2020-01-02-x.md": ""})
    cache: FrontMatterCache = {}
    [page] = scan(tmp_path, cache=cache).pages
    assert page.front_matter.date is None
    settings = HugoSettings()
    rules = type(settings.date_rules)(date=(":filename",))
    settings = HugoSettings(date_rules=rules)
    [page] = scan(tmp_path, settings=settings, cache=cache).pages
    assert page.front_matter.date == datetime(2020, 1, 2, tzinfo=UTC)
    assert page.url == "/blog/x/"


def test_a_mount_pickles(tmp_path: Path) -> None:
    write(tmp_path, {"x/index.md": "---\ntags: [a]\n---\n", "x/a.txt": ""})
    mount = scan(tmp_path)
    assert pickle.loads(pickle.dumps(mount)) == mount


def test_deep_folders_do_not_recurse(tmp_path: Path) -> None:
    deep = "/".join("d" * 400)
    write(tmp_path, {f"{deep}/x.md": ""})
    assert len(scan(tmp_path).pages) == 1


def test_a_thousand_posts_are_scanned_in_seconds(tmp_path: Path) -> None:
    text = "---\ntitle: A post\ndate: 2020-01-02\ntags: [a, b]\n---\nText.\n"
    write(tmp_path, {f"{n % 10}/post {n}/index.md": text for n in range(1_000)})
    start = process_time()
    assert len(scan(tmp_path).pages) == 1_000
    # It takes about one second; this finds a hang, not a slow machine.
    assert process_time() - start < 60


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "/"),
        ("a/b", "/a/b/"),
        ("../../a/./b//", "/a/b/"),
        ("a\\b", "/a/b/"),
        ("/a\x00b/", "/ab/"),
        ("/a?b=1#c", "/a/"),
        ("/a.html", "/a.html"),
        ("/a.html/", "/a.html"),
        ("/.html", "/.html/"),
        ("/a/index.html", "/a/"),
        ("/x.xml", "/x.xml/"),
        ("/" + "é" * 300, "/" + "é" * 100 + "/"),
        ("/" + "a" * 300 + ".html", "/" + "a" * 200 + ".html"),
    ],
)
def test_no_path_leaves_the_site(path: str, expected: str) -> None:
    assert clean_path(path) == expected


@given(st.text(max_size=40))
def test_every_text_becomes_a_path_with_a_docname(text: str) -> None:
    path = clean_path(text)
    docname = docname_of(path)
    assert docname
    assert not docname.startswith("/")
    assert ".." not in docname.split("/")
    assert clean_path(alias_path(text, "/a/b/", ugly=False)).startswith("/")
