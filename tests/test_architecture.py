"""The three rings: imports point inwards, and the inner two do without Sphinx."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INNER_RINGS = ("sphinx_updates.hugo", "sphinx_updates.blog")
BLOCKED = ("sphinx", "docutils", "myst_parser", "ablog", "sphinx_design")

IMPORT_ALL = f"""
import importlib, pkgutil, sys
for name in {BLOCKED!r}:
    sys.modules[name] = None
for ring in {INNER_RINGS!r}:
    package = importlib.import_module(ring)
    print(ring)
    for module in pkgutil.walk_packages(package.__path__, ring + "."):
        print(importlib.import_module(module.name).__name__)
"""


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project's folder; the caller looks at the exit code."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of ``pyproject.toml`` against the package in *source*."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return run("-c", code, "--no-cache", PYTHONPATH=str(source))


def test_the_import_contracts_hold() -> None:
    result = lint_imports(ROOT / "src")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("hugo", "import docutils"),
        ("blog", "import sphinx"),
        ("hugo", "import sphinx_updates.sphinx_ext"),
        ("hugo", "import sphinx_updates.blog"),
        ("sphinx_ext", "import ablog"),
    ],
)
def test_an_import_that_points_outwards_is_caught(
    module: str, line: str, tmp_path: Path
) -> None:
    package = tmp_path / "sphinx_updates"
    shutil.copytree(ROOT / "src" / "sphinx_updates", package)
    (package / module / "planted.py").write_text(line + "\n", encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"sphinx_updates.{module}.planted -> {line.split()[1]}" in result.stdout


def test_the_inner_rings_import_without_sphinx() -> None:
    result = run("-c", IMPORT_ALL)
    assert result.returncode == 0, result.stderr
    assert {*INNER_RINGS, "sphinx_updates.hugo.problems"} <= set(
        result.stdout.splitlines()
    )
