"""What Lighthouse says of a post, of 50 cards, and of an empty page of the same theme.

The sample blog of the tests is built and served here, beside a project that has the
theme alone; Lighthouse (of npm) and Chromium have to be on this machine. The pages take
turns, so that a busy moment troubles all of them alike, and the first turn does not
count. Prints the median of each score, and how far the performance is spread.

    python benchmarks/lighthouse.py --runs 5 --lighthouse node_modules/.bin/lighthouse
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from processes import run_sphinx
from sample_blog import write_blog
from serving import serve

PAGES = {
    "theme alone": "theme-alone/empty/",
    "empty page": "empty/",
    "post": "blog/note-55/",
    "50 cards": "list/",
}
THEME_ALONE = {
    "conf.py": 'project = "Theme alone"\nhtml_theme = {theme!r}\n',
    "index.rst": "Theme alone\n===========\n\n.. toctree::\n\n   empty\n",
    "empty.rst": "Empty\n=====\n",
}
SCORES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-sync"


def scores(command: str, address: str) -> dict[str, float]:
    """Return the scores of one run, 0 to 100, and print what costs points."""
    options = ["--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    done = subprocess.run(
        [command, address, *options, f"--only-categories={','.join(SCORES)}"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
    )
    report = json.loads(done.stdout)
    for category in SCORES[1:]:
        for audit in report["categories"][category]["auditRefs"]:
            found = report["audits"][audit["id"]]
            if audit["weight"] and found["score"] is not None and found["score"] < 1:
                print(f"  {address}: {category}: {found['title']}", file=sys.stderr)
    return {name: 100 * report["categories"][name]["score"] for name in SCORES}


def build(docs: Path, out: Path) -> None:
    """Build the pages in *docs*."""
    options = ["-q", "-b", "dirhtml", "-d", str(docs.with_suffix(".doctrees"))]
    run_sphinx(docs, *options, str(docs), str(out)).check_returncode()


def main() -> None:
    """Build, serve, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--theme", default="pydata_sphinx_theme")
    parser.add_argument("--lighthouse", default="lighthouse")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        build(write_blog(Path(folder), chosen.theme), out)
        alone = Path(folder, "alone")
        alone.mkdir()
        for name, text in THEME_ALONE.items():
            (alone / name).write_text(text.format(theme=chosen.theme))
        build(alone, out / "theme-alone")
        with serve(out) as site:
            found: dict[str, list[dict[str, float]]] = {name: [] for name in PAGES}
            for run in range(chosen.runs + 1):
                for name, path in PAGES.items():
                    scored = scores(chosen.lighthouse, site + path)
                    if run:
                        found[name].append(scored)
    print("page".ljust(12), *(score.rjust(15) for score in SCORES), "  performance of")
    for name, runs in found.items():
        medians = [statistics.median(run[score] for run in runs) for score in SCORES]
        spread = " ".join(f"{run['performance']:.0f}" for run in runs)
        print(name.ljust(12), *(f"{median:15.0f}" for median in medians), f"  {spread}")


if __name__ == "__main__":
    main()
