"""Our own documentation and blog, by every builder that people use."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docutils.nodes import make_id
from processes import different, run_sphinx, tree

from sphinx_updates.sphinx_ext.directives.packs import SHIPPED

if TYPE_CHECKING:
    from subprocess import CompletedProcess

ROOT = Path(__file__).parents[1]
POST = "blog/2026-q3-community-update"
BUILT = {
    "html": ["index.html", "blog/index.html", f"{POST}/index.html", "blog/atom.xml"],
    "dirhtml": ["index.html", "blog/index.html", f"{POST}/index.html", "blog/atom.xml"],
    "singlehtml": ["index.html"],
    "epub": ["sphinx-updates.epub", f"{POST}/index.xhtml"],
    "latex": ["sphinx-updates.tex"],
    "text": ["index.txt", f"{POST}/index.txt"],
    "man": ["sphinx-updates.1"],
    "gettext": ["index.pot", "blog.pot"],
}
"""For each builder, files that must be there when it is done."""

VOID = [
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
]

pytestmark = pytest.mark.slow


def build(builder: str, target: Path, *arguments: str) -> CompletedProcess[str]:
    """Build the documentation; every builder has doctrees of its own."""
    doctrees = f"-d{target}-doctrees"
    return run_sphinx(
        ROOT, "-q", "-b", builder, doctrees, *arguments, "docs", str(target)
    )


@pytest.mark.parametrize("builder", BUILT)
def test_every_builder_finishes(builder: str, tmp_path: Path) -> None:
    # A book must have a version.
    result = build(builder, tmp_path / builder, "-W", "-n", "-Dversion=1")
    assert (result.returncode, result.stderr) == (0, "")
    for name in BUILT[builder]:
        assert (tmp_path / builder / name).is_file(), name


def test_two_processes_build_the_same_site(tmp_path: Path) -> None:
    for jobs in ("-j1", "-j2"):
        result = build("html", tmp_path / jobs, "-W", jobs)
        assert (result.returncode, result.stderr) == (0, "")
    one, two = (tree(tmp_path / jobs) for jobs in ("-j1", "-j2"))
    assert different(one, two) == []


def test_the_gallery_has_every_shortcode_in_sound_html(tmp_path: Path) -> None:
    assert build("html", tmp_path / "html").returncode == 0
    for page in sorted((tmp_path / "html" / "gallery").glob("*.html")):
        text = page.read_text("utf-8")
        assert faults(text) == [], page.name
        pack = page.stem
        for name in SHIPPED.get(pack.replace("_", "-"), {}):
            assert f'id="{make_id(f"{pack}-{name}")}"' in text
    shown = (tmp_path / "html" / "gallery" / "index.html").read_text("utf-8")
    for pack, definitions in SHIPPED.items():
        for definition in definitions.values():
            assert definition.example, f"{pack}: {definition.name}"
            assert f">{definition.name}</p>" in shown


class Tags(HTMLParser):
    """Collects the closing tags that close something else than the last open tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.faults.append(f"{tag} at {self.getpos()}, open: {self.open[-3:]}")


def faults(text: str) -> list[str]:
    """Return what is wrong with the nesting of tags; browsers would guess."""
    tags = Tags()
    tags.feed(text)
    tags.close()
    return tags.faults + tags.open


def test_links_are_checked_to_the_end(tmp_path: Path) -> None:
    # A host that is not reached is a finding, not a fault of the builder. Sphinx itself
    # fails at a link that it may not try even once.
    options = ("-Dlinkcheck_timeout=1", "-Dlinkcheck_retries=1")
    result = build("linkcheck", tmp_path / "links", *options)
    assert result.returncode in {0, 1}
    assert "Traceback" not in result.stderr
    assert "Exception" not in result.stderr
    found = (tmp_path / "links" / "output.txt").read_text("utf-8")
    assert [line for line in found.splitlines() if "] http" not in line] == []


def test_what_is_not_a_page_is_in_no_output(tmp_path: Path) -> None:
    assert build("html", tmp_path / "html").returncode == 0
    names = tree(tmp_path / "html")
    assert [name for name in names if "q4-community" in name] == []
    assert b"q4-community" not in names["searchindex.js"]
    assert b"q4-community" not in names["blog/atom.xml"]
