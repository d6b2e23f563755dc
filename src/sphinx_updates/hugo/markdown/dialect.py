"""The parts of Hugo's Markdown put together, as a site's settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from sphinx_updates.hugo.markdown.divider import summary_divider_plugin
from sphinx_updates.hugo.markdown.footnotes import footnotes_plugin
from sphinx_updates.hugo.markdown.headings import heading_attributes_plugin
from sphinx_updates.hugo.markdown.safety import safety_plugin
from sphinx_updates.hugo.markdown.typography import typography_plugin

if TYPE_CHECKING:
    from sphinx_updates.hugo.site.settings import HugoSettings


def use_dialect(md: MarkdownIt, settings: HugoSettings) -> MarkdownIt:
    """Turn *md*, made with the ``commonmark`` preset, into Hugo's Markdown.

    Besides markdown-it's own tokens it makes ``summary_divider`` (block) and
    ``summary_divider_inline`` where the page has ``<!--more-->``.

    :return: The same object.
    """
    options = {
        "typographer": settings.typographer,
        "breaks": settings.hard_wraps,
        "tasklists": settings.task_list,
        "strikethrough_single_tilde": True,
    }
    md.options.update(options)
    if settings.table:
        md.enable("table")
    if settings.strikethrough:
        md.enable("strikethrough")
    if settings.linkify:
        md.use(gfm_autolink_plugin)
    if settings.definition_list:
        md.use(deflist_plugin)
    if settings.footnote:
        md.use(footnotes_plugin)
    if settings.dollar_math:
        # A digit beside the closing dollar, or a space inside, is money, not math.
        md.use(
            dollarmath_plugin,
            allow_space=False,
            allow_digits=False,
            double_inline=True,
            allow_labels=False,
        )
    if settings.typographer:
        md.use(typography_plugin)
    if settings.attribute_title:
        md.use(heading_attributes_plugin)
    md.use(summary_divider_plugin)
    md.use(safety_plugin, unsafe=settings.unsafe)
    return md


def render_inline(text: str, settings: HugoSettings) -> str:
    """Return a line of Hugo's Markdown as HTML, without a paragraph around it."""
    md = use_dialect(MarkdownIt("commonmark"), settings)
    return str(md.renderInline(text))
