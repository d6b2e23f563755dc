"""Data in the body of a call: read, reported, and turned into nodes key by key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import wraps
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter.casts import to_bool, to_text
from sphinx_updates.hugo.unmarshal import line_of, unmarshal
from sphinx_updates.sphinx_ext.code import code_block

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_CLASS: Final = re.compile(r"[A-Za-z][\w-]{0,60}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Body:
    """A map in the body of a call, or the body itself."""

    request: Request
    values: Mapping[str, object]
    source: str
    """The whole body as it is written."""
    lines: Sequence[int]
    """For each line of the source its line in the file, 0-based."""
    file: str = ""
    """The name of the file that the source was read from; "" for the call's own."""

    def warn(self, message: str, line: int) -> None:
        """Report a fault on *line*, 0-based, of the file that the body stands in."""
        if self.file:
            self.request.warn(f"file {self.file!r}, line {line + 1}: {message}")
        else:
            self.request.warn(message, line=line + 1)

    def text(self, key: str) -> str:
        """Return the value of *key* as text; "" if there is none."""
        return self.request.resolve_text(self._raw(key))

    def _raw(self, key: str) -> str:
        text = to_text(self.values.get(key))
        if text is None:
            self.warn(f"{key!r} must be text; it is left out", self._place(key))
        return text or ""

    def is_on(self, key: str) -> bool:
        """Say whether *key* is true."""
        return to_bool(self.values.get(key)) is True

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """Return the value of *key* if it is one of *choices*, else ""."""
        text = self.text(key).strip()
        if not text or text in choices:
            return text
        known = ", ".join(choices)
        fault = f"{key!r} must be one of {known}, got {text!r}; it is left out"
        self.warn(fault, self._place(key))
        return ""

    def classes(self, key: str) -> list[str]:
        """Return the CSS classes that *key* names."""
        return [name for name in self.text(key).split() if _CLASS.fullmatch(name)]

    def blocks(self, key: str) -> list[nodes.Node]:
        """Return the Markdown of *key*; a single line is no paragraph in HTML."""
        return self.markdown(self._raw(key))

    def markdown(self, text: str) -> list[nodes.Node]:
        """Return a text of this body as Markdown."""
        text = text.strip("\n")
        return self.request.markdownify(text, (self._place(text),)) if text else []

    def items(self, key: str) -> list[object]:
        """Return the list at *key*; empty, and a warning, if it is something else."""
        value = self.values.get(key)
        if value is None or isinstance(value, list):
            return value or []
        self.warn(f"{key!r} must be a list; it is left out", self._place(key))
        return []

    def maps(self, key: str) -> list[Body]:
        """Return the maps in the list at *key*, ``[[key]]`` in TOML."""
        value = self.values.get(key)
        found = value if isinstance(value, list) else [value]
        maps = [item for item in found if isinstance(item, dict)]
        if not isinstance(value, list) or len(maps) < len(found):
            fault = "there is no" if value is None else "not a list of maps:"
            hint = f"write '[[{key}]]' in TOML, or a list of maps in YAML"
            self.warn(f"{fault} {key!r}; {hint}", self._place(key))
        return [self.part(item) for item in maps]

    def part(self, values: Mapping[str, object]) -> Body:
        """Return a map inside this one."""
        return Body(self.request, values, self.source, self.lines, self.file)

    def _place(self, text: str) -> int:
        """Return the line on which *text* starts; that of the body if it is unclear."""
        first = next((line for line in text.splitlines() if line.strip()), "")
        at = self.source.find(first.strip())
        line = self.source.count("\n", 0, max(at, 0))
        return self.lines[min(line, len(self.lines) - 1)]


def read_body(
    request: Request, source: str, lines: Sequence[int], file: str = ""
) -> Body | None:
    """Return what *source* says; None, and a warning, if it cannot be read.

    :param file: The name of the file that it is from; "" for the call's own content.
    """
    data, problems = unmarshal(source, PurePath(file).suffix)
    if not source.strip():
        lines = (request.line - 1,)
    body = Body(request, data or {}, source, lines, file)
    for problem in problems:
        line = min(line_of(problem, source), len(lines) - 1)
        body.warn(problem.message, lines[line])
    return None if data is None else body


def from_body(
    make: Callable[[Body], Sequence[nodes.Node]],
) -> Callable[[Request], Sequence[nodes.Node]]:
    """Return the ``build`` of a shortcode whose inner content is data.

    What cannot be read is shown as code.
    """

    @wraps(make)
    def build(request: Request) -> Sequence[nodes.Node]:
        body = read_body(request, request.inner_source(), request.inner_lines())
        if body is None:
            return [code_block(request.inner_text().strip("\n"))]
        return make(body)

    return build
