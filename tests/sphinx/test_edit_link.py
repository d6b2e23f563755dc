"""Where the file of a post is edited: by option, by the Hugo site, by the theme."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from lxml import html
from processes import run_sphinx

from sphinx_updates.sphinx_ext.post_page.edit import (
    Repository,
    repository_of_docs,
    repository_of_site,
)

if TYPE_CHECKING:
    from conftest import MakeSite
    from sphinx.config import Config

HOME = "https://h.example/a"
POST = "---\ntitle: A\ndate: 2024-01-01\n---\nText.\n"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/posts/x%20y.md"),
        (
            "https://github.com/a/b.git",
            "https://github.com/a/b/edit/main/posts/x%20y.md",
        ),
        (
            "https://gitlab.com/a/b/",
            "https://gitlab.com/a/b/-/edit/main/posts/x%20y.md",
        ),
        (
            "https://bitbucket.org/a/b",
            "https://bitbucket.org/a/b/src/main/posts/x%20y.md?mode=edit",
        ),
        (
            "https://codeberg.org/a/b",
            "https://codeberg.org/a/b/_edit/main/posts/x%20y.md",
        ),
        ("https://[bad", ""),
    ],
)
def test_every_host_has_its_address(url: str, expected: str) -> None:
    repository = Repository(url=url, branch="main", folder="docs/")
    assert repository.edit_url("../posts/x y.md") == expected


def test_a_file_of_another_repository_has_no_address() -> None:
    repository = Repository(url="https://github.com/a/b", branch="main", folder="docs")
    assert repository.edit_url("../../other/x.md") == ""


@pytest.mark.parametrize(
    ("params", "folder", "branch"),
    [
        (
            {"github_repo": HOME, "github_subdir": "site"},
            "site/content",
            "main",
        ),
        (
            {"edit_page": {"repo_url": HOME, "repo_branch": "dev"}},
            "content",
            "dev",
        ),
        (
            {"features": {"repository": {"url": HOME, "content_dir": "c"}}},
            "c",
            "main",
        ),
    ],
)
def test_themes_of_hugo_say_it_in_their_parameters(
    params: dict[str, object], folder: str, branch: str
) -> None:
    found = repository_of_site(params)
    assert found == Repository(url=HOME, branch=branch, folder=folder)


def test_a_site_that_says_nothing_has_none() -> None:
    assert repository_of_site({"features": "x", "edit_page": {"repo_url": ""}}) is None


@pytest.mark.parametrize(
    ("options", "context", "expected"),
    [
        (
            {"repository_url": HOME, "use_edit_page_button": True},
            {},
            Repository(url=HOME, branch="main"),
        ),
        ({"repository_url": HOME}, {}, None),
        (
            {"source_repository": HOME, "source_branch": "dev"},
            {},
            Repository(url=HOME, branch="dev"),
        ),
        (
            {"use_edit_page_button": True},
            {"github_user": "a", "github_repo": "b", "doc_path": "docs"},
            Repository(url="https://github.com/a/b", branch="main", folder="docs"),
        ),
        ({}, {"github_user": "a", "github_repo": "b"}, None),
        (
            {},
            {"display_gitlab": True, "gitlab_user": "a", "gitlab_repo": "b"},
            Repository(url="https://gitlab.com/a/b", branch="main"),
        ),
    ],
)
def test_themes_of_sphinx_say_it_in_their_options(
    options: dict[str, Any], context: dict[str, Any], expected: Repository | None
) -> None:
    config = SimpleNamespace(html_theme_options=options, html_context=context)
    assert repository_of_docs(cast("Config", config)) == expected


def test_the_option_wins_and_names_the_file_of_the_post(make_site: MakeSite) -> None:
    site = make_site({"posts/2024/a.md": POST})
    built = site.build(updates_edit_url="https://h.example/edit/posts/{path}")
    (link,) = built.body("blog/2024/a/index.html").xpath(
        ".//p[@class='updates-edit']/a/@href"
    )
    assert link == "https://h.example/edit/posts/2024/a.md"


def test_the_theme_links_to_the_file_and_not_to_the_address(
    make_site: MakeSite,
) -> None:
    conf = (
        'project = "Site"\nextensions = ["sphinx_updates"]\n'
        'html_theme = "pydata_sphinx_theme"\nupdates_posts = {"blog": "../posts"}\n'
        'html_theme_options = {"use_edit_page_button": True}\n'
        'html_context = {"github_user": "a", "github_repo": "b", '
        '"github_version": "main", "doc_path": "docs"}\n'
    )
    site = make_site({"posts/a.md": POST, "docs/conf.py": conf})
    # In a process of its own: the theme changes Sphinx's sidebars for good.
    done = run_sphinx(site.root, "-q", "docs", "out")
    assert done.stderr == ""
    page = html.parse(site.root / "out" / "blog" / "a" / "index.html")
    links = {a for a in page.xpath("//a/@href") if "/edit/" in a}
    assert links == {"https://github.com/a/b/edit/main/posts/a.md"}
