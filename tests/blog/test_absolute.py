"""The page for missing pages, whose links work wherever it is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.blog.absolute import with_absolute_links

SAME = [
    '<a href="">x</a>',
    '<a href="#main">x</a>',
    '<a href="/x">x</a>',
    '<a href="https://h.org/x">x</a>',
    '<a href="mailto:a@b.c">x</a>',
    '<img src="data:image/png;base64,AA">',
    '<!-- <a href="x"> -->',
    "<script>let a = '<a href=\"x\">'</script>",
    'text with href="x" in it',
    '<a title=\' href="x"\' rel="next">x</a>',
    '<a href="http://[">x</a>',
    '<a href="//[x">x</a>',
]


@pytest.mark.parametrize("html", SAME)
def test_what_is_no_relative_link_stays(html: str) -> None:
    assert with_absolute_links(html, "/docs/404.html") == html


@pytest.mark.parametrize(
    ("html", "here", "expected"),
    [
        ('<a href="x.html">', "/d/404.html", '<a href="/d/x.html">'),
        ("<a class='c' href='x/'>", "/404/", "<a class='c' href='/404/x/'>"),
        ('<a href="../x?a=1&amp;b#c">', "/d/404/", '<a href="/d/x?a=1&amp;b#c">'),
        ('<html data-content_root="./">', "/d/404.html", None),
        ('<script src="_static/a.js">1</script>', "/d/404.html", None),
        ('<form action="search.html">', "/d/404.html", None),
    ],
)
def test_relative_links_start_at_the_host(
    html: str, here: str, expected: str | None
) -> None:
    found = with_absolute_links(html, here)
    if expected is None:
        assert '="/d/' in found
    else:
        assert found == expected


@given(st.text(alphabet="<>a=\"' /!-hrefsc#", max_size=60))
def test_any_text_comes_back(text: str) -> None:
    once = with_absolute_links(text, "/d/404.html")
    assert with_absolute_links(once, "/d/404.html") == once
