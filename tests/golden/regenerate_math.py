"""Write math.json: what real Hugo takes for math with its passthrough extension.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_math.py

Each case is a piece of Markdown and the HTML of the page. A hook prints what passes
through as ``<x-math type="inline">…</x-math>``, without its delimiters.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"
HOOK = '<x-math type="{{ .Type }}">{{ .Inner }}</x-math>'

DELIMITERS: dict[str, dict[str, list[list[str]]]] = {
    "usual": {"block": [["\\[", "\\]"], ["$$", "$$"]], "inline": [["\\(", "\\)"], ["$", "$"]]},
    "no dollars": {"block": [["\\[", "\\]"]], "inline": [["\\(", "\\)"]]},
    "dollars only": {"block": [["$$", "$$"]], "inline": [["$", "$"]]},
    "inline only": {"block": [], "inline": [["$", "$"]]},
    "odd": {"block": [["@@", "=@"]], "inline": [["((", "))"], ["|", "|"], ["[", "}"]]},
    "same in both": {"block": [["$$", "$$"]], "inline": [["$$", "$$"]]},
}  # fmt: skip

CASES: dict[str, list[str]] = {
    "usual": [
        "$a$", "a $b$ c", "$$a$$", "a $$b$$ c", "\\(a\\)", "a \\(b\\) c", "\\[a\\]", "a \\[b\\] c",
        "$a_1 + b_1*c*d$", "$a\\_b \\\\ \\{c\\}$", "$x < y & z > \"w\"$", "$&amp; &lt;$", "$a -- b ... 'c'$",
        "$5 and $6", "cost $5, $6 and $7", "US$10", "$ a $", "$a $ b$", "only one $ here", "$$ only",
        "\\$5 and \\$6", "\\\\$a$ b", "\\\\(a\\\\) b", "\\\\[a\\\\] b", "\\\\\\(a\\) b", "a \\( b", "a \\[ b", "\\(\\) b", "$$ $$", "$$$$ b", "$$$a$$$ b", "$a$$b$",
        "$a\nb$ c", "$$\na\nb\n$$", "a\n$$\nb\n$$\nc", "$$a$$ b $$c$$ d", "$a\n\nb$ c", "$$\na\n\nb\n$$", "$$\n\n$$",
        "$$\na\n- b\n$$", "$$\na\n= b\n---\n$$", "$$\n# a\n$$", "$$\n> a\n$$", "$$\na\n    b\n$$", "    $$\n    a\n    $$",
        "`$a$` b", "`$a` $b$", "$`a`$", "$a `b$ c` d", "```\n$a$\n```", "<b title=\"$x\">y</b> z$ w", "<span>$a$</span>", "<div>\n$a$\n</div>",
        "*$a*b$*", "**$a$**", "*a $b* c$", "_$a_b$_", "[$a$](u)", "[a $b](u) c$", "[$$a$$](u)", "![$a$](u)", "![$$a$$](u \"$t$\")", "[a]($b$)", "<https://x.org/$a$>", "https://x.org/$a$ b",
        "# $a_b$ c", "# $$a$$ c", "# a \\(b_c\\)", "- $a$\n- $$b$$\n- c $$d$$ e", "- a\n\n  $$\n  b\n  c\n  $$\n\n  d", "- $$\n  b\n    c\n  $$", "1. a $b\n   c$ d",
        "> $a$ b", "> $$\n> a\n> $$", "> $a\n> b$ c", "> $$a\nb$$ c",
        "| a | b |\n|---|---|\n| $c$ | $$d$$ |", "| a | b |\n|---|---|\n| $c|d$ | e |", "| a | b |\n|---|---|\n| $c\\|d$ | e |",
        "a\n: $b$\n: $$c$$", "~~$a~~b$~~", "$a\\$b$ c$", "\\[a\\\\]b\\] c", "\\(a $b\\) c$", "$a \\(b$ c\\)", "$$a$b$$ c$",
        "x$a$y", "2$\\times$3", "$a$1", "a\\\n$b$", "a  \n$b$", "$a  \nb$", "$a\\\nb$", "\u00e9$\u00e9$\u00e9", "- [ ] $a$\n- [x] $$b$$", "a $$b$$\n$$c$$ d", "$$a$$\n\n$$b$$",
    ],
    "no dollars": ["$a*b*c$ \\(d*e*f\\)", "\\\\(a\\\\)", "\\$a\\$", "a \\[b\\] c", "\\[\na\n\\]", "\\\\", "\\(a", "\\(a\\\\)b\\)"],
    "dollars only": ["\\(a*b*c\\)", "\\\\$a$", "\\$a$ b$", "\\\\$$a$$", "\\", "a\\$$b$$"],
    "inline only": ["$$a$$", "$$", "$$a$ b", "$\na\n$"],
    "odd": ["@@a=@ b", "a ((b*c*d)) e", "a((b)) c", "|a|", "a | b | c", "\\((a)) b", "\\\\((a)) b", "((a", "(a)) b", "[a](u)", "[a} b", "[a](u} b", "@a@ @@b", "@@a\n=@"],
    "same in both": ["a $$b$$ c", "$$b$$"],
}  # fmt: skip


def pages(delimiters: dict[str, list[list[str]]], texts: list[str]) -> list[str]:
    """Return the HTML of each text, made with *delimiters*."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        hooks = folder / "layouts" / "_markup"
        hooks.mkdir(parents=True)
        (hooks / "render-passthrough.html").write_text(HOOK)
        (folder / "layouts" / "single.html").write_text("{{ .Content }}")
        (folder / "content").mkdir()
        passthrough = {"enable": True, "delimiters": delimiters}
        config: dict[str, Any] = {
            "disableKinds": ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"],
            "markup": {"goldmark": {"renderer": {"unsafe": True}, "extensions": {"passthrough": passthrough}}},
        }
        (folder / "hugo.json").write_text(json.dumps(config))
        for number, text in enumerate(texts):
            (folder / "content" / f"p{number}.md").write_text('{"title": "T"}\n' + text + "\n")
        subprocess.run([HUGO, "--quiet"], cwd=folder, check=True, capture_output=True)
        return [
            (folder / "public" / f"p{number}" / "index.html").read_text()
            for number in range(len(texts))
        ]


def main() -> None:
    """Run every case and write the file."""
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
    number = next(word for word in version.split() if word.startswith("v0.")).split("-")[0]
    cases = [
        {"delimiters": name, "markdown": text, "html": html}
        for name, texts in CASES.items()
        for text, html in zip(texts, pages(DELIMITERS[name], texts), strict=True)
    ]
    data = {"hugo_version": number.removeprefix("v"), "delimiters": DELIMITERS, "cases": cases}
    (HERE / "math.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
