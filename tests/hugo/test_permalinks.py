"""The slug rules and the tokens of permalink patterns."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.go_time import format_date
from sphinx_updates.hugo.permalinks import (
    PermalinkError,
    PermalinkInput,
    check_pattern,
    cut_slice,
    expand_pattern,
    expand_tokens,
    path_segment,
    sanitize,
    slug_segment,
    title_segment,
)

PAGE = PermalinkInput(
    date=datetime(2023, 4, 5, 16, 7, 8, tzinfo=UTC),
    sections=("docs", "one", "two"),
    title="A Post: C++",
    base_name="My File",
)


@pytest.mark.parametrize(
    ("text", "path", "slug", "title"),
    [
        ("A & B & C", "a--b--c", "a-b-c", "a-b-c"),
        ("C++ & X", "c++--x", "c++-x", "c-x"),
        ("a - b", "a---b", "a-b", "a-b"),
        ("a — b", "a--b", "a-b", "a-b"),
        ("it's", "its", "its", "its"),
        ("x: y", "x-y", "x-y", "x-y"),
        ("100% y", "100-y", "100-y", "100-y"),
        ("Node.js 2.0", "node.js-2.0", "node.js-2.0", "node.js-2.0"),
        ("x/y z", "x/y-z", "x/y-z", "x-y-z"),
        ("#h", "#h", "#h", "#h"),
        ("emoji 😀 z", "emoji--z", "emoji-z", "emoji-z"),
        ("-lead-", "-lead-", "lead", "-lead-"),
        ("  sp  ", "--sp--", "sp", "sp"),
        ("", "", "", ""),
    ],
)
def test_the_three_slug_rules_differ(
    text: str, path: str, slug: str, title: str
) -> None:
    assert (path_segment(text), slug_segment(text), title_segment(text)) == (
        path,
        slug,
        title,
    )


def test_case_and_accents_are_options() -> None:
    assert path_segment("Été Ł", lower=False, remove_accents=True) == "Ete-Ł"
    assert slug_segment("Été Ł", lower=False) == "Été-Ł"
    assert title_segment("Été", remove_accents=True) == "ete"


def test_lower_case_is_gos_letter_by_letter() -> None:
    assert path_segment("İΣΑΣ") == "iσασ"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("/blog/:year/:slug/", "/blog/2023/a-post-c/"),
        ("/:contentbasename", "/my-file/"),
        ("/:sections[1:]/:title/", "/one/two/a-post-c/"),
        ("/:2006-:01-:02/", "/2023-04-05/"),
        (r"/a\:b/", "/ab/"),
        ("/x/../../y", "/y/"),
        ("", "/"),
    ],
)
def test_patterns_become_folders(pattern: str, expected: str) -> None:
    assert expand_pattern(pattern, PAGE) == expected


@pytest.mark.parametrize("token", [":unknown", ":PM", ":Janx", ":sectionsx"])
def test_an_unknown_token_is_an_error_that_names_it(token: str) -> None:
    with pytest.raises(PermalinkError) as caught:
        check_pattern(f"/x/{token}/")
    assert str(caught.value) == (
        f"permalink attribute not recognised: {token!r} in {f'/x/{token}/'!r}"
    )


def test_tokens_of_a_url_keep_the_text_around_them() -> None:
    assert expand_tokens(r"/A b/:year/\:x+y.html", PAGE) == "/A b/2023/:x y.html"


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        ("[0]", "a"),
        ("[last]", "c"),
        ("[9]", ""),
        ("[1:]", "b c"),
        ("[:last]", "a b"),
        ("[2:1]", ""),
        ("[x]", "a"),
        ("[99999999999:]", "a b c"),
    ],
)
def test_slices_keep_what_is_there(cut: str, expected: str) -> None:
    assert " ".join(cut_slice(("a", "b", "c"), cut)) == expected


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("Monday, 02-Jan-06 15:04:05 MST", "Wednesday, 05-Apr-23 16:07:08 UTC"),
        ("Mon Jan _2 3:04PM", "Wed Apr  5 4:07PM"),
        ("2006-01-02T15:04:05Z07:00", "2023-04-05T16:07:08Z"),
        ("-0700 002 __2 January Janus", "+0000 095  95 April Janus"),
    ],
)
def test_dates_are_written_with_gos_layouts(layout: str, expected: str) -> None:
    assert PAGE.date is not None
    assert format_date(PAGE.date, layout) == expected


@given(st.text(max_size=40))
def test_sanitized_text_stays_as_it_is(text: str) -> None:
    once = sanitize(text)
    assert sanitize(once) == once


@given(st.text(max_size=30), st.text(max_size=20))
def test_any_pattern_gives_a_clean_folder_or_an_error(pattern: str, title: str) -> None:
    page = PermalinkInput(title=title, slug=title, base_name=title)
    try:
        path = expand_pattern(pattern, page)
    except PermalinkError:
        return
    assert path.startswith("/")
    assert path.endswith("/")
    assert ".." not in path.split("/")
