"""Which key of Hugo's configuration says which setting, and how its value is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.site.setting_values import (
    read_boolean,
    read_count,
    read_delimiters,
    read_escaped_space,
    read_highlight,
    read_id_style,
    read_label,
    read_line_breaks,
    read_map,
    read_patterns,
    read_privacy,
    read_protocol,
    read_switch,
    read_text,
    read_text_map,
    read_texts,
    read_typography,
    read_ugly,
    read_zone,
)

if TYPE_CHECKING:
    from sphinx_updates.hugo.site.setting_reader import Source

_GOLDMARK: Final = "markup.goldmark."
_EXTENSIONS: Final = _GOLDMARK + "extensions."
_PARSER: Final = _GOLDMARK + "parser."

SOURCES: Final[tuple[Source, ...]] = (
    ("baseurl", "base_url", read_text),
    ("title", "title", read_label),
    ("copyright", "copyright", read_label),
    ("languagecode", "locale", read_text),
    ("locale", "locale", read_text),
    ("taxonomies", "taxonomies", read_text_map),
    ("uglyurls", "ugly_urls", read_ugly),
    ("disablepathtolower", "disable_path_to_lower", read_boolean),
    ("removepathaccents", "remove_path_accents", read_boolean),
    ("disablealiases", "disable_aliases", read_boolean),
    ("ignorefiles", "ignore_files", read_patterns),
    ("builddrafts", "build_drafts", read_boolean),
    ("buildfuture", "build_future", read_boolean),
    ("buildexpired", "build_expired", read_boolean),
    ("timezone", "time_zone", read_zone),
    ("summarylength", "summary_length", read_count),
    ("params", "params", read_map),
    ("markup.highlight.guesssyntax", "guess_syntax", read_boolean),
    ("markup.highlight", "highlight", read_highlight),
    ("markup.highlight.codefences", "code_fences", read_boolean),
    ("defaultcontentlanguage", "language", read_text),
    ("reflinksnotfoundurl", "ref_not_found_url", read_text),
    ("privacy", "privacy", read_privacy),
    ("hascjklanguage", "has_cjk_language", read_boolean),
    ("enableemoji", "enable_emoji", read_boolean),
    (_GOLDMARK + "renderer.unsafe", "unsafe", read_boolean),
    (_GOLDMARK + "renderer.hardwraps", "hard_wraps", read_boolean),
    (_EXTENSIONS + "table", "table", read_switch),
    (_EXTENSIONS + "strikethrough", "strikethrough", read_switch),
    (_EXTENSIONS + "linkify", "linkify", read_switch),
    (_EXTENSIONS + "tasklist", "task_list", read_switch),
    (_EXTENSIONS + "definitionlist", "definition_list", read_switch),
    (_EXTENSIONS + "footnote", "footnote", read_switch),
    (_EXTENSIONS + "typographer", "typographer", read_switch),
    (_EXTENSIONS + "typographer", "typography", read_typography),
    (_EXTENSIONS + "linkifyprotocol", "linkify_protocol", read_protocol),
    (_EXTENSIONS + "cjk", "east_asian_line_breaks", read_line_breaks),
    (_EXTENSIONS + "cjk", "escaped_space", read_escaped_space),
    (_EXTENSIONS + "extras.insert", "insert", read_switch),
    (_EXTENSIONS + "extras.mark", "mark", read_switch),
    (_EXTENSIONS + "extras.delete", "delete", read_switch),
    (_EXTENSIONS + "extras.subscript", "subscript", read_switch),
    (_EXTENSIONS + "extras.superscript", "superscript", read_switch),
    (_EXTENSIONS + "passthrough.enable", "passthrough", read_boolean),
    (
        _EXTENSIONS + "passthrough.delimiters.block",
        "passthrough_block",
        read_delimiters,
    ),
    (
        _EXTENSIONS + "passthrough.delimiters.inline",
        "passthrough_inline",
        read_delimiters,
    ),
    (_PARSER + "autoheadingid", "auto_heading_ids", read_boolean),
    (_PARSER + "autoidtype", "heading_id_style", read_id_style),
    # The old name: Hugo lets it win, of this one alone.
    (_PARSER + "autoheadingidtype", "heading_id_style", read_id_style),
    (_PARSER + "autodefinitiontermid", "term_ids", read_boolean),
    (
        _PARSER + "wrapstandaloneimagewithinparagraph",
        "wrap_standalone_image",
        read_boolean,
    ),
    (_PARSER + "attribute.title", "attribute_title", read_boolean),
    (_PARSER + "attribute.block", "attribute_block", read_boolean),
)
"""Where a field of :class:`~.settings.HugoSettings` comes from: old spellings first,
so that the new one wins. Keys are in lower case, as Hugo compares them."""

DATE_SOURCES: Final[tuple[Source, ...]] = (
    ("frontmatter.date", "date", read_texts),
    ("frontmatter.publishdate", "publish_date", read_texts),
    ("frontmatter.lastmod", "lastmod", read_texts),
    ("frontmatter.expirydate", "expiry_date", read_texts),
)
"""The same for the fields of :class:`~sphinx_updates.hugo.front_matter.DateRules`."""
