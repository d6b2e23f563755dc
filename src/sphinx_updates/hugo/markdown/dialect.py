"""The parts of Hugo's Markdown put together, as a site's settings say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_updates.hugo.markdown.alerts import alerts_plugin
from sphinx_updates.hugo.markdown.block_attributes import (
    block_attributes_plugin,
    standalone_images_plugin,
)
from sphinx_updates.hugo.markdown.definition_lists import definition_lists_plugin
from sphinx_updates.hugo.markdown.divider import summary_divider_plugin
from sphinx_updates.hugo.markdown.emoji import emoji_plugin
from sphinx_updates.hugo.markdown.footnotes import footnotes_plugin
from sphinx_updates.hugo.markdown.headings import heading_attributes_plugin
from sphinx_updates.hugo.markdown.line_breaks import (
    escaped_space_plugin,
    line_breaks_plugin,
)
from sphinx_updates.hugo.markdown.linkify import TERMINATORS, linkify_plugin
from sphinx_updates.hugo.markdown.marks import marks_of, marks_plugin
from sphinx_updates.hugo.markdown.math import use_math
from sphinx_updates.hugo.markdown.safety import safety_plugin
from sphinx_updates.hugo.markdown.tasks import tasks_plugin
from sphinx_updates.hugo.markdown.typography import typography_plugin

if TYPE_CHECKING:
    from sphinx_updates.hugo.site.settings import HugoSettings

_QUOTES_AND_DOTS = (r"['\"]", r"\.\.\.")


def use_dialect(md: MarkdownIt, settings: HugoSettings) -> MarkdownIt:
    """Turn *md*, made with the ``commonmark`` preset, into Hugo's Markdown.

    Besides markdown-it's own tokens it makes those that its modules name, such as
    ``summary_divider`` where the page has ``<!--more-->``.

    :return: The same object.
    """
    md.options["breaks"] = settings.hard_wraps
    _use_blocks(md, settings)
    _use_phrases(md, settings)
    if settings.attribute_title:
        md.use(heading_attributes_plugin)
    md.use(summary_divider_plugin)
    md.use(safety_plugin, unsafe=settings.unsafe)
    return md


def _use_blocks(md: MarkdownIt, settings: HugoSettings) -> None:
    if settings.table:
        md.enable("table")
    if settings.definition_list:
        md.use(definition_lists_plugin)
    if settings.footnote:
        md.use(footnotes_plugin)
    if settings.task_list:
        md.use(tasks_plugin)
    if settings.blockquote_alerts:
        md.use(alerts_plugin)
    if settings.attribute_block:
        md.use(block_attributes_plugin)
    if not settings.wrap_standalone_image:
        md.use(standalone_images_plugin)


def _use_phrases(md: MarkdownIt, settings: HugoSettings) -> None:
    ends: list[str] = []
    if marks := marks_of(settings):
        md.use(marks_plugin, marks)
    if settings.linkify:
        md.use(linkify_plugin, settings.linkify_protocol)
        ends.extend(TERMINATORS)
    use_math(md, settings)
    if settings.enable_emoji:
        md.use(emoji_plugin)
    if settings.typographer:
        md.use(typography_plugin, settings.typography)
        ends.extend(_QUOTES_AND_DOTS)
    if settings.east_asian_line_breaks:
        md.use(line_breaks_plugin, settings.east_asian_line_breaks)
    if settings.escaped_space:
        md.use(escaped_space_plugin)
    if ends:
        # Text ends where one of the rules may find something.
        known = md.inline.terminator_re.pattern
        md.inline.terminator_re = re.compile("|".join([known, *ends]))


def render_inline(text: str, settings: HugoSettings) -> str:
    """Return a line of Hugo's Markdown as HTML, without a paragraph around it."""
    return str(_parser(settings).renderInline(text))


# Every post shows lines of its authors: making a parser takes longer than using it.
@lru_cache(maxsize=8)
def _parser(settings: HugoSettings) -> MarkdownIt:
    return use_dialect(MarkdownIt("commonmark"), settings)
