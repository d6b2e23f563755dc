"""Small sites, written and built by a test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from ablog.blog import Blog
from browsing import address, blog, browser, visit, visitor
from hypothesis import HealthCheck, settings
from lxml import html
from sphinx.application import Sphinx
from sphinx.testing.util import _clean_up_global_state
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["address", "blog", "browser", "visit", "visitor"]
"""Fixtures of other modules."""

# Its assertions say what they compared, as those of tests do.
pytest.register_assert_rewrite("rebuilding")
# A busy machine is no fault of what is tested.
settings.register_profile(
    "busy", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy")

CONF = """\
project = "Site"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_posts = {"blog": "../posts"}
"""
"""The configuration of a site unless a test writes its own ``docs/conf.py``."""

MakeSite = Callable[[Mapping[str, "str | bytes"]], "Site"]
"""The type of the fixture :func:`make_site`."""

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Build:
    """What one build left behind."""

    outdir: Path
    root: Path
    warnings: str
    """The log of warnings, with the folder of the site as ``<site>``."""
    statuscode: int
    log: str = ""
    """What the build said beside its warnings."""

    def text(self, path: str) -> str:
        """Return an output file."""
        return (self.outdir / path).read_text("utf-8")

    def page(self, path: str) -> html.HtmlElement:
        """Return a page of the output as a tree."""
        return html.document_fromstring(self.text(path))

    def body(self, path: str) -> html.HtmlElement:
        """Return the article of a page."""
        return self.page(path).xpath("//div[@class='body']")[0]

    def has(self, path: str) -> bool:
        """Say whether the output has a file."""
        return (self.outdir / path).is_file()

    def files(self) -> set[str]:
        """Return the paths of all output files."""
        found = (p for p in self.outdir.rglob("*") if p.is_file())
        return {p.relative_to(self.outdir).as_posix() for p in found}


@dataclass
class Site:
    """A folder with ``docs`` and ``posts``, to be written and built."""

    root: Path

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write *files*, by their path from the folder of the site."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)

    def build(
        self, builder: str = "html", *, parallel: int = 0, **conf: object
    ) -> Build:
        """Build in this process, again into the same folder if called again.

        :param conf: Values that stand in place of those of ``conf.py``.
        """
        outdir = self.root / "out" / builder
        status, log = StringIO(), StringIO()
        with patch_docutils(str(self.root / "docs")), docutils_namespace():
            app = Sphinx(
                str(self.root / "docs"),
                str(self.root / "docs"),
                str(outdir),
                str(self.root / "doctrees" / builder),
                builder,
                confoverrides=dict(conf),
                status=status,
                warning=log,
                parallel=parallel,
            )
            with redirect_stderr(log):
                app.build()
        _clean_up_global_state()
        warnings = _COLOUR.sub("", log.getvalue()).replace(str(self.root), "<site>")
        said = _COLOUR.sub("", status.getvalue())
        return Build(outdir, self.root, warnings, app.statuscode, said)


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Return a function that writes a site; ``conf.py`` and ``index.md`` are given."""

    def make(files: Mapping[str, str | bytes]) -> Site:
        site = Site(tmp_path.resolve())
        site.write({"docs/conf.py": CONF, "docs/index.md": "# Home\n\nWelcome.\n"})
        (site.root / "posts").mkdir(exist_ok=True)
        site.write(files)
        return site

    return make


@pytest.fixture(autouse=True)
def _fresh_blog() -> Iterator[None]:
    """ABlog keeps its blog in the class: leave none behind."""
    yield
    Blog._dict.clear()
