"""What a site says about a person: from a profile page or a file of data.

Three spellings come in, one comes out: the front matter of ``authors/<name>/_index.md``
(Wowchemy, Hugo Blox), a map in ``data/authors`` (Hugo Blox 2), a plain page. Sources:
hugo.md 1.7, survey A.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter.casts import to_bool, to_int, to_text
from sphinx_updates.hugo.links import is_external
from sphinx_updates.hugo.site.bylines import harmless

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_updates.hugo.site.page import Page

PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
MAX_ITEMS: Final = 200
"""Links, interests and the like of one person."""

# The packs of icons that are named before a slash; without one an icon is of ``hero``.
_DEFAULT_PACK: Final = "hero"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Where somebody works, or what they belong to."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """A course that somebody took."""

    course: str
    institution: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialLink:
    """A page about somebody elsewhere."""

    url: str
    """As written; never one that runs a script."""
    icon: str = ""
    """The icon's name in its pack: ``github``."""
    pack: str = ""
    """``fas``, ``fab``, ``ai`` in older profiles, ``brands``, ``academicons``, ``hero``
    in newer ones."""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who wrote a page, or who has a profile."""

    key: str
    """What tells people apart: the term, the handle or the slug."""
    name: str
    """As it is shown; plain text."""
    url: str = ""
    """The site path of their page, or an address elsewhere; ``""`` if there is none."""
    page: Page | None = None
    """Their profile page, whose body is their biography; None without one."""
    first_name: str = ""
    last_name: str = ""
    pronouns: str = ""
    role: str = ""
    """Markdown."""
    bio: str = ""
    """A line or two; Markdown."""
    avatar: Path | str = ""
    """The absolute path of a picture, or its URL; ``""`` without one."""
    organisations: tuple[Organisation, ...] = ()
    interests: tuple[str, ...] = ()
    education: tuple[Education, ...] = ()
    links: tuple[SocialLink, ...] = ()
    email: str = ""
    groups: tuple[str, ...] = ()
    """Parts of the team that they are in."""
    weight: int = 0
    is_owner: bool = False
    """Whether the site is theirs: its ``superuser`` or ``is_owner``."""
    has_profile: bool = False
    """Whether the site has a page or a file about them."""


def person_of_page(key: str, page: Page) -> Person:
    """Return the person whose profile is *page*."""
    front = page.front_matter
    values = _Values(front.page_params)
    person = replace(
        _person(key, values),
        name=front.title,
        page=page,
        weight=front.weight,
    )
    picture = next(
        (
            page.file.parent / name
            for name in page.resources
            if "avatar" in name.lower() and name.lower().endswith(PICTURES)
        ),
        None,
    )
    return replace(person, avatar=picture) if picture else person


def person_of_data(key: str, data: Mapping[str, object]) -> Person:
    """Return the person that a map in ``data/authors`` describes."""
    values = _Values({str(name).lower(): value for name, value in data.items()})
    name = values.inner("name")
    display = name.text("display") or values.text("title") or values.text("name")
    return replace(
        _person(key, values),
        name=display
        or " ".join(filter(None, (name.text("given"), name.text("family")))),
        first_name=name.text("given") or values.text("first_name"),
        last_name=name.text("family") or values.text("last_name"),
        pronouns=name.text("pronouns") or values.text("pronouns"),
        weight=to_int(values.get("weight")) or 0,
    )


def merged(first: Person, second: Person) -> Person:
    """Return *first*, with what only *second* knows."""
    names = [name for name in Person.__slots__ if not getattr(first, name)]
    return replace(first, **{name: getattr(second, name) for name in names})


def _person(key: str, values: _Values) -> Person:
    courses = values.inner("education").maps("courses") or values.maps("education")
    organisations = values.maps("organizations", "affiliations", "organisations")
    avatar = values.text("avatar") or values.text("image")
    links = [link for item in values.maps("social", "links") if (link := _link(item))]
    return Person(
        key=key,
        name="",
        first_name=values.text("first_name"),
        last_name=values.text("last_name"),
        pronouns=values.text("pronouns"),
        role=values.text("role"),
        bio=values.text("bio"),
        avatar=avatar if is_external(avatar) and harmless(avatar) else "",
        organisations=tuple(
            Organisation(name=name, url=harmless(item.text("url")))
            for item in organisations
            if (name := item.text("name"))
        ),
        interests=values.texts("interests"),
        education=tuple(
            course for item in courses if (course := _education(item)).course
        ),
        links=tuple(links),
        email=values.text("email"),
        groups=values.texts("user_groups"),
        is_owner=bool(
            to_bool(values.get("superuser")) or to_bool(values.get("is_owner"))
        ),
        has_profile=True,
    )


def _education(item: _Values) -> Education:
    ends = item.text("year") or item.text("end")[:4]
    return Education(
        course=item.text("course") or item.text("degree") or item.text("area"),
        institution=item.text("institution"),
        year=ends,
    )


def _link(item: _Values) -> SocialLink | None:
    url = harmless(item.text("link") or item.text("url"))
    if not url:
        return None
    icon = item.text("icon")
    pack = item.text("icon_pack")
    if not pack and icon:
        before, slash, after = icon.partition("/")
        pack, icon = (before, after) if slash else (_DEFAULT_PACK, icon)
    return SocialLink(url=url, icon=icon, pack=pack, label=item.text("label"))


class _Values:
    """The values of one map; what has the wrong type is not there."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values

    def get(self, key: str) -> object:
        return self.values.get(key)

    def text(self, key: str) -> str:
        return (to_text(self.values.get(key)) or "").strip()

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        items = value if isinstance(value, list) else [value]
        texts = ((to_text(item) or "").strip() for item in items[:MAX_ITEMS])
        return tuple(text for text in texts if text)

    def inner(self, key: str) -> _Values:
        value = self.values.get(key)
        return _Values(_lower(value) if isinstance(value, Mapping) else {})

    def maps(self, *keys: str) -> list[_Values]:
        """Return the maps of the first list that is there; a text is a name."""
        for key in keys:
            value = self.values.get(key)
            items = value if isinstance(value, list) else [value]
            found = [
                _Values(_lower(item) if isinstance(item, Mapping) else {"name": item})
                for item in items[:MAX_ITEMS]
                if item not in (None, "")
            ]
            if found:
                return found
        return []


def _lower(values: Mapping[str, object]) -> dict[str, object]:
    return {str(key).lower(): value for key, value in values.items()}
