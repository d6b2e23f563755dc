"""Write anchors.json: the heading ids that real Hugo makes, in its three styles.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_anchors.py

Each page is a list of headings: as written in Markdown, and the plain text of each
after typography (a double hyphen is a dash by then), without autolinks and HTML tags.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"
STYLES = ("github", "github-ascii", "blackfriday")

# (Markdown, plain text); None as the plain text: an explicit id, kept from the others.
Heading = tuple[str, str | None]


def same(*texts: str) -> list[Heading]:
    """Return headings whose Markdown is their plain text."""
    return [(text, text) for text in texts]


PAGES: dict[str, list[Heading]] = {
    "symbols": [('"Quoted" it\'s -- dash', "\u201cQuoted\u201d it\u2019s \u2013 dash"), ("a--b...", "a\u2013b\u2026")] + same("C++ & C# / Go!", "1.2.3 Version_x", "a.b/c:d", "x \u2013 y \u2014 z", "100% (sure)?", "a,b;c", "R&D", "e.g. this", "snake_case_name", "-lead-", "$5 + tax", "what's new: v2.0"),
    "letters": same("\u00dcber stra\u00dfe caf\u00e9 \u65e5\u672c\u8a9e", "\u0141\u00f3d\u017a", "e\u0301 combining", "\u0130stanbul", "\u039f\u03b4\u03cc\u03c2 \u03a3\u03a3", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440", "emoji \U0001f680 launch", "\u00bd cup \u00b2 \u2163", "\u0663\u0664 digits", "\u0939\u093f\u0928\u094d\u0926\u0940", "\ufb01ligature", "nbsp\u00a0here", "\uc548\ub155"),
    "spaces": [("A  double   space", "A  double   space"), ("  indented  ", "indented"), ("tab\tinside", "tab\tinside")],
    "nothing left": same("!!!", "???", "\u2013", "!!!"),
    "no text": [("", ""), ("", ""), ("after", "after")],
    "duplicates": same("Hello World", "Hello World", "Hello World", "Hello-World-1", "hello world", "Hello World 2", "Hello World"),
    "number taken first": same("x-1", "x", "x", "x"),
    "markup": [("`code` *em* [link](u) ![img](a.png)", "code em link img"), ("&amp; &copy; x", "& \u00a9 x"), ("a \\* b \\# c", "a * b # c"), ("**Bold**text", "Boldtext"), ("[Only a link](https://example.org)", "Only a link"), ("<https://example.org/a>", ""), ("See https://example.org/x now", "See  now"), ("H<sub>2</sub>O", "H2O"), ("~~gone~~ here", "gone here"), ("<!-- c -->x", "x")],
    "explicit": [("H {#custom}", None), ("custom", "custom"), ("custom", "custom")],
    "explicit later": [("custom", "custom"), ("H {#custom}", None), ("custom", "custom")],
}  # fmt: skip


def ids(headings: list[Heading], style: str) -> list[str]:
    """Return the id of each heading; empty where Hugo gives none."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "layouts").mkdir()
        (folder / "content").mkdir()
        (folder / "layouts" / "single.html").write_text("{{ .Content }}")
        config: dict[str, Any] = {
            "disableKinds": ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"],
            "markup": {"goldmark": {"parser": {"autoIDType": style}}},
        }
        (folder / "hugo.json").write_text(json.dumps(config))
        body = "\n\n".join(f"## {markdown}" for markdown, _ in headings)
        (folder / "content" / "x.md").write_text('{"title": "T"}\n' + body + "\n")
        subprocess.run([HUGO, "--quiet"], cwd=folder, check=True, capture_output=True)
        html = (folder / "public" / "x" / "index.html").read_text()
    found = re.findall(r'<h2(?: id="?([^">]*)"?)?>', html)
    assert len(found) == len(headings), html
    return [unescape(identifier) for identifier in found]


def main() -> None:
    """Run every page in every style and write the file."""
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
    number = next(word for word in version.split() if word.startswith("v0.")).split("-")[0]
    cases = [
        {"name": name, "style": style, "headings": headings, "ids": ids(headings, style)}
        for name, headings in PAGES.items()
        for style in STYLES
    ]
    data = {"hugo_version": number, "cases": cases}
    (HERE / "anchors.json").write_text(json.dumps(data, indent=1) + "\n")
    print(len(cases), "cases")


if __name__ == "__main__":
    main()
