"""Hugo's Markdown as a markdown-it dialect: the one place that builds it.

Pages and inner content are read by the same dialect. Which parts are on comes from
:class:`~sphinx_updates.hugo.site.settings.HugoSettings`; the defaults are Goldmark's
as Hugo configures it. Rendering is the caller's: a ``MarkdownIt`` is given and
returned, only its rules change.
"""

from __future__ import annotations

from sphinx_updates.hugo.markdown.dialect import render_inline, use_dialect
from sphinx_updates.hugo.markdown.headings import (
    HEADING_IDS,
    heading_text,
    note_heading_ids,
)

__all__ = [
    "HEADING_IDS",
    "heading_text",
    "note_heading_ids",
    "render_inline",
    "use_dialect",
]
