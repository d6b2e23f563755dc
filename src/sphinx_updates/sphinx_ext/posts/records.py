"""From front matter to the record of a post."""

from __future__ import annotations

import fnmatch
import json
import os
import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.blog.authors import Author, parse_authors
from sphinx_updates.blog.post import Picture, Post, Status
from sphinx_updates.hugo.front_matter import Visibility
from sphinx_updates.hugo.front_matter.casts import to_bool
from sphinx_updates.hugo.links import is_dangerous, is_external, is_malformed
from sphinx_updates.hugo.markdown import render_inline
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.summary import count_words, has_cjk, reading_minutes
from sphinx_updates.sphinx_ext.images import find_image
from sphinx_updates.sphinx_ext.lookups import QUESTIONS, ask
from sphinx_updates.sphinx_ext.nodes import PostFooter, PostHeader
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.text import plain_lines, plain_text
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.front_matter import FrontMatter
    from sphinx_updates.hugo.site.content import Page

_STATUS = {
    Visibility.PUBLISHED: Status.PUBLISHED,
    Visibility.DRAFT: Status.DRAFT,
    Visibility.FUTURE: Status.SCHEDULED,
    Visibility.EXPIRED: Status.EXPIRED,
}
_SWITCHES = {
    "authors": ("profile",),
    "related": ("show_related",),
    "neighbours": ("pager",),
    "edit": ("editable",),
    "comments": ("commentable", "comments"),
    "date": ("show_date",),
}
"""What a theme calls the switch of each part. Source: hugo.md 1.6."""
PEOPLE = "people of a page"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")


def make_post(
    env: BuildEnvironment,
    page: Page,
    doctree: nodes.document,
    excerpt: Sequence[nodes.Node],
) -> Post:
    """Return the record of *page*, as it was read into *doctree*."""
    front = page.front_matter
    title = next(iter(doctree.findall(nodes.title)), None)
    updated = front.lastmod if front.lastmod != front.date else None
    text = text_of(doctree)
    cjk = front.is_cjk
    if cjk is None:
        cjk = project_of(env).settings.has_cjk_language and has_cjk(text)
    words = count_words(text, cjk=cjk)
    return Post(
        docname=env.docname,
        title=plain_text(title) if title is not None else front.title,
        subtitle=front.subtitle,
        date=front.date,
        updated=updated,
        authors=tuple(
            replace(author, url=_harmless(author.url, page))
            for author in _authors(env, page)
        ),
        tags=_terms(front, front.tags),
        categories=_terms(front, (*front.categories, *_values(front, "category"))),
        locations=_terms(front, _values(front, "location")),
        languages=_terms(front, _values(front, "language")),
        series=_terms(front, _values(front, "series")),
        folder=posixpath.dirname(page.directory)
        if page.is_leaf_bundle
        else page.directory,
        excerpt=plain_lines(excerpt),
        picture=find_picture(page, env),
        minutes=reading_minutes(words, cjk=cjk) if front.reading_time else 0,
        external_link=_harmless(front.external_link, page),
        canonical_link=_harmless(front.canonical_url, page),
        weight=front.weight,
        is_featured=front.featured,
        status=_STATUS[page.visibility],
        hides=_hidden(front),
    )


def _hidden(front: FrontMatter) -> tuple[str, ...]:
    """Return the parts of its page that a post switches off, as Hugo's themes know."""
    params = front.page_params
    return tuple(
        part
        for part, switches in _SWITCHES.items()
        if any(_is_off(params.get(name)) for name in switches)
    )


def _is_off(value: object) -> bool:
    """Say whether *value* is a false that somebody wrote."""
    return value not in (None, "") and to_bool(value) is False


def _authors(env: BuildEnvironment, page: Page) -> tuple[Author, ...]:
    """Return who wrote *page*: the people of its site, or the names that it gives."""
    site = project_of(env).site
    if site is not None and page.docname in site.docnames:
        names: list[list[str]] = json.loads(ask(env, PEOPLE, page.docname))
        return tuple(Author(name, url) for name, url in names)
    return parse_authors(_terms(page.front_matter, page.front_matter.authors))


def _people(env: BuildEnvironment, docname: str, _about: str) -> str:
    """Return the names and addresses elsewhere of those who wrote a page of a site."""
    project = project_of(env)
    page = project.pages.get(docname)
    if project.site is None or page is None:
        return "[]"
    return json.dumps(
        [
            [person.name, person.url if is_external(person.url) else ""]
            for person in project.site.content.people.of(page)
        ]
    )


QUESTIONS[PEOPLE] = _people


def _harmless(url: str, page: Page) -> str:
    """Return *url*, or nothing and a warning if following it would run a script."""
    if not is_dangerous(url) and not is_malformed(url):
        return url
    message = f"{url!r} is no address that a link may have; it is left out"
    warn(ProblemKind.FRONT_MATTER_KEY, message, page.file)
    return ""


def _values(front: FrontMatter, name: str) -> tuple[str, ...]:
    value = front.params.get(name)
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()


def _terms(front: FrontMatter, values: Iterable[str]) -> tuple[str, ...]:
    """Return terms without blanks and repeats; ABlog's own posts separate by commas."""
    if front.is_blogpost is not None:
        values = (part for value in values for part in value.split(","))
    return tuple(dict.fromkeys(filter(None, (value.strip() for value in values))))


def text_of(doctree: nodes.document) -> str:
    """Return the words that readers see in the body, without title and byline."""
    skipped = (nodes.title, PostHeader, PostFooter)
    section = next(iter(doctree.findall(nodes.section)), doctree)
    return " ".join(
        plain_text(node) for node in section.children if not isinstance(node, skipped)
    )


def find_picture(page: Page, env: BuildEnvironment) -> Picture | None:
    """Return the featured image of *page*, by Hugo themes' common rules.

    An image in the bundle with ``featured`` in its name, else the file that the front
    matter names (``image``, ``cover`` or ``banner``). Source: hugo.md 1.6.
    """
    settings = project_of(env).settings
    image = page.front_matter.image
    named = image.filename if image else ""
    found = next(
        (
            name
            for name in page.resources
            if "/" not in name
            and fnmatch.fnmatch(name.lower(), "*featured*")
            and name.lower().endswith(_PICTURES)
        ),
        named,
    )
    if not found or is_malformed(found):
        return None
    if is_external(found):
        file = f"https:{found}" if found.startswith("//") else found
        if not file.startswith(("http://", "https://")):
            return None
    else:
        path = find_image(found, page, env)
        if path is None:
            return None
        file = os.path.relpath(path, env.srcdir).replace(os.sep, "/")
    return Picture(
        file=file,
        alt=image.alt_text if image else "",
        caption=render_inline(image.caption, settings) if image else "",
        is_header=not (image and image.preview_only),
        placement=image.placement if image and image.placement in (2, 3) else 1,
        focal_point=image.focal_point if image else "",
    )
