"""What shortcodes ask about other pages: one page, a person, children, terms.

Answers are JSON. They come from front matter and files alone, so that they are the
same whatever has been read so far.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sphinx_updates.blog.authors import parse_authors
from sphinx_updates.hugo.permalinks import lower_case
from sphinx_updates.sphinx_ext.directives.hugoblox.excerpts import beginning_of
from sphinx_updates.sphinx_ext.lookups import QUESTIONS
from sphinx_updates.sphinx_ext.project import mounted_page, project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.sphinx_ext.project import UpdatesProject

PAGE: Final = "hugoblox page"
PERSON: Final = "hugoblox person"
CHILDREN: Final = "hugoblox children"
TERMS: Final = "hugoblox terms"

_OLDEST: Final = datetime.min.replace(tzinfo=UTC)


def _page(env: BuildEnvironment, _docname: str, about: str) -> str:
    """Return the page with the path *about* below the content root, or ``null``."""
    found = project_of(env).index.by_path(about)
    return json.dumps(_facts(env, found) if found else None)


def _person(env: BuildEnvironment, _docname: str, about: str) -> str:
    """Return the profile page of *about*, a name or a handle, or ``null``."""
    key = re.sub(r"\s+", "-", lower_case(about.strip()))
    found = project_of(env).index.by_path(f"authors/{key}") if key else None
    if found is None or "/" in key:
        return "null"
    return json.dumps(_facts(env, found))


def _children(env: BuildEnvironment, docname: str, _about: str) -> str:
    """Return the pages and sections of the section that *docname* is, as Hugo sorts."""
    project = project_of(env)
    section = mounted_page(env, docname)
    if section is None or section.kind != "section":
        return "[]"
    pages = [page for page in _listed(project) if _is_child(page, section, project)]
    pages.sort(key=lambda page: page.path)
    pages.sort(key=lambda page: page.front_matter.link_title or _title(page))
    pages.sort(key=lambda page: page.front_matter.date or _OLDEST, reverse=True)
    # Those with a weight first.
    pages.sort(key=lambda page: page.front_matter.weight or float("inf"))
    settings = project.settings
    return json.dumps(
        [_facts(env, page) | {"text": beginning_of(page, settings)} for page in pages]
    )


def _terms(env: BuildEnvironment, _docname: str, about: str) -> str:
    """Return the terms of a taxonomy, ``tags`` or ``categories``, by the alphabet."""
    names: dict[str, str] = {}
    for page in _listed(project_of(env)):
        front = page.front_matter
        for term in front.tags if about == "tags" else front.categories:
            if term.strip():
                names.setdefault(lower_case(term.strip()), term.strip())
    return json.dumps([names[key] for key in sorted(names)])


def _listed(project: UpdatesProject) -> Iterator[Page]:
    for mount in project.mounts:
        for page in mount.pages:
            if page.front_matter.list_ != "never":
                yield page


def _is_child(page: Page, section: Page, project: UpdatesProject) -> bool:
    """Say whether *section* is the nearest one above *page*."""
    if page is section:
        return False
    folder = page.directory
    if page.is_bundle:
        folder = posixpath.dirname(folder)
    while folder != section.directory:
        # A folder at the top is a section without saying so.
        is_section = "/" not in folder or (
            (found := project.index.by_path(folder)) is not None
            and found.kind == "section"
        )
        if not folder or is_section:
            return False
        folder = posixpath.dirname(folder)
    return True


def _facts(env: BuildEnvironment, page: Page) -> dict[str, Any]:
    front = page.front_matter
    return {
        "docname": page.docname if page.docname in env.project.docnames else "",
        "title": _title(page),
        "link_title": front.link_title or _title(page),
        "authors": [author.name for author in parse_authors(front.authors)],
        "year": str(front.date.year) if front.date else "",
        "publication": _text(front.params, "publication"),
        "publication_short": _text(front.params, "publication_short"),
        "doi": _text(front.params, "doi") or _text(front.params, "hugoblox.ids.doi"),
        "summary": front.summary or front.description or front.abstract,
    }


def _title(page: Page) -> str:
    name = posixpath.basename(page.directory if page.is_bundle else page.path)
    return page.front_matter.title or posixpath.splitext(name)[0]


def _text(params: Mapping[str, object], path: str) -> str:
    value: object = params
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value.strip() if isinstance(value, str) else ""


QUESTIONS.update({PAGE: _page, PERSON: _person, CHILDREN: _children, TERMS: _terms})
