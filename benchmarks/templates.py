"""What the calls of a template cost in the build that they stand in.

A site is built once with calls of a template of 30 lines, and the time that the
templates take is measured in the same build. Prints seconds of the processor and the
ratio of the two.
Nothing is random, so two runs build the same site.

    python benchmarks/templates.py --calls 1000 --pages 200
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from build_time import body
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from sphinx_updates.sphinx_ext.templates.runner import TemplateRunner

if TYPE_CHECKING:
    from collections.abc import Callable

CONF = """\
extensions = ["sphinx_updates"]
html_theme = "pydata_sphinx_theme"
html_sidebars = {"**": []}
updates_site = "../site"
"""
CONFIG = 'baseURL = "https://example.org/"\ntitle = "Site"\n'
CALL = (
    '{{< card title="Number %d" kind="warm" link="/posts/p%d" >}}In *it*.{{< /card >}}'
)
TEMPLATE = """\
{{- $title := .Get "title" | default .Page.Title -}}
{{- $kind := .Get "kind" | default "plain" -}}
{{- $link := "" -}}
{{- with .Get "link" -}}
  {{- with site.GetPage . -}}
    {{- $link = .RelPermalink -}}
  {{- else -}}
    {{- warnf "no page %q: %s" . $.Position -}}
  {{- end -}}
{{- end -}}
{{- $classes := slice "card" (printf "card-%s" $kind) -}}
{{- if $link }}{{ $classes = $classes | append "card-linked" }}{{ end -}}
<div class="{{ delimit $classes " " }}" id="card-{{ .Ordinal }}">
  {{- if $link }}
  <a href="{{ $link }}" title="{{ $title }}">
  {{- end }}
  <h3>{{ $title | markdownify }}</h3>
  {{- if $link }}
  </a>
  {{- end }}
  <ul>
  {{- range $i, $word := split (lower $title) " " }}
    <li class="{{ if modBool $i 2 }}even{{ else }}odd{{ end }}">{{ $word | title }}</li>
  {{- end }}
  </ul>
  {{- with .Inner }}
  <div>{{ . | markdownify }}</div>
  {{- end }}
  <small>{{ .Page.Date.Format "2006-01-02" }}, {{ len .Page.Params }}</small>
</div>
"""


def write(path: Path, text: str) -> None:
    """Write *text* to *path*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_site(root: Path, calls: int, pages: int) -> None:
    """Write a site with *calls* calls on *pages* pages."""
    write(root / "docs" / "conf.py", CONF)
    write(root / "site" / "hugo.toml", CONFIG)
    write(root / "site" / "layouts" / "_shortcodes" / "card.html", TEMPLATE)
    for page in range(pages):
        numbers = range(page, calls, pages)
        text = "\n\n".join(CALL % (n, (page + 1) % pages) for n in numbers)
        front = f"---\ntitle: Page {page}\ndate: 2020-01-01\n---\n\n"
        write(root / f"site/content/posts/p{page}.md", f"{front}{body(page)}\n{text}\n")


class Clock:
    """Adds up the time of the outermost calls of a function."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.count = 0
        self._depth = 0

    def measured(self, function: Callable[..., object]) -> Callable[..., object]:
        """Return *function*, whose time is added up."""

        def run(*arguments: object) -> object:
            self._depth += 1
            start = time.process_time()
            try:
                return function(*arguments)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.count += 1
                    self.seconds += time.process_time() - start

        return run


def main() -> None:
    """Build the site and print what the templates took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=200)
    options = parser.parse_args()
    clock = Clock()
    run = clock.measured(TemplateRunner._run)  # noqa: SLF001 - what is measured
    TemplateRunner._run = run  # type: ignore[method-assign, assignment]  # noqa: SLF001
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_site(root, options.calls, options.pages)
        start = time.process_time()
        docs, out = str(root / "docs"), str(root / "out")
        with docutils_namespace():
            app = Sphinx(docs, docs, out, str(root / "trees"), "html", status=None)
            app.build()
        whole = time.process_time() - start
    share = 100 * clock.seconds / whole
    print(f"calls      {clock.count}")
    print(f"build      {whole:.2f} s")
    print(f"templates  {clock.seconds:.2f} s")
    print(f"one call   {1000 * clock.seconds / max(clock.count, 1):.2f} ms")
    print(f"share      {share:.1f} %")


if __name__ == "__main__":
    main()
