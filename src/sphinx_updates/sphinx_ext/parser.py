"""The parser of ``.md`` files: mounted pages as Hugo reads them, all others as MyST.

For a mounted page: front matter -> shortcodes -> Markdown tokens -> document.
"""

from __future__ import annotations

import fnmatch
import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from markdown_it import MarkdownIt
from myst_parser.config.main import MdParserConfig, merge_file_level
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.warnings_ import MystWarnings, create_warning

from sphinx_updates.hugo.encoding import find_mojibake
from sphinx_updates.hugo.front_matter import read_front_matter
from sphinx_updates.hugo.links import is_external
from sphinx_updates.hugo.markdown import (
    HEADING_IDS,
    note_heading_ids,
    use_dialect,
)
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.tokens import LINE_MAP, shortcode_plugin
from sphinx_updates.hugo.site.math_switch import with_page_math
from sphinx_updates.hugo.site.walk import HTML_SUFFIXES
from sphinx_updates.sphinx_ext.blocks import lift_blocks
from sphinx_updates.sphinx_ext.call_tokens import html_tokens, resolve_leftovers
from sphinx_updates.sphinx_ext.calls import PageCalls
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.hugo_renderer import HugoRenderer
from sphinx_updates.sphinx_ext.images import image_uri
from sphinx_updates.sphinx_ext.nodes import PostFooter, PostHeader
from sphinx_updates.sphinx_ext.page_title import base_name, with_title
from sphinx_updates.sphinx_ext.posts.nodes import post_node
from sphinx_updates.sphinx_ext.posts.records import find_picture
from sphinx_updates.sphinx_ext.project import (
    mounted_page,
    project_of,
    report_page,
)
from sphinx_updates.sphinx_ext.renderer import CALLS, ShortcodeRenderer
from sphinx_updates.sphinx_ext.suffixes import markdown_kind
from sphinx_updates.sphinx_ext.templates.hooks import QUOTE_HOOKS
from sphinx_updates.sphinx_ext.warnings import warn, warn_at

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.front_matter import Source
    from sphinx_updates.hugo.site.content import Page
    from sphinx_updates.hugo.site.settings import HugoSettings

MYST_MARKUP = "myst"
"""Value of ``markup`` that makes a post MyST; Hugo has no such renderer."""


class UpdatesParser(MystParser):
    """MyST's parser, which hands mounted pages to :class:`PageReader`."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse *inputstring* into *document*."""
        env: BuildEnvironment = document.settings.env
        page = mounted_page(env)
        # Sphinx 8 shares the settings between documents: say it for each of them.
        document.settings.smart_quotes = env.settings.get("smart_quotes", True)
        if page is None or os.path.normpath(document["source"]) != str(page.file):
            super().parse(inputstring, document)
        else:
            PageReader(env, page, inputstring, document).read()


class PageReader:
    """Reads one mounted page into its document."""

    def __init__(
        self, env: BuildEnvironment, page: Page, text: str, document: nodes.document
    ) -> None:
        self._env = env
        self._page = page
        self._text = text.removeprefix("\ufeff")
        self._document = document
        self._project = project_of(env)
        self._domain = hugo_domain(env)

    def read(self) -> None:
        """Fill the document; content problems become warnings and cost nothing else."""
        env, page = self._env, self._page
        report_page(page, self._text)
        if problem := find_mojibake(self._text):
            warn_at(problem, page.file, self._text)
        source = read_front_matter(
            self._text, name=base_name(page), rules=self._project.settings.date_rules
        )
        calls = PageCalls(
            env,
            self._domain.table,
            page=page,
            file=page.file,
            text=self._text,
            body_offset=source.body_offset,
        )
        is_myst = self._is_myst()
        settings = with_page_math(self._project.settings, page.front_matter)
        is_html = not is_myst and self._is_html()
        if is_html:
            # What a site says of HTML is of that in Markdown.
            settings = replace(settings, unsafe=True)
        if not is_myst and calls.hooks.find("blockquote", *QUOTE_HOOKS):
            # The hook is told alerts from other quotes.
            settings = replace(settings, blockquote_alerts=True)
        md = self._myst_parser(source) if is_myst else hugo_parser(settings)
        read_calls(md, calls, self._document)
        if not is_myst:
            # Goldmark's typographer has done what Sphinx's smart quotes would do again.
            self._document.settings.smart_quotes = False
            note_heading_ids(md, settings)
        expanded = calls.expand_page()
        md_env: dict[str, Any] = {LINE_MAP: expanded.lines}
        if is_html:
            tokens = html_tokens(md, expanded.text, md_env)
        else:
            tokens = md.parse(expanded.text + "\n", md_env)
        titled = with_title(page, tokens, md_env.get(HEADING_IDS), self._text)
        md.renderer.render(titled, md.options, md_env)
        resolve_leftovers(self._document, calls)
        lift_blocks(self._document)
        data = self._domain.page(env.docname)
        data.calls = {name: self._domain.table.identity(name) for name in calls.names}
        data.fingerprint = fingerprint(page, is_post=self._project.is_post(page))
        summary = page.front_matter.summary
        renderer = cast("ShortcodeRenderer", md.renderer)
        self._add_post_nodes(renderer.parse_text(summary, 1) if summary else [])

    def _is_html(self) -> bool:
        """Say whether the body is HTML, by the front matter or by the file's name."""
        markup = self._page.front_matter.markup.lower()
        return markup == "html" or (
            not markup and self._page.file.suffix.lower() in HTML_SUFFIXES
        )

    def _is_myst(self) -> bool:
        page = self._page
        if page.front_matter.markup.lower() == MYST_MARKUP:
            return True
        if page.front_matter.markup:
            return False
        patterns = self._project.options.myst
        return page.front_matter.is_blogpost is not None or any(
            fnmatch.fnmatchcase(page.path, pattern) for pattern in patterns
        )

    def _myst_parser(self, source: Source) -> MarkdownIt:
        """Return the project's MyST parser, with the front matter's ``myst:`` in it."""
        config: MdParserConfig = self._env.myst_config  # type: ignore[attr-defined]
        if source.format == "yaml" and "myst" in source.front_matter.params:
            document = self._document

            def warn_myst(kind: MystWarnings, message: str) -> None:
                create_warning(document, message, kind, line=1, append_to=document)

            config = merge_file_level(
                config,
                {"myst": source.front_matter.params["myst"]},
                warn_myst,
            )
        return create_md_parser(config, ShortcodeRenderer)

    def _add_post_nodes(self, summary: list[nodes.Node]) -> None:
        """Put the byline under the title and the rest of the record at the end."""
        section = next(iter(self._document.findall(nodes.section)), None)
        if self._page.kind != "page" or section is None:
            return
        if self._project.is_post(self._page):
            section.insert(1, self._header())
            section.append(PostFooter())
        section.append(post_node(self._document, summary))

    def _header(self) -> PostHeader:
        """Return the place of the byline, with the featured image in it."""
        header = PostHeader()
        picture = find_picture(self._page, self._env)
        named = self._page.front_matter.image
        if picture is None and named and named.filename:
            message = f"featured image {named.filename!r} not found"
            warn(
                ProblemKind.IMAGE,
                f"{message}; put it into the page bundle, or correct the path",
                self._page.file,
            )
        if picture and picture.is_header:
            uri = picture.file
            if not is_external(uri):
                file = os.path.normpath(Path(self._env.srcdir) / uri)
                uri = image_uri(Path(file), self._page.file.parent)
            header += nodes.image("", uri=uri, alt=picture.alt)
        return header


def hugo_parser(settings: HugoSettings) -> MarkdownIt:
    """Return a parser of Hugo's Markdown whose renderer makes document nodes."""
    md = use_dialect(MarkdownIt("commonmark", renderer_cls=HugoRenderer), settings)
    md.options["myst_config"] = MdParserConfig()
    return md


def read_calls(md: MarkdownIt, calls: PageCalls, document: nodes.document) -> None:
    """Make *md* resolve the placeholders of *calls*, and render into *document*."""
    md.options.update({CALLS: calls, "document": document})
    md.use(shortcode_plugin, calls.placeholders, calls)


def fingerprint(page: Page, *, is_post: bool) -> tuple[str, ...]:
    """Return what a page is made from besides its text.

    Its file, its bundle, its front matter, which a section above may complete, and
    whether it is a post.
    """
    front = hashlib.sha256(repr(page.front_matter).encode()).hexdigest()
    return (str(page.file), front, f"post={is_post}", *page.resources)


def use_parser(app: Sphinx, config: Config) -> None:
    """Read every Markdown suffix with our parser, on top of the one that is there.

    Another extension's parser of ``.md`` (MyST-NB's) is kept for the docs' own files.
    """
    parsers = app.registry.source_parsers
    kind = markdown_kind(config.source_suffix)
    known = parsers.get(kind, MystParser)
    if known is MystParser or not issubclass(known, MystParser):
        parsers[kind] = UpdatesParser
    elif not issubclass(known, UpdatesParser):
        parsers[kind] = type("UpdatesParser", (UpdatesParser, known), {})
