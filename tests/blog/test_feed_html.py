"""The HTML of posts, as readers of a feed get it."""

from __future__ import annotations

import pytest
from feed_rules import relative_addresses
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.blog.feeds.html import for_feeds

SITE = "https://example.org/"
FOLDER = SITE + "blog/a/"
PAGE = FOLDER + "index.html"
WITH_PARTS = """\
<section id="a"><h1>Title<a class="headerlink" href="#a">¶</a></h1>\
<header class="updates-header"><p>By</p></header><p>One.</p>\
<h2>Two<a class="headerlink" href="#t">¶</a></h2></section>\
<footer class="updates-footer">F</footer><p>End</p>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        (" \n", ""),
        ("a < b", "a &lt; b"),
        ('<a href="../b/">b</a>', '<a href="https://example.org/blog/b/">b</a>'),
        ('<a href="#x">x</a>', f'<a href="{PAGE}#x">x</a>'),
        ('<a href="mailto:a@b.c">m</a>', '<a href="mailto:a@b.c">m</a>'),
        ('<a href="//h.org/x">x</a>', '<a href="https://h.org/x">x</a>'),
        ('<img src="/p.png">', '<img src="https://example.org/p.png">'),
        (
            '<img srcset="p.png 1x,q.png 2x, /r.png 3x">',
            f'<img srcset="{FOLDER}p.png 1x, {FOLDER}q.png 2x, {SITE}r.png 3x">',
        ),
        (
            '<video poster="p.png"></video>',
            '<video poster="https://example.org/blog/a/p.png"></video>',
        ),
        (
            '<img src="data:image/png;base64,AA">',
            '<img src="data:image/png;base64,AA">',
        ),
        (
            WITH_PARTS,
            '<section id="a"><p>One.</p><h2>Two</h2></section><p>End</p>',
        ),
        (
            '<div class="updates-notice">kept</div><header>kept</header>',
            '<div class="updates-notice">kept</div><header>kept</header>',
        ),
        ("<p>a<script>x()</script>b<!-- c --><style>d</style></p>", "<p>ab</p>"),
        ("<p>bell\x07</p>", "<p>bell</p>"),
        (
            '<p class="ablog-post-excerpt"><p>One</p></p>',
            "<p>One</p>",
        ),
    ],
)
def test_a_post_reads_alone(html: str, expected: str) -> None:
    assert for_feeds(html, PAGE).replace("<p></p>", "") == expected


@pytest.mark.parametrize("bad", ["http://[", "//[x", "http://a]b"])
def test_an_address_that_is_none_does_no_harm(bad: str) -> None:
    html = f'<p><a href="{bad}">x</a><img srcset="{bad} 2x" poster="{bad}"></p>'
    assert "x" in for_feeds(html, PAGE)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_comes_out_without_relative_addresses(text: str) -> None:
    for html in (text, f'<p>{text}</p><a href="{text}">x</a>'):
        assert relative_addresses(for_feeds(html, PAGE)) == []
