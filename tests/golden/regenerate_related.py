"""Write related.json: which pages real Hugo calls related, on small made sites.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_related.py

Each case is a site: its ``related`` configuration (null for Hugo's own), its pages
(front matter and headings), and for each page the related ones in order. The random
sites are made of a fixed seed.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"
SINGLE = (
    "{{ $found := slice }}{{ range site.RegularPages.Related . }}"
    "{{ $found = $found | append .File.ContentBaseName }}{{ end }}{{ $found | jsonify | safeHTML }}"
)

Case = dict[str, Any]
Page = dict[str, Any]


def index(name: str, weight: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "weight": weight, **more}


def case(name: str, pages: dict[str, Page], related: dict[str, Any] | None = None) -> Case:
    return {"name": name, "related": related, "pages": pages}


def page(title: str, date: str, **params: Any) -> Page:
    return {"title": title, "date": date, **params}


def many(seed: int, count: int = 12) -> dict[str, Page]:
    rng = random.Random(seed)
    words = ["a", "b", "c", "D", "d", "e f"]
    pages = {}
    # Of pages with one rank, one date and one title Hugo takes any first.
    titles = rng.sample(range(count), count)
    for number in range(count):
        params: Page = {
            "title": f"T{titles[number]}",
            "date": f"20{rng.randrange(18, 25)}-0{rng.randrange(1, 9)}-01",
        }
        for key in ("tags", "keywords", "categories"):
            if chosen := rng.sample(words, rng.randrange(0, 4)):
                params[key] = chosen if rng.random() < 0.8 else chosen[0]
        if rng.random() < 0.2:
            params["publishDate"] = f"20{rng.randrange(15, 24)}-01-01"
        pages[f"p{number:02}"] = params
    return pages


FOUR = {
    "a": page("A", "2024-01-01", tags=["x", "y"], keywords=["k"]),
    "b": page("B", "2024-02-01", tags=["x"], keywords=["K"]),
    "c": page("C", "2023-01-01", tags=["x", "y"], keywords=["k"]),
    "d": page("D", "2022-01-01", tags=["Y"], categories=["z"]),
}
SAME = {
    name: page(title, "2024-01-01", tags=["x"])
    for name, title in (("one", "Beta"), ("two", "alpha"), ("three", "Alpha"), ("four", "beta"))
}
TAGS = {"threshold": 80, "indices": [index("tags", 100)]}
CASES = [
    case("default", FOUR),
    case("no words", {"a": page("A", "2024-01-01"), "b": page("B", "2023-01-01")}),
    case("same date and rank", SAME),
    case("newer too", FOUR, {"includeNewer": True, **TAGS}),
    case("lower case", FOUR, {"toLower": True, **TAGS}),
    case("lower case of one index", FOUR, {"threshold": 0, "indices": [index("tags", 100, toLower=True), index("keywords", 50)]}),
    case("threshold 0", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 10), index("keywords", 90)]}),
    case("threshold 100", FOUR, {"threshold": 100, "includeNewer": True, "indices": [index("tags", 10), index("keywords", 90)]}),
    case("date by month", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("date", 10, pattern="01")]}),
    case("date and tags", FOUR, {"threshold": 20, "includeNewer": True, "indices": [index("date", 10), index("tags", 40)]}),
    case("cardinality", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 100, cardinalityThreshold=50)]}),
    case("cardinality at the limit", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 100, cardinalityThreshold=75)]}),
    case("filter", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 100), index("keywords", 50, applyFilter=True)]}),
    case("two filters", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 100, applyFilter=True), index("keywords", 50, applyFilter=True)]}),
    case("filter that nothing meets", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 100), index("nothing", 50, applyFilter=True)]}),
    case("no indices", FOUR, {"threshold": 10}),
    case("weights of zero", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 0)]}),
    case("negative weight", FOUR, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 50), index("keywords", -20)]}),
    case("a field of the site", {n: {**p, "topic": "t" if n != "d" else ["t", "u"]} for n, p in FOUR.items()}, {"threshold": 0, "includeNewer": True, "indices": [index("topic", 10)]}),
    case("numbers and booleans", {n: {**p, "num": [1, 2.5, True]} for n, p in FOUR.items()}, {"threshold": 0, "includeNewer": True, "indices": [index("num", 10)]}),
    case("repeated words", {n: {**p, "tags": ["x", "x", "y"]} for n, p in FOUR.items()}, {"threshold": 0, "includeNewer": True, "indices": [index("tags", 10), index("keywords", 30)]}),
    case("no dates", {n: {"title": p["title"], "tags": p["tags"]} for n, p in FOUR.items()}),
    case("one without a date", {n: ({k: v for k, v in p.items() if k != "date"} if n == "b" else p) for n, p in FOUR.items()}),
    case(
        "fragments",
        {
            "a": page("A", "2024-01-01", refs=["one", "two"], body="## One\n"),
            "b": page("B", "2023-01-01", body="## One\n\ntext\n\n## Two\n"),
            "c": page("C", "2022-01-01", refs=["one"], body="## Three\n"),
        },
        {"threshold": 0, "includeNewer": True, "indices": [index("refs", 80, type="fragments")]},
    ),
    *(case(f"random {seed}", many(seed)) for seed in range(6)),
    *(
        case(
            f"random settings {seed}",
            many(seed),
            {
                "threshold": rng.choice([0, 20, 50, 80]),
                "includeNewer": rng.random() < 0.5,
                "toLower": rng.random() < 0.5,
                "indices": [
                    index("keywords", rng.randrange(1, 101)),
                    index("tags", rng.randrange(1, 101), cardinalityThreshold=rng.choice([0, 0, 40])),
                    index("date", rng.randrange(1, 40)),
                    index("categories", rng.randrange(1, 101), applyFilter=rng.random() < 0.2),
                ],
            },
        )
        for seed in range(100, 116)
        for rng in [random.Random(seed)]
    ),
]


def related(entry: Case) -> dict[str, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        config: dict[str, Any] = {"baseURL": "https://example.org/", "disableKinds": ["home", "taxonomy", "term", "section", "sitemap", "404", "robotstxt"]}
        if entry["related"] is not None:
            config["related"] = entry["related"]
        (root / "hugo.json").write_text(json.dumps(config))
        (root / "layouts").mkdir()
        (root / "layouts" / "single.html").write_text(SINGLE)
        (root / "content" / "posts").mkdir(parents=True)
        for name, front in entry["pages"].items():
            params = {key: value for key, value in front.items() if key != "body"}
            text = json.dumps(params) + "\n" + front.get("body", "")
            (root / "content" / "posts" / f"{name}.md").write_text(text)
        run = subprocess.run([HUGO, "--quiet"], cwd=root, capture_output=True, text=True, check=False)
        if run.returncode:
            raise SystemExit(f"{entry['name']}: {run.stderr or run.stdout}")
        return {
            name: json.loads((root / "public" / "posts" / name / "index.html").read_text() or "[]")
            for name in entry["pages"]
        }


def main() -> None:
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    cases = [{**entry, "expected": related(entry)} for entry in CASES]
    data = {"hugo": version, "cases": cases}
    (HERE / "related.json").write_text(json.dumps(data, indent=1) + "\n")
    print(len(cases), "cases")


if __name__ == "__main__":
    main()
