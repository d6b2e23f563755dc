"""Every function of Hugo is here, or is named as missing with the reason."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sphinx_updates.hugo.templates.functions.library import functions
from sphinx_updates.hugo.templates.missing import MISSING
from sphinx_updates.hugo.templates.namespaces import HUGO_FUNCTIONS, NAMESPACES
from sphinx_updates.hugo.templates.special import SPECIAL

NAMES = Path(__file__).parents[2] / "golden" / "template_functions.txt"
KNOWN = NAMES.read_text("utf-8").split()
# ``time`` is a function too.
ALIASES = HUGO_FUNCTIONS | NAMESPACES
# Words of the language itself in this interpreter.
WORDS = {*SPECIAL, "return"}


def test_every_function_is_here_or_has_a_reason() -> None:
    here = {*functions(), *WORDS, *MISSING}
    assert {*KNOWN, *HUGO_FUNCTIONS} - here == set()


def test_nothing_is_here_and_missing() -> None:
    assert set(functions()) & set(MISSING) == set()


def test_nothing_is_here_that_hugo_does_not_know() -> None:
    assert set(functions()) - {*KNOWN, *ALIASES} == set()
    assert set(MISSING) - {*KNOWN, *ALIASES} == set()


def test_each_namespace_has_a_name() -> None:
    assert {name.partition(".")[0] for name in KNOWN} <= NAMESPACES


@pytest.mark.hugo
@pytest.mark.skipif(not shutil.which("hugo"), reason="asks real Hugo")
def test_hugo_knows_each(tmp_path: Path) -> None:
    """A field that a namespace does not have is an error of its own kind."""
    line = '{{{{ with try (partial "{0}") }}}}{{{{ .Err | jsonify }}}},{{{{ end }}}}\n'
    files = {
        "hugo.json": json.dumps({"disableKinds": ["taxonomy", "term", "rss"]}),
        "layouts/home.html": "".join(line.format(f"{name}.md") for name in KNOWN),
        **{f"layouts/_partials/{name}.md": f"{{{{ {name} }}}}" for name in KNOWN},
    }
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    subprocess.run(["hugo"], cwd=tmp_path, capture_output=True, check=False)
    said = (tmp_path / "public/index.html").read_text("utf-8")
    assert said.count("\n") == len(KNOWN)
    assert re.findall(r"evaluate field (\w+) in type \*(\w+)", said) == []
