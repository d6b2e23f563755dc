"""Fenced code: highlighted, drawn as a diagram, or set as a formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.hugo.highlight import from_attributes
from sphinx_updates.hugo.markdown.attributes import as_html, read_attributes
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.parts.diagrams import LANGUAGES, make_diagram

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.settings import HugoSettings

_FORMULAS: Final = ("math", "chem")
_LANGUAGE: Final = re.compile(r"[^\s{]*")


def make_fence(
    text: str, info: str, env: BuildEnvironment, settings: HugoSettings
) -> nodes.Element:
    """Return what Hugo makes of a fence with *info* behind its first marks."""
    text = text.removesuffix("\n")
    if not settings.code_fences:
        return code_block(text)
    match = _LANGUAGE.match(info)
    language = match[0] if match else ""
    kind = language.lower()
    if kind in LANGUAGES:
        return make_diagram(env, text, kind)
    if settings.math_fences and kind in _FORMULAS:
        return nodes.math_block(text, text, nowrap=False, number=None)
    found = read_attributes(info, info.index("{")) if "{" in info else None
    attributes = found[0] if found else {}
    options = from_attributes(attributes, settings.code_options)
    if not language and not options.guess:
        # Without a language nothing is highlighted, nor numbered.
        return code_block(text)
    made = code_block(text, language, options)
    block = nodes.paragraph("", "", made) if isinstance(made, nodes.Inline) else made
    html = as_html(attributes)
    block["classes"].extend(html.get("class", "").split())
    if name := html.get("id"):
        block["ids"].append(name)
    return block
