"""The lists of a Hugo site: home, sections, taxonomies and terms, where Hugo has them.

A list with a file of its own (``_index.md``) is a document, and its members stand below
its text. Any other is a page that is generated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.links import is_external
from sphinx_updates.hugo.site.urls import docname_of
from sphinx_updates.sphinx_ext.page_data import Term
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.site import Site

_TAXONOMIES = {"tags": "tags", "category": "categories", "series": "series"}
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
        if kind == "author" and (person := named.get(label) or site.people.find(label)):
            url = "" if is_external(person.url) else person.url
            return Term(person.name, docname_of(url) if url else "")
        found = taxonomy.find(label)
        if found is None:
            return Term(label)
        return Term(label, docname_of(found.url) if found.url else "")

    return term
