"""Which documents to write again, as they show something of others that changed.

A document that lists posts, names their terms or has neighbours is compared with what
it showed at the last build; only digests of that are kept.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sphinx.util.matching import patmatch

from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.listings.views import pages_of, selected, tags_of
from sphinx_updates.sphinx_ext.page_data import TERM_MARK
from sphinx_updates.sphinx_ext.pictures import file_of, thumbnail_of
from sphinx_updates.sphinx_ext.post_page.edit import edit_url
from sphinx_updates.sphinx_ext.post_page.people import people_of, shown_of
from sphinx_updates.sphinx_ext.posts.archives import shown_in_lists
from sphinx_updates.sphinx_ext.posts.bridge import blog_folder
from sphinx_updates.sphinx_ext.posts.own_lists import overviews
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import avatar_path
from sphinx_updates.sphinx_ext.translations import translations_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post
    from sphinx_updates.sphinx_ext.page_data import Term


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents that show something of a post that changed.

    Pages that list posts, the neighbours of a changed post, pages with a list of posts
    in the sidebar, and pages with a link or a term that leads elsewhere now.
    """
    domain = hugo_domain(app.env)
    stale = domain.pages_with_moved_links()
    now = domain.posts
    before: dict[str, Post] = domain.data.setdefault("shown", {})
    if before != now:
        stale.update(domain.pages_that_refer_to(_renamed(before, now)))
    seen = _Seen(app).all()
    known: dict[str, str] = domain.data.setdefault("seen", {})
    if known.get("") != seen[""]:
        # The head of every page names the blog.
        stale |= env.found_docs
    stale.update(name for name in seen if seen[name] != known.get(name))
    domain.data["shown"], domain.data["seen"] = now, seen
    return sorted(stale & env.found_docs)


class _Seen:
    """What documents show of others."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._env = app.env
        self._domain = hugo_domain(app.env)
        self._project = project_of(app.env)
        self._cards: dict[str, str] = {
            key: self._card(post) for key, post in self._domain.posts.items()
        }
        """The digest of each post as lists show it."""

    def all(self) -> dict[str, str]:
        """Return a digest for each document, and for all of them as ``""``."""
        feeds = self._domain.feeds.of_page("")
        named = (feeds.title, feeds.files) if feeds else ()
        found: dict[str, list[object]] = {"": [blog_folder(self._app), named]}
        self._add_posts(found)
        self._add_lists(found)
        for docname in self._project.pages:
            if links := translations_of(self._app, docname):
                found.setdefault(docname, []).append(links)
        for docname, data in self._domain.pages.items():
            if terms := [
                self._term_of(n) for n in sorted(data.refers_to) if n[:1] == TERM_MARK
            ]:
                found.setdefault(docname, []).append(terms)
        return {name: _digest(parts) for name, parts in found.items()}

    def _add_posts(self, found: dict[str, list[object]]) -> None:
        for post in self._domain.posts.values():
            shown = (
                post.status,
                self._terms(post),
                shown_of(self._env, post),
                self._near(post),
                edit_url(self._env, self._app.config, post.docname),
            )
            found.setdefault(post.docname, []).append(shown)

    def _add_lists(self, found: dict[str, list[object]]) -> None:
        every = _digest(sorted(self._cards.items()))
        showing = {name for name, data in self._domain.pages.items() if data.has_list}
        showing |= _with_sidebar(self._app, self._env)
        for docname in showing:
            found.setdefault(docname, []).append(every)
        for docname, data in self._domain.pages.items():
            for spec in data.listings:
                posts = selected(self._env, spec, docname)
                first = pages_of(spec, posts)[0]
                cards = [self._cards[post.key] for post in first.items]
                tags = tags_of(spec, posts)
                found.setdefault(docname, []).append((cards, first.count, tags))
        for docname, one, keys, count in shown_in_lists(self._app):
            cards = [self._cards[key] for key in keys]
            ways = [(way.docname, way.title) for way in overviews(self._app, one)]
            who = self._person(one.person)
            shown = (cards, count, one.terms, one.title, who, ways)
            found.setdefault(docname, []).append(shown)

    def _near(self, post: Post) -> list[object]:
        """Return what the footer of *post* shows of other posts."""
        near = self._domain.near
        others = [near.previous(post.key), near.next(post.key)]
        parts = near.series(post)
        is_shown = "related" in self._project.options.post_parts
        related = near.related(post.key) if is_shown else ()
        terms = [self._domain.term("series", part.series) for part in parts]
        return [
            *(_line(other) for other in (*others, *related)),
            *((terms, p.position, [_line(other) for other in p.posts]) for p in parts),
        ]

    def _person(self, name: str) -> object:
        """Return what a page of somebody's posts says of them."""
        site = self._project.site
        person = site.content.people.find(name) if site and name else None
        if person is None:
            return None
        return replace(person, page=None), avatar_path(self._env, person)

    def _card(self, post: Post) -> str:
        file = file_of(self._env, post)
        picture = self._project.url_of_file.get(str(file), "") if file else ""
        small = thumbnail_of(self._env, post)
        people = [
            (person.name, avatar_path(self._env, person) or str(person.avatar))
            for person in people_of(self._env, post)
        ]
        return _digest((post, picture, small, people, self._terms(post)))

    def _terms(self, post: Post) -> list[Term]:
        labels = (
            *(("author", author.name) for author in post.authors),
            *(("category", name) for name in post.categories),
            *(("tags", name) for name in post.tags),
            *(("series", name) for name in post.series),
        )
        return [self._domain.term(kind, label) for kind, label in labels]

    def _term_of(self, reference: str) -> Term:
        kind, _, label = reference[1:].partition(" ")
        return self._domain.term(kind, label)


def _line(post: Post | None) -> object:
    return (post.key, post.title, post.date) if post else None


def _digest(value: object) -> str:
    return sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()


def _renamed(before: dict[str, Post], now: dict[str, Post]) -> set[str]:
    """Return the documents whose post came, went, or has another title."""
    return {
        post.docname
        for key in before.keys() | now.keys()
        for post in (before.get(key) or now[key],)
        if key not in before or key not in now or before[key].title != now[key].title
    }


def _with_sidebar(app: Sphinx, env: BuildEnvironment) -> set[str]:
    sidebars: dict[str, Any] = getattr(app.config, "html_sidebars", None) or {}
    patterns = [
        pattern
        for pattern, templates in sidebars.items()
        if any("ablog/" in str(template) for template in templates)
    ]
    if not patterns:
        return set()
    return {
        name
        for name in env.found_docs
        if any(patmatch(name, pattern) for pattern in patterns)
    }
