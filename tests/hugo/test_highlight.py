"""Options of code."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_updates.hugo.highlight import (
    MAX_LINE,
    PLAIN,
    CodeOptions,
    from_attributes,
    option_faults,
    read_lines,
    read_options,
)

TEXTS: dict[str, CodeOptions] = {
    "": PLAIN,
    "linenos=table": CodeOptions(has_line_numbers=True),
    "linenos=inline,linenostart=5": CodeOptions(has_line_numbers=True, first_line=5),
    "LineNos=true, HL_LINES=3 6-8": CodeOptions(
        has_line_numbers=True, marked=(3, 6, 7, 8)
    ),
    "linenos=false": PLAIN,
    "hl_inline=true": CodeOptions(is_inline=True),
    "style=emacs,anchorlinenos=true,nonsense,=x": PLAIN,
    "linenostart=x,linenostart2=3": PLAIN,
    "guesssyntax=true": CodeOptions(guess=True),
}


@pytest.mark.parametrize(("text", "options"), TEXTS.items())
def test_a_string_of_options(text: str, options: CodeOptions) -> None:
    assert read_options(text) == options


ATTRIBUTES: list[tuple[dict[str, Any], CodeOptions]] = [
    (
        {"linenos": "table", "hl_lines": [2, "4-6"], "linenostart": 199},
        CodeOptions(has_line_numbers=True, first_line=199, marked=(2, 4, 5, 6)),
    ),
    ({"linenos": True}, CodeOptions(has_line_numbers=True)),
    ({"title": "T", "class": "c"}, PLAIN),
]


@pytest.mark.parametrize(("attributes", "options"), ATTRIBUTES)
def test_the_attributes_of_a_fence(
    attributes: dict[str, Any], options: CodeOptions
) -> None:
    assert from_attributes(attributes) == options


def test_what_is_not_said_is_as_the_site_has_it() -> None:
    defaults = CodeOptions(has_line_numbers=True, first_line=3, guess=True)
    assert read_options("hl_lines=1", defaults) == CodeOptions(
        has_line_numbers=True, first_line=3, guess=True, marked=(1,)
    )
    assert not read_options("linenos=false", defaults).has_line_numbers


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("3", (3,)),
        ("5 1-2", (1, 2, 5)),
        ('[2,"4-6"]', (2, 4, 5, 6)),
        ("0-1", (1,)),
        ("9-7", ()),
        ("x y", ()),
    ],
)
def test_lines_are_numbers_and_ranges(text: str, lines: tuple[int, ...]) -> None:
    assert read_lines(text) == lines


def test_a_range_without_end_costs_nothing() -> None:
    assert len(read_lines("1-999999999")) == MAX_LINE


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", []),
        ("linenos=table, hl_lines=3 6-8 ,linenostart=-5,style=x,unknown=1", []),
        ("linenos=perhaps", []),  # neither in Hugo: any other word switches them on
        ("linenos", ["'linenos' must be written as name=value"]),
        ("HL_Inline=maybe", ["'HL_Inline' must be true or false, got 'maybe'"]),
        ("linenostart=abc", ["'linenostart' must be a whole number, got 'abc'"]),
        (
            "linenos=table hl_lines=2",
            ["'linenos' must be followed by a comma, got 'table hl_lines=2'"],
        ),
    ],
)
def test_what_hugo_cannot_read_is_named(text: str, faults: list[str]) -> None:
    assert option_faults(text) == faults
