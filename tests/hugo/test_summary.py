"""Counting words and minutes."""

from __future__ import annotations

import pytest

from sphinx_updates.hugo.summary import count_words, has_cjk, reading_minutes


@pytest.mark.parametrize(
    ("text", "words", "cjk_words"),
    [
        ("", 0, 0),
        ("  one\ttwo\nthree  ", 3, 3),
        ("it&rsquo;s &ndash; fine", 3, 3),
        ("日本語 text", 2, 4),
        ("café", 1, 4),
    ],
)
def test_words_are_what_white_space_separates(
    text: str, words: int, cjk_words: int
) -> None:
    assert count_words(text) == words
    assert count_words(text, cjk=True) == cjk_words


@pytest.mark.parametrize(
    ("words", "minutes", "cjk_minutes"),
    [(0, 0, 0), (1, 1, 1), (212, 1, 1), (213, 2, 1), (425, 3, 1), (501, 3, 2)],
)
def test_minutes_are_rounded_up(words: int, minutes: int, cjk_minutes: int) -> None:
    assert reading_minutes(words) == minutes
    assert reading_minutes(words, cjk=True) == cjk_minutes


@pytest.mark.parametrize("text", ["a 日 b", "カナ", "한글", "\U00020000"])
def test_cjk_text_is_found(text: str) -> None:
    assert has_cjk(text)


@pytest.mark.parametrize("text", ["", "café", "Ελληνικά", "emoji 😀"])
def test_other_text_is_not_cjk(text: str) -> None:
    assert not has_cjk(text)
