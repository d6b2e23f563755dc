"""Templates of shortcodes: found in folders and in the layouts of a site, read whole.

A template answers by its path: ``about-us.md`` is ``about-us``, ``box/note.html`` is
``box/note``. ``.md`` gives Markdown, ``.html`` gives HTML. Lookup ignores case, as
Hugo's does. A template with actions (``{{ … }}``) is told apart: it has to be run.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.problems import Problem, ProblemKind, locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_updates.hugo.templates.lookup import TemplateFile

SUFFIXES = (".html", ".md")
_COMMENT = re.compile(r"\{\{-?\s*/\*.*?\*/\s*-?\}\}", re.DOTALL)
_ACTION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_INNER = re.compile(r"\.Inner(?:Deindent)?\b")
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
    template_name: str = ""
    """As messages name it: ``_shortcodes/box/note.html``."""

    @property
    def is_markdown(self) -> bool:
        """Whether its text is Markdown; otherwise it is HTML."""
        return self.file.suffix == ".md"

    @property
    def asks_for_inner(self) -> bool:
        """Whether it has actions that name ``.Inner``; then a call must be closed."""
        actions = _COMMENT.sub("", self.text)
        return any(_INNER.search(a) for a in _ACTION.findall(actions))


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
            name = file.relative_to(folder).as_posix()
            template = _read(folder, file, f"{folder.name}/{name}")
            if isinstance(template, Problem):
                problems.append((file, template))
            else:
                found.setdefault((template.name, file.suffix), template)
    return TemplateFolder(tuple(found.values()), tuple(problems))


def read_layouts(files: Iterable[TemplateFile]) -> TemplateFolder:
    """Return the templates of shortcodes that the layouts of a site have."""
    found: list[PlainTemplate] = []
    problems: list[tuple[Path, Problem]] = []
    for one in files:
        template = _read(one.file.parent, one.file, one.name)
        if isinstance(template, Problem):
            problems.append((one.file, template))
        else:
            found.append(replace(template, name=one.key))
    return TemplateFolder(tuple(found), tuple(problems))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix in SUFFIXES:
                yield Path(parent, name)


def _read(folder: Path, file: Path, template_name: str) -> PlainTemplate | Problem:
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
    return PlainTemplate(name, file, text, line, template_name)
