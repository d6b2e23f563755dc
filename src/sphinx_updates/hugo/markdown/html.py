"""Hugo's Markdown as HTML, for templates that ask for it.

What Goldmark prints, but for two things: typographic signs are characters and not
entities, and code is marked up by whoever is asked to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML

from sphinx_updates.hugo.markdown.attributes import read_attributes
from sphinx_updates.hugo.markdown.dialect import use_dialect
from sphinx_updates.hugo.markdown.headings import heading_text, note_heading_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from sphinx_updates.hugo.site.settings import HugoSettings

_LANGUAGE: Final = re.compile(r"[^\s{]*")
_NOTES: Final = "updates_notes"
_BACK: Final = (
    '&#160;<a href="#fnref:{0}" class="footnote-backref" role="doc-backlink">'
    "&#x21a9;&#xfe0e;</a>"
)


@dataclass(frozen=True, slots=True)
class HtmlHeading:
    """A heading that was printed."""

    level: int
    id: str
    html: str
    text: str


@dataclass(slots=True)
class HtmlText:
    """Markdown as HTML."""

    html: str
    headings: list[HtmlHeading] = field(default_factory=list)
    divider: int | None = None
    """Where in the HTML the summary ends; None without a divider."""


def render_html(
    text: str,
    settings: HugoSettings,
    highlight: Callable[[str, str, Mapping[str, object]], str] | None = None,
) -> HtmlText:
    """Return *text* as HTML, with the headings in it.

    :param highlight: Marks up code of a language, with the attributes of its fence.
    """
    md = _parser(settings)
    renderer: Any = md.renderer
    renderer.highlight_code = highlight if settings.code_fences else None
    env: dict[str, Any] = {}
    tokens = md.parse(text, env)
    made = HtmlText("")
    place = next((n for n, t in enumerate(tokens) if t.type == "summary_divider"), None)
    if place is None:
        made.html = str(renderer.render(tokens, md.options, env))
    else:
        before = str(renderer.render(tokens[:place], md.options, env))
        made.divider = len(before)
        made.html = before + str(renderer.render(tokens[place:], md.options, env))
    made.html += renderer.notes(md.options, env)
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            html = str(renderer.renderInline(inline.children or [], md.options, env))
            level, name = int(opening.tag[1]), str(opening.meta.get("id", ""))
            made.headings.append(HtmlHeading(level, name, html, heading_text(inline)))
    return made


def render_tokens(
    tokens: Sequence[Token],
    settings: HugoSettings,
    word_of: Callable[[Token], str],
) -> str:
    """Return tokens of the dialect as HTML.

    :param word_of: Returns what stands for the call that a token is.
    """
    md = _parser(settings)
    renderer: Any = md.renderer

    def print_call(found: Sequence[Token], index: int, *_rest: object) -> str:
        return word_of(found[index])

    for name in ("shortcode", "shortcode_inline"):
        renderer.rules[name] = print_call
    if len(tokens) == 1 and tokens[0].type == "inline":
        return str(renderer.renderInline(tokens[0].children or [], md.options, {}))
    return str(renderer.render(list(tokens), md.options, {}))


# Templates ask for many short texts: making a parser takes longer than using it.
@lru_cache(maxsize=8)
def _parser(settings: HugoSettings) -> MarkdownIt:
    md = use_dialect(MarkdownIt("commonmark", renderer_cls=_Renderer), settings)
    md.options["xhtmlOut"] = False
    note_heading_ids(md, settings)
    renderer: Any = md.renderer
    # The plugin for footnotes has put its own in their place.
    renderer.rules["footnote_ref"] = renderer.footnote_ref
    return md


class _Renderer(RendererHTML):
    """Prints tokens as Goldmark does."""

    highlight_code: Callable[[str, str, Mapping[str, object]], str] | None = None

    def heading_open(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,
        env: EnvType,  # noqa: ARG002
    ) -> str:
        """Print the id that Hugo makes before the attributes that are written."""
        token = tokens[idx]
        name = token.meta.get("id", "")
        others = {k: v for k, v in token.attrs.items() if k != "id"}
        token.attrs = ({"id": name} if name else {}) | others
        return self.renderToken(tokens, idx, options, {})

    def list_item_open(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        """Print the box of a task as well."""
        checked = tokens[idx].meta.get("checked")
        box = ""
        if checked is not None:
            mark = 'checked="" ' if checked else ""
            box = f'<input {mark}disabled="" type="checkbox"> '
        return self.renderToken(tokens, idx, options, env).rstrip("\n") + box

    def fence(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,  # noqa: ARG002
        env: EnvType,  # noqa: ARG002
    ) -> str:
        """Print code, marked up where a language is named."""
        token = tokens[idx]
        info = token.info.strip()
        match = _LANGUAGE.match(info)
        language = match[0] if match else ""
        if self.highlight_code is not None and language:
            found = read_attributes(info, info.index("{")) if "{" in info else None
            return str(
                self.highlight_code(token.content, language, found[0] if found else {})
            )
        name = escapeHtml(language)
        kind = f' class="language-{name}" data-lang="{name}"' if language else ""
        return f'<pre tabindex="0"><code{kind}>{escapeHtml(token.content)}</code></pre>'

    def quote_alert_open(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,  # noqa: ARG002
        env: EnvType,  # noqa: ARG002
    ) -> str:
        """Print an alert as a quote that names its kind."""
        kind = escapeHtml(str(tokens[idx].meta["kind"]).lower())
        return f'<blockquote class="alert alert-{kind}">\n'

    def quote_alert_close(self, *_arguments: object) -> str:
        """Print the end of an alert."""
        return "</blockquote>\n"

    def footnote_ref(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,  # noqa: ARG002
        env: EnvType,
    ) -> str:
        """Print the number of a footnote, counted by first use."""
        numbers: dict[str, int] = env.setdefault(_NOTES, {})
        label = str(tokens[idx].meta.get("label", ""))
        is_first = label not in numbers
        number = numbers.setdefault(label, len(numbers) + 1)
        name = f' id="fnref:{number}"' if is_first else ""
        return (
            f'<sup{name}><a href="#fn:{number}" class="footnote-ref" '
            f'role="doc-noteref">{number}</a></sup>'
        )

    def render(
        self, tokens: Sequence[Token], options: OptionsDict, env: EnvType
    ) -> str:
        """Print all but the footnotes, which are kept for the end."""
        shown: list[Token] = []
        notes: dict[str, list[Token]] = env.setdefault("updates_note_tokens", {})
        label = ""
        for token in tokens:
            if token.type == "footnote_reference_open":
                label = str(token.meta.get("label", ""))
                notes[label] = []
            elif token.type == "footnote_reference_close":
                label = ""
            elif label:
                notes[label].append(token)
            else:
                shown.append(token)
        return str(super().render(shown, options, env))

    def notes(self, options: OptionsDict, env: EnvType) -> str:
        """Return the footnotes that were referred to."""
        tokens: dict[str, list[Token]] = env.get("updates_note_tokens", {})
        numbers: dict[str, int] = env.get(_NOTES, {})
        printed: list[str] = []
        # A note may refer to another one, which is printed after it.
        while len(printed) < len(numbers):
            for label in list(numbers)[len(printed) :]:
                number = numbers[label]
                html = str(super().render(tokens.get(label, []), options, env)).rstrip()
                back = _BACK.format(number)
                is_open = html.endswith("</p>")
                html = html.removesuffix("</p>") + back + ("</p>" if is_open else "")
                printed.append(f'<li id="fn:{number}">\n{html}\n</li>\n')
        if not printed:
            return ""
        return (
            '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n'
            f"{''.join(printed)}</ol>\n</div>\n"
        )


def without_paragraph(html: str) -> str:
    """Return *html* without the tags of a paragraph that is all of it."""
    text = html.strip()
    is_single = text.startswith("<p>") and text.endswith("</p>")
    return text[3:-4] if is_single and text.count("<p>") == 1 else html
