"""The cases of ``templates/*.toml``, for the script that asks Hugo and for the test.

A file holds ``[[case]]`` tables::

    [[case]]
    name = "one, unique in its file"
    template = "{{ .s | upper }}"
    kind = "html"                       # or "md": plain text, nothing is escaped
    dot = { x = 1 }                     # instead of the default below
    files = { "data/x.toml" = "a = 1" } # of the site; a path means one text everywhere
    copies = { "assets/x.png" = "r.png" } # files of ``templates/fixtures``, the same way
    parse = true                        # cannot be parsed or escaped: a run of its own
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("templates")
AREAS = sorted(path.stem for path in FOLDER.glob("*.toml"))
BASE_URL = "https://example.org/"
DEFAULT_DOT: dict[str, Any] = {
    "s": "text",
    "e": "",
    "h": "<b>\"x\" & 'y'</b>",
    "i": 3,
    "z": 0,
    "f": 1.5,
    "b": True,
    "no": False,
    "d": datetime(2024, 3, 5, 16, 7, 8, tzinfo=UTC),
    "l": ["a", "b", "c"],
    "n": [3, 1, 2],
    "mix": [1, "a", True],
    "m": {"k": "v", "n": {"x": 1}},
    "empty": {},
    "none": [],
    "pages": [
        {"title": "One", "weight": 3, "tags": ["x", "y"]},
        {"title": "Two", "weight": 1, "tags": ["y"]},
        {"title": "Three", "weight": 2, "tags": []},
    ],
}


@dataclass(frozen=True, slots=True)
class Case:
    """One template and what it is run with."""

    area: str
    number: int
    name: str
    template: str
    kind: str
    dot: Any
    files: dict[str, bytes] = field(default_factory=dict)
    parse: bool = False

    @property
    def partial(self) -> str:
        """Return its name as a partial."""
        return f"cases/{self.area}-{self.number}.{self.kind}"


def files_of(table: dict[str, Any]) -> dict[str, bytes]:
    """Return the files of a case by their path in the site."""
    written = {path: text.encode() for path, text in table.get("files", {}).items()}
    copies = table.get("copies", {}).items()
    return written | {path: (FOLDER / "fixtures" / name).read_bytes() for path, name in copies}


def cases_of(area: str) -> list[Case]:
    """Return the cases of one file; names are unique there."""
    tables = tomllib.loads((FOLDER / f"{area}.toml").read_text("utf-8"))["case"]
    made = [
        Case(
            area,
            number,
            table["name"],
            table["template"],
            table.get("kind", "html"),
            table.get("dot", DEFAULT_DOT),
            files_of(table),
            table.get("parse", False),
        )
        for number, table in enumerate(tables)
    ]
    names = [case.name for case in made]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"{area}: {sorted(twice)} stand there twice")
    return made


def plain_error(case: Case, message: str) -> str:
    """Return an error behind the name of its template: place, node and reason."""
    name = f"_partials/{case.partial}"
    # The escaper words its errors a little otherwise.
    message = message.replace("html/template:_", "template: _")
    inner = message.partition(f"template: {name}:")[2]
    # Or in a file that the template calls.
    inner = inner or message.rpartition("execute of template failed: ")[2]
    return inner.replace(name, "NAME")
