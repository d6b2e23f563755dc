"""The lists of a Hugo site: home, sections, taxonomies and terms, where Hugo has them.

A list with a file of its own (``_index.md``) is a document, and its members stand below
its text. Any other is a page that is generated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape

from sphinx_updates.hugo.links import is_external
from sphinx_updates.hugo.site.urls import docname_of
from sphinx_updates.sphinx_ext.domain import Term, hugo_domain
from sphinx_updates.sphinx_ext.headers import TermLink, record_views
from sphinx_updates.sphinx_ext.ownership import own, page_file
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.site import ListPage, Site

TEMPLATE = "updates/site-list.html"
BELOW_TEXT = "updates/site-members.html"

_TAXONOMIES = {"tags": "tags", "category": "categories"}
"""The taxonomy that has the labels of a kind, as ABlog calls the kind."""


def generated_lists(env: BuildEnvironment) -> frozenset[str]:
    """Return the docnames of the lists that no document stands for."""
    site = project_of(env).site
    return frozenset(site.lists.keys() - env.found_docs) if site else frozenset()


def taxonomy_of(site: Site, kind: str) -> str:
    """Return the plural of the taxonomy with the labels of *kind*; "" for none."""
    if kind == "author":
        people = site.people.taxonomy
        return people.plural if people else ""
    plural = _TAXONOMIES.get(kind, "")
    return plural if plural and site.taxonomies.find(plural) else ""


def site_terms(
    env: BuildEnvironment, otherwise: Callable[[str, str], Term]
) -> Callable[[str, str], Term]:
    """Return what gives the shown name and the page of a label.

    *otherwise* answers for the kinds that the site has no taxonomy for.
    """
    mounted = project_of(env).site
    if mounted is None:
        return otherwise
    site = mounted.content
    # Records have the names that are shown; of two people with one name the first.
    named = {person.name: person for person in reversed(site.people.everyone())}

    def term(kind: str, label: str) -> Term:
        plural = taxonomy_of(site, kind)
        taxonomy = site.taxonomies.find(plural) if plural else None
        if taxonomy is None:
            return otherwise(kind, label)
        person = named.get(label) or site.people.find(label)
        if kind == "author" and person is not None:
            url = "" if is_external(person.url) else person.url
            return Term(person.name, docname_of(url) if url else "")
        found = taxonomy.find(label)
        if found is None:
            return Term(label)
        return Term(label, docname_of(found.url) if found.url else "")

    return term


def site_list_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of the lists that no document stands for."""
    site = project_of(app.env).site
    for docname, entry in site.lists.items() if site else ():
        if docname not in app.env.found_docs:
            own(app, page_file(app, docname))
            context = _context(app, entry, docname)
            yield docname, {"title": escape(entry.title), **context}, TEMPLATE


def add_members(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the members of a list below the text of its document.

    A page of the docs at that address is left alone, and so is one that lists posts.
    """
    if doctree is None:
        return
    project = project_of(app.env)
    entry = project.site.lists.get(pagename) if project.site else None
    is_ours = pagename in project.pages or pagename == project.generated_root
    if entry is None or not is_ours or hugo_domain(app.env).page(pagename).lists_posts:
        return
    values = context | _context(app, entry, pagename)
    context["body"] += app.builder.templates.render(BELOW_TEXT, values)


def _context(app: Sphinx, entry: ListPage, here: str) -> dict[str, Any]:
    """Return what the templates need: the list, its posts, or its terms."""
    terms: list[tuple[TermLink, int]] = []
    for term in entry.taxonomy.terms if entry.taxonomy and entry.term is None else ():
        if term.is_listed and term.url:
            uri = app.builder.get_relative_uri(here, docname_of(term.url))
            terms.append((TermLink(term.title, uri), len(term.members)))
    terms.sort(key=lambda entry: entry[0].name.casefold())
    docnames = [page.docname for page in entry.members if page.kind == "page"]
    return {
        "list": entry,
        "views": record_views(app, docnames, here),
        "terms": terms,
    }
