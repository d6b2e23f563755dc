"""Links to the same page in the other languages of a Hugo site.

One build has one language. The others are published beside it, at the addresses that
they have in Hugo.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.site.urls import docname_of
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import publishes_in_place

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class TranslationLink:
    """The page in another language."""

    locale: str
    """As a language tag: ``pt-BR``."""
    label: str
    """As readers of that language call it, if the site says so."""
    url: str
    """Relative to the page."""


def translations_of(app: Sphinx, pagename: str) -> list[TranslationLink]:
    """Return the translations of a page of the site, in the site's order."""
    project = project_of(app.env)
    if project.site is None or not publishes_in_place(app.builder):
        return []
    entry = project.pages.get(pagename) or project.site.lists.get(pagename)
    content = project.site.content
    if entry is None or content.config.languages.is_multihost:
        return []
    here = app.builder.get_target_uri(pagename)
    links = []
    for translation in content.translations.get(entry.path, ()):
        language = content.config.languages.get(translation.language)
        if language is not None:
            there = app.builder.get_target_uri(docname_of(translation.url))
            label = language.label or language.key
            url = relative_uri(here, there)
            links.append(TranslationLink(language.locale or language.key, label, url))
    return links


def add_translations(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Name the translations in the head, for machines, and below the text."""
    links = translations_of(app, pagename)
    if not links:
        return
    context["metatags"] = context.get("metatags", "") + "".join(
        f'<link rel="alternate" hreflang="{escape(link.locale)}" '
        f'href="{escape(link.url)}" />\n'
        for link in links
    )
    if doctree is None:
        return
    items = "".join(
        f'<li><a href="{escape(link.url)}" hreflang="{escape(link.locale)}" '
        f'lang="{escape(link.locale)}">{escape(link.label)}</a></li>'
        for link in links
    )
    title = escape(_("Languages"))
    start = f'<nav class="updates-translations" aria-label="{title}">'
    context["body"] += f"{start}<ul>{items}</ul></nav>\n"
