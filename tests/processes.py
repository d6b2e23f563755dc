"""Builds in processes of their own, and what they leave behind."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BUILD_STATE = frozenset({".buildinfo", ".buildinfo.bak", ".doctrees"})
"""What a builder keeps for itself in the output folder."""


def run_sphinx(
    folder: Path, *arguments: str, variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``sphinx-build`` in *folder*, with the colours off.

    :param variables: Environment variables on top of those of the tests.
    """
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "--no-color", *arguments],
        cwd=folder,
        env={**os.environ, **(variables or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def tree(outdir: Path) -> dict[str, bytes]:
    """Return every file that a reader can get, by its path from *outdir*."""
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for path in sorted(outdir.rglob("*"))
        if path.is_file() and _BUILD_STATE.isdisjoint(path.relative_to(outdir).parts)
    }


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths that only one tree has, or that differ in a byte."""
    names = one.keys() | other.keys()
    return sorted(name for name in names if one.get(name) != other.get(name))
