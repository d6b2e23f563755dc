"""Hugo's configuration, as far as it changes what a post is.

A mapping as TOML, YAML or JSON give it comes in, checked values go out. Values that
cannot be used are problems, and the default stands. Reading the files is the work of
:mod:`sphinx_updates.hugo.site.config_file`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from sphinx_updates.hugo.front_matter import DateRules
from sphinx_updates.hugo.highlight import PLAIN, CodeOptions
from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.cascade import CascadeRule, read_cascade
from sphinx_updates.hugo.site.config_file import read_config, read_config_file
from sphinx_updates.hugo.site.config_merge import without_strategies
from sphinx_updates.hugo.site.list_settings import ListSettings, read_list_settings
from sphinx_updates.hugo.site.math_switch import site_math
from sphinx_updates.hugo.site.permalink_config import read_permalinks
from sphinx_updates.hugo.site.setting_reader import SettingReader
from sphinx_updates.hugo.site.setting_sources import DATE_SOURCES, SOURCES
from sphinx_updates.hugo.site.setting_values import (
    BadValueError,
    Delimiters,
    lower_keys,
)
from sphinx_updates.hugo.site.themes import find_themes, packs_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from sphinx_updates.hugo.anchors import IdStyle
    from sphinx_updates.hugo.site.themes import Theme

__all__ = ["HugoSettings", "read_config", "read_config_file", "settings_from"]

_DEFAULT_TAXONOMIES: Final = {"tag": "tags", "category": "categories"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HugoSettings:
    """The settings that change a post; the defaults are Hugo's own.

    Mappings are plain dicts, so that it pickles; nobody changes them.
    """

    base_url: str = ""
    title: str = ""
    copyright: str = ""
    locale: str = ""
    """As in the ``lang`` of HTML: ``de-DE``; ``""`` if the site does not say."""
    permalinks: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Pattern of the pages below a section, by the section's path in lower case."""
    section_permalinks: Mapping[str, str] = field(default_factory=dict, hash=False)
    term_permalinks: Mapping[str, str] = field(default_factory=dict, hash=False)
    taxonomies: Mapping[str, str] = field(
        default_factory=lambda: dict(_DEFAULT_TAXONOMIES), hash=False
    )
    """Plural by singular."""
    ugly_urls: bool | tuple[str, ...] = False
    """For all pages, or for those of the named sections."""
    disable_path_to_lower: bool = False
    remove_path_accents: bool = False
    disable_aliases: bool = False
    ignore_files: tuple[str, ...] = ()
    """Regular expressions; a file whose absolute path has a match is not there."""
    build_drafts: bool = False
    build_future: bool = False
    build_expired: bool = False
    time_zone: tzinfo = UTC
    date_rules: DateRules = field(default_factory=DateRules, hash=False)
    """Where dates come from; ``date_rules.time_zone`` is :attr:`time_zone`."""
    summary_length: int = 70
    has_cjk_language: bool = False
    enable_emoji: bool = False
    unsafe: bool = False
    hard_wraps: bool = False
    table: bool = True
    strikethrough: bool = True
    linkify: bool = True
    task_list: bool = True
    definition_list: bool = True
    footnote: bool = True
    typographer: bool = True
    typography: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What is printed in place of the typographer's own signs, by Hugo's names for
    them in lower case."""
    linkify_protocol: str = "https"
    """Of bare addresses that begin with ``www.``."""
    east_asian_line_breaks: str = ""
    """How lines of East Asian text are joined, ``simple`` or ``css3draft``."""
    escaped_space: bool = False
    """Whether a blank behind a backslash is not printed."""
    insert: bool = False
    mark: bool = False
    delete: bool = False
    subscript: bool = False
    superscript: bool = False
    passthrough: bool = False
    passthrough_block: Delimiters = ()
    passthrough_inline: Delimiters = ()
    dollar_math: bool = False
    """Whether ``$`` and ``$$`` are math: as the passthrough says, else as the site's
    parameters, its theme or our defaults do; see :mod:`.math_switch`."""
    auto_heading_ids: bool = True
    heading_id_style: IdStyle = "github"
    term_ids: bool = False
    """Whether the terms of definition lists get ids as well."""
    wrap_standalone_image: bool = True
    """Whether a picture of its own stands in a paragraph, which attributes are for."""
    attribute_title: bool = True
    attribute_block: bool = False
    guess_syntax: bool = False
    highlight: CodeOptions = PLAIN
    """How blocks of code are shown; see :attr:`code_options`."""
    language: str = "en"
    """The site's own; pages in others are other sites to Hugo."""
    url_prefix: str = ""
    """What addresses begin with: ``/fr`` in a language with a folder of its own."""
    ref_not_found_url: str = ""
    """Where ``ref`` and ``relref`` lead that lead to no page."""
    privacy: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    """What is switched on for a service such as ``youtube``; all in lower case."""
    code_fences: bool = True
    """Whether the attributes of a fence are read, and its code is coloured."""
    math_fences: bool = False
    """Whether ``math`` and ``chem`` fences are formulas; a theme's hooks make them."""
    blockquote_alerts: bool = False
    """Whether a quote that begins with ``[!NOTE]`` is an alert; no Hugo setting, a
    theme's hook for quotes makes them."""
    packs: tuple[str, ...] = ("hugo",)
    """The packs that answer shortcodes, by the themes that the site names."""
    params: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """The site's own parameters; keys in lower case."""
    lists: ListSettings = field(default_factory=ListSettings, hash=False)
    cascade: tuple[CascadeRule, ...] = ()
    """Front matter for pages of this language, in the order of precedence."""

    @property
    def code_options(self) -> CodeOptions:
        """How a block of code is shown that says nothing itself."""
        return replace(self.highlight, guess=self.guess_syntax)

    def is_ugly(self, section: str) -> bool:
        """Say whether the pages of a top section have addresses such as ``/x.html``."""
        if isinstance(self.ugly_urls, bool):
            return self.ugly_urls
        return section.lower() in self.ugly_urls


def settings_from(
    config: Mapping[str, object],
    defaults: HugoSettings = HugoSettings(),
    *,
    environment: str = "production",
) -> tuple[HugoSettings, tuple[Problem, ...]]:
    """Return the settings that *config* makes of *defaults*, and what is wrong in it.

    Keys are compared without case. What does not change a post is not looked at.

    :param environment: For what is cascaded in some environments only.
    """
    try:
        reader = SettingReader(without_strategies(lower_keys(config)))
    except BadValueError as error:
        return defaults, (Problem(ProblemKind.CONFIG, f"hugo configuration: {error}"),)
    if themes := find_themes(reader.table):
        defaults = _with_themes(defaults, themes)
    changes = reader.read_all(SOURCES)
    rules: dict[str, Any] = {
        name: tuple(source.lower() for source in sources)
        for name, sources in reader.read_all(DATE_SOURCES).items()
    }
    if "time_zone" in changes:
        rules["time_zone"] = changes["time_zone"]
    changes["date_rules"] = replace(defaults.date_rules, **rules)
    if "permalinks" in reader.table:
        patterns, faults = read_permalinks(reader.table["permalinks"])
        reader.problems += faults
        for name, found in patterns.items():
            changes[name] = {**getattr(defaults, name), **found}
    changes["lists"] = read_list_settings(reader, defaults.lists)
    if "cascade" in reader.table:
        language = changes.get("language", defaults.language)
        changes["cascade"], faults = read_cascade(
            reader.table["cascade"], language, environment
        )
        reader.problems += faults
    settings = _with_dollar_math(replace(defaults, **changes), changes)
    return settings, tuple(reader.problems)


def _with_themes(defaults: HugoSettings, themes: tuple[Theme, ...]) -> HugoSettings:
    """Return the defaults of a site with *themes*; of two the first one counts."""
    changes: dict[str, Any] = {}
    for theme in reversed(themes):
        changes |= theme.settings
    if any(theme.loads_math for theme in themes):
        changes["dollar_math"] = True
    return replace(defaults, packs=packs_of(themes), **changes)


def _with_dollar_math(
    settings: HugoSettings, changes: Mapping[str, Any]
) -> HugoSettings:
    """Let a passthrough that is switched on decide about ``$``, else the site."""
    if not changes.get("passthrough"):
        switch = site_math(settings.params)
        return settings if switch is None else replace(settings, dollar_math=switch)
    pairs = settings.passthrough_block + settings.passthrough_inline
    is_dollar = any(opening in ("$", "$$") for opening, _closing in pairs)
    return replace(settings, dollar_math=is_dollar)
