"""The front matter of unchanged files, kept between builds beside the doctrees.

Not in the environment: Sphinx sends that between processes for every few documents.
"""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, cast

from sphinx.util import logging

from sphinx_updates import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_updates.hugo.site.content import FrontMatterCache

NAME = "sphinx-updates.pickle"
_logger = logging.getLogger(__name__)


def load_cache(folder: Path) -> FrontMatterCache:
    """Return what an earlier build of this version kept in *folder*; else nothing."""
    try:
        with (folder / NAME).open("rb") as file:
            # As trustworthy as the doctrees beside it, which Sphinx unpickles too.
            version, cache = pickle.load(file)  # noqa: S301
    except FileNotFoundError:
        return {}
    except Exception as error:  # noqa: BLE001 - a pickle of another version may do anything
        _logger.debug("front matter is read again: %s", error)
        return {}
    return cast("FrontMatterCache", cache) if version == __version__ else {}


def save_cache(folder: Path, cache: FrontMatterCache) -> None:
    """Keep *cache* in *folder*."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / NAME).open("wb") as file:
            pickle.dump((__version__, cache), file, pickle.HIGHEST_PROTOCOL)
    except OSError as error:
        _logger.debug("front matter is not kept: %s", error)
