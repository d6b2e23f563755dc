"""The one place where a problem becomes a Sphinx warning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_updates.hugo.problems import Problem, ProblemKind, locate

if TYPE_CHECKING:
    from docutils import nodes

    Location = Path | str | nodes.Node | tuple[str, int | None] | None

TYPE = "sphinx_updates"
"""The type of all our warnings, for ``suppress_warnings``."""

_logger = logging.getLogger(__name__)


def warn(kind: ProblemKind, message: str, location: Location = None) -> None:
    """Log one warning as ``location: WARNING: message [sphinx_updates.kind]``.

    A path alone means the whole file, and is shown with its first line.
    """
    if isinstance(location, Path):
        # Sphinx takes text without a line for a docname.
        location = f"{location}:1"
    _logger.warning("%s", message, location=location, type=TYPE, subtype=kind.value)


_WITH_COLUMN = (ProblemKind.SHORTCODE_SYNTAX, ProblemKind.SHORTCODE_NESTING)
"""Hugo gives the column of these, and a line may hold many calls."""


def warn_at(problem: Problem, file: Path, text: str) -> None:
    """Log *problem*, found in *text*, with the place in *file* where it stands."""
    position = locate(text, problem.span.start if problem.span else 0)
    location = f"{file}:{position.line}"
    if problem.kind in _WITH_COLUMN:
        location += f":{position.column}"
    warn(problem.kind, problem.message, location)
