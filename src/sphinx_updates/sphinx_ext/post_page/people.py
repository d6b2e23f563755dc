"""The authors of a post as its page shows them: a name, a picture, a box."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from sphinx_updates.blog.people import MAIL, Contact, contacts_of, initials
from sphinx_updates.hugo.links import is_dangerous, is_external
from sphinx_updates.hugo.markdown import render_inline
from sphinx_updates.hugo.site.profiles import Organisation, Person
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import avatar_path, writes_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.authors import Author
    from sphinx_updates.blog.post import Post

_HREF = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorView:
    """A person as a template needs them, for one page that shows them."""

    name: str
    url: str = ""
    """Of their page; empty without one."""
    avatar: str = ""
    """Address of their picture; empty without one."""
    initials: str = ""
    """What stands in place of a picture."""
    pronouns: str = ""
    role: str = ""
    """HTML, without a paragraph around it; only for a box, as all that follows."""
    bio: str = ""
    """HTML, without a paragraph around it."""
    organisations: tuple[Organisation, ...] = ()
    contacts: tuple[Contact, ...] = ()

    @property
    def has_box(self) -> bool:
        """Whether there is more to say than a name."""
        return bool(self.role or self.bio or self.organisations or self.contacts)


def people_of(env: BuildEnvironment, post: Post) -> tuple[Person, ...]:
    """Return who wrote *post*, with what the site says of them."""
    project = project_of(env)
    page = project.pages.get(post.docname)
    site = project.site
    if site is not None and page is not None and post.docname in site.docnames:
        return site.content.people.of(page)
    return tuple(_person(env, author) for author in post.authors)


def _person(env: BuildEnvironment, author: Author) -> Person:
    site = project_of(env).site
    known = site.content.people.find(author.name) if site else None
    organisation = Organisation(name=author.affiliation)
    if known is None:
        # ABlog's ``blog_authors`` says what the authors of its posts are called.
        name = hugo_domain(env).term("author", author.name).name
        known = Person(key=author.name, name=name)
    return replace(
        known,
        url=author.url or known.url,
        organisations=(organisation,) if author.affiliation else known.organisations,
    )


def author_views(
    builder: Builder, post: Post, here: str, *, full: bool = False
) -> tuple[AuthorView, ...]:
    """Return the authors of *post* as the page *here* shows them.

    :param full: With what boxes have: role, biography, organisations, contacts.
    """
    people = people_of(builder.env, post)
    views = (view_of_person(builder, p, here, full=full) for p in people)
    return tuple({view.name.casefold(): view for view in views}.values())


def view_of_name(builder: Builder, name: str, here: str) -> AuthorView:
    """Return the person with *name*, with all that the site says of them."""
    site = project_of(builder.env).site
    known = site.content.people.find(name) if site else None
    person = known or Person(key=name, name=name)
    return view_of_person(builder, person, here, full=True)


def view_of_person(
    builder: Builder, person: Person, here: str, *, full: bool = False
) -> AuthorView:
    """Return *person* as the page *here* shows them."""
    view = AuthorView(
        name=person.name,
        url=_page_of(builder, person, here),
        avatar=_avatar(builder, person, here),
        initials=initials(person.name),
    )
    if not full:
        return view
    origin = person.page.docname if person.page else here
    return replace(
        view,
        pronouns=person.pronouns,
        role=_markdown(builder, person.role, origin, here),
        bio=_markdown(builder, person.bio, origin, here),
        organisations=tuple(
            Organisation(
                name=group.name, url=_address(builder, group.url, origin, here)
            )
            for group in person.organisations
        ),
        contacts=tuple(_contacts(builder, person, origin, here)),
    )


def shown_of(env: BuildEnvironment, post: Post) -> object:
    """Return what the page of *post* depends on that is said of its authors."""
    return [
        (replace(person, page=None), avatar_path(env, person))
        for person in people_of(env, post)
    ]


def _page_of(builder: Builder, person: Person, here: str) -> str:
    term = hugo_domain(builder.env).term("author", person.name)
    own = person.url if is_external(person.url) else ""
    docname = term.docname if writes_lists(builder) else ""
    if own and project_of(builder.env).site is not None:
        return own
    return builder.get_relative_uri(here, docname) if docname else own


def _avatar(builder: Builder, person: Person, here: str) -> str:
    if isinstance(person.avatar, str) or builder.name == "epub":
        return person.avatar if isinstance(person.avatar, str) else ""
    path = avatar_path(builder.env, person)
    return relative_uri(builder.get_target_uri(here), quote(path)) if path else ""


def _contacts(
    builder: Builder, person: Person, origin: str, here: str
) -> Iterator[Contact]:
    for contact in contacts_of(person.links):
        url = _address(builder, contact.url, origin, here)
        label = contact.label or (_("E-mail") if contact.icon == MAIL else url)
        if url:
            yield replace(contact, url=url, label=label)


def _address(builder: Builder, url: str, origin: str, here: str) -> str:
    """Return *url*, as the page *origin* says it, seen from *here*; "" for nowhere."""
    if not url or is_dangerous(url):
        return ""
    if is_external(url):
        return url
    found = hugo_domain(builder.env).resolver.find(url, origin, explain=False)
    if found.path:
        uri = relative_uri(builder.get_target_uri(here), found.path)
    elif found.docname:
        uri = builder.get_relative_uri(here, found.docname)
    else:
        return ""
    # The page itself has no address of its own.
    return f"{uri}#{found.fragment}" if found.fragment else uri or "#"


def _markdown(builder: Builder, text: str, origin: str, here: str) -> str:
    """Return a line of Markdown as HTML whose links lead on from the page *here*."""

    def relinked(match: re.Match[str]) -> str:
        url = _address(builder, unescape(match[2]), origin, here)
        return f"{match[1]}{escape(url)}{match[3]}" if url else match[0]

    html = render_inline(text, project_of(builder.env).settings) if text else ""
    return _HREF.sub(relinked, html)
