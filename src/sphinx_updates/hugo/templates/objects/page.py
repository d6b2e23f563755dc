"""Hugo's ``.Page``: everything that templates may ask of one."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from sphinx_updates.hugo.summary import count_words, has_cjk, reading_minutes
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.objects.fragments import Fragments, contents_of
from sphinx_updates.hugo.templates.objects.page_tree import PageTree
from sphinx_updates.hugo.templates.objects.pages import Pages
from sphinx_updates.hugo.templates.values import HTML, reachable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_updates.hugo.templates.objects.body import Body

_NAME = re.compile(r"\{\{[<%]\s*([\w/-]+)")
_MOST_ARGUMENTS = 2


class PageObject(PageTree):
    """A page."""

    list_kind = Pages

    def body(self) -> Body:
        """Return the text as HTML."""
        return self.world.body(self)

    @reachable("RawContent")
    def raw_content(self) -> str:
        """Return the text as it is written."""
        return self.world.source_of(self)

    @reachable("Content")
    def content(self) -> HTML:
        """Return the text as HTML."""
        return HTML(self.body().content)

    @reachable("ContentWithoutSummary")
    def content_without_summary(self) -> HTML:
        """Return what comes behind the summary; all if that is written elsewhere."""
        body = self.body()
        return HTML(body.content if self.front.summary else body.rest)

    @reachable("Summary")
    def summary(self) -> HTML:
        """Return the summary of the front matter, or the beginning of the text."""
        own = self.front.summary
        if own:
            return HTML(self.world.markdown(self, own, {"display": "inline"}))
        return HTML(self.body().summary)

    @reachable("Truncated")
    def truncated(self) -> bool:
        """Say whether there is more than the summary."""
        return not self.front.summary and self.body().is_truncated

    @reachable("Plain")
    def plain(self) -> str:
        """Return the text without tags, its entities as they are."""
        return self.body().plain

    @reachable("PlainWords")
    def plain_words(self) -> list[str]:
        """Return the words of the text."""
        return self.plain().split()

    @reachable("Len")
    def length(self) -> int:
        """Return how long the text is as HTML, in bytes."""
        return len(self.body().content.encode())

    @cached_property
    def _is_cjk(self) -> bool:
        if self.front.is_cjk is not None:
            return self.front.is_cjk
        return self.world.settings.has_cjk_language and has_cjk(self.plain())

    @reachable("WordCount")
    def word_count(self) -> int:
        """Return the number of words."""
        return count_words(self.plain(), cjk=self._is_cjk)

    @reachable("FuzzyWordCount")
    def fuzzy_word_count(self) -> int:
        """Return the number of words, rounded up to hundreds."""
        return -(-self.word_count() // 100) * 100

    @reachable("ReadingTime")
    def reading_time(self) -> int:
        """Return how many minutes the text takes."""
        return reading_minutes(self.word_count(), cjk=self._is_cjk)

    @reachable("TableOfContents")
    def table_of_contents(self) -> HTML:
        """Return the headings as a list of links."""
        start, end, is_ordered = self.world.contents_levels
        headings = self.body().headings
        return HTML(contents_of(headings, start, end, is_ordered=is_ordered))

    @reachable("Fragments")
    def fragments(self) -> Fragments:
        """Return the headings, to be looked into."""
        return Fragments(self.body().headings)

    @reachable("Resources")
    def resources(self) -> object:
        """Return the files of the bundle."""
        return self.world.resources_of(self)

    @reachable("HasShortcode")
    def has_shortcode(self, name: str) -> bool:
        """Say whether the text calls a shortcode."""
        return name in _NAME.findall(self.raw_content())

    @reachable("RenderString")
    def render_string(self, *arguments: object) -> HTML:
        """Return Markdown as HTML; options may come before the text."""
        if not 1 <= len(arguments) <= _MOST_ARGUMENTS:
            raise FunctionError("want 1 or 2 arguments")
        options: Mapping[str, object] = {}
        if len(arguments) == _MOST_ARGUMENTS:
            if not isinstance(arguments[0], dict):
                raise FunctionError("first argument must be a map")
            options = {str(k).lower(): v for k, v in arguments[0].items()}
        text = arguments[-1]
        shown = "" if text is None else text if isinstance(text, str) else str(text)
        return HTML(self.world.markdown(self, shown, options))

    @reachable("RenderShortcodes")
    def render_shortcodes(self) -> HTML:
        """Return the text, still Markdown, with the output of its shortcodes."""
        return HTML(self.world.shortcodes(self))

    @reachable("Store", "Scratch")
    def store(self) -> object:
        """Return the store that all shortcodes of the page share."""
        return self.world.store(self.key)


class NoPage(PageTree):
    """What a search that finds nothing gives: false, and empty in every respect."""

    go_type = "*page.nopPage"

    def __init__(self) -> None:
        """Make the one that stands for all: it has no world."""

    def method(self, name: str) -> Callable[..., object] | None:
        """Return a method that gives nothing, for every method of pages."""
        return _nothing(name) if name in PageObject.methods else None

    def is_true(self) -> bool:
        """Say that it is false."""
        return False

    def go_string(self) -> str:
        """Return what printing it gives."""
        return ""


_NOTHING: Mapping[str, object] = {
    **dict.fromkeys(
        (
            "Title", "LinkTitle", "Name", "Path", "Permalink", "RelPermalink",
            "Content", "Summary", "Plain", "Kind", "Type", "Section", "Description",
            "RawContent", "Slug", "Layout", "Lang",
        ),
        "",
    ),
    **dict.fromkeys(
        ("IsPage", "IsNode", "IsHome", "IsSection", "Draft", "Truncated"), False
    ),
    **dict.fromkeys(("Weight", "WordCount", "FuzzyWordCount", "ReadingTime", "Len"), 0),
}  # fmt: skip
NO_PAGE = NoPage()


@cache
def _nothing(name: str) -> Callable[..., object]:
    return lambda *_arguments: _NOTHING.get(name)
