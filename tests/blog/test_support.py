"""The support button: where it leads, and what is no button."""

from __future__ import annotations

import pytest

from sphinx_updates.blog.support import SupportButton, read_support


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://h.org/help", "https://h.org/help"),
        (
            "https://h.org/new?page={url}&subject={title}",
            "https://h.org/new?page=https%3A%2F%2Fe.org%2Fa%2F&subject=A%26B%20%C3%BC",
        ),
        (
            "mailto:a@b.c?subject={title}&body={url}%0A",
            "mailto:a@b.c?subject=A%26B%20%C3%BC&body=https%3A%2F%2Fe.org%2Fa%2F%0A",
        ),
    ],
)
def test_the_address_has_that_of_the_page(url: str, expected: str) -> None:
    button = read_support({"url": url})
    assert button is not None
    assert button.address(url="https://e.org/a/", title="A&B ü") == expected


def test_an_empty_dict_is_no_button() -> None:
    assert read_support({}) is None


def test_all_that_can_be_said() -> None:
    known = {"url": "http://h.org", "text": "Help", "place": "sidebar"}
    button = read_support(known | {"pages": ["guide/*", "index"]})
    assert button == SupportButton(
        url="http://h.org", text="Help", place="sidebar", pages=("guide/*", "index")
    )
    assert button.is_on("guide/a/b")
    assert button.is_on("index")
    assert not button.is_on("blog/index")
    assert SupportButton(url="x").is_on("any/thing")


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("https://h.org", "must be a dict"),
        ({"text": "Help"}, "needs a 'url'"),
        ({"url": 3}, "needs a 'url'"),
        ({"url": "javascript:alert(1)"}, "must be an http, https or mailto"),
        ({"url": "{url}"}, "must be an http, https or mailto"),
        ({"url": "{url}://h.org"}, "must be an http, https or mailto"),
        ({"url": "/help"}, "must be an http, https or mailto"),
        ({"url": "https://"}, "must be an http, https or mailto"),
        ({"url": "https://h.org/a\nb"}, "must be an http, https or mailto"),
        ({"url": "https://h.org/{page}"}, "not {page}"),
        ({"url": "https://h.org", "where": "top"}, "not 'where'"),
        ({"url": "https://h.org", "place": "top"}, "'place' must be one of"),
        ({"url": "https://h.org", "text": 3}, "'text' must be text"),
        ({"url": "https://h.org", "pages": "x"}, "'pages' must be a list"),
        ({"url": "https://h.org", "pages": [1]}, "'pages' must be a list"),
    ],
)
def test_what_is_no_button(value: object, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_support(value)
