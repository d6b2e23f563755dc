"""Raw HTML in pieces: nothing is lost, and addresses are found where they stand."""

from __future__ import annotations

import time
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.html_tokens import addresses, ids_in, pieces

PIECES = [
    ("a <b>c</b>", ["text", "start b", "text", "end b"]),
    ("<br/><br />", ["start br", "start br"]),
    ("<A HREF=x>", ["start a"]),
    ("<a title=\">\" href='<'>", ["start a"]),
    ("a < b <3 c", ["text"]),
    ("<b", ["text"]),
    ('<a href="x', ["text"]),
    ("<!-- <b> -->x", ["other", "text"]),
    ("<!-- open <b>", ["other"]),
    ("<!-->x", ["other", "text"]),
    ("<!DOCTYPE html><?php x ?>y", ["other", "other", "text"]),
    ("</ p>x", ["other", "text"]),
    ("<script>a < '<b>'</script>", ["start script", "text", "end script"]),
    ("<style><b></STYLE >x", ["start style", "text", "end style", "text"]),
    ("<textarea><b>", ["start textarea", "text"]),
    ("<plaintext></plaintext>", ["start plaintext", "text"]),
    ("<my-tag x><svg:g>", ["start my-tag", "start svg:g"]),
    ("<a b=c/>", ["start a"]),
    ("", []),
]


@pytest.mark.parametrize(("html", "expected"), PIECES)
def test_pieces(html: str, expected: list[str]) -> None:
    assert [f"{p.kind} {p.name}".strip() for p in pieces(html)] == expected


ADDRESSES = [
    ("<a href='x y'>", ["link x y"]),
    ("<A HREF=x>", ["link x"]),
    ('<a href=" x ">', ["link x"]),
    ('<img src="a&amp;b.png">', ["image a&b.png"]),
    ('<img src="a.png" src="b.png">', ["image a.png"]),
    ('<img srcset="a 1x, b, c 2x,d">', ["image a", "image b", "image c", "image d"]),
    ('<img srcset="a.png,b.png 2x">', ["image a.png,b.png"]),
    ('<source srcset="a.png"><source src="b.mp4">', ["image a.png", "file b.mp4"]),
    ('<video poster="p.png" src="v.mp4">', ["image p.png", "file v.mp4"]),
    ('<audio src="a.mp3"><track src="t.vtt">', ["file a.mp3", "file t.vtt"]),
    ('<iframe src="/x/"></iframe><embed src="e">', ["frame /x/", "frame e"]),
    ('<object data="d.pdf">', ["frame d.pdf"]),
    ('<td background="b.png">', ["image b.png"]),
    ('<link href="s.css"><script src="s.js"></script>', ["file s.css", "file s.js"]),
    ('<area href="x"><input type=image src="i.png">', ["link x", "image i.png"]),
    ('<a href="#x">', ["link #x"]),
    ('<a href="#"><a href="#top"><a href=""><a href>', []),
    ('<a href="https://x.org"><img src="//x.org/a.png">', []),
    ('<a href="mailto:a@b.c"><a href="javascript:x()">', []),
    ('<img src="data:image/png;base64,xx">', []),
    ('<a data-href="x" title="<a href=y>">', []),
    ('<script>"<img src=x>"</script><!-- <img src=x> -->', []),
    ('<p src="x" href="y">', []),
    ("</a href='x'>", []),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), ADDRESSES)
def test_addresses(html: str, expected: list[str]) -> None:
    found = addresses(html)
    assert [f"{address.use} {address.url}" for address in found] == expected
    for address in found:
        assert unescape(html[address.start : address.end]) == address.url


@given(st.text(alphabet="<>/!-='\" abhrefimgsc&;\n", max_size=80))
def test_the_pieces_are_the_text(html: str) -> None:
    found = list(pieces(html))
    assert "".join(html[p.start : p.end] for p in found) == html
    for before, after in pairwise(found):
        assert before.end == after.start
    for address in addresses(html):
        assert unescape(html[address.start : address.end]) == address.url


HOSTILE = {
    "attributes": f"<a {'x=1 ' * 100_000}>",
    "openings": "<" * 200_000,
    "tags that never end": "<a " * 60_000,
    "quotes that never end": '<a b="' * 30_000,
    "quotes of two kinds": "<a b='\"" * 30_000,
    "comments": "<!--" * 50_000,
    "scripts": "<script>" * 30_000,
    "depth": "<div>" * 40_000,
    "NUL": "<a\0b href='x\0'>\0</a>",
    "candidates": f'<img srcset="{"a.png 1x," * 20_000}">',
    "slashes": "<a" + "/" * 200_000 + ">",
    "blanks": "<a" + " " * 200_000 + "=",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_html_takes_linear_time(html: str) -> None:
    start = time.process_time()
    assert "".join(html[p.start : p.end] for p in pieces(html)) == html
    addresses(html)
    assert time.process_time() - start < 30


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p id=a><b ID='B c'>", ["a", "B c"]),
        ("<a name=x><a id=y name=z></a>", ["x", "y", "z"]),
        ("<input name=x><b data-id=x title=\"id='x'\">", []),
        ("<!-- <p id=a> --><script>'<p id=b>'</script>", []),
        ("<p id=''><p id>id=x</p id=x>", []),
        ("<p id=a id=b>&lt;", ["a"]),
        ('<p id="&auml;">', ["ä"]),
    ],
)
def test_ids(html: str, expected: list[str]) -> None:
    assert [*ids_in(html)] == expected


def test_absolute_addresses_may_be_of_this_site() -> None:
    html = '<a href="//own/x"><a href="//other/x"><img src="//own/y.png">'
    found = addresses(html, lambda url: url.startswith("//own/"))
    assert [address.url for address in found] == ["//own/x", "//own/y.png"]
