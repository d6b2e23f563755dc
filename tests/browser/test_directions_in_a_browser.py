"""Pages that are read from right to left are the mirror of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from browsing import Visitor

pytestmark = pytest.mark.slow


def test_a_card_starts_on_the_right_in_arabic_and_hebrew(visit: Visitor) -> None:
    page = visit("list/").page
    place = (
        "(() => { const card = document.querySelector('.updates-card');"
        " const title = card.querySelector('.updates-card-title a');"
        " const range = document.createRange(); range.selectNodeContents(title);"
        " const text = range.getClientRects()[0], box = card.getBoundingClientRect();"
        " return [text.left - box.left, box.right - text.right] })()"
    )
    before_left, before_right = page.evaluate(place)
    page.evaluate("document.documentElement.dir = 'rtl'")
    after_left, after_right = page.evaluate(place)
    assert before_left < before_right
    assert after_right < after_left
    assert abs(before_left - after_right) < 2
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.evaluate("innerWidth")


def test_a_picture_stays_beside_its_author_from_right_to_left(visit: Visitor) -> None:
    page = visit("blog/note-53/").page
    page.evaluate("document.documentElement.dir = 'rtl'")
    gaps = page.evaluate(
        "[...document.querySelectorAll('.updates-byline .updates-author-link')]"
        ".map((link) => link.querySelector('.updates-avatar').getBoundingClientRect()"
        ".left - link.querySelector('a').getBoundingClientRect().right)"
    )
    assert len(gaps) == 2
    assert all(0 <= gap < 16 for gap in gaps)


def test_neighbours_with_a_long_word_stay_on_a_phone(visit: Visitor) -> None:
    page = visit("blog/note-53/", size=(390, 844)).page
    page.eval_on_selector_all(
        ".updates-neighbours a", "all => all.forEach(a => a.append('x'.repeat(200)))"
    )
    ends = page.eval_on_selector_all(
        ".updates-neighbours a", "all => all.map(a => a.getBoundingClientRect().right)"
    )
    assert ends
    assert all(end <= 390 for end in ends)
