"""English nouns for one and for many: the results are those of Hugo 0.168."""

from __future__ import annotations

import pytest

from sphinx_updates.hugo.english_plurals import plural, singular


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("post", "posts"),
        ("story", "stories"),
        ("toy", "toys"),
        ("box", "boxes"),
        ("quiz", "quizzes"),
        ("status", "statuses"),
        ("about-us", "about-uses"),
        ("hero", "heroes"),
        ("leaf", "leaves"),
        ("analysis", "analyses"),
        ("woman", "women"),
        ("Person", "People"),
        ("Quiz", "Quizzes"),
        ("Fish", "Fish"),
        ("HERO", "HEROs"),
        ("news", "news"),
        ("people", "people"),
        ("Children", "Children"),
        ("octopi", "octopi"),
    ],
)
def test_many(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("many", "one"),
    [("posts", "post"), ("People", "Person"), ("series", "series"), ("HERO", "HERO")],
)
def test_one(many: str, one: str) -> None:
    assert singular(many) == one
