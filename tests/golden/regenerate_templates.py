"""Ask real Hugo what it makes of templates, and write ``templates/*.json``.

Run by hand: ``python tests/golden/regenerate_templates.py [AREA ...]``. The cases are
the partials of one site; ``try`` records what fails. Those that do not parse get a run
each.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from template_cases import AREAS, BASE_URL, FOLDER, Case, cases_of, plain_error

CONFIG = {
    "baseURL": BASE_URL,
    "disableKinds": ["section", "taxonomy", "term", "rss", "sitemap", "404"],
    "outputs": {"home": ["json"]},
    "timeZone": "UTC",
}
LINE = """\
{{{{ with try (partial {name} {dot}) }}}}\
{{{{ with .Err }}}}{{{{ dict "error" .Error | jsonify }}}}\
{{{{ else }}}}{{{{ dict "type" (printf "%T" .Value) "text" (printf "%v" .Value) | jsonify }}}}\
{{{{ end }}}}{{{{ end }}}}
"""


def literal(value: Any) -> str:
    """Return *value* as a term of Go's templates."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            # JSON's escapes are Go's too.
            return json.dumps(value)
        case datetime():
            return f'(time.AsTime "{value.isoformat()}")'
        case dict():
            pairs = (f" {json.dumps(key)} {literal(item)}" for key, item in value.items())
            return f"(dict{''.join(pairs)})"
        case list():
            return f"(slice{''.join(f' {literal(item)}' for item in value)})"
    return repr(value)


def write_site(folder: Path, cases: list[Case]) -> None:
    lines = (LINE.format(name=json.dumps(case.partial), dot=literal(case.dot)) for case in cases)
    files = {
        "hugo.json": json.dumps(CONFIG).encode(),
        "content/_index.md": b"",
        "layouts/home.json": "".join(lines).encode(),
    }
    for case in cases:
        files[f"layouts/_partials/{case.partial}"] = case.template.encode()
        for path, content in case.files.items():
            if files.setdefault(path, content) != content:
                raise ValueError(f"{case.name}: another case has {path} too")
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def run_hugo(folder: Path) -> str:
    """Build, and return what Hugo says."""
    done = subprocess.run(["hugo", "--logLevel", "error"], cwd=folder, capture_output=True, text=True)
    return done.stdout + done.stderr


def ask(cases: list[Case]) -> list[dict[str, str]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_site(folder, cases)
        said = run_hugo(folder)
        result = folder / "public" / "index.json"
        if not result.exists():
            sys.exit(f"Hugo built nothing:\n{said}")
        found = [json.loads(line) for line in result.read_text("utf-8").splitlines()]
        for case, item in zip(cases, found, strict=True):
            if "error" in item:
                item["error"] = plain_error(case, item["error"].replace(f"{folder}/", ""))
        return found


def ask_unparsed(case: Case) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_site(folder, [case])
        said = run_hugo(folder)
        error = re.search(r"(?:(?:html/)?template: ?|failed to transform template \")_partials/cases/.*", said)
        if not error:
            return {"error": "none: Hugo has nothing against it"}
        return {"error": plain_error(case, error[0].replace(f"{folder}/", ""))}


def main() -> None:
    shown = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True)
    version = re.search(r"v(\d+\.\d+\.\d+)", shown.stdout)
    for area in sys.argv[1:] or AREAS:
        cases = cases_of(area)
        whole = [case for case in cases if not case.parse]
        results = dict(zip((case.name for case in whole), ask(whole), strict=True)) if whole else {}
        results |= {case.name: ask_unparsed(case) for case in cases if case.parse}
        if wrong := [name for name, item in results.items() if item.get("error", "").startswith("none:")]:
            sys.exit(f"{area}: Hugo has nothing against {wrong}")
        golden = {"hugo": version[1] if version else "", "cases": results}
        text = json.dumps(golden, ensure_ascii=False, indent=1)
        (FOLDER / f"{area}.json").write_text(text + "\n", "utf-8")
        print(f"{area}: {len(results)} cases")


if __name__ == "__main__":
    main()
