"""People as posts write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.blog.authors import Author, parse_authors


@pytest.mark.parametrize(
    ("values", "authors"),
    [
        ([], []),
        ([""], []),
        (["  "], []),
        (["Ann Bee"], [Author("Ann Bee")]),
        ([" Ann Bee "], [Author("Ann Bee")]),
        (["Ann Bee", "Cee Dee"], [Author("Ann Bee"), Author("Cee Dee")]),
        (["Cee Dee", "Ann Bee"], [Author("Cee Dee"), Author("Ann Bee")]),
        (["Ann Bee", "Ann Bee"], [Author("Ann Bee")]),
        (["Ann Bee, chair"], [Author("Ann Bee, chair")]),
        (["Ann Bee <annbee>"], [Author("Ann Bee")]),
        (["Ann Bee <ann@example.org>"], [Author("Ann Bee")]),
        (["<annbee>"], [Author("<annbee>")]),
        (["Ann <three words here>"], [Author("Ann <three words here>")]),
        (["[Ann](https://ann.example)"], [Author("Ann", "https://ann.example")]),
        (
            ["[Ann](https://ann.example) (Institute)"],
            [Author("Ann", "https://ann.example", "Institute")],
        ),
        (
            ["[Ann](https://a.example) (One), [Cee](https://c.example)"],
            [
                Author("Ann", "https://a.example", "One"),
                Author("Cee", "https://c.example"),
            ],
        ),
        (
            ["[Ann](/people/ann/) and [Cee](../cee.md)"],
            [Author("Ann", "/people/ann/"), Author("Cee", "../cee.md")],
        ),
        (["[Ann]()"], [Author("[Ann]()")]),
        (["[Ann]"], [Author("[Ann]")]),
        (["Zoë Müller-Åström"], [Author("Zoë Müller-Åström")]),
    ],
)
def test_authors_are_read_in_order(values: list[str], authors: list[Author]) -> None:
    assert parse_authors(values) == tuple(authors)


def test_the_first_spelling_of_a_name_counts() -> None:
    values = ["[Ann](https://ann.example)", "Ann <other>"]
    assert parse_authors(values) == (Author("Ann", "https://ann.example"),)


@given(st.lists(st.text(alphabet=st.sampled_from("A <>[]()\n\t,/é"), max_size=60)))
def test_any_text_gives_each_name_once(values: list[str]) -> None:
    names = [author.name for author in parse_authors(values)]
    assert len(names) == len(set(names))
    assert all(names)


def test_a_long_line_of_brackets_is_read_quickly() -> None:
    # Backtracking would take hours over this one.
    text = "[" * 5_000 + "a](" * 5_000
    assert len(parse_authors([text])) == 1
