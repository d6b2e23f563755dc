"""Settings of lists of pages: their parts, titles, feeds and related pages."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.site.list_rules import ListRules, list_rules_from
from sphinx_updates.hugo.site.output_formats import (
    DEFAULT_FORMATS,
    DEFAULT_OUTPUTS,
    OutputFormat,
    read_formats,
    read_outputs,
)
from sphinx_updates.hugo.site.setting_values import (
    BadValueError,
    read_boolean,
    read_integer,
    read_map,
    read_text,
    read_texts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.setting_reader import SettingReader, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedIndex:
    """A front matter field by which pages are related."""

    name: str
    """In lower case."""
    weight: int = 0
    type: str = "basic"
    pattern: str = ""
    """Of dates: the part of them that counts, as Go writes dates."""
    apply_filter: bool = False
    cardinality_threshold: int = 0
    to_lower: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedSettings:
    """Which pages are related to a page."""

    threshold: int = 80
    include_newer: bool = False
    to_lower: bool = False
    indices: tuple[RelatedIndex, ...] = (
        RelatedIndex(name="keywords", weight=100),
        RelatedIndex(name="date", weight=10),
        RelatedIndex(name="tags", weight=80),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSettings(ListRules):
    """The settings of lists; the defaults are Hugo's own."""

    pager_size: int = 10
    pager_path: str = "page"
    """What the addresses of further parts have in them, as written."""
    pager_aliases: bool = True
    """Whether ``/page/1/`` leads to the first part."""
    feed_limit: int | None = None
    """How many pages a feed has; None for all."""
    main_sections: tuple[str, ...] = ()
    """Sections whose pages the front page lists; if empty, the largest one."""
    oldest_is_next: bool = False
    """Whether the next page of a page is the older one, among all pages."""
    oldest_is_next_in_section: bool = False
    related: RelatedSettings = RelatedSettings()
    outputs: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: dict(DEFAULT_OUTPUTS), hash=False
    )
    """Names of formats by kind of page."""
    formats: Mapping[str, OutputFormat] = field(
        default_factory=lambda: dict(DEFAULT_FORMATS), hash=False
    )

    def formats_of(self, kind: str) -> tuple[OutputFormat, ...]:
        """Return the formats in which pages of *kind* are published.

        A format that nobody defines is one of a theme that is not at hand; it is left
        out.
        """
        if not self.is_built(kind):
            return ()
        names = dict.fromkeys(self.outputs.get(kind, ()))
        return tuple(
            self.formats[name]
            for name in names
            if name in self.formats and self.is_built(name)
        )

    def feeds_of(self, kind: str) -> tuple[OutputFormat, ...]:
        """Return the feeds of pages of *kind*."""
        return tuple(found for found in self.formats_of(kind) if found.feed_type)


def _read_size(value: object) -> int:
    number = read_integer(value)
    if number < 1:
        raise BadValueError("a whole number above 0")
    return number


def _read_limit(value: object) -> int | None:
    number = read_integer(value)
    return number if number > 0 else None


def _read_off(value: object) -> bool:
    return not read_boolean(value)


def _read_oldest_first(value: object) -> bool:
    order = read_text(value).lower()
    if order not in ("asc", "desc"):
        raise BadValueError("'asc' or 'desc'")
    return order == "asc"


def _read_related(value: object) -> RelatedSettings:
    """Read ``related``, which takes the place of all of Hugo's own."""
    table = read_map(value)
    items = table.get("indices") or []
    if not isinstance(items, list):
        raise BadValueError("a table with a list of 'indices'")
    return RelatedSettings(
        threshold=read_integer(table.get("threshold") or 0),
        include_newer=read_boolean(table.get("includenewer") or False),
        to_lower=(to_lower := read_boolean(table.get("tolower") or False)),
        indices=tuple(_read_index(item, to_lower=to_lower) for item in items),
    )


def _read_index(item: object, *, to_lower: bool) -> RelatedIndex:
    table = read_map(item)
    return RelatedIndex(
        name=read_text(table.get("name")).lower(),
        weight=read_integer(table.get("weight") or 0),
        type=read_text(table.get("type") or "basic"),
        pattern=read_text(table.get("pattern") or ""),
        apply_filter=read_boolean(table.get("applyfilter") or False),
        cardinality_threshold=read_integer(table.get("cardinalitythreshold") or 0),
        to_lower=to_lower or read_boolean(table.get("tolower") or False),
    )


_SOURCES: Final[tuple[Source, ...]] = (
    # The old names first, so that the new ones win; newer Hugo knows only these.
    ("paginate", "pager_size", _read_size),
    ("paginatepath", "pager_path", read_text),
    ("pagination.pagersize", "pager_size", _read_size),
    ("pagination.path", "pager_path", read_text),
    ("pagination.disablealiases", "pager_aliases", _read_off),
    ("rsslimit", "feed_limit", _read_limit),
    ("services.rss.limit", "feed_limit", _read_limit),
    ("mainsections", "main_sections", read_texts),
    ("params.mainsections", "main_sections", read_texts),
    ("page.nextprevsortorder", "oldest_is_next", _read_oldest_first),
    (
        "page.nextprevinsectionsortorder",
        "oldest_is_next_in_section",
        _read_oldest_first,
    ),
    ("related", "related", _read_related),
    ("outputs", "outputs", read_outputs),
)


def read_list_settings(reader: SettingReader, defaults: ListSettings) -> ListSettings:
    """Return the settings of lists; what is wrong in them is the reader's problem."""
    rules, problems = list_rules_from(reader.table)
    reader.problems += problems
    media_types = reader.table.get("mediatypes")
    formats: Source = (
        "outputformats",
        "formats",
        lambda value: read_formats(value, media_types),
    )
    taxonomies = reader.table.get("taxonomies")
    if isinstance(taxonomies, dict) and "tag" not in taxonomies:
        # Of a site without tags these relate no pages, unless it says so itself.
        kept = (index for index in defaults.related.indices if index.name != "tags")
        related = replace(defaults.related, indices=tuple(kept))
        defaults = replace(defaults, related=related)
    return replace(
        defaults,
        **{found.name: getattr(rules, found.name) for found in fields(rules)},
        **reader.read_all((*_SOURCES, formats)),
    )
