"""Who wrote a page, in all the ways in which sites say it."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from time import process_time
from typing import TYPE_CHECKING, Any

from sphinx_updates.hugo.site.content import scan_mount
from sphinx_updates.hugo.site.data import SiteData
from sphinx_updates.hugo.site.list_rules import list_rules_from
from sphinx_updates.hugo.site.people import People
from sphinx_updates.hugo.site.profiles import (
    Education,
    Organisation,
    Person,
    SocialLink,
)
from sphinx_updates.hugo.site.settings import settings_from
from sphinx_updates.hugo.site.taxonomies import read_taxonomies

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_updates.hugo.site.page import Page

NOW = datetime(2026, 11, 1, tzinfo=UTC)
AUTHORS = {"taxonomies": {"tag": "tags", "author": "authors"}}
Files = dict[str, Any]


def write(folder: Path, files: Files) -> None:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content) + "\nText."
        file.write_text(text, "utf-8")


def site(
    folder: Path, files: Files, **config: object
) -> tuple[People, dict[str, Page]]:
    """Return the people and the pages of a site, its content and data in one folder."""
    write(folder, files)
    (folder / "content").mkdir(exist_ok=True)
    settings, _problems = settings_from(config)
    rules, _more = list_rules_from(config)
    mount = scan_mount("", folder / "content", settings, now=NOW)
    people = People(
        mount.pages,
        read_taxonomies(mount.pages, settings, rules, hidden=mount.hidden),
        hidden=mount.hidden,
        data=SiteData([folder / "data"]),
        assets=[folder / "assets"],
        packs=settings.packs,
    )
    return people, {page.path: page for page in mount.pages}


def shown(people: People, page: Page) -> list[tuple[str, str]]:
    return [(person.name, person.url) for person in people.of(page)]


PROFILE = {
    "title": "Ann B. Real",
    "first_name": "Ann",
    "last_name": "Bee",
    "superuser": True,
    "role": "Chair of *things*",
    "organizations": [{"name": "Org", "url": "https://org.example"}, {"name": "Club"}],
    "bio": "Writes **code**.",
    "interests": ["Maps", "Tea"],
    "education": {"courses": [{"course": "PhD", "institution": "Uni", "year": 2012}]},
    "social": [
        {"icon": "github", "icon_pack": "fab", "link": "https://git.example/ann"},
        {"icon": "envelope", "icon_pack": "fas", "link": "mailto:a@b.c", "label": "Me"},
        {"icon": "bad", "icon_pack": "fas", "link": "javascript:alert(1)"},
        {"icon": "none"},
    ],
    "email": "ann@example.org",
    "user_groups": ["Core", "Staff"],
    "weight": 3,
}


def test_names_and_slugs_lead_to_one_profile(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/posts/a.md": {"authors": ["Ann Bee", "no page", "ann-bee"]},
            "content/posts/b.md": {"authors": "José Ñ"},
            "content/authors/ann-bee/_index.md": PROFILE,
            "content/authors/ann-bee/avatar.jpg": "x",
            "content/authors/ann-bee/other.png": "x",
        },
        permalinks={"authors": "/author/:slug/"},
        **AUTHORS,
    )
    assert shown(people, pages["posts/a.md"]) == [
        ("Ann B. Real", "/author/ann-b.-real/"),
        ("No Page", "/author/no-page/"),
    ]
    assert shown(people, pages["posts/b.md"]) == [("José Ñ", "/author/josé-ñ/")]
    assert people.of(pages["posts/a.md"])[0] == Person(
        key="ann-bee",
        name="Ann B. Real",
        url="/author/ann-b.-real/",
        page=pages["authors/ann-bee/_index.md"],
        first_name="Ann",
        last_name="Bee",
        role="Chair of *things*",
        bio="Writes **code**.",
        avatar=tmp_path / "content/authors/ann-bee/avatar.jpg",
        organisations=(
            Organisation(name="Org", url="https://org.example"),
            Organisation(name="Club"),
        ),
        interests=("Maps", "Tea"),
        education=(Education(course="PhD", institution="Uni", year="2012"),),
        links=(
            SocialLink(url="https://git.example/ann", icon="github", pack="fab"),
            SocialLink(url="mailto:a@b.c", icon="envelope", pack="fas", label="Me"),
        ),
        email="ann@example.org",
        groups=("Core", "Staff"),
        weight=3,
        is_owner=True,
        has_profile=True,
    )


DATA = """\
schema: hugoblox/author/v1
slug: me
is_owner: true
name:
  display: Dr. Ann Bee
  given: Ann
  family: Bee
  pronouns: she/her
role: Writer
bio: |
  Writes.
affiliations:
  - name: Org
    url: https://org.example
links:
  - icon: brands/github
    url: https://git.example/ann
  - icon: at-symbol
    url: mailto:a@b.c
    label: Mail
interests: [Tea]
education:
  - degree: PhD
    institution: Uni
    end: 2019-06-30
"""


def test_profiles_may_be_data(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "data/authors/me.yaml": DATA,
            "data/authors/cee-dee.json": '{"name": {"given": "Cee", "family": "Dee"}}',
            "data/authors/plain.toml": "title = 'Plain P.'",
            "assets/media/authors/me.jpg": "x",
            "assets/media/authors/eff.png": "x",
            "content/posts/a.md": {"authors": ["me", "cee-dee", "Plain", "Eff"]},
            "content/posts/b.md": {"title": "Nobody"},
        },
        module={"imports": [{"path": "github.com/HugoBlox/kit/modules/blox"}]},
        **AUTHORS,
    )
    me, cee, plain, eff = people.of(pages["posts/a.md"])
    assert me == Person(
        key="me",
        name="Dr. Ann Bee",
        url="/authors/me/",
        first_name="Ann",
        last_name="Bee",
        pronouns="she/her",
        role="Writer",
        bio="Writes.",
        avatar=tmp_path / "assets/media/authors/me.jpg",
        organisations=(Organisation(name="Org", url="https://org.example"),),
        interests=("Tea",),
        education=(Education(course="PhD", institution="Uni", year="2019"),),
        links=(
            SocialLink(url="https://git.example/ann", icon="github", pack="brands"),
            SocialLink(url="mailto:a@b.c", icon="at-symbol", pack="hero", label="Mail"),
        ),
        is_owner=True,
        has_profile=True,
    )
    assert (cee.name, plain.name, eff.name) == ("Cee Dee", "Plain P.", "Eff")
    assert eff.avatar == tmp_path / "assets/media/authors/eff.png"
    # This theme signs with the owner where nobody else does.
    assert people.of(pages["posts/b.md"]) == (me,)
    assert people.owner == me


def test_data_wins_over_the_page_of_a_profile(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "data/authors/ann.yaml": "name: {display: From Data}\nrole: Writer",
            "content/authors/ann/_index.md": {"title": "From Page", "bio": "Page."},
            "content/authors/ann/avatar.png": "x",
            "content/posts/a.md": {"authors": ["ann"]},
        },
        **AUTHORS,
    )
    [ann] = people.of(pages["posts/a.md"])
    assert (ann.name, ann.role, ann.bio) == ("From Data", "Writer", "Page.")
    assert ann.page is pages["authors/ann/_index.md"]
    assert ann.avatar == tmp_path / "content/authors/ann/avatar.png"


def test_handles_lead_to_pages_of_a_section(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/posts/a.md": {"authors": ["Ann Bee <ann>", "Cee Dee", "Eff <no>"]},
            "content/posts/b.md": {"authors": ["Ann B. <ann>"], "date": "2024-01-01"},
            "content/authors/ann.md": {"title": "Ann Bee"},
            "content/authors/_index.md": {"title": "People"},
        },
    )
    assert shown(people, pages["posts/a.md"]) == [
        ("Ann Bee", "/authors/ann/"),
        ("Cee Dee", ""),
        ("Eff", ""),
    ]
    assert people.pages_by("ann") == (pages["posts/b.md"], pages["posts/a.md"])
    assert people.pages_by("cee-dee") == (pages["posts/a.md"],)
    assert people.pages_by("nobody") == ()
    everyone = [(p.key, p.has_profile) for p in people.everyone()]
    assert everyone == [("ann", True), ("cee-dee", False), ("no", False)]


def test_one_text_may_hold_several_people(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/a.md": {"author": "Ann Bee, Site Lead and Cee Dee"},
            "content/b.md": {"author": "[A](https://a.org) (Org), [B](https://b.org)"},
            "content/c.md": {"author": {"name": "Ann", "url": "/x/", "role": "Lead"}},
            "content/d.md": {"authors": [{"name": "Ann"}, 7, None, ["x"]]},
            "content/e.md": {"authors": [], "author": "Ann"},
            "content/f.md": {"author": {"email": "a@b.c"}},
            "content/g.md": {},
        },
    )
    found = {name: people.of(pages[f"{name}.md"]) for name in "abcdefg"}
    assert [(p.name, p.role) for p in found["a"]] == [
        ("Ann Bee", "Site Lead"),
        ("Cee Dee", ""),
    ]
    assert [(p.name, p.url, p.organisations) for p in found["b"]] == [
        ("A", "https://a.org", (Organisation(name="Org"),)),
        ("B", "https://b.org", ()),
    ]
    assert [(p.name, p.url, p.role) for p in found["c"]] == [("Ann", "/x/", "Lead")]
    assert [p.name for p in found["d"]] == ["Ann", "7"]
    assert [p.name for p in found["e"]] == ["Ann"]
    assert found["f"] == found["g"] == ()


def test_a_term_is_one_person_whatever_is_in_it(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/a.md": {"authors": ["Ann Bee and Cee Dee", "Eff Gee, Lead"]},
            "content/b.md": {"author": "Ann Bee and Cee Dee"},
        },
        **AUTHORS,
    )
    assert shown(people, pages["a.md"]) == [
        ("Ann Bee and Cee Dee", "/authors/ann-bee-and-cee-dee/"),
        ("Eff Gee, Lead", "/authors/eff-gee-lead/"),
    ]
    # ``author`` is no term in Hugo.
    assert shown(people, pages["b.md"]) == [("Ann Bee", ""), ("Cee Dee", "")]


def test_the_owner_is_me_and_admin(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/authors/ann/_index.md": {"title": "Ann Bee", "superuser": True},
            "content/authors/cee/_index.md": {"title": "Cee Dee", "superuser": False},
            "content/posts/a.md": {"authors": ["me", "admin"]},
            "content/posts/b.md": {"authors": ["cee"]},
            "content/posts/c.md": {},
        },
        **AUTHORS,
    )
    assert shown(people, pages["posts/a.md"]) == [("Ann Bee", "/authors/ann/")]
    assert shown(people, pages["posts/b.md"]) == [("Cee Dee", "/authors/cee/")]
    # Only themes that do so sign with the owner.
    assert people.of(pages["posts/c.md"]) == ()


def test_an_admin_with_a_profile_is_nobody_else(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/authors/ann/_index.md": {"title": "Ann Bee", "superuser": True},
            "content/authors/admin/_index.md": {"title": "The Team"},
            "content/posts/a.md": {"authors": ["admin"]},
        },
        **AUTHORS,
    )
    assert shown(people, pages["posts/a.md"]) == [("The Team", "/authors/admin/")]


def test_terms_that_share_an_address_are_one_person(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/authors/jose-nino/_index.md": {"title": "José Niño"},
            "content/posts/a.md": {"authors": ["José Niño"]},
            "content/posts/b.md": {"authors": ["Jose Nino"]},
        },
        removePathAccents=True,
        **AUTHORS,
    )
    first, second = (people.of(pages[f"posts/{name}.md"]) for name in "ab")
    assert first == second
    assert [(p.name, p.url) for p in first] == [("José Niño", "/authors/jose-nino/")]


def test_a_profile_without_a_page_is_still_one(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/authors/ann/_index.md": {
                "title": "Ann Bee",
                "build": {"render": "never"},
            },
            "content/authors/cee/_index.md": {"title": "Cee Dee", "draft": True},
            "content/posts/a.md": {"authors": ["ann", "cee"]},
        },
        **AUTHORS,
    )
    assert shown(people, pages["posts/a.md"]) == [("Ann Bee", ""), ("cee", "")]


def test_a_taxonomy_of_another_name_is_used(tmp_path: Path) -> None:
    people, pages = site(
        tmp_path,
        {
            "content/writers/ann/_index.md": {"title": "Ann Bee"},
            "content/posts/a.md": {"writers": ["ann"], "authors": ["cee"]},
        },
        taxonomies={"author": "writers"},
    )
    assert shown(people, pages["posts/a.md"]) == [("Ann Bee", "/writers/ann/")]


def test_odd_profiles_do_no_harm(tmp_path: Path) -> None:
    odd = {
        "title": ["list"],
        "organizations": "Org",
        "interests": "Tea",
        "social": {"link": "https://x.example"},
        "education": 7,
        "superuser": "maybe",
        "user_groups": {"a": 1},
        "avatar": "https://x.example/a.png",
    }
    people, pages = site(
        tmp_path,
        {
            "content/authors/ann/_index.md": odd,
            "content/posts/a.md": {"authors": ["ann"]},
            "data/authors/cee.yaml": "- a list",
            "data/authors/dee.yaml": "name: Dee\nlinks: [7, {url: 'javascript:x'}]",
            "data/authors/eff.yaml": "name: [1]",
        },
        **AUTHORS,
    )
    [ann] = people.of(pages["posts/a.md"])
    assert ann.organisations == (Organisation(name="Org"),)
    assert ann.interests == ("Tea",)
    assert ann.links == (SocialLink(url="https://x.example"),)
    assert ann.avatar == "https://x.example/a.png"
    assert not ann.is_owner
    assert [p.name for p in people.everyone()] == ["Ann", "Dee", "Eff"]


def test_people_pickle_and_many_are_read_quickly(tmp_path: Path) -> None:
    files: Files = {
        f"content/posts/{n}.md": {"authors": [f"Person {n}", f"Person {n // 2}"]}
        for n in range(400)
    }
    people, pages = site(tmp_path, files, **AUTHORS)
    start = process_time()
    everyone = people.everyone()
    assert process_time() - start < 10
    assert len(everyone) == 400
    assert pickle.loads(pickle.dumps(everyone)) == everyone
    assert len(people.pages_by("person-0")) == 2
    assert len(pages) == 400
