"""Text to other text: Markdown, HTML, code, emoji.

Source: hugo@0.168 tpl/transform, every rule run; see the golden cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.go_values import HTML_MARKS, escape_marks
from sphinx_updates.hugo.markdown.emoji import with_emoji
from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.plain_text import strip_tags
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import HTML

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime

_XML: Final = str.maketrans(HTML_MARKS | {"\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"})
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@function("transform.Markdownify", "markdownify", runtime=True)
def markdownify(runtime: Runtime, text: object) -> HTML:
    """Return Markdown as HTML; one paragraph alone is without its tags."""
    source = to_string(text)
    return HTML(runtime.host.markdown(source, {})) if source else HTML("")


@function("transform.Plainify", "plainify")
def plainify(text: object) -> HTML:
    """Return HTML without its tags."""
    source = to_string(text)
    spend(1 + len(source) // 4)
    return HTML(strip_tags(source))


@function("transform.Emojify", "emojify")
def emojify(text: object) -> HTML:
    """Return the text with signs for the names of emoji, ``:smile:``."""
    return HTML(with_emoji(to_string(text)))


@function("transform.Highlight", "highlight", runtime=True)
def highlight(
    runtime: Runtime, code: object, language: object = "", *options: object
) -> HTML:
    """Return code as highlighted HTML; options are a map or ``linenos=table``."""
    if len(options) > 1:
        raise FunctionError("transform.Highlight: expects at most 3 arguments")
    wanted = _options(options[0]) if options else {}
    source, name = to_string(code), to_string(language)
    # A letter of code may be a word that is coloured by itself.
    runtime.step(len(source))
    return HTML(runtime.host.highlight(source, name, wanted))


def _options(given: object) -> dict[str, object]:
    if isinstance(given, Mapping):
        return dict(given)
    made: dict[str, object] = {}
    for part in filter(str.strip, to_string(given).split(",")):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign:
            raise FunctionError(f"invalid Highlight option: {name}")
        made[name] = value
    return made


@function("transform.CanHighlight")
def can_highlight(language: str) -> bool:
    """Say whether code in a language can be highlighted."""
    # Reading the table of languages takes a while, and most sites never ask.
    from pygments.lexers import find_lexer_class_by_name  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        find_lexer_class_by_name(language)
    except ClassNotFound:
        return language.lower() == "plaintext"
    return True


@function("transform.HTMLEscape", "htmlEscape")
def html_escape(text: object) -> str:
    """Return the text with HTML's signs as entities."""
    return escape_marks(to_string(text))


@function("transform.HTMLUnescape", "htmlUnescape")
def html_unescape(text: object) -> str:
    """Return the text with signs for HTML's entities."""
    return unescape(to_string(text))


@function("transform.XMLEscape")
def xml_escape(text: object) -> str:
    """Return the text as XML can hold it, without what XML cannot."""
    return _NO_XML.sub("", to_string(text)).translate(_XML)
