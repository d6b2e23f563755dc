"""The beginning of another page as plain text, from its file alone."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.front_matter import read_front_matter
from sphinx_updates.hugo.markdown import use_dialect
from sphinx_updates.hugo.summary import SUMMARY_DIVIDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.settings import HugoSettings

MAX_READ: Final = 20_000
"""Characters of the file that are looked at; a summary needs few of them."""

_CALL: Final = re.compile(r"\{\{[<%].*?[%>]\}\}", re.DOTALL)


def beginning_of(page: Page, settings: HugoSettings) -> str:
    """Return what Hugo takes for a summary where none is given, without markup.

    That is the text before the divider, else whole paragraphs until they have as many
    words as the site says.
    """
    try:
        changed = page.file.stat().st_mtime_ns
    except OSError:
        return ""
    return _beginning(str(page.file), changed, settings)


@lru_cache(maxsize=1024)
def _beginning(file: str, _changed: int, settings: HugoSettings) -> str:
    try:
        text, _problems = decode(Path(file).read_bytes())
    except OSError:
        return ""
    body = read_front_matter(text).body[:MAX_READ]
    before, divider, _rest = body.partition(SUMMARY_DIVIDER)
    # Calls of shortcodes would have to be built; their text is not part of it.
    source = _CALL.sub("", before if divider else body)
    md = use_dialect(MarkdownIt("commonmark"), settings)
    words: list[str] = []
    for paragraph in _paragraphs(md.parse(source)):
        words += paragraph.split()
        if not divider and len(words) >= settings.summary_length:
            break
    return " ".join(words)


def _paragraphs(tokens: Sequence[Token]) -> list[str]:
    """Return the text of the paragraphs of the page itself, not of lists or quotes."""
    return [
        _text(token.children or [])
        for opening, token in itertools.pairwise(tokens)
        if opening.type == "paragraph_open" and opening.level == 0
    ]


def _text(tokens: Sequence[Token]) -> str:
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
        if token.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
