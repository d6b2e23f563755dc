"""Hugo's own shortcodes make what real Hugo makes: hundreds of calls, page by page.

``tests/golden/regenerate_embedded.py`` asks Hugo. Where it stops with an error we warn
at the call and keep the rest of the page. What we do otherwise on purpose is listed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import CONF, Site
from embedded_divergences import CHANGES, DIVERGENCES, WARNED
from normalise import canonical
from samples import PNG

if TYPE_CHECKING:
    from conftest import Build

DATA = json.loads(
    (Path(__file__).parents[1] / "golden/embedded.json").read_text("utf-8")
)
CASES: list[dict[str, str]] = DATA["cases"]
NAMES = [case["name"] for case in CASES]
MOUNT = 'updates_posts = {"": "../content"}\nupdates_hugo = "../hugo.toml"\n'
OURS = re.compile(r"\[sphinx_updates\.\w+\]$")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Build]:
    """One site for each configuration, with all its cases; by its name."""
    return {
        name: site_of(name, tmp_path_factory.mktemp("site").resolve())
        for name in DATA["configs"]
    }


def site_of(name: str, root: Path) -> Build:
    """Build all cases of a configuration in *root*."""
    content = {**DATA["files"]}
    for case in CASES:
        if case["site"] == name:
            content[case["path"]] = case["text"]
            if case["path"].endswith("/index.md"):
                folder = case["path"].removesuffix("index.md")
                content[f"{folder}pic.png"] = PNG
    site = Site(root)
    site.write({f"content/{path}": text for path, text in content.items()})
    site.write({"docs/conf.py": CONF + MOUNT, "docs/index.md": "# Home\n"})
    site.write({"hugo.toml": DATA["configs"][name]})
    return site.build()


def address(case: dict[str, str]) -> str:
    """Return the path of the page of *case* on the site, with slashes around."""
    return "/" + re.sub(r"(/_?index)?\.md$", "/", case["path"])


def ours(case: dict[str, str], built: Build) -> list[Any]:
    """Return the content of our page without title and byline."""
    body = built.body(f"{address(case).strip('/')}/index.html")
    for extra in body.xpath(
        ".//header | .//footer | .//h1 | .//*[@class='headerlink']"
        " | ./div[contains(@class, 'ablog__blog_comments')]"
    ):
        extra.drop_tree()
    return comparable(canonical(body, base=address(case)))


def theirs(case: dict[str, str]) -> list[Any]:
    """Return what Hugo makes, with :data:`CHANGES` made."""
    html = case["html"]
    for pattern, replacement in CHANGES.values():
        html = re.sub(pattern, replacement, html)
    base = address(case)
    return comparable(canonical(html, base=base, site="https://example.org"))


def comparable(tree: list[Any]) -> list[Any]:
    """Return *tree* without what depends on the program that wrote the files."""
    made: list[Any] = []
    for node in tree:
        if isinstance(node, str):
            made.append(node)
            continue
        tag, attributes, children = node
        if tag == "img" and attributes.get("src", "").endswith(".png"):
            # Each has its own place and names for the images that it makes.
            src = attributes["src"].rpartition("/")[2]
            name = re.sub(r"qr_\w+", "qr", src)
            attributes = {**attributes, "src": name}
        made.append([tag, attributes, comparable(children)])
    return made


def warnings_of(case: dict[str, str], built: Build) -> list[str]:
    """Return the warnings about the page of *case*."""
    start = f"<site>/content/{case['path']}:"
    return [line for line in built.warnings.splitlines() if line.startswith(start)]


def lines_of_the_call(case: dict[str, str]) -> range:
    """Return the lines of the file on which the body stands, 1-based."""
    first = case["text"].index("---\n\n") + len("---\n\n")
    begin = case["text"].count("\n", 0, first) + 1
    return range(begin, case["text"].count("\n") + 1)


@pytest.mark.parametrize("name", [c["name"] for c in CASES if "html" in c])
def test_the_page_is_as_hugo_makes_it(name: str, sites: dict[str, Build]) -> None:
    case = CASES[NAMES.index(name)]
    built = sites[case["site"]]
    if name in DIVERGENCES:
        assert ours(case, built) != theirs(case), "not different any more"
    else:
        assert ours(case, built) == theirs(case)
    warned = warnings_of(case, built)
    assert bool(warned) == (name in WARNED), warned


@pytest.mark.parametrize("name", [c["name"] for c in CASES if "error" in c])
def test_where_hugo_stops_we_warn_and_go_on(name: str, sites: dict[str, Build]) -> None:
    case = CASES[NAMES.index(name)]
    built = sites[case["site"]]
    text = json.dumps(ours(case, built))
    assert "Behind." in text
    warned = warnings_of(case, built)
    if name in DIVERGENCES:
        assert warned == []
        return
    assert warned, case["error"]
    for line in warned:
        number = int(line.partition(".md:")[2].split(":")[0])
        assert number in lines_of_the_call(case)
        assert OURS.search(line)


def test_what_is_listed_is_there() -> None:
    assert {*DIVERGENCES, *WARNED} <= set(NAMES)
    assert len(CASES) > 400
