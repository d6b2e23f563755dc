"""How people are shown: their initials, and where else one finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from sphinx_updates.hugo.links import is_dangerous, is_malformed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_updates.hugo.site.profiles import SocialLink

MAIL: Final = "mail"
WEB: Final = "web"

# By what profiles call a service, or by its host: what it is called, and the picture
# that stands for services of its kind. The pictures are our own, not trade marks.
_SERVICES: Final = {
    "arxiv": ("arXiv", "paper"),
    "bitbucket": ("Bitbucket", "code"),
    "bluesky": ("Bluesky", "chat"),
    "bsky": ("Bluesky", "chat"),
    "codeberg": ("Codeberg", "code"),
    "discord": ("Discord", "chat"),
    "dblp": ("DBLP", "paper"),
    "facebook": ("Facebook", "chat"),
    "flickr": ("Flickr", "photo"),
    "github": ("GitHub", "code"),
    "gitlab": ("GitLab", "code"),
    "google-scholar": ("Google Scholar", "paper"),
    "instagram": ("Instagram", "photo"),
    "linkedin": ("LinkedIn", "chat"),
    "mastodon": ("Mastodon", "chat"),
    "matrix": ("Matrix", "chat"),
    "medium": ("Medium", "paper"),
    "orcid": ("ORCID", "paper"),
    "osf": ("OSF", "paper"),
    "researchgate": ("ResearchGate", "paper"),
    "rss": ("RSS", "feed"),
    "scholar": ("Google Scholar", "paper"),
    "slack": ("Slack", "chat"),
    "stack-overflow": ("Stack Overflow", "code"),
    "stackoverflow": ("Stack Overflow", "code"),
    "telegram": ("Telegram", "chat"),
    "threads": ("Threads", "chat"),
    "twitter": ("Twitter", "chat"),
    "vimeo": ("Vimeo", "video"),
    "wikipedia": ("Wikipedia", "paper"),
    "x": ("X", "chat"),
    "youtube": ("YouTube", "video"),
    "zotero": ("Zotero", "paper"),
    "zulip": ("Zulip", "chat"),
}
ICONS: Final = frozenset({MAIL, WEB, *(kind for _name, kind in _SERVICES.values())})
"""The pictures that there are."""
_MAX_INITIALS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A way to reach somebody, or a page about them."""

    url: str
    """As written; a site path or an address that runs no script."""
    label: str = ""
    """What it is called; empty for mail, whose word depends on the language."""
    icon: str = WEB
    """One of :data:`ICONS`."""


def initials(name: str) -> str:
    """Return the letters that stand for *name* without a picture: one or two."""
    words = [word for word in name.split() if word[:1].isalnum()]
    chosen = words if len(words) <= _MAX_INITIALS else [words[0], words[-1]]
    return "".join(word[0].upper() for word in chosen)


def contacts_of(links: Iterable[SocialLink]) -> tuple[Contact, ...]:
    """Return the contacts that *links* are, each place once.

    What would run a script, or is no address, is left out. An address of mail is shown
    only if it is among the links: profiles have others, for their pictures.
    """
    found: dict[str, Contact] = {}
    for link in links:
        if link.url and not is_dangerous(link.url) and not is_malformed(link.url):
            found.setdefault(link.url, _contact(link))
    return tuple(found.values())


def _contact(link: SocialLink) -> Contact:
    if link.url.lower().startswith("mailto:"):
        return Contact(url=link.url, label=link.label, icon=MAIL)
    host = (urlsplit(link.url).hostname or "").removeprefix("www.")
    parts = host.split(".")
    names = (link.icon.lower(), *(parts[:-1] if len(parts) > 1 else ()))
    name, icon = next(
        (_SERVICES[name] for name in names if name in _SERVICES), ("", WEB)
    )
    label = link.label or name or host or link.icon or link.url
    return Contact(url=link.url, label=label, icon=icon)
