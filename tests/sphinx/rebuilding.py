"""Sites that are built, changed and built again."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conftest import Site
from processes import different, run_sphinx, tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to the files between two builds."""

    writes: Mapping[str, str | bytes] = field(default_factory=dict)
    removes: tuple[str, ...] = ()


def change_text(
    files: Mapping[str, str | bytes], path: str, old: str, new: str
) -> Change:
    """Return the change of *old* to *new* in one of *files*."""
    text = files[path]
    assert isinstance(text, str)
    assert old in text
    return Change({path: text.replace(old, new)})


def apply(site: Site, change: Change) -> None:
    """Do to the files of *site* what *change* says."""
    for name in change.removes:
        (site.root / name).unlink()
    site.write(change.writes)


def build_once(
    factory: pytest.TempPathFactory, files: Mapping[str, str | bytes]
) -> Path:
    """Return the folder of a site that was built, for :func:`copy_built`."""
    root = factory.mktemp("incremental").resolve() / "site"
    site = Site(root)
    site.write(files)
    site.build()
    return root.rename(root.with_name("pristine"))


def copy_built(pristine: Path) -> Site:
    """Return a copy of what :func:`build_once` left, in the folder it was built in."""
    root = pristine.with_name("site")
    shutil.rmtree(root, ignore_errors=True)
    # Times of files are kept: Sphinx sees nothing that changed.
    shutil.copytree(pristine, root)
    return Site(root)


def cold_build(site: Site) -> dict[str, bytes]:
    """Build from nothing in this process, and return the output."""
    for name in ("out", "doctrees"):
        shutil.rmtree(site.root / name, ignore_errors=True)
    return tree(site.build().outdir)


def parallel_build(site: Site) -> dict[str, bytes]:
    """Build with two processes, and return the output."""
    result = run_sphinx(site.root, "-q", "-W", "-j2", "-ddoctrees/2", "docs", "out/2")
    assert result.stderr == ""
    return tree(site.root / "out" / "2")


def without_empty_terms(output: dict[str, bytes]) -> dict[str, bytes]:
    """Return *output* with a search index that has only words of its pages.

    Sphinx keeps a word of a changed page, with an empty list of pages.
    """
    script = output["searchindex.js"].decode()
    index = json.loads(script.removeprefix("Search.setIndex(").removesuffix(")"))
    for name in ("terms", "titleterms"):
        index[name] = {
            word: found for word, found in index[name].items() if found != []
        }
    return output | {"searchindex.js": json.dumps(index, sort_keys=True).encode()}


def assert_same(again: dict[str, bytes], cold: dict[str, bytes]) -> None:
    """Fail if the two builds differ by a file, or in a byte of one."""
    assert different(without_empty_terms(again), without_empty_terms(cold)) == []
