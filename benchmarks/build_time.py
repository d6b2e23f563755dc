"""How long a synthetic blog takes to build, and how that compares with plain MyST.

The same texts are built twice: as Hugo posts through this extension, and as plain
MyST pages without it. Prints a table of seconds (wall clock, best of the repeats)
and the ratio of the two. Nothing is random, so two runs build the same site.

    python benchmarks/build_time.py --posts 300 --jobs 2
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

VOCABULARY = (
    "address anchor archive author bundle call change code comma date draft feed "
    "figure file folder front heading image index kernel label line link list matter "
    "mount name notation number page parser path picture place position post reader "
    "record release section site slug source summary table tag term test text title "
    "token tree warning word"
)
WORDS = VOCABULARY.split()
FIRST_DAY = date(2016, 1, 4)
MYST_CONF = 'extensions = ["myst_parser"]\n'
HUGO_CONF = 'extensions = ["sphinx_updates"]\nupdates_posts = {"blog": "../posts"}\n'
COMMON_CONF = 'html_theme = "pydata_sphinx_theme"\nhtml_sidebars = {"blog/**": []}\n'


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of the three builds that matter to an author."""

    cold: float
    """Nothing is left of an earlier build."""
    touched: float
    """One post was changed."""
    unchanged: float
    """Nothing was."""


def sentence(seed: int, length: int) -> str:
    """Return *length* words that depend on *seed* alone."""
    # A step without a common factor with the number of words visits all of them.
    words = [WORDS[(seed * 7 + i * 11) % len(WORDS)] for i in range(length)]
    words[length // 2] = f"**{words[length // 2]}**"
    return " ".join(words).capitalize() + "."


def body(number: int) -> str:
    """Return some 400 words with headings, a list and code, read alike by both."""
    starts = range(number, number + 25, 5)
    paragraphs = [
        " ".join(sentence(start + i, 14) for i in range(5)) for start in starts
    ]
    items = "\n".join(f"- {sentence(number + i, 6)}" for i in range(4))
    code = f"```python\ndef f(x):\n    return x + {number}\n```"
    first, second, third, fourth, last = paragraphs
    parts = [first, "## Background", second, items, third, "## Details"]
    return "\n\n".join([*parts, code, fourth, last]) + "\n"


def hugo_post(number: int) -> str:
    """Return a whole post for Hugo, with a shortcode."""
    day = FIRST_DAY + timedelta(days=number * 3)
    front_matter = (
        f'title: "Post {number}"\ndate: {day}\nauthors: ["Author {number % 10}"]\n'
        f'tags: ["tag {number % 40}", "tag {number % 7}"]\ncategories: ["updates"]\n'
    )
    call = '{{< details summary="More" >}}\nWith *one* line.\n{{< /details >}}\n'
    return f"---\n{front_matter}---\n\n{body(number)}\n{call}"


def myst_page(number: int) -> str:
    """Return the same text as a page of documentation."""
    more = "```{admonition} More\nWith *one* line.\n```\n"
    return f"---\norphan: true\n---\n\n# Post {number}\n\n{body(number)}\n{more}"


def write(path: Path, text: str) -> None:
    """Write *text* and make the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_hugo_project(folder: Path, posts: int) -> Path:
    """Write a project with *posts* Hugo posts and return the file of one."""
    write(folder / "docs/conf.py", HUGO_CONF + COMMON_CONF)
    write(folder / "docs/index.md", "# Home\n")
    for number in range(posts):
        write(folder / f"posts/post-{number}/index.md", hugo_post(number))
    return folder / "posts/post-0/index.md"


def make_myst_project(folder: Path, posts: int) -> Path:
    """Write a project with *posts* plain pages and return the file of one."""
    write(folder / "docs/conf.py", MYST_CONF + COMMON_CONF)
    write(folder / "docs/index.md", "# Home\n")
    for number in range(posts):
        write(folder / f"docs/blog/post-{number}/index.md", myst_page(number))
    return folder / "docs/blog/post-0/index.md"


def seconds_to_build(folder: Path, jobs: str) -> float:
    """Build in a process of its own and return the wall-clock seconds."""
    command = [sys.executable, "-m", "sphinx", "-q", "-j", jobs, "docs", "out"]
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True)
    return time.perf_counter() - start


def measure(folder: Path, post: Path, jobs: str) -> Timing:
    """Build the project in *folder* three times: cold, after a change, unchanged."""
    cold = seconds_to_build(folder, jobs)
    with post.open("a", encoding="utf-8") as file:
        file.write("\nOne more paragraph.\n")
    touched = seconds_to_build(folder, jobs)
    return Timing(cold, touched, seconds_to_build(folder, jobs))


def best(timings: list[Timing]) -> Timing:
    """Return the shortest of each; what is longer was disturbed by something else."""
    return Timing(
        min(timing.cold for timing in timings),
        min(timing.touched for timing in timings),
        min(timing.unchanged for timing in timings),
    )


def run(posts: int, jobs: str, repeats: int) -> tuple[Timing, Timing]:
    """Return the timings of the Hugo posts and of the plain pages."""
    hugo, myst = [], []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            post = make_hugo_project(root / "hugo", posts)
            hugo.append(measure(root / "hugo", post, jobs))
            page = make_myst_project(root / "myst", posts)
            myst.append(measure(root / "myst", page, jobs))
    return best(hugo), best(myst)


def main() -> None:
    """Measure what the command line asks for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--posts", type=int, default=100)
    parser.add_argument("--jobs", default="1", help="as for sphinx-build -j")
    parser.add_argument("--repeats", type=int, default=1)
    options = parser.parse_args()
    hugo, myst = run(options.posts, options.jobs, options.repeats)
    print(f"{options.posts} posts, -j {options.jobs}, seconds")
    print(f"{'':10} {'posts':>8} {'plain':>8} {'ratio':>8}")
    for name in ("cold", "touched", "unchanged"):
        ours, theirs = getattr(hugo, name), getattr(myst, name)
        print(f"{name:10} {ours:8.2f} {theirs:8.2f} {ours / theirs:8.2f}")


if __name__ == "__main__":
    main()
