"""Every example of the documentation is a file in ``docs/snippets``, and builds.

``NAME.hugo.md`` is a Hugo post, ``NAME.myst.md`` the same in MyST. One without front
matter is given some. ``conf.py.txt`` is the configuration that "Get started" shows.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SNIPPETS = DOCS / "snippets"
EXAMPLES = sorted(SNIPPETS.glob("*.*.md"))
PAIRS = [
    path.name.removesuffix(".myst.md") for path in EXAMPLES if ".myst." in path.name
]
PICTURE = ROOT / "posts" / "what-real-posts-contain" / "featured.png"
HUGO = shutil.which(
    "hugo", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
)
INCLUDED = re.compile(r"^```\{literalinclude\} (\S+)$", re.MULTILINE)

# What the examples name: a documentation page, a template, a post with a heading.
SURROUNDINGS = {
    "docs/index.md": "# Home\n\n```{toctree}\nguide/install\n```\n",
    "docs/guide/install.md": "# Install\n",
    "docs/_shortcodes/about-us.md": "We are **the team**.\n",
    "docs/_shortcodes/since.md": (SNIPPETS / "since.template.txt").read_text("utf-8"),
    "posts/first-post/index.md": (
        "---\ntitle: First\ndate: 2026-01-01\n---\n\n## Background\n\nText.\n"
    ),
}


def folder_of(example: str) -> str:
    """Return the name of the bundle that is made of the file *example*."""
    return "example-" + example.removesuffix(".md").replace(".", "-")


def whole_post(example: Path) -> str:
    """Return the example as a post, with front matter if it brings none."""
    text = example.read_text("utf-8")
    if text.startswith(("---\n", "+++\n", "{\n")):
        return text
    markup = "markup: myst\n" if ".myst." in example.name else ""
    return f"---\ntitle: Example\ndate: 2026-01-02\n{markup}---\n\n{text}"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(project: Path, builder: str) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own: ABlog keeps state for a whole process."""
    target = project / "out" / builder
    arguments = ["-W", "-n", "-q", "-E", "-b", builder, "docs", str(target)]
    return subprocess.run(
        [sys.executable, "-m", "sphinx", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose posts are the examples; returns its folder."""
    for path, text in SURROUNDINGS.items():
        write(tmp_path / path, text)
    options = 'updates_shortcodes = ["_shortcodes"]\n'
    configuration = (SNIPPETS / "conf.py.txt").read_text("utf-8") + options
    write(tmp_path / "docs" / "conf.py", configuration)
    for example in EXAMPLES:
        bundle = tmp_path / "posts" / folder_of(example.name)
        write(bundle / "index.md", whole_post(example))
        write(bundle / "data.csv", "site,seconds\nsmall,2\n")
        shutil.copy(PICTURE, bundle / "speed.png")
    return tmp_path


def test_every_example_builds_without_a_warning(project: Path) -> None:
    result = build(project, "html")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""


def test_a_shortcode_and_its_directive_give_the_same_document(project: Path) -> None:
    result = build(project, "pseudoxml")
    assert result.returncode == 0, result.stderr
    assert PAIRS
    for name in PAIRS:
        hugo, myst = (
            document(project, folder_of(f"{name}.{dialect}.md"))
            for dialect in ("hugo", "myst")
        )
        assert hugo == myst


def document(project: Path, folder: str) -> str:
    """Return a post's tree as text, without what differs by its name alone."""
    path = project / "out" / "pseudoxml" / "blog" / folder / "index.pseudoxml"
    text = path.read_text("utf-8").replace(folder, "FOLDER")
    # MyST names its sections after their titles, for docutils' implicit targets.
    return re.sub(r' names="[^"]*"', "", text.replace(str(project), ""))


def test_every_snippet_is_shown_and_everything_shown_exists() -> None:
    shown = {
        (page.parent / path).resolve()
        for page in DOCS.rglob("*.md")
        if "_build" not in page.parts
        for path in INCLUDED.findall(page.read_text("utf-8"))
    }
    assert shown == {path.resolve() for path in SNIPPETS.iterdir() if path.is_file()}


@pytest.mark.hugo
@pytest.mark.skipif(HUGO is None, reason="Hugo is not installed")
def test_hugo_builds_the_same_examples(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", 'baseURL = "https://example.org/"\n')
    write(tmp_path / "layouts" / "all.html", "{{ .Content }}")
    for name in ("about-us.md", "since.md"):
        text = SURROUNDINGS[f"docs/_shortcodes/{name}"]
        write(tmp_path / "layouts" / "_shortcodes" / name, text)
    for example in EXAMPLES:
        if ".hugo." in example.name:
            bundle = tmp_path / "content" / "blog" / folder_of(example.name)
            write(bundle / "index.md", whole_post(example))
    assert HUGO is not None
    result = subprocess.run(
        [HUGO, "--quiet", "--panicOnWarning"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    page = (tmp_path / "public/blog/version-2/index.html").read_text("utf-8")
    assert "Version 2.0 is out." in page


@pytest.mark.parametrize("name", ["feeds", "support"])
def test_settings_of_the_documentation_are_accepted(name: str, project: Path) -> None:
    settings = (SNIPPETS / f"{name}.py.txt").read_text("utf-8")
    configuration = project / "docs" / "conf.py"
    configuration.write_text(configuration.read_text("utf-8") + settings)
    result = build(project, "html")
    assert (result.returncode, result.stderr) == (0, "")
    page = (project / "out/html/blog/first-post/index.html").read_text("utf-8")
    assert ("Ask a question" in page) == (name == "support")
    assert "feed.json" in page
