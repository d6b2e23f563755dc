"""Parts of the dialect by themselves; ``test_markdown_golden`` has them all at once."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinx_updates.hugo.markdown import render_inline, use_dialect
from sphinx_updates.hugo.markdown.attributes import as_html, read_attributes
from sphinx_updates.hugo.markdown.emoji import emoji_names
from sphinx_updates.hugo.site.settings import HugoSettings

if TYPE_CHECKING:
    from pathlib import Path

HUGO_PROGRAM = shutil.which("hugo")
HUGO = HugoSettings()
ALL = replace(
    HUGO,
    unsafe=True,
    enable_emoji=True,
    insert=True,
    mark=True,
    superscript=True,
    blockquote_alerts=True,
    attribute_block=True,
    wrap_standalone_image=False,
    east_asian_line_breaks="css3draft",
    escaped_space=True,
    dollar_math=True,
)


PIECES = [
    *("'", '"', "~", "^^", "==a", "{", "{a=", "a@", "www.", "https://a.b/(", ":a"),
    *("a.b@c.", "<!--more-->", ": a\n", "a\n: b\n", "> [!A] b\n", "[^1]: a\n"),
    *("- [ ] ", "{.a}\n", "![a](b)\n{.c}\n"),
]
"""What a hostile text may repeat."""


def render(text: str, settings: HugoSettings = ALL) -> str:
    return str(use_dialect(MarkdownIt("commonmark"), settings).render(text)).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{}", {}),
        ("{#a .b .c}", {"id": "a", "class": "b c"}),
        ('{class="a b" .c}', {"class": "a b c"}),
        ("{a=1 b=-2.5 c=true d=x}", {"a": 1, "b": -2.5, "c": True, "d": "x"}),
        ('{e="y z"}', {"e": "y z"}),
        ('{a=[2,"4-6"],b=199}', {"a": [2, "4-6"], "b": 199}),
        ('{a="\\"q\\""}', {"a": '"q"'}),
        ("{a={b=c}}", {"a": {"b": "c"}}),
        ("{x}", None),
        ("{a=}", None),
        ("{a='b'}", None),
        ("{1,4-6}", None),
        ('{"a"="b"}', None),
        ("{#a", None),
        ("{a=[1", None),
        ("{class=1}", None),
        ("{" * 40 + "a=" * 40, None),
        ("{a=" * 30 + "1" + "}" * 30, None),
    ],
)
def test_attributes(text: str, expected: dict[str, object] | None) -> None:
    found = read_attributes(text)
    assert (found and found[0]) == (expected if expected is not None else None)


def test_html_gets_no_attribute_that_runs_a_script() -> None:
    found = read_attributes("{onclick=x ONLOAD=y a=1 b=[1] c=true}")
    assert found is not None
    assert as_html(found[0]) == {"a": "1", "c": "true"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (":smile: :+1:", "😄 👍"),
        (":nope: `:smile:`", ":nope: <code>:smile:</code>"),
        ("==a== ++b++", "<mark>a</mark> <ins>b</ins>"),
        ("x^2^ ~~c~~", "x<sup>2</sup> <del>c</del>"),
        ("a<!--more-->b", "ab"),
    ],
)
def test_a_line_of_markdown(text: str, html: str) -> None:
    assert render_inline(text, ALL) == html


def test_a_definition_is_tight_unless_a_blank_line_is_before_it() -> None:
    assert render("A\n: b", HUGO) == "<dl>\n<dt>A</dt>\n<dd>b</dd>\n</dl>"
    assert "<p>b</p>" in render("A\n\n: b", HUGO)


def test_the_lines_of_an_alert_are_those_of_the_file() -> None:
    md = use_dialect(MarkdownIt("commonmark"), ALL)
    tokens = md.parse("x\n\n> [!TIP] T\n> a\n> b\n")
    maps = {t.type: t.map for t in tokens if t.type.endswith("_open")}
    assert maps["alert_title_open"] == [2, 3]
    assert maps["paragraph_open"] == [3, 5]


@pytest.mark.hugo
@pytest.mark.skipif(HUGO_PROGRAM is None, reason="Hugo is not installed")
def test_every_emoji_of_hugo_is_the_same(tmp_path: Path) -> None:
    names = sorted(emoji_names())
    (tmp_path / "content").mkdir()
    (tmp_path / "layouts").mkdir()
    config = {"enableEmoji": True, "disableKinds": ["home", "section", "taxonomy"]}
    (tmp_path / "hugo.json").write_text(json.dumps(config))
    (tmp_path / "layouts/page.html").write_text("{{ .Content }}")
    lines = "".join(f"`{name}` :{name}: ;\n" for name in names)
    (tmp_path / "content/a.md").write_text(f"---\ntitle: a\n---\n\n{lines}")
    subprocess.run([str(HUGO_PROGRAM)], cwd=tmp_path, check=True, capture_output=True)
    page = unescape((tmp_path / "public/a/index.html").read_text("utf-8"))
    found = dict(
        line.split("<code>")[1].split("</code> ")
        for line in page.split(" ;")
        if "<code>" in line
    )
    known = {n: sign for n, sign in found.items() if not sign.startswith(":")}
    assert len(known) > 1900
    assert known == {name: emoji_names()[name] for name in known}


@given(st.text(alphabet="ab \n'\"-.<>*_~^=+:[](){}!|#>\\`$/@w1", max_size=80))
def test_no_text_raises(text: str) -> None:
    render(text)


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_take_no_longer_per_letter(piece: str) -> None:
    start = process_time()
    render(piece * (20_000 // len(piece)))
    assert process_time() - start < 30
