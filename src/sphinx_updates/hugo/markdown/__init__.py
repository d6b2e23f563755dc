"""Hugo's Markdown as a markdown-it dialect: the one place that builds it.

Pages and inner content are read by the same dialect. Which parts are on comes from
:class:`~sphinx_updates.hugo.site.settings.HugoSettings`; the defaults are Goldmark's
as Hugo configures it. Rendering is the caller's: a ``MarkdownIt`` is given and
returned, only its rules change.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from sphinx_updates.hugo.anchors import HeadingIds
from sphinx_updates.hugo.links import is_dangerous
from sphinx_updates.hugo.summary import SUMMARY_DIVIDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.rules_core import StateCore

    from sphinx_updates.hugo.site.settings import HugoSettings

# Goldmark's typographer, in its order: seven hyphens are two em dashes and a hyphen.
_TYPOGRAPHY = (
    ("---", "—"),
    ("--", "–"),
    ("...", "…"),
    ("<<", "«"),
    (">>", "»"),
)
HEADING_IDS = "updates_heading_ids"
"""Key in the markdown-it environment: the ids that the last parse has given."""

_TRAILING_ATTRIBUTES = re.compile(r"[ \t]*(\{[^{}\n]*\})[ \t]*$")


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
        md.use(footnote_plugin, inline=False, move_to_end=False)
        md.core.ruler.push("unused_footnotes", _drop_unused_footnotes)
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
        md.enable("smartquotes")
        md.core.ruler.before("smartquotes", "dashes", _replace_dashes)
    if settings.attribute_title:
        md.core.ruler.before("inline", "heading_attributes", _read_heading_attributes)
    md.core.ruler.push("summary_divider", _mark_summary_divider)
    if not settings.unsafe:
        md.core.ruler.push("safe_html", _omit_html)
    check = _allow_any if settings.unsafe else _is_harmless
    md.validateLink = check  # type: ignore[method-assign, assignment]
    return md


def note_heading_ids(md: MarkdownIt, settings: HugoSettings) -> None:
    """Give every heading its id of Hugo, as ``meta["id"]``; empty for none.

    Push it last: an id is made from what every other rule leaves. Each parse counts
    for itself, as Hugo's inner content does, and leaves its ids in the environment
    under :data:`HEADING_IDS`.
    """

    def _note(state: StateCore) -> None:
        state.env[HEADING_IDS] = _assign_heading_ids(state.tokens, settings)

    md.core.ruler.push("heading_ids", _note)


def render_inline(text: str, settings: HugoSettings) -> str:
    """Return a line of Hugo's Markdown as HTML, without a paragraph around it."""
    md = use_dialect(MarkdownIt("commonmark"), settings)
    return str(md.renderInline(text))


def _allow_any(_url: str) -> bool:
    return True


def _is_harmless(url: str) -> bool:
    return not is_dangerous(url)


def _replace_dashes(state: StateCore) -> None:
    for token in _inline_text(state):
        text = token.content
        for written, printed in _TYPOGRAPHY:
            text = text.replace(written, printed)
        token.content = text


def _inline_text(state: StateCore) -> Iterator[Token]:
    """Yield the text tokens that typography may change: none inside autolinks."""
    for block in state.tokens:
        in_autolink = 0
        for token in block.children or []:
            if token.type == "link_open" and token.info == "auto":
                in_autolink += 1
            elif token.type == "link_close" and token.info == "auto":
                in_autolink -= 1
            elif token.type == "text" and not in_autolink:
                yield token


def _read_heading_attributes(state: StateCore) -> None:
    """Move ``{#id .class key=value}`` from a heading's end to its attributes.

    Braces without ``#``, ``.`` or ``=`` stay text, and ``on…`` handlers are dropped.
    Source: hugo.md 5.3, run on Hugo 0.168.
    """
    for opening, inline in pairwise(state.tokens):
        if opening.type != "heading_open" or "{" not in inline.content:
            continue
        match = _TRAILING_ATTRIBUTES.search(inline.content)
        if match is None or not re.search(r"[#.=]", match[1]):
            continue
        try:
            _end, attributes = parse(match[1])
        except ParseError:
            continue
        inline.content = inline.content[: match.start()]
        for key, value in attributes.items():
            if not key.lower().startswith("on"):
                opening.attrSet(key, value)


def _mark_summary_divider(state: StateCore) -> None:
    """Turn the divider into tokens of its own; every later one just vanishes."""
    tokens: list[Token] = []
    for token in state.tokens:
        if token.type == "html_block" and SUMMARY_DIVIDER in token.content:
            tokens.extend(_split_divider(token))
            continue
        for child in token.children or []:
            if child.type == "html_inline" and child.content == SUMMARY_DIVIDER:
                child.type, child.content = "summary_divider_inline", ""
        tokens.append(token)
    state.tokens = tokens


def _split_divider(token: Token) -> Iterator[Token]:
    before, _, after = token.content.partition(SUMMARY_DIVIDER)
    for html in (before, None, after.replace(SUMMARY_DIVIDER, "")):
        if html is None:
            yield Token("summary_divider", "", 0, map=token.map, block=True)
        elif html.strip():
            part = token.copy()
            part.content = html
            yield part


def _omit_html(state: StateCore) -> None:
    state.tokens = [t for t in state.tokens if t.type != "html_block"]
    for token in state.tokens:
        if token.children:
            token.children = [c for c in token.children if c.type != "html_inline"]


def _drop_unused_footnotes(state: StateCore) -> None:
    """Drop the definitions that nothing shown refers to; Hugo prints none of them."""
    shown = _shown_footnotes(state.tokens)
    tokens: list[Token] = []
    skipped = 0
    for token in state.tokens:
        if token.type == "footnote_reference_open" and (
            skipped or token.meta.get("label") not in shown
        ):
            skipped += 1
        elif token.type == "footnote_reference_close" and skipped:
            skipped -= 1
        elif not skipped:
            tokens.append(token)
    state.tokens = tokens


def _shown_footnotes(tokens: list[Token]) -> set[str]:
    """Return the labels that the text refers to, and those that their notes do."""
    refers: dict[str, set[str]] = {"": set()}
    within = [""]
    for token in tokens:
        if token.type == "footnote_reference_open":
            within.append(token.meta.get("label", ""))
        elif token.type == "footnote_reference_close":
            within.pop()
        for child in token.children or []:
            if child.type == "footnote_ref":
                refers.setdefault(within[-1], set()).add(child.meta.get("label", ""))
    shown: set[str] = set()
    waiting = set(refers[""])
    while waiting:
        label = waiting.pop()
        shown.add(label)
        waiting |= refers.get(label, set()) - shown
    return shown


def heading_text(inline: Token) -> str:
    """Return the plain text of a heading's inline token: what its id is made from.

    Markup is gone, the alternative text of images and the text of code stay; an
    autolink counts for nothing. Source: hugo.md 5.2, and run on Hugo 0.168.
    """
    parts: list[str] = []
    in_autolink = False
    for token in inline.children or []:
        if token.type in ("link_open", "link_close") and token.info == "auto":
            in_autolink = token.type == "link_open"
        elif in_autolink:
            continue
        elif token.type in ("text", "text_special", "code_inline", "math_inline"):
            parts.append(token.content)
        elif token.type == "image":
            parts.append(heading_text(token))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


def _assign_heading_ids(tokens: list[Token], settings: HugoSettings) -> HeadingIds:
    ids = HeadingIds(settings.heading_id_style)
    for token, inline in pairwise(tokens):
        if token.type != "heading_open":
            continue
        explicit = token.attrGet("id")
        if explicit:
            ids.reserve(str(explicit))
        name = str(explicit) if explicit else ids.make(heading_text(inline))
        token.meta = {**token.meta, "id": name}
    return ids
