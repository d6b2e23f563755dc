"""Two real Hugo sites, built whole with ``updates_site`` alone, twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest
from processes import run_sphinx, tree

SHARED: Final = Path(__file__).parents[2] / "shared"
SITES: Final = ("2i2c", "scientific-python")
CONF: Final = """\
project = "Corpus"
extensions = ["sphinx_updates"]
html_theme = "basic"
html_baseurl = "https://example.org/"
updates_site = {site!r}
"""

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Outputs:
    """What two builds in a row left behind."""

    name: str
    returncodes: tuple[int, ...]
    messages: tuple[str, ...]
    said: str
    """By the second build."""
    first: dict[str, bytes]
    second: dict[str, bytes]


@pytest.fixture(scope="module", params=SITES)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Outputs:
    """One of the sites, built twice by two processes."""
    corpus = SHARED / "corpus" / request.param
    if not (corpus / "content").is_dir():
        pytest.skip("the real sites are not beside the project")
    root = tmp_path_factory.mktemp("corpus")
    (root / "docs").mkdir()
    (root / "docs" / "conf.py").write_text(CONF.format(site=str(corpus)), "utf-8")
    arguments = ("-j2", "-b", "dirhtml", "-d", "doctrees", "docs", "out")
    one = run_sphinx(root, *arguments)
    first = tree(root / "out")
    two = run_sphinx(root, *arguments)
    return Outputs(
        request.param,
        (one.returncode, two.returncode),
        (one.stderr, two.stderr),
        two.stdout,
        first,
        tree(root / "out"),
    )


def test_it_builds_to_the_end(built: Outputs) -> None:
    assert built.returncodes == (0, 0), built.messages
    assert "Traceback" not in "".join(built.messages)
    assert "Exception" not in "".join(built.messages)


def test_every_page_of_hugo_is_there(built: Outputs) -> None:
    index = SHARED / "oracle" / built.name / "index.json"
    if not index.is_file():
        pytest.skip("what Hugo made of the site is not beside the project")
    pages = [page for page in json.loads(index.read_text("utf-8")) if page["permalink"]]
    paths = {unquote(page["permalink"]).lstrip("/") for page in pages}
    wanted = {path if path.endswith(".html") else f"{path}index.html" for path in paths}
    assert len(wanted) > 100
    assert sorted(wanted - built.first.keys()) == []


def test_nothing_is_read_or_said_again(built: Outputs) -> None:
    assert "0 added, 0 changed, 0 removed" in built.said
    assert "no targets are out of date" in built.said
    assert built.second == built.first
