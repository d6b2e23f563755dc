"""Templates give what real Hugo gives; ``regenerate_templates`` asked it.

``divergences.toml`` names, for each area, the cases that differ, with the reason.

The areas ``language``, ``parsing``, ``printf`` and ``dates`` cover what the tests of
Go's own package look at, but for these, which no template of a site can reach:

- delimiters other than ``{{ }}``, and parsing with comments or unknown functions kept:
  Hugo has no option for them;
- what a missing key does, which programs may choose: here it is always nil;
- channels, iterators and functions as values, structs with embedded, private or pointer
  fields, numbers of other sizes, maps whose keys are no texts: nothing gives them;
- templates added, cloned or looked up by a program, and writers that fail;
- Go's builtin ``js``, which is a namespace in Hugo.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import pytest

from sphinx_updates.hugo.site.globs import matches
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.printing import print_value
from sphinx_updates.hugo.templates.resources import Resource, Source, make_resource

GOLDEN = Path(__file__).parents[2] / "golden"
sys.path.insert(0, str(GOLDEN))

from template_cases import (  # noqa: E402
    AREAS,
    BASE_URL,
    FOLDER,
    Case,
    cases_of,
    plain_error,
)

CASES = [case for area in AREAS for case in cases_of(area)]
DIVERGENCES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("divergences.toml").read_text("utf-8")
)


class CaseHost(Host):
    """A site that has nothing but the files of one case."""

    base_url = BASE_URL

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read_file(self, path: str) -> bytes | None:
        return self.files.get(path)

    def resource(self, path: str) -> Resource | None:
        file = f"assets/{path}"
        content = self.files.get(file)
        if content is None:
            return None
        source = Source(name=f"/{path}", path=path, file=file, read=lambda: content)
        return make_resource(self, source)

    def resources_matching(self, pattern: str) -> list[Resource]:
        paths = [p.removeprefix("assets/") for p in self.files if p[:7] == "assets/"]
        found = [self.resource(path) for path in paths if matches(pattern, path)]
        return [one for one in found if one is not None]

    def publish(self, path: str, content: bytes) -> str:
        return f"/{quote(path)}"

    def list_folder(self, path: str) -> list[str] | None:
        start = f"{path}/" if path else ""
        below = [
            PurePosixPath(p[len(start) :]) for p in self.files if p.startswith(start)
        ]
        names = {f"{p.parts[0]}/" if len(p.parts) > 1 else p.name for p in below}
        return sorted(names) or None


def recorded(area: str) -> dict[str, Any]:
    golden = json.loads((FOLDER / f"{area}.json").read_text("utf-8"))
    cases: dict[str, Any] = golden["cases"]
    return cases


RECORDED = {area: recorded(area) for area in AREAS}


def outcome(case: Case) -> dict[str, str]:
    """Run *case* here; what comes back has the shape of what is recorded."""
    name = f"_partials/{case.partial}"
    files = {f"layouts/{name}": case.template.encode(), **case.files}
    # Templates are found whatever the case of their names is.
    found = {
        path.lower(): content.decode("utf-8", "replace")
        for path, content in files.items()
    }

    def lookup(path: str) -> str | None:
        return found.get(f"layouts/{path}".lower())

    engine = Engine(CaseHost(case.files), lookup)
    try:
        text, value, returned = engine.run_named(engine.start(), name, case.dot)
    except TemplateError as error:
        return {"error": plain_error(case, str(error))}
    result = value if returned else text
    return {"type": type_name(result), "text": print_value(result)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.area}: {case.name}")
def test_case(case: Case) -> None:
    wanted = RECORDED[case.area][case.name]
    reason = DIVERGENCES.get(case.area, {}).get(case.name)
    if reason:
        assert outcome(case) != wanted, f"no longer differs: {reason}"
    else:
        assert outcome(case) == wanted, case.template


@pytest.mark.parametrize("area", AREAS)
def test_the_record_is_whole(area: str) -> None:
    names = [case.name for case in cases_of(area)]
    assert sorted(names) == sorted(RECORDED[area])


def test_divergences_name_cases() -> None:
    known = {(case.area, case.name) for case in CASES}
    named = {(area, name) for area, names in DIVERGENCES.items() for name in names}
    assert named <= known
