"""Heading ids, compared with those of real Hugo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.anchors import HeadingIds

GOLDEN = Path(__file__).parents[1] / "golden" / "anchors.json"
CASES: list[dict[str, Any]] = json.loads(GOLDEN.read_text("utf-8"))["cases"]


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['name']}, {case['style']}"
)
def test_the_ids_are_hugos(case: dict[str, Any]) -> None:
    ids = HeadingIds(case["style"])
    made = []
    for (_markdown, text), expected in zip(case["headings"], case["ids"], strict=True):
        if text is None:
            ids.reserve(expected)
            made.append(expected)
        else:
            made.append(ids.make(text))
    assert made == case["ids"]


def test_many_equal_headings_are_numbered_in_linear_time() -> None:
    ids = HeadingIds()
    assert [ids.make("x") for _ in range(20_000)][-1] == "x-19999"


@given(st.lists(st.text(max_size=20), max_size=10))
def test_ids_are_unique(texts: list[str]) -> None:
    ids = HeadingIds()
    made = [found for text in texts if (found := ids.make(text))]
    assert len(set(made)) == len(made)
