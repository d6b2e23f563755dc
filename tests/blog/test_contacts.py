"""How people are shown: initials and links."""

from __future__ import annotations

import pytest

from sphinx_updates.blog.people import ICONS, Contact, contacts_of, initials
from sphinx_updates.hugo.site.profiles import SocialLink


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ann Bee", "AB"),
        ("ann van der bee", "AB"),
        ("Ann", "A"),
        ("山田 太郎", "山太"),
        ("Ann (she/her)", "A"),
        ("", ""),
        ("!!", ""),
    ],
)
def test_initials_are_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("link", "label", "icon"),
    [
        (SocialLink(url="https://github.com/ann", icon="github"), "GitHub", "code"),
        (SocialLink(url="https://github.com/ann"), "GitHub", "code"),
        (SocialLink(url="https://x.example/@a", icon="mastodon"), "Mastodon", "chat"),
        (SocialLink(url="https://www.a.example/x"), "a.example", "web"),
        (SocialLink(url="https://a.example", label="My page"), "My page", "web"),
        (SocialLink(url="https://orcid.org/0"), "ORCID", "paper"),
        (SocialLink(url="mailto:a@b.example"), "", "mail"),
        (SocialLink(url="/cv.pdf", icon="cv"), "cv", "web"),
        (SocialLink(url="/cv.pdf"), "/cv.pdf", "web"),
    ],
)
def test_a_link_has_a_name_and_a_picture(
    link: SocialLink, label: str, icon: str
) -> None:
    assert contacts_of([link]) == (Contact(url=link.url, label=label, icon=icon),)
    assert icon in ICONS


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "https://[bad"])
def test_what_is_no_address_is_left_out(url: str) -> None:
    assert contacts_of([SocialLink(url=url)]) == ()


def test_a_place_is_named_once() -> None:
    link = SocialLink(url="https://a.example/")
    assert len(contacts_of([link, link])) == 1
