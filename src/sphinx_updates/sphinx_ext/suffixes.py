"""Which files Sphinx reads as Markdown: more of them while posts are read.

Hugo reads ``.markdown`` and ``.html`` as pages. In the docs the same suffixes may
belong to other files (a shortcode template, a page to copy), so they are known only
between the search for documents and the end of reading. The configuration that
Sphinx compares between two builds stays that of ``conf.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.walk import HTML_SUFFIXES, MARKDOWN_SUFFIXES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

POST_SUFFIXES = (*MARKDOWN_SUFFIXES, *HTML_SUFFIXES)
"""What Hugo reads as pages; the docs keep the suffixes of their own conf.py."""


def setup_suffixes(app: Sphinx) -> None:
    """Connect what adds the suffixes of posts and what takes them away again."""
    own: dict[str, str] = {}

    def add(app: Sphinx, _env: BuildEnvironment, _docnames: list[str]) -> None:
        own.clear()
        own.update(app.config.source_suffix)
        kind = markdown_kind(own)
        app.config.source_suffix = {**dict.fromkeys(POST_SUFFIXES, kind), **own}

    def restore(app: Sphinx, _env: BuildEnvironment) -> None:
        app.config.source_suffix = dict(own)

    app.connect("env-before-read-docs", add)
    app.connect("env-updated", restore)


def markdown_kind(suffixes: dict[str, str]) -> str:
    """Return the file type of ``.md``, which another extension may have named."""
    return suffixes.get(".md") or "markdown"
