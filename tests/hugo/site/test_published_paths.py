"""What a scan publishes, compared with what real Hugo published."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.content import Mount, scan_mount
from sphinx_updates.hugo.site.settings import settings_from

GOLDEN = Path(__file__).parents[2] / "golden" / "permalinks.json"
CASES: list[dict[str, Any]] = json.loads(GOLDEN.read_text("utf-8"))["cases"]
NOW = datetime(2026, 11, 1, tzinfo=UTC)

FILE_ADDRESS = "an address that is no .html file becomes a folder, which servers find"
CUT_QUERY = "a query or fragment is no part of a file's name"
BACKSLASH = "a backslash separates folders on some systems"
DIVERGES = {
    "url /v1.2/page": FILE_ADDRESS,
    "url a.b": FILE_ADDRESS,
    "url /x.xml": FILE_ADDRESS,
    "slug a\\b": BACKSLASH,
    "token slug a\\b": BACKSLASH,
    "alias /q?x=1": CUT_QUERY,
    "alias /index.html": "the front page of the site is no page's alias",
}

# Where Hugo stops with an error, we go on: what is published then.
INSTEAD: dict[str, list[str]] = {
    "token :Janx": ["posts/my-file/index.html"],
    "alias /": ["posts/sub/p/index.html"],
    "alias of the home page": ["index.html", "news/index.html", "rel/index.html"],
    "html files": ["posts/b/index.html", "posts/b/plot.html", "posts/loose.html"],
}
SECTIONS = ["docs/index.html", "docs/p1/index.html", "docs/p1/three/index.html"]
for token in (":sections[2:1]", ":sectionslugs[2:1]"):
    INSTEAD[f"token {token}"] = [*SECTIONS, "p/q/index.html"]


def write_site(case: dict[str, Any], folder: Path) -> None:
    for path, front in case["files"].items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = "data" if front is None else json.dumps(front) + "\nText.\n"
        file.write_text(text, "utf-8")


def published(mount: Mount) -> list[str]:
    """Return the paths of all output files, as Hugo's ``public`` folder has them."""
    urls = {page.url for page in mount.pages}
    urls |= {alias for page in mount.pages for alias in page.aliases}
    urls |= {file.url for file in mount.files}
    return sorted(f"{u}index.html"[1:] if u.endswith("/") else u[1:] for u in urls)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_published_paths_are_hugos(case: dict[str, Any], tmp_path: Path) -> None:
    write_site(case, tmp_path)
    settings, _problems = settings_from(case["config"])
    mount = scan_mount("", tmp_path, settings, now=NOW)
    expected = INSTEAD.get(case["name"], case.get("published"))
    if case["name"] in DIVERGES:
        assert published(mount) != expected, "it does not diverge any more"
    else:
        assert published(mount) == expected


def test_every_error_of_hugo_has_an_answer() -> None:
    errors = {case["name"] for case in CASES if "error" in case}
    assert errors == set(INSTEAD)


def test_every_divergence_is_a_case() -> None:
    assert set(DIVERGES) <= {case["name"] for case in CASES}


def test_a_clash_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x.md").write_text("A", "utf-8")
    (tmp_path / "x" / "index.md").write_text("B", "utf-8")
    settings, _problems = settings_from({})
    mount = scan_mount("blog", tmp_path, settings, now=NOW)
    assert [page.path for page in mount.pages] == ["blog/x.md"]
    [(file, problem)] = mount.problems
    assert file == tmp_path / "x" / "index.md"
    assert problem.kind is ProblemKind.PAGE_CLASH
    assert problem.message == (
        "'blog/x/index.md' and 'blog/x.md' have the same address '/blog/x/'; "
        "this page is left out, give it another slug or url"
    )
