"""Which absolute addresses are this site, and which path of it they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.links import is_external
from sphinx_updates.hugo.own_addresses import OwnAddresses, is_web_address

OWN = OwnAddresses(
    [
        "https://site.example/",
        "http://www.docs.example/en/latest",
        "https://docs.example/en/latest/deep/",
        "http://localhost:1313/",
        "https://bücher.example",
        "",
        "/",
        "docs/",
        "https://",
        "https://[x",
        "mailto:a@b.example",
    ]
)
PATHS = [
    ("https://site.example", "/"),
    ("https://site.example/", "/"),
    ("http://site.example/a/", "/a/"),
    ("//site.example/a", "/a"),
    ("HTTPS://WWW.Site.Example/A/b.html?x=1&y=/#z?", "/A/b.html?x=1&y=/#z?"),
    ("https://site.example?x#y", "/?x#y"),
    ("https://site.example#y?x", "/#y?x"),
    ("https://site.example:443/a", "/a"),
    ("http://site.example:80/a", "/a"),
    ("https://site.example//a", "/a"),
    (" https://site.example/a ", "/a"),
    ("https://site.example/%C3%A4%20b", "/%C3%A4%20b"),
    ("https://docs.example/en/latest", "/"),
    ("https://docs.example/en/latest/x", "/x"),
    ("https://www.docs.example/en/latest/deep/x", "/x"),
    ("http://localhost:1313/x", "/x"),
    ("https://xn--bcher-kva.example/x", "/x"),
    ("https://bücher.example/x", "/x"),
]
OTHERS = [
    "https://site.example.org/",
    "https://sub.site.example/",
    "https://site.example:8080/",
    "https://user@site.example/",
    "ftp://site.example/",
    "mailto:me@site.example",
    "https://docs.example/en/latest2/",
    "https://docs.example/en/",
    "https://docs.example/EN/latest/",
    "http://localhost/",
    "https://[site.example/",
    "https://site.example:x/",
    "https://other.example/https://site.example/",
    "/a",
    "a.md",
    "#site.example",
    "",
]


@pytest.mark.parametrize(("address", "path"), PATHS)
def test_an_own_address_is_a_path(address: str, path: str) -> None:
    assert OWN.path_of(address) == path


@pytest.mark.parametrize("address", OTHERS)
def test_another_address_is_none(address: str) -> None:
    assert OWN.path_of(address) is None


@given(st.text(max_size=60) | st.text(alphabet="htps:/.?#@[]w\\%", max_size=20))
def test_no_address_raises_and_no_path_leaves_the_site(text: str) -> None:
    for address in (text, f"https://site.example{text}", f"//site.example/{text}"):
        path = OWN.path_of(address)
        assert path is None or (path.startswith("/") and not is_external(path))
        OWN.without_base(address)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/latest/x/", "/x/"),
        ("/en/latest/deep/x?y#z", "/x?y#z"),
        ("/en/latest", "/"),
        ("/en/latest/", "/"),
        ("/en/latest//x", "/x"),
        ("/en/latestx/", None),
        ("/en/", None),
        ("en/latest/x", None),
        ("", None),
    ],
)
def test_the_path_of_a_base_may_be_cut(path: str, expected: str | None) -> None:
    assert OWN.without_base(path) == expected


def test_a_site_at_the_root_has_no_path_to_cut() -> None:
    assert OwnAddresses(["https://site.example/"]).without_base("/x/") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x.example", True),
        ("http://localhost:8000/x/", True),
        ("//x.example", False),
        ("x.example", False),
        ("ftp://x.example/", False),
        ("https://", False),
        ("https://[x", False),
        ("", False),
    ],
)
def test_what_is_an_address_of_the_web(text: str, *, expected: bool) -> None:
    assert is_web_address(text) is expected
