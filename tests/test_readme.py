"""What the README promises: its lines build, its examples are the tested ones."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SNIPPETS = ROOT / "docs" / "snippets"
FENCE = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    """Return the README's blocks of code in *language*, in order."""
    return [text for _, name, text in FENCE.findall(README) if name == language]


def test_the_lines_of_conf_py_are_enough_for_a_blog(tmp_path: Path) -> None:
    docs, posts = tmp_path / "docs", tmp_path / "posts"
    docs.mkdir()
    posts.mkdir()
    (configuration,) = blocks("python")
    assert len(configuration.splitlines()) == 5
    (docs / "conf.py").write_text(configuration, encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    post = (SNIPPETS / "first-post.hugo.md").read_text("utf-8")
    (posts / "hello.md").write_text(post, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "docs", "out"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "out/blog/hello/index.html").read_text("utf-8")
    assert "<strong>two</strong>" in page
    assert "Hello" in (tmp_path / "out/blog/atom.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("python", ["conf.py.txt"]),
        ("markdown", ["figure.hugo.md", "figure.myst.md"]),
    ],
)
def test_its_examples_are_those_of_the_documentation(
    language: str, names: list[str]
) -> None:
    assert blocks(language) == [(SNIPPETS / name).read_text("utf-8") for name in names]


def test_each_command_is_one_line_that_makes_its_own_environment() -> None:
    commands = [block.strip() for block in blocks("console")]
    assert [command.rsplit(maxsplit=1)[1] for command in commands] == ["docs", "check"]
    for command in commands:
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && ")


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
