"""Shortcode templates that are plain text: found in folders, read whole.

A template answers by its path: ``about-us.md`` is ``about-us``, ``box/note.html`` is
``box/note``. ``.md`` gives Markdown, ``.html`` gives HTML. Lookup ignores case, as
Hugo's does. Template actions (``{{ … }}``) are not run here; a template that has any
is told apart, so that a call of it can say why it does not work.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.problems import Problem, ProblemKind, locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES = (".html", ".md")
MAX_TEMPLATE_BYTES = 1_000_000
"""A template is site furniture; what is larger was put there by mistake."""


@dataclass(frozen=True, slots=True)
class PlainTemplate:
    """One template file."""

    name: str
    """What calls it: POSIX path without suffix, lower case."""
    file: Path
    text: str
    action_line: int = 0
    """The line of the first template action, 1-based; 0 when there is none."""

    @property
    def is_markdown(self) -> bool:
        """Whether its text is Markdown; otherwise it is HTML."""
        return self.file.suffix == ".md"


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """What a set of folders holds."""

    templates: tuple[PlainTemplate, ...]
    """Earlier folders first; one name may be there as ``.html`` and as ``.md``."""
    problems: tuple[tuple[Path, Problem], ...]


def read_templates(folders: Iterable[Path]) -> TemplateFolder:
    """Return every template below *folders*; of two with one name the first wins.

    Never raises: what cannot be read is a problem.
    """
    found: dict[tuple[str, str], PlainTemplate] = {}
    problems: list[tuple[Path, Problem]] = []
    for folder in folders:
        if not folder.is_dir():
            message = f"there is no folder of shortcode templates at {str(folder)!r}"
            problems.append((folder, Problem(ProblemKind.CONFIG, message)))
            continue
        for file in _files(folder):
            template = _read(folder, file)
            if isinstance(template, Problem):
                problems.append((file, template))
            else:
                found.setdefault((template.name, file.suffix), template)
    return TemplateFolder(tuple(found.values()), tuple(problems))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix in SUFFIXES:
                yield Path(parent, name)


def _read(folder: Path, file: Path) -> PlainTemplate | Problem:
    try:
        if not file.resolve().is_relative_to(folder.resolve()):
            return Problem(ProblemKind.FILE, "the template leads out of its folder")
        if file.stat().st_size > MAX_TEMPLATE_BYTES:
            message = f"the template is larger than {MAX_TEMPLATE_BYTES} bytes"
            return Problem(ProblemKind.TEMPLATE, message)
        data = file.read_bytes()
    except (OSError, RuntimeError) as error:
        # A link to itself is a RuntimeError before Python 3.13.
        reason = error.strerror if isinstance(error, OSError) else "a loop of links"
        return Problem(ProblemKind.FILE, f"the template cannot be read: {reason}")
    text, problems = decode(data)
    if problems:
        return problems[0]
    name = file.relative_to(folder).with_suffix("").as_posix().lower()
    action = text.find("{{")
    line = locate(text, action).line if action >= 0 else 0
    return PlainTemplate(name, file, text, line)
