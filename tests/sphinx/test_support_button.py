"""The support button, where ``conf.py`` wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from blog_samples import BASE, FILES

if TYPE_CHECKING:
    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

FORM = {"url": "https://help.example/new?page={url}&about={title}"}


def buttons(built: Build, path: str) -> list[HtmlElement]:
    found: list[HtmlElement] = built.page(path).find_class("updates-support")
    return found


def test_nobody_has_a_button_unasked(make_site: MakeSite) -> None:
    built = make_site(FILES).build(**BASE)
    assert buttons(built, "index.html") == []
    assert "updates-support" not in built.text("index.html")


def test_the_button_of_a_page_names_it(make_site: MakeSite) -> None:
    built = make_site(FILES).build(updates_support=FORM, **BASE)
    for path, page, title in (
        ("index.html", "index.html", "Home"),
        ("blog/alpha/index.html", "blog%2Falpha%2F", "Alpha%20%26%20more"),
    ):
        (button,) = buttons(built, path)
        assert button.get("class").endswith("updates-support-floating")
        (link,) = button.iter("a")
        assert link.get("href") == (
            f"https://help.example/new?page=https%3A%2F%2Fexample.org%2Fdocs%2F{page}"
            f"&about={title}"
        )
        assert link.text == "Get support"
    assert "sphinx-updates.css" in built.text("index.html")
    assert ".updates-support" in built.text("_static/sphinx-updates.css")
    assert "Get support" not in built.text("blog/feed.json")


def test_some_pages_have_it_with_other_words(make_site: MakeSite) -> None:
    button = {"url": "mailto:a@b.example", "text": "Help & <more>", "pages": ["blog/*"]}
    built = make_site(FILES).build(updates_support=button | {"place": "footer"}, **BASE)
    assert buttons(built, "index.html") == []
    (found,) = buttons(built, "blog/alpha/index.html")
    assert found.text_content().strip() == "Help & <more>"
    assert found.get("class").endswith("updates-support-footer")


def test_in_the_sidebar_or_below_where_there_is_none(make_site: MakeSite) -> None:
    conf: dict[str, Any] = {
        "updates_support": FORM | {"place": "sidebar"},
        "html_theme": "alabaster",
        "html_sidebars": {"blog/**": []},
    }
    built = make_site(FILES).build(**conf, **BASE)
    (button,) = buttons(built, "index.html")
    assert "updates-support-sidebar" in button.get("class")
    assert button.xpath("ancestor::*[@class='sphinxsidebarwrapper']")
    (below,) = buttons(built, "blog/alpha/index.html")
    assert "updates-support-footer" in below.get("class")


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ({"url": "javascript:x()"}, "'url' must be an http, https or mailto address"),
        ({"url": "https://h.org", "place": 3}, "'place' must be one of"),
    ],
)
def test_what_is_no_button_is_a_warning(
    value: object, fault: str, make_site: MakeSite
) -> None:
    built = make_site(FILES).build(updates_support=value, **BASE)
    assert f"updates_support: {fault}" in built.warnings
    assert buttons(built, "index.html") == []


def test_an_address_that_cannot_be_filled_in_is_a_warning(make_site: MakeSite) -> None:
    built = make_site(FILES).build(updates_support=FORM)
    assert "updates_support: '{url}' is empty" in built.warnings
    assert len(buttons(built, "index.html")) == 1
