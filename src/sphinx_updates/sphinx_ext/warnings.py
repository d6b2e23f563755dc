"""The one place where a problem becomes a Sphinx warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_updates.hugo.problems import Problem, ProblemKind, locate

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes

    Location = str | nodes.Node | tuple[str, int | None] | None

TYPE = "sphinx_updates"
"""The type of all our warnings, for ``suppress_warnings``."""

_logger = logging.getLogger(__name__)


def warn(kind: ProblemKind, message: str, location: Location = None) -> None:
    """Log one warning as ``location: WARNING: message [sphinx_updates.kind]``."""
    _logger.warning("%s", message, location=location, type=TYPE, subtype=kind.value)


def warn_at(problem: Problem, file: Path, text: str) -> None:
    """Log *problem*, found in *text*, with the line of *file* that it stands on."""
    location = str(file)
    if problem.span is not None:
        location += f":{locate(text, problem.span.start).line}"
    warn(problem.kind, problem.message, location)
